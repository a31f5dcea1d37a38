"""What was asked for of a dossier is seen: its tab and its row, at large text too; and no tab makes the screen scroll."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QScrollArea, QTableView, QWidget

from orapp.ui.kit.dossier_tabs import COMMITMENTS, DOCUMENTS, ORDER
from orapp.ui.kit.look import Look
from orapp.ui.kit.workplace import Workplace
from orapp.ui.shell.doors import Doors
from orapp.ui.shell.window import ShellWindow
from orapp.ui.shell.workspace import Workspace
from tests.fakes.archive import MemoryArchive
from tests.fakes.surroundings import MemoryArchives
from tests.ui.conftest import Settled, Shown

HOUSING = "2025-003"


@pytest.fixture
def inside(
    place: Workplace, doors: Doors, shown: Shown, archives: MemoryArchives, archive: MemoryArchive, settled: Settled, look: Look
) -> Iterator[Workspace]:
    archives.in_keyring = True
    made = ShellWindow(place, doors)
    made.setWindowState(Qt.WindowState.WindowNoState)
    shown(made)
    made.opening.choose(archive.path)
    settled()
    assert made.workspace is not None
    yield made.workspace
    look.set_text_percent(100)


def room_of(inside: Workspace) -> QScrollArea:
    room = inside.findChild(QScrollArea, "ruimte")
    assert isinstance(room, QScrollArea)
    return room


def place_in(room: QScrollArea, widget: QWidget, part: QRect | None = None) -> QRect:
    wanted = part if part is not None else widget.rect()
    return QRect(widget.mapTo(room.viewport(), wanted.topLeft()), wanted.size())


def test_what_was_asked_for_is_seen_at_large_text(
    inside: Workspace, look: Look, archive: MemoryArchive, settled: Settled
) -> None:
    look.set_text_percent(200)
    settled()
    room = room_of(inside)
    inside.open_part(HOUSING, COMMITMENTS, "")
    settled()
    tabs = inside.dossier.tabs
    assert room.verticalScrollBar().maximum() > 0
    assert place_in(room, tabs).top() == 0
    paper = archive.kept[HOUSING].papers[-1]
    inside.go_to("overzicht")
    inside.open_part(HOUSING, DOCUMENTS, paper.id)
    settled()
    table = inside.dossier.focusWidget()
    assert isinstance(table, QTableView)
    row = place_in(room, table.viewport(), table.visualRect(table.currentIndex()))
    assert room.viewport().rect().contains(row)
    inside.open_dossier("2025-002")
    settled()
    assert room.verticalScrollBar().value() == 0


def test_the_steps_stand_still_from_tab_to_tab(inside: Workspace, settled: Settled, archive: MemoryArchive) -> None:
    room = room_of(inside)
    inside.open_dossier(HOUSING)
    settled()
    steps, seen = inside.dossier.steps, set()
    for tab in ORDER:
        inside.dossier.show_part(tab, "")
        settled()
        seen.add((steps.mapTo(inside, QPoint(0, 0)).x(), steps.width()))
        assert room.verticalScrollBar().maximum() == 0, tab
    assert len(seen) == 1
    table = inside.dossier.documents.papers.grid()
    inside.dossier.show_part(DOCUMENTS, archive.kept[HOUSING].papers[-1].id)
    settled()
    assert table.viewport().visibleRegion().contains(table.visualRect(table.currentIndex()).center())
