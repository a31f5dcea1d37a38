"""The letters of the demo dossiers can be written from their data, and nothing stands in the way of adopting them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from orapp.domain.dossier import Dossier
from orapp.domain.letters import Letter
from orapp.exchange.council_json import read_council
from orapp.letters.compose import compose
from orapp.letters.order import LetterOrder
from tests.unit.letters.reading import RESOURCES, book, demo_dossiers, law, operative_texts, plain_text

DEMO = RESOURCES / "demo"
DECIDING = {"A9", "A10", "A11", "A12a", "A12b", "A12c"}
TODAY = date(2026, 11, 21)


def letters() -> Iterator[tuple[str, Dossier, Letter]]:
    """Every letter of the demo whose kind can be written."""
    for dossier in demo_dossiers():
        for letter in dossier.letters:
            if letter.kind in book().outlines:
                yield f"{dossier.reference} {letter.id} {letter.kind}", dossier, letter


def test_the_demo_holds_a_letter_of_every_kind_that_can_be_written() -> None:
    assert {letter.kind for _, _, letter in letters()} == set(book().outlines)


def test_a_demo_letter_confirms_commitments_of_the_day_on_which_they_were_made() -> None:
    for name, dossier, letter in letters():
        if letter.kind == "A5":
            days = {one.said_on for one in dossier.commitments if one.id in letter.about_ids or not letter.about_ids}
            told = {date.fromisoformat(one.value) for one in letter.fields if one.key == "occasion_on"}
            assert told == days, name


@pytest.mark.parametrize(("dossier", "letter"), [pytest.param(*rest, id=name) for name, *rest in letters()])
def test_a_demo_letter_can_be_adopted(dossier: Dossier, letter: Letter) -> None:
    council = read_council((DEMO / "council.json").read_bytes())
    order = LetterOrder(
        kind=letter.kind,
        request_id=letter.request_id,
        dated=letter.dated or TODAY,
        decision_ids=letter.decision_ids,
        letter=letter,
    )
    found = compose(book(), law(), council, dossier, order)
    assert not [(finding.code, finding.place, finding.fields) for finding in found.blocking]
    said = plain_text(found.content)
    assert "zonder code" not in said
    assert letter.kind not in DECIDING or operative_texts(found.content)
    for sheet in dossier.sheets:
        if sheet.personal:
            assert sheet.title not in said
