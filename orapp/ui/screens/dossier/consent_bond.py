"""The card of what consent is bound to: conditions in a version, an end, and what the council must still confirm."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from orapp.domain.dossier import code
from orapp.domain.requests import Outcome
from orapp.law.course import CONSENT_OUTCOMES
from orapp.law.facts import FactKind
from orapp.texts.dates import plain_date
from orapp.ui.kit.cards import Card, Pairs
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.look import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from orapp.domain.dossier import Dossier
    from orapp.domain.requests import ProposedDecision
    from orapp.law.facts import Fact
    from orapp.ui.kit.workplace import Workplace

Act = Callable[[str, tuple[FactKind, ...], str], "QWidget"]
Row = tuple[str, str, Tone | None]


class ConsentBond(QObject):
    """Says per proposed decision what its consent waits for, from the facts of the request."""

    def __init__(self, place: Workplace, dossier: Dossier, request_id: str, facts: tuple[Fact, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self._subjects = dossier.of_request(request_id)
        self._facts = facts

    def card(self, act: Act) -> Card | None:
        """The card, or None where nothing is bound; `act` makes the button that records a step."""
        rows = [row for subject in self._subjects for row in self._rows(subject)]
        if not rows:
            return None
        card = Card(self._place.look, self.tr("Waaraan de instemming is gebonden"))
        card.body.addWidget(Pairs(self._place.look, rows, 60))
        if any(subject.outcome is Outcome.CONSENT_CONDITIONAL for subject in self._subjects):
            row = FlowRow(self._place.look)
            row.fill(
                (
                    act(self.tr("Nieuwe vers&ie vastleggen"), (FactKind.REQUEST_CHANGED,), "instemming-versie"),
                    act(self.tr("Beve&stiging vastleggen"), (FactKind.CONSENT_CONFIRMED,), "instemming-bevestigen"),
                )
            )
            card.body.addWidget(row)
        return card

    def _rows(self, subject: ProposedDecision) -> list[Row]:
        rows: list[Row] = []
        name, rule = code("proposed_decisions", subject), subject.regulation
        if rule is not None and rule.version:
            words = self.tr("de instemming geldt voor versie {version}")
            if not self._holds(name):
                words = self.tr("instemming gevraagd met versie {version}")
            rows.append((name, words.format(version=rule.version), None))
        if subject.outcome is Outcome.CONSENT_CONDITIONAL:
            rows.append((name, self._confirmation(name), None))
        if subject.outcome is Outcome.CONSENT_TEMPORARY:
            until = plain_date(rule.expires_on) if rule is not None and rule.expires_on else self.tr("een dag die nog ontbreekt")
            words = self.tr("tijdelijk, tot en met {day}. Doorgaan daarna is een nieuw besluit dat instemming nodig heeft.")
            rows.append((name, words.format(day=until), Tone.ATTENTION))
        return rows

    def _holds(self, name: str) -> bool:
        """Whether the last word on it that was told is consent that waits for nothing."""
        said = [f for f in self._facts if f.kind in CONSENT_OUTCOMES and (not f.decisions or name in f.decisions)]
        last = {f.kind for f in said if f.on == said[-1].on}
        return bool(last) and last <= {FactKind.CONSENT_GIVEN, FactKind.CONSENT_CONFIRMED}

    def _confirmation(self, name: str) -> str:
        own = [f for f in self._facts if f.kind is FactKind.CONSENT_CONFIRMED and (not f.decisions or name in f.decisions)]
        if own:
            return self.tr("de OR heeft op {day} bevestigd dat de voorwaarden in de versie staan").format(
                day=plain_date(own[-1].on)
            )
        return self.tr(
            "wacht: de instemming geldt pas als de OR schriftelijk bevestigt dat de voorwaarden in de nieuwe versie staan"
        )
