"""Enter on a button does what that button says, in a dialog and on a screen: never what another button says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from orapp.services.desk import Desk
from orapp.ui.kit.beginning_menu import BeginButton
from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.letter_preview import LetterPreview
from orapp.ui.kit.look import Look
from orapp.ui.kit.workplace import Workplace
from orapp.ui.shell.bars import SearchButton
from tests.ui.conftest import Shown

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def filled(holder: QWidget, done: list[str]) -> QLineEdit:
    column = holder.layout() or QVBoxLayout(holder)
    field = QLineEdit()
    column.addWidget(field)
    for words, part in (("Annuleren", ""), ("Vaststellen", "primary")):
        made = button(words, words.lower(), part)
        made.clicked.connect(lambda _checked=False, said=words: done.append(said))
        column.addWidget(made)
    return field


@pytest.mark.parametrize("key", ENTERS)
def test_enter_on_the_button_that_leaves_never_does_the_act(key: Qt.Key, look: Look, shown: Shown, qtbot: QtBot) -> None:
    done: list[str] = []
    parent = shown(QWidget())
    sheet = Sheet(parent, look, "Vaststellen", "proef")
    field = filled(sheet, done)
    sheet.open()
    qtbot.waitUntil(sheet.isActiveWindow)
    field.setFocus()
    QTest.keyClick(field, key)
    assert done == ["Vaststellen"]
    for made in sheet.findChildren(QPushButton):
        made.setFocus()
        QTest.keyClick(made, key)
    assert done == ["Vaststellen", "Annuleren", "Vaststellen"]
    sheet.reject()


def test_enter_on_a_button_of_a_screen_does_it(shown: Shown) -> None:
    done: list[str] = []
    screen = QWidget()
    filled(screen, done)
    shown(screen)
    for made in screen.findChildren(QPushButton):
        made.setFocus()
        QTest.keyClick(made, Qt.Key.Key_Return)
    assert done == ["Annuleren", "Vaststellen"]


def test_enter_opens_what_the_search_field_and_the_letters_that_fit_offer(place: Workplace, shown: Shown, desk: Desk) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    done: list[str] = []
    begins = BeginButton(place, lambda: desk.letters, "begint", lambda: done.append("begint"))
    search = SearchButton(place.look)
    preview = LetterPreview(place.look)
    search.clicked.connect(lambda _checked=False: done.append("zoekt"))
    for made in (begins, search, preview):
        column.addWidget(made)
    shown(holder)
    for pressed in (begins, search, preview.as_text):
        pressed.setFocus()
        QTest.keyClick(pressed, Qt.Key.Key_Return)
    assert done == ["begint", "zoekt"]
    assert preview.as_text.isChecked()
