"""What a first look at the window found: sentences that agree, nothing left behind, nothing cut off at large text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from orapp.services.desk import Desk
from orapp.ui.kit.cards import Pages
from orapp.ui.kit.dialogs import MARGIN, Sheet
from orapp.ui.kit.labels import ShortenedLabel
from orapp.ui.kit.look import Look
from orapp.ui.kit.tables import Cell, Column, RowModel, Table
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.screen import DossierScreen
from orapp.ui.shell.doors import Doors
from orapp.ui.shell.window import ShellWindow
from orapp.ui.shell.workspace import Workspace
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import PASSPHRASE, Settled, Shown

JOB_EVALUATION, MERGER, HOUSING, QUOTA = "2025-001", "2025-002", "2025-003", "2026-001"
LARGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of these tests."""

    words: str


LINES = tuple(Line(words=f"regel {number}") for number in range(30))


def lines_table(look: Look) -> Table[Line]:
    model: RowModel[Line] = RowModel([Column(key="words", title="Wat", cell=lambda row: Cell(text=row.words), weight=1)])
    return Table(model, look, "regels", "Regels")


@pytest.fixture
def large(look: Look) -> Iterator[Look]:
    look.set_text_percent(LARGEST)
    yield look
    look.set_text_percent(100)


@pytest.fixture
def opened(qtbot: QtBot, place: Workplace, doors: Doors, shown: Shown, archive: MemoryArchive, settled: Settled) -> ShellWindow:
    window = ShellWindow(place, doors)
    shown(window)
    window.opening.choose(archive.path)
    settled()
    QTest.keyClicks(window.opening.passphrase, PASSPHRASE)
    QTest.keyClick(window.opening.passphrase, Qt.Key.Key_Return)
    settled()
    return window


def inside(window: ShellWindow) -> Workspace:
    found = window.workspace
    assert found is not None
    return found


def test_no_passphrase_is_left_behind_for_who_comes_after(opened: ShellWindow, settled: Settled) -> None:
    opened.close_archive()
    settled()
    assert opened.opening.passphrase.text() == ""
    assert opened.opening.key_card.isHidden()


def test_the_band_does_not_close_a_dossier_while_a_promise_is_late(
    desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path
) -> None:
    screen = DossierScreen(desk, place, lambda: tmp_path)
    shown(screen)
    screen.open(JOB_EVALUATION)
    settled()
    summary = desk.dossiers.view(JOB_EVALUATION).derived.summary
    what, why = screen.band.words()
    assert what == "Volgende stap: vraag naar toezegging T4 (was 1 oktober 2026)"
    assert summary.next_step == "Vraag naar toezegging T4 (was 1 oktober 2026)"
    assert why == "Toezegging T4: bestuurder uiterlijk donderdag 1 oktober 2026 (51 dagen geleden) · aan zet: OR"
    assert screen.band.property("tone") == "attention"


def test_a_closed_procedure_asks_nothing_for_another(
    desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path
) -> None:
    screen = DossierScreen(desk, place, lambda: tmp_path)
    shown(screen)
    screen.open(MERGER)
    settled()
    screen.requests.setFocus()
    QTest.keyClick(screen.requests, Qt.Key.Key_Home)
    assert screen.band.words() == ("In deze procedure is nu niets te doen", "")
    assert not screen.band.first.isVisible()
    assert screen.letter_button.isVisible()


def shown_tables(screen: QWidget) -> list[str]:
    return [table.accessibleName() for table in screen.findChildren(QTableView) if table.isVisible()]


def table_named(screen: QWidget, name: str) -> QTableView:
    return next(table for table in screen.findChildren(QTableView) if table.isVisible() and table.accessibleName() == name)


def headings_of(screen: QWidget, name: str) -> list[str]:
    model = table_named(screen, name).model()
    return [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in range(model.columnCount())]


def test_a_decision_that_was_found_out_expects_no_outcome(
    qtbot: QtBot, desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path
) -> None:
    screen = DossierScreen(desk, place, lambda: tmp_path)
    shown(screen)
    screen.open(HOUSING)
    settled()
    screen.requests.setFocus()
    QTest.keyClick(screen.requests, Qt.Key.Key_Home)
    screen.show_part("summary", "")
    qtbot.waitUntil(lambda: "Besluiten" in shown_tables(screen))
    assert "Uitkomst" not in headings_of(screen, "Besluiten")


