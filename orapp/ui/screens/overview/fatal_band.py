"""The band above all else: a right that is lost when a term ends, what is still missing, and the next act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from orapp.law import rule_keys
from orapp.law.facts import FactKind
from orapp.law.rule_keys import APPEAL, CASSATION, NULLITY
from orapp.texts.dates import long_date, plain_date, relative_days
from orapp.ui.kit.cards import button
from orapp.ui.kit.labels import set_tone, text_label
from orapp.ui.kit.look import Look, Tone
from orapp.ui.kit.workplace import capital

if TYPE_CHECKING:
    from orapp.services.overview import FatalTerm


@dataclass(frozen=True, slots=True, kw_only=True)
class BandWords:
    """What the band says, line by line, and on its button."""

    ends: str
    about: str
    standing: str
    act: str


def words_of(fatal: FatalTerm, more: int, today: date, *, strategy: bool) -> BandWords:
    """The words for a fatal term; what the council prepares is not told on a shared screen."""
    row = fatal.row
    act = _act(fatal) if strategy else QCoreApplication.translate("fatal", "Dossier openen")
    about = [_dossier(fatal), f"{_too_late(row.rule, fatal.deadline.missed)} ({row.article})"]
    if more:
        about.append(QCoreApplication.translate("fatal", "en nog {count}").format(count=more))
    return BandWords(
        ends=_ends(fatal, today),
        about=" · ".join(about),
        standing=_standing(fatal, today) if strategy else "",
        act=act,
    )


def _ends(fatal: FatalTerm, today: date) -> str:
    """The term with its safe and last day; past the safe day, what that means."""
    row = fatal.row
    term, last = capital(_term(row.rule, row.title)), long_date(row.last_day)
    unsure = QCoreApplication.translate("fatal", " (niet zeker)") if row.disputed else ""
    if row.last_day < today:
        words = QCoreApplication.translate("fatal", "{term}: de berekende laatste dag was {last}. Bel vandaag een advocaat.")
    elif row.act_by < today:
        words = QCoreApplication.translate("fatal", "{term}: de veilige dag is voorbij, uiterlijk {last}{unsure}")
    elif row.act_by == row.last_day:
        words = QCoreApplication.translate("fatal", "{term}: uiterlijk {last} ({near}){unsure}")
    else:
        words = QCoreApplication.translate("fatal", "{term}: veilig t/m {safe} ({near}), uiterlijk {last}{unsure}")
    return words.format(term=term, last=last, unsure=unsure, safe=long_date(row.act_by), near=relative_days(row.act_by, today))


def _term(rule: str, title: str) -> str:
    match rule:
        case rule_keys.APPEAL:
            return QCoreApplication.translate("fatal", "uw beroepstermijn")
        case rule_keys.NULLITY:
            return QCoreApplication.translate("fatal", "uw termijn om de nietigheid in te roepen")
        case rule_keys.CASSATION:
            return QCoreApplication.translate("fatal", "uw termijn voor cassatie")
        case _:
            return QCoreApplication.translate("fatal", "de termijn “{title}”").format(title=title)


def _too_late(rule: str, missed: str) -> str:
    match rule:
        case rule_keys.APPEAL:
            return QCoreApplication.translate("fatal", "te laat is geen beroep")
        case rule_keys.NULLITY:
            return QCoreApplication.translate("fatal", "te laat is het besluit niet meer aantastbaar")
        case rule_keys.CASSATION:
            return QCoreApplication.translate("fatal", "te laat is geen cassatie")
        case _:
            return missed.rstrip(".")


def _dossier(fatal: FatalTerm) -> str:
    row = fatal.row
    named = f"{row.reference} {row.dossier_title}"
    codes = row.subject.split(", ") if row.subject else []
    if len(codes) > 1:
        joined = QCoreApplication.translate("fatal", "{first} en {last}").format(first=", ".join(codes[:-1]), last=codes[-1])
        return f"{named}, {joined}"
    return f"{named}, {codes[0]}" if codes else named


def _standing(fatal: FatalTerm, today: date) -> str:
    """What was done in this month, and what is missing."""
    lawyer = QCoreApplication.translate("fatal", "advocaat gesproken")
    costs = QCoreApplication.translate("fatal", "kosten aangekondigd")
    parts = [(lawyer, fatal.lawyer)]
    if fatal.row.rule != NULLITY:
        parts.append((costs, fatal.costs))
    if fatal.row.rule != CASSATION:
        parts.append((_resolution(fatal.row.rule), fatal.resolved))
    return capital(" · ".join(_said(what, day, today) for what, day in parts))


def _said(what: str, day: date | None, today: date) -> str:
    if day is None:
        return QCoreApplication.translate("fatal", "{what}: ontbreekt").format(what=what)
    return f"{what} {_plain(day, today)}"


def _plain(day: date, today: date) -> str:
    written = plain_date(day)
    return written.removesuffix(f" {day.year}") if day.year == today.year else written


def _resolution(rule: str) -> str:
    if rule == NULLITY:
        return QCoreApplication.translate("fatal", "OR-besluit over de nietigheid")
    return QCoreApplication.translate("fatal", "OR-besluit over beroep")


def _act(fatal: FatalTerm) -> str:
    """The first thing of the plan that is missing: costs before the first hour of a lawyer, lawyer, resolution, the act."""
    rule = fatal.row.rule
    if fatal.costs is None and rule != NULLITY:
        return QCoreApplication.translate("fatal", "Kosten aankondigen")
    if fatal.lawyer is None and rule != NULLITY:
        return QCoreApplication.translate("fatal", "Gesprek met advocaat vastleggen")
    if fatal.resolved is None and rule != CASSATION:
        return QCoreApplication.translate("fatal", "OR-besluit vastleggen")
    if rule == NULLITY:
        return QCoreApplication.translate("fatal", "Nietigheidsbrief vastleggen")
    return QCoreApplication.translate("fatal", "Indienen vastleggen")


def kinds_of(fatal: FatalTerm) -> tuple[FactKind, ...]:
    """What is recorded by the act that the band names; of a resolution about appeal the council chooses which."""
    rule = fatal.row.rule
    if fatal.costs is None and rule != NULLITY:
        return (FactKind.COSTS_ANNOUNCED,)
    if fatal.lawyer is None and rule != NULLITY:
        return (FactKind.LAWYER_SPOKEN,)
    if fatal.resolved is None and rule != CASSATION:
        return (FactKind.NULLITY_RESOLVED,) if rule == NULLITY else (FactKind.APPEAL_RESOLVED, FactKind.APPEAL_RENOUNCED)
    filed = {NULLITY: FactKind.NULLITY_INVOKED, APPEAL: FactKind.APPEAL_FILED, CASSATION: FactKind.CASSATION_FILED}
    return (filed[rule],) if rule in filed else ()


class FatalBand(QFrame):
    """Red from the seventh day of the month on, before that in the colour of attention; hidden while no such term runs."""

    act_asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._fatal: FatalTerm | None = None
        self._second: QWidget | None = None
        self.setObjectName("fatale-termijn")
        self.setProperty("part", "band")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(10), look.px(14), look.px(10))
        row.setSpacing(look.px(16))
        words = QVBoxLayout()
        words.setSpacing(look.px(3))
        self.ends = text_label("", "strong", wrap=True)
        self.about = text_label("", wrap=True)
        self.standing = text_label("", "quiet", wrap=True)
        for line in (self.ends, self.about, self.standing):
            words.addWidget(line)
        row.addLayout(words, 1)
        self.act = button("", "fatale-termijn-doen", "primary")
        self.act.clicked.connect(self._ask)
        self._beside = QVBoxLayout()
        self._beside.setSpacing(look.px(6))
        self._beside.addWidget(self.act)
        row.addLayout(self._beside)
        row.setAlignment(self._beside, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    @property
    def fatal(self) -> FatalTerm | None:
        """The term that is shown."""
        return self._fatal

    def add_act(self, act: QWidget) -> None:
        """Puts a second act below the first; what the council prepares is not offered where others look along."""
        self._second = act
        self._beside.addWidget(act)

    def show_fatal(self, fatal: FatalTerm | None, more: int, today: date, *, strategy: bool) -> None:
        """Says what ends when, or disappears."""
        self._fatal = fatal
        self.setVisible(fatal is not None)
        if self._second is not None:
            self._second.setVisible(strategy)
        if fatal is None:
            return
        words = words_of(fatal, more, today, strategy=strategy)
        self.ends.setText(words.ends)
        self.about.setText(words.about)
        self.standing.setText(words.standing)
        self.standing.setVisible(bool(words.standing))
        self.act.setText(words.act)
        self.act.setAccessibleName(words.act)
        self.act.setAccessibleDescription(f"{words.ends}. {words.about}")
        tone = Tone.DANGER if fatal.red else Tone.ATTENTION
        set_tone(self, tone)
        set_tone(self.ends, tone)

    def _ask(self) -> None:
        if self._fatal is not None:
            self.act_asked.emit(self._fatal)
