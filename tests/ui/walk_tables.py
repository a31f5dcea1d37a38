"""What tables do with words: a column is wide enough for the longest word in it, so that none is broken in the middle."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QTableView, QWidget

from orapp.ui.kit.long_words import hyphenated
from tests.ui.walk_checks import said_of, seen

# Left and right of the words in a cell, at usual text, as the cells are drawn.
BESIDE = 16
# A line may also break here: after a mark that joins, and where the text says so itself.
BREAKS = re.compile(r"[\s\u200b\u00ad]+|(?<=[-/])")


def broken_words(top: QWidget, percent: int = 100) -> list[str]:
    """Words in the rows that are seen which do not fit on a line of their column.

    At usual text a word is only divided at the seam of a compound; larger text divides it between its syllables too.
    """
    found = []
    for table in seen(top):
        if not isinstance(table, QTableView) or table.model() is None or type(table).__name__ == "QCalendarView":
            continue
        found += [f"{said_of(table)} {told}" for told in _broken(table, table.viewport().rect(), percent)]
    return found


def _broken(table: QTableView, view: QRect, percent: int) -> list[str]:
    model, metrics = table.model(), QFontMetricsF(table.font())
    told = []
    for column in range(model.columnCount()):
        if table.isColumnHidden(column):
            continue
        room = table.columnWidth(column) - BESIDE * percent // 100
        for row in range(model.rowCount()):
            index = model.index(row, column)
            if not table.visualRect(index).intersects(view):
                continue
            text = str(model.data(index, Qt.ItemDataRole.DisplayRole) or "")
            widest = max(BREAKS.split(hyphenated(text, metrics, room, syllables=percent > 100)), key=metrics.horizontalAdvance)
            if metrics.horizontalAdvance(widest) > room:
                told.append(f"{widest!r} in kolom {model.headerData(column, Qt.Orientation.Horizontal)!r}: {room}")
    return told
