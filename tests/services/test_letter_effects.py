"""What each kind of letter makes when it is sent, and that undoing the sending takes all of it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from orapp.domain.assessment import Expert, Question
from orapp.domain.course import facts_of
from orapp.domain.decisions import Decision, Knowledge, ResolutionKind
from orapp.domain.dossier import Dossier, DossierKind
from orapp.domain.letters import Letter, LetterField
from orapp.domain.papers import AgreedDate, Event
from orapp.domain.promises import Commitment
from orapp.domain.requests import Outcome, ProposedDecision, Request, RequestVersion
from orapp.law.facts import FactKind, Party, ProcedureKind
from orapp.services.desk import Desk
from orapp.services.dossiers import Edited, NewDossier
from orapp.services.failures import Refusal
from orapp.services.letter_acts import Adoption, Sending
from orapp.services.letter_life import Arrival
from tests.services.conftest import DEMO_DAY
from tests.services.test_letter_acts import RESOLVED, WHO, signing

Kept = Callable[..., Dossier]
RECEIVED = date(2026, 10, 1)
DECIDED = date(2026, 11, 10)
REQUEST = Request(
    id="r1",
    title="Verhuizing",
    legal=ProcedureKind.ADVICE,
    grounds=("25.1.f",),
    versions=(RequestVersion(number=1, received_on=RECEIVED),),
)
MOVE = ProposedDecision(id="b1", title="Verhuizing", request_id="r1", grounds=("25.1.f",), outcome=Outcome.POSITIVE_CONDITIONS)
OTHER = ProposedDecision(id="b2", title="Inrichting", request_id="r1", grounds=("25.1.h",), outcome=Outcome.POSITIVE_CONDITIONS)
TAKEN = Decision(
    id="k1",
    title="Besluit verhuizing",
    request_id="r1",
    decision_ids=("b1",),
    decided_on=DECIDED,
    notices=(Knowledge(on=DECIDED, written=True, reasoned=True),),
)


def letter(kind: str, **fields: str | tuple[tuple[str, ...], ...]) -> Letter:
    """A letter about the request with these fields."""
    typed = tuple(
        LetterField(key=key, value=value) if isinstance(value, str) else LetterField(key=key, rows=value)
        for key, value in fields.items()
    )
    return Letter(id="l1", kind=kind, request_id="r1", fields=typed)


@pytest.fixture
def kept(desk: Desk) -> Kept:
    """A dossier about a move with a letter in it, kept in the archive."""

    def make(one: Letter, **parts: Any) -> Dossier:
        new = NewDossier(title="Een verhuizing", kind=DossierKind.ADVICE_REQUEST, opened_on=RECEIVED)
        dossier, _ = desk.dossiers.create(new, WHO)
        held = Event(id="e1", on=date(2026, 10, 20), kind=FactKind.CONSULTATION_MEETING, text="Overleg", request_id="r1")
        fields: dict[str, Any] = {"requests": (REQUEST,), "proposed_decisions": (MOVE,), "events": (held,), "letters": (one,)}
        return desk.dossiers.save(dossier, replace(dossier, **{**fields, **parts}), WHO)[0]

    return make


def sent(desk: Desk, dossier: Dossier, adoption: Adoption = RESOLVED) -> Edited:
    """Adopted, signed and sent."""
    desk.letters.adopt(dossier.id, "l1", adoption, WHO)
    desk.letters.sign(dossier.id, "l1", signing(desk), WHO)
    return desk.letters.send(dossier.id, "l1", Sending(on=DEMO_DAY, channel="e-mail"), WHO)


def told(dossier: Dossier) -> dict[FactKind, date]:
    """What has happened in the procedure by the letter, and when."""
    source = {"l1", dossier.letters[0].paper_id} - {""}
    return {fact.kind: fact.on for fact in facts_of(dossier, dossier.requests[0]) if fact.source in source}


def test_the_questions_of_the_letter_were_asked_with_it(desk: Desk, kept: Kept) -> None:
    asked = Question(id="q1", text="Waarom?", request_id="r1", round=1, asked_on=date(2026, 10, 5), asked_in_id="d0")
    new = (Question(id="q2", text="Hoe?", request_id="r1", round=2), Question(id="q3", text="Wie?", request_id="r1", round=2))
    dossier = kept(replace(letter("A2"), reply_due=date(2026, 12, 4)), questions=(asked, *new))
    done = sent(desk, dossier)
    questions = {item.id: item for item in done.dossier.questions}
    paper = done.dossier.letters[0].paper_id
    assert (questions["q1"].asked_on, questions["q1"].asked_in_id) == (date(2026, 10, 5), "d0")
    for key in ("q2", "q3"):
        assert (questions[key].asked_on, questions[key].asked_in_id) == (DEMO_DAY, paper)
        assert questions[key].answer_due == date(2026, 12, 4)
    assert told(done.dossier)[FactKind.QUESTIONS_ASKED] == DEMO_DAY


def test_a_new_date_is_proposed_and_the_old_one_stays_the_alarm(desk: Desk, kept: Kept) -> None:
    old = AgreedDate(
        id="a1",
        subject="advies",
        rule="agreed-advice",
        due=date(2026, 12, 1),
        request_id="r1",
        agreed_on=RECEIVED,
        asked_by=Party.DIRECTOR,
    )
    dossier = kept(letter("A4", proposed="2026-12-15", reasons="Er ontbreken antwoorden."), agreed_dates=(old,))
    after = sent(desk, dossier).dossier
    first, proposed = (one for one in after.agreed_dates if one.rule == "agreed-advice")
    assert (first.replaced_by_id, first.met_on) == (proposed.id, None)
    assert (proposed.due, proposed.agreed_on, proposed.confirmed_in_id) == (date(2026, 12, 15), None, "")
    assert (proposed.asked_by, proposed.recorded_in_id) == (Party.COUNCIL, after.letters[0].paper_id)
    view = desk.dossiers.view(after.reference)
    due = {one.last_day: one for one in view.derived.deadlines if one.rule == "agreed-advice"}
    assert due[date(2026, 12, 1)].state.value != "closed"
    assert "nog niet bevestigd" in due[date(2026, 12, 15)].ground


def test_commitments_are_recorded_in_the_letter_that_confirms_them(desk: Desk, kept: Kept) -> None:
    said = Commitment(id="t1", text="Er komt een bus.", request_id="r1", by="directeur", said_on=RECEIVED)
    held = replace(said, id="t2", recorded_in="verslag van 1 oktober")
    dossier = kept(letter("A5", occasion="talk", occasion_on="2026-10-01"), commitments=(said, held))
    after = sent(desk, dossier).dossier
    assert [one.recorded_in_id for one in after.commitments] == [after.letters[0].paper_id, ""]
    assert told(after)[FactKind.COMMITMENTS_RECORDED] == DEMO_DAY


def test_an_expert_is_announced_with_the_letter(desk: Desk, kept: Kept) -> None:
    expert = Expert(id="x1", name="Bureau", request_id="r1", assignment="Toets het plan", maximum_cents=480_000)
    earlier = replace(expert, id="x2", name="Ander bureau", announced_on=RECEIVED)
    dossier = kept(replace(letter("A13", question="Past het?", budget="announced"), about_ids=("x1",)), experts=(earlier, expert))
    after = sent(desk, dossier).dossier
    assert {one.id: one.announced_on for one in after.experts} == {"x1": DEMO_DAY, "x2": RECEIVED}
    assert told(after)[FactKind.EXPERT_ANNOUNCED] == DEMO_DAY


def test_letting_a_suspension_lapse_closes_that_suspension_and_no_appeal(desk: Desk, kept: Kept) -> None:
    second = replace(TAKEN, id="k2", title="Besluit inrichting", decision_ids=("b2",))
    one = replace(letter("A12c", gives_up="suspension", against="Er komt een bus."), about_ids=("k1",))
    dossier = kept(one, proposed_decisions=(MOVE, OTHER), decisions=(TAKEN, second))
    after = sent(desk, dossier).dossier
    assert after.resolutions[-1].kind is ResolutionKind.WAIVE_SUSPENSION
    assert after.resolutions[-1].decision_ids == ("b1",)
    deadlines = desk.dossiers.view(after.reference).derived.deadlines
    standing = {(one.rule, one.decision_ids) for one in deadlines if one.state.value != "closed"}
    assert ("wor-25-6-opschorting", ("b1",)) not in standing
    assert ("wor-25-6-opschorting", ("b2",)) in standing
    assert {("wor-26-2-beroep", ("b1",)), ("wor-26-2-beroep", ("b2",))} <= standing


def test_what_a_letter_gives_up_is_confirmed_before_it_is_adopted(desk: Desk, kept: Kept) -> None:
    dossier = kept(letter("A12c", gives_up="suspension", against="Een bus."), decisions=(TAKEN,))
    effects = desk.letters.to_confirm(dossier, dossier.letters[0])
    assert [one.code for one in effects] == ["letter.confirm_waive_suspension"]
    with pytest.raises(Refusal) as refused:
        desk.letters.adopt(dossier.id, "l1", replace(RESOLVED, confirmed=False), WHO)
    assert (refused.value.code, refused.value.fields["place"]) == ("letter.not_confirmed", "confirmed")
    both = replace(dossier.letters[0], fields=(LetterField(key="gives_up", value="appeal"),))
    assert [one.code for one in desk.letters.to_confirm(dossier, both)][-1] == "letter.confirm_no_appeal"


@pytest.mark.parametrize(
    ("outcome", "codes"),
    [
        (Outcome.NOT_YET, ["letter.confirm_not_yet"]),
        (Outcome.POLITICAL, ["letter.confirm_political"]),
        (Outcome.POSITIVE, []),
    ],
)
def test_the_kinds_of_no_advice_are_confirmed(desk: Desk, kept: Kept, outcome: Outcome, codes: list[str]) -> None:
    dossier = kept(letter("A9"), proposed_decisions=(replace(MOVE, outcome=outcome), replace(OTHER, outcome=Outcome.POSITIVE)))
    effects = desk.letters.to_confirm(dossier, dossier.letters[0])
    assert [one.code for one in effects] == codes
    assert all(one.fields["codes"] == "B1" for one in effects)


def test_nullity_is_invoked_when_the_letter_arrives_and_not_when_it_leaves(desk: Desk, kept: Kept) -> None:
    roster = replace(MOVE, grounds=("27.1.b", "27.1.d"), outcome=Outcome.UNDECIDED)
    asked = replace(REQUEST, legal=ProcedureKind.CONSENT, grounds=("27.1.b",))
    one = letter("A11", why_consent="Het geldt voor iedereen.", consent_state="not_asked", undo="Trek het in.")
    dossier = kept(one, requests=(asked,), proposed_decisions=(roster,), decisions=(replace(TAKEN, id="k1"),))
    after = sent(desk, dossier).dossier
    assert after.resolutions[-1].kind is ResolutionKind.INVOKE_NULLITY
    assert FactKind.NULLITY_INVOKED not in told(after)
    arrived = desk.letter_life.arrive(after.id, "l1", Arrival(on=DEMO_DAY, proof="ontvangstbewijs"), WHO)
    facts = [fact for fact in facts_of(arrived.dossier, asked) if fact.kind is FactKind.NULLITY_INVOKED]
    assert [(fact.on, fact.against) for fact in facts] == [(DEMO_DAY, ("k1",))]
    desk.dossiers.undo(after.id, arrived.difference, WHO)
    back = desk.dossiers.view(after.reference).dossier
    assert all(fact.kind is not FactKind.NULLITY_INVOKED for fact in facts_of(back, asked))


def test_a_message_to_the_staff_makes_no_event_and_no_paper_beside_itself(desk: Desk, kept: Kept) -> None:
    dossier = kept(letter("A17", type="start", headline="Er is een plan."))
    after = sent(desk, dossier).dossier
    assert after.events == dossier.events
    assert after.agreed_dates == dossier.agreed_dates
    assert [paper.title for paper in after.papers] == [after.papers[0].title]


def test_an_advice_on_a_profile_is_not_the_advice_on_the_person(desk: Desk, kept: Kept) -> None:
    asked = replace(REQUEST, legal=ProcedureKind.APPOINTMENT, grounds=("30",))
    for about, expected in (("profile", False), ("appointment", True)):
        dossier = kept(letter("A14", about=about, outcome="positive"), requests=(asked,))
        assert (FactKind.ADVICE_SENT in told(sent(desk, dossier).dossier)) is expected


def test_undoing_the_sending_takes_back_all_that_followed_from_it(desk: Desk, kept: Kept) -> None:
    old = AgreedDate(id="a1", subject="advies", rule="agreed-advice", due=date(2026, 12, 1), request_id="r1", agreed_on=RECEIVED)
    cases = (
        (letter("A2"), {"questions": (Question(id="q2", text="Hoe?", request_id="r1"),)}),
        (letter("A4", proposed="2026-12-15", reasons="Vragen."), {"agreed_dates": (old,)}),
        (
            letter("A5", occasion_on="2026-10-01"),
            {"commitments": (Commitment(id="t1", text="Een bus.", request_id="r1", by="directeur", said_on=RECEIVED),)},
        ),
        (
            letter("A13", question="Past het?", budget="announced"),
            {"experts": (Expert(id="x1", name="Bureau", request_id="r1", assignment="Toets", maximum_cents=1),)},
        ),
    )
    for one, parts in cases:
        dossier = kept(one, **parts)
        desk.letters.adopt(dossier.id, "l1", RESOLVED, WHO)
        before = desk.letters.sign(dossier.id, "l1", signing(desk), WHO).dossier
        done = desk.letters.send(dossier.id, "l1", Sending(on=DEMO_DAY, channel="e-mail"), WHO)
        desk.dossiers.undo(dossier.id, done.difference, WHO)
        back = desk.dossiers.view(dossier.reference).dossier
        for name in ("questions", "agreed_dates", "commitments", "experts", "events", "papers", "letters"):
            assert getattr(back, name) == getattr(before, name), (one.kind, name)
