"""Each screen, by keyboard only: find a dossier, read why a date is what it is, follow its course, make its letter."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QTextBrowser, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from orapp.domain.derived import DeadlineState
from orapp.services.desk import Desk
from orapp.services.failures import Circumstance
from orapp.services.rows import DossierOrder
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.deadlines.screen import DeadlinesScreen
from orapp.ui.screens.dossier.screen import DossierScreen
from orapp.ui.screens.dossiers.screen import DossiersScreen
from orapp.ui.screens.overview.screen import OverviewScreen
from tests.fakes.archive import MemoryArchive
from tests.fakes.asker import AnsweringAsker
from tests.fakes.surroundings import FixedClock
from tests.ui.conftest import Settled, Shown

HOUSING = "2025-003"
MERGER = "2025-002"


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_a_dossier_is_found_and_opened(qtbot: QtBot, desk: Desk, place: Workplace, shown: Shown, settled: Settled) -> None:
    screen = DossiersScreen(desk, place)
    shown(screen)
    screen.reload()
    settled()
    assert screen.count.text() == "4 dossiers"
    screen.focus_filter()
    QTest.keyClicks(focused(), "kwadrant")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    settled()
    assert screen.count.text() == "1 dossier"
    assert focused() is screen.table
    with qtbot.waitSignal(screen.dossier_opened) as opened:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert opened.args == [HOUSING]


def test_two_quick_enters_open_what_was_found_not_what_stood_there(
    qtbot: QtBot, desk: Desk, place: Workplace, shown: Shown, settled: Settled
) -> None:
    screen = DossiersScreen(desk, place)
    shown(screen)
    screen.reload()
    settled()
    screen.focus_filter()
    QTest.keyClicks(focused(), "lindewerk")
    with qtbot.waitSignal(screen.dossier_opened) as opened:
        QTest.keyClick(screen.filter, Qt.Key.Key_Return)
        QTest.keyClick(screen.filter, Qt.Key.Key_Return)
    assert opened.args == [MERGER]


def test_the_list_is_filtered_by_kind_and_sorted_by_the_archive(
    qtbot: QtBot, desk: Desk, place: Workplace, shown: Shown, settled: Settled
) -> None:
    screen = DossiersScreen(desk, place)
    shown(screen)
    screen.reload()
    settled()
    dates = [row.next_deadline for row in screen.table.row_model.rows if row.next_deadline is not None]
    assert dates == sorted(dates)
    screen.order.setFocus()
    QTest.keyClick(screen.order, Qt.Key.Key_Down)
    settled()
    assert screen.query().order is DossierOrder.REFERENCE
    assert [row.reference for row in screen.table.row_model.rows] == sorted(row.reference for row in screen.table.row_model.rows)
    screen.kind.setFocus()
    for _ in range(8):
        QTest.keyClick(screen.kind, Qt.Key.Key_Down)
    settled()
    assert [row.reference for row in screen.table.row_model.rows] == [MERGER]


def test_an_empty_list_says_why(qtbot: QtBot, desk: Desk, place: Workplace, shown: Shown, settled: Settled) -> None:
    screen = DossiersScreen(desk, place)
    shown(screen)
    screen.filter.setText("bestaat niet")
    qtbot.waitUntil(lambda: screen.count.text() == "geen dossiers")
    assert not screen.table.isVisible()
    screen.clear_button.setFocus()
    QTest.keyClick(screen.clear_button, Qt.Key.Key_Space)
    settled()
    assert (screen.count.text(), screen.table.isVisible()) == ("4 dossiers", True)


def test_a_dossier_shows_its_procedure_and_what_comes_next(
    desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path
) -> None:
    screen = DossierScreen(desk, place, lambda: tmp_path)
    shown(screen)
    screen.open(MERGER)
    settled()
    view = desk.dossiers.view(MERGER)
    assert screen.title.text() == f"{MERGER} {view.dossier.title}"
    assert "art. 25" in screen.subtitle.text()
    steps = [button.step for button in screen.steps.buttons()]
    assert len(steps) <= 10
    assert [step.progress.value for step in steps].count("current") == 1
    what, why = screen.band.words()
    assert what.startswith("Volgende stap: ")
    assert "donderdag 26 november 2026" in why
    assert "aan zet: OR" in why


def test_the_dossier_by_keyboard(
    qtbot: QtBot, desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path
) -> None:
    screen = DossierScreen(desk, place, lambda: tmp_path)
    shown(screen)
    screen.open(HOUSING)
    settled()
    screen.show_part("course", desk.dossiers.view(HOUSING).derived.deadlines[0].key)
    settled()
    table = screen.course.deadlines.table
    assert table is not None
    qtbot.waitUntil(table.isVisible)
    table.setFocus()
    closed = next(number for number, row in enumerate(table.row_model.rows) if row.state is DeadlineState.CLOSED)
    for _ in range(closed):
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.current() == table.row_model.rows[closed]
    QTest.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in screen.findChildren(QDialog)))
    sheet = screen.findChild(QTextBrowser, "bewijsblad-tekst")
    assert sheet is not None
    text = sheet.toPlainText()
    assert "Berekening" in text
    assert "de OR beslist" in text
    QTest.keyClick(sheet.window(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not screen.findChildren(QDialog))
    with qtbot.waitSignal(screen.letter_asked) as asked:
        screen.letter_button.setFocus()
        QTest.keyClick(screen.letter_button, Qt.Key.Key_Space)
    assert asked.args is not None
    assert asked.args[0] == HOUSING


def test_each_deadline_is_explained(desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path) -> None:
    screen = DossierScreen(desk, place, lambda: tmp_path)
    shown(screen)
    screen.open(HOUSING)
    settled()
    for deadline in desk.dossiers.view(HOUSING).derived.deadlines:
        screen.show_part("course", deadline.key)
        said = "\n".join(screen.course.deadlines.explained())
        assert deadline.title in said
        assert deadline.missed in said
        assert all(step in said for step in deadline.steps)
        assert deadline.dispute in said
        assert all(why in said for _, why in deadline.arguable)


def test_a_proof_sheet_becomes_a_pdf(
    qtbot: QtBot, desk: Desk, place: Workplace, asker: AnsweringAsker, shown: Shown, settled: Settled, tmp_path: Path
) -> None:
    asker.path = tmp_path / "bewijs.pdf"
    screen = DossierScreen(desk, place, lambda: tmp_path)
    shown(screen)
    screen.open(MERGER)
    settled()
    button = screen.findChild(QWidget, "band-bewijsblad")
    assert button is not None
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: screen.findChild(QWidget, "pdf") is not None)
    pdf = screen.findChild(QWidget, "pdf")
    assert pdf is not None
    pdf.setFocus()
    QTest.keyClick(pdf, Qt.Key.Key_Space)
    settled()
    assert asker.path.read_bytes().startswith(b"%PDF-")
    assert asker.asked == [f"Bewijsblad bewaren: Bewijsblad {MERGER}.pdf"]


def test_another_procedure_of_the_dossier_is_chosen(
    qtbot: QtBot, desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path
) -> None:
    screen = DossierScreen(desk, place, lambda: tmp_path)
    shown(screen)
    screen.open(HOUSING)
    settled()
    before = [button.step.title for button in screen.steps.buttons()]
    screen.requests.setFocus()
    QTest.keyClick(screen.requests, Qt.Key.Key_Home)
    QTest.keyClick(screen.requests, Qt.Key.Key_Down)
    request = desk.dossiers.view(HOUSING).procedures[1].request
    assert screen.requests.currentText() == request.title
    qtbot.waitUntil(lambda: [button.step.title for button in screen.steps.buttons()] != before)


def test_a_letter_from_elsewhere_says_so_and_one_of_ours_opens(
    qtbot: QtBot, desk: Desk, place: Workplace, asker: AnsweringAsker, shown: Shown, settled: Settled, tmp_path: Path
) -> None:
    screen = DossierScreen(desk, place, lambda: tmp_path)
    shown(screen)
    screen.open(HOUSING)
    settled()
    kinds = {kind.key for kind in desk.letters.kinds()}
    assert "A7" not in kinds
    letters = desk.dossiers.view(HOUSING).dossier.letters
    ours = next(letter for letter in letters if letter.kind in kinds)
    screen.course.letter_asked.emit("A7", "", "verslag")
    assert asker.asked == ["Deze brief is niet met dit programma gemaakt"]
    with qtbot.waitSignal(screen.letter_asked) as asked:
        screen.course.letter_asked.emit(ours.kind, ours.request_id, ours.id)
    assert asked.args == [HOUSING, ours.kind, ours.request_id, ours.id]


def test_a_dossier_follows_what_is_written(desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path) -> None:
    screen = DossierScreen(desk, place, lambda: tmp_path)
    shown(screen)
    screen.open(HOUSING)
    settled()
    before = desk.dossiers.view(HOUSING).dossier
    _, changes = desk.dossiers.save(before, replace(before, title="Naar één pand"), "secretaris")
    place.changes.publish(changes)
    settled()
    assert screen.title.text() == f"{HOUSING} Naar één pand"


def test_midnight_is_a_change(
    desk: Desk, place: Workplace, clock: FixedClock, shown: Shown, settled: Settled, tmp_path: Path
) -> None:
    screen = DossierScreen(desk, place, lambda: tmp_path)
    shown(screen)
    screen.open(MERGER)
    settled()
    clock.day = clock.today().replace(day=25)
    place.changes.day_changed()
    settled()
    assert "morgen" in screen.band.words()[1]


def test_all_deadlines_by_keyboard(qtbot: QtBot, desk: Desk, place: Workplace, shown: Shown, settled: Settled) -> None:
    screen = DeadlinesScreen(desk, place)
    shown(screen)
    screen.reload()
    settled()
    everything = screen.table.row_model.rows
    screen.nature.setFocus()
    for _ in range(2):
        QTest.keyClick(screen.nature, Qt.Key.Key_Down)
    settled()
    assert screen.table.row_model.rows == tuple(row for row in everything if row.nature == "agreed")
    screen.focus_list()
    with qtbot.waitSignal(screen.dossier_opened) as opened:
        QTest.keyClick(screen.table, Qt.Key.Key_Return)
    assert opened.args == [screen.table.row_model.rows[0].reference]


def test_a_failing_archive_is_told(
    qtbot: QtBot, archive: MemoryArchive, desk: Desk, place: Workplace, shown: Shown, settled: Settled
) -> None:
    screen = DossiersScreen(desk, place)
    shown(screen)
    archive.fail_with = Circumstance("archive.cannot_open", path="x")
    with qtbot.waitSignal(place.tasks.failure) as told:
        screen.reload()
    assert told.args is not None
    assert told.args[0].code == "archive.cannot_open"
    settled()


def test_who_went_on_before_the_day_was_read_keeps_the_keyboard(
    desk: Desk, place: Workplace, shown: Shown, settled: Settled
) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    elsewhere = QLineEdit()
    overview = OverviewScreen(desk, place)
    column.addWidget(elsewhere)
    column.addWidget(overview)
    shown(window)
    overview.reload()
    overview.focus_first()
    overview.hide()
    elsewhere.setFocus()
    settled()
    assert focused() is elsewhere
