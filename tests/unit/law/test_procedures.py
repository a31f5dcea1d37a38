"""The procedures: no course of events fails, what was done stays done, and each course leads to the right next step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orapp.law.book import LawBook
from orapp.law.facts import Fact, FactKind, Party, ProcedureKind
from orapp.law.procedures import ProcedureState, StepStatus
from orapp.law.terms import month_end
from tests.unit.law.data import the_book

F = FactKind
P = ProcedureKind
TODAY = date(2026, 11, 21)

FACTS = st.lists(
    st.builds(
        Fact,
        kind=st.sampled_from(FactKind),
        on=st.dates(min_value=date(2026, 1, 1), max_value=date(2027, 3, 1)) | st.sampled_from([date.min, date.max]),
        source=st.sampled_from(["", "p1"]),
        decisions=st.sampled_from([(), (), ("B1",), ("B2",), ("B1", "B2"), ("B10",)]),
        reasoned=st.none() | st.booleans(),
        written=st.none() | st.booleans(),
    ),
    max_size=30,
)
KINDS = st.sampled_from(ProcedureKind)


def facts(*rows: tuple[str, FactKind]) -> list[Fact]:
    return [Fact(kind=kind, on=date.fromisoformat(day)) for day, kind in rows]


def state(book: LawBook, kind: ProcedureKind, rows: Sequence[Fact], today: date | None = None) -> ProcedureState:
    day = today or max((fact.on for fact in rows), default=TODAY)
    return book.procedures[kind].state(rows, day)


def next_key(found: ProcedureState) -> str:
    return found.next_step.key if found.next_step else ""


@given(kind=KINDS, rows=FACTS, today=st.dates())
def test_any_facts_on_any_day_give_a_sound_state(kind: ProcedureKind, rows: list[Fact], today: date) -> None:
    book = the_book()
    found = book.procedures[kind].state(rows, today)
    current = [step for step in found.steps if step.status is StepStatus.CURRENT]
    assert len(current) <= 1
    assert [step.step for step in found.steps] == list(book.procedures[kind].steps)
    if found.closed:
        assert found.next_step is None
        assert found.turn is Party.NOBODY
        assert found.phase == "closed"
    elif found.next_step is not None:
        assert found.next_step is current[0]
        assert found.next_step.applies
        assert found.turn is found.next_step.step.who
        assert found.phase == found.next_step.step.phase
    else:
        pytest.fail("an open procedure always has a next step")
    assert found.phase_label in book.procedures[kind].phases.values()
    for warning in found.attention:
        assert "{" not in warning.text
        assert warning.article


@given(kind=KINDS, rows=FACTS, data=st.data())
def test_the_order_in_which_facts_are_entered_makes_no_difference(
    kind: ProcedureKind, rows: list[Fact], data: st.DataObject
) -> None:
    book = the_book()
    shuffled = data.draw(st.permutations(rows))
    assert book.procedures[kind].state(shuffled, TODAY) == book.procedures[kind].state(rows, TODAY)


@given(kind=KINDS, rows=FACTS, more=FACTS)
def test_what_was_done_stays_done_when_facts_are_added(kind: ProcedureKind, rows: list[Fact], more: list[Fact]) -> None:
    book = the_book()
    before = book.procedures[kind].state(rows, TODAY)
    after = book.procedures[kind].state([*rows, *more], TODAY)
    for earlier, later in zip(before.steps, after.steps, strict=True):
        assert set(earlier.dates) <= set(later.dates)
        if earlier.dates:
            # Done once and asked for again, by a new version or another proposed decision, is current with its dates.
            assert later.status in {StepStatus.DONE, StepStatus.CURRENT}


@given(kind=KINDS, rows=FACTS)
def test_what_waits_is_named_once_for_each_proposed_decision(kind: ProcedureKind, rows: list[Fact]) -> None:
    book = the_book()
    procedure = book.procedures[kind]
    whole = procedure.state(rows, TODAY)
    if whole.next_step is not None:
        for code in whole.next_step.decisions:
            own = procedure.state(rows, TODAY, about=code)
            assert own.next_step is not None
            assert own.next_step.decisions == (code,)
            assert own.next_step.key == whole.next_step.key


@pytest.mark.parametrize("kind", list(ProcedureKind))
def test_an_untouched_procedure_waits_for_its_beginning(book: LawBook, kind: ProcedureKind) -> None:
    found = book.procedures[kind].state([], TODAY)
    assert found.attention == ()
    assert not found.closed
    assert next_key(found) in {"received", "adopted", "sent", "found_out"}


@pytest.mark.parametrize("kind", list(ProcedureKind))
def test_doing_each_next_step_leads_to_the_end(book: LawBook, kind: ProcedureKind) -> None:
    """A council that always does what is next comes to a closed dossier; what it forgot on the way is named."""
    rows: list[Fact] = []
    day = date(2026, 1, 5)
    for _ in range(60):
        found = book.procedures[kind].state(rows, day)
        if found.closed:
            break
        assert found.next_step is not None
        if found.next_step.key == "executed":
            day += timedelta(days=60)  # the ondernemer waits for the end of the month
        rows.append(Fact(kind=found.next_step.step.kinds[0], on=day, written=True, reasoned=True))
        day += timedelta(days=1)
    end = book.procedures[kind].state(rows, day)
    assert end.closed
    # It follows the steps that cannot be left out: the lawyer is no step of the act, but appeal is impossible without one.
    forgotten = {"appeal_without_lawyer"} if kind in {P.ADVICE, P.FOUND_OUT} else set()
    known = {"found_out_without_request"} if kind is P.FOUND_OUT else set()
    assert {warning.code.value for warning in end.attention} == forgotten | known


ADVICE = (
    ("2026-03-06", F.ANNOUNCED),
    ("2026-09-01", F.RECEIVED),
    ("2026-09-02", F.ACKNOWLEDGED),
    ("2026-09-02", F.TRIAGED),
    ("2026-09-08", F.COMPLETENESS_JUDGED),
    ("2026-09-10", F.QUESTIONS_ASKED),
    ("2026-09-17", F.ANSWERS_RECEIVED),
    ("2026-09-24", F.CONSULTATION_MEETING),
    ("2026-09-28", F.VIEW_FORMED),
    ("2026-10-01", F.ADOPTED),
    ("2026-10-02", F.SIGNED),
    ("2026-10-02", F.ADVICE_SENT),
    ("2026-10-15", F.DECISION_NOTIFIED),
)


def test_the_order_of_an_advice(book: LawBook) -> None:
    rows = facts(*ADVICE)
    keys = [next_key(state(book, P.ADVICE, rows[: number + 1])) for number in range(len(rows))]
    assert keys == [
        "received",
        "acknowledged",
        "triaged",
        "completeness",
        "consultation",
        "answers",
        "consultation",
        "view",
        "adopted",
        "signed",
        "sent",
        "decision",
        "comparison",
    ]
    turns = [state(book, P.ADVICE, rows[: number + 1]).turn for number in range(len(rows))]
    assert turns[5] is Party.DIRECTOR
    assert turns[11] is Party.DIRECTOR
    assert turns[12] is Party.COUNCIL
    assert state(book, P.ADVICE, rows).attention == ()


def after_decision(*more: tuple[str, FactKind], today: str = "") -> tuple[list[Fact], date]:
    rows = facts(*ADVICE, *more)
    return rows, date.fromisoformat(today) if today else rows[-1].on


@pytest.mark.parametrize(
    ("more", "today", "expected"),
    [
        ((), "2026-10-16", "comparison"),
        ((("2026-10-20", F.JUDGED_FOLLOWS),), "2026-10-21", "executed"),
        ((("2026-10-20", F.JUDGED_DEVIATES),), "2026-10-21", "appeal"),
        ((("2026-10-20", F.JUDGED_DEVIATES), ("2026-10-22", F.SUSPENSION_WAIVED)), "2026-10-23", "appeal"),
        ((("2026-10-20", F.JUDGED_DEVIATES), ("2026-10-22", F.SETTLED)), "2026-10-23", "appeal"),
        ((("2026-10-20", F.JUDGED_DEVIATES), ("2026-10-22", F.APPEAL_RENOUNCED)), "2026-10-23", "executed"),
        ((("2026-10-20", F.JUDGED_DEVIATES), ("2026-10-22", F.APPEAL_RESOLVED)), "2026-10-23", "filed"),
        ((("2026-10-20", F.JUDGED_DEVIATES), ("2026-10-22", F.APPEAL_RESOLVED), ("2026-11-10", F.APPEAL_FILED)), "", "ruling"),
        ((("2026-10-20", F.JUDGED_DEVIATES),), "2026-12-20", "executed"),
        ((("2026-10-20", F.EXECUTED),), "2026-10-21", "comparison"),
        ((("2026-10-20", F.JUDGED_FOLLOWS), ("2026-10-22", F.EXECUTION_ADVICE_ASKED)), "", "execution_advised"),
        ((("2026-10-20", F.JUDGED_FOLLOWS), ("2026-10-22", F.EXECUTED)), "", "evaluated"),
    ],
)
def test_after_a_notice_of_decision(book: LawBook, more: tuple[tuple[str, FactKind], ...], today: str, expected: str) -> None:
    rows, day = after_decision(*more, today=today)
    assert next_key(state(book, P.ADVICE, rows, day)) == expected


def test_each_proposed_decision_has_its_own_course(book: LawBook) -> None:
    rows = [
        *facts(*ADVICE[:-1]),
        Fact(kind=F.DECISION_NOTIFIED, on=date(2026, 10, 15), decisions=("B1",)),
        Fact(kind=F.DECISION_NOTIFIED, on=date(2026, 10, 29), decisions=("B2",)),
        Fact(kind=F.JUDGED_FOLLOWS, on=date(2026, 11, 2), decisions=("B1",)),
        Fact(kind=F.JUDGED_DEVIATES, on=date(2026, 11, 2), decisions=("B2",)),
    ]
    advice = book.procedures[P.ADVICE]
    day = date(2026, 11, 3)
    assert next_key(advice.state(rows, day, about="B1")) == "executed"
    assert next_key(advice.state(rows, day, about="B2")) == "appeal"
    whole = advice.state(rows, day)
    assert whole.next_step is not None
    assert (whole.next_step.key, whole.next_step.decisions) == ("appeal", ("B2",))
    late = advice.state(rows, date(2026, 12, 20))
    assert [(warning.code.value, warning.decisions) for warning in late.attention] == [("appeal_month_passed", ("B2",))]
    assert late.attention[0].text.startswith("B2: ")


CONSENT = (
    ("2026-09-04", F.RECEIVED),
    ("2026-09-04", F.TRIAGED),
    ("2026-10-02", F.CONSULTATION_MEETING),
    ("2026-10-09", F.ADOPTED),
    ("2026-10-09", F.SIGNED),
)


@pytest.mark.parametrize(
    ("more", "expected", "turn"),
    [
        ((("2026-10-09", F.CONSENT_GIVEN),), "decision", Party.DIRECTOR),
        ((("2026-10-09", F.CONSENT_CONDITIONAL),), "version", Party.DIRECTOR),
        ((("2026-10-09", F.CONSENT_CONDITIONAL), ("2026-10-14", F.REQUEST_CHANGED)), "conditions", Party.COUNCIL),
        (
            (("2026-10-09", F.CONSENT_CONDITIONAL), ("2026-10-14", F.REQUEST_CHANGED), ("2026-10-16", F.CONSENT_CONFIRMED)),
            "decision",
            Party.DIRECTOR,
        ),
        ((("2026-10-09", F.CONSENT_CONDITIONAL), ("2026-10-14", F.DECISION_NOTIFIED)), "nullity", Party.COUNCIL),
        ((("2026-10-09", F.CONSENT_REFUSED),), "decision", Party.DIRECTOR),
        ((("2026-10-09", F.CONSENT_REFUSED), ("2026-10-14", F.REQUEST_CHANGED)), "sent", Party.COUNCIL),
        ((("2026-10-09", F.CONSENT_REFUSED), ("2026-10-14", F.PERMISSION_ASKED)), "permission_ruled", Party.COURT),
        ((("2026-10-09", F.CONSENT_REFUSED), ("2026-10-14", F.DECISION_NOTIFIED)), "nullity", Party.COUNCIL),
        ((("2026-10-09", F.CONSENT_REFUSED), ("2026-10-14", F.EXECUTED)), "nullity", Party.COUNCIL),
        ((("2026-10-14", F.FOUND_OUT),), "nullity", Party.COUNCIL),
        (
            (("2026-10-09", F.CONSENT_REFUSED), ("2026-10-14", F.DECISION_NOTIFIED), ("2026-10-15", F.NULLITY_RESOLVED)),
            "invoked",
            Party.COUNCIL,
        ),
        ((("2026-10-09", F.CONSENT_GIVEN), ("2026-10-14", F.DECISION_NOTIFIED)), "executed", Party.ENTREPRENEUR),
    ],
)
def test_consent_and_its_branches(book: LawBook, more: tuple[tuple[str, FactKind], ...], expected: str, turn: Party) -> None:
    found = state(book, P.CONSENT, facts(*CONSENT, *more))
    assert next_key(found) == expected
    assert found.turn is turn


def test_a_refusal_leaves_three_ways(book: LawBook) -> None:
    found = state(book, P.CONSENT, facts(*CONSENT, ("2026-10-09", F.CONSENT_REFUSED)))
    assert {"changed", "permission", "decision"} <= {choice.key for choice in found.choices}


def test_after_the_nullity_letter_the_outcome_is_awaited_from_both_sides(book: LawBook) -> None:
    rows = facts(
        *CONSENT,
        ("2026-10-09", F.CONSENT_REFUSED),
        ("2026-10-14", F.DECISION_NOTIFIED),
        ("2026-10-15", F.NULLITY_RESOLVED),
        ("2026-10-16", F.NULLITY_INVOKED),
    )
    assert next_key(state(book, P.CONSENT, rows)) == "aftermath"
    assert next_key(state(book, P.CONSENT, [*rows, *facts(("2026-11-03", F.RULING))])) == "evaluated"


def test_found_out_asks_for_triage_and_keeps_both_rights(book: LawBook) -> None:
    rows = facts(("2026-06-17", F.FOUND_OUT))
    assert next_key(state(book, P.FOUND_OUT, rows)) == "triaged"
    rows += facts(("2026-06-17", F.TRIAGED))
    assert next_key(state(book, P.FOUND_OUT, rows)) == "nullity"
    rows += facts(("2026-06-24", F.NULLITY_RESOLVED), ("2026-06-24", F.NULLITY_INVOKED))
    assert next_key(state(book, P.FOUND_OUT, rows)) == "appeal"
    rows += facts(("2026-06-26", F.APPEAL_RENOUNCED))
    assert next_key(state(book, P.FOUND_OUT, rows)) == "aftermath"


def test_a_withdrawal_needs_a_written_confirmation_and_execution_reopens(book: LawBook) -> None:
    rows = facts(("2026-09-01", F.RECEIVED), ("2026-09-10", F.WITHDRAWN))
    found = state(book, P.ADVICE, rows)
    assert next_key(found) == "withdrawal_confirmed"
    assert [warning.code.value for warning in found.attention] == ["withdrawn_unconfirmed"]
    rows += facts(("2026-09-12", F.WITHDRAWAL_CONFIRMED), ("2026-09-13", F.EVALUATED), ("2026-09-14", F.CLOSED))
    assert state(book, P.ADVICE, rows).closed
    rows += facts(("2026-10-01", F.EXECUTED))
    reopened = state(book, P.ADVICE, rows)
    assert not reopened.closed
    assert next_key(reopened) == "appeal"
    assert {"executed_after_withdrawal", "moved_after_closing"} <= {warning.code.value for warning in reopened.attention}


def test_information_goes_round_until_the_answers_suffice(book: LawBook) -> None:
    rows = facts(("2026-02-13", F.SENT_BY_COUNCIL), ("2026-03-13", F.ANSWERS_RECEIVED), ("2026-03-14", F.COMPLETENESS_JUDGED))
    assert next_key(state(book, P.INFORMATION, rows)) == "closed"
    rows += facts(("2026-03-20", F.QUESTIONS_ASKED))
    assert next_key(state(book, P.INFORMATION, rows)) == "answers"
    rows += facts(("2026-04-03", F.ANSWERS_RECEIVED))
    assert next_key(state(book, P.INFORMATION, rows)) == "completeness"


def test_who_could_not_advise_yet_advises_once_the_answers_are_in(book: LawBook) -> None:
    rows = facts(("2026-09-01", F.RECEIVED), ("2026-09-10", F.QUESTIONS_ASKED), ("2026-09-24", F.CANNOT_ADVISE_SENT))
    assert next_key(state(book, P.ADVICE, rows)) == "decision"
    answered = [*rows, *facts(("2026-10-01", F.ANSWERS_RECEIVED))]
    assert next_key(state(book, P.ADVICE, answered)) == "sent"
    assert next_key(state(book, P.ADVICE, [*answered, *facts(("2026-10-08", F.ADVICE_SENT))])) == "decision"
    decided = [*answered, *facts(("2026-10-08", F.DECISION_NOTIFIED))]
    assert next_key(state(book, P.ADVICE, decided)) == "appeal"


def test_an_initiative_waits_for_meeting_and_answer(book: LawBook) -> None:
    rows = facts(("2026-05-22", F.ADOPTED), ("2026-05-26", F.SIGNED), ("2026-05-26", F.SENT_BY_COUNCIL))
    found = state(book, P.INITIATIVE, rows)
    assert (next_key(found), found.turn) == ("consultation", Party.DIRECTOR)
    rows += facts(("2026-06-05", F.CONSULTATION_MEETING))
    assert next_key(state(book, P.INITIATIVE, rows)) == "answered"


def test_an_appointment_has_no_month(book: LawBook) -> None:
    rows = facts(
        ("2026-09-01", F.RECEIVED),
        ("2026-09-10", F.CONSULTATION_MEETING),
        ("2026-09-17", F.ADOPTED),
        ("2026-09-17", F.SIGNED),
        ("2026-09-17", F.ADVICE_SENT),
        ("2026-09-24", F.DECISION_NOTIFIED),
    )
    found = state(book, P.APPOINTMENT, rows)
    assert next_key(found) == "evaluated"
    assert not {"appeal", "suspension_waived", "filed"} & {step.key for step in found.steps}


def test_the_year_9999_is_a_typing_error_and_no_crash(book: LawBook) -> None:
    for kind in ProcedureKind:
        rows = [Fact(kind=one, on=date.max) for one in FactKind]
        book.procedures[kind].state(rows, TODAY)
        book.procedures[kind].state(rows, date.max)
    assert month_end(date.max, 1) == date.max
