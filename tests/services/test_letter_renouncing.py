"""Filing no appeal is a resolution of its own: recorded with the adoption in full, about its own decision, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from orapp.domain.decisions import Knowledge, Resolution, ResolutionKind
from orapp.domain.dossier import Dossier
from orapp.domain.needs import Votes
from orapp.letters.content import FindingWeight
from orapp.services.desk import Desk
from orapp.services.failures import Refusal
from orapp.services.letter_acts import Adoption
from tests.services.conftest import DEMO_DAY
from tests.services.test_letter_acts import RESOLVED, WHO
from tests.services.test_letter_effects import DECIDED, MOVE, OTHER, TAKEN, Kept, kept, letter

__all__ = ["kept"]
BOTH = letter("A12c", gives_up="appeal", against="Er komt een bus.")
VOTES = Votes(meeting="OR-vergadering", votes_for=6, votes_against=1, abstentions=1, quorum_met=True)
APART = replace(RESOLVED, dated=DEMO_DAY, no_appeal_on=DEMO_DAY, no_appeal=VOTES)


def refused(desk: Desk, dossier: Dossier, act: Adoption) -> tuple[str, object]:
    """What an adoption is refused for; nothing of it is kept."""
    with pytest.raises(Refusal) as found:
        desk.letters.adopt(dossier.id, "l1", act, WHO)
    assert desk.dossiers.view(dossier.reference).dossier == dossier
    return found.value.code, found.value.fields["place"]


def test_the_concept_keeps_the_appeal_and_says_what_adopting_will_ask(desk: Desk, kept: Kept) -> None:
    dossier = kept(BOTH, decisions=(TAKEN,))
    draft = desk.letters.prepare(dossier.reference, "A12c", letter_id="l1")
    found = {one.code: one.weight for one in draft.findings}
    assert found["letter.no_appeal_at_adopting"] is FindingWeight.ATTENTION
    assert "letter.no_appeal_without_resolution" not in found
    said = " ".join(text for _, text in draft.content.texts())
    assert "behoudt zijn recht van beroep" in said
    assert "geen beroep in te stellen" not in said


def test_without_the_resolution_the_letter_is_not_adopted_and_nothing_is_kept(desk: Desk, kept: Kept) -> None:
    dossier = kept(BOTH, decisions=(TAKEN,))
    assert refused(desk, dossier, RESOLVED) == ("letter.no_appeal_without_resolution", "appeal")
    assert desk.dossiers.view(dossier.reference).dossier.resolutions == ()


@pytest.mark.parametrize(
    ("changes", "code", "place"),
    [
        ({"no_appeal_on": None}, "letter.no_appeal_day", "no_appeal_on"),
        ({"no_appeal_on": DEMO_DAY + timedelta(days=1)}, "letter.no_appeal_day", "no_appeal_on"),
        ({"no_appeal_on": DECIDED - timedelta(days=1)}, "letter.no_appeal_before_told", "no_appeal_on"),
        ({"no_appeal": replace(VOTES, votes_against=None)}, "letter.no_appeal_votes", "no_appeal_for"),
        ({"no_appeal": replace(VOTES, quorum_met=None)}, "letter.no_appeal_quorum", "no_appeal_quorum"),
        ({"no_appeal": replace(VOTES, quorum_met=False)}, "letter.no_appeal_quorum", "no_appeal_quorum"),
        ({"no_appeal": replace(VOTES, votes_for=3, votes_against=3)}, "letter.no_appeal_not_carried", "no_appeal_for"),
        ({"no_appeal": replace(VOTES, mandate="Mandaat van 2024")}, "letter.no_appeal_by_mandate", "no_appeal"),
        ({"second": ""}, "letter.second_missing", "second"),
        ({"confirmed": False}, "letter.not_confirmed", "confirmed"),
    ],
)
def test_every_part_of_it_is_asked(desk: Desk, kept: Kept, changes: dict[str, Any], code: str, place: str) -> None:
    dossier = kept(BOTH, decisions=(TAKEN,))
    assert refused(desk, dossier, replace(APART, **changes)) == (code, place)


def test_a_letter_that_keeps_the_appeal_takes_no_such_resolution(desk: Desk, kept: Kept) -> None:
    dossier = kept(letter("A12c", gives_up="suspension", against="Een bus."), decisions=(TAKEN,))
    assert refused(desk, dossier, APART) == ("letter.no_appeal_not_chosen", "no_appeal")


def test_it_is_kept_beside_the_other_resolution_and_about_its_own_decision_alone(desk: Desk, kept: Kept) -> None:
    second = replace(TAKEN, id="k2", title="Besluit inrichting", decision_ids=("b2",))
    dossier = kept(replace(BOTH, about_ids=("k1",)), proposed_decisions=(MOVE, OTHER), decisions=(TAKEN, second))
    after = desk.letters.adopt(dossier.id, "l1", APART, WHO).dossier
    kinds = {one.kind: one for one in after.resolutions}
    assert set(kinds) == {ResolutionKind.NO_APPEAL, ResolutionKind.WAIVE_SUSPENSION}
    apart = kinds[ResolutionKind.NO_APPEAL]
    assert (apart.on, apart.votes_for, apart.quorum_met, apart.decision_ids) == (DEMO_DAY, 6, True, ("b1",))
    content = desk.letters.prepare(after.reference, "A12c", letter_id="l1").content
    assert "afzonderlijk besloten tegen dit besluit geen beroep in te stellen" in " ".join(t for _, t in content.texts())
    deadlines = desk.dossiers.view(after.reference).derived.deadlines
    appeals = {one.decision_ids: one.state.value for one in deadlines if one.rule == "wor-26-2-beroep"}
    assert (appeals["b1",], appeals["b2",]) == ("closed", "running")


def test_what_was_recorded_before_is_not_asked_again(desk: Desk, kept: Kept) -> None:
    dossier = kept(BOTH, decisions=(TAKEN,))
    recorded = desk.letters.adopt(dossier.id, "l1", APART, WHO).dossier.resolutions[0]
    other = kept(BOTH, decisions=(TAKEN,), resolutions=(replace(recorded, id="z1", on=date(2026, 11, 20)),))
    draft = desk.letters.prepare(other.reference, "A12c", letter_id="l1")
    assert "letter.no_appeal_at_adopting" not in {one.code for one in draft.findings}
    assert desk.letters.adopt(other.id, "l1", RESOLVED, WHO).dossier.letters[0].adopted_on == DEMO_DAY


INTERIOR = replace(
    TAKEN,
    id="k2",
    title="Besluit inrichting",
    decision_ids=("b2",),
    notices=(Knowledge(on=date(2026, 11, 12), written=True, reasoned=True),),
)
NONE_COMES = Resolution(
    id="z1",
    kind=ResolutionKind.NO_APPEAL,
    on=date(2026, 11, 12),
    text="Geen beroep.",
    request_id="r1",
    decision_ids=("b1",),
    votes_for=7,
    votes_against=0,
    quorum_met=True,
)


@pytest.mark.parametrize(
    ("names", "given_up"),
    [
        ({"about_ids": ("k1",), "decision_ids": ("b1", "b2")}, "B1"),
        ({"decision_ids": ()}, "B2"),
    ],
)
def test_what_the_letter_does_not_answer_keeps_its_months(desk: Desk, kept: Kept, names: dict[str, Any], given_up: str) -> None:
    dossier = kept(replace(BOTH, **names), proposed_decisions=(MOVE, OTHER), decisions=(TAKEN, INTERIOR))
    concept = desk.letters.prepare(dossier.reference, "A12c", letter_id="l1").content
    after = desk.letters.adopt(dossier.id, "l1", APART, WHO).dossier
    adopted = desk.letters.prepare(after.reference, "A12c", letter_id="l1").content
    for content in (concept, adopted):
        assert f"van artikel 25 lid 6 WOR voor {given_up}. U hoeft" in " ".join(text for _, text in content.texts())
    keeps = "b2" if given_up == "B1" else "b1"
    deadlines = desk.dossiers.view(after.reference).derived.deadlines
    months = {(one.rule, one.decision_ids) for one in deadlines if one.state.value == "running"}
    assert {("wor-26-2-beroep", (keeps,)), ("wor-25-6-opschorting", (keeps,))} <= months


@pytest.mark.parametrize("case", ["about another", "before the reasons", "taken back"])
def test_no_letter_gives_up_an_appeal_by_a_resolution_that_closes_no_month(desk: Desk, kept: Kept, case: str) -> None:
    taken = TAKEN
    resolutions: tuple[Resolution, ...] = (NONE_COMES,)
    if case == "about another":
        resolutions = (replace(NONE_COMES, on=date(2026, 11, 5)),)
    elif case == "before the reasons":
        taken = replace(TAKEN, notices=(*TAKEN.notices, replace(INTERIOR.notices[0], on=date(2026, 11, 18))))
    else:
        resolutions = (NONE_COMES, replace(NONE_COMES, id="z2", kind=ResolutionKind.APPEAL, on=date(2026, 11, 16)))
    dossier = kept(BOTH, decisions=(taken,), resolutions=resolutions)
    draft = desk.letters.prepare(dossier.reference, "A12c", letter_id="l1")
    assert "letter.no_appeal_at_adopting" in {one.code for one in draft.findings}
    assert "behoudt zijn recht van beroep" in " ".join(text for _, text in draft.content.texts())
    assert refused(desk, dossier, RESOLVED) == ("letter.no_appeal_without_resolution", "appeal")
    deadlines = desk.dossiers.view(dossier.reference).derived.deadlines
    assert "closed" not in {one.state.value for one in deadlines if one.rule == "wor-26-2-beroep"}
