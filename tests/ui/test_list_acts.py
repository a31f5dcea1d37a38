"""What every table can do: its menu, its clipboard, its files, its paper and its columns."""

from __future__ import annotations

import csv
import io
import threading
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from orapp.services.lists import ListFormat
from orapp.ui.kit.column_sheet import ColumnSheet
from orapp.ui.kit.list_actions import ListActions, Lists
from orapp.ui.kit.list_printing import ListPages, ListPreview, write_list_pdf
from orapp.ui.kit.notices import NoticeBar
from orapp.ui.kit.tables import Cell, Column, RowModel, Table
from orapp.ui.kit.workplace import Workplace
from tests.fakes.asker import AnsweringAsker
from tests.ui.conftest import Settled, Shown


@dataclass(frozen=True)
class Line:
    name: str
    day: date | None
    count: int = 1


LINES = (Line("=cmd|' /C calc'!A0", date(2026, 12, 1)), Line("Rooster\tzorg", None, 2), Line("Verhuizing", date(2027, 1, 4)))


def columns() -> list[Column[Line]]:
    return [
        Column(key="name", title="Naam", cell=lambda line: Cell(text=line.name, second="tweede"), weight=3),
        Column(key="day", title="Datum", cell=lambda line: Cell(text=str(line.day)), pixels=120, export=lambda line: line.day),
        Column(
            key="count", title="Aantal", cell=lambda line: Cell(text=str(line.count)), pixels=90, export=lambda line: line.count
        ),
        Column(key="more", title="Meer", cell=lambda line: Cell(text=line.name[:1]), pixels=90, hidden=True),
    ]


@pytest.fixture
def table(place: Workplace, shown: Shown) -> Table[Line]:
    """A table that a screen made without a thought of menus; its window equips it."""
    ground = QWidget()
    column = QVBoxLayout(ground)
    notice = NoticeBar(place.look)
    made: Table[Line] = Table(RowModel(columns()), place.look, "regels", "Regels")
    column.addWidget(notice)
    column.addWidget(made)
    Lists(place, notice, ground)
    made.row_model.show(LINES)
    shown(ground)
    made.choose_first()
    return made


def acts(table: Table[Line]) -> ListActions:
    assert isinstance(table.equipped, ListActions)
    return table.equipped


def press(table: Table[Line], name: str) -> None:
    menu = acts(table).menu()
    found = next(act for act in menu.findChildren(type(menu.actions()[0])) if act.objectName() == name)
    found.trigger()
    menu.deleteLater()


def named(table: Table[Line]) -> list[str]:
    menu = acts(table).menu()
    names = [act.objectName() for act in menu.actions() if act.objectName()]
    menu.deleteLater()
    return names


def test_a_table_in_a_window_is_equipped_by_itself(table: Table[Line]) -> None:
    assert "afdrukken" in named(table)
    assert "openen" not in named(table)
    table.row_opened.connect(lambda _row: None)
    assert named(table)[0] == "openen"


def test_copy_gives_rows_with_tabs_and_a_table(table: Table[Line]) -> None:
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Rooster zorg tweede\t\t2"
    assert "<td>Rooster\tzorg<br>tweede</td>" in data.html()


def test_csv_is_read_back_and_starts_no_formula(
    table: Table[Line], asker: AnsweringAsker, settled: Settled, tmp_path: Path
) -> None:
    asker.path = tmp_path / "lijst.csv"
    press(table, "exporteren-csv")
    settled()
    data = asker.path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0] == ["Naam", "Datum", "Aantal"]
    assert rows[1] == ["'=cmd|' /C calc'!A0\ntweede", "01-12-2026", "1"]
    assert rows[2][1:] == ["", "2"]
    assert asker.asked == ["Lijst exporteren: 2026-11-21 Regels.csv"]
    notice = table.window().findChild(NoticeBar)
    assert notice is not None
    assert str(asker.path) in notice.text()


def test_a_whole_list_is_gathered_on_a_lane_and_widgets_are_asked_in_the_window(
    place: Workplace, shown: Shown, asker: AnsweringAsker, settled: Settled, tmp_path: Path
) -> None:
    asked: dict[str, threading.Thread] = {}

    def note() -> str:
        asked["note"] = threading.current_thread()
        return "gefilterd"

    def every() -> Sequence[Line]:
        asked["rows"] = threading.current_thread()
        return LINES

    made: Table[Line] = Table(RowModel(columns()), place.look, "regels", "Regels")
    ListActions(made, place, note=note, all_rows=lambda: every)
    shown(made)
    asker.path = tmp_path / "alles.csv"
    press(made, "exporteren-csv")
    settled()
    assert len(asker.path.read_bytes().splitlines()) > len(LINES)
    assert asked["note"] is threading.main_thread()
    assert asked["rows"] is not threading.main_thread()


