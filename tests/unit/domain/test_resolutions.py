"""A right is given up only by a resolution that was adopted; one that shows no ground keeps asking for it (practice.md 3.4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from orapp.domain.alarms import of_dossier
from orapp.domain.course import facts_of
from orapp.domain.deadlines import Counting
from orapp.domain.decisions import Decision, Resolution, ResolutionKind
from orapp.domain.derived import DeadlineState
from orapp.domain.letters import Letter, LetterField
from orapp.domain.requests import Outcome
from orapp.law.facts import FactKind
from tests.unit.domain.test_months import APPEAL, DAY, NOTICE, SUSPENSION, advice, count, decided, law

__all__ = ["law"]

DECIDED = decided(advice(Outcome.NEGATIVE), NOTICE)
ADOPTED = Resolution(
    id="z", kind=ResolutionKind.NO_APPEAL, on=date(2026, 9, 18), text="", request_id="r1", votes_for=6, votes_against=2
)
RULES = {
    ResolutionKind.NO_APPEAL: (APPEAL, DeadlineState.CLOSED),
    ResolutionKind.WAIVE_SUSPENSION: (SUSPENSION, DeadlineState.CLOSED),
    ResolutionKind.FOLLOWS: (APPEAL, DeadlineState.QUIET),
}


def said(resolution: Resolution) -> list[str]:
    dossier = replace(DECIDED, resolutions=(resolution,))
    facts = {"r1": facts_of(dossier, dossier.requests[0])}
    return [item.text for item in of_dossier(dossier, facts, DAY) if item.code == "resolution_unsure"]


@pytest.mark.parametrize("kind", list(RULES))
@pytest.mark.parametrize(("votes", "quorum"), [((2, 6), True), ((4, 4), None), ((6, 2), False)])
def test_a_proposal_that_was_not_adopted_gives_up_nothing(
    law: Counting, kind: ResolutionKind, votes: tuple[int, int], quorum: bool | None
) -> None:
    rule, closed = RULES[kind]
    adopted = replace(ADOPTED, kind=kind)
    assert count(replace(DECIDED, resolutions=(adopted,)), law, DAY)[f"{rule} B1"].state is closed
    lost = replace(adopted, votes_for=votes[0], votes_against=votes[1], quorum_met=quorum)
    assert count(replace(DECIDED, resolutions=(lost,)), law, DAY)[f"{rule} B1"].state is DeadlineState.RUNNING
    assert "sluit het geen termijn" in said(lost)[0]
    assert not said(adopted)


@pytest.mark.parametrize("kind", [*RULES, ResolutionKind.APPEAL, ResolutionKind.INVOKE_NULLITY, ResolutionKind.WAIVE_ADVICE])
def test_a_resolution_on_a_right_shows_how_the_council_resolved(kind: ResolutionKind) -> None:
    bare = replace(ADOPTED, kind=kind, votes_for=None, votes_against=None)
    assert "geen vergadering, stemmen of mandaat" in said(bare)[0]
    assert not said(replace(bare, mandate="OR-besluit van 5 januari 2026, onder 3"))
    assert not said(replace(bare, meeting="OR-vergadering van 18 september 2026"))
    assert not said(replace(bare, kind=ResolutionKind.FORM_VIEW))


@pytest.mark.parametrize("kind", list(RULES))
def test_a_resolution_that_names_nothing_while_more_was_decided_is_asked_about(kind: ResolutionKind) -> None:
    first, second = DECIDED.decisions[0], replace(DECIDED.decisions[0], id="x2", decision_ids=("b2",))
    unnamed = replace(ADOPTED, kind=kind)

    def asked(resolution: Resolution, *decisions: Decision) -> bool:
        dossier = replace(DECIDED, decisions=decisions, resolutions=(resolution,))
        facts = {"r1": facts_of(dossier, dossier.requests[0])}
        return any("Het geldt nu voor alle" in item.text for item in of_dossier(dossier, facts, DAY))

    assert asked(unnamed, first, second)
    assert not asked(replace(unnamed, decision_ids=first.decision_ids), first, second)
    assert not asked(unnamed, first)
    assert not asked(unnamed, first, replace(first, id="x3"))
    assert not asked(replace(unnamed, kind=ResolutionKind.APPEAL), first, second)
    later = replace(second, notices=(replace(NOTICE, on=date(2026, 9, 19)),))
    assert not asked(unnamed, first, later)


@pytest.mark.parametrize(("kind", "answers"), [("A9", True), ("A10", True), ("A2", False), ("A17", False), ("A19a", False)])
def test_adopting_a_letter_with_questions_adopts_no_advice(kind: str, answers: bool) -> None:
    letter = Letter(id="l", kind=kind, request_id="r1")
    resolution = replace(ADOPTED, kind=ResolutionKind.ADOPT_LETTER, letter_id="l")
    dossier = replace(DECIDED, letters=(letter,), resolutions=(resolution,))
    on = [fact.on for fact in facts_of(dossier, dossier.requests[0]) if fact.kind is FactKind.ADOPTED]
    assert on == [resolution.on] * answers
    without = replace(dossier, resolutions=(replace(resolution, letter_id=""),))
    assert FactKind.ADOPTED in {fact.kind for fact in facts_of(without, without.requests[0])}


def test_adopting_the_advice_on_a_profile_adopts_no_advice_on_the_person() -> None:
    resolution = replace(ADOPTED, kind=ResolutionKind.ADOPT_LETTER, letter_id="l")
    for about, adopted in (("profile", False), ("person", True)):
        letter = Letter(id="l", kind="A14", request_id="r1", fields=(LetterField(key="about", value=about),))
        dossier = replace(DECIDED, letters=(letter,), resolutions=(resolution,))
        assert (FactKind.ADOPTED in {fact.kind for fact in facts_of(dossier, dossier.requests[0])}) is adopted


def test_what_is_long_past_is_not_asked_again() -> None:
    assert not said(replace(ADOPTED, on=date(2026, 1, 8), votes_for=None, votes_against=None))
