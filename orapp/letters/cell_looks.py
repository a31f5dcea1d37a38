"""Bold and italic words in the cells of a table: kept beside the texts of the cells, which stay plain.

A look that was kept and fits no words (a damaged file) leaves those words plain: the text itself is never refused for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from orapp.letters.content import CellLook, Run, Table

Cell = tuple[Run, ...]


def cell_text(runs: Iterable[Run]) -> str:
    """The text of a cell, without white around it."""
    return "".join(run.text for run in runs).strip()


def looks_of(rows: Iterable[Sequence[Cell]], first: int = 0) -> tuple[CellLook, ...]:
    """The looks in these rows, of which the first has this number (0 for the head, which is bold by itself)."""
    return tuple(
        look
        for row, cells in enumerate(rows, start=first)
        for column, runs in enumerate(cells)
        for look in _in_cell(row, column, runs)
    )


def _in_cell(row: int, column: int, runs: Cell) -> Iterable[CellLook]:
    whole = "".join(run.text for run in runs)
    end = len(whole.strip())
    at = len(whole.lstrip()) - len(whole)
    for run in runs:
        begins, until = max(0, at), min(end, at + len(run.text))
        at += len(run.text)
        bold = run.bold and row > 0
        if begins < until and (bold or run.italic):
            yield CellLook(row=row, column=column, start=begins, end=until, bold=bold, italic=run.italic)


def cell_runs(table: Table, row: int, column: int) -> Cell:
    """The words of a cell in their looks; row 0 is the head."""
    text = _text_at(table.header, table.rows, row, column) or ""
    if not table.looks:
        return (Run(text=text),) if text else ()
    found: list[Run] = []
    at = 0
    for look in table.looks:
        if (look.row, look.column) != (row, column) or not at <= look.start < look.end <= len(text):
            continue
        found += [Run(text=text[at : look.start]), Run(text=text[look.start : look.end], bold=look.bold, italic=look.italic)]
        at = look.end
    return tuple(run for run in (*found, Run(text=text[at:])) if run.text)


def rows_of(table: Table) -> list[tuple[Cell, ...]]:
    """Every row of a table with its looks, the head first where it has one."""
    first = 0 if table.header else 1
    counts = [len(table.header), *(len(row) for row in table.rows)]
    return [tuple(cell_runs(table, row, column) for column in range(counts[row])) for row in range(first, len(counts))]


def kept_looks(table: Table, header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Table:
    """The table with these texts; a cell whose text is another one loses its looks, and so does a cell that is not there."""

    def same(look: CellLook) -> bool:
        before = _text_at(table.header, table.rows, look.row, look.column)
        return before is not None and before == _text_at(header, rows, look.row, look.column)

    return replace(table, header=header, rows=tuple(rows), looks=tuple(look for look in table.looks if same(look)))


def fitting(table: Table) -> tuple[CellLook, ...]:
    """The looks of a table that fit its words, in their order; `cell_runs` passes over the others."""
    at: dict[tuple[int, int], int] = {}
    found = []
    for look in table.looks:
        place = look.row, look.column
        text = _text_at(table.header, table.rows, *place) or ""
        if at.get(place, 0) <= look.start < look.end <= len(text):
            at[place] = look.end
            found.append(look)
    return tuple(found)


def _text_at(header: tuple[str, ...], rows: Sequence[tuple[str, ...]], row: int, column: int) -> str | None:
    """The text of a cell, row 0 being the head; None where there is no such cell."""
    if row < 0 or column < 0 or row > len(rows):
        return None
    cells = header if row == 0 else rows[row - 1]
    return cells[column] if column < len(cells) else None
