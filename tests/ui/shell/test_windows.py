"""A second window on a dossier, files that are dropped, the first start, and titles that tell no secret."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from orapp.domain.editing import set_head
from orapp.services.upkeep import Absence, Return
from orapp.ui.kit import ways
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.in_place import GrowingText
from orapp.ui.screens.new_dossier.wizard import NewDossierWizard
from orapp.ui.shell.doors import Doors, OpenRequest
from orapp.ui.shell.dossier_window import DossierWindow
from orapp.ui.shell.window import ShellWindow
from orapp.ui.shell.workspace import Workspace
from tests.fakes.archive import MemoryArchive
from tests.fakes.surroundings import MemoryArchives, RememberedWindow
from tests.ui.conftest import PASSPHRASE, Settled, Shown
from tests.ui.shell.keys import ALT, CONTROL, CONTROL_SHIFT, HOUSING, MERGER, act, press

# -- where one is ------------------------------------------------------------------------------------------------------


@pytest.fixture
def second(window: ShellWindow, inside: Workspace, settled: Settled, qtbot: QtBot) -> DossierWindow:
    inside.open_dossier(MERGER)
    settled()
    press(window, Qt.Key.Key_O, CONTROL_SHIFT)
    (made,) = window.beside.all()
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    settled()
    return made


def test_a_dossier_opens_in_a_window_of_its_own(window: ShellWindow, second: DossierWindow, place: Workplace) -> None:
    assert second.reference == MERGER
    assert second.windowTitle().startswith(MERGER)
    assert second.here.window == "venster-2"
    assert place.here.window == "venster-1"
    window.open_dossier_window(MERGER)
    assert [other.here.window for other in window.beside.all()] == ["venster-2", "venster-3"]


def test_letters_open_in_the_window_of_their_dossier(
    window: ShellWindow, inside: Workspace, second: DossierWindow, settled: Settled
) -> None:
    press(second, Qt.Key.Key_B, CONTROL)
    settled()
    assert second.pages.currentWidget() is second.letter
    assert second.windowTitle().startswith(f"Brief {MERGER}")
    assert inside.pages.currentWidget() is inside.dossier
    press(second, Qt.Key.Key_Left, ALT)
    assert second.pages.currentWidget() is second.dossier


def test_what_a_letter_names_of_the_council_is_shown_in_the_main_window(
    window: ShellWindow, inside: Workspace, second: DossierWindow, settled: Settled, qtbot: QtBot
) -> None:
    press(second, Qt.Key.Key_B, CONTROL)
    settled()
    second.letter.spelling.take_word("aanlandplek")
    settled()
    act = second.letter.notice.act
    assert act.accessibleName() == "Naar de woorden"
    act.click()
    settled()
    assert inside.pages.currentWidget() is inside.council
    assert inside.council.parts.current == ways.TEXTS
    qtbot.waitUntil(window.isActiveWindow)
    assert second.isVisible()


def test_a_shared_screen_is_shared_in_every_window(window: ShellWindow, second: DossierWindow, place: Workplace) -> None:
    press(second, Qt.Key.Key_D, CONTROL_SHIFT)
    assert place.here.shared
    assert second.band.isVisible()
    window.open_dossier_window(MERGER)
    assert [other.band.isVisible() for other in window.beside.all()] == [True, True]
    place.here.share(False)
    assert second.band.isHidden()
    place.here.work_as("B. Helmgras")
    assert second.here.person == "B. Helmgras"


def test_a_window_closes_with_its_archive_and_remembers_its_place(
    window: ShellWindow, second: DossierWindow, memory: RememberedWindow, archive: MemoryArchive, settled: Settled
) -> None:
    with_closed = []
    second.closed.connect(lambda: with_closed.append(second))
    window.close_archive()
    settled()
    assert with_closed == [second]
    assert window.beside.all() == ()
    assert memory.value(f"geometry venster-2 {archive.path}")
    assert memory.value(f"geometry {archive.path}")
    assert archive.closed


def test_a_window_closes_by_itself(window: ShellWindow, second: DossierWindow, qtbot: QtBot, archive: MemoryArchive) -> None:
    press(second, Qt.Key.Key_W, CONTROL)
    qtbot.waitUntil(lambda: not window.beside.all())
    assert not archive.closed


def test_what_is_typed_in_a_window_that_closes_is_seen_in_the_other(
    window: ShellWindow, inside: Workspace, second: DossierWindow, archive: MemoryArchive, settled: Settled
) -> None:
    second.dossier.show_tab(0)
    settled()
    field = second.dossier.findChild(GrowingText, "samenvatting-dossier")
    assert field is not None
    field.setFocus()
    QTest.keyClicks(field, "Vlak voor het sluiten. ")
    second.close()
    settled()
    assert archive.kept[MERGER].summary.startswith("Vlak voor het sluiten.")
    shown_dossier = inside.dossier.editor.dossier
    assert shown_dossier is not None
    assert shown_dossier.summary == archive.kept[MERGER].summary


def test_a_dossier_behind_a_letter_is_read_again_when_it_comes_back(
    inside: Workspace, archive: MemoryArchive, settled: Settled
) -> None:
    inside.open_dossier(HOUSING)
    settled()
    inside.open_letter(HOUSING, "A9", "")
    settled()
    shown: list[str] = []
    inside.dossier.shown.connect(shown.append)
    inside.letter.editor.submit(set_head(archive.kept[HOUSING], title="Achter de brief"), "titel")
    settled()
    assert not shown
    inside.back()
    settled()
    assert shown == [HOUSING]
    assert inside.dossier.editor.dossier is not None
    assert inside.dossier.editor.dossier.title == "Achter de brief"


def test_an_archive_is_left_for_work_and_what_is_said_of_it_is_not_told_of_another(
    window: ShellWindow, archive: MemoryArchive, archives: MemoryArchives, settled: Settled
) -> None:
    back = Return(path=archive.path, passphrase=PASSPHRASE, said="De wachtzin is gewijzigd.")
    window.leave_for(Absence(words="Bezig.", work=lambda: back, otherwise=back))
    settled()
    assert window.workspace is not None
    assert window.workspace.notice.text() == "De wachtzin is gewijzigd."
    wrong = Return(path=archive.path, passphrase="een andere", said="Dit is niet gelukt.")
    window.leave_for(Absence(words="Bezig.", work=lambda: wrong, otherwise=wrong))
    settled()
    assert window.pages.currentWidget() is window.opening
    window.open_archive(OpenRequest(path=archive.path, passphrase=PASSPHRASE))
    settled()
    inside = window.findChild(Workspace)
    assert inside is not None
    assert inside.notice.text() == ""


# -- dropped files -----------------------------------------------------------------------------------------------------


def dropped(widget: QWidget, *paths: Path) -> bool:
    """Drops files on a widget; gives whether it would take them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    enter = QDragEnterEvent(
        QPoint(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        drop = QDropEvent(
            QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(widget, drop)
    return enter.isAccepted()


def test_a_dropped_file_becomes_a_new_dossier(
    window: ShellWindow, inside: Workspace, settled: Settled, qtbot: QtBot, tmp_path: Path
) -> None:
    request, annex = tmp_path / "aanvraag.pdf", tmp_path / "bijlage.pdf"
    for path in (request, annex):
        path.write_bytes(b"%PDF-1.4")
    assert dropped(inside, request, annex)
    qtbot.waitUntil(lambda: window.findChild(NewDossierWizard) is not None)
    settled()
    assert "aanvraag.pdf" in inside.notice.text()


def test_what_is_no_file_is_not_taken(inside: Workspace, tmp_path: Path) -> None:
    assert not dropped(inside, tmp_path)
    assert not dropped(inside, tmp_path / "er-niet.pdf")


def test_on_a_dossier_the_window_leaves_files_to_the_dossier(inside: Workspace, settled: Settled, tmp_path: Path) -> None:
    path = tmp_path / "aanvraag.pdf"
    path.write_bytes(b"%PDF-1.4")
    inside.open_dossier(MERGER)
    settled()
    assert not dropped(inside, path)


def test_an_archive_that_is_dropped_on_the_first_screen_opens(
    window: ShellWindow, inside: Workspace, archive: MemoryArchive, settled: Settled, qtbot: QtBot
) -> None:
    window.close_archive()
    settled()
    archive.path.touch()
    assert dropped(window.opening, archive.path)
    qtbot.waitUntil(lambda: window.workspace is not None)
    settled()


# -- the first screen --------------------------------------------------------------------------------------------------


def test_the_first_start_offers_three_ways(place: Workplace, doors: Doors, shown: Shown, memory: RememberedWindow) -> None:
    memory.paths.clear()
    window = ShellWindow(place, doors)
    shown(window)
    opening = window.opening
    assert opening.title.text() == "Welkom. Waar wilt u beginnen?"
    assert opening.recent_card.isHidden()
    assert opening.new_button.hasFocus()
    for way in (opening.other_button, opening.demo_button):
        press(window, Qt.Key.Key_Tab)
        assert way.hasFocus()


# -- room, and what goes wrong -----------------------------------------------------------------------------------------


def test_the_bar_on_top_fits_at_the_largest_text(
    window: ShellWindow, inside: Workspace, place: Workplace, qtbot: QtBot, settled: Settled
) -> None:
    place.here.share(True)
    place.look.set_text_percent(200)
    window.resize(1366, 768)
    settled()
    bar = inside.top
    qtbot.waitUntil(lambda: bar.new.width() >= bar.new.sizeHint().width())
    for acted in (bar.share, bar.new):
        assert acted.width() >= acted.sizeHint().width()
    assert bar.search.width() >= bar.search.minimumSizeHint().width()
    assert bar.new.mapTo(window, bar.new.rect().bottomRight()).x() <= window.width()
    place.look.set_text_percent(100)


def test_the_title_of_the_window_names_a_dossier_that_is_not_secret(
    window: ShellWindow, inside: Workspace, archive: MemoryArchive, settled: Settled
) -> None:
    inside.open_dossier(MERGER)
    settled()
    assert window.windowTitle().startswith(f"{MERGER} {archive.kept[MERGER].title}")


def test_escape_leads_back_where_nobody_inside_has_a_use_for_it(window: ShellWindow, inside: Workspace, settled: Settled) -> None:
    inside.go_to("dossiers")
    settled()
    inside.open_dossier(MERGER)
    settled()
    inside.dossier.tabs.setFocus()
    press(window, Qt.Key.Key_Escape)
    assert inside.pages.currentWidget() is inside.dossiers


def test_undo_stands_in_the_menu_with_what_it_takes_back(
    window: ShellWindow, inside: Workspace, archive: MemoryArchive, settled: Settled
) -> None:
    inside.open_dossier(MERGER)
    settled()
    before = archive.kept[MERGER].title
    inside.dossier.editor.submit(set_head(archive.kept[MERGER], title="Een andere titel"), "titel")
    settled()
    undo = next(one for one in window.menus.acts if one.text().startswith("&Ongedaan maken"))
    assert undo.text() == "&Ongedaan maken: titel"
    assert undo.isEnabled()
    undo.trigger()
    settled()
    assert archive.kept[MERGER].title == before
    assert not undo.isEnabled()
    assert act(window, "Opnieuw doen: titel").isEnabled()


def test_after_a_defect_while_opening_another_archive_can_be_tried(
    window: ShellWindow, inside: Workspace, settled: Settled
) -> None:
    window.close_archive()
    settled()
    window.opening.set_busy(True)
    window.tell_defect("Verslag", None)
    assert window.opening.other_button.isEnabled()