def test_excel_keeps_texts_as_texts_and_days_as_days(
    table: Table[Line], asker: AnsweringAsker, settled: Settled, tmp_path: Path
) -> None:
    asker.path = tmp_path / "lijst.xlsx"
    press(table, "exporteren-xlsx")
    settled()
    with zipfile.ZipFile(asker.path) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        texts = book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert "=cmd|" in texts
    assert '<c r="B2" s="3"><v>46357</v></c>' in sheet
    assert "dd-mm-yyyy" in zipfile.ZipFile(asker.path).read("xl/styles.xml").decode()


def test_a_folder_that_refuses_is_told(table: Table[Line], asker: AnsweringAsker, settled: Settled, qtbot: QtBot) -> None:
    asker.path = Path("/proc/lijst.csv")
    with qtbot.waitSignal(acts(table)._place.tasks.failure) as told:
        press(table, "exporteren-csv")
    assert told.args is not None
    assert told.args[0].code == "window.pdf_unwritable"


def test_columns_are_remembered_and_come_back(table: Table[Line], place: Workplace, qtbot: QtBot) -> None:
    header = table.horizontalHeader()
    assert header.isSectionHidden(3)
    arrangement = acts(table).arrangement
    header.resizeSection(1, 200)
    header.moveSection(header.visualIndex(2), 0)
    arrangement.show_column("more", True)
    other: Table[Line] = Table(RowModel(columns()), place.look, "regels", "Regels")
    qtbot.addWidget(other)
    again = ListActions(other, place).arrangement
    assert again.order() == ("count", "name", "day", "more")
    assert again.width("day") == 200
    assert not other.isColumnHidden(3)
    again.reset()
    assert again.order() == ("name", "day", "count", "more")
    assert place.memory.value("kolommen.regels") == ""


def test_wide_columns_never_push_others_out_of_sight(table: Table[Line]) -> None:
    arrangement = acts(table).arrangement
    for _ in range(60):
        arrangement.widen("day", 24)
    widths = [table.columnWidth(number) for number in range(3)]
    assert sum(widths) <= table.viewport().width()
    assert min(widths) >= table.look.px(40)


def test_columns_by_keyboard(table: Table[Line], qtbot: QtBot) -> None:
    acts(table).arrange_columns()
    sheet = table.window().findChild(ColumnSheet)
    assert sheet is not None
    qtbot.waitUntil(sheet.isVisible)
    box = sheet.findChild(QCheckBox, "toon-name")
    assert box is not None
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert table.isColumnHidden(0)
    right = sheet.findChild(QPushButton, "rechts-name")
    assert right is not None
    QTest.keyClick(right, Qt.Key.Key_Space)
    assert acts(table).arrangement.order()[1] == "name"
    for key in ("day", "count"):
        acts(table).arrangement.show_column(key, False)
    assert len(acts(table).arrangement.shown_columns()) == 1
    QTest.keyClick(sheet.reset_button, Qt.Key.Key_Space)
    assert not table.isColumnHidden(0)
    QTest.keyClick(sheet.done_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: table.window().findChild(ColumnSheet) is None)


def test_paper_has_heading_day_and_page_numbers(table: Table[Line], place: Workplace, tmp_path: Path, qtbot: QtBot) -> None:
    table.row_model.show(tuple(Line(f"Regel {number}", None) for number in range(120)))
    acts(table).print()
    sheet = table.window().findChild(ListPreview)
    assert sheet is not None
    qtbot.waitUntil(sheet.isVisible)
    assert sheet.pages.count == sheet.preview.pageCount() > 1
    QTest.keyClick(sheet.close_button, Qt.Key.Key_Space)
    content = acts(table)._content(table.row_model.rows, acts(table).arrangement.shown_columns())
    target = tmp_path / "lijst.pdf"
    write_list_pdf(content, place.look.font(), target)
    assert target.read_bytes().count(b"/Type /Page\n") == ListPages(content, place.look.font()).count


def test_a_list_that_is_too_long_for_paper_says_so(table: Table[Line], asker: AnsweringAsker) -> None:
    table.row_model.show(tuple(Line(str(number), None) for number in range(1001)))
    acts(table).print()
    assert asker.asked == ["Deze lijst heeft 1001 regels: te veel om af te drukken."]


@pytest.mark.parametrize("form", ListFormat)
def test_every_form_writes_an_empty_list(form: ListFormat, table: Table[Line], place: Workplace) -> None:
    content = acts(table)._content((), acts(table).arrangement.shown_columns())
    assert len(place.write_list(content, form)) > 20
