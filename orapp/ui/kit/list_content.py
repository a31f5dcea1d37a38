"""What leaves with a table: its shown columns and rows as plain values, as text with tabs, and as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any, TypeVar

from orapp.services.lists import SAMPLED_ROWS, ListContent, ListValue, day_in_figures, measured_column
from orapp.ui.kit.tables import Column

R = TypeVar("R")


def value_of(column: Column[R], row: R) -> ListValue:
    """What a cell holds outside the window: what the column exports, or the words of the cell."""
    if column.export is not None:
        return column.export(row)
    cell = column.cell(row)
    return "\n".join(part for part in (cell.text, cell.second) if part)


def content_of(
    heading: str, note: str, on: date, columns: Sequence[Column[Any]], rows: Sequence[Any], titles: Sequence[str] = ()
) -> ListContent:
    """The list as it leaves. `titles` names columns that have no heading on the screen."""
    named = titles or [column.title for column in columns]
    values = tuple(tuple(value_of(column, row) for column in columns) for row in rows)
    sample = values[:SAMPLED_ROWS]
    return ListContent(
        heading=heading,
        note=note,
        on=on,
        columns=tuple(measured_column(title, [shown_value(row[number]) for row in sample]) for number, title in enumerate(named)),
        rows=values,
    )


def shown_value(value: ListValue) -> str:
    """A value as people read it."""
    match value:
        case None:
            return ""
        case date():
            return day_in_figures(value)
        case _:
            return str(value)


def as_text(content: ListContent) -> str:
    """The rows with tabs between the cells: what Excel and a table in Word take as rows."""
    lines = ("\t".join(" ".join(shown_value(value).split()) for value in row) for row in content.rows)
    return "\n".join(lines)


def as_html(content: ListContent, *, heads: bool) -> str:
    """The rows as a table of HTML."""
    head = "".join(f"<th align='left'>{escape(column.title)}</th>" for column in content.columns) if heads else ""
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(shown_value(value)).replace(chr(10), '<br>')}</td>" for value in row) + "</tr>"
        for row in content.rows
    )
    return f"<table>{f'<tr>{head}</tr>' if head else ''}{rows}</table>"
