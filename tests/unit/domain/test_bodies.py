"""Whose rights a dossier is about: a PVT has no suspension and no appeal by the act, and a council never loses a clock."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from orapp.domain.bodies import Claim, bodies_of, none_gives_small_consent, some_give_no_small_consent
from orapp.domain.council import CouncilKind, SendingBody
from orapp.domain.decisions import Decision, Knowledge
from orapp.domain.derivation import deadlines_on, derive
from orapp.domain.derived import Deadline, DeadlineState
from orapp.domain.dossier import Dossier, DossierKind
from orapp.domain.months import claims_of, months_of
from orapp.domain.papers import AgreedDate, Event
from orapp.domain.requests import ProposedDecision, Request, RequestVersion
from orapp.law.book import LawBook, load
from orapp.law.facts import FactKind, Party, ProcedureKind
from orapp.law.rule_keys import AGREED_ADVICE, APPEAL, NULLITY, SUSPENSION

LAW = Path(__file__).parents[3] / "resources" / "law"
DAY = date(2026, 9, 20)
PVT = CouncilKind.PVT
COUNCILS = [kind for kind in CouncilKind if kind is not PVT]


@pytest.fixture(scope="module")
def book() -> LawBook:
    return load({path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in LAW.glob("*.toml")})


def dossier(*grounds: str, legal: ProcedureKind = ProcedureKind.ADVICE, bodies: tuple[SendingBody, ...] = ()) -> Dossier:
    """A request of 3 August of which the decision was told on 15 September 2026."""
    received = RequestVersion(number=1, received_on=date(2026, 8, 3))
    subject = ProposedDecision(id="b1", number=1, title="Besluit", request_id="r1", grounds=grounds)
    notice = Knowledge(on=date(2026, 9, 15), written=True, reasoned=True)
    return Dossier(
        id="d",
        reference="2026-001",
        title="Proef",
        kind=DossierKind.ADVICE_REQUEST,
        opened_on=date(2026, 8, 3),
        sending_bodies=bodies,
        requests=(Request(id="r1", number=1, title="Aanvraag", legal=legal, versions=(received,)),),
        proposed_decisions=(subject,),
        decisions=(Decision(id="x1", title="Besluit", request_id="r1", decision_ids=("b1",), notices=(notice,)),),
    )


def months(of: Dossier, book: LawBook, keeper: CouncilKind, on: date = DAY) -> dict[str, Deadline]:
    return {one.rule: one for one in deadlines_on(of, book, on, keeper) if one.rule in {APPEAL, SUSPENSION, NULLITY}}


@pytest.mark.parametrize("keeper", COUNCILS)
@pytest.mark.parametrize("grounds", [("25.1.e",), ("27.1.c",), ("25.1.e", "27.1.d"), ("25.1.e", "32"), ("35b",), ()])
def test_every_council_but_a_pvt_has_the_months_of_an_or(keeper: CouncilKind, grounds: tuple[str, ...], book: LawBook) -> None:
    found, known = derive(dossier(*grounds), book, DAY, keeper), derive(dossier(*grounds), book, DAY)
    assert found.deadlines == known.deadlines
    assert [item.code for item in found.summary.attention] == [item.code for item in known.summary.attention]
    assert found.summary.next_step == known.summary.next_step.replace("OR-", f"{keeper.value.upper()}-")


def test_a_pvt_has_no_suspension_and_its_appeal_waits_for_an_agreement(book: LawBook) -> None:
    of = dossier("25.1.e")
    found = months(of, book, PVT)
    assert set(found) == {APPEAL}
    appeal = found[APPEAL]
    assert (appeal.state, appeal.last_day) == (DeadlineState.QUIET, date(2026, 10, 15))
    assert "Artikel 25 en 26 WOR gelden niet" in appeal.warning
    assert months_of(of, of.requests[0], PVT) == frozenset()
    summary = derive(of, book, DAY, PVT).summary
    assert summary.next_deadline is None
    assert [item.text for item in summary.attention if item.code == "only_if_agreed"] == [f"{appeal.title}: {appeal.warning}"]


def test_what_waits_for_an_agreement_ends_with_its_month(book: LawBook) -> None:
    after = date(2026, 10, 16)
    assert months(dossier("25.1.e"), book, PVT, after)[APPEAL].state is DeadlineState.CLOSED
    said = {item.code for item in derive(dossier("25.1.e"), book, after, PVT).summary.attention}
    assert not said & {"only_if_agreed", "appeal_month_passed", "decision_before_advice"}


def test_with_the_agreement_as_a_ground_a_pvt_has_the_appeal_and_still_no_suspension(book: LawBook) -> None:
    found = months(dossier("25.1.e", "32"), book, PVT)
    assert set(found) == {APPEAL}
    assert (found[APPEAL].state, found[APPEAL].warning) == (
        DeadlineState.RUNNING,
        months(dossier("25.1.e", "32"), book, CouncilKind.OR)[APPEAL].warning,
    )


def test_an_agreement_elsewhere_in_the_dossier_keeps_the_month_running_and_says_the_doubt(book: LawBook) -> None:
    found = months(replace(dossier("25.1.e"), grounds=("25.1.e", "32")), book, PVT)
    assert found[APPEAL].state is DeadlineState.RUNNING
    assert "staat niet vast" in found[APPEAL].warning


@pytest.mark.parametrize("ground", ["35b", "35c", "35d"])
def test_advice_by_the_rules_for_small_undertakings_has_no_month(ground: str, book: LawBook) -> None:
    assert months(dossier(ground), book, PVT) == {}


@pytest.mark.parametrize("ground", ["27.1.b", "27.1.d", "27.1.m"])
def test_the_month_of_nullity_holds_for_what_a_pvt_consents_to(ground: str, book: LawBook) -> None:
    of = dossier(ground, legal=ProcedureKind.CONSENT)
    assert months(of, book, PVT) == months(of, book, CouncilKind.OR)


def test_beyond_those_subjects_the_month_of_nullity_waits_for_an_agreement(book: LawBook) -> None:
    consent = ProcedureKind.CONSENT
    found = months(dossier("27.1.c", legal=consent), book, PVT)[NULLITY]
    assert found.state is DeadlineState.QUIET
    assert "geen instemmingsrecht" in found.warning
    assert months(dossier("27.1.c", "32", legal=consent), book, PVT)[NULLITY].state is DeadlineState.RUNNING
    assert months(dossier("27.1.c", "27.1.d", legal=consent), book, PVT)[NULLITY].state is DeadlineState.RUNNING


def test_where_a_council_writes_too_nothing_falls_away_and_the_doubt_is_said(book: LawBook) -> None:
    later = SendingBody(name="PVT Voorbeeld", kind=PVT, from_day=date(2026, 9, 1))
    of = dossier("25.1.e", bodies=(later,))
    found = months(of, book, CouncilKind.OR)
    assert set(found) == {APPEAL, SUSPENSION}
    assert all(one.state is DeadlineState.RUNNING and "staat niet vast" in one.warning for one in found.values())
    plain = months(dossier("25.1.e"), book, CouncilKind.OR)
    assert {rule: one.last_day for rule, one in found.items()} == {rule: one.last_day for rule, one in plain.items()}


def test_who_writes_from_the_beginning_on_takes_the_place_of_the_keeper() -> None:
    council, small = SendingBody(name="BOR", kind=CouncilKind.BOR), SendingBody(name="PVT", kind=PVT)
    assert bodies_of(dossier("25.1.e", bodies=(council,)), PVT).kinds == {CouncilKind.BOR}
    assert bodies_of(dossier("25.1.e", bodies=(small,)), CouncilKind.OR).kinds == {PVT}
    joining = replace(council, from_day=date(2026, 9, 1))
    assert bodies_of(dossier("25.1.e", bodies=(small, joining)), CouncilKind.OR).kinds == {PVT, CouncilKind.BOR}


def test_a_decision_that_was_found_out_keeps_every_month_that_can_be(book: LawBook) -> None:
    of = dossier(legal=ProcedureKind.FOUND_OUT)
    claims = claims_of(of.requests[0], of.proposed_decisions[0], bodies_of(of, PVT))
    assert claims == {APPEAL: Claim.IF_AGREED, NULLITY: Claim.HOLDS}


def test_an_agreed_date_that_passed_endangers_no_appeal_that_a_pvt_does_not_have(book: LawBook) -> None:
    due = AgreedDate(
        id="a1",
        rule=AGREED_ADVICE,
        subject="Advies",
        due=date(2026, 9, 1),
        agreed_on=date(2026, 8, 4),
        actor=Party.COUNCIL,
        request_id="r1",
    )
    for grounds, keeper, said in ((("25.1.e",), PVT, False), (("25.1.e", "32"), PVT, True), (("25.1.e",), CouncilKind.COR, True)):
        of = replace(dossier(*grounds), agreed_dates=(due,))
        codes = {item.code for item in derive(of, book, DAY, keeper).summary.attention}
        assert ("agreed_date_passed_in_silence" in codes) is said


def test_execution_breaks_no_suspension_that_a_pvt_does_not_have(book: LawBook) -> None:
    advised = Event(id="e1", on=date(2026, 9, 1), kind=FactKind.ADVICE_SENT, text="", request_id="r1")
    deviates = Event(id="e2", on=date(2026, 9, 16), kind=FactKind.JUDGED_DEVIATES, text="", request_id="r1")
    executed = Event(id="e3", on=date(2026, 9, 18), kind=FactKind.EXECUTED, text="", request_id="r1")
    of = replace(dossier("25.1.e"), events=(advised, deviates, executed))
    said = {keeper: {item.code for item in derive(of, book, DAY, keeper).summary.attention} for keeper in CouncilKind}
    assert "executed_in_suspension" not in said[PVT]
    assert all("executed_in_suspension" in said[keeper] for keeper in COUNCILS)


def test_every_month_that_does_not_simply_hold_says_why_in_the_data_of_the_law(book: LawBook) -> None:
    rules = book.rules
    assert all(rules[rule].small_body_doubtful for rule in (APPEAL, SUSPENSION, NULLITY))
    assert all(rules[rule].small_body_if_agreed for rule in (APPEAL, NULLITY))
    assert not rules[SUSPENSION].small_body_if_agreed, "an agreement brings no suspension"
    assert not any(one.small_body_doubtful for key, one in rules.items() if key not in {APPEAL, SUSPENSION, NULLITY})


@pytest.mark.parametrize(
    ("grounds", "none", "some"),
    [
        (("27.1.c",), True, True),
        (("27.1.c", "27.1.d"), False, True),
        (("27.1.d",), False, False),
        (("25.1.e",), False, False),
        (("27",), True, True),
        ((), False, False),
    ],
)
def test_a_month_falls_away_where_no_part_gives_consent_and_a_letter_asks_where_one_does_not(
    grounds: tuple[str, ...], none: bool, some: bool
) -> None:
    assert (none_gives_small_consent(grounds), some_give_no_small_consent(grounds)) == (none, some)
