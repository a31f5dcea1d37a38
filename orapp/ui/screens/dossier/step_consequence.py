"""Says live below the form what recording it would lead to: which terms begin or end, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout

from orapp.domain.derived import Deadline, DeadlineState
from orapp.law.rule_keys import APPEAL, SUSPENSION
from orapp.law.terms import TermNature
from orapp.texts.dates import long_date, short_date
from orapp.ui.kit.labels import set_tone, text_label
from orapp.ui.kit.look import Tone
from orapp.ui.screens.dossier.procedure import party_words, quiet_words

if TYPE_CHECKING:
    from datetime import date

    from orapp.services.recording import Consequence
    from orapp.ui.kit.look import Look

MOST_TERMS = 4
MOST_WARNINGS = 2


class ConsequenceBox(QFrame):
    """What the form leads to, in a few lines that follow each keystroke."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("gevolg")
        self.setProperty("part", "band")
        self.setProperty("tone", Tone.ACCENT.value)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(14), look.px(8), look.px(14), look.px(8))
        column.setSpacing(look.px(3))
        column.addWidget(text_label(self.tr("Dit leidt tot"), "strong"))
        self._text = text_label("", wrap=True)
        self._text.setObjectName("gevolg-tekst")
        column.addWidget(self._text)

    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def show_lines(self, lines: tuple[str, ...], tone: Tone) -> None:
        """Says this instead of what stood here."""
        words = "\n".join(lines)
        if words != self._text.text():
            self._text.setText(words)
            self.setAccessibleName(words)
        set_tone(self, tone)


def consequence_lines(found: Consequence, effect: str, today: date) -> tuple[tuple[str, ...], Tone]:
    """The lines of a consequence, and how pressing they are together."""
    lines = [effect] if effect else []
    if found.planned:
        lines.append(
            QCoreApplication.translate("consequence", "De dag ligt na vandaag: het staat als plan en telt nog niet mee.")
        )
    clocks = [item for item in found.begun if item.rule in {SUSPENSION, APPEAL}]
    if {item.rule for item in clocks} == {SUSPENSION, APPEAL}:
        lines.append(QCoreApplication.translate("consequence", "Twee klokken, elk met een eigen datum:"))
    lines += [_begun(item) for item in found.begun[:MOST_TERMS]]
    lines += [_ended(item, today) for item in found.ended[:MOST_TERMS]]
    if found.next_step:
        lines.append(
            QCoreApplication.translate("consequence", "Daarna aan zet: {who}. {step}.").format(
                who=party_words(found.turn), step=found.next_step
            )
        )
    else:
        lines.append(QCoreApplication.translate("consequence", "Daarna vraagt deze procedure nu niets."))
    lines += [item.text for item in found.attention[:MOST_WARNINGS]]
    fatal = any(item.severity == "fatal" for item in (*found.begun, *found.ended))
    return tuple(lines), Tone.ATTENTION if fatal or found.attention else Tone.ACCENT


def _begun(item: Deadline) -> str:
    name = f"{item.title} {item.subject}".strip()
    last = long_date(item.last_day)
    if item.nature == TermNature.STATUTORY.value and item.shown:
        said = f"{name} ({item.article}): {item.shown}"
    elif item.safe_day is not None and item.safe_day != item.last_day:
        said = QCoreApplication.translate("consequence", "{name}: veilig t/m {safe}, uiterlijk {last}").format(
            name=name, safe=long_date(item.safe_day), last=last
        )
    else:
        said = QCoreApplication.translate("consequence", "{name}: {last}").format(name=name, last=last)
    return f"• {said}"


def _ended(item: Deadline, today: date) -> str:
    name = f"{item.title} {item.subject}".strip()
    if item.state is DeadlineState.QUIET:
        said = QCoreApplication.translate("consequence", "{name}: loopt door tot {day}, {why}").format(
            name=name, day=short_date(item.last_day, this_year=today.year), why=quiet_words(item)
        )
    else:
        said = QCoreApplication.translate("consequence", "{name} eindigt: {why}").format(name=name, why=item.closed_because)
    return f"• {said}"
