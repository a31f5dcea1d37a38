"""The bin by keyboard: take back, and destroy with a reason and a report."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from orapp.services.desk import Desk
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.bin.destroying import DestroySheet, told
from orapp.ui.screens.bin.screen import BinScreen
from tests.fakes.archive import MemoryArchive
from tests.fakes.asker import AnsweringAsker
from tests.fakes.memory_lists import LAST_BACKUP_ENDS
from tests.ui.conftest import Settled, Shown


@pytest.fixture
def screen(desk: Desk, place: Workplace, archive: MemoryArchive, shown: Shown, settled: Settled) -> BinScreen:
    for reference in list(archive.kept)[:2]:
        desk.dossiers.bin(reference, "Ilse Vos")
    made = BinScreen(desk, place)
    shown(made)
    made.reload()
    settled()
    made.focus_list()
    return made


def test_what_is_thrown_away_comes_back(screen: BinScreen, archive: MemoryArchive, settled: Settled) -> None:
    cells = [column.cell(screen.table.row_model.rows[0]).text for column in screen.table.row_model.columns]
    assert cells[1:] == ["vr 20 nov, 15.05 uur", "Ilse Vos"]
    QTest.keyClick(screen.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert not screen.destroy_button.isEnabled()
    screen.take_back_button.setFocus()
    QTest.keyClick(screen.take_back_button, Qt.Key.Key_Space)
    settled()
    assert not archive.binned
    assert screen.notice.text() == "2 dossiers staan weer bij de dossiers."
    assert not screen.table.isVisible()
    assert not screen.take_back_button.isEnabled()


def test_destroying_asks_why_and_tells_what_is_left(
    screen: BinScreen, archive: MemoryArchive, asker: AnsweringAsker, settled: Settled, qtbot: QtBot
) -> None:
    gone = screen.table.row_model.rows[0].id
    screen.destroy_button.setFocus()
    QTest.keyClick(screen.destroy_button, Qt.Key.Key_Space)
    sheet = screen.findChild(DestroySheet)
    assert sheet is not None
    qtbot.waitUntil(sheet.isVisible)
    QTest.keyClick(sheet.destroy_button, Qt.Key.Key_Space)
    settled()
    assert gone in archive.binned
    assert "reden" in sheet.reason.accessibleDescription()
    QTest.keyClicks(sheet.reason, "bewaartermijn verstreken")
    QTest.keyClick(sheet.destroy_button, Qt.Key.Key_Space)
    settled()
    qtbot.waitUntil(lambda: bool(asker.asked))
    assert gone not in archive.binned
    assert asker.asked[0].endswith("is vernietigd.")
    settled()
    assert [row.id for row in screen.table.row_model.rows] == list(archive.binned)


def test_the_report_names_the_last_day_and_what_ends_by_hand(archive: MemoryArchive, desk: Desk) -> None:
    reference = next(iter(archive.kept))
    dossier = archive.kept[reference]
    desk.dossiers.bin(reference, "Ilse Vos")
    said = told(desk.dossiers.destroy(dossier.id, "opgeruimd", "Ilse Vos"))
    assert f"{LAST_BACKUP_ENDS.day} november {LAST_BACKUP_ENDS.year}" in said
    assert "kopie op stick" in said


def test_a_shared_screen_hides_who_and_what_is_secret(screen: BinScreen, place: Workplace, settled: Settled) -> None:
    place.here.share(True)
    settled()
    assert {screen.table.row_model.columns[2].cell(row).text for row in screen.table.row_model.rows} <= {""}
    assert not any(row.secret for row in screen.table.row_model.rows)
