"""Names are typed with a comma between them, in a form and in a cell, and kept as they were typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from orapp.domain.papers import Event
from orapp.law.facts import FactKind
from orapp.services.desk import Desk
from orapp.ui.kit.editor import DossierEditor
from orapp.ui.kit.fields import Field, FieldKind
from orapp.ui.kit.grid_values import read, typed, words
from orapp.ui.kit.item_form import ItemDialog
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.item_kinds_course import CourseKinds
from tests.ui.conftest import Settled
from tests.ui.step_story import advised

NAMES = Field(key="present", label="Aanwezig", kind=FieldKind.NAMES)


def test_names_are_read_and_written_with_commas() -> None:
    found = read(NAMES, " B. Berk,  E. Iep;\nB. Berk, ", (), date(2026, 1, 1))
    assert found.value == ("B. Berk", "E. Iep")
    assert typed(NAMES, found.value) == words(NAMES, found.value, {}) == "B. Berk, E. Iep"
    assert read(NAMES, "  ", (), date(2026, 1, 1)).value == ()


def test_who_was_present_is_filled_in_and_taken_back(desk: Desk, place: Workplace, qtbot: QtBot, settled: Settled) -> None:
    before = advised(desk)
    event = Event(id="ov", on=date(2026, 1, 9), kind=FactKind.CONSULTATION_MEETING, text="Overleg", request_id="r1")
    dossier, _ = desk.dossiers.save(before, replace(before, events=(*before.events, event)), "secretaris")
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    editor = DossierEditor(desk.dossiers, place, window)
    editor.take(dossier)
    present = next(one for one in dossier.events if one.id == "ov")
    dialog = ItemDialog(window, editor, place, CourseKinds(place, window).events(), present)
    dialog.open()
    settled()
    field = dialog.findChild(QLineEdit, "present")
    assert field is not None
    assert field.accessibleName() == "Aanwezig"
    field.setText("B. Berk, E. Iep")
    dialog.save()
    settled()
    assert [one.present for one in desk.dossiers.view(dossier.reference).dossier.events if one.id == "ov"] == [
        ("B. Berk", "E. Iep")
    ]
    editor.undo()
    settled()
    assert [one.present for one in desk.dossiers.view(dossier.reference).dossier.events if one.id == "ov"] == [()]
