"""What ends a month and what does not: waivers, resolutions, consent, grounds and acts, each only for what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from orapp.domain.deadlines import Counting
from orapp.domain.decisions import Decision, DecisionOrigin, Knowledge, Resolution, ResolutionKind
from orapp.domain.derived import Deadline, DeadlineState
from orapp.domain.dossier import Dossier
from orapp.domain.papers import AgreedDate, Event
from orapp.domain.requests import Outcome, Request
from orapp.law.facts import FactKind, ProcedureKind
from tests.unit.domain.test_months import APPEAL, DAY, NOTICE, NULLITY, SUSPENSION, advice, count, decided, every, law

__all__ = ["law"]

RUNNING, CLOSED, QUIET = DeadlineState.RUNNING, DeadlineState.CLOSED, DeadlineState.QUIET


def resolved(dossier: Dossier, *kinds: tuple[ResolutionKind, int], about: tuple[str, ...] = ()) -> Dossier:
    resolutions = tuple(
        Resolution(id=f"z{n}", kind=kind, on=date(2026, 9, day), text="", request_id="r1", decision_ids=about)
        for n, (kind, day) in enumerate(kinds)
    )
    return replace(dossier, resolutions=resolutions)


def happened(dossier: Dossier, *kinds: tuple[FactKind, int], about: tuple[str, ...] = ()) -> Dossier:
    events = tuple(
        Event(id=f"e{n}", on=date(2026, 9, day), kind=kind, text="", request_id="r1", decision_ids=about)
        for n, (kind, day) in enumerate(kinds)
    )
    return replace(dossier, events=events)


def month(dossier: Dossier, law: Counting, rule: str = APPEAL, subject: str = "B1") -> Deadline:
    return count(dossier, law, DAY)[f"{rule} {subject}"]


def consent(outcome: Outcome, *notices: Knowledge, origin: DecisionOrigin = DecisionOrigin.AFTER_ADVICE) -> Dossier:
    return decided(advice(outcome, grounds=("27.1.d",), legal=ProcedureKind.CONSENT), *(notices or (NOTICE,)), origin=origin)


NEGATIVE = decided(advice(Outcome.NEGATIVE), NOTICE)


def test_a_waiver_for_one_closes_nothing_of_the_others_when_the_decision_names_none(law: Counting) -> None:
    dossier = decided(advice(Outcome.NEGATIVE, Outcome.NEGATIVE), NOTICE)
    unnamed = replace(dossier, decisions=(replace(dossier.decisions[0], decision_ids=()),))
    found = count(
        resolved(unnamed, (ResolutionKind.WAIVE_SUSPENSION, 17), (ResolutionKind.NO_APPEAL, 17), about=("b2",)), law, DAY
    )
    for rule in (APPEAL, SUSPENSION):
        assert (found[f"{rule} B1"].state, found[f"{rule} B2"].state) == (RUNNING, CLOSED)


@pytest.mark.parametrize("kind", [ResolutionKind.NO_APPEAL, ResolutionKind.FOLLOWS])
def test_a_resolution_from_before_the_notice_closes_nothing_and_is_named(law: Counting, kind: ResolutionKind) -> None:
    appeal = month(resolved(NEGATIVE, (kind, 10)), law)
    assert appeal.state is RUNNING
    assert "10 september 2026 is ouder dan de laatste kennisgeving" in appeal.warning


def test_a_waiver_of_the_suspension_from_before_the_notice_leaves_it_standing(law: Counting) -> None:
    assert month(resolved(NEGATIVE, (ResolutionKind.WAIVE_SUSPENSION, 10)), law, SUSPENSION).state is RUNNING


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        (((ResolutionKind.FOLLOWS, 16), (ResolutionKind.DEVIATES, 18)), RUNNING),
        (((ResolutionKind.DEVIATES, 16), (ResolutionKind.FOLLOWS, 18)), QUIET),
        (((ResolutionKind.DEVIATES, 18), (ResolutionKind.FOLLOWS, 18)), RUNNING),
        (((ResolutionKind.NO_APPEAL, 16), (ResolutionKind.APPEAL, 18)), RUNNING),
        (((ResolutionKind.APPEAL, 16), (ResolutionKind.NO_APPEAL, 18)), CLOSED),
        (((ResolutionKind.APPEAL, 18), (ResolutionKind.NO_APPEAL, 18)), RUNNING),
    ],
)
def test_the_last_word_of_the_council_counts_and_a_contradiction_keeps_the_right(
    law: Counting, kinds: tuple[tuple[ResolutionKind, int], ...], state: DeadlineState
) -> None:
    assert month(resolved(NEGATIVE, *kinds), law).state is state


def test_a_judgement_on_a_spoken_notice_does_not_cover_the_written_one(law: Counting) -> None:
    oral = Knowledge(on=date(2026, 9, 8), written=False, reasoned=False)
    dossier = resolved(decided(advice(Outcome.NEGATIVE), oral, NOTICE), (ResolutionKind.FOLLOWS, 10))
    assert month(dossier, law).state is RUNNING
    assert month(dossier, law, SUSPENSION).state is RUNNING


def test_a_resolution_on_the_improved_decision_leaves_the_old_month_running(law: Counting) -> None:
    improved = Decision(
        id="x2", title="Verbeterd", request_id="r1", decision_ids=("b1",), notices=(replace(NOTICE, on=date(2026, 9, 18)),)
    )
    dossier = replace(NEGATIVE, decisions=(*NEGATIVE.decisions, improved))
    found = every(resolved(dossier, (ResolutionKind.NO_APPEAL, 19)), law, DAY)
    assert {item.start.day: item.state for item in found if item.rule == APPEAL} == {15: RUNNING, 18: CLOSED}


def test_on_one_day_the_appeal_comes_before_the_suspension(law: Counting) -> None:
    first, second = [item for item in every(NEGATIVE, law, DAY) if item.state is RUNNING]
    assert first.act_by == second.act_by
    assert (first.rule, second.rule) == (APPEAL, SUSPENSION)


def test_a_settlement_ends_no_month(law: Counting) -> None:
    assert month(happened(NEGATIVE, (FactKind.SETTLED, 18)), law).state is RUNNING


def test_an_act_after_the_last_day_is_closed_but_told_to_be_late(law: Counting) -> None:
    dossier = replace(
        NEGATIVE, events=(Event(id="e", on=date(2026, 10, 16), kind=FactKind.APPEAL_FILED, text="", request_id="r1"),)
    )
    appeal = count(dossier, law, date(2026, 10, 20))[f"{APPEAL} B1"]
    assert appeal.state is CLOSED
    assert "na de berekende laatste dag, 15 oktober 2026; vraag een advocaat" in appeal.closed_because


def test_a_waiver_of_advice_that_was_never_sent_or_came_after_the_decision_takes_no_right(law: Counting) -> None:
    waived = decided(advice(Outcome.WAIVED), NOTICE)
    for dossier in (waived, happened(waived, (FactKind.ADVICE_WAIVED, 18))):
        assert month(dossier, law).state is RUNNING
        assert "niet als verzonden" in month(dossier, law).warning
    unasked = replace(waived, decisions=(replace(waived.decisions[0], origin=DecisionOrigin.WITHOUT_REQUEST),))
    assert month(happened(unasked, (FactKind.ADVICE_WAIVED, 1)), law).state is RUNNING
    assert month(happened(waived, (FactKind.ADVICE_WAIVED, 1)), law).state is CLOSED


@pytest.mark.parametrize("origin", [DecisionOrigin.WITHOUT_REQUEST, DecisionOrigin.NOT_WAITED, DecisionOrigin.AFTER_ADVICE])
@pytest.mark.parametrize("outcome", [Outcome.UNDECIDED, Outcome.NOT_YET, Outcome.POLITICAL, Outcome.LATER])
def test_no_advice_keeps_both_clocks_except_after_an_express_waiver(
    law: Counting, origin: DecisionOrigin, outcome: Outcome
) -> None:
    dossier = decided(advice(outcome), NOTICE, origin=origin)
    assert (month(dossier, law).state, month(dossier, law, SUSPENSION).state) == (RUNNING, RUNNING)


def test_an_agreed_advice_date_that_passed_in_silence_is_told_at_both_clocks(law: Counting) -> None:
    agreed = AgreedDate(id="a", subject="Advies", rule="agreed-advice", due=date(2026, 9, 10), request_id="r1")
    dossier = replace(decided(advice(Outcome.UNDECIDED), NOTICE), agreed_dates=(agreed,))
    assert "in gevaar. Vraag een advocaat" in month(dossier, law).warning
    assert "twijfelachtig. Vraag een advocaat" in month(dossier, law, SUSPENSION).warning
    told = happened(dossier, (FactKind.CANNOT_ADVISE_SENT, 9))
    assert "in gevaar" not in month(told, law).warning


@pytest.mark.parametrize(
    ("outcome", "facts", "state"),
    [
        (Outcome.CONSENT, (), RUNNING),
        (Outcome.CONSENT_TEMPORARY, (), RUNNING),
        (Outcome.CONSENT, ((FactKind.CONSENT_GIVEN, 1),), CLOSED),
        (Outcome.CONSENT, ((FactKind.CONSENT_GIVEN, 1), (FactKind.REQUEST_CHANGED, 8)), RUNNING),
        (Outcome.CONSENT, ((FactKind.CONSENT_GIVEN, 1), (FactKind.CONSENT_REFUSED, 8)), RUNNING),
        (Outcome.CONSENT_CHANGED, ((FactKind.CONSENT_GIVEN, 1),), RUNNING),
        (Outcome.CONSENT_CHANGED, ((FactKind.CONSENT_GIVEN, 1), (FactKind.JUDGED_FOLLOWS, 16)), CLOSED),
        (Outcome.CONSENT_PARTIAL, ((FactKind.CONSENT_GIVEN, 1),), RUNNING),
        (Outcome.CONSENT_PARTIAL, ((FactKind.CONSENT_GIVEN, 1), (FactKind.CONSENT_CONFIRMED, 16)), CLOSED),
        (Outcome.CONSENT_CONDITIONAL, ((FactKind.CONSENT_CONDITIONAL, 1), (FactKind.JUDGED_FOLLOWS, 16)), RUNNING),
        (Outcome.CONSENT_CONDITIONAL, ((FactKind.CONSENT_CONDITIONAL, 1), (FactKind.CONSENT_CONFIRMED, 14)), CLOSED),
        (Outcome.CONSENT_CONDITIONAL, ((FactKind.CONSENT_CONFIRMED, 5), (FactKind.REQUEST_CHANGED, 8)), RUNNING),
        (Outcome.UNDECIDED, ((FactKind.CONSENT_GIVEN, 1),), CLOSED),
        (Outcome.CONSENT_REFUSED, ((FactKind.CONSENT_REFUSED, 1),), RUNNING),
    ],
)
def test_which_consent_closes_the_month_of_nullity(
    law: Counting, outcome: Outcome, facts: tuple[tuple[FactKind, int], ...], state: DeadlineState
) -> None:
    assert month(happened(consent(outcome), *facts), law, NULLITY).state is state


def test_confirming_one_condition_does_not_confirm_the_other_decision(law: Counting) -> None:
    dossier = decided(
        advice(Outcome.CONSENT_CONDITIONAL, Outcome.CONSENT_CONDITIONAL, grounds=("27.1.d",), legal=ProcedureKind.CONSENT), NOTICE
    )
    found = count(happened(dossier, (FactKind.CONSENT_CONFIRMED, 16), about=("b1",)), law, DAY)
    assert (found[f"{NULLITY} B1"].state, found[f"{NULLITY} B2"].state) == (CLOSED, RUNNING)


ADVICE, CONSENT, FOUND = ProcedureKind.ADVICE, ProcedureKind.CONSENT, ProcedureKind.FOUND_OUT


@pytest.mark.parametrize(
    ("legal", "grounds", "rules"),
    [
        (ADVICE, ("25.1.n",), {SUSPENSION, APPEAL}),
        (ADVICE, ("25.5",), set()),
        (ADVICE, ("25.5", "25.1.e"), {SUSPENSION, APPEAL}),
        (ADVICE, ("25.5", "27.1.b"), {NULLITY}),
        (ADVICE, ("30",), set()),
        (ADVICE, ("32",), {APPEAL}),
        (CONSENT, ("32",), {NULLITY}),
        (FOUND, ("32",), {APPEAL, NULLITY}),
        (ADVICE, ("35b",), set()),
        (CONSENT, ("35c", "27.1.b"), {NULLITY}),
        (CONSENT, ("35c",), {NULLITY}),
        (ProcedureKind.APPOINTMENT, ("30",), set()),
        (ProcedureKind.APPOINTMENT, ("25.1.e",), {SUSPENSION, APPEAL}),
        (ProcedureKind.INITIATIVE, ("23.3",), set()),
        (ADVICE, ("25.1.e", "27.1.b"), {SUSPENSION, APPEAL, NULLITY}),
        (FOUND, (), {SUSPENSION, APPEAL, NULLITY}),
    ],
)
def test_which_months_the_grounds_give(law: Counting, legal: ProcedureKind, grounds: tuple[str, ...], rules: set[str]) -> None:
    found = every(decided(advice(Outcome.UNDECIDED, grounds=grounds, legal=legal), NOTICE), law, DAY)
    assert {item.rule for item in found if item.rule in {SUSPENSION, APPEAL, NULLITY}} == rules


def test_cassation_runs_from_a_ruling_wherever_an_appeal_was_possible(law: Counting) -> None:
    request = Request(id="r1", number=1, title="", legal=FOUND, started_on=date(2026, 9, 8), grounds=("25.1.h",))
    ruled = happened(replace(advice(Outcome.UNDECIDED, grounds=()), requests=(request,)), (FactKind.RULING, 18))
    found = count(ruled, law, DAY)["rv-426-1-cassatie-3m"]
    assert (found.last_day, found.state) == (date(2026, 12, 18), RUNNING)
    kanton = happened(consent(Outcome.CONSENT_REFUSED), (FactKind.RULING, 18))
    assert "rv-426-1-cassatie-3m" not in count(kanton, law, DAY)


def agreed_state(dossier: Dossier, law: Counting, rule: str = "agreed-advice", agreed_on: date | None = None) -> DeadlineState:
    item = AgreedDate(id="a", subject="", rule=rule, due=date(2026, 9, 24), request_id="r1", agreed_on=agreed_on)
    return next(d for d in every(replace(dossier, agreed_dates=(item,)), law, DAY) if d.key == "agreed/a").state


def test_an_agreed_date_is_met_only_by_the_answer_it_waits_for(law: Counting) -> None:
    two = advice(Outcome.UNDECIDED, Outcome.UNDECIDED)
    assert agreed_state(happened(two, (FactKind.ADVICE_SENT, 16), about=("b1",)), law) is RUNNING
    assert agreed_state(happened(two, (FactKind.ADVICE_SENT, 16), about=("b1", "b2")), law) is CLOSED
    assert agreed_state(happened(two, (FactKind.ADVICE_SENT, 16)), law) is CLOSED
    assert agreed_state(happened(two, (FactKind.CANNOT_ADVISE_SENT, 16)), law) is RUNNING
    assert agreed_state(happened(two, (FactKind.CONSENT_GIVEN, 16)), law) is RUNNING
    assert agreed_state(happened(two, (FactKind.ADVICE_SENT, 16)), law, "agreed-consent") is RUNNING
    again = happened(two, (FactKind.ADVICE_SENT, 4), (FactKind.REQUEST_CHANGED, 10))
    assert agreed_state(again, law) is RUNNING


def test_a_withdrawal_closes_an_agreed_date_only_in_writing_and_until_the_request_returns(law: Counting) -> None:
    request = advice(Outcome.UNDECIDED)
    assert agreed_state(happened(request, (FactKind.WITHDRAWN, 16)), law) is RUNNING
    confirmed = ((FactKind.WITHDRAWN, 16), (FactKind.WITHDRAWAL_CONFIRMED, 17))
    assert agreed_state(happened(request, *confirmed), law) is CLOSED
    assert agreed_state(happened(request, *confirmed, (FactKind.REQUEST_CHANGED, 18)), law) is RUNNING
