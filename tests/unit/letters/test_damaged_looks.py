"""Looks of cells that were damaged in what was kept: the words stay as they are and plain, and the log says where."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orapp.domain.requests import Outcome
from orapp.letters.cell_looks import cell_runs, fitting, kept_looks, looks_of, rows_of
from orapp.letters.content import CellLook, LetterContent, Run, Section, Table
from orapp.letters.content_json import from_json, to_json
from orapp.letters.typed_text import text_from
from tests.unit.letters.examples import decision, dossier
from tests.unit.letters.reading import write

ANY_NUMBER = st.integers(-3, 9) | st.integers(-(10**12), 10**12)
CELLS = st.lists(st.text(st.characters(categories=["L", "Zs"]), max_size=6), max_size=3).map(tuple)
TABLES = st.builds(
    Table,
    key=st.just("t"),
    header=CELLS,
    rows=st.lists(CELLS, max_size=3).map(tuple),
    widths=st.just((1,)),
    summary=st.just(""),
    looks=st.lists(
        st.builds(
            CellLook,
            row=ANY_NUMBER,
            column=ANY_NUMBER,
            start=ANY_NUMBER,
            end=ANY_NUMBER,
            bold=st.booleans(),
            italic=st.booleans(),
        ),
        max_size=5,
    ).map(tuple),
)


@given(TABLES, CELLS, st.lists(CELLS, max_size=3).map(tuple))
def test_the_words_stay_whatever_the_looks_are(table: Table, header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    shown = [tuple("".join(run.text for run in cell) for cell in row) for row in rows_of(table)]
    assert shown == [*([table.header] if table.header else []), *table.rows]
    others = kept_looks(table, header, rows)
    assert (others.header, others.rows) == (header, rows)
    assert set(others.looks) <= set(table.looks)
    sound = replace(table, looks=fitting(table))
    assert rows_of(sound) == rows_of(table)
    text_from([table])


@given(TABLES)
def test_what_is_made_of_looks_that_are_read_fits(table: Table) -> None:
    made = replace(table, looks=looks_of(rows_of(table), 0 if table.header else 1))
    stripped = replace(made, header=tuple(map(str.strip, made.header)), rows=tuple(_stripped(made)))
    assert fitting(stripped) == made.looks


def _stripped(table: Table) -> list[tuple[str, ...]]:
    return [tuple(map(str.strip, row)) for row in table.rows]


def _with_table(table: Table) -> LetterContent:
    content = write(dossier(decision(Outcome.NEGATIVE)), "A9", date(2026, 5, 21)).content
    return replace(content, sections=(*content.sections, Section(key="kosten", heading="Kosten", blocks=(table,))))


@pytest.mark.parametrize(
    "look",
    [
        CellLook(row=9, column=0, start=0, end=1, bold=True),
        CellLook(row=-1, column=0, start=0, end=1, bold=True),
        CellLook(row=1, column=7, start=0, end=1, bold=True),
        CellLook(row=1, column=-1, start=0, end=1, bold=True),
        CellLook(row=1, column=0, start=3, end=1, bold=True),
        CellLook(row=1, column=0, start=-1, end=1, bold=True),
        CellLook(row=1, column=0, start=0, end=99, bold=True),
    ],
)
def test_a_kept_letter_with_a_damaged_look_is_read_and_the_log_says_where(
    look: CellLook, expected_log: list[logging.LogRecord]
) -> None:
    table = Table(key="t", header=("Wat",), rows=(("Bureaus",),), widths=(1,), summary="", looks=(look,))
    read = from_json(to_json(_with_table(table)))
    assert [one.getMessage() for one in expected_log] == ["1 looks fit no words of table 't' in section 'kosten' of a letter"]
    kept = next(one for section in read.sections for one in section.blocks if isinstance(one, Table) and one.looks)
    assert cell_runs(kept, 1, 0) == (Run(text="Bureaus"),)
    assert kept_looks(kept, kept.header, kept.rows).rows == table.rows


def test_looks_that_fit_come_back_and_nothing_is_told() -> None:
    look = CellLook(row=1, column=0, start=0, end=7, bold=True)
    table = Table(key="t", header=("Wat",), rows=(("Bureaus",),), widths=(1,), summary="", looks=(look,))
    assert from_json(to_json(_with_table(table))) == _with_table(table)
