"""Lists as CSV that a Dutch Excel opens with a double click, and that starts no formula in it."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

from orapp.services.lists import day_in_figures

if TYPE_CHECKING:
    from orapp.services.lists import ListContent, ListValue

FORMULA_SIGNS = ("=", "+", "-", "@")
"""A cell that begins with one of these is a formula to a spreadsheet, whoever wrote it (CWE-1236)."""

_TEXT_SIGN = "'"
# A spreadsheet looks past white before it takes a cell for a formula; tabs and breaks at the start are such white.
_WHITE = " \t\r\n\xa0"
BOM = "\ufeff"


def csv_list(content: ListContent) -> bytes:
    """The list with semicolons, in UTF-8 with its mark, lines ended as on Windows; days as 21-11-2026.

    What would start a formula gets an apostrophe before it, the sign by which spreadsheets know a text.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow([harmless(column.title) for column in content.columns])
    for row in content.rows:
        writer.writerow([_written(value) for value in row])
    return (BOM + out.getvalue()).encode("utf-8", errors="replace")


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return _TEXT_SIGN + text if text.lstrip(_WHITE).startswith(FORMULA_SIGNS) else text


def _written(value: ListValue) -> str:
    match value:
        case None:
            return ""
        case str():
            return harmless(value)
        case date():
            return day_in_figures(value)
        case _:
            return str(value)
