"""What is typed while a letter is being opened reaches the letter, or whoever has the keyboard by then."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from orapp.services.desk import Desk
from orapp.services.letter_drafts import LetterDraft
from orapp.ui.kit.waiting_keys import WaitingKeys
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.letter.screen import LetterScreen
from tests.ui.conftest import Settled, Shown
from tests.ui.letter.hands import HOUSING, REQUEST


def test_enter_and_text_right_after_opening_reach_the_first_section(
    qtbot: QtBot, desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path, concept: str
) -> None:
    screen = LetterScreen(desk, place, tmp_path)
    shown(screen)
    screen.open(HOUSING, "A9", REQUEST, concept)
    focused = QApplication.focusWidget()
    assert focused is screen
    QTest.keyClick(focused, Qt.Key.Key_Return)
    settled()
    qtbot.waitUntil(lambda: bool(screen.sections.current))
    assert screen.sections.current == screen.sections.keys[0]


def test_a_letter_that_is_composed_again_while_it_opens_gives_the_keys_all_the_same(
    qtbot: QtBot, desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path, concept: str
) -> None:
    screen = LetterScreen(desk, place, tmp_path)
    shown(screen)
    drafts: list[LetterDraft] = []

    def found_back(draft: LetterDraft) -> None:
        drafts.append(draft)
        if len(drafts) == 1:
            screen.composition.composed.emit(replace(draft))

    screen.composition.composed.connect(found_back)
    screen.open(HOUSING, "A9", REQUEST, concept)
    QTest.keyClick(screen, Qt.Key.Key_Return)
    settled()
    qtbot.waitUntil(lambda: bool(screen.sections.current))
    assert len(drafts) > 1


def test_enter_twice_chooses_a_letter_and_opens_its_first_section(
    qtbot: QtBot, desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path, concept: str
) -> None:
    screen = LetterScreen(desk, place, tmp_path)
    shown(screen)
    screen.open(HOUSING, "", REQUEST)
    settled()
    row = next(one for one in screen.chooser.rows if one.objectName() == f"kies-A9-{REQUEST}")
    row.click()
    focused = QApplication.focusWidget()
    assert focused is screen
    QTest.keyClick(focused, Qt.Key.Key_Return)
    settled()
    qtbot.waitUntil(lambda: bool(screen.sections.current))


def test_keys_are_given_in_order_and_who_goes_elsewhere_takes_the_keyboard_along(qtbot: QtBot, shown: Shown) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    screen, elsewhere = QWidget(), QLineEdit()
    inside = QVBoxLayout(screen)
    text = QPlainTextEdit()
    inside.addWidget(text)
    column.addWidget(screen)
    column.addWidget(elsewhere)
    keys = WaitingKeys(screen)
    shown(window)
    keys.wait()
    QTest.keyClicks(screen, "Beste raad")
    assert text.toPlainText() == ""
    text.setFocus()
    keys.give()
    # What is typed before these are given comes after them.
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Exclam)
    qtbot.waitUntil(lambda: text.toPlainText() == "Beste raad!")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Question)
    assert text.toPlainText() == "Beste raad!?"
    screen.setFocus()
    keys.wait()
    QTest.keyClicks(screen, "weg")
    elsewhere.setFocus()
    keys.give()
    qtbot.wait(20)
    assert text.toPlainText() == "Beste raad!?"
    assert elsewhere.text() == ""
