"""What cannot be kept is said in the status line, and is never lost with the window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from orapp.services.failures import Circumstance, Refusal
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.in_place import InPlaceText
from orapp.ui.shell.doors import Doors
from orapp.ui.shell.parting import UnkeptSheet
from orapp.ui.shell.window import ShellWindow
from orapp.ui.shell.workspace import Workspace
from tests.fakes.archive import MemoryArchive
from tests.fakes.asker import AnsweringAsker
from tests.fakes.surroundings import MemoryArchives
from tests.ui.conftest import Settled, Shown

HOUSING = "2025-003"
TYPED = "Dit mag niet weg"


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
def inside(window: ShellWindow, settled: Settled) -> Workspace:
    assert window.workspace is not None
    window.workspace.open_dossier(HOUSING)
    settled()
    window.workspace.dossier.show_tab(0)
    settled()
    return window.workspace


def type_summary(inside: Workspace, text: str, settled: Settled) -> InPlaceText:
    field = next(one for one in inside.dossier.findChildren(InPlaceText) if one.text.objectName() == "samenvatting-dossier")
    field.text.setFocus()
    field.text.selectAll()
    QTest.keyClicks(field.text, text)
    field.keep()
    settled()
    return field


class Disk:
    """Lets every write fail while it is full."""

    def __init__(self, archive: MemoryArchive, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_full = False
        write = archive.write

        def guarded(*given: Any, **named: Any) -> Any:
            if self.is_full:
                raise Circumstance("archive.disk_full", path="raad.orarchief")
            return write(*given, **named)

        monkeypatch.setattr(archive, "write", guarded)


@pytest.fixture
def disk(archive: MemoryArchive, monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(archive, monkeypatch)


def refuse() -> None:
    raise Refusal("letter.needs_votes")


def sheet_of(window: ShellWindow) -> UnkeptSheet | None:
    return next((one for one in window.findChildren(UnkeptSheet) if one.isVisible()), None)


def test_the_status_line_says_what_is_not_saved_until_it_is(
    window: ShellWindow, inside: Workspace, disk: Disk, place: Workplace, settled: Settled
) -> None:
    assert "pgeslagen" in inside.status.saved.text()
    disk.is_full = True
    type_summary(inside, TYPED, settled)
    assert inside.status.saved.text().startswith("Niet opgeslagen")
    assert inside.status.saved.property("tone") == "danger"
    assert [one.text for one in place.unkept.texts()] == [TYPED]
    disk.is_full = False
    type_summary(inside, f"{TYPED}.", settled)
    type_summary(inside, TYPED, settled)
    assert inside.status.saved.text().startswith("Opgeslagen")
    assert not place.unkept
    place.tasks.write(inside, refuse, lambda _: None, lambda _: None)
    settled()
    assert inside.status.saved.text().startswith("Opgeslagen"), "a form that is refused waits for nothing to be saved"


def test_closing_shows_the_text_and_saves_it_elsewhere(
    window: ShellWindow,
    inside: Workspace,
    disk: Disk,
    place: Workplace,
    asker: AnsweringAsker,
    settled: Settled,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    disk.is_full = True
    type_summary(inside, TYPED, settled)
    window.close()
    settled()
    sheet = sheet_of(window)
    assert sheet is not None
    assert window.isVisible()
    assert TYPED in sheet.text.toPlainText()
    asker.path = tmp_path / "bewaard.txt"
    with qtbot.waitSignal(window.closed):
        QTest.keyClick(QApplication.focusWidget() or sheet, Qt.Key.Key_Return)
    assert TYPED in (tmp_path / "bewaard.txt").read_text(encoding="utf-8")


def test_going_back_leaves_the_text_on_the_screen_and_copying_gives_it(
    window: ShellWindow, inside: Workspace, disk: Disk, settled: Settled, qtbot: QtBot
) -> None:
    disk.is_full = True
    field = type_summary(inside, TYPED, settled)
    window.close()
    settled()
    sheet = sheet_of(window)
    assert sheet is not None
    sheet.copy.click()
    assert TYPED in QApplication.clipboard().text()
    sheet.back.click()
    assert window.isVisible()
    assert window.isEnabled()
    assert field.text.toPlainText() == TYPED
    disk.is_full = False
    field.keep()
    settled()
    with qtbot.waitSignal(window.closed):
        window.close()


def test_a_text_file_that_cannot_be_written_keeps_the_window_open(
    window: ShellWindow, inside: Workspace, disk: Disk, asker: AnsweringAsker, settled: Settled, tmp_path: Path
) -> None:
    disk.is_full = True
    type_summary(inside, TYPED, settled)
    window.close()
    settled()
    sheet = sheet_of(window)
    assert sheet is not None
    asker.path = tmp_path / "geen map" / "bewaard.txt"
    sheet.save.click()
    settled()
    assert sheet.isVisible()
    assert window.isVisible()
    sheet.go.click()
    settled()
    assert not window.isVisible()


def test_an_archive_that_can_only_be_read_never_says_saved(
    window: ShellWindow, inside: Workspace, archive: MemoryArchive, settled: Settled
) -> None:
    archive.read_only = True
    inside.fill()
    settled()
    assert inside.status.saved.text().startswith("Alleen lezen")
    inside._on_written(None)
    assert inside.status.saved.text().startswith("Alleen lezen")
