"""The months after a decision: per proposed decision, from the earliest knowledge, closed only by the right act."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from orapp.domain.course import facts_of
from orapp.domain.deadlines import Counting, deadlines_of
from orapp.domain.decisions import Decision, DecisionOrigin, Knowledge, Resolution, ResolutionKind
from orapp.domain.derived import Deadline, DeadlineState
from orapp.domain.dossier import Dossier, DossierKind
from orapp.domain.papers import AgreedDate, Event, Paper
from orapp.domain.requests import Outcome, ProposedDecision, Request, RequestVersion
from orapp.law.facts import FactKind, Party, ProcedureKind
from orapp.law.terms import read_rules
from orapp.law.working_days import read_calendar

LAW = Path(__file__).parents[3] / "resources" / "law"
APPEAL, SUSPENSION, NULLITY = "wor-26-2-beroep", "wor-25-6-opschorting", "wor-27-5-nietigheid"


@pytest.fixture(scope="module")
def law() -> Counting:
    files = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in LAW.glob("*.toml")}
    return Counting(rules=read_rules(files), calendar=read_calendar(files))


def advice(*outcomes: Outcome, grounds: tuple[str, ...] = ("25.1.e",), legal: ProcedureKind = ProcedureKind.ADVICE) -> Dossier:
    request = Request(
        id="r1", number=1, title="Aanvraag", legal=legal, versions=(RequestVersion(number=1, received_on=date(2026, 8, 3)),)
    )
    decisions = tuple(
        ProposedDecision(id=f"b{n}", number=n, title=f"Besluit {n}", request_id="r1", grounds=grounds, outcome=outcome)
        for n, outcome in enumerate(outcomes, start=1)
    )
    return Dossier(
        id="d",
        reference="2026-001",
        title="Proef",
        kind=DossierKind.ADVICE_REQUEST,
        opened_on=date(2026, 8, 3),
        requests=(request,),
        proposed_decisions=decisions,
    )


def decided(dossier: Dossier, *notices: Knowledge, origin: DecisionOrigin = DecisionOrigin.AFTER_ADVICE) -> Dossier:
    decision = Decision(
        id="x1",
        title="Besluit van de bestuurder",
        request_id="r1",
        decision_ids=tuple(item.id for item in dossier.proposed_decisions),
        origin=origin,
        notices=notices,
    )
    return replace(dossier, decisions=(decision,))


def every(dossier: Dossier, law: Counting, today: date) -> tuple[Deadline, ...]:
    return deadlines_of(dossier, {request.id: facts_of(dossier, request) for request in dossier.requests}, law, today)


def count(dossier: Dossier, law: Counting, today: date) -> dict[str, Deadline]:
    return {f"{item.rule}{' ' + item.subject if item.subject else ''}": item for item in every(dossier, law, today)}


NOTICE = Knowledge(on=date(2026, 9, 15), written=True, reasoned=True)
DAY = date(2026, 9, 20)


def test_suspension_and_appeal_are_two_clocks_with_their_own_dates(law: Counting) -> None:
    found = count(decided(advice(Outcome.POSITIVE_CONDITIONS), NOTICE), law, DAY)
    assert found[f"{APPEAL} B1"].last_day == date(2026, 10, 15)
    assert found[f"{APPEAL} B1"].safe_day == date(2026, 10, 15)
    assert found[f"{SUSPENSION} B1"].safe_day is None
    assert found[f"{SUSPENSION} B1"].actor is Party.ENTREPRENEUR
    assert found[f"{APPEAL} B1"].severity == "fatal"


def test_the_earliest_knowledge_starts_and_a_later_reasoned_notice_replaces_nothing(law: Counting) -> None:
    oral = Knowledge(on=date(2026, 9, 8), who="een lid", written=False, reasoned=False)
    found = count(decided(advice(Outcome.NEGATIVE), NOTICE, oral), law, DAY)
    appeal = found[f"{APPEAL} B1"]
    assert appeal.start == date(2026, 9, 8)
    assert appeal.last_day == date(2026, 10, 8)
    assert [day for day, _ in appeal.arguable] == [date(2026, 10, 15)]
    assert "advocaat" in appeal.arguable[0][1]


def test_waiving_the_suspension_keeps_the_appeal(law: Counting) -> None:
    dossier = decided(advice(Outcome.NEGATIVE), NOTICE)
    waived = Resolution(id="z", kind=ResolutionKind.WAIVE_SUSPENSION, on=date(2026, 9, 17), text="", request_id="r1")
    found = count(replace(dossier, resolutions=(waived,)), law, DAY)
    assert found[f"{SUSPENSION} B1"].state is DeadlineState.CLOSED
    assert found[f"{APPEAL} B1"].state is DeadlineState.RUNNING


def test_after_wijkt_niet_af_the_appeal_is_quiet_and_the_suspension_closed(law: Counting) -> None:
    dossier = decided(advice(Outcome.POSITIVE), NOTICE)
    follows = Resolution(id="z", kind=ResolutionKind.FOLLOWS, on=date(2026, 9, 17), text="", request_id="r1")
    found = count(replace(dossier, resolutions=(follows,)), law, DAY)
    assert found[f"{APPEAL} B1"].state is DeadlineState.QUIET
    assert "nieuwe feiten" in found[f"{APPEAL} B1"].closed_because
    assert found[f"{SUSPENSION} B1"].state is DeadlineState.CLOSED


def test_each_proposed_decision_has_its_own_month(law: Counting) -> None:
    dossier = decided(advice(Outcome.NEGATIVE, Outcome.NEGATIVE), NOTICE)
    together = count(dossier, law, DAY)
    assert together[f"{APPEAL} B1, B2"].state is DeadlineState.RUNNING
    renounced = Resolution(
        id="z", kind=ResolutionKind.NO_APPEAL, on=date(2026, 9, 17), text="", request_id="r1", decision_ids=("b2",)
    )
    apart = count(replace(dossier, resolutions=(renounced,)), law, DAY)
    assert apart[f"{APPEAL} B1"].state is DeadlineState.RUNNING
    assert apart[f"{APPEAL} B2"].state is DeadlineState.CLOSED


def test_expressly_waived_advice_gives_no_appeal_and_no_suspension(law: Counting) -> None:
    sent = Event(id="e", on=date(2026, 9, 1), kind=FactKind.ADVICE_WAIVED, text="", request_id="r1")
    found = count(replace(decided(advice(Outcome.WAIVED), NOTICE), events=(sent,)), law, DAY)
    for rule in (APPEAL, SUSPENSION):
        assert found[f"{rule} B1"].state is DeadlineState.CLOSED
        assert "afgezien" in found[f"{rule} B1"].closed_because


def test_not_yet_able_to_advise_keeps_the_appeal(law: Counting) -> None:
    assert f"{APPEAL} B1" in count(decided(advice(Outcome.NOT_YET), NOTICE), law, DAY)


def test_in_doubt_between_25_and_27_both_months_run(law: Counting) -> None:
    request = Request(id="r1", number=1, title="Ontdekt", legal=ProcedureKind.FOUND_OUT, started_on=date(2025, 6, 17))
    dossier = replace(advice(), requests=(request,))
    found = count(dossier, law, date(2025, 6, 20))
    assert {APPEAL, SUSPENSION, NULLITY} <= set(found)
    assert found[NULLITY].safe_day == date(2025, 7, 17)


def test_sensors_without_consent_give_the_month_of_nullity_until_it_is_invoked(law: Counting) -> None:
    request = Request(
        id="r1",
        number=1,
        title="Sensoren",
        legal=ProcedureKind.FOUND_OUT,
        started_on=date(2025, 6, 17),
        grounds=("27.1.l", "27.1.k"),
    )
    dossier = replace(advice(), requests=(request,))
    assert set(count(dossier, law, date(2025, 6, 20))) == {NULLITY}
    invoked = Event(id="e", on=date(2025, 6, 24), kind=FactKind.NULLITY_INVOKED, text="", request_id="r1")
    found = count(replace(dossier, events=(invoked,)), law, date(2025, 6, 25))
    assert found[NULLITY].state is DeadlineState.CLOSED
    assert found[NULLITY].closed_on == date(2025, 6, 24)


@pytest.mark.parametrize(
    ("outcome", "runs"),
    [(Outcome.CONSENT, False), (Outcome.CONSENT_REFUSED, True), (Outcome.CONSENT_CONDITIONAL, True), (Outcome.UNDECIDED, True)],
)
def test_a_decision_without_consent_starts_the_month_of_nullity(law: Counting, outcome: Outcome, runs: bool) -> None:
    told = {
        Outcome.CONSENT: FactKind.CONSENT_GIVEN,
        Outcome.CONSENT_REFUSED: FactKind.CONSENT_REFUSED,
        Outcome.CONSENT_CONDITIONAL: FactKind.CONSENT_CONDITIONAL,
    }
    dossier = decided(advice(outcome, grounds=("27.1.d",), legal=ProcedureKind.CONSENT), NOTICE)
    if outcome in told:
        sent = Event(id="e", on=date(2026, 9, 1), kind=told[outcome], text="", request_id="r1")
        dossier = replace(dossier, events=(sent,))
    nullity = count(dossier, law, DAY)[f"{NULLITY} B1"]
    assert (nullity.state is DeadlineState.RUNNING) is runs
    assert ("ingestemd" in nullity.closed_because) is not runs


def test_conditional_consent_holds_only_after_the_council_confirmed_it(law: Counting) -> None:
    dossier = decided(advice(Outcome.CONSENT_CONDITIONAL, grounds=("27.1.c",), legal=ProcedureKind.CONSENT), NOTICE)
    confirmed = Event(id="e", on=date(2026, 9, 16), kind=FactKind.CONSENT_CONFIRMED, text="", request_id="r1")
    assert count(dossier, law, DAY)[f"{NULLITY} B1"].state is DeadlineState.RUNNING
    assert count(replace(dossier, events=(confirmed,)), law, DAY)[f"{NULLITY} B1"].state is DeadlineState.CLOSED


def test_a_month_that_has_passed_is_closed_with_its_reason_and_not_deleted(law: Counting) -> None:
    found = count(decided(advice(Outcome.NEGATIVE), NOTICE), law, date(2026, 10, 16))
    assert found[f"{APPEAL} B1"].state is DeadlineState.CLOSED
    assert "verstreken" in found[f"{APPEAL} B1"].closed_because


def test_an_appointment_has_no_month(law: Counting) -> None:
    dossier = decided(advice(Outcome.NEGATIVE, grounds=("30",), legal=ProcedureKind.APPOINTMENT), NOTICE)
    assert count(dossier, law, DAY) == {}


def test_an_agreed_date_stays_the_alarm_until_the_new_one_is_confirmed(law: Counting) -> None:
    old = AgreedDate(id="a1", subject="Advies", rule="agreed-advice", due=date(2026, 9, 24), request_id="r1", replaced_by_id="a2")
    new = AgreedDate(id="a2", subject="Advies, nieuw", rule="agreed-advice", due=date(2026, 10, 8), request_id="r1")
    dossier = replace(advice(Outcome.UNDECIDED), agreed_dates=(old, new))

    def state(changed: Dossier) -> DeadlineState:
        facts = {request.id: facts_of(changed, request) for request in changed.requests}
        return next(item for item in deadlines_of(changed, facts, law, DAY) if item.key == "agreed/a1").state

    assert state(dossier) is DeadlineState.RUNNING
    paper = Paper(id="p1", number=4, title="Bevestiging")
    confirmed = replace(dossier, papers=(paper,), agreed_dates=(old, replace(new, confirmed_in_id="p1")))
    assert state(confirmed) is DeadlineState.CLOSED


def test_the_customary_six_weeks_are_shown_only_without_an_agreement(law: Counting) -> None:
    assert "customary-advice-6w" in count(advice(Outcome.UNDECIDED), law, DAY)
    agreed = AgreedDate(id="a1", subject="Advies", rule="agreed-advice", due=date(2026, 9, 24), request_id="r1")
    found = count(replace(advice(Outcome.UNDECIDED), agreed_dates=(agreed,)), law, DAY)
    assert "customary-advice-6w" not in found
    assert found["agreed-advice"].severity == "grave"


def test_a_date_far_outside_the_calendar_starts_nothing_and_breaks_nothing(law: Counting) -> None:
    assert count(decided(advice(Outcome.NEGATIVE), Knowledge(on=date(1, 1, 1))), law, DAY).keys() == {"customary-advice-6w"}
