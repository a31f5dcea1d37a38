"""The settings in a real window on a real archive: key, backups, trial, restore, look, law and who works here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from orapp.services.backups import RestoreService
from orapp.services.keys import KeyService
from orapp.services.ports import Archive
from orapp.services.upkeep import Upkeep
from orapp.storage import keys as storage_keys
from orapp.storage.archives import SqlArchives
from orapp.ui.kit.emergency_sheets import EmergencySheetsDialog
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.settings.screen import SettingsScreen
from orapp.ui.screens.settings.style_part import StylePart
from orapp.ui.shell.doors import Doors, OpenRequest
from orapp.ui.shell.window import ShellWindow
from tests.fakes.asker import AnsweringAsker
from tests.fakes.surroundings import AbsentKeyring, FixedClock, RememberedWindow
from tests.storage.material import PASSPHRASE, MemoryKeyring, make_archives, small_council
from tests.ui.conftest import Settled, Shown, desk_of, sheets

NEW = "zes andere woorden voor dit archief"


class Kept:
    """What the window asked this machine to remember."""

    def __init__(self) -> None:
        self.always_ask = False
        self.look: tuple[str, int] = ("", 0)

    def keep_always_ask(self, asked: bool) -> None:
        self.always_ask = asked

    def keep_look(self, look: str, percent: int) -> None:
        self.look = look, percent


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def keyring() -> MemoryKeyring | AbsentKeyring:
    return AbsentKeyring()


@pytest.fixture
def sql(tmp_path: Path, keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch) -> SqlArchives:
    monkeypatch.setattr(storage_keys, "ITERATIONS", 1000)
    return make_archives(keyring=keyring, backup_folder=tmp_path / "reserve")


@pytest.fixture
def path(sql: SqlArchives, tmp_path: Path) -> Path:
    made = tmp_path / "or" / "raad.orarchief"
    sql.create(made, PASSPHRASE, small_council(), "S. Secretaris").close()
    return made


@pytest.fixture
def real_doors(doors: Doors, sql: SqlArchives, clock: FixedClock, tmp_path: Path, keyring: MemoryKeyring, kept: Kept) -> Doors:
    def upkeep(opened: Archive) -> Upkeep:
        return Upkeep(
            path=opened.path,
            keys=KeyService(opened.path, lambda: sql, keyring, sheets),
            restoring=RestoreService(opened.path, lambda: sql, lambda: tmp_path / "privé"),
            always_ask=lambda: kept.always_ask,
            keep_always_ask=kept.keep_always_ask,
            keep_look=kept.keep_look,
            folder=tmp_path,
            usual_backups=tmp_path / "reserve",
            log_folder=tmp_path / "log",
            house_style=lambda: ("Klassiek", "7"),
        )

    return replace(doors, archives=lambda: sql, desk=lambda opened: desk_of(opened, clock), upkeep=upkeep)


@pytest.fixture
def window(
    place: Workplace, real_doors: Doors, memory: RememberedWindow, path: Path, shown: Shown, settled: Settled
) -> Iterator[ShellWindow]:
    memory.values[f"person {path}"] = "Sanne Secretaris"
    made = ShellWindow(place, real_doors)
    made.setWindowState(Qt.WindowState.WindowNoState)
    shown(made)
    made.open_archive(OpenRequest(path=path, passphrase=PASSPHRASE))
    settled()
    yield made
    made.close_archive()
    settled()


def settings(window: ShellWindow, part: str, settled: Settled) -> SettingsScreen:
    inside = window.workspace
    assert inside is not None
    inside.go_to("instellingen")
    settled()
    screen = inside.settings
    assert isinstance(screen, SettingsScreen)
    screen.show_part(part)
    settled()
    screen.focus_first()
    return screen


def press(*keys: Qt.Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)


def type_text(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def to(name: str) -> None:
    """Tabs until the widget with this name has the keyboard."""
    for _ in range(80):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus.objectName() == name:
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(name)


def label(root: QWidget, name: str) -> QLabel:
    found = root.findChild(QLabel, name)
    assert found is not None
    return found


def click(root: QWidget, name: str) -> None:
    found = root.findChild(QPushButton, name)
    assert found is not None
    assert found.isEnabled()
    found.click()


def dialog(root: QWidget, qtbot: QtBot) -> QDialog:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in root.findChildren(QDialog)))
    found = [one for one in root.findChildren(QDialog) if one.isVisible()][-1]
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def name_of_council(window: ShellWindow) -> str:
    assert window.workspace is not None
    return window.workspace.desk.council.read().name


def test_a_backup_is_made_tried_and_put_back_by_keyboard_alone(
    window: ShellWindow, path: Path, asker: AnsweringAsker, settled: Settled, qtbot: QtBot, tmp_path: Path
) -> None:
    asker.path = tmp_path / "kopie.orarchief"
    screen = settings(window, "archief", settled)
    press(Qt.Key.Key_Down)
    settled()
    assert screen.parts.current == "reservekopieen"
    to("kopie-maken")
    press(Qt.Key.Key_Space)
    settled()
    assert asker.path.exists()
    assert window.workspace is not None
    council = window.workspace.desk.council
    council.save(council.read(), replace(council.read(), name="OR van later"), "S. Secretaris")
    to("kopie-uit-bestand")
    press(Qt.Key.Key_Space)
    sheet = dialog(screen, qtbot)
    type_text("verkeerde wachtzin")
    press(Qt.Key.Key_Return)
    settled()
    assert label(sheet, "passphrase-refused").isVisible()
    press(Qt.Key.Key_End, *[Qt.Key.Key_Backspace] * 20)
    type_text(PASSPHRASE)
    press(Qt.Key.Key_Return)
    settled()
    assert "0 dossiers" in label(sheet, "herstel-uitslag").text()
    assert "geprobeerd op" in label(screen, "laatst-geprobeerd").text()
    assert name_of_council(window) == "OR van later"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "terugzetten"
    press(Qt.Key.Key_Return)
    settled()
    assert name_of_council(window) == small_council().name
    assert window.workspace is not None
    assert "opzij" in window.workspace.notice.text()
    assert list(path.parent.glob("*-opzij-*.orarchief"))


def test_a_damaged_backup_is_not_put_back(
    window: ShellWindow, asker: AnsweringAsker, settled: Settled, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = settings(window, "reservekopieen", settled)
    asker.path = tmp_path / "kopie.orarchief"
    click(screen, "kopie-maken")
    settled()
    asker.path.write_bytes(asker.path.read_bytes()[:9000])
    click(screen, "kopie-uit-bestand")
    sheet = dialog(screen, qtbot)
    type_text(PASSPHRASE)
    press(Qt.Key.Key_Return)
    settled()
    assert label(sheet, "herstel-uitslag").isVisible() or label(sheet, "passphrase-refused").isVisible()
    act = sheet.findChild(QPushButton, "terugzetten")
    assert act is not None
    assert not act.isVisible()
    assert label(screen, "laatst-geprobeerd").text() == "Nog nooit geprobeerd."
    sheet.close()


def test_the_passphrase_is_changed_and_the_archive_opens_with_it(
    window: ShellWindow, sql: SqlArchives, path: Path, settled: Settled, qtbot: QtBot
) -> None:
    screen = settings(window, "sleutel", settled)
    to("wachtzin-wijzigen")
    press(Qt.Key.Key_Space)
    sheet = dialog(screen, qtbot)
    type_text("niet de wachtzin")
    to("new")
    type_text(NEW)
    to("again")
    type_text(NEW + " anders")
    press(Qt.Key.Key_Return)
    assert label(sheet, "again-refused").isVisible()
    press(*[Qt.Key.Key_Backspace] * 7)
    press(Qt.Key.Key_Return)
    settled()
    assert label(sheet, "old-refused").isVisible()
    assert window.workspace is not None
    old = sheet.findChild(QLineEdit, "old")
    assert old is not None
    old.setText(PASSPHRASE)
    press(Qt.Key.Key_Return)
    settled()
    assert window.workspace is not None
    assert "De wachtzin is gewijzigd" in window.workspace.notice.text()
    window.close_archive()
    settled()
    sql.open(path, NEW).close()


def test_a_proposed_passphrase_is_seen_before_it_is_used(window: ShellWindow, settled: Settled, qtbot: QtBot) -> None:
    screen = settings(window, "sleutel", settled)
    click(screen, "wachtzin-wijzigen")
    sheet = dialog(screen, qtbot)
    click(sheet, "wachtzin-voorstellen")
    settled()
    new, again = sheet.findChild(QLineEdit, "new"), sheet.findChild(QLineEdit, "again")
    assert new is not None
    assert again is not None
    assert len(new.text().split()) == 6
    assert new.text() == again.text() == new.displayText()
    sheet.close()


def test_without_a_keyring_the_key_cannot_be_kept_and_that_is_said(window: ShellWindow, kept: Kept, settled: Settled) -> None:
    screen = settings(window, "sleutel", settled)
    assert "geen sleutelbos" in label(screen, "sleutelbos-stand").text()
    for name in ("sleutel-bewaren", "sleutel-vergeten"):
        button = screen.findChild(QPushButton, name)
        assert button is not None
        assert not button.isEnabled()
    to("altijd-vragen")
    press(Qt.Key.Key_Space)
    settled()
    assert kept.always_ask


def test_the_emergency_sheets_ask_for_the_passphrase(window: ShellWindow, settled: Settled, qtbot: QtBot) -> None:
    screen = settings(window, "sleutel", settled)
    click(screen, "noodbladen-tonen")
    sheet = dialog(screen, qtbot)
    press(Qt.Key.Key_Return)
    assert label(sheet, "old-refused").isVisible()
    type_text(PASSPHRASE)
    press(Qt.Key.Key_Return)
    settled()
    qtbot.waitUntil(lambda: bool(screen.findChildren(EmergencySheetsDialog)))
    screen.findChildren(EmergencySheetsDialog)[0].close()


def test_the_archive_is_checked_and_the_result_is_told(window: ShellWindow, settled: Settled) -> None:
    screen = settings(window, "archief", settled)
    to("archief-controleren")
    press(Qt.Key.Key_Space)
    settled()
    outcome = label(screen, "controle-uitslag")
    assert outcome.isVisible()
    assert outcome.text().startswith("In orde")


def test_place_and_room_of_backups_are_set_and_refused(
    window: ShellWindow, asker: AnsweringAsker, settled: Settled, tmp_path: Path
) -> None:
    screen = settings(window, "reservekopieen", settled)
    folder, most = screen.findChild(QLineEdit, "folder"), screen.findChild(QLineEdit, "most")
    assert folder is not None
    assert most is not None
    folder.setText(str(tmp_path / "bestaat niet"))
    click(screen, "ruimte-opslaan")
    settled()
    assert label(screen, "folder-refused").isVisible()
    asker.path = tmp_path
    click(screen, "map-kiezen")
    most.setText("0")
    click(screen, "ruimte-opslaan")
    settled()
    assert label(screen, "most-refused").isVisible()
    most.setText("512")
    click(screen, "ruimte-opslaan")
    settled()
    assert window.workspace is not None
    found = window.workspace.desk.backups.arrangement()
    assert (found.folder, found.most_bytes) == (tmp_path, 512 * 1024 * 1024)


def test_look_and_size_work_at_once_and_are_remembered(
    window: ShellWindow, place: Workplace, kept: Kept, settled: Settled
) -> None:
    screen = settings(window, "weergave", settled)
    dark, size = screen.findChild(QRadioButton, "kleuren-dark"), screen.findChild(QComboBox, "text_percent")
    assert dark is not None
    assert size is not None
    dark.click()
    assert place.look.dark
    size.setFocus()
    press(Qt.Key.Key_Down)
    assert place.look.text_percent == 110
    assert kept.look == ("dark", 110)


def test_holidays_and_law_are_told(window: ShellWindow, settled: Settled) -> None:
    screen = settings(window, "wet", settled)
    assert "2026" in label(screen, "feestdagen-aantal").text()
    year = screen.findChild(QComboBox, "jaar")
    assert year is not None
    year.setFocus()
    press(Qt.Key.Key_End)
    assert "niet alle bekend" in label(screen, "feestdagen-aantal").text()


def test_who_works_here_is_kept_for_this_archive(
    window: ShellWindow, place: Workplace, memory: RememberedWindow, path: Path, settled: Settled
) -> None:
    screen = settings(window, "wie", settled)
    member = screen.findChild(QComboBox, "member")
    assert member is not None
    member.setFocus()
    press(Qt.Key.Key_Home)
    click(screen, "wie-ik-ben-opslaan")
    settled()
    assert place.here.person == "Voorbeeld Voorzitter"
    assert memory.values[f"person {path}"] == "Voorbeeld Voorzitter"


def test_the_house_style_is_seen_with_its_name(window: ShellWindow, settled: Settled) -> None:
    screen = settings(window, "huisstijl", settled)
    assert label(screen, "huisstijl-naam").text() == "Klassiek, versie 7"
    part = screen.parts.part("huisstijl")
    assert isinstance(part, StylePart)
    assert small_council().name in part.preview.text()


def test_a_log_that_is_not_there_is_told(window: ShellWindow, settled: Settled) -> None:
    screen = settings(window, "privacy", settled)
    click(screen, "log-openen")
    settled()
    assert any("logbestand" in one.text() for one in screen.findChildren(QLabel, "melding-tekst") if one.isVisible())
