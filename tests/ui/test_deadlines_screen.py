"""All terms over the dossiers: filtered, page by page, explained, on a line of time, and by keyboard only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QWidget
from pytestqt.qtbot import QtBot

from orapp.services.desk import Desk
from orapp.services.dossiers import DossierService
from orapp.services.rows import FULL_VIEW, DeadlineQuery, DeadlineRow, Visibility
from orapp.ui.kit.look import Tone
from orapp.ui.kit.timeline import Span, TimeScale, scale_for
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.deadlines import screen as screen_module
from orapp.ui.screens.deadlines.columns import ground_words, span_of
from orapp.ui.screens.deadlines.screen import DeadlinesScreen
from tests.fakes.archive import MemoryArchive
from tests.fakes.surroundings import FixedClock
from tests.ui.conftest import DEMO_DAY, Settled, Shown

HOUSING, SCALES, MERGER = "2025-003", "2025-001", "2025-002"


@pytest.fixture
def screen(desk: Desk, place: Workplace, shown: Shown, settled: Settled) -> DeadlinesScreen:
    made = DeadlinesScreen(desk, place)
    shown(made)
    made.reload()
    settled()
    return made


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_the_terms_by_keyboard_alone(qtbot: QtBot, screen: DeadlinesScreen, settled: Settled) -> None:
    everything = screen.table.row_model.rows
    screen.filters.text.setFocus()
    QTest.keyClicks(focused(), "kwadrant")
    qtbot.waitUntil(lambda: len(screen.table.row_model.rows) < len(everything))
    settled()
    assert {row.reference for row in screen.table.row_model.rows} == {HOUSING}
    for field in (screen.filters.nature, screen.filters.actor, screen.filters.period):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert focused() is field
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    settled()
    assert all(row.last_day < DEMO_DAY for row in screen.table.row_model.rows)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    settled()
    assert {row.state for row in screen.table.row_model.rows} == {"closed", "running"}
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is screen.filters.clear
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    settled()
    assert screen.table.row_model.rows == everything
    screen.focus_list()
    QTest.keyClick(focused(), Qt.Key.Key_Home)
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    settled()
    chosen = screen.table.current()
    assert chosen == everything[1]
    assert screen.explanation.title.text().startswith("T5:")
    assert "Als deze wordt gemist" in screen.explanation.explained()
    with qtbot.waitSignal(screen.dossier_opened) as opened:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert opened.args == [HOUSING]
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is screen.explanation.open
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is screen.explanation.proof
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    settled()
    assert [dialog.objectName() for dialog in screen.findChildren(QDialog)] == ["bewijsblad-venster"]


def test_each_filter_keeps_what_it_says(screen: DeadlinesScreen, settled: Settled) -> None:
    everything = screen.table.row_model.rows
    filters: tuple[tuple[QComboBox, Callable[[DeadlineRow], bool]], ...] = (
        (screen.filters.nature, lambda row: row.nature == "agreed"),
        (screen.filters.actor, lambda row: row.actor == "council"),
        (screen.filters.period, lambda row: DEMO_DAY <= row.act_by <= DEMO_DAY + timedelta(days=30)),
    )
    for field, keeps in filters:
        field.setCurrentIndex(1 if field is screen.filters.actor else 2)
        settled()
        assert screen.table.row_model.rows == tuple(row for row in everything if keeps(row))
        assert 0 < len(screen.table.row_model.rows) < len(everything)
        screen.filters.clear_all()
        settled()
    screen.filters.text.setText("bestaat niet")
    screen.filters.changed.emit()
    settled()
    assert screen.empty.text() == "Geen termijn past bij deze filters."
    assert screen.filters.words() == "bestaat niet"
    assert screen.explanation.row is None


def test_the_line_of_time_shows_the_same_terms_and_keeps_the_chosen_one(
    qtbot: QtBot, place: Workplace, screen: DeadlinesScreen, settled: Settled
) -> None:
    screen.focus_list()
    for _ in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_Down)
    screen.as_line.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    settled()
    assert focused() is screen.line
    assert screen.line.row_model.rows == screen.table.row_model.rows
    assert screen.line.currentIndex().row() == 3
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    settled()
    chosen = screen.line.current()
    assert chosen is not None
    assert screen.explanation.row == chosen
    assert screen.table.currentIndex().row() == 4
    spoken = screen.line.model().index(4, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Tijdlijn: afspraak, van di 1 dec t/m di 1 dec, over 10 dagen")
    interface = QAccessible.queryAccessibleInterface(screen.line)
    assert interface.text(QAccessible.Text.Name) == "Termijnen van alle dossiers op een tijdlijn"
    assert not screen.line.grab().isNull()
    assert place.memory.value("termijnen.beeld") == "tijdlijn"


def test_a_long_list_comes_page_by_page(monkeypatch: pytest.MonkeyPatch, screen: DeadlinesScreen, settled: Settled) -> None:
    """A page asks for one more than it shows; the view asks for the next while there is room below."""
    everything = screen.table.row_model.rows
    asked: list[DeadlineQuery] = []
    real = DossierService.deadlines

    def spying(service: DossierService, query: DeadlineQuery, visibility: Visibility = FULL_VIEW) -> tuple[DeadlineRow, ...]:
        asked.append(query)
        return real(service, query, visibility)

    monkeypatch.setattr(DossierService, "deadlines", spying)
    monkeypatch.setattr(screen_module, "PAGE", 5)
    screen.reload()
    settled()
    assert [query.after for query in asked] == [None, everything[4].place, everything[9].place]
    assert {query.limit for query in asked} == {6}
    assert screen.table.row_model.rows == everything
    assert screen.line.row_model.rows == everything
    assert screen.count.text() == f"{len(everything)} termijnen"


def test_a_change_keeps_the_chosen_term(
    archive: MemoryArchive, desk: Desk, place: Workplace, screen: DeadlinesScreen, settled: Settled
) -> None:
    screen.focus_list()
    screen.table.choose(3)
    settled()
    chosen = screen.explanation.row
    assert chosen is not None
    dossier = archive.kept[chosen.reference]
    _, changes = desk.dossiers.save(dossier, replace(dossier, title="Anders"), "S")
    place.changes.publish(changes)
    settled()
    assert screen.explanation.row is not None
    assert screen.explanation.row.place == chosen.place
    current = screen.table.current()
    assert current is not None
    assert (current.place, current.dossier_title) == (chosen.place, "Anders")
    assert screen.table.hasFocus()


def test_a_shared_screen_hides_secret_dossiers(
    archive: MemoryArchive, place: Workplace, screen: DeadlinesScreen, settled: Settled
) -> None:
    archive.kept[MERGER] = replace(archive.kept[MERGER], secret=True)
    place.here.share(True)
    settled()
    assert MERGER not in {row.reference for row in screen.table.row_model.rows}


def test_terms_are_told_apart_by_word_and_by_consequence(
    archive: MemoryArchive, clock: FixedClock, screen: DeadlinesScreen, settled: Settled
) -> None:
    clock.day = archive._today = date(2025, 12, 12)
    screen.reload()
    settled()
    rows = {row.rule: row for row in screen.table.row_model.rows}
    assert ground_words(rows["wor-26-2-beroep"]) == "wet · art. 26 lid 2 WOR"
    assert ground_words(rows["commitment-date"]).startswith("afspraak · toezegging")
    assert ground_words(rows["own-date"]).startswith("eigen datum")
    assert span_of(rows["wor-26-2-beroep"], clock.day).tone is Tone.DANGER
    assert span_of(rows["wor-25-6-opschorting"], clock.day).tone is Tone.PLAIN


def test_the_list_is_printed_with_its_filters(screen: DeadlinesScreen, settled: Settled) -> None:
    screen.filters.nature.setCurrentIndex(2)
    settled()
    screen.print.click()
    settled()
    dialogs = [dialog for dialog in screen.findChildren(QDialog) if dialog.isVisible()]
    assert len(dialogs) == 1
    dialogs[0].close()


def span(act_by: date, last: date | None = None) -> Span:
    return Span(start=act_by, act_by=act_by, last_day=last or act_by, nature="agreed", tone=Tone.PLAIN)


def test_a_line_of_time_reaches_what_asks_and_not_beyond() -> None:
    today = date(2026, 11, 21)
    near = scale_for([span(date(2026, 12, 1))], today)
    assert (near.first, near.last) == (date(2026, 11, 14), date(2027, 1, 20))
    assert near.ticks()[0] == (date(2026, 11, 16), "16 nov")
    assert all(day.weekday() == 0 for day, _ in near.ticks())
    far = scale_for([span(date(2020, 1, 1)), span(date(2040, 1, 1))], today)
    assert far.days == 400
    assert far.first < today < far.last
    assert [words for _, words in far.ticks()][:2] == ["aug 2026", "sep"]
    assert "jan 2027" in [words for _, words in far.ticks()]


def test_days_outside_the_line_stand_at_its_edge() -> None:
    scale = TimeScale(first=date(2026, 1, 1), last=date(2026, 1, 11), today=date(2026, 1, 5))
    assert [scale.place(date(2026, 1, day)) for day in (1, 6, 11)] == [0.0, 0.5, 1.0]
    assert (scale.place(date(2025, 1, 1)), scale.place(date(2027, 1, 1))) == (0.0, 1.0)
    assert not scale.shows(date(2026, 1, 12))
    assert TimeScale(first=date(2026, 1, 1), last=date(2026, 1, 1), today=date(2026, 1, 1)).days == 1
