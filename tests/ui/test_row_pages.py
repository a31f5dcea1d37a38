"""A printed list keeps its rows whole: what is read across stands on one page."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtGui import QFont, QTextTable
from pytestqt.qtbot import QtBot

from orapp.services.lists import ListColumn, ListContent
from orapp.ui.kit.list_printing import ListPages

LONG = "Het voorgenomen besluit tot uitbesteding van de schoonmaak aan een ander bedrijf vraagt om advies. "


def pages_of(rows: tuple[tuple[str, str, str], ...]) -> ListPages:
    columns = tuple(ListColumn(title=title, natural=20, least=8) for title in ("Nummer", "Onderwerp", "Stand"))
    return ListPages(ListContent(heading="Dossiers", on=date(2025, 12, 12), columns=columns, rows=rows), QFont("DejaVu Sans"))


def torn_lines(pages: ListPages) -> list[float]:
    """The inner edges of pages that run through a line of text."""
    document = pages._document
    layout = document.documentLayout()
    found = []
    block = document.firstBlock()
    while block.isValid():
        box = layout.blockBoundingRect(block)
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number).rect().translated(box.topLeft())
            found += [part.top for part in pages.parts[1:] if line.top() + 0.5 < part.top < line.bottom() - 0.5]
        block = block.next()
    return found


def torn_rows(pages: ListPages) -> list[int]:
    """The rows of which the first cell or another runs over the edge of a page."""
    document = pages._document
    layout = document.documentLayout()
    (table,) = [one for one in document.rootFrame().childFrames() if isinstance(one, QTextTable)]
    found = []
    for row in range(1, table.rows()):
        boxes = [layout.blockBoundingRect(table.cellAt(row, column).firstCursorPosition().block()) for column in range(3)]
        top, bottom = min(box.top() for box in boxes), max(box.bottom() for box in boxes)
        if any(top < part.top < bottom for part in pages.parts[1:]):
            found.append(row)
    return found


@pytest.mark.parametrize("turns", [1, 2, 3, 7])
def test_no_row_stands_on_two_pages(qtbot: QtBot, turns: int) -> None:
    pages = pages_of(tuple((str(number), LONG * (1 + number % turns), "loopt") for number in range(90)))
    assert pages.count > 2
    assert torn_rows(pages) == []
    assert all(before.bottom == after.top for before, after in pairwise(pages.parts))
    assert all(pages._head + part.bottom - part.top <= pages._text_height for part in pages.parts)
    assert pages.parts[0].top == pages._head
    assert pages.parts[-1].bottom == pages._document.size().height()


def test_a_row_higher_than_a_page_is_cut_between_its_lines(qtbot: QtBot) -> None:
    pages = pages_of((("1", "kort", "loopt"), ("2", LONG * 60, "loopt"), ("3", "kort", "klaar")))
    assert pages.count > 2
    assert torn_rows(pages) == [2]
    assert torn_lines(pages) == []
    assert all(pages._head + part.bottom - part.top <= pages._text_height for part in pages.parts)


def test_an_empty_list_is_one_page(qtbot: QtBot) -> None:
    assert pages_of(()).count == 1
