"""The workspace by keyboard: where one is, what is urgent, who works here, a shared screen, a second window, dropped files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from orapp.services.rows import DeadlineQuery
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.new_dossier.wizard import NewDossierWizard
from orapp.ui.shell.doors import Doors
from orapp.ui.shell.navigation import Navigation
from orapp.ui.shell.palette import Palette
from orapp.ui.shell.places import MODULES
from orapp.ui.shell.window import ShellWindow
from orapp.ui.shell.workspace import Workspace
from tests.fakes.archive import MemoryArchive
from tests.fakes.surroundings import FixedClock, MemoryArchives, RememberedWindow
from tests.ui.conftest import Settled, Shown
from tests.ui.shell.keys import ALT, CONTROL, CONTROL_SHIFT, HOUSING, MERGER, act, press

# -- where one is ------------------------------------------------------------------------------------------------------


def test_the_overview_comes_first_and_has_the_keyboard(inside: Workspace) -> None:
    assert inside.pages.currentWidget() is inside.overview
    focused = QApplication.focusWidget()
    assert focused is not None
    assert inside.pages.isAncestorOf(focused)


def test_every_entry_leads_somewhere_by_its_number(window: ShellWindow, inside: Workspace, settled: Settled) -> None:
    reached = []
    for number, key in enumerate(list(MODULES)[:5]):
        if inside.navigation.has(key):
            press(window, Qt.Key(Qt.Key.Key_1.value + number), CONTROL)
            settled()
            assert inside.pages.currentWidget() is inside.page(key)
            assert window.windowTitle().startswith(inside.navigation.words(key))
            reached.append(key)
    assert reached[:3] == ["overzicht", "dossiers", "termijnen"]


def test_back_leads_through_the_dossiers_that_were_seen(window: ShellWindow, inside: Workspace, settled: Settled) -> None:
    press(window, Qt.Key.Key_2, CONTROL)
    inside.open_dossier(MERGER)
    settled()
    inside.open_dossier(HOUSING)
    settled()
    press(window, Qt.Key.Key_B, CONTROL)
    settled()
    assert inside.pages.currentWidget() is inside.letter
    press(window, Qt.Key.Key_Left, ALT)
    settled()
    assert inside.dossier.reference == HOUSING
    press(window, Qt.Key.Key_Left, ALT)
    settled()
    assert inside.dossier.reference == MERGER
    press(window, Qt.Key.Key_Left, ALT)
    assert inside.pages.currentWidget() is inside.dossiers
    assert not act(window, "Terug").isEnabled()


def test_a_term_of_the_council_within_a_week_is_counted_in_red(
    window: ShellWindow, inside: Workspace, clock: FixedClock, settled: Settled
) -> None:
    entry = inside.navigation.entries()[2]
    clock.day = clock.day.replace(day=24)
    window.look_at_the_day()
    settled()
    near = date(2026, 12, 1)
    rows = inside.desk.dossiers.deadlines(DeadlineQuery())
    urgent = [row for row in rows if row.actor == "council" and (row.safe_day or row.last_day) <= near]
    assert urgent
    assert entry.accessibleName() == f"Termijnen, {len(rows)}, waarvan {len(urgent)} binnen een week te doen"
    pill = next(label for label in entry.findChildren(QLabel) if label.property("part") == "pill")
    assert (pill.text(), pill.isVisible()) == (str(len(urgent)), True)


def test_the_palette_leads_to_a_dossier_and_to_an_act(
    window: ShellWindow, inside: Workspace, settled: Settled, qtbot: QtBot
) -> None:
    press(window, Qt.Key.Key_K, CONTROL)
    settled()
    palette = window.findChild(Palette)
    assert palette is not None
    qtbot.waitUntil(palette.isActiveWindow)
    QTest.keyClicks(palette.field, MERGER)
    settled()
    press(palette, Qt.Key.Key_Return)
    settled()
    assert inside.dossier.reference == MERGER
    inside.top.search.click()
    settled()
    again = window.findChildren(Palette)[-1]
    QTest.keyClicks(again.field, "Scherm delen")
    settled()
    QTest.keyClick(again.field, Qt.Key.Key_Return)
    assert inside.band.isVisible()


def test_arrows_walk_through_the_navigation(inside: Workspace) -> None:
    first, second = inside.navigation.entries()[:2]
    first.setFocus()
    press(inside, Qt.Key.Key_Down)
    assert second.hasFocus()
    press(inside, Qt.Key.Key_Up)
    assert first.hasFocus()


def test_groups_and_the_foot_keep_their_order(place: Workplace, shown: Shown) -> None:
    navigation = Navigation(place.look)
    navigation.add("bak", "Prullenbak", at_foot=True)
    navigation.add("een", "Eerste")
    navigation.add_group("Groep")
    navigation.add("twee", "Tweede")
    shown(navigation)
    heights = {entry.objectName(): entry.y() for entry in navigation.entries()}
    assert heights["naar-een"] < heights["naar-twee"] < heights["naar-bak"]


# -- acts --------------------------------------------------------------------------------------------------------------


def test_acts_are_offered_only_while_they_can_be_done(window: ShellWindow, inside: Workspace, settled: Settled) -> None:
    for words in ("Brief maken", "In nieuw venster openen", "Verloop", "Ongedaan maken"):
        assert not act(window, words).isEnabled(), words
    inside.open_dossier(MERGER)
    settled()
    for words in ("Brief maken", "In nieuw venster openen", "Verloop"):
        assert act(window, words).isEnabled(), words
    window.close_archive()
    settled()
    for words in ("Brief maken", "Reservekopie maken…", "Dossiers", "Nieuw dossier…"):
        assert not act(window, words).isEnabled(), words


def test_every_act_has_a_letter_of_its_own_in_its_menu(window: ShellWindow) -> None:
    for menu in window.menuBar().findChildren(QMenu):
        letters = [one.text()[one.text().index("&") + 1].lower() for one in menu.actions() if "&" in one.text()]
        words = [one.text() for one in menu.actions() if not one.isSeparator()]
        assert len(letters) == len(words), words
        assert len(set(letters)) == len(letters), words


def test_no_two_acts_have_the_same_keys(window: ShellWindow) -> None:
    keys = [key.toString() for one in window.menus.acts for key in one.shortcuts()]
    assert len(keys) == len(set(keys))


def test_a_new_dossier_by_keyboard(window: ShellWindow, inside: Workspace, settled: Settled) -> None:
    press(window, Qt.Key.Key_N, CONTROL)
    settled()
    wizard = window.findChild(NewDossierWizard)
    assert wizard is not None
    wizard.made.emit(MERGER)
    settled()
    assert inside.dossier.reference == MERGER


def test_nothing_new_in_an_archive_that_can_only_be_read(window: ShellWindow, archive: MemoryArchive, settled: Settled) -> None:
    window.close_archive()
    archive.read_only = True
    window.opening.choose(archive.path)
    settled()
    assert window.workspace is not None
    assert window.workspace.top.new.isHidden()
    assert window.workspace.who.isHidden()
    assert not act(window, "Nieuw dossier…").isEnabled()


# -- who works here ----------------------------------------------------------------------------------------------------


def test_who_works_here_is_asked_in_one_line(
    window: ShellWindow, inside: Workspace, archive: MemoryArchive, memory: RememberedWindow, place: Workplace, settled: Settled
) -> None:
    assert inside.who.isVisible()
    names = [member.name for member in archive.the_council.members]
    assert [inside.who.member.itemText(number) for number in range(inside.who.member.count())] == names
    inside.who.member.setFocus()
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_Space)
    assert inside.who.isHidden()
    assert memory.value(f"person {archive.path}") == names[1]
    assert place.here.person == names[1]
    window.close_archive()
    settled()
    window.opening.choose(archive.path)
    settled()
    assert window.workspace is not None
    assert window.workspace.who.isHidden()
    assert place.here.person == names[1]


def test_later_asks_another_time(window: ShellWindow, inside: Workspace, archive: MemoryArchive, settled: Settled) -> None:
    inside.who.later.click()
    assert inside.who.isHidden()
    window.close_archive()
    settled()
    window.opening.choose(archive.path)
    settled()
    assert window.workspace is not None
    assert window.workspace.who.isVisible()


def test_settings_that_were_put_aside_are_told_once(
    place: Workplace,
    doors: Doors,
    shown: Shown,
    archives: MemoryArchives,
    archive: MemoryArchive,
    settled: Settled,
    tmp_path: Path,
) -> None:
    archives.in_keyring = True
    window = ShellWindow(place, replace(doors, settings_aside=tmp_path / "instellingen.onleesbaar-1.json"))
    shown(window)
    window.opening.choose(archive.path)
    settled()
    assert window.workspace is not None
    assert "instellingen.onleesbaar-1.json" in window.workspace.notice.text()
    window.close_archive()
    settled()
    window.opening.choose(archive.path)
    settled()
    assert window.workspace.notice.text() == ""


# -- a shared screen ---------------------------------------------------------------------------------------------------


def test_sharing_is_said_and_hides(
    window: ShellWindow, inside: Workspace, archive: MemoryArchive, place: Workplace, settled: Settled
) -> None:
    archive.kept[MERGER] = replace(archive.kept[MERGER], secret=True)
    assert inside.band.isHidden()
    press(window, Qt.Key.Key_D, CONTROL_SHIFT)
    settled()
    assert place.here.shared
    assert inside.band.isVisible()
    assert inside.top.share.text() == "Scherm delen: aan"
    assert act(window, "Scherm delen").isChecked()
    assert inside.navigation.entries()[1].accessibleName() == "Dossiers, 3"
    inside.open_dossier(MERGER)
    settled()
    assert MERGER not in window.windowTitle()
    inside.top.share.click()
    settled()
    assert inside.band.isHidden()
    assert inside.navigation.entries()[1].accessibleName() == "Dossiers, 4"
    assert MERGER in window.windowTitle()
    assert archive.kept[MERGER].title not in window.windowTitle()


def test_leaving_the_archive_ends_sharing(window: ShellWindow, inside: Workspace, place: Workplace, settled: Settled) -> None:
    place.here.share(True)
    window.close_archive()
    settled()
    assert not place.here.shared


# -- a second window ---------------------------------------------------------------------------------------------------
