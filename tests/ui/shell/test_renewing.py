"""A council that becomes another kind is told that the window has the old name, and gets the new one by a button."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from orapp.domain.council import CouncilKind
from orapp.services.failures import Circumstance
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.council.identity_part import IdentityPart
from orapp.ui.screens.overview.lists import turn_word
from orapp.ui.shell.places import COUNCIL, OVERVIEW
from orapp.ui.shell.window import ShellWindow
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled


def identity(window: ShellWindow, settled: Settled) -> IdentityPart:
    assert window.workspace is not None
    screen = window.workspace.council
    screen.show_part(COUNCIL)
    settled()
    part = screen.parts.part(COUNCIL)
    assert isinstance(part, IdentityPart)
    return part


def test_another_kind_is_said_everywhere_after_the_button_at_the_same_place(
    window: ShellWindow, archive: MemoryArchive, settled: Settled, qtbot: QtBot
) -> None:
    before = window.workspace
    assert before is not None
    before.go_to(COUNCIL)
    part = identity(window, settled)
    assert part.renaming.isHidden()
    part.kind.setFocus()
    while part.kind.currentData() != CouncilKind.COR.value:
        QTest.keyClick(part.kind, Qt.Key.Key_Down)
    settled()
    qtbot.waitUntil(lambda: archive.the_council.kind is CouncilKind.COR)
    settled()
    assert part.renaming.isVisible()
    assert "OR" in part.renaming_words.text()
    assert "COR" in part.renaming_words.text()
    assert turn_word("council") == "OR"
    part.rename.setFocus()
    QTest.keyClick(part.rename, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.workspace is not None and window.workspace is not before)
    settled()
    assert turn_word("council") == "COR"
    after = window.workspace
    assert after is not None
    assert "nieuwe soort" in after.notice.text()
    assert after.pages.currentWidget() is after.council
    assert after.council.parts.current == COUNCIL
    again = identity(window, settled)
    assert again.renaming.isHidden()
    assert again.kind.currentData() == CouncilKind.COR.value
    window.close_archive()
    settled()


def test_who_looks_along_sees_no_more_in_the_screens_that_are_made_anew(
    window: ShellWindow, place: Workplace, archive: MemoryArchive, settled: Settled, qtbot: QtBot
) -> None:
    before = window.workspace
    assert before is not None
    before.go_to(COUNCIL)
    part = identity(window, settled)
    while part.kind.currentData() != CouncilKind.COR.value:
        QTest.keyClick(part.kind, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: archive.the_council.kind is CouncilKind.COR)
    settled()
    place.here.share(True)
    told: list[bool] = []
    place.here.changed.connect(lambda: told.append(place.here.shared))
    part.rename.click()
    qtbot.waitUntil(lambda: window.workspace is not None and window.workspace is not before)
    settled()
    after = window.workspace
    assert after is not None
    assert after.band.isVisible()
    assert False not in told
    window.close_archive()
    settled()
    assert not place.here.shared


def to_a_dialog(window: ShellWindow) -> None:
    window.show_about()
    assert QApplication.activeModalWidget() is not None


def to_another_screen(window: ShellWindow) -> None:
    assert window.workspace is not None
    window.workspace.go_to(OVERVIEW)


@pytest.mark.parametrize("go_on", [to_a_dialog, to_another_screen])
def test_who_went_on_while_long_work_kept_it_waiting_stays_there(
    window: ShellWindow, archive: MemoryArchive, settled: Settled, qtbot: QtBot, go_on: Callable[[ShellWindow], None]
) -> None:
    before = window.workspace
    assert before is not None
    before.go_to(COUNCIL)
    part = identity(window, settled)
    while part.kind.currentData() != CouncilKind.COR.value:
        QTest.keyClick(part.kind, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: archive.the_council.kind is CouncilKind.COR)
    settled()
    over = threading.Event()
    written: list[object] = []
    window.tasks.work(before, lambda _progress: over.wait(), lambda _done: None)
    window.tasks.written.connect(written.append)
    part.rename.click()
    qtbot.waitUntil(lambda: bool(written))
    go_on(window)
    over.set()
    settled()
    assert window.workspace is before
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QDialog):
        dialog.reject()
    before.go_to(COUNCIL)
    settled()
    part.rename.click()
    qtbot.waitUntil(lambda: window.workspace is not None and window.workspace is not before)
    settled()
    window.close_archive()
    settled()


def test_what_had_no_room_in_the_archive_is_not_taken_away(
    window: ShellWindow, archive: MemoryArchive, settled: Settled, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_person: str, _origin: str = "") -> NoReturn:
        raise Circumstance("archive.disk_full", path=str(archive.path))

    before = window.workspace
    assert before is not None
    before.go_to(COUNCIL)
    part = identity(window, settled)
    with monkeypatch.context() as full:
        full.setattr(archive, "write", no_room)
        while part.kind.currentData() != CouncilKind.COR.value:
            QTest.keyClick(part.kind, Qt.Key.Key_Down)
        settled()
        assert part.rename.isVisible()
        part.rename.click()
        settled()
    assert window.workspace is before
    assert part.kind.currentData() == CouncilKind.COR.value
    before.council.notice.act.click()
    qtbot.waitUntil(lambda: archive.the_council.kind is CouncilKind.COR)
    settled()
    part.rename.click()
    qtbot.waitUntil(lambda: window.workspace is not None and window.workspace is not before)
    settled()
    window.close_archive()
    settled()
