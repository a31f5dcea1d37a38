"""Two levels of lists and looks in cells: by keys, from what was copied, and lists restart as a letter does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from orapp.letters.typed_lines import text_of
from orapp.ui.kit.look import Look
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.letter import rich_acts
from orapp.ui.screens.letter.own_text import OwnText
from orapp.ui.screens.letter.rich_bar import RichBar
from orapp.ui.screens.letter.rich_paste import lines_of_html
from orapp.ui.screens.letter.rich_reading import list_at
from tests.ui.conftest import Shown
from tests.ui.letter.hands import press, write
from tests.ui.letter.test_rich_text import in_document, name

CONTROL, SHIFT, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
LEVELS = (
    "1. eerst\n  a. een\n  b. twee\n2. dan\n  a. drie\n  - vier\n\n- punt\n  a. vijf\n- nog een\n  - zes\n"
    "\n+ [[v1]] Behoud.\n: Toetsing: zo\n  a. zeven\n  b. acht\nTekst."
)


@pytest.fixture
def edit(place: Workplace, shown: Shown) -> OwnText:
    made = OwnText(place.look, "tekst", "Eigen tekst", "", name)
    shown(made)
    made.setFocus()
    return made


def go_to(edit: OwnText, words: str) -> None:
    """Puts the caret before these words."""
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    assert edit.find(words)
    cursor = edit.textCursor()
    cursor.setPosition(cursor.selectionStart())
    edit.setTextCursor(cursor)


def test_levels_come_back_from_the_document(look: Look) -> None:
    assert in_document(look, LEVELS) == LEVELS


def test_levels_are_written_by_keys(edit: OwnText) -> None:
    write("1. eerst")
    press(Qt.Key.Key_BracketRight, modifier=CONTROL)
    assert edit.typed() == "1. eerst", "the first point has none above it"
    press(Qt.Key.Key_Return)
    write("een")
    press(Qt.Key.Key_BracketRight, modifier=CONTROL)
    press(Qt.Key.Key_Return)
    write("twee")
    assert edit.typed() == "1. eerst\n  a. een\n  b. twee"
    press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    write("dan")
    assert edit.typed() == "1. eerst\n  a. een\n  b. twee\n2. dan"
    press(Qt.Key.Key_Return)
    write("drie")
    press(Qt.Key.Key_Right, modifier=ALT | SHIFT)
    press(Qt.Key.Key_8, modifier=CONTROL | SHIFT)
    assert edit.typed().endswith("2. dan\n  - drie")
    press(Qt.Key.Key_7, modifier=CONTROL | SHIFT)
    assert edit.typed().endswith("2. dan\n  a. drie")
    press(Qt.Key.Key_Left, modifier=ALT | SHIFT)
    assert edit.typed().endswith("2. dan\n3. drie")
    press(Qt.Key.Key_Z, modifier=CONTROL)
    assert edit.typed().endswith("2. dan\n  a. drie")


def test_what_goes_up_or_down_lets_the_rest_count_rightly(edit: OwnText) -> None:
    edit.show_text("1. eerst\n  a. een\n  b. twee\n  c. drie\n2. dan")
    go_to(edit, "twee")
    press(Qt.Key.Key_BracketLeft, modifier=CONTROL)
    assert edit.typed() == "1. eerst\n  a. een\n2. twee\n  a. drie\n3. dan"
    press(Qt.Key.Key_BracketRight, modifier=CONTROL)
    assert edit.typed() == "1. eerst\n  a. een\n  b. twee\n  c. drie\n2. dan"
    press(Qt.Key.Key_Backspace)
    assert edit.typed() == "1. eerst\n  a. een\n2. twee\n  a. drie\n3. dan"


def test_words_below_an_item_of_the_dossier_become_a_point_of_it_and_plain_again(edit: OwnText) -> None:
    edit.show_text("+ [[v1]] Behoud.\n: Toetsing: zo\nEen\nTwee")
    go_to(edit, "Een")
    press(Qt.Key.Key_BracketRight, modifier=CONTROL)
    go_to(edit, "Twee")
    press(Qt.Key.Key_BracketRight, modifier=CONTROL)
    assert edit.typed() == "+ [[v1]] Behoud.\n: Toetsing: zo\n  a. Een\n  b. Twee"
    press(Qt.Key.Key_BracketLeft, modifier=CONTROL)
    assert edit.typed() == "+ [[v1]] Behoud.\n: Toetsing: zo\n  a. Een\nTwee"


def test_what_lost_the_point_above_it_stands_at_once_as_the_letter_will_have_it(edit: OwnText) -> None:
    edit.show_text("1. eerst\n  a. een\n  b. twee\n2. dan\n  - drie")
    emitted: list[str] = []
    edit.written.connect(emitted.append)
    go_to(edit, "eerst")
    edit.setTextCursor(whole_paragraph(edit))
    press(Qt.Key.Key_Delete)
    assert edit.typed() == "a. een\nb. twee\n1. dan\n  - drie"
    assert emitted[-1] == edit.typed()
    assert indents(edit) == [1, 1, 1, 2]
    edit.show_text(edit.typed())
    assert indents(edit) == [1, 1, 1, 2], "what is read again looks the same"


def test_a_point_that_becomes_plain_takes_its_second_level_up_and_taking_back_gives_all_back(edit: OwnText) -> None:
    edit.show_text("1. eerst\n  a. een\n  b. twee\n  c. drie")
    go_to(edit, "twee")
    press(Qt.Key.Key_9, modifier=CONTROL | SHIFT)
    assert edit.typed() == "1. eerst\n  a. een\n> twee\nb. drie"
    press(Qt.Key.Key_Z, modifier=CONTROL)
    assert edit.typed() == "1. eerst\n  a. een\n  b. twee\n  c. drie"
    assert indents(edit) == [1, 2, 2, 2]
    go_to(edit, "eerst")
    press(Qt.Key.Key_Backspace)
    assert edit.typed() == "eerst\na. een\nb. twee\nc. drie"
    press(Qt.Key.Key_Z, modifier=CONTROL)
    assert edit.typed() == "1. eerst\n  a. een\n  b. twee\n  c. drie"
    press(Qt.Key.Key_Y, modifier=CONTROL)
    assert edit.typed() == "eerst\na. een\nb. twee\nc. drie"


def test_points_below_an_item_of_the_dossier_that_is_removed_stand_on_the_first_level(edit: OwnText) -> None:
    edit.show_text("+ [[v1]] Behoud.\n: Toetsing: zo\n  - zeven\n  - acht")
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    press(Qt.Key.Key_Delete)
    assert edit.typed().splitlines()[-2:] == ["- zeven", "- acht"]
    assert indents(edit)[-2:] == [1, 1]


def whole_paragraph(edit: OwnText) -> QTextCursor:
    """The first paragraph with its end."""
    cursor = edit.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def indents(edit: OwnText) -> list[int]:
    """How deep each paragraph stands, 0 outside a list."""
    found = []
    block = edit.document().begin()
    while block.isValid():
        owner = list_at(block)
        found.append(owner.format().indent() if owner is not None else 0)
        block = block.next()
    return found


def test_tab_still_leaves_and_the_bar_shows_the_level(edit: OwnText, place: Workplace, shown: Shown) -> None:
    bar = RichBar(place.look, edit)
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.addWidget(bar)
    column.addWidget(edit)
    column.addWidget(QLineEdit())
    shown(holder)
    edit.show_text("- een\n- twee")
    edit.setFocus()
    edit.moveCursor(QTextCursor.MoveOperation.End)
    bar.below.click()
    assert edit.typed() == "- een\n  - twee"
    assert bar.below.isChecked()
    bar.below.click()
    assert edit.typed() == "- een\n- twee"
    assert not bar.below.isChecked()
    press(Qt.Key.Key_Tab)
    assert edit.typed() == "- een\n- twee"
    assert not edit.hasFocus()


def test_levels_are_pasted(edit: OwnText) -> None:
    html = (
        "<ol><li>een<ol type=a><li>onder</li><li>ook</li></ol></li><li>twee</li></ol>"
        "<p style='mso-list:l0 level1 lfo1'>1. hoofd</p><p style='mso-list:l0 level2 lfo1'>a. tak</p>"
    )
    assert text_of(lines_of_html(html)) == "1. een\n  a. onder\n  b. ook\n2. twee\n1. hoofd\n  a. tak"
    edit.show_text(LEVELS)
    edit.selectAll()
    edit.copy()
    edit.show_text("")
    edit.paste()
    assert edit.typed() == LEVELS
    QApplication.clipboard().clear()


def test_words_in_a_cell_are_bold_and_italic_by_keys(edit: OwnText) -> None:
    rich_acts.put_table(edit, 2, edit.dress)
    write("Wat")
    press(Qt.Key.Key_Return)
    write("Nu")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_B, modifier=CONTROL)
    write("Bureaus")
    press(Qt.Key.Key_B, modifier=CONTROL)
    write(" en ")
    press(Qt.Key.Key_I, modifier=CONTROL)
    write("zalen*")
    assert edit.typed() == "| Wat | Nu |\n| **Bureaus** en *zalen\\** |  |\n|  |  |"
    typed = edit.typed()
    edit.show_text("")
    edit.show_text(typed)
    assert edit.typed() == typed
