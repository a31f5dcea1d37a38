"""The line of time on paper: printing it gives the line with each term, day and reason; printing the list stays a list."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from orapp.services.desk import Desk
from orapp.services.lists import ListFormat
from orapp.ui.kit.list_printing import ListPages, ListPreview, write_pages_pdf
from orapp.ui.kit.timeline_pages import TimelineEntry, TimelinePages, TimelineSheet
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.deadlines.line_paper import sheet_of
from orapp.ui.screens.deadlines.screen import DeadlinesScreen
from tests.fakes.asker import AnsweringAsker
from tests.ui.conftest import DEMO_DAY, Settled, Shown


@pytest.fixture
def screen(desk: Desk, place: Workplace, shown: Shown, settled: Settled) -> DeadlinesScreen:
    made = DeadlinesScreen(desk, place)
    shown(made)
    made.reload()
    settled()
    return made


def sheet(desk: Desk, screen: DeadlinesScreen) -> TimelineSheet:
    rows = screen.table.row_model.rows
    whole = desk.overview.deadlines([(row.dossier_id, row.key) for row in rows])
    return sheet_of("Termijnen op een tijdlijn", "OR Eikenrode", "alle lopende termijnen", DEMO_DAY, rows, whole)


def text_of(path: Path) -> list[str]:
    import pypdf

    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(path).pages]


def test_what_is_shown_is_printed_by_keyboard(screen: DeadlinesScreen, qtbot: QtBot, settled: Settled) -> None:
    def preview() -> ListPreview:
        screen.print.setFocus()
        QTest.keyClick(screen.print, Qt.Key.Key_Space)
        settled()
        found = screen.window().findChildren(ListPreview)[-1]
        qtbot.waitUntil(found.isVisible)
        return found

    listed = preview()
    assert isinstance(listed.pages, ListPages)
    QTest.keyClick(listed.close_button, Qt.Key.Key_Space)
    screen.as_line.setFocus()
    QTest.keyClick(screen.as_line, Qt.Key.Key_Space)
    drawn = preview()
    assert isinstance(drawn.pages, TimelinePages)
    assert drawn.pages.count == drawn.preview.pageCount() > 1
    titles = [title for number in range(drawn.pages.count) for title in drawn.pages.titles_on(number)]
    assert titles == [f"{row.title} {row.subject}".strip() for row in screen.table.row_model.rows]
    QTest.keyClick(drawn.close_button, Qt.Key.Key_Space)


def test_the_file_holds_names_days_reasons_and_whose_terms_they_are(
    desk: Desk, screen: DeadlinesScreen, place: Workplace, settled: Settled, tmp_path: Path
) -> None:
    screen.filters.closed.setChecked(True)
    settled()
    pages = TimelinePages(sheet(desk, screen), QFont("DejaVu Sans"), place.look)
    target = tmp_path / "lijn.pdf"
    write_pages_pdf(pages, "Termijnen", target)
    written = text_of(target)
    assert len(written) == pages.count
    whole = " ".join(" ".join(written).split())
    for words in (
        "OR Eikenrode",
        "alle lopende termijnen",
        "wet",
        "afspraak",
        "gebruik",
        "eigen",
        "Aan zet: OR",
        "Grond:",
        "Begin:",
    ):
        assert words in whole, words
    assert all(f"pagina {number} van {pages.count}" in page for number, page in enumerate(written, start=1))
    first = screen.table.row_model.rows[0]
    assert " ".join(first.title.split()) in whole
    assert first.shown.split(";")[0] in whole


def test_statute_and_agreement_differ_where_the_printer_has_one_ink(
    desk: Desk, screen: DeadlinesScreen, place: Workplace
) -> None:
    entry = sheet(desk, screen).entries[0]

    def printed(nature: str) -> QImage:
        one = replace(entry, span=replace(entry.span, nature=nature))
        pages = TimelinePages(replace(sheet(desk, screen), entries=(one,)), QFont("DejaVu Sans"), place.look)
        picture = QImage(QSize(850, 600), QImage.Format.Format_Grayscale8)
        picture.fill(Qt.GlobalColor.white)
        pages.draw(picture, lambda: None, 72)
        return picture

    pictures = [printed(nature) for nature in ("statutory", "agreed", "customary", "own")]
    assert all(one != other for number, one in enumerate(pictures) for other in pictures[:number])


def test_a_term_that_is_higher_than_a_page_goes_on_and_an_empty_line_says_so(
    desk: Desk, screen: DeadlinesScreen, place: Workplace, tmp_path: Path
) -> None:
    known = sheet(desk, screen)
    long = TimelineEntry(
        title="Lang", about="", reasons=tuple(f"regel {number}" for number in range(120)), span=known.entries[0].span
    )
    for entries, wanted in (((long,), "regel 119"), ((), "Er staat geen termijn op deze tijdlijn.")):
        pages = TimelinePages(replace(known, entries=entries), QFont("DejaVu Sans"), place.look)
        target = tmp_path / "lijn.pdf"
        write_pages_pdf(pages, "Termijnen", target)
        assert wanted in " ".join(text_of(target))
        assert (pages.count > 1) == bool(entries)


def test_the_line_leaves_for_excel_with_the_columns_of_the_list(
    screen: DeadlinesScreen, settled: Settled, asker: AnsweringAsker, tmp_path: Path
) -> None:
    asker.path = tmp_path / "termijnen.csv"
    assert screen.line.equipped is screen.line_acts
    screen.line_acts.export(ListFormat.CSV)
    settled()
    head = (tmp_path / "termijnen.csv").read_text(encoding="utf-8-sig").splitlines()
    assert any(line.startswith("Veilig;Uiterst;Dossier;Wat;Grond") for line in head)
