"""The list that is edited in place: by keyboard alone, with undo, conflict and drafts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from orapp.domain import editing
from orapp.domain.assessment import AnswerState, Question
from orapp.domain.dossier import Dossier
from orapp.services.desk import Desk
from orapp.ui.kit.editor_acts import EditorActs
from orapp.ui.kit.item_form import ItemDialog
from orapp.ui.kit.workplace import Workplace
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled, Shown, the_dossiers
from tests.ui.question_list import Listed, begun, listed, told, with_questions, with_three_questions

Key = Qt.Key
CTRL, SHIFT, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def dossier(desk: Desk) -> Dossier:
    return with_three_questions(desk)


@pytest.fixture
def here(place: Workplace, desk: Desk, dossier: Dossier, shown: Shown, settled: Settled) -> Listed:
    return begun(listed(place, desk, dossier), shown, settled)


def act(here: Listed) -> QPushButton:
    button = here.items.findChild(QPushButton, "vragen-melding-doe")
    assert isinstance(button, QPushButton)
    return button


def elsewhere(desk: Desk, here: Listed, item_id: str, **values: object) -> Dossier:
    """Another window changes a question."""

    def edit(dossier: Dossier) -> Dossier:
        item = next(question for question in dossier.questions if question.id == item_id)
        changed: Callable[..., Question] = replace
        return editing.change("questions", item, changed(item, **values))(dossier)

    assert here.editor.dossier is not None
    return desk.dossiers.edit(here.editor.dossier.id, edit, "een ander", "venster-2").dossier


def test_typing_on_a_cell_replaces_and_ctrl_enter_keeps(here: Listed, settled: Settled) -> None:
    QTest.keyClicks(here.grid, "W")
    QTest.keyClicks(here.field(), "aarom?")
    QTest.keyClick(here.field(), Key.Key_Return, CTRL)
    assert here.shown()[0] == "Waarom?"
    settled()
    assert here.texts()[0] == "Waarom?"
    assert here.editor.undo_words == "vraag Q1 gewijzigd"
    assert here.grid.hasFocus()


def test_f2_and_enter_edit_what_stands_there_and_enter_makes_a_line(here: Listed, settled: Settled) -> None:
    QTest.keyClick(here.grid, Key.Key_F2)
    QTest.keyClick(here.field(), Key.Key_Return)
    QTest.keyClicks(here.field(), "Per jaar?")
    QTest.keyClick(here.field(), Key.Key_Return, CTRL)
    settled()
    assert here.texts()[0] == "Wat kost het?\nPer jaar?"
    QTest.keyClick(here.grid, Key.Key_Return)
    assert here.items.grid().is_editing()


def test_escape_leaves_a_cell_as_it_was(here: Listed, settled: Settled) -> None:
    QTest.keyClicks(here.grid, "X")
    QTest.keyClick(here.field(), Key.Key_Escape)
    settled()
    assert not here.items.grid().is_editing()
    assert here.texts()[0] == "Wat kost het?"
    assert here.editor.undo_words == ""


def test_a_whole_row_is_filled_with_tab_and_the_last_tab_begins_a_new_row(here: Listed, settled: Settled) -> None:
    here.items.choose("vraag-3")
    QTest.keyClicks(here.grid, "K")
    QTest.keyClicks(here.field(), "an het later?")
    QTest.keyClick(here.field(), Key.Key_Tab)
    QTest.keyClick(here.field(), Key.Key_Tab)
    QTest.keyClicks(here.field(), "Ja, in mei.")
    QTest.keyClick(here.field(), Key.Key_Tab)
    QTest.keyClicks(here.field(), "+14")
    QTest.keyClick(here.field(), Key.Key_Tab)
    QTest.keyClick(here.field(), Key.Key_Tab)
    assert len(here.shown()) == 4
    QTest.keyClicks(here.field(), "En dan?")
    QTest.keyClick(here.field(), Key.Key_Backtab)
    settled()
    dossier = here.editor.dossier
    assert dossier is not None
    last, new = dossier.questions[2:]
    assert (last.text, last.answer) == ("Kan het later?", "Ja, in mei.")
    assert last.answer_due is not None
    assert last.answer_due.isoformat() == "2026-12-05"
    assert new.text == "En dan?"
    assert here.editor.undo_words == "vraag toegevoegd"


def test_insert_begins_a_row_below_and_an_empty_one_goes_away(here: Listed, settled: Settled) -> None:
    QTest.keyClick(here.grid, Key.Key_Insert)
    assert here.shown() == ["Wat kost het?", "", "Wie beslist?", "Wanneer begint het?"]
    QTest.keyClick(here.field(), Key.Key_Escape)
    settled()
    assert here.shown() == ["Wat kost het?", "Wie beslist?", "Wanneer begint het?"]
    QTest.keyClick(here.grid, Key.Key_Plus, CTRL | SHIFT)
    QTest.keyClicks(here.field(), "Tussendoor?")
    QTest.keyClick(here.field(), Key.Key_Return, CTRL)
    settled()
    assert "Tussendoor?" in here.texts()


def test_rows_that_are_begun_quickly_stay_where_they_were_begun(here: Listed, settled: Settled) -> None:
    for words in ("Eerst?", "Dan?"):
        QTest.keyClick(here.grid, Key.Key_Insert)
        QTest.keyClicks(here.field(), words)
        QTest.keyClick(here.field(), Key.Key_Return, CTRL)
    assert here.shown()[:3] == ["Wat kost het?", "Eerst?", "Dan?"]
    settled()
    assert here.texts()[:3] == ["Wat kost het?", "Eerst?", "Dan?"]


def test_delete_removes_the_chosen_rows_and_undo_brings_them_back(here: Listed, settled: Settled) -> None:
    QTest.keyClick(here.grid, Key.Key_Down, SHIFT)
    QTest.keyClick(here.grid, Key.Key_Delete)
    settled()
    assert here.texts() == ["Wanneer begint het?"]
    assert told(here) == "2 vragen verwijderd."
    act(here).click()
    settled()
    assert here.texts() == ["Wat kost het?", "Wie beslist?", "Wanneer begint het?"]


def test_alt_arrows_order_also_when_pressed_quickly(here: Listed, settled: Settled) -> None:
    QTest.keyClick(here.grid, Key.Key_Down, ALT)
    QTest.keyClick(here.grid, Key.Key_Down, ALT)
    settled()
    assert here.texts() == ["Wie beslist?", "Wanneer begint het?", "Wat kost het?"]
    chosen = here.items.grid().current()
    assert chosen is not None
    assert chosen.id == "vraag-1"
    QTest.keyClick(here.grid, Key.Key_Up, ALT)
    settled()
    assert here.texts() == ["Wie beslist?", "Wat kost het?", "Wanneer begint het?"]


def test_a_dragged_row_goes_where_it_was_dropped(here: Listed, settled: Settled) -> None:
    here.items.grid().moved.emit("vraag-3", 0)
    settled()
    assert here.texts() == ["Wanneer begint het?", "Wat kost het?", "Wie beslist?"]


def test_a_choice_is_made_by_its_first_letter(here: Listed, settled: Settled, place: Workplace) -> None:
    grid = here.items.grid()
    grid.setCurrentIndex(here.cell(0, "state"))
    first = place.texts.label(AnswerState.LAPSED)[0]
    QTest.keyClicks(grid, first)
    QTest.keyClick(here.field(), Key.Key_Return)
    settled()
    dossier = here.editor.dossier
    assert dossier is not None
    assert place.texts.label(dossier.questions[0].state).startswith(first)


def test_a_date_that_is_none_keeps_the_cell_open_and_says_why(here: Listed, settled: Settled) -> None:
    here.items.grid().setCurrentIndex(here.cell(0, "answer_due"))
    QTest.keyClicks(here.grid, "3")
    QTest.keyClicks(here.field(), "1 feb")
    QTest.keyClick(here.field(), Key.Key_Tab)
    assert "Februari 2026 heeft 28 dagen." in told(here)
    assert here.items.grid().is_editing()
    here.items.findChildren(QPushButton)[0].setFocus()
    assert not here.items.grid().is_editing()
    act(here).click()
    assert here.field().property("text") == "31 feb"
    QTest.keyClick(here.field(), Key.Key_Escape)
    settled()


def test_another_window_does_not_disturb_what_is_being_typed(
    here: Listed, desk: Desk, settled: Settled, place: Workplace
) -> None:
    here.items.choose("vraag-2")
    QTest.keyClicks(here.grid, "H")
    QTest.keyClicks(here.field(), "alf")
    changed = elsewhere(desk, here, "vraag-1", text="Door een ander")
    changed = desk.dossiers.edit(changed.id, editing.move("questions", "vraag-3", 0), "een ander", "venster-2").dossier
    here.editor.take(changed)
    here.items.show_items(changed, "")
    assert here.shown() == ["Wanneer begint het?", "Door een ander", "Wie beslist?"]
    assert here.field().property("plainText") == "Half"
    assert here.field().hasFocus()
    QTest.keyClicks(here.field(), " af")
    QTest.keyClick(here.field(), Key.Key_Return, CTRL)
    settled()
    assert here.texts() == ["Wanneer begint het?", "Door een ander", "Half af"]


def test_a_conflict_is_told_at_the_list_and_what_was_typed_is_not_lost(here: Listed, desk: Desk, settled: Settled) -> None:
    QTest.keyClicks(here.grid, "M")
    QTest.keyClicks(here.field(), "ijn tekst")
    changed = elsewhere(desk, here, "vraag-1", text="Door een ander")
    here.items.show_items(changed, "")
    QTest.keyClick(here.field(), Key.Key_Return, CTRL)
    settled()
    assert here.shown()[0] == "Door een ander"
    assert told(here)
    act(here).click()
    assert here.field().property("plainText") == "Mijn tekst"
    QTest.keyClick(here.field(), Key.Key_Return, CTRL)
    settled()
    assert here.texts()[0] == "Mijn tekst"


def test_typing_goes_to_a_draft_and_comes_back_after_the_program_was_broken_off(
    here: Listed, archive: MemoryArchive, place: Workplace, desk: Desk, qtbot: QtBot, settled: Settled, shown: Shown
) -> None:
    QTest.keyClicks(here.grid, "N")
    QTest.keyClicks(here.field(), "iet af")
    qtbot.waitUntil(lambda: bool(archive.typed))
    settled()
    assert archive.typed["vraag-1", "text", "venster-1"][1] == "Niet af"
    dossier = here.editor.dossier
    assert dossier is not None
    again = listed(place, desk, dossier)
    shown(again.items)
    settled()
    assert told(again) == "Er is niet bewaarde tekst van vraag Q1."
    act(again).click()
    assert again.field().property("plainText") == "Niet af"
    QTest.keyClick(again.field(), Key.Key_Return, CTRL)
    settled()
    assert again.texts()[0] == "Niet af"
    assert not archive.typed


def test_a_draft_of_a_row_that_was_never_kept_comes_back_too(
    here: Listed, archive: MemoryArchive, place: Workplace, desk: Desk, qtbot: QtBot, settled: Settled, shown: Shown
) -> None:
    here.items.add_new()
    QTest.keyClicks(here.field(), "Gloednieuw")
    qtbot.waitUntil(lambda: bool(archive.typed))
    settled()
    dossier = here.editor.dossier
    assert dossier is not None
    again = listed(place, desk, dossier)
    shown(again.items)
    settled()
    act(again).click()
    QTest.keyClick(again.field(), Key.Key_Return, CTRL)
    settled()
    assert again.texts()[-1] == "Gloednieuw"
    assert not archive.typed


def test_leaving_the_cell_for_another_place_keeps_what_was_typed(here: Listed, settled: Settled) -> None:
    QTest.keyClicks(here.grid, "W")
    QTest.keyClicks(here.field(), "eg")
    here.items.findChildren(QPushButton)[0].setFocus()
    settled()
    assert here.texts()[0] == "Weg"
    assert not here.items.grid().is_editing()


def test_ctrl_z_takes_the_typing_back_first_and_then_the_edit(
    place: Workplace, desk: Desk, dossier: Dossier, shown: Shown, settled: Settled
) -> None:
    here = listed(place, desk, dossier)
    acts = EditorActs(here.editor, here.items)
    shown(here.items)
    here.items.choose("vraag-1")
    QTest.keyClicks(here.grid, "W")
    QTest.keyClick(here.field(), Key.Key_Return, CTRL)
    settled()
    assert acts.undo.text() == "Ongedaan maken: vraag Q1 gewijzigd"
    QTest.keyClick(here.grid, Key.Key_F2)
    QTest.keyClicks(here.field(), "eg")
    QTest.keyClick(here.field(), Key.Key_Z, CTRL)
    assert here.field().property("plainText") == "W"
    assert here.texts()[0] == "W"
    QTest.keyClick(here.field(), Key.Key_Escape)
    QTest.keyClick(here.grid, Key.Key_Z, CTRL)
    settled()
    assert here.texts()[0] == "Wat kost het?"
    assert acts.redo.text() == "Opnieuw: vraag Q1 gewijzigd"
    QTest.keyClick(here.grid, Key.Key_Y, CTRL)
    settled()
    assert here.texts()[0] == "W"


def test_the_form_opens_with_the_keyboard_and_keeps(here: Listed, settled: Settled) -> None:
    QTest.keyClick(here.grid, Key.Key_Return, ALT)
    dialog = here.items.window().findChild(ItemDialog)
    assert isinstance(dialog, QWidget)
    field = dialog.findChild(QWidget, "why")
    assert isinstance(field, QWidget)
    field.setFocus()
    QTest.keyClicks(field, "Van belang")
    QTest.keyClick(field, Key.Key_Return, CTRL)
    settled()
    dossier = here.editor.dossier
    assert dossier is not None
    assert dossier.questions[0].why == "Van belang"


def test_an_empty_list_says_what_belongs_there_and_begins(place: Workplace, desk: Desk, shown: Shown, settled: Settled) -> None:
    here = listed(place, desk, with_questions(desk, the_dossiers()[0]))
    shown(here.items)
    assert any(
        label.text() == "Hier komen de vragen aan de bestuurder." and label.isVisible()
        for label in here.items.findChildren(QLabel)
    )
    here.items.findChildren(QPushButton)[0].click()
    QTest.keyClicks(here.field(), "De eerste?")
    QTest.keyClick(here.field(), Key.Key_Return, CTRL)
    settled()
    assert here.texts() == ["De eerste?"]


def test_a_draft_of_a_field_without_a_column_opens_the_form_and_the_others_stay_offered(
    place: Workplace, desk: Desk, dossier: Dossier, archive: MemoryArchive, shown: Shown, settled: Settled
) -> None:
    archive.typed["vraag-1", "why", "venster-1"] = (dossier.id, "Daarom")
    archive.typed["vraag-2", "answer", "venster-1"] = (dossier.id, "De raad")
    archive.typed["vraag-3", "answer", "venster-2"] = (dossier.id, "van een ander venster")
    here = listed(place, desk, dossier)
    shown(here.items)
    settled()
    assert told(here) == "Er is niet bewaarde tekst van vraag Q1, vraag Q2."
    act(here).click()
    settled()
    dialog = here.items.window().findChild(ItemDialog)
    assert isinstance(dialog, ItemDialog)
    assert dialog.form.texts()["why"] == "Daarom"
    dialog.save()
    settled()
    assert told(here) == "Er is niet bewaarde tekst van vraag Q2."
    act(here).click()
    QTest.keyClick(here.field(), Key.Key_Return, CTRL)
    settled()
    kept = here.editor.dossier
    assert kept is not None
    assert (kept.questions[0].why, kept.questions[1].answer) == ("Daarom", "De raad")
    assert list(archive.typed) == [("vraag-3", "answer", "venster-2")]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_picking_from_the_open_list_keeps_at_once(here: Listed, qtbot: QtBot, settled: Settled) -> None:
    here.items.grid().setCurrentIndex(here.cell(0, "state"))
    QTest.keyClick(here.grid, Key.Key_Return)
    box = here.field()
    assert isinstance(box, QComboBox)
    assert box.view().isVisible()
    QTest.keyClick(box.view(), Key.Key_End)
    QTest.keyClick(box.view(), Key.Key_Return)
    qtbot.waitUntil(lambda: not here.items.grid().is_editing())
    settled()
    dossier = here.editor.dossier
    assert dossier is not None
    assert dossier.questions[0].state is AnswerState.LAPSED
    # Without a screen the window does not become active again after a popup; it knows where the keyboard goes.
    assert here.items.window().focusWidget() is here.grid


def test_the_act_that_takes_back_goes_away_when_something_else_was_done(here: Listed, settled: Settled) -> None:
    QTest.keyClick(here.grid, Key.Key_Delete)
    settled()
    assert told(here) == "Vraag Q1 verwijderd."
    QTest.keyClicks(here.grid, "Z")
    QTest.keyClick(here.field(), Key.Key_Return, CTRL)
    settled()
    assert told(here) == ""
