"""The card of the regulation that consent is asked for, per proposed decision, with the button that opens its form."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from orapp.domain.dossier import code
from orapp.domain.requests import PartResult, ProposedDecision, Regulation
from orapp.texts.dates import plain_date
from orapp.ui.kit.cards import Card, button
from orapp.ui.kit.labels import text_label
from orapp.ui.screens.dossier.regulation_sheet import actions

if TYPE_CHECKING:
    from collections.abc import Callable

    from orapp.ui.kit.workplace import Workplace


class RegulationCard(Card):
    """What is known of each regulation. `opened` is called with the proposed decision; None where nothing may be changed."""

    def __init__(
        self, place: Workplace, subjects: tuple[ProposedDecision, ...], opened: Callable[[ProposedDecision], None] | None
    ) -> None:
        super().__init__(place.look, QCoreApplication.translate("regulation", "Regeling"))
        self._place = place
        self.setObjectName("regeling")
        for subject in subjects:
            self.body.addWidget(self._row(subject, opened))

    def _row(self, subject: ProposedDecision, opened: Callable[[ProposedDecision], None] | None) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        name = code("proposed_decisions", subject)
        said = text_label(f"{name} {self._said(subject)}".strip(), "" if subject.regulation else "quiet", wrap=True)
        said.setObjectName(f"regeling-gezegd-{subject.id}")
        line.addWidget(said, 1)
        if opened is not None:
            act = button(self.tr("Regeling…"), f"regeling-{subject.id}", "link")
            act.setAccessibleName(self.tr("Regeling van {code} {title}").format(code=name, title=subject.title))
            act.clicked.connect(lambda _checked=False: opened(subject))
            line.addWidget(act)
        return row

    def _said(self, subject: ProposedDecision) -> str:
        regulation = subject.regulation
        if regulation is None:
            return self.tr("Nog niet ingevuld: welke regeling, in welke versie, en wat de OR per onderdeel vindt.")
        pinned = [f"“{regulation.title or subject.title}”"]
        pinned += [self.tr("versie {version}").format(version=regulation.version)] if regulation.version else []
        pinned += [self.tr("van {day}").format(day=plain_date(regulation.dated_on))] if regulation.dated_on else []
        done = dict(actions()).get(regulation.action, "")
        days = (
            (self.tr("gaat in op {day}"), regulation.effective_from),
            (self.tr("instemming tot en met {day}"), regulation.expires_on),
            (self.tr("evaluatie op {day}"), regulation.evaluation_on),
        )
        told = [words.format(day=plain_date(day)) for words, day in days if day is not None]
        return " · ".join(part for part in (", ".join(pinned), done, self._parts(regulation), *told) if part)

    def _parts(self, regulation: Regulation) -> str:
        if not regulation.parts:
            return self.tr("geen onderdelen")
        found = Counter(part.result for part in regulation.parts)
        counts = ", ".join(f"{found[one]} {self._place.texts.label(one)}" for one in PartResult if found[one])
        return self.tr("onderdelen: {counts}").format(counts=counts)
