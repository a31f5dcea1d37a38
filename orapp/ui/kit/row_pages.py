"""Cuts a table over pages between its rows: a row is read across, and one torn over two pages is read wrong."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextTable

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """The part of the text that stands on one page, from `top` to `bottom` in the points of the whole."""

    top: float
    bottom: float


def slices(document: QTextDocument, room: float) -> tuple[float, tuple[Slice, ...]]:
    """How high the heads of the columns are, and the part below them for each page of `room` points, the heads included.

    Of a row that is higher than a page the lines stay whole. The document is laid out without pages of its own.
    """
    tables = [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    whole = document.size().height()
    if not tables:
        return 0.0, (Slice(top=0.0, bottom=whole),)
    edges = _row_edges(document, tables[0])
    head = edges[0] if edges else whole
    stops = [*edges[1:], whole]
    found: list[Slice] = []
    top = head
    last = head
    for stop in stops:
        if stop - top > room - head and last > top:
            found.append(Slice(top=top, bottom=last))
            top = last
        while stop - top > room - head:
            cut = _last_line(document, top, top + room - head)
            found.append(Slice(top=top, bottom=cut))
            top = cut
        last = stop
    found.append(Slice(top=top, bottom=whole))
    return head, tuple(found)


def line_slices(document: QTextDocument, room: float) -> tuple[Slice, ...]:
    """The parts of a text of one column that each have room on a page: a single one, unless it is higher than a page."""
    whole = document.size().height()
    found: list[Slice] = []
    top = 0.0
    while whole - top > room:
        cut = _last_line(document, top, top + room)
        found.append(Slice(top=top, bottom=cut))
        top = cut
    return (*found, Slice(top=top, bottom=whole))


def _row_edges(document: QTextDocument, table: QTextTable) -> list[float]:
    """Halfway between the text of a row and that of the next, for every row but the last."""
    layout = document.documentLayout()
    spans: list[tuple[float, float]] = []
    for row in range(table.rows()):
        boxes = [layout.blockBoundingRect(block) for column in range(table.columns()) for block in _blocks(table, row, column)]
        spans.append((min(box.top() for box in boxes), max(box.bottom() for box in boxes)))
    return [(before[1] + after[0]) / 2 for before, after in pairwise(spans)]


def _blocks(table: QTextTable, row: int, column: int) -> list[QTextBlock]:
    cell = table.cellAt(row, column)
    block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    found = [block]
    while block != last:
        block = block.next()
        found.append(block)
    return found


def _last_line(document: QTextDocument, top: float, most: float) -> float:
    """The lowest end of a line above `most`; the cells of a row begin level and have one font, so their lines stand level."""
    layout = document.documentLayout()
    best = top
    block = document.firstBlock()
    while block.isValid():
        box = layout.blockBoundingRect(block)
        if box.bottom() > top and box.top() < most:
            lines = block.layout()
            for number in range(lines.lineCount()):
                bottom = box.top() + lines.lineAt(number).rect().bottom()
                if best < bottom <= most:
                    best = bottom
        block = block.next()
    return best if best > top else most
