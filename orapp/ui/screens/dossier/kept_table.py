"""Shows other rows in a table while the row that was chosen and the place it was scrolled to stay."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker

from orapp.ui.kit.tables import Table

R = TypeVar("R")


def show_kept(table: Table[R], rows: tuple[R, ...], key: Callable[[R], str]) -> None:
    """Shows these rows; the chosen one is found again by its key, else the first is chosen."""
    if rows == table.row_model.rows:
        return
    current = table.current()
    wanted = key(current) if current is not None else ""
    scrolled = table.verticalScrollBar().value()
    place = next((number for number, row in enumerate(rows) if key(row) == wanted), None)
    with QSignalBlocker(table):
        table.row_model.show(rows)
    if place is not None:
        table.setCurrentIndex(table.row_model.index(place, 0))
    else:
        table.choose_first()
    table.verticalScrollBar().setValue(scrolled)
