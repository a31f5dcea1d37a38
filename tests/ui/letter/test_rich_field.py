"""A field of several lines is written as a section is: looks, lists and references by keys and by menu, with its spelling."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from orapp.letters.beginnings import Beginning
from orapp.letters.content import CodedList, Paragraph, Run
from orapp.services.desk import Desk
from orapp.services.spelling import SpellingService
from orapp.ui.kit.spelling import Spelling
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.letter.own_text import OwnText
from orapp.ui.screens.letter.rich_field import RichPiece
from orapp.ui.screens.letter.rich_insert import InsertSheet
from orapp.ui.screens.letter.screen import LetterScreen
from orapp.ui.screens.letter.spelling_marks import SpellingMarks
from tests.fakes.word_list import WordList
from tests.ui.conftest import Settled, Shown
from tests.ui.letter.hands import HOUSING, REQUEST, draft_of, focused, press, write

pytestmark = pytest.mark.qt_log_ignore(r"^This plugin does not support grabbing the keyboard$", extend=True)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def place(place: Workplace) -> Workplace:
    return replace(place, spelling=Spelling(SpellingService(WordList()), place.tasks, place.memory))


@pytest.fixture
def made(desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path) -> LetterScreen:
    screen = LetterScreen(desk, place, tmp_path)
    shown(screen)
    screen.begin(HOUSING, Beginning(kind="A11", request_id=REQUEST))
    settled()
    return screen


def field(screen: LetterScreen, key: str) -> RichPiece:
    piece = screen.fields.rows[key].piece
    assert isinstance(piece, RichPiece)
    return piece


def choose(piece: RichPiece, words: str) -> None:
    piece.tools.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(act for act in menu.actions() if act.text().startswith(words)).trigger()
    menu.close()


def test_a_field_is_written_by_keyboard_with_looks_levels_and_spelling(made: LetterScreen, settled: Settled) -> None:
    made.fields.focus_in("undo")
    edit = focused()
    assert isinstance(edit, OwnText)
    assert edit.accessibleName()
    write("Zet ")
    press(Qt.Key.Key_B, modifier=CONTROL)
    write("alle")
    press(Qt.Key.Key_B, modifier=CONTROL)
    write(" sensoren uit:")
    press(Qt.Key.Key_Return)
    write("1. ook nachtsqq")
    press(Qt.Key.Key_Return)
    write("bij de ingang")
    press(Qt.Key.Key_BracketRight, modifier=CONTROL)
    settled()
    assert edit.typed() == "Zet **alle** sensoren uit:\n1. ook nachtsqq\n  a. bij de ingang"
    blocks = [block for section in draft_of(made).content.sections for block in section.blocks]
    assert any(isinstance(one, Paragraph) and Run(text="alle", bold=True) in one.runs for one in blocks)
    assert any(isinstance(one, CodedList) and [item.code for item in one.items] == ["1.", "a."] for one in blocks)
    marks = edit.findChild(SpellingMarks)
    assert marks is not None
    marks.look_again()
    settled()
    assert marks.marked() == ("nachtsqq",)
    made.composition.settle()
    settled()
    assert made.composition.letter is not None
    assert {one.key: one.value for one in made.composition.letter.fields}["undo"] == edit.typed()
    press(Qt.Key.Key_Tab)
    assert focused() is not edit
    field(made, "undo").focus_in()
    press(Qt.Key.Key_Up, modifier=CONTROL)
    assert focused() is not edit
    field(made, "undo").focus_in()
    press(Qt.Key.Key_Escape)
    assert focused() is made.fields.head


def test_the_menu_does_what_the_bar_of_a_section_does(made: LetterScreen, settled: Settled) -> None:
    piece = field(made, "undo")
    piece.focus_in()
    write("een")
    choose(piece, "Opsomming")
    assert piece.edit.typed() == "- een"
    assert focused() is piece.edit
    choose(piece, "Nieuwe tabel met 2")
    write("Wat")
    choose(piece, "Kolom ernaast")
    assert piece.edit.typed() == "- een\n\n| Wat |  |  |\n|  |  |  |\n|  |  |  |"
    choose(piece, "Hele tabel weg")
    choose(piece, "Invoegen uit het dossier")
    sheet = made.findChild(InsertSheet)
    assert sheet is not None
    assert not sheet.earlier.isHidden(), "earlier letters and text blocks are offered too"
    sheet.close()
    settled()
    assert piece.tools.accessibleName().startswith("Opmaak van ")
    assert piece.tools.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_what_was_changed_elsewhere_is_shown_and_a_fixed_letter_is_only_read(made: LetterScreen, place: Workplace) -> None:
    piece = field(made, "undo")
    piece.show_value(replace(piece.shown, value="- **twee**"))
    assert piece.edit.toPlainText() == "twee"
    piece.set_read_only()
    assert piece.edit.isReadOnly()
    assert piece.tools.isHidden()
