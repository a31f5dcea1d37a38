"""What the council makes of a letter: own words, another order, sections and items that stay out; nothing vanishes in silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from orapp.domain.dossier import Dossier
from orapp.domain.editing import EditConflict
from orapp.domain.items import LetterChoice
from orapp.domain.letter_edits import (
    at_once,
    choose_item,
    compose_letter,
    with_section_in,
    with_section_out,
    with_text,
    without_text,
)
from orapp.domain.letters import Letter, SectionChoice
from orapp.domain.requests import Outcome
from orapp.letters.content import FindingWeight, LetterContent
from orapp.letters.order import ComposedLetter
from orapp.letters.parts import LetterPart, PartState, plain_text
from tests.unit.letters.examples import ADVICE_DAY, LETTER, decision, dossier
from tests.unit.letters.reading import codes, write

OUT = SectionChoice(section="staff", reason="staat in een eigen brief", by="secretaris", on=date(2026, 5, 20))


@pytest.fixture
def advised() -> Dossier:
    return dossier(decision(Outcome.NEGATIVE))


def written(about: Dossier, letter: Letter) -> ComposedLetter:
    return write(about, "A9", ADVICE_DAY, letter=letter)


def keys(content: LetterContent) -> list[str]:
    return [section.key for section in content.sections]


def part(composed: ComposedLetter, key: str) -> LetterPart:
    return next(one for one in composed.parts if one.key == key)


def test_sections_follow_the_councils_order_and_their_numbers_with_them(advised: Dossier) -> None:
    plain = written(advised, LETTER)
    order = ("advice", "summary")
    moved = written(advised, replace(LETTER, section_order=order))
    assert keys(plain.content)[:2] == ["summary", "request"]
    # What the order does not name stays behind its neighbour.
    assert keys(moved.content)[:2] == ["advice", "conditions"]
    assert keys(moved.content).index("request") == keys(moved.content).index("summary") + 1
    assert sorted(keys(moved.content)) == sorted(keys(plain.content))
    assert part(moved, "advice").number == 1
    assert part(moved, "summary").number == keys(moved.content).index("summary") + 1
    unknown = written(advised, replace(LETTER, section_order=("bestaat-niet", "summary")))
    assert keys(unknown.content) == keys(plain.content)


def test_a_section_that_stays_out_is_told(advised: Dossier) -> None:
    plain = written(advised, LETTER)
    out = written(advised, with_section_out(LETTER, replace(OUT, section="request")))
    assert "request" not in keys(out.content)
    assert part(out, "request").state is PartState.LEFT_OUT
    found = next(one for one in out.findings if one.code == "letter.section_out")
    assert found.weight is FindingWeight.NOTE
    assert found.fields["reason"] == OUT.reason
    silent = written(advised, with_section_out(LETTER, replace(OUT, section="request", reason="")))
    assert "letter.section_out_without_reason" in codes(silent)
    back = with_section_in(with_section_out(LETTER, OUT), OUT.section)
    assert written(advised, back).content == plain.content


def test_the_section_that_decides_cannot_vanish(advised: Dossier) -> None:
    out = written(advised, with_section_out(LETTER, replace(OUT, section="advice")))
    assert part(out, "advice").mandatory
    assert "letter.mandatory_section_out" in {one.code for one in out.blocking}


def test_what_a_section_that_stays_out_would_have_told_still_blocks(advised: Dossier) -> None:
    weighing = part(written(advised, LETTER), "weighing")
    objections = [item for item in weighing.items if item.collection == "objections"]
    assert objections
    out = written(advised, with_section_out(LETTER, replace(OUT, section="weighing")))
    blocked = {one.fields.get("code") for one in out.blocking if one.code == "letter.objection_not_in_letter"}
    assert {item.code for item in objections} <= blocked


def test_own_words_stand_before_or_instead_of_the_dossier(advised: Dossier) -> None:
    before = written(advised, with_text(LETTER, "weighing", "Vooraf dit."))
    assert part(before, "weighing").state is PartState.MIXED
    said = plain_text(next(one for one in before.content.sections if one.key == "weighing"))
    assert said.startswith("Vooraf dit.\n")
    instead = with_text(LETTER, "weighing", "Alleen O1 telt.", replaces=True)
    own = written(advised, instead)
    assert part(own, "weighing").state is PartState.OWN
    assert plain_text(next(one for one in own.content.sections if one.key == "weighing")) == "Alleen O1 telt."
    assert "letter.section_own_words" in codes(own)
    missing = {one.fields["code"] for one in own.blocking if one.code == "letter.objection_not_in_letter"}
    assert "O1" not in missing
    empty = written(advised, with_text(LETTER, "weighing", "", replaces=True))
    assert part(empty, "weighing").state is PartState.EMPTY
    assert without_text(instead, "weighing").texts == LETTER.texts


def test_what_blocks_is_found_also_where_the_council_writes_itself() -> None:
    about = dossier(decision(Outcome.UNDECIDED))
    own = written(about, with_text(LETTER, "request", "In eigen woorden.", replaces=True))
    assert "letter.outcome_undecided" in {one.code for one in own.blocking}


def test_an_item_that_stays_out_is_told_by_its_section(advised: Dossier) -> None:
    item = advised.objections[0]
    choice = LetterChoice(letter="A9", included=False, reason="opgelost", by="secretaris", on=ADVICE_DAY)
    out = written(choose_item("objections", item, choice)(advised), LETTER)
    shown = next(one for one in part(out, "weighing").items if one.item_id == item.id)
    assert (shown.included, shown.reason, shown.by) == (False, "opgelost", "secretaris")
    assert f"{shown.code} bewust niet" in part(out, "weighing").told
    assert "letter.left_out" in codes(out)
    again = replace(choice, included=True, reason="")
    back = choose_item("objections", choose_item("objections", item, choice)(advised).objections[0], again)
    assert len(back(choose_item("objections", item, choice)(advised)).objections[0].letters) == 1
    with pytest.raises(ValueError, match="events"):
        choose_item("events", item, choice)


def test_an_adopted_letter_takes_no_edit(advised: Dossier) -> None:
    letter = replace(LETTER, adopted_on=None)
    begun = at_once(letter)(replace(advised, letters=()))
    assert begun.letters == (replace(letter, position=0),)
    kept = begun.letters[0]
    changed = compose_letter(kept, with_text(kept, "summary", "Anders."))
    assert changed(begun).letters[0].texts[-1].text == "Anders."
    adopted = replace(begun, letters=(replace(kept, adopted_on=ADVICE_DAY),))
    with pytest.raises(EditConflict):
        changed(adopted)
