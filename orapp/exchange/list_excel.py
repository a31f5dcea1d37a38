"""Lists as an Excel workbook: texts are texts, days are days, and the sheet prints on A4 with its heading on each page."""

from __future__ import annotations

import io
import re
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

import xlsxwriter

if TYPE_CHECKING:
    from orapp.services.lists import ListContent, ListValue

# No cell is ever made by guessing from its text: what begins with = stays what a person typed.
_EXACT = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
_NOT_IN_A_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST_SHEET_NAME = 31
_LONGEST_TEXT = 32_767
_TEXT = "@"
_A4 = 9
_WIDEST, _NARROWEST, _DAY_WIDTH = 60, 8, 12
_SAMPLE = 500


def excel_list(content: ListContent) -> bytes:
    """The list as .xlsx: a heading row that stays in sight, a filter on it, and columns as wide as their texts."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _EXACT)
    # The same list gives the same file: no clock is asked.
    made = _midnight(content.on)
    book.set_properties({"title": content.heading, "comments": content.note, "author": "", "created": made})
    head = book.add_format({"bold": True, "bottom": 1, "num_format": _TEXT, "text_wrap": True, "valign": "top"})
    looks = {
        "text": book.add_format({"num_format": _TEXT, "text_wrap": True, "valign": "top"}),
        "day": book.add_format({"num_format": "dd-mm-yyyy", "align": "left", "valign": "top"}),
        "number": book.add_format({"num_format": "0", "valign": "top"}),
    }
    sheet = book.add_worksheet(_sheet_name(content.heading))
    for place, column in enumerate(content.columns):
        sheet.write_string(0, place, _fitting(column.title), head)
        sheet.set_column(place, place, _width(content, place))
    for number, row in enumerate(content.rows, start=1):
        for place, value in enumerate(row):
            _write(sheet, number, place, value, looks)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(content.rows)), max(0, len(content.columns) - 1))
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_header(f"&L&B{_plain(content.heading)}&R{content.on:%d-%m-%Y}")
    sheet.set_footer("&RPagina &P van &N")
    book.close()
    return out.getvalue()


def _write(sheet: Any, number: int, place: int, value: ListValue, looks: dict[str, Any]) -> None:
    match value:
        case None:
            return
        case str():
            sheet.write_string(number, place, _fitting(value), looks["text"])
        case date():
            sheet.write_datetime(number, place, _midnight(value), looks["day"])
        case _:
            sheet.write_number(number, place, value, looks["number"])


def _midnight(day: date) -> datetime:
    """A day as Excel keeps it: an instant without a zone."""
    return datetime.combine(day, time(), tzinfo=UTC).replace(tzinfo=None)


def _fitting(text: str) -> str:
    """A text that a cell can hold; what is longer ends with a sign that something is left out."""
    return text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1] + "…"


def _sheet_name(heading: str) -> str:
    return _NOT_IN_A_SHEET_NAME.sub(" ", heading)[:_LONGEST_SHEET_NAME].strip(" '") or "Lijst"


def _plain(text: str) -> str:
    """A text in which the header sees no commands of its own."""
    return text.replace("&", "&&")[:120]


def _width(content: ListContent, place: int) -> int:
    values = [row[place] for row in content.rows[:_SAMPLE]]
    texts = [line for value in values if isinstance(value, str) for line in value.splitlines()]
    days = _DAY_WIDTH if any(isinstance(value, date) for value in values) else 0
    longest = max([days, len(content.columns[place].title) + 4, *(len(text) for text in texts)])
    return min(_WIDEST, max(_NARROWEST, longest + 1))
