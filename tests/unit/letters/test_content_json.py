"""A letter's content goes to JSON and back without loss, and nothing else is taken for one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orapp.domain.requests import Outcome
from orapp.letters.cell_looks import fitting
from orapp.letters.content import (
    Annex,
    BulletList,
    CellLook,
    CodedItem,
    CodedList,
    LetterContent,
    LetterStatus,
    Operative,
    Paragraph,
    Quotation,
    Run,
    Section,
    Sender,
    Signature,
    Table,
)
from orapp.letters.content_json import BrokenContent, from_json, to_json
from tests.unit.letters.examples import ADVICE_DAY, LETTER, decision, dossier
from tests.unit.letters.reading import write

ANY_TEXT = st.text(st.characters(), max_size=12)
RUNS = st.lists(st.builds(Run, text=ANY_TEXT, bold=st.booleans(), italic=st.booleans()), max_size=3).map(tuple)
PAIRS = st.lists(st.tuples(ANY_TEXT, ANY_TEXT), max_size=2).map(tuple)
SMALL = st.integers(0, 9)
CELLS = st.lists(ANY_TEXT, max_size=3).map(tuple)
ITEMS = st.builds(CodedItem, key=ANY_TEXT, code=ANY_TEXT, runs=RUNS, details=PAIRS, level=st.integers(0, 1))
LOOK = {"key": ANY_TEXT, "runs": RUNS, "numbered": st.booleans(), "keep_with_next": st.booleans()}
BLOCKS = st.one_of(
    st.builds(Paragraph, **LOOK),
    st.builds(Operative, **LOOK),
    st.builds(Quotation, source=ANY_TEXT, **LOOK),
    st.builds(CodedList, key=ANY_TEXT, items=st.lists(ITEMS, max_size=2).map(tuple)),
    st.builds(BulletList, key=ANY_TEXT, items=st.lists(RUNS, max_size=2).map(tuple), marks=CELLS),
    st.builds(
        Table,
        key=ANY_TEXT,
        header=CELLS,
        rows=st.lists(CELLS, max_size=2).map(tuple),
        widths=st.lists(st.integers(1, 9), max_size=3).map(tuple),
        summary=ANY_TEXT,
        caption=ANY_TEXT,
        looks=st.lists(st.builds(CellLook, row=SMALL, column=SMALL, start=SMALL, end=SMALL, bold=st.booleans()), max_size=2).map(
            tuple
        ),
    ).map(lambda table: replace(table, looks=fitting(table))),
)
SECTIONS = st.builds(Section, key=ANY_TEXT, heading=ANY_TEXT, blocks=st.lists(BLOCKS, max_size=3).map(tuple))
MAYBE_DAY = st.none() | st.dates()
CONTENTS = st.builds(
    LetterContent,
    kind=ANY_TEXT,
    title=ANY_TEXT,
    status=st.sampled_from(LetterStatus),
    sender=st.builds(Sender, name=ANY_TEXT, organisation=ANY_TEXT, lines=CELLS, logo=st.binary(max_size=20)),
    addressee=CELLS,
    reference_lines=PAIRS,
    subject=ANY_TEXT,
    salutation=ANY_TEXT,
    sections=st.lists(SECTIONS, max_size=3).map(tuple),
    closing=ANY_TEXT,
    signatures=st.lists(st.builds(Signature, name=ANY_TEXT, role=ANY_TEXT), max_size=2).map(tuple),
    dated=st.dates(),
    place=ANY_TEXT,
    confidentiality=ANY_TEXT,
    copies=CELLS,
    annexes=st.lists(
        st.builds(Annex, number=st.integers(1, 99), title=ANY_TEXT, date=MAYBE_DAY, version=ANY_TEXT), max_size=2
    ).map(tuple),
    numbered=st.booleans(),
    outline_version=ANY_TEXT,
    law_known_on=MAYBE_DAY,
    reference=ANY_TEXT,
)


@given(CONTENTS)
def test_nothing_is_lost(content: LetterContent) -> None:
    text = to_json(content)
    assert from_json(text) == content
    assert text.isascii()


def test_a_composed_letter_comes_back() -> None:
    content = write(dossier(decision(Outcome.POSITIVE_CONDITIONS)), "A9", ADVICE_DAY, letter=LETTER).content
    assert from_json(to_json(content)) == content


def _changed(**changes: Any) -> str:
    content = write(dossier(decision(Outcome.NEGATIVE)), "A9", date(2026, 5, 21)).content
    return json.dumps({**json.loads(to_json(content)), **changes})


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("geen json", ""),
        ("[" * 100_000, ""),
        ("[]", "format"),
        ('{"format":"orapp-letter/2"}', "format"),
        (_changed(vreemd=1), ""),
        (_changed(dated="21 mei"), "dated"),
        (_changed(dated=5), "dated"),
        (_changed(numbered=1), "numbered"),
        (_changed(status="klaar"), "status"),
        (_changed(copies="x"), "copies"),
        (_changed(reference_lines=[["a"]]), "reference_lines/1"),
        (_changed(sender=[]), "sender"),
        (_changed(sections=[{"key": "x", "heading": "", "blocks": [{"block": "Picture"}]}]), "sections/1/blocks/1"),
        (_changed(sections=[{"key": "x", "heading": "", "blocks": ["x"]}]), "sections/1/blocks/1"),
        (_changed(sender={"name": "", "organisation": "", "lines": [], "logo": "é"}), "sender/logo"),
    ],
)
def test_anything_else_is_refused_with_its_place(text: str, place: str) -> None:
    with pytest.raises(BrokenContent) as caught:
        from_json(text)
    assert caught.value.place == place
    assert caught.value.fields["why"]
