"""What a letter gives up is given up by the council itself, for the proposed decisions that it names, and told beforehand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from orapp.domain.decisions import ResolutionKind
from orapp.domain.requests import Outcome, ProposedDecision
from orapp.law.facts import FactKind
from orapp.services.desk import Desk
from orapp.services.failures import Refusal
from orapp.services.letter_acts import Adoption
from tests.services.conftest import DEMO_DAY
from tests.services.test_letter_acts import RESOLVED, WHO, Make, all_acts, asked

__all__ = ["asked"]


def test_giving_up_advice_names_the_decisions_that_it_is_about(desk: Desk, asked: Make) -> None:
    dossier = asked(Outcome.WAIVED)
    other = ProposedDecision(
        id="b9",
        title="Ander besluit",
        request_id="r1",
        text="De afdeling verhuist.",
        grounds=("25.1.f",),
        outcome=Outcome.POSITIVE,
        outcome_reason="De gevolgen zijn duidelijk.",
    )
    both, _ = desk.dossiers.save(dossier, replace(dossier, proposed_decisions=(*dossier.proposed_decisions, other)), WHO)
    sent = all_acts(desk, both, replace(RESOLVED, waives=True))
    resolution = sent.resolutions[-1]
    assert (resolution.kind, resolution.decision_ids) == (ResolutionKind.WAIVE_ADVICE, ("b1",))
    assert "B1" in resolution.text
    assert "B2" not in resolution.text
    told = {event.kind: event.decision_ids for event in sent.events}
    assert told[FactKind.ADVICE_WAIVED] == ("b1",)
    assert told[FactKind.ADVICE_SENT] == ("b9",)


def test_advice_is_not_given_up_under_a_mandate(desk: Desk, asked: Make) -> None:
    dossier = asked(Outcome.WAIVED)
    mandate = Adoption(on=DEMO_DAY, mandate="OR-besluit van 5 januari 2026, onder 3", waives=True)
    with pytest.raises(Refusal) as refused:
        desk.letters.adopt(dossier.id, "l1", mandate, WHO)
    assert (refused.value.code, refused.value.fields["place"]) == ("letter.waiver_by_mandate", "mandate")


@pytest.mark.parametrize(("votes", "quorum"), [((1, 7), True), ((4, 4), True), ((7, 1), False)])
def test_a_text_that_was_voted_down_is_not_adopted(desk: Desk, asked: Make, votes: tuple[int, int], quorum: bool) -> None:
    dossier = asked(Outcome.POSITIVE)
    lost = replace(RESOLVED, votes_for=votes[0], votes_against=votes[1], quorum_met=quorum)
    with pytest.raises(Refusal) as refused:
        desk.letters.adopt(dossier.id, "l1", lost, WHO)
    assert refused.value.code in {"letter.resolution_not_carried", "letter.quorum_not_met"}
