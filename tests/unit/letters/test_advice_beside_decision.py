"""The decision beside the advice: an advice without conditions is a point of its own, and nothing about it is guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from orapp.domain.decisions import Comparison, Resolution, ResolutionKind, TakenOver
from orapp.domain.dossier import Dossier
from orapp.domain.requests import Outcome
from tests.unit.letters.examples import decision
from tests.unit.letters.other_kinds import TAKEN, about, made
from tests.unit.letters.reading import codes, plain_text

BUS = "een bus naar de haven"
NOT_COMPARED = "letter.advice_not_compared"


def judged(kind: ResolutionKind, *ids: str, on: date = date(2026, 6, 12)) -> Resolution:
    """What the council found of the decision."""
    return Resolution(id=f"z-{kind.value}-{on}", kind=kind, on=on, text="Besluit.", request_id="r1", decision_ids=ids)


def two(kind: str, outcome: Outcome = Outcome.NEGATIVE, *found: Resolution, **changes: Any) -> Dossier:
    """A decision of the director about B1, with conditions, and B2, whose advice has none."""
    both = (decision(Outcome.POSITIVE_CONDITIONS), decision(outcome, id="b2", number=2, title=BUS))
    taken = replace(TAKEN, decision_ids=("b1", "b2"), **changes)
    return about(kind, proposed_decisions=both, decisions=(taken,), resolutions=found)


@pytest.mark.parametrize("kind", ["A12a", "A12c", "A19c"])
def test_a_negative_advice_that_was_not_followed_has_its_own_row(kind: str) -> None:
    found = made(kind, two(kind, Outcome.NEGATIVE, judged(ResolutionKind.DEVIATES, "b1", "b2")))
    said = plain_text(found.content)
    assert "| V1 | De bestuurder zorgt bij opening" in said
    assert f"| B2 | {BUS} (negatief advies) | wijkt af |" in said
    assert "| B1 |" not in said.split("per punt naast", 1)[1]
    assert NOT_COMPARED not in codes(found)


def test_of_what_nobody_judged_the_letter_says_so() -> None:
    found = made("A12a", two("A12a", Outcome.NEGATIVE, judged(ResolutionKind.DEVIATES, "b1")))
    assert f"| B2 | {BUS} (negatief advies) | nog niet beoordeeld |" in plain_text(found.content)
    assert NOT_COMPARED in codes(found)
    earlier = judged(ResolutionKind.FOLLOWS, "b2", on=date(2026, 6, 1))
    before = made("A12a", two("A12a", Outcome.NEGATIVE, earlier))
    assert f"| B2 | {BUS} (negatief advies) | nog niet beoordeeld |" in plain_text(before.content)


def test_the_last_judgement_counts_and_a_lost_vote_does_not() -> None:
    deviates, later = judged(ResolutionKind.DEVIATES, "b2"), judged(ResolutionKind.FOLLOWS, "b2", on=date(2026, 6, 14))
    row = f"| B2 | {BUS} (positief advies) | "
    assert f"{row}wijkt niet af |" in plain_text(made("A12a", two("A12a", Outcome.POSITIVE, deviates, later)).content)
    lost = replace(later, votes_for=2, votes_against=5)
    assert f"{row}wijkt af |" in plain_text(made("A12a", two("A12a", Outcome.POSITIVE, deviates, lost)).content)


def test_a_point_that_was_held_against_the_text_tells_where_and_why() -> None:
    held = Comparison(item_id="b2", verdict=TakenOver.NO, passage="alinea 3", page="bladzijde 4", reason_given="Te duur.")
    said = plain_text(made("A12a", two("A12a", comparisons=(*TAKEN.comparisons, held))).content)
    assert f"| B2 | {BUS} (negatief advies) | nee | alinea 3, bladzijde 4 | Te duur. |" in said
    assert said.count(f"{BUS} (negatief advies)") == 1


def test_what_was_not_advised_on_or_not_decided_has_no_row() -> None:
    for outcome in (Outcome.WAIVED, Outcome.NOT_YET, Outcome.UNDECIDED, Outcome.CONSENT_REFUSED):
        assert f"| B2 | {BUS}" not in plain_text(made("A12a", two("A12a", outcome)).content)
    only = two("A12a")
    only = replace(only, decisions=(TAKEN,))
    assert f"| B2 | {BUS}" not in plain_text(made("A12a", only).content)


def test_a_lone_negative_advice_is_laid_beside_the_decision() -> None:
    alone = about(
        "A12a", proposed_decisions=(decision(Outcome.NEGATIVE),), decisions=(replace(TAKEN, comparisons=()),), conditions=()
    )
    said = plain_text(made("A12a", alone).content)
    assert said.index("per punt naast zijn advies gelegd:") < said.index("| B1 | verhuizing naar de Havenloods")
