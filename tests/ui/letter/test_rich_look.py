"""Another look while somebody writes: the caret, what is selected and what was turned bold stay, and the bar tells so."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.letter import rich_acts
from orapp.ui.screens.letter.own_text import OwnText
from orapp.ui.screens.letter.rich_bar import RichBar
from orapp.ui.screens.letter.rich_document import Named
from tests.ui.conftest import Shown
from tests.ui.letter.hands import press, write

CONTROL = Qt.KeyboardModifier.ControlModifier


def name(ref: str) -> Named:
    return Named(words=ref, about=ref, there=True)


def test_what_was_turned_bold_stays_so_when_the_look_changes(place: Workplace, shown: Shown, qtbot: QtBot) -> None:
    edit = OwnText(place.look, "tekst", "Eigen tekst", "", name)
    bar = RichBar(place.look, edit)
    shown(bar)
    shown(edit)
    edit.setFocus()
    write("Wij ")
    press(Qt.Key.Key_B, Qt.Key.Key_I, modifier=CONTROL)
    for look in ("dark", "light"):
        place.look.choose(look)
        qtbot.waitUntil(lambda: bar.bold.isChecked() and bar.italic.isChecked())
        assert rich_acts.is_bold(edit)
    write("willen")
    assert edit.typed() == "Wij ***willen***"
    press(Qt.Key.Key_B, Qt.Key.Key_I, modifier=CONTROL)
    place.look.choose("dark")
    qtbot.waitUntil(lambda: not bar.bold.isChecked() and not bar.italic.isChecked())
    write(" dit")
    assert edit.typed() == "Wij ***willen*** dit"


def test_what_is_selected_stays_selected_when_the_look_changes(place: Workplace, shown: Shown) -> None:
    edit = OwnText(place.look, "tekst", "Eigen tekst", "Wij **willen** dit.", name)
    shown(edit)
    rich_acts.select(edit, 10, 4)
    place.look.choose("dark")
    assert (edit.textCursor().anchor(), edit.textCursor().position()) == (10, 4)
    assert edit.textCursor().selectedText() == "willen"
    assert edit.typed() == "Wij **willen** dit."
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    rich_acts.select(edit, 0, 99)
    assert edit.textCursor().selectedText() == "Wij willen dit.", "there is no place past the end"
