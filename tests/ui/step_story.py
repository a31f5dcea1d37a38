"""A dossier that waits for the decision of the director, and the keys with which a story is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from orapp.domain.dossier import Dossier, DossierKind
from orapp.domain.needs import Recorded
from orapp.domain.promises import Condition, ConditionState
from orapp.domain.recording import record
from orapp.domain.requests import Outcome, ProposedDecision, Request
from orapp.law.facts import FactKind, ProcedureKind
from orapp.services.desk import Desk
from orapp.services.dossiers import NewDossier
from orapp.ui.screens.dossier.screen import DossierScreen

TODAY = date(2026, 1, 13)
DECIDED = (
    "De arbeidsvoorwaarden worden gerespecteerd tot en met 31 december 2028. "
    "Een terugkeergarantie van drie jaar naar de gemeente acht het college niet passend."
)


def advised(desk: Desk, *, legal: ProcedureKind = ProcedureKind.ADVICE) -> Dossier:
    """A dossier in which the council has answered, on conditions, and waits for the decision."""
    made, _ = desk.dossiers.create(
        NewDossier(title="Verzelfstandiging", kind=DossierKind.ADVICE_REQUEST, opened_on=date(2025, 11, 3)), "secretaris"
    )
    grounds = ("25.1.a",) if legal is ProcedureKind.ADVICE else ("27.1.d",)
    dossier = replace(
        made,
        requests=(Request(id="r1", title="Aanvraag", legal=legal, grounds=grounds),),
        proposed_decisions=(
            ProposedDecision(id="b1", title="Structuur", request_id="r1", grounds=grounds, outcome=Outcome.POSITIVE_CONDITIONS),
        ),
        conditions=(
            Condition(
                id="v1", text="Arbeidsvoorwaarden blijven gelijk tot 2029", request_id="r1", state=ConditionState.IN_ADVICE
            ),
            Condition(id="v2", text="Terugkeergarantie van drie jaar naar de gemeente", request_id="r1"),
        ),
    )
    numbers = count(1)
    sent = FactKind.ADVICE_SENT if legal is ProcedureKind.ADVICE else FactKind.CONSENT_REFUSED
    steps = [
        (FactKind.RECEIVED, date(2025, 11, 3)),
        (FactKind.ACKNOWLEDGED, date(2025, 11, 4)),
        (FactKind.TRIAGED, date(2025, 11, 4)),
        (FactKind.COMPLETENESS_JUDGED, date(2025, 11, 5)),
        (FactKind.CONSULTATION_MEETING, date(2025, 11, 24)),
        (FactKind.VIEW_FORMED, date(2025, 12, 11)),
        (FactKind.ADOPTED, date(2025, 12, 18)),
        (FactKind.SIGNED, date(2025, 12, 19)),
        (sent, date(2025, 12, 19)),
    ]
    for kind, on in steps:
        dossier = record(dossier, Recorded(kind=kind, on=on, request_id="r1"), lambda: f"stap-{next(numbers)}")
    saved, _ = desk.dossiers.save(made, dossier, "secretaris")
    return saved


def now(desk: Desk, screen: DossierScreen) -> Dossier:
    return desk.dossiers.view(screen.reference).dossier


def type_in(name: str, text: str, within: QWidget) -> None:
    field = within.findChild(QWidget, name)
    assert field is not None
    field.setFocus()
    QTest.keyClicks(QApplication.focusWidget() or field, text)


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, modifier)


def dialog_of(qtbot: QtBot, screen: QWidget, kind: type[QWidget]) -> QWidget:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in screen.findChildren(kind)))
    found = next(one for one in screen.findChildren(kind) if one.isVisible())
    qtbot.waitUntil(found.isActiveWindow)
    return found


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))
