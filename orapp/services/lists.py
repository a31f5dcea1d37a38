"""Lists that leave the program: their content as plain values, the forms in which they leave, and their file names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from orapp.services.file_names import safe_name

ListValue = str | int | date | None
"""What one cell holds; None is an empty cell."""


class ListFormat(StrEnum):
    """The forms in which a list leaves; the value is the suffix of the file."""

    WORD = "docx"
    EXCEL = "xlsx"
    CSV = "csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListColumn:
    """A heading; how many signs wide its column likes to be, and below which its words would break."""

    title: str
    natural: int = 12
    least: int = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ListContent:
    """A whole list as it leaves: heading, what it is a list of, its day, and its rows; each row has a value per column."""

    heading: str
    on: date
    columns: tuple[ListColumn, ...]
    rows: tuple[tuple[ListValue, ...], ...]
    note: str = ""


LONGEST_COLUMN = 34
"""A column of sentences likes no more than so many signs: its cells take more lines."""

SAMPLED_ROWS = 300


def measured_column(title: str, texts: Sequence[str]) -> ListColumn:
    """A column with the widths that its first texts ask for."""
    sample = [title, *texts[:SAMPLED_ROWS]]
    words = [len(word) for text in sample for word in text.split()]
    lines = [len(line) for text in sample for line in text.splitlines()]
    least = min(max(words, default=1), LONGEST_COLUMN // 2)
    return ListColumn(title=title, natural=max(least, min(max(lines, default=1), LONGEST_COLUMN)), least=least)


def shares(columns: Sequence[ListColumn], room: int) -> list[float]:
    """Which part of the width each column gets where a line has room for so many signs; together they are 1.

    Where the room is short, columns of sentences give way first, and no column breaks its words while another has room.
    """
    padding = 3
    least = [column.least + padding for column in columns]
    natural = [column.natural + padding for column in columns]
    short, free = sum(natural) - room, sum(natural) - sum(least)
    if short > 0 and free > 0:
        given = min(1.0, short / free)
        natural = [wide - round(given * (wide - narrow)) for wide, narrow in zip(natural, least, strict=True)]
    total = sum(natural) or 1
    return [width / total for width in natural]


def day_in_figures(day: date) -> str:
    """A day as lists write it: 21-11-2026."""
    return f"{day:%d-%m-%Y}"


def list_file_name(content: ListContent, form: ListFormat) -> str:
    """The proposed name of the file: `2026-11-21 Dossiers.xlsx`."""
    return f"{content.on.isoformat()} {safe_name(content.heading)}.{form.value}"
