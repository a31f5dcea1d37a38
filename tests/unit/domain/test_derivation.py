"""What is derived from a dossier: phase, turn, next step and attention, on a day."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orapp.domain.decisions import Decision, Knowledge
from orapp.domain.derivation import deadlines_on, derive, derive_whole
from orapp.domain.derived import DeadlineState
from orapp.domain.dossier import Dossier, DossierKind, DossierStatus
from orapp.domain.papers import AgreedDate, Event, Paper, PaperKind
from orapp.domain.promises import Commitment
from orapp.domain.requests import Outcome, ProposedDecision, Regulation, Request, RequestVersion
from orapp.exchange.dossier_json import read_dossier
from orapp.law import book as law_book
from orapp.law.book import LawBook
from orapp.law.facts import FactKind, Party, ProcedureKind
from tests.fakes.dossiers import dossiers

RESOURCES = Path(__file__).parents[3] / "resources"
DEMO_DAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def book() -> LawBook:
    return law_book.load(
        {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in (RESOURCES / "law").glob("*.toml")}
    )


def demo(name: str) -> Dossier:
    return read_dossier((RESOURCES / "demo" / name).read_bytes()).dossier


def request_of(legal: ProcedureKind, received: date) -> Dossier:
    return Dossier(
        id="d",
        reference="2026-001",
        title="Proef",
        kind=DossierKind.ADVICE_REQUEST,
        opened_on=received,
        requests=(
            Request(id="r1", number=1, title="Aanvraag", legal=legal, versions=(RequestVersion(number=1, received_on=received),)),
        ),
        proposed_decisions=(
            ProposedDecision(id="b1", number=1, title="Besluit", request_id="r1", grounds=("25.1.e",), outcome=Outcome.UNDECIDED),
        ),
    )


def test_a_new_request_asks_the_council_for_its_first_step(book: LawBook) -> None:
    summary = derive(request_of(ProcedureKind.ADVICE, date(2026, 11, 20)), book, DEMO_DAY).summary
    assert summary.turn is Party.COUNCIL
    assert summary.next_step
    assert summary.phase_label


def test_the_three_month_dates_of_the_housing_dossier(book: LawBook) -> None:
    found = derive(demo("2025-003-kwadrant.json"), book, date(2025, 12, 10))
    appeal = next(item for item in found.deadlines if item.rule == "wor-26-2-beroep" and item.start == date(2025, 12, 4))
    assert appeal.state is DeadlineState.RUNNING
    assert (appeal.safe_day, appeal.plain_end, appeal.last_day) == (date(2025, 12, 31), date(2026, 1, 4), date(2026, 1, 5))
    nullity = next(item for item in found.deadlines if item.rule == "wor-27-5-nietigheid")
    assert nullity.safe_day == date(2025, 7, 17)


def test_the_appeal_of_the_reorganisation_keeps_its_dates_and_its_reason(book: LawBook) -> None:
    found = derive(demo("2025-002-lindewerk.json"), book, date(2026, 5, 11))
    appeal = next(item for item in found.deadlines if item.rule == "wor-26-2-beroep" and item.start == date(2026, 4, 30))
    assert (appeal.safe_day, appeal.last_day) == (date(2026, 5, 29), date(2026, 6, 1))


def test_the_execution_advice_of_the_demo_is_due_in_five_days(book: LawBook) -> None:
    summary = derive(demo("2025-002-lindewerk.json"), book, DEMO_DAY).summary
    assert summary.next_deadline is not None
    assert summary.next_deadline.last_day == date(2026, 11, 26)


def test_a_late_commitment_comes_before_closing_and_is_the_councils_to_ask_for(book: LawBook) -> None:
    summary = derive(demo("2025-001-hr21.json"), book, DEMO_DAY).summary
    assert "T4" in summary.next_step
    assert summary.turn is Party.COUNCIL
    assert any(item.code == "overdue" for item in summary.attention)


def test_what_is_dated_later_is_a_plan_and_is_looked_at_again_on_its_day(book: LawBook) -> None:
    dossier = request_of(ProcedureKind.ADVICE, date(2026, 11, 2))
    meeting = Event(id="e", on=date(2026, 11, 30), kind=FactKind.CONSULTATION_MEETING, text="", request_id="r1")
    planned = replace(dossier, events=(meeting,))
    kinds = {fact.kind for course in derive_whole(planned, book, DEMO_DAY)[1] for fact in course.facts}
    assert FactKind.CONSULTATION_MEETING not in kinds
    recheck = derive(planned, book, DEMO_DAY).summary.recheck_on
    assert recheck is not None
    assert recheck <= date(2026, 11, 30)


def test_a_closed_dossier_asks_nothing(book: LawBook) -> None:
    dossier = replace(request_of(ProcedureKind.ADVICE, date(2026, 11, 2)), status=DossierStatus.CLOSED)
    summary = derive(dossier, book, DEMO_DAY).summary
    assert (summary.next_step, summary.turn, summary.attention, summary.next_deadline) == ("", Party.NOBODY, (), None)


def test_a_dossier_without_a_request_still_shows_what_was_promised(book: LawBook) -> None:
    promised = Commitment(id="t1", number=1, text="Een nieuw koffieapparaat.", due=date(2026, 11, 1))
    dossier = replace(
        request_of(ProcedureKind.ADVICE, date(2026, 1, 1)), requests=(), proposed_decisions=(), commitments=(promised,)
    )
    summary = derive(dossier, book, DEMO_DAY).summary
    assert summary.next_step.startswith("Vraag naar toezegging T1 (was ")


def decided_on(*notices: Knowledge, **changes: Any) -> Dossier:
    decision = Decision(id="x1", title="Besluit", request_id="r1", decision_ids=("b1",), notices=notices)
    return replace(request_of(ProcedureKind.ADVICE, date(2026, 9, 1)), decisions=(decision,), **changes)


def codes_of(dossier: Dossier, book: LawBook) -> set[str]:
    return {item.code for item in derive(dossier, book, DEMO_DAY).summary.attention}


def test_a_clock_that_is_missing_is_said(book: LawBook) -> None:
    asked = request_of(ProcedureKind.ADVICE, date(2026, 9, 1))
    told = Knowledge(on=date(2026, 11, 10), written=True, reasoned=True)
    assert "decision_undated" in codes_of(decided_on(), book)
    assert "decision_undated" not in codes_of(decided_on(told), book)
    assert "future_fact" in codes_of(decided_on(replace(told, on=date(2027, 11, 10))), book)
    paper = Paper(id="p1", number=1, title="Besluit", kind=PaperKind.DECISION, request_id="r1")
    assert "decision_unrecorded" in codes_of(replace(asked, papers=(paper,)), book)
    homeless = replace(decided_on(told), requests=(), proposed_decisions=())
    assert "decision_without_procedure" in codes_of(homeless, book)


def test_an_agreed_date_that_passed_in_silence_warns_and_promises_no_appeal(book: LawBook) -> None:
    agreed = AgreedDate(id="a1", subject="Advies", rule="agreed-advice", due=date(2026, 11, 2), request_id="r1")
    waiting = replace(request_of(ProcedureKind.ADVICE, date(2026, 9, 1)), agreed_dates=(agreed,))
    alarm = next(i for i in derive(waiting, book, DEMO_DAY).summary.attention if i.code == "agreed_date_passed_in_silence")
    assert "in gevaar" in alarm.text
    assert "Stuur vandaag advies" in alarm.text
    told = Knowledge(on=date(2026, 11, 10), written=True, reasoned=True)
    late = Event(id="e", on=date(2026, 11, 12), kind=FactKind.ADVICE_SENT, text="", request_id="r1")
    found = codes_of(decided_on(told, agreed_dates=(agreed,), events=(late,)), book)
    assert "agreed_date_passed_in_silence" in found
    assert "decision_before_advice" not in found
    assert "decision_before_advice" in codes_of(decided_on(told), book)


def test_a_closed_dossier_still_shows_a_right_that_may_be_lost(book: LawBook) -> None:
    told = Knowledge(on=date(2026, 11, 10), written=True, reasoned=True)
    summary = derive(decided_on(told, status=DossierStatus.CLOSED), book, DEMO_DAY).summary
    assert summary.next_deadline is not None
    assert summary.next_deadline.rule == "wor-26-2-beroep"
    assert [item.code for item in summary.attention] == ["closed_in_the_month"]


def test_a_later_start_is_pressed_until_it_has_ended_too(book: LawBook) -> None:
    oral = Knowledge(on=date(2026, 10, 12), written=False, reasoned=False)
    dossier = decided_on(oral, Knowledge(on=date(2026, 10, 26), written=True, reasoned=True))
    summary = derive(dossier, book, DEMO_DAY).summary
    assert any(item.code == "later_start" and "bel vandaag een advocaat" in item.text for item in summary.attention)
    assert summary.recheck_on == date(2026, 11, 27)


def test_a_temporary_consent_that_ended_asks_for_confirmation_until_it_is_evaluated(book: LawBook) -> None:
    asked = request_of(ProcedureKind.CONSENT, date(2026, 3, 1))
    rule = Regulation(title="Proef", expires_on=date(2026, 10, 31))
    subject = replace(asked.proposed_decisions[0], grounds=("27.1.l",), outcome=Outcome.CONSENT_TEMPORARY, regulation=rule)
    ended = replace(asked, proposed_decisions=(subject,))
    assert "consent_expired" in codes_of(ended, book)
    done = Event(id="e", on=date(2026, 11, 5), kind=FactKind.EVALUATED, text="", request_id="r1")
    assert "consent_expired" not in codes_of(replace(ended, events=(done,)), book)


def test_an_appointment_speaks_of_no_suspension_or_appeal(book: LawBook) -> None:
    told = Event(id="e", on=date(2026, 11, 5), kind=FactKind.DECISION_NOTIFIED, text="", request_id="r1")
    dossier = replace(request_of(ProcedureKind.APPOINTMENT, date(2026, 9, 1)), events=(told,), proposed_decisions=())
    assert not [item for item in derive(dossier, book, DEMO_DAY).summary.attention if "beroep" in item.text]


@settings(max_examples=40, deadline=None)
@given(dossier=dossiers(), days=st.integers(0, 4000))
def test_any_dossier_on_any_day_is_derived_and_the_same_each_time(book: LawBook, dossier: Dossier, days: int) -> None:
    today = date(2020, 1, 1) + timedelta(days=days)
    first = derive(dossier, book, today)
    assert first == derive(dossier, book, today)
    assert first.deadlines == deadlines_on(dossier, book, today)
    keys = [item.key for item in first.deadlines]
    assert len(keys) == len(set(keys))
    for item in first.deadlines:
        assert item.last_day >= item.plain_end
        assert item.safe_day is None or item.safe_day <= item.plain_end
        assert (item.state is DeadlineState.CLOSED) <= bool(item.closed_because)
    recheck = first.summary.recheck_on
    if recheck is not None:
        assert recheck > today
        assert derive(dossier, book, recheck - timedelta(days=1)).deadlines == first.deadlines
