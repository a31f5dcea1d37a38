"""Every sheet that puts something into a letter can be left by a button, and then nothing is put in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from orapp.services.desk import Desk
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.letter.earlier_sheet import EarlierSheet
from orapp.ui.screens.letter.inserting import BlockNameSheet
from orapp.ui.screens.letter.rich_insert import InsertSheet, QuoteSheet
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled, Shown

Make = Callable[[QWidget, Workplace, Desk, MemoryArchive], Sheet]
SHEETS: dict[str, Make] = {
    "invoegen": lambda top, place, _desk, _archive: InsertSheet(top, place.look, ()),
    "citaat": lambda top, place, _desk, archive: QuoteSheet(top, place.look, archive.kept["2025-003"], "Dit is gezegd."),
    "tekstblok": lambda top, place, _desk, _archive: BlockNameSheet(top, place),
    "eerder": lambda top, place, desk, _archive: EarlierSheet(top, place, desk, "", lambda text: text),
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_left_by_its_button(
    name: str, place: Workplace, desk: Desk, archive: MemoryArchive, shown: Shown, settled: Settled, qtbot: QtBot
) -> None:
    sheet = SHEETS[name](shown(QWidget()), place, desk, archive)
    given: list[object] = []
    for signal in ("chosen", "named"):
        if hasattr(sheet, signal):
            getattr(sheet, signal).connect(given.append)
    sheet.open()
    settled()
    cancel = sheet.findChild(QPushButton, f"{name}-annuleren")
    assert isinstance(cancel, QPushButton)
    with qtbot.waitSignal(sheet.finished):
        cancel.click()
    assert not given
