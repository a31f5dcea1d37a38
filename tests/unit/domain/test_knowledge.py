"""No knowledge of a decision without a clock: events, papers, execution, loose items and later notices."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from orapp.domain.deadlines import Counting
from orapp.domain.decisions import Decision, DecisionOrigin, Knowledge
from orapp.domain.derived import DeadlineState
from orapp.domain.dossier import Dossier
from orapp.domain.papers import Event, Paper, PaperKind
from orapp.domain.requests import Outcome, Regulation, Request
from orapp.law.facts import FactKind, ProcedureKind
from tests.unit.domain.test_months import APPEAL, DAY, NOTICE, NULLITY, SUSPENSION, advice, count, decided, every, law

__all__ = ["law"]


def event(
    kind: FactKind, on: date, *, number: int = 0, paper: str = "", about: tuple[str, ...] = (), request: str = "r1"
) -> Event:
    return Event(id=f"e{number}", on=on, kind=kind, text="", request_id=request, paper_id=paper, decision_ids=about)


def consent(outcome: Outcome) -> Dossier:
    return advice(outcome, grounds=("27.1.l",), legal=ProcedureKind.CONSENT)


@pytest.mark.parametrize("kind", [FactKind.DECISION_NOTIFIED, FactKind.FOUND_OUT, FactKind.DECISION_REASONED, FactKind.EXECUTED])
def test_an_event_alone_starts_the_months(law: Counting, kind: FactKind) -> None:
    found = count(replace(advice(Outcome.NEGATIVE), events=(event(kind, date(2026, 9, 15)),)), law, DAY)
    assert found[f"{APPEAL} B1"].last_day == date(2026, 10, 15)
    assert found[f"{SUSPENSION} B1"].plain_end == date(2026, 10, 15)
    found = count(replace(consent(Outcome.CONSENT_REFUSED), events=(event(kind, date(2026, 9, 15)),)), law, DAY)
    assert found[f"{NULLITY} B1"].safe_day == date(2026, 10, 15)


def test_an_event_before_the_notice_is_earlier_knowledge_and_on_its_day_the_same(law: Counting) -> None:
    known = replace(decided(advice(Outcome.NEGATIVE), NOTICE), events=(event(FactKind.FOUND_OUT, date(2026, 9, 8)),))
    appeal = count(known, law, DAY)[f"{APPEAL} B1"]
    assert (appeal.start, [day for day, _ in appeal.arguable]) == (date(2026, 9, 8), [date(2026, 10, 15)])
    same = replace(decided(advice(Outcome.NEGATIVE), NOTICE), events=(event(FactKind.DECISION_NOTIFIED, NOTICE.on),))
    assert count(same, law, DAY) == count(decided(advice(Outcome.NEGATIVE), NOTICE), law, DAY)


def test_a_notice_of_one_decision_leaves_the_other_its_own_event(law: Counting) -> None:
    dossier = decided(advice(Outcome.NEGATIVE, Outcome.NEGATIVE), NOTICE)
    only_first = replace(dossier, decisions=(replace(dossier.decisions[0], decision_ids=("b1",)),))
    assert f"{APPEAL} B2" not in count(only_first, law, DAY)
    both = replace(only_first, events=(event(FactKind.DECISION_NOTIFIED, date(2026, 9, 10), about=("b2",)),))
    found = count(both, law, DAY)
    assert (found[f"{APPEAL} B1"].start, found[f"{APPEAL} B2"].start) == (date(2026, 9, 15), date(2026, 9, 10))


def test_an_event_with_the_paper_of_a_decision_is_about_what_that_decision_is_about(law: Counting) -> None:
    dossier = decided(advice(Outcome.NEGATIVE, Outcome.NEGATIVE), NOTICE)
    first = replace(dossier.decisions[0], decision_ids=("b1",), paper_id="p1")
    told = event(FactKind.DECISION_NOTIFIED, NOTICE.on, paper="p1")
    found = count(replace(dossier, decisions=(first,), papers=(Paper(id="p1", title=""),), events=(told,)), law, DAY)
    assert {key for key in found if key.startswith(APPEAL)} == {f"{APPEAL} B1"}


@pytest.mark.parametrize("where", ["notice", "decision", "event"])
def test_a_paper_that_a_member_knew_earlier_starts_the_clock(law: Counting, where: str) -> None:
    paper = Paper(
        id="p1", title="Besluit", kind=PaperKind.DECISION, received_on=date(2026, 9, 14), first_known_on=date(2026, 9, 10)
    )
    dossier = replace(advice(Outcome.NEGATIVE), papers=(paper,))
    if where == "event":
        dossier = replace(dossier, events=(event(FactKind.DECISION_NOTIFIED, NOTICE.on, paper="p1"),))
    else:
        dossier = decided(dossier, replace(NOTICE, paper_id="p1" if where == "notice" else ""))
        if where == "decision":
            dossier = replace(dossier, decisions=(replace(dossier.decisions[0], paper_id="p1"),))
    appeal = count(dossier, law, DAY)[f"{APPEAL} B1"]
    assert (appeal.start, appeal.last_day) == (date(2026, 9, 10), date(2026, 10, 12))
    assert [day for day, _ in appeal.arguable][-1] == date(2026, 10, 15)


def test_a_request_that_came_long_before_is_no_knowledge_of_the_decision(law: Counting) -> None:
    paper = Paper(id="p1", title="Aanvraag", kind=PaperKind.REQUEST, received_on=date(2026, 8, 3))
    told = event(FactKind.DECISION_NOTIFIED, NOTICE.on, paper="p1")
    assert count(replace(advice(Outcome.NEGATIVE), papers=(paper,), events=(told,)), law, DAY)[f"{APPEAL} B1"].start == NOTICE.on


def test_a_decision_without_notices_counts_from_its_paper(law: Counting) -> None:
    paper = Paper(id="p1", title="Besluit", kind=PaperKind.DECISION, received_on=date(2026, 9, 14))
    dossier = decided(replace(advice(Outcome.NEGATIVE), papers=(paper,)))
    dossier = replace(dossier, decisions=(replace(dossier.decisions[0], paper_id="p1"),))
    assert count(dossier, law, DAY)[f"{APPEAL} B1"].start == date(2026, 9, 14)


def test_a_found_out_decision_without_notices_counts_from_the_discovery(law: Counting) -> None:
    request = Request(
        id="r1",
        number=1,
        title="Ontdekt",
        legal=ProcedureKind.FOUND_OUT,
        started_on=date(2026, 9, 8),
        grounds=("25.1.h", "27.1.l"),
    )
    dossier = decided(replace(advice(Outcome.UNDECIDED, grounds=()), requests=(request,)), origin=DecisionOrigin.EXECUTION_SEEN)
    found = count(dossier, law, DAY)
    assert {found[f"{rule} B1"].start for rule in (APPEAL, SUSPENSION, NULLITY)} == {date(2026, 9, 8)}
    later = count(replace(dossier, decisions=(replace(dossier.decisions[0], notices=(NOTICE,)),)), law, DAY)
    assert later[f"{APPEAL} B1"].start == date(2026, 9, 8)


def test_a_mistyped_notice_takes_no_clock_away_from_a_good_one(law: Counting) -> None:
    found = count(decided(advice(Outcome.NEGATIVE), Knowledge(on=date(1, 1, 1)), NOTICE), law, DAY)
    assert found[f"{APPEAL} B1"].last_day == date(2026, 10, 15)


def test_a_notice_in_the_future_moves_no_clock(law: Counting) -> None:
    future = Knowledge(on=date(2027, 9, 15), written=True, reasoned=True)
    assert f"{APPEAL} B1" not in count(decided(advice(Outcome.NEGATIVE), future), law, DAY)
    appeal = count(decided(advice(Outcome.NEGATIVE), NOTICE, future), law, DAY)[f"{APPEAL} B1"]
    assert (appeal.start, appeal.arguable) == (NOTICE.on, ())


def test_a_decision_that_names_no_procedure_goes_with_its_subject_or_the_only_one(law: Counting) -> None:
    loose = decided(advice(Outcome.NEGATIVE), NOTICE)
    for decision_ids in (("b1",), ()):
        changed = replace(loose, decisions=(replace(loose.decisions[0], request_id="", decision_ids=decision_ids),))
        assert count(changed, law, DAY)[f"{APPEAL} B1"].start == NOTICE.on
    told = event(FactKind.DECISION_NOTIFIED, NOTICE.on, request="")
    assert count(replace(advice(Outcome.NEGATIVE), events=(told,)), law, DAY)[f"{APPEAL} B1"].start == NOTICE.on


def test_execution_seen_after_a_withdrawal_starts_the_months_again(law: Counting) -> None:
    withdrawn = event(FactKind.WITHDRAWN, date(2026, 8, 20))
    seen = event(FactKind.EXECUTED, date(2026, 9, 15), number=1)
    found = count(replace(advice(Outcome.POSITIVE), events=(withdrawn, seen)), law, DAY)
    assert found[f"{APPEAL} B1"].start == date(2026, 9, 15)
    nullity = count(replace(consent(Outcome.CONSENT), events=(withdrawn, seen)), law, DAY)[f"{NULLITY} B1"]
    assert nullity.state is DeadlineState.RUNNING


def test_execution_after_the_notice_starts_nothing_new(law: Counting) -> None:
    seen = event(FactKind.EXECUTED, date(2026, 9, 18))
    dossier = decided(advice(Outcome.NEGATIVE), NOTICE)
    assert count(replace(dossier, events=(seen,)), law, DAY) == count(dossier, law, DAY)


def test_going_on_after_a_temporary_consent_is_a_new_decision(law: Counting) -> None:
    dossier = decided(consent(Outcome.CONSENT_TEMPORARY), Knowledge(on=date(2026, 8, 20), written=True, reasoned=True))
    rule = Regulation(title="Proef", expires_on=date(2026, 9, 1))
    given = event(FactKind.CONSENT_GIVEN, date(2026, 8, 18), number=9)
    dossier = replace(dossier, proposed_decisions=(replace(dossier.proposed_decisions[0], regulation=rule),), events=(given,))
    assert count(dossier, law, DAY)[f"{NULLITY} B1"].state is DeadlineState.CLOSED
    seen = replace(dossier, events=(given, event(FactKind.EXECUTED, date(2026, 9, 15))))
    running = [item for item in every(seen, law, DAY) if item.rule == NULLITY and item.state is DeadlineState.RUNNING]
    assert [item.last_day for item in running] == [date(2026, 10, 15)]


def test_a_later_written_notice_keeps_the_month_open_and_says_so(law: Counting) -> None:
    oral = Knowledge(on=date(2026, 9, 8), written=False, reasoned=False)
    dossier = decided(advice(Outcome.NEGATIVE), oral, NOTICE)
    late = count(dossier, law, date(2026, 10, 9))[f"{APPEAL} B1"]
    assert late.last_day == date(2026, 10, 8)
    assert late.state is DeadlineState.RUNNING
    assert "15 oktober 2026 verdedigbaar: bel vandaag een advocaat" in late.warning
    assert count(dossier, law, date(2026, 10, 16))[f"{APPEAL} B1"].state is DeadlineState.CLOSED


def test_a_spoken_notice_says_that_its_start_is_open_to_dispute(law: Counting) -> None:
    oral = Knowledge(on=date(2026, 9, 8), written=False, reasoned=False)
    dossier = decided(advice(Outcome.NEGATIVE), oral)
    assert count(dossier, law, DAY)[f"{APPEAL} B1"].warning.startswith("Begin betwistbaar")
    assert "betwist" in count(dossier, law, date(2026, 10, 9))[f"{APPEAL} B1"].closed_because


def test_an_improved_decision_has_its_own_dates_and_the_old_month_runs_on(law: Counting) -> None:
    dossier = decided(advice(Outcome.NEGATIVE), NOTICE)
    better = Decision(
        id="x2",
        title="Verbeterd besluit",
        request_id="r1",
        decision_ids=("b1",),
        notices=(Knowledge(on=date(2026, 9, 24), written=True, reasoned=True),),
    )
    both = replace(dossier, decisions=(*dossier.decisions, better))
    found = every(both, law, date(2026, 9, 28))
    assert sorted(item.last_day for item in found if item.rule == APPEAL) == [date(2026, 10, 15), date(2026, 10, 26)]
