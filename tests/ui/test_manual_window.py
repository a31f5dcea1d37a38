"""The manual by keyboard alone: F1 at a place, in a dialog and in a second window; searching, links, colours, size, paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QColor, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from orapp.ui.kit.look import Look
from orapp.ui.kit.printing import write_pdf
from orapp.ui.kit.workplace import Workplace
from orapp.ui.shell.about import PARTS, AboutSheet
from orapp.ui.shell.doors import Doors
from orapp.ui.shell.manual_window import ManualPageView, ManualWindow, PaperPage
from orapp.ui.shell.shortcuts import ShortcutSheet
from orapp.ui.shell.window import ShellWindow
from orapp.ui.shell.workspace import Workspace
from tests.fakes.archive import MemoryArchive
from tests.fakes.surroundings import MemoryArchives
from tests.ui.conftest import Settled, Shown, the_manual

HOUSING = "2025-003"
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
IMAGE = int(QTextDocument.ResourceType.ImageResource)


@pytest.fixture
def window(
    place: Workplace, doors: Doors, shown: Shown, archives: MemoryArchives, archive: MemoryArchive, settled: Settled
) -> Iterator[ShellWindow]:
    archives.in_keyring = True
    made = ShellWindow(place, doors)
    made.setWindowState(Qt.WindowState.WindowNoState)
    shown(made)
    made.opening.choose(archive.path)
    settled()
    yield made
    made.shelf.close()


@pytest.fixture
def inside(window: ShellWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


@pytest.fixture
def manual(place: Workplace, shown: Shown) -> ManualWindow:
    made = ManualWindow(the_manual(), place)
    shown(made)
    made.show_at("overzicht")
    return made


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(QApplication.focusWidget() or widget, key, modifier)


def helped(window: ShellWindow, key: str, qtbot: QtBot) -> ManualWindow:
    """The manual, once it shows the page with this key and has the keyboard."""

    def there() -> bool:
        manual = window.shelf.window
        return manual is not None and manual.isActiveWindow() and manual.view.page is not None and manual.view.page.key == key

    qtbot.waitUntil(there)
    manual = window.shelf.window
    assert manual is not None
    return manual


# -- where it opens ----------------------------------------------------------------------------------------------------


def test_the_whole_way_by_keyboard(window: ShellWindow, inside: Workspace, settled: Settled, qtbot: QtBot) -> None:
    inside.open_dossier(HOUSING)
    settled()
    press(window, Qt.Key.Key_3, ALT)
    settled()
    press(window, Qt.Key.Key_F1)
    manual = helped(window, "14-stukken", qtbot)
    assert manual.view.hasFocus()

    press(manual, Qt.Key.Key_F, CONTROL)
    assert manual.field.hasFocus()
    QTest.keyClicks(manual.field, "noodblad")
    assert manual.told.text() == "3 taken gevonden"
    press(manual, Qt.Key.Key_Down)
    assert manual.table.hasFocus()
    press(manual, Qt.Key.Key_Down)
    assert manual.view.page is not None
    assert manual.view.page.key == "01-archief-beginnen"
    press(manual, Qt.Key.Key_Return)
    assert manual.view.hasFocus()

    press(manual, Qt.Key.Key_Tab)
    press(manual, Qt.Key.Key_Return)
    assert manual.view.page.key == "19-sleutel-en-reservekopieen"
    press(manual, Qt.Key.Key_Left, ALT)
    assert manual.view.page.key == "01-archief-beginnen"
    press(manual, Qt.Key.Key_Escape)
    assert not manual.isVisible()


@pytest.mark.parametrize(
    ("screen", "page"),
    [("overzicht", "16-overzicht-voorzitter"), ("termijnen", "12-termijnen"), ("raad", "18-raad-en-ondertekening")],
)
def test_a_screen_has_its_page(
    window: ShellWindow, inside: Workspace, settled: Settled, qtbot: QtBot, screen: str, page: str
) -> None:
    inside.go_to(screen)
    settled()
    press(window, Qt.Key.Key_F1)
    helped(window, page, qtbot)


def test_before_an_archive_is_open_it_tells_how_to_begin(window: ShellWindow, settled: Settled, qtbot: QtBot) -> None:
    window.close_archive()
    settled()
    press(window, Qt.Key.Key_F1)
    helped(window, "01-archief-beginnen", qtbot)


def test_a_dialog_has_its_own_page(window: ShellWindow, inside: Workspace, settled: Settled, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_N, CONTROL)
    wizard = window.findChild(QDialog, "nieuw-dossier")
    assert wizard is not None
    qtbot.waitUntil(wizard.isActiveWindow)
    press(wizard, Qt.Key.Key_F1)
    manual = helped(window, "02-adviesaanvraag", qtbot)
    press(manual, Qt.Key.Key_Escape)
    assert wizard.isVisible()


def test_a_dialog_without_a_page_has_that_of_what_it_lies_over(
    window: ShellWindow, inside: Workspace, settled: Settled, qtbot: QtBot
) -> None:
    inside.go_to("termijnen")
    settled()
    window.show_help("een-venster-zonder-bladzijde")
    helped(window, "12-termijnen", qtbot)


def test_a_second_window_leads_to_the_same_manual(window: ShellWindow, inside: Workspace, settled: Settled, qtbot: QtBot) -> None:
    window.open_dossier_window(HOUSING)
    settled()
    second = window.beside.all()[0]
    second.dossier.show_tab(5)
    second.activateWindow()
    qtbot.waitUntil(second.isActiveWindow)
    press(second, Qt.Key.Key_F1)
    helped(window, "13-toezeggingen-volgen", qtbot)
    second.close()


def test_the_manual_closes_with_the_window(window: ShellWindow, settled: Settled, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_F1)
    helped(window, "16-overzicht-voorzitter", qtbot)
    window.close()
    settled()
    assert window.shelf.window is None
    assert not any(widget.objectName() == "handleiding" and widget.isVisible() for widget in QApplication.topLevelWidgets())


# -- reading -----------------------------------------------------------------------------------------------------------


def colours_of(view: ManualPageView) -> set[str]:
    """The colours of the links on the page."""
    found = set()
    block = view.document().begin()
    while block.isValid():
        walk = block.begin()
        while not walk.atEnd():
            form = walk.fragment().charFormat()
            if form.isAnchor():
                found.add(form.foreground().color().name())
            walk += 1
        block = block.next()
    return found


def test_links_have_the_colour_of_the_palette_in_force(manual: ManualWindow, look: Look) -> None:
    assert colours_of(manual.view) == {QColor(look.tokens.accent).name()}
    light = colours_of(manual.view)
    look.choose("dark")
    assert colours_of(manual.view) == {QColor(look.tokens.accent).name()}
    assert colours_of(manual.view) != light
    look.choose("light")


def test_a_page_is_there_once_however_often_it_is_set(manual: ManualWindow, look: Look) -> None:
    for percent in (200, 100):
        look.set_text_percent(percent)
        for page in the_manual().pages:
            manual.view.show_page(page)
            assert manual.view.toPlainText().splitlines().count(page.title) == 1
            assert manual.view.document().idealWidth() <= manual.view.viewport().width()


def test_a_page_begins_at_its_beginning_and_stays_there_in_another_width(manual: ManualWindow, qtbot: QtBot) -> None:
    view = manual.view
    manual.show_at("dossier/decision")
    assert (view.verticalScrollBar().value(), view.textCursor().position()) == (0, 0)
    room = view.viewport().width()
    manual.resize(900, 600)
    qtbot.waitUntil(lambda: view.viewport().width() < room)
    assert (view.verticalScrollBar().value(), view.textCursor().position()) == (0, 0)


def test_a_search_without_a_result_says_so(manual: ManualWindow) -> None:
    manual.field.setText("xyzzy")
    assert manual.told.text().startswith("Niets gevonden")
    assert manual.table.row_model.rows == ()
    manual.field.clear()
    assert not manual.told.isVisible()
    assert len(manual.table.row_model.rows) == len(the_manual().pages)


def test_only_pictures_of_the_manual_are_shown(manual: ManualWindow) -> None:
    view = manual.view
    assert view.loadResource(IMAGE, QUrl("overzicht.png")) is not None
    for outside in ("../icons/orapp.svg", "https://voorbeeld.invalid/a.png", "/etc/passwd"):
        assert view.loadResource(IMAGE, QUrl(outside)) is None


def test_a_link_that_leads_elsewhere_does_nothing(manual: ManualWindow) -> None:
    page = manual.view.page
    manual.view.anchorClicked.emit(QUrl("https://voorbeeld.invalid"))
    assert manual.view.page is page


def test_every_part_has_a_name(manual: ManualWindow) -> None:
    for part in (manual.field, manual.table, manual.view, manual.back_button, manual.paper):
        interface = QAccessible.queryAccessibleInterface(part)
        assert interface is not None
        assert interface.text(QAccessible.Text.Name)


def test_a_page_goes_to_paper_in_the_colours_of_paper(place: Workplace, look: Look, tmp_path: Path) -> None:
    look.choose("dark")
    page = the_manual().at("termijnen")
    sheet = PaperPage(the_manual(), page, look)
    cursor = QTextCursor(sheet)
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    assert cursor.charFormat().foreground().color() == look.print_ink
    assert sheet.pageCount() > 1
    write_pdf(sheet, tmp_path / "bladzijde.pdf")
    assert (tmp_path / "bladzijde.pdf").stat().st_size > 1000
    look.choose("light")


# -- keys and the program itself ---------------------------------------------------------------------------------------


def test_the_overview_of_keys_has_those_of_menus_and_lists_and_fits_on_paper(window: ShellWindow, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_F1, CONTROL)
    sheet = window.findChild(ShortcutSheet)
    assert sheet is not None
    qtbot.waitUntil(sheet.isVisible)
    paper = sheet.document()
    printed = paper.toPlainText()
    for words in ("Nieuw dossier", "Ctrl+N", "Handleiding", "F1", "Ctrl+L", "Alt+Enter", "Datumvelden", "Nieuwe regel"):
        assert words in printed
    assert paper.pageCount() <= 2
    press(sheet, Qt.Key.Key_Escape)


def test_the_program_says_what_it_is(window: ShellWindow, settled: Settled) -> None:
    window.show_about()
    settled()
    sheet = window.findChild(AboutSheet)
    assert sheet is not None
    assert "11 april 2026" in sheet.law.text()
    said = " ".join(label.text() for label in sheet.findChildren(QLabel))
    assert "versie" in said
    assert "geen netwerk" in said
    assert dict(PARTS)["Qt en PySide6"] == "LGPL 3"
    sheet.close()
