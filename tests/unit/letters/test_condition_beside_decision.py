"""A condition that came after the decision was recorded: letter, tab and findings show it alike, and none falls out unnoticed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from orapp.domain.decisions import Comparison, TakenOver
from orapp.domain.dossier import Dossier
from orapp.domain.items import LetterChoice
from orapp.domain.judging import compared_items, conditions_of
from orapp.domain.promises import Condition, ConditionState
from tests.unit.letters.example_items import CONDITIONS
from tests.unit.letters.other_kinds import TAKEN, about, made
from tests.unit.letters.reading import codes, plain_text

KINDS = ["A12a", "A12c", "A19c"]
LATE = Condition(id="v9", number=9, text="De loods blijft verwarmd.", request_id="r1", state=ConditionState.IN_ADVICE)


def with_late(kind: str, **changes: Any) -> Dossier:
    """A decision that was held against V1 alone, and a condition that came after it."""
    return about(kind, conditions=(CONDITIONS[0], replace(LATE, **changes)))


@pytest.mark.parametrize("kind", KINDS)
def test_a_condition_that_nobody_compared_stands_in_the_letter_and_is_found(kind: str) -> None:
    found = made(kind, with_late(kind))
    assert "| V9 | De loods blijft verwarmd. | nog niet beoordeeld |" in plain_text(found.content)
    assert [one.fields["code"] for one in found.findings if one.code == "letter.condition_not_compared"] == ["V9"]
    assert not found.blocking


@pytest.mark.parametrize("kind", KINDS)
def test_the_letter_has_a_line_for_each_condition_of_the_tab(kind: str) -> None:
    whole = with_late(kind)
    said = plain_text(made(kind, whole).content)
    assert [item.number for item in conditions_of(whole, TAKEN)] == [1, 9]
    assert all(f"| V{item.number} | {item.text}" in said for item in conditions_of(whole, TAKEN))


def test_what_was_only_proposed_asks_whether_it_was_in_the_advice() -> None:
    found = made("A12a", with_late("A12a", state=ConditionState.PROPOSED))
    asked = [one.fields for one in found.findings if one.code == "letter.compared_not_advised"]
    assert [(one["code"], one["answer"]) for one in asked] == [("V9", "advies")]
    assert "letter.condition_not_compared" not in codes(found)


def test_what_is_deliberately_kept_out_of_the_letter_is_told() -> None:
    choice = LetterChoice(letter="A12a", included=False, reason="Stond niet in het advies.")
    found = made("A12a", with_late("A12a", letters=(choice,)))
    assert "| V9 |" not in plain_text(found.content)
    assert [one.fields["reason"] for one in found.findings if one.code == "letter.left_out"] == ["Stond niet in het advies."]
    (part,) = (one for one in found.parts if one.key == "comparison")
    assert [(item.code, item.included) for item in part.items] == [("V1", True), ("V9", False)]
    silent = made("A12a", with_late("A12a", letters=(replace(choice, reason=" "),)))
    assert "letter.left_out_without_reason" in codes(silent)


def test_a_condition_of_another_decision_or_that_was_dropped_is_no_point_of_this_one() -> None:
    for changes in ({"state": ConditionState.DROPPED}, {"decision_ids": ("b7",)}, {"request_id": "r7"}):
        found = made("A12a", with_late("A12a", **changes))
        assert "| V9 |" not in plain_text(found.content)
        assert "letter.condition_not_compared" not in codes(found)


def test_a_dropped_condition_asks_for_no_judgement_any_more() -> None:
    taken = replace(TAKEN, comparisons=(*TAKEN.comparisons, Comparison(item_id="v9", verdict=TakenOver.OPEN)))
    dropped = replace(with_late("A12a", state=ConditionState.DROPPED), decisions=(taken,))
    assert [one.item_id for one, _ in compared_items(dropped, taken)] == ["v1"]
    assert not made("A12a", dropped).blocking
    kept = replace(with_late("A12a"), decisions=(taken,))
    assert [one.code for one in made("A12a", kept).blocking] == ["letter.comparison_not_judged"]
