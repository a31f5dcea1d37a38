"""Text blocks and words of the council on its screen: by keyboard, refused beside the field, undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from orapp.domain.council import Council
from orapp.exchange.council_json import JsonCouncils
from orapp.services.desk import Desk
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.council.records import RecordSheet
from orapp.ui.screens.council.screen import TEXTS, CouncilScreen
from orapp.ui.screens.council.texts_part import BlockForm, TextsPart, WordForm
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled, Shown


@pytest.fixture
def screen(desk: Desk, place: Workplace, shown: Shown, settled: Settled) -> CouncilScreen:
    made = CouncilScreen(desk, place)
    shown(made)
    made.reload()
    settled()
    made.show_part(TEXTS)
    return made


def part_of(screen: CouncilScreen) -> TextsPart:
    found = screen.findChild(TextsPart)
    assert found is not None
    return found


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def write(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def council(archive: MemoryArchive) -> Council:
    with archive.read() as reader:
        return reader.council()


def sheet_of(qtbot: QtBot, part: TextsPart) -> RecordSheet[object]:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in part.findChildren(RecordSheet)))
    found = next(one for one in part.findChildren(RecordSheet) if one.isVisible())
    assert isinstance(found, RecordSheet)
    qtbot.waitUntil(found.isActiveWindow)
    return found


def closed(qtbot: QtBot, screen: CouncilScreen) -> None:
    qtbot.waitUntil(lambda: not any(one.isVisible() for one in screen.findChildren(RecordSheet)))
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)


def test_a_text_block_is_made_refused_kept_and_undone_by_key(
    qtbot: QtBot, screen: CouncilScreen, settled: Settled, archive: MemoryArchive
) -> None:
    part = part_of(screen)
    part.blocks.add.setFocus()
    press(Qt.Key.Key_Space)
    form = sheet_of(qtbot, part).form
    assert isinstance(form, BlockForm)
    form.name.setFocus()
    write("Slotzin")
    press(Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    write("Over {{titel}} en {{anders}}")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    form.name.setFocus()
    press(Qt.Key.Key_Return)
    settled()
    assert council(archive).text_blocks == ()
    form.text.setFocus()
    form.text.selectAll()
    write("Over {{titel}}")
    form.name.setFocus()
    press(Qt.Key.Key_Return)
    settled()
    closed(qtbot, screen)
    (kept,) = council(archive).text_blocks
    assert (kept.name, kept.text, len(kept.kinds)) == ("Slotzin", "Over {{titel}}", 1)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert council(archive).text_blocks == ()
    screen.redo.click()
    settled()
    assert [one.name for one in council(archive).text_blocks] == ["Slotzin"]


def test_words_are_added_changed_and_removed_by_key(
    qtbot: QtBot, screen: CouncilScreen, settled: Settled, archive: MemoryArchive
) -> None:
    part = part_of(screen)
    part.words.add.setFocus()
    press(Qt.Key.Key_Space)
    sheet_of(qtbot, part)
    write("deelraadje")
    press(Qt.Key.Key_Return)
    closed(qtbot, screen)
    settled()
    assert council(archive).own_words == ("deelraadje",)
    part.words.table.setFocus()
    press(Qt.Key.Key_Return)
    form = sheet_of(qtbot, part).form
    assert isinstance(form, WordForm)
    form.word.selectAll()
    write("deelraad je")
    press(Qt.Key.Key_Return)
    settled()
    assert council(archive).own_words == ("deelraadje",)
    press(Qt.Key.Key_Escape)
    closed(qtbot, screen)
    part.words.table.setFocus()
    press(Qt.Key.Key_Delete)
    settled()
    assert council(archive).own_words == ()


def test_they_travel_with_the_council(screen: CouncilScreen, settled: Settled, desk: Desk) -> None:
    part = part_of(screen)
    part._take_word("", "deelraadje")
    settled()
    assert JsonCouncils().read(desk.council.export()).own_words == ("deelraadje",)