@pytest.mark.parametrize("reference", [JOB_EVALUATION, QUOTA])
def test_a_letter_is_offered_in_every_dossier(
    desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path, reference: str
) -> None:
    screen = DossierScreen(desk, place, lambda: tmp_path)
    shown(screen)
    screen.open(reference)
    settled()
    assert screen.letter_button.isVisible()
    assert screen.band.proof.property("part") == ("" if screen.band.first.isVisible() else "primary")


def test_the_parts_of_an_initiative_are_no_decisions(
    desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path
) -> None:
    screen = DossierScreen(desk, place, lambda: tmp_path)
    shown(screen)
    screen.open(QUOTA)
    settled()
    screen.show_part("summary", "")
    assert headings_of(screen, "Onderdelen van het voorstel") == ["Nr.", "Besluit", "Uitkomst in woorden"]
    table = table_named(screen, "Onderdelen van het voorstel").model()
    cells = [table.index(row, column).data() for row in range(table.rowCount()) for column in range(table.columnCount())]
    assert "Overgenomen." in cells
    assert "nog geen uitkomst" not in cells


def test_the_navigation_counts_what_runs_also_under_a_filter(opened: ShellWindow, settled: Settled, qtbot: QtBot) -> None:
    dossiers = inside(opened).dossiers
    dossiers.filter.setText("bestaat niet")
    qtbot.waitUntil(lambda: dossiers.count.text() == "geen dossiers")
    assert inside(opened).navigation.entries()[1].accessibleName() == "Dossiers, 4"


def test_only_the_list_is_built_for_the_list(opened: ShellWindow, settled: Settled) -> None:
    assert inside(opened).pages.count() == 1
    inside(opened).open_dossier(QUOTA)
    settled()
    assert inside(opened).pages.count() == 2


def test_home_and_end_are_those_of_the_list(look: Look, shown: Shown) -> None:
    table = lines_table(look)
    shown(table)
    table.row_model.show(LINES)
    table.choose_first()
    QTest.keyClick(table, Qt.Key.Key_End)
    assert table.current() == LINES[-1]
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert table.current() == LINES[0]


def test_headings_grow_with_the_text(look: Look, shown: Shown) -> None:
    table = lines_table(look)
    shown(table)
    before = table.horizontalHeader().height()
    look.set_text_percent(LARGEST)
    after = table.horizontalHeader().height()
    look.set_text_percent(100)
    assert after == 2 * before


def test_a_line_that_does_not_fit_is_whole_in_its_tooltip(qtbot: QtBot, shown: Shown) -> None:
    label = ShortenedLabel("small")
    label.setText("Wet zoals bekend op 11 april 2026 · feestdagen bekend t/m 2028")
    shown(label)
    label.resize(80, 20)
    qtbot.waitUntil(lambda: label.toolTip() == label.text())
    label.resize(label.sizeHint().width() + 20, 20)
    qtbot.waitUntil(lambda: label.toolTip() == "")
    assert label.minimumSizeHint().width() < label.sizeHint().width()


def test_a_dialog_stays_within_the_screen_at_large_text(large: Look, shown: Shown) -> None:
    parent = QWidget()
    shown(parent)
    sheet = Sheet(parent, large, "Bewijsblad", "blad")
    sheet.take_size(4000, 4000)
    room = QApplication.primaryScreen().availableSize()
    assert sheet.width() <= room.width() - MARGIN
    assert sheet.height() <= room.height() - MARGIN


def test_a_page_that_is_not_seen_asks_for_no_room() -> None:
    pages = Pages()
    low, high = QWidget(), QWidget()
    for page, text in ((low, "kort"), (high, "\n".join("hoog" for _ in range(80)))):
        QVBoxLayout(page).addWidget(QLabel(text))
        pages.addWidget(page)
    pages.setCurrentWidget(high)
    highest = pages.minimumSizeHint().height()
    pages.setCurrentWidget(low)
    assert pages.minimumSizeHint().height() < highest
    assert pages.heightForWidth(400) < highest
