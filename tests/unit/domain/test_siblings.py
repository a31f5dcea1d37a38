"""In doubt between art. 25 and art. 27 a decision starts the months of both procedures (practice.md 1.7)."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from orapp.domain.beginning import Answer, Beginning, BegunDecision, Start, begin
from orapp.domain.course import facts_of
from orapp.domain.decisions import Decision, Knowledge
from orapp.domain.derivation import derive
from orapp.domain.derived import DeadlineState
from orapp.domain.dossier import Dossier, DossierKind
from orapp.domain.judging import conditions_of
from orapp.domain.needs import Recorded
from orapp.domain.promises import Condition
from orapp.domain.recording import record
from orapp.domain.requests import Outcome
from orapp.law import book as law_book
from orapp.law.book import LawBook
from orapp.law.facts import FactKind, ProcedureKind

LAW = Path(__file__).parents[3] / "resources" / "law"
APPEAL, SUSPENSION, NULLITY = "wor-26-2-beroep", "wor-25-6-opschorting", "wor-27-5-nietigheid"
RECEIVED, NOTICE, TODAY = date(2026, 8, 3), date(2026, 10, 5), date(2026, 10, 12)
BOTH = {SUSPENSION, APPEAL, NULLITY}


@pytest.fixture(scope="module")
def book() -> LawBook:
    return law_book.load({path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in LAW.glob("*.toml")})


def mixed(*asked: tuple[str, Answer]) -> Dossier:
    numbers = count(1)
    known = Beginning(
        start=Start.REQUEST,
        title="Nieuw rooster",
        kind=DossierKind.ADVICE_REQUEST,
        on=RECEIVED,
        grounds=("25.1.e", "27.1.b"),
        decisions=tuple(BegunDecision(title=title, answer=answer) for title, answer in asked),
    )
    return begin(known, lambda: f"id-{next(numbers)}")


def told(
    dossier: Dossier, legal: ProcedureKind, *, kind: FactKind = FactKind.DECISION_NOTIFIED, about: tuple[str, ...] = ()
) -> Dossier:
    numbers = count(1)
    request = next(item for item in dossier.requests if item.legal is legal)
    ids = tuple(item.id for item in dossier.proposed_decisions if f"B{item.number}" in about)
    typed = Recorded(kind=kind, on=NOTICE, request_id=request.id, written=True, reasoned=True, decision_ids=ids)
    return record(dossier, typed, lambda: f"new-{next(numbers)}")


def months(dossier: Dossier, book: LawBook) -> dict[str, str]:
    found = derive(dossier, book, TODAY).deadlines
    return {item.rule: item.subject for item in found if item.rule in BOTH and item.state is DeadlineState.RUNNING}


def alarms(dossier: Dossier, book: LawBook) -> list[str]:
    return [item.text for item in derive(dossier, book, TODAY).summary.attention if item.code == "decision_in_one_half"]


@pytest.mark.parametrize("legal", [ProcedureKind.ADVICE, ProcedureKind.CONSENT])
@pytest.mark.parametrize("kind", [FactKind.DECISION_NOTIFIED, FactKind.FOUND_OUT, FactKind.EXECUTED])
def test_a_decision_in_doubt_starts_both_months_wherever_it_is_recorded(
    book: LawBook, kind: FactKind, legal: ProcedureKind
) -> None:
    dossier = told(mixed(("Rooster", Answer.BOTH)), legal, kind=kind)
    assert months(dossier, book) == {SUSPENSION: "B1", APPEAL: "B1", NULLITY: "B2"}
    assert not alarms(dossier, book)


def test_each_month_is_counted_once_and_each_procedure_speaks_of_its_own(book: LawBook) -> None:
    dossier = told(mixed(("Rooster", Answer.BOTH)), ProcedureKind.ADVICE)
    found = [item.rule for item in derive(dossier, book, TODAY).deadlines if item.rule in BOTH]
    assert sorted(found) == sorted(BOTH)
    for request, code in zip(dossier.requests, ("B1", "B2"), strict=True):
        facts = [fact for fact in facts_of(dossier, request) if fact.kind is FactKind.DECISION_NOTIFIED]
        assert [(fact.on, fact.decisions) for fact in facts] == [(NOTICE, (code,))]


def test_consent_on_one_half_closes_only_the_month_of_nullity(book: LawBook) -> None:
    dossier = mixed(("Rooster", Answer.BOTH))
    consent = next(item for item in dossier.requests if item.legal is ProcedureKind.CONSENT)
    (asked,) = dossier.of_request(consent.id)
    typed = Recorded(
        kind=FactKind.CONSENT_GIVEN, on=date(2026, 9, 1), request_id=consent.id, outcomes=((asked.id, Outcome.CONSENT),)
    )
    numbers = count(100)
    given = record(dossier, typed, lambda: f"id-{next(numbers)}")
    assert set(months(told(given, ProcedureKind.ADVICE), book)) == {SUSPENSION, APPEAL}


def test_what_was_chosen_stands_and_the_other_half_is_asked_about(book: LawBook) -> None:
    dossier = mixed(("Reorganisatie", Answer.ADVICE), ("Rooster", Answer.CONSENT))
    one = told(dossier, ProcedureKind.ADVICE)
    assert set(months(one, book)) == {SUSPENSION, APPEAL}
    assert "nietigheid (artikel 27 lid 5 WOR)" in alarms(one, book)[0]
    both = told(dossier, ProcedureKind.ADVICE, about=("B1", "B2"))
    assert months(both, book) == {SUSPENSION: "B1", APPEAL: "B1", NULLITY: "B2"}
    assert not alarms(both, book)
    assert not alarms(dossier, book)


def test_a_twin_that_is_left_out_by_name_is_asked_about(book: LawBook) -> None:
    dossier = told(mixed(("Rooster", Answer.BOTH)), ProcedureKind.CONSENT, about=("B2",))
    assert months(dossier, book) == {NULLITY: "B2"}
    assert "beroep (artikel 26 lid 2 WOR)" in alarms(dossier, book)[0]


def test_the_conditions_of_both_halves_stand_beside_a_decision_about_both() -> None:
    dossier = mixed(("Rooster", Answer.BOTH))
    advice, consent = dossier.requests
    first, second = dossier.proposed_decisions
    dossier = replace(
        dossier,
        conditions=(
            Condition(id="v1", number=1, text="Eén", request_id=advice.id),
            Condition(id="v2", number=2, text="Twee", request_id=consent.id),
        ),
    )
    decision = Decision(id="x", title="Besluit", request_id=advice.id, notices=(Knowledge(on=NOTICE),))
    assert [item.id for item in conditions_of(dossier, decision)] == ["v1"]
    about_both = replace(decision, decision_ids=(first.id, second.id))
    assert [item.id for item in conditions_of(dossier, about_both)] == ["v1", "v2"]
