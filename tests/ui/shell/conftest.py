"""The window with the archive of the demo open in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from orapp.ui.kit.workplace import Workplace
from orapp.ui.shell.doors import Doors
from orapp.ui.shell.window import ShellWindow
from orapp.ui.shell.workspace import Workspace
from tests.fakes.archive import MemoryArchive
from tests.fakes.surroundings import MemoryArchives
from tests.ui.conftest import Settled, Shown


@pytest.fixture
def window(
    place: Workplace, doors: Doors, shown: Shown, archives: MemoryArchives, archive: MemoryArchive, settled: Settled
) -> ShellWindow:
    archives.in_keyring = True
    made = ShellWindow(place, doors)
    made.setWindowState(Qt.WindowState.WindowNoState)
    shown(made)
    made.opening.choose(archive.path)
    settled()
    return made


@pytest.fixture
def inside(window: ShellWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace
