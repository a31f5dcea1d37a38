"""Every part of council and settings: spoken names, and nothing beside the window at 200 percent text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QTableView, QWidget

from orapp.services.desk import Desk
from orapp.ui.kit.parts import Parts
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.council.screen import CouncilScreen
from orapp.ui.screens.settings.screen import SettingsScreen
from tests.fakes.archive import MemoryArchive
from tests.fakes.surroundings import MemoryArchives
from tests.ui.conftest import Settled, Shown, upkeep_of

OPERABLE = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTableView)
# What navigation, bars and the title bar leave of 1366 x 768 at 200 percent text.
ROOM = 950, 628


@pytest.fixture(params=["council", "settings"])
def screen(
    request: pytest.FixtureRequest,
    desk: Desk,
    place: Workplace,
    archive: MemoryArchive,
    archives: MemoryArchives,
    tmp_path: Path,
    shown: Shown,
    settled: Settled,
) -> Iterator[CouncilScreen | SettingsScreen]:
    archive.path.touch()
    made: CouncilScreen | SettingsScreen
    made = (
        CouncilScreen(desk, place)
        if request.param == "council"
        else SettingsScreen(desk, place, upkeep_of(archive, archives, tmp_path))
    )
    shown(made)
    made.reload()
    settled()
    yield made
    place.look.set_text_percent(100)


def unnamed(root: QWidget) -> list[str]:
    found = []
    for kind in OPERABLE:
        for widget in root.findChildren(kind):
            interface = QAccessible.queryAccessibleInterface(widget)
            said = interface.text(QAccessible.Text.Name) if interface is not None else ""
            if widget.isVisibleTo(root) and not widget.objectName().startswith("qt_") and not said:
                found.append(widget.objectName() or type(widget).__name__)
    return found


def test_everything_has_a_name_and_nothing_is_cut_off_at_200_percent(
    screen: CouncilScreen | SettingsScreen, place: Workplace, settled: Settled
) -> None:
    place.look.set_text_percent(200)
    screen.resize(*ROOM)
    parts: Parts = screen.parts
    assert screen.minimumSizeHint().width() <= ROOM[0]
    for key in parts.part_keys():
        screen.show_part(key)
        settled()
        assert not unnamed(screen), key
        room = parts.pages.currentWidget()
        assert isinstance(room, QScrollArea)
        ground = room.widget()
        assert ground is not None
        assert ground.minimumSizeHint().width() <= room.viewport().width(), key
