"""The step of a petition or a nullity letter asks which decision it is against, and closes that month alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from orapp.domain.dossier import Dossier
from orapp.domain.needs import Recorded
from orapp.domain.recording import record
from orapp.law.facts import FactKind, ProcedureKind
from orapp.services.desk import Desk
from orapp.ui.kit.editor import DossierEditor
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.step_dialog import StepDialog
from orapp.ui.screens.dossier.step_fields import StepForm
from tests.fakes.surroundings import FixedClock
from tests.ui.step_story import advised

FIRST, SECOND, TODAY = date(2026, 1, 5), date(2026, 1, 12), date(2026, 1, 19)


def twice(desk: Desk, legal: ProcedureKind, *, second: date = SECOND) -> Dossier:
    """Two decisions on the same proposed decision."""
    before = advised(desk, legal=legal)
    dossier = before
    for key, on in (("een", FIRST), ("twee", second)):
        told = Recorded(kind=FactKind.DECISION_NOTIFIED, on=on, request_id="r1", text=f"Besluit {key}", written=True)
        dossier = record(dossier, told, iter((f"besluit-{key}",)).__next__)
    return desk.dossiers.save(before, dossier, "secretaris")[0]


def found(window: QWidget, kind: type[QWidget], name: str) -> QWidget:
    widget = window.findChild(kind, name)
    assert widget is not None
    return widget


@pytest.mark.parametrize(
    ("legal", "kind"),
    [(ProcedureKind.ADVICE, FactKind.APPEAL_FILED), (ProcedureKind.CONSENT, FactKind.NULLITY_INVOKED)],
)
def test_of_two_months_none_is_chosen_and_a_choice_is_asked(
    legal: ProcedureKind, kind: FactKind, desk: Desk, place: Workplace, clock: FixedClock, qtbot: QtBot
) -> None:
    clock.day = TODAY
    form = StepForm(place, twice(desk, legal), kind, "r1")
    qtbot.addWidget(form)
    assert form.recorded().against_ids == ()
    assert form.refuse()
    first = found(form, QCheckBox, "tegen-besluit-0")
    assert isinstance(first, QCheckBox)
    first.click()
    assert not form.refuse()
    assert form.recorded().against_ids == ("besluit-een",)
    every = found(form, QRadioButton, "tegen-besluit-alle")
    assert isinstance(every, QRadioButton)
    every.click()
    assert form.recorded().against_ids == ("besluit-een", "besluit-twee")
    unknown = found(form, QRadioButton, "tegen-besluit-onbekend")
    assert isinstance(unknown, QRadioButton)
    unknown.click()
    assert form.recorded().against_ids == ()
    assert not form.refuse()
    assert not first.isChecked()


def test_the_only_decision_is_meant_and_not_asked(desk: Desk, place: Workplace, clock: FixedClock, qtbot: QtBot) -> None:
    clock.day = TODAY
    dossier = twice(desk, ProcedureKind.ADVICE)
    form = StepForm(place, replace(dossier, decisions=dossier.decisions[:1]), FactKind.APPEAL_FILED, "r1")
    qtbot.addWidget(form)
    assert form.findChild(QCheckBox, "tegen-besluit-0") is None
    assert form.recorded().against_ids == ("besluit-een",)


def test_a_month_that_is_over_is_said_and_the_running_one_is_ticked(
    desk: Desk, place: Workplace, clock: FixedClock, qtbot: QtBot
) -> None:
    clock.day = date(2026, 4, 7)
    form = StepForm(place, twice(desk, ProcedureKind.ADVICE, second=date(2026, 4, 1)), FactKind.APPEAL_FILED, "r1")
    qtbot.addWidget(form)
    over, runs = found(form, QCheckBox, "tegen-besluit-0"), found(form, QCheckBox, "tegen-besluit-1")
    assert isinstance(over, QCheckBox)
    assert isinstance(runs, QCheckBox)
    assert over.text().endswith("(maand voorbij)")
    assert (over.isChecked(), runs.isChecked()) == (False, True)


def test_by_keyboard_the_petition_closes_the_month_of_one_decision(
    desk: Desk, place: Workplace, clock: FixedClock, qtbot: QtBot
) -> None:
    clock.day = TODAY
    dossier = twice(desk, ProcedureKind.ADVICE)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    editor = DossierEditor(desk.dossiers, place, window)
    editor.take(dossier)
    dialog = StepDialog(window, place, editor, dossier, "r1", (FactKind.APPEAL_FILED,))
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    with qtbot.waitSignal(dialog.recorded):
        for _ in range(30):
            focus = QApplication.focusWidget()
            assert focus is not None
            if focus.objectName() == "tegen-besluit-1":
                break
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Space)
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    view = desk.dossiers.view(dossier.reference)
    assert view.dossier.events[-1].against_ids == ("besluit-twee",)
    months = {one.start_source_id: one.state.value for one in view.derived.deadlines if one.rule == "wor-26-2-beroep"}
    assert months == {"besluit-een": "running", "besluit-twee": "closed"}
