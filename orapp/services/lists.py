"""Lists that leave the program: their content as plain values, the forms in which they leave, and their file names."""

from __future__ import annotations

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
    """A heading, and how much of the width its column asks beside the others."""

    title: str
    weight: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ListContent:
    """A whole list as it leaves: heading, what it is a list of, its day, and its rows; each row has a value per column."""

    heading: str
    on: date
    columns: tuple[ListColumn, ...]
    rows: tuple[tuple[ListValue, ...], ...]
    note: str = ""


def day_in_figures(day: date) -> str:
    """A day as lists write it: 21-11-2026."""
    return f"{day:%d-%m-%Y}"


def list_file_name(content: ListContent, form: ListFormat) -> str:
    """The proposed name of the file: `2026-11-21 Dossiers.xlsx`."""
    return f"{content.on.isoformat()} {safe_name(content.heading)}.{form.value}"
