"""Every kind of fact can be recorded in every procedure, and is then read back from the dossier."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import count

import pytest

from orapp.domain.course import facts_of
from orapp.domain.decisions import Comparison, DecisionOrigin, ResolutionKind, TakenOver
from orapp.domain.dossier import Dossier, DossierKind, DossierStatus
from orapp.domain.items import Judgement
from orapp.domain.judging import judging
from orapp.domain.letters import Letter
from orapp.domain.needs import GIVES_UP, NEEDS, RESOLUTIONS, Asked, NewDate, Recorded, Votes
from orapp.domain.papers import Paper, PaperKind
from orapp.domain.passages import propose
from orapp.domain.promises import Condition
from orapp.domain.recording import in_euros, record, recording
from orapp.domain.requests import Outcome, ProposedDecision, Request, RequestVersion
from orapp.exchange.references import check_references
from orapp.law.facts import FactKind, ProcedureKind

DAY = date(2026, 10, 5)


def ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"new-{next(numbers)}"


def a_dossier(legal: ProcedureKind = ProcedureKind.ADVICE, started: date | None = None) -> Dossier:
    return Dossier(
        id="dossier",
        reference="2026-014",
        title="Verzelfstandiging",
        kind=DossierKind.ADVICE_REQUEST,
        opened_on=DAY,
        requests=(Request(id="r1", number=1, title="Adviesaanvraag", legal=legal, started_on=started),),
        proposed_decisions=(ProposedDecision(id="b1", number=1, title="Structuur", request_id="r1"),),
    )


@pytest.mark.parametrize("legal", list(ProcedureKind))
@pytest.mark.parametrize("kind", list(FactKind))
def test_each_fact_can_be_recorded_and_is_read_back(kind: FactKind, legal: ProcedureKind) -> None:
    dossier = record(a_dossier(legal), Recorded(kind=kind, on=DAY, request_id="r1"), ids())
    assert (kind, DAY) in {(fact.kind, fact.on) for fact in facts_of(dossier, dossier.requests[0])}
    check_references(dossier)


@pytest.mark.parametrize("legal", list(ProcedureKind))
@pytest.mark.parametrize("kind", list(FactKind))
def test_whatever_a_step_asks_is_kept_with_what_shows_it(kind: FactKind, legal: ProcedureKind) -> None:
    typed = Recorded(
        kind=kind,
        on=DAY,
        request_id="r1",
        text="woorden",
        paper=Paper(id="", title="Het stuk", kind=PaperKind.LETTER_IN, received_on=DAY),
        who="de bestuurder",
        how="per brief",
        decision_ids=("b1",),
        votes=Votes(meeting="OR 5 oktober", votes_for=7, votes_against=1, abstentions=0, quorum_met=True),
        written=True,
        reasoned=False,
        promise="Er komt een evaluatie.",
        agreed=NewDate(due=DAY + timedelta(days=30), rule="agreed-advice", subject="advies", confirmed=True),
    )
    dossier = record(a_dossier(legal), typed, ids())
    assert (kind, DAY) in {(fact.kind, fact.on) for fact in facts_of(dossier, dossier.requests[0])}
    assert [paper.title for paper in dossier.papers] == ["Het stuk"]
    assert dossier.papers[0].request_id == "r1"
    assert dossier.commitments[0].recorded_in_id == dossier.agreed_dates[0].confirmed_in_id == dossier.papers[0].id
    check_references(dossier)


@pytest.mark.parametrize("kind", list(FactKind))
def test_a_second_time_adds_and_loses_nothing(kind: FactKind) -> None:
    later = DAY + timedelta(days=70)
    new_id = ids()
    first = record(a_dossier(), Recorded(kind=kind, on=DAY, request_id="r1"), new_id)
    second = record(first, Recorded(kind=kind, on=later, request_id="r1"), new_id)
    facts = {(fact.kind, fact.on) for fact in facts_of(second, second.requests[0])}
    assert {(kind, DAY), (kind, later)} <= facts


def test_every_kind_says_what_it_asks() -> None:
    assert set(NEEDS) == set(FactKind)


def test_a_future_day_is_a_plan_and_a_day_of_long_ago_is_no_error() -> None:
    for day in (date(2099, 1, 1), date(1950, 1, 1)):
        dossier = record(a_dossier(), Recorded(kind=FactKind.CONSULTATION_MEETING, on=day, request_id="r1"), ids())
        assert dossier.events[0].on == day


def test_giving_up_is_two_acts_each_a_resolution_with_its_votes() -> None:
    votes = Votes(meeting="OR-vergadering", votes_for=6, votes_against=2, quorum_met=True)
    new_id = ids()
    dossier = a_dossier()
    for kind in (FactKind.SUSPENSION_WAIVED, FactKind.APPEAL_RENOUNCED):
        assert kind in GIVES_UP
        assert Asked.VOTES in NEEDS[kind]
        before = len(dossier.resolutions)
        dossier = record(dossier, Recorded(kind=kind, on=DAY, request_id="r1", votes=votes), new_id)
        assert len(dossier.resolutions) == before + 1
    kinds = [item.kind for item in dossier.resolutions]
    assert kinds == [ResolutionKind.WAIVE_SUSPENSION, ResolutionKind.NO_APPEAL]
    assert all((item.votes_for, item.votes_against, item.quorum_met) == (6, 2, True) for item in dossier.resolutions)


def test_each_resolution_that_is_a_fact_asks_for_votes() -> None:
    assert all(Asked.VOTES in NEEDS[kind] for kind in RESOLUTIONS)


def test_earlier_knowledge_stands_beside_the_notice() -> None:
    typed = Recorded(
        kind=FactKind.DECISION_NOTIFIED,
        on=DAY,
        request_id="r1",
        known_on=DAY - timedelta(days=2),
        known_by="een lid",
        written=True,
        reasoned=True,
    )
    dossier = record(a_dossier(), typed, ids())
    facts = {fact.kind: fact.on for fact in facts_of(dossier, dossier.requests[0])}
    assert facts[FactKind.DECISION_NOTIFIED] == DAY - timedelta(days=2)
    assert facts[FactKind.DECISION_REASONED] == DAY


def test_later_reasons_are_a_second_notice_of_their_decision() -> None:
    new_id = ids()
    dossier = record(a_dossier(), Recorded(kind=FactKind.DECISION_NOTIFIED, on=DAY, request_id="r1"), new_id)
    later = DAY + timedelta(days=9)
    typed = Recorded(kind=FactKind.DECISION_REASONED, on=later, request_id="r1", decision_id=dossier.decisions[0].id)
    dossier = record(dossier, typed, new_id)
    assert [known.on for known in dossier.decisions[0].notices] == [DAY, later]
    assert len(dossier.decisions) == 1


def test_a_decision_without_a_request_is_found_out() -> None:
    typed = Recorded(kind=FactKind.FOUND_OUT, on=DAY, request_id="r1", origin=DecisionOrigin.EXECUTION_SEEN, who="een lid")
    dossier = record(a_dossier(ProcedureKind.FOUND_OUT), typed, ids())
    assert dossier.decisions[0].origin is DecisionOrigin.EXECUTION_SEEN
    assert (dossier.requests[0].started_on, dossier.requests[0].found_out_by) == (DAY, "een lid")


def test_a_first_version_is_kept_when_the_request_changes() -> None:
    dossier = record(
        a_dossier(started=DAY), Recorded(kind=FactKind.REQUEST_CHANGED, on=DAY + timedelta(days=8), request_id="r1"), ids()
    )
    assert [version.received_on for version in dossier.requests[0].versions] == [DAY, DAY + timedelta(days=8)]
    facts = {(fact.kind, fact.on) for fact in facts_of(dossier, dossier.requests[0])}
    assert (FactKind.RECEIVED, DAY) in facts


def test_a_receipt_on_another_day_does_not_hide_the_first() -> None:
    later = DAY + timedelta(days=3)
    dossier = record(a_dossier(started=DAY), Recorded(kind=FactKind.RECEIVED, on=later, request_id="r1"), ids())
    facts = {(fact.kind, fact.on) for fact in facts_of(dossier, dossier.requests[0])}
    assert {(FactKind.RECEIVED, DAY), (FactKind.RECEIVED, later)} <= facts


def test_a_new_date_replaces_the_old_one_only_when_confirmed_in_writing() -> None:
    new_id = ids()
    paper = Paper(id="", title="Mail", kind=PaperKind.LETTER_IN)
    agreed = NewDate(due=date(2026, 11, 1), rule="agreed-advice", subject="advies")
    typed = Recorded(kind=FactKind.RECEIVED, on=DAY, request_id="r1", paper=paper, agreed=agreed)
    dossier = record(a_dossier(), typed, new_id)
    loose = Recorded(kind=FactKind.OTHER, on=DAY, request_id="r1", agreed=replace(agreed, due=date(2026, 11, 20)))
    dossier = record(dossier, loose, new_id)
    assert [item.replaced_by_id for item in dossier.agreed_dates] == ["", ""]
    confirmed = replace(loose, paper=paper, agreed=replace(agreed, due=date(2026, 12, 1), confirmed=True))
    dossier = record(dossier, confirmed, new_id)
    last = dossier.agreed_dates[-1]
    assert [item.replaced_by_id for item in dossier.agreed_dates] == [last.id, last.id, ""]


def test_a_letter_that_left_gets_its_day_and_the_answer_per_proposed_decision() -> None:
    dossier = replace(a_dossier(), letters=(Letter(id="l1", kind="A9", request_id="r1"),))
    typed = Recorded(
        kind=FactKind.ADVICE_SENT,
        on=DAY,
        request_id="r1",
        letter_id="l1",
        how="per mail",
        outcomes=(("b1", Outcome.NEGATIVE),),
    )
    dossier = record(dossier, typed, ids())
    assert (dossier.letters[0].sent_on, dossier.letters[0].sent_channel) == (DAY, "per mail")
    assert dossier.proposed_decisions[0].outcome is Outcome.NEGATIVE


def test_closing_closes_the_dossier_only_when_that_is_asked() -> None:
    typed = Recorded(kind=FactKind.CLOSED, on=DAY, request_id="r1")
    assert record(a_dossier(), typed, ids()).status is DossierStatus.RUNNING
    assert record(a_dossier(), replace(typed, close_dossier=True), ids()).status is DossierStatus.CLOSED


def test_the_edit_works_on_the_newest_dossier() -> None:
    edit = recording(Recorded(kind=FactKind.LAWYER_SPOKEN, on=DAY, request_id="r1", who="Kantoor"), ids())
    newest = replace(a_dossier(), title="Intussen gewijzigd")
    assert (edit(newest).title, edit(newest).events[0].text) == ("Intussen gewijzigd", "Kantoor")


def test_a_judgement_stands_with_who_and_when() -> None:
    condition = Condition(id="v1", number=1, text="Terugkeergarantie van drie jaar", request_id="r1")
    dossier = replace(
        a_dossier(),
        requests=(
            Request(id="r1", title="Aanvraag", legal=ProcedureKind.ADVICE, versions=(RequestVersion(number=1, received_on=DAY),)),
        ),
        conditions=(condition,),
    )
    typed = Recorded(
        kind=FactKind.DECISION_NOTIFIED,
        on=DAY,
        request_id="r1",
        decision_text="Wij splitsen de afdeling. Een terugkeergarantie van drie jaar achten wij niet passend.",
    )
    dossier = record(dossier, typed, ids())
    proposed = dossier.decisions[0].comparisons[0]
    assert proposed.passage == "Een terugkeergarantie van drie jaar achten wij niet passend."
    assert (proposed.proposed, proposed.verdict, proposed.judged) == (TakenOver.OPEN, TakenOver.OPEN, None)
    verdict = Judgement(answer="no", by="secretaris", on=DAY, reason="niet overgenomen")
    answered = replace(proposed, verdict=TakenOver.NO, judged=verdict)
    dossier = judging(dossier.decisions[0].id, answered)(dossier)
    assert dossier.decisions[0].comparisons == (answered,)
    other = Comparison(item_id="b1", verdict=TakenOver.YES)
    assert judging(dossier.decisions[0].id, other)(dossier).decisions[0].comparisons == (answered, other)


@pytest.mark.parametrize(
    ("condition", "decision", "passage"),
    [
        ("Een lid in de plaatsingscommissie", "De plaatsingscommissie blijft.", "De plaatsingscommissie blijft."),
        ("Evaluatie na twaalf maanden", "Wij evalueren. Na twaalf maanden evaluatie.", "Na twaalf maanden evaluatie."),
        ("Terugkeergarantie", "De huur wordt opgezegd.", ""),
        ("Arbeidsvoorwaarden blijven gelijk", "Op de arbeidsmarkt blijft het krap.", ""),
        ("Terugkeergarantie", "", ""),
    ],
)  # fmt: skip
def test_the_proposal_is_a_passage_or_none_and_never_a_verdict(condition: str, decision: str, passage: str) -> None:
    found = propose(condition, decision)
    assert found.passage == passage
    assert found.state in {TakenOver.OPEN, TakenOver.NO_PASSAGE}
    assert (found.state is TakenOver.NO_PASSAGE) == (bool(decision) and not passage)


def test_euros_are_written_in_dutch() -> None:
    assert [in_euros(cents) for cents in (5, 125_000, 123_456_789)] == ["0,05", "1.250,00", "1.234.567,89"]
