"""The window as a whole: opening, refusing, going about by keyboard, failing, and closing cleanly."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from orapp.services.failures import Circumstance
from orapp.ui.kit.workplace import Workplace
from orapp.ui.shell.doors import Doors
from orapp.ui.shell.who import WhoDialog
from orapp.ui.shell.window import ShellWindow
from orapp.ui.shell.workspace import Workspace
from tests.fakes.archive import MemoryArchive
from tests.fakes.asker import AnsweringAsker
from tests.fakes.surroundings import FixedClock, MemoryArchives, RememberedWindow
from tests.ui.conftest import PASSPHRASE, Settled, Shown


@pytest.fixture
def window(place: Workplace, doors: Doors, shown: Shown) -> ShellWindow:
    made = ShellWindow(place, doors)
    made.setWindowState(Qt.WindowState.WindowNoState)
    shown(made)
    return made


@pytest.fixture
def inside(window: ShellWindow, archives: MemoryArchives, archive: MemoryArchive, settled: Settled) -> Workspace:
    archives.in_keyring = True
    window.opening.choose(archive.path)
    settled()
    assert window.workspace is not None
    return window.workspace


def press(window: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)


def test_an_archive_opens_with_its_passphrase_by_keyboard(window: ShellWindow, settled: Settled, archive: MemoryArchive) -> None:
    assert window.opening.recent.hasFocus()
    press(window, Qt.Key.Key_Return)
    settled()
    assert window.opening.passphrase.hasFocus()
    QTest.keyClicks(window.opening.passphrase, "een verkeerde zin")
    press(window, Qt.Key.Key_Return)
    settled()
    assert window.findChild(Workspace) is None
    refused = window.findChild(QLabel, "passphrase-refused")
    assert refused is not None
    assert "gaat" in refused.text()
    assert archive.path.name in refused.text()
    window.opening.passphrase.clear()
    QTest.keyClicks(window.opening.passphrase, PASSPHRASE)
    press(window, Qt.Key.Key_Return)
    settled()
    workspace = window.findChild(Workspace)
    assert workspace is not None
    assert workspace.pages.currentWidget() is workspace.overview
    focused = QApplication.focusWidget()
    assert focused is not None
    assert workspace.overview.isAncestorOf(focused)


def test_the_passphrase_is_never_shown_or_left_behind(window: ShellWindow, settled: Settled, inside: Workspace) -> None:
    assert window.opening.passphrase.echoMode() is window.opening.passphrase.EchoMode.Password
    window.opening.ask_passphrase(Path("x.orarchief"))
    assert window.opening.passphrase.text() == ""


def test_the_keyring_opens_without_a_question(inside: Workspace, window: ShellWindow) -> None:
    assert not window.opening.key_card.isVisible()
    assert window.windowTitle() == f"Overzicht – {inside.top.name.text()} – orapp"


def test_the_bars_say_what_is_kept_and_known(inside: Workspace, settled: Settled) -> None:
    settled()
    assert inside.top.state.text() == "versleuteld archief · werkt zonder netwerk"
    assert inside.status.saved.text() == "Alles is opgeslagen"
    assert inside.status.backup.text() == "Reservekopie van vandaag gecontroleerd"
    assert inside.status.law.text().startswith("Wet zoals bekend op ")
    assert "feestdagen bekend t/m " in inside.status.law.text()


def test_going_about_by_keyboard(window: ShellWindow, inside: Workspace, settled: Settled) -> None:
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    settled()
    press(window, Qt.Key.Key_Return)
    settled()
    assert inside.pages.currentWidget() is inside.dossier
    press(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert inside.dossier.tabs.currentIndex() == 2
    press(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert inside.pages.currentWidget() is inside.letter
    press(window, Qt.Key.Key_Escape)
    assert inside.pages.currentWidget() is inside.dossier
    press(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert inside.pages.currentWidget() is inside.dossiers
    press(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert inside.deadlines.table.hasFocus()
    press(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert inside.dossiers.filter.hasFocus()


def test_the_navigation_counts_what_there_is(inside: Workspace, settled: Settled) -> None:
    settled()
    names = [entry.accessibleName() for entry in inside.navigation.entries()]
    assert names[:2] == ["Overzicht", "Dossiers, 4"]
    assert names[2].startswith("Termijnen, ")


def test_a_failure_is_told_above_the_screen(
    inside: Workspace, archive: MemoryArchive, place: Workplace, settled: Settled
) -> None:
    archive.fail_with = Circumstance("archive.cannot_open", path="kwijt.orarchief")
    inside.dossiers.reload()
    settled()
    assert inside.notice.text() == place.texts.say("archive.cannot_open", path="kwijt.orarchief")


def test_a_read_only_archive_says_so(
    window: ShellWindow, archives: MemoryArchives, archive: MemoryArchive, settled: Settled
) -> None:
    archives.in_keyring = True
    archive.read_only = True
    window.opening.choose(archive.path)
    settled()
    assert window.workspace is not None
    assert "alleen lezen" in window.workspace.top.state.text()
    assert "niets gewijzigd" in window.workspace.status.saved.text()


def test_an_old_law_is_said_in_a_banner(
    window: ShellWindow, archives: MemoryArchives, archive: MemoryArchive, clock: FixedClock, settled: Settled
) -> None:
    archives.in_keyring = True
    clock.day = clock.day.replace(year=clock.day.year + 2)
    window.opening.choose(archive.path)
    settled()
    assert window.workspace is not None
    assert "ouder dan een jaar" in window.workspace.notice.text()
    assert "ouder dan een jaar" in window.workspace.status.law.text()


def test_a_defect_shows_its_report_and_work_goes_on(window: ShellWindow, inside: Workspace, qtbot: QtBot) -> None:
    window.tell_defect("Verslag: x.py regel 3", Path("fout-1.txt"))
    sheet = window.findChild(QDialog, "defect-venster")
    assert sheet is not None
    report = sheet.findChild(QPlainTextEdit, "verslag")
    assert report is not None
    assert report.toPlainText() == "Verslag: x.py regel 3"
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(QDialog, "defect-venster") is None)


def test_midnight_is_noticed(window: ShellWindow, inside: Workspace, clock: FixedClock, settled: Settled) -> None:
    clock.day = clock.day.replace(day=22)
    window.look_at_the_day()
    settled()
    assert inside.status.backup.text() == "Reservekopie van za 21 nov gecontroleerd"


def test_look_and_text_size_are_remembered(window: ShellWindow, memory: RememberedWindow, place: Workplace) -> None:
    for act in window.menus.acts:
        if act.text() == "&Donker":
            act.trigger()
    assert (place.look.dark, memory.look) == (True, ("dark", 100))
    press(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert memory.look == ("dark", 110)
    press(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert memory.look == ("dark", 100)


def test_shortcuts_are_listed(window: ShellWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    sheet = window.findChild(QDialog, "sneltoetsen-venster")
    assert sheet is not None
    qtbot.waitUntil(sheet.isVisible)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)


def test_a_backup_is_made_where_the_user_says(
    window: ShellWindow, inside: Workspace, archive: MemoryArchive, asker: AnsweringAsker, settled: Settled, tmp_path: Path
) -> None:
    asker.path = tmp_path / "kopie.orarchief"
    window.back_up()
    settled()
    assert archive.backed_up == [asker.path]
    assert str(asker.path) in inside.notice.text()


def test_the_demo_is_made_once_and_opened(window: ShellWindow, doors: Doors, settled: Settled) -> None:
    window.opening.demo_button.click()
    settled()
    settled()
    assert doors.demo_path.exists()
    assert window.workspace is not None


def test_who_works_here_is_asked_and_kept_for_this_archive(
    window: ShellWindow, inside: Workspace, archive: MemoryArchive, memory: RememberedWindow, settled: Settled, qtbot: QtBot
) -> None:
    window.ask_who()
    settled()
    (dialog,) = window.findChildren(WhoDialog)
    assert dialog.other.isEnabled()
    names = [member.name for member in archive.the_council.members]
    QTest.keyClick(dialog.member, Qt.Key.Key_Home)
    assert dialog.member.currentText() == names[0]
    assert not dialog.other.isEnabled()
    with qtbot.waitSignal(dialog.chosen):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert memory.value(f"person {archive.path}") == names[0]
    window.ask_who()
    settled()
    again = window.findChildren(WhoDialog)[-1]
    assert again.member.currentText() == names[0]
    again.member.setCurrentIndex(again.member.count() - 1)
    again.other.clear()
    QTest.keyClick(again, Qt.Key.Key_Return)
    assert again.isVisible()
    again.close()


def test_closing_closes_the_archive_first(
    window: ShellWindow, inside: Workspace, archive: MemoryArchive, memory: RememberedWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.closed):
        window.close()
    assert archive.closed
    assert memory.value("geometry")


def test_what_was_done_on_a_copy_goes_back_before_the_window_closes(
    window: ShellWindow, inside: Workspace, archive: MemoryArchive, qtbot: QtBot
) -> None:
    archive.on_copy = True
    with qtbot.waitSignal(window.closed):
        window.close()
    assert (archive.brought_back, archive.closed) == (1, True)


def test_what_cannot_go_back_is_told_before_the_window_closes(
    window: ShellWindow, inside: Workspace, archive: MemoryArchive, asker: AnsweringAsker, settled: Settled, qtbot: QtBot
) -> None:
    archive.on_copy = True
    archive.fail_with = Circumstance("archive.original_changed", path="or.orarchief", copy="kopie.orarchief")
    window.close()
    settled()
    assert archive.closed
    assert window.isVisible()
    assert asker.asked == ["Het archief is gesloten, maar niet alles is gelukt"]
    with qtbot.waitSignal(window.closed):
        window.close()


def test_an_archive_can_be_left_for_another(
    window: ShellWindow, inside: Workspace, archive: MemoryArchive, settled: Settled
) -> None:
    press(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert archive.closed
    assert window.workspace is None
    assert window.opening.recent.hasFocus()
