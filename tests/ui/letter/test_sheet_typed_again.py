"""What stands typed in the dialog of an act on a letter is found back after a kill, and gone once it was used or left."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from orapp.domain.letters import Letter
from orapp.services.desk import Desk
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.letter.act_sheet import ActSheet
from orapp.ui.screens.letter.screen import LetterScreen
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled, Shown
from tests.ui.letter.hands import HOUSING

PROOF = "Leesbevestiging van de secretaresse"


@pytest.fixture
def letter(archive: MemoryArchive) -> Letter:
    """An advice that was sent."""
    return next(one for one in archive.kept[HOUSING].letters if one.kind == "A9" and one.sent_on is not None)


class Windows:
    """Windows on one archive: a killed one is never closed, so that nothing is kept in its last moment."""

    def __init__(self, desk: Desk, place: Workplace, shown: Shown, settled: Settled, qtbot: QtBot, folder: Path) -> None:
        self._desk, self._place, self._shown, self._settled, self._qtbot = desk, place, shown, settled, qtbot
        self._folder = folder

    def arrival(self, letter: Letter) -> ActSheet:
        """The dialog in which is said that the letter arrived, in a new window."""
        screen = LetterScreen(self._desk, self._place, self._folder)
        self._shown(screen)
        screen.open(HOUSING, letter.kind, letter.request_id, letter.id)
        self._settled()
        screen.bar.arrive_act.trigger()
        found = screen.findChild(ActSheet, "ontvangst")
        assert found is not None
        self._qtbot.waitUntil(found.isActiveWindow)
        self._settled()
        return found


@pytest.fixture
def windows(desk: Desk, place: Workplace, shown: Shown, settled: Settled, qtbot: QtBot, tmp_path: Path) -> Windows:
    return Windows(desk, place, shown, settled, qtbot, tmp_path)


def line(sheet: ActSheet, name: str) -> QLineEdit:
    found = sheet.findChild(QLineEdit, name)
    assert found is not None
    return found


def again(sheet: ActSheet) -> bool:
    found = sheet.findChild(QLabel, "weer-terug")
    assert found is not None
    return found.isVisible()


def texts(archive: MemoryArchive) -> set[str]:
    return {text for _, text in archive.typed.values()}


def test_the_proof_and_a_half_date_stand_there_again_until_they_were_recorded(
    windows: Windows, letter: Letter, archive: MemoryArchive, qtbot: QtBot, settled: Settled
) -> None:
    killed = windows.arrival(letter)
    assert not again(killed)
    line(killed, "proof").clear()
    QTest.keyClicks(line(killed, "proof"), PROOF)
    line(killed, "on-invoer").selectAll()
    QTest.keyClicks(line(killed, "on-invoer"), "woensdag?")
    qtbot.waitUntil(lambda: texts(archive) >= {PROOF, "woensdag?"})

    sheet = windows.arrival(letter)
    assert line(sheet, "proof").text() == PROOF
    assert line(sheet, "on-invoer").text() == "woensdag?"
    assert again(sheet)
    day = letter.arrived_on or letter.sent_on
    assert day is not None
    line(sheet, "on-invoer").setText(day.strftime("%d-%m-%Y"))
    sheet.do_button.click()
    settled()
    assert next(one for one in archive.kept[HOUSING].letters if one.id == letter.id).arrival_proof == PROOF
    assert not archive.typed


def test_esc_leaves_it_for_the_next_time_and_cancelling_forgets_it(
    windows: Windows, letter: Letter, archive: MemoryArchive, settled: Settled
) -> None:
    left = windows.arrival(letter)
    line(left, "proof").clear()
    QTest.keyClicks(line(left, "proof"), PROOF)
    QTest.keyClick(left, Qt.Key.Key_Escape)
    settled()
    assert texts(archive) == {PROOF}
    cancelled = windows.arrival(letter)
    assert line(cancelled, "proof").text() == PROOF
    cancelled.cancel_button.click()
    settled()
    assert not archive.typed
    assert not again(windows.arrival(letter))
