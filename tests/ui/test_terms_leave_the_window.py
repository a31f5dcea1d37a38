"""What of a term leaves the window says what is not certain, and the foot of the line of time tells its strokes apart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTableView

from orapp.services.desk import Desk
from orapp.ui.kit.cells import CellDelegate
from orapp.ui.kit.list_content import value_of
from orapp.ui.kit.list_printing import write_pages_pdf
from orapp.ui.kit.look import Look
from orapp.ui.kit.timeline_pages import TimelinePages
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.deadlines.columns import list_columns
from orapp.ui.screens.deadlines.line_paper import sheet_of
from orapp.ui.screens.deadlines.screen import DeadlinesScreen
from tests.ui.conftest import DEMO_DAY, Settled, Shown


def test_a_last_day_that_is_not_certain_is_so_on_paper_too(
    desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path
) -> None:
    screen = DeadlinesScreen(desk, place)
    shown(screen)
    screen.reload()
    settled()
    rows = screen.table.row_model.rows
    ground = next(column for column in list_columns(lambda: DEMO_DAY) if column.key == "ground")
    certain, disputed = (value_of(ground, replace(rows[0], disputed=disputed)) for disputed in (False, True))
    assert disputed == f"{certain}; laatste dag niet zeker"

    whole = desk.overview.deadlines([(row.dossier_id, row.key) for row in rows])
    pages = TimelinePages(sheet_of("Tijdlijn", "OR", "", DEMO_DAY, rows, whole), QFont("DejaVu Sans"), place.look)
    target = tmp_path / "lijn.pdf"
    write_pages_pdf(pages, "Termijnen", target)
    import pypdf

    assert pages.key() in " ".join(pypdf.PdfReader(target).pages[0].extract_text().split())


def test_a_shortened_text_never_takes_a_line_more(look: Look, view: QTableView) -> None:
    delegate = CellDelegate(look, view, compact=True)
    for width in range(90, 220):
        layout, _height = delegate._lines("Ga na of besluit en toezeggingen zijn uitgevoerd", look.font(), width, 2, ends=False)
        assert layout.lineCount() <= 2, width


@pytest.fixture
def view(shown: Shown) -> QTableView:
    made = QTableView()
    shown(made)
    return made
