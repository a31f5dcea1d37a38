"""What is known on the first day becomes a dossier that the law understands."""

from __future__ import annotations

from datetime import date
from itertools import count

import pytest

from orapp.domain.beginning import Answer, Beginning, BegunDate, BegunDecision, Start, begin
from orapp.domain.course import facts_of
from orapp.domain.dossier import Dossier, DossierKind
from orapp.domain.items import Secrecy
from orapp.law.facts import FactKind, Party, ProcedureKind

DAY = date(2026, 11, 20)


def made(known: Beginning) -> Dossier:
    numbers = count(1)
    return begin(known, lambda: f"id-{next(numbers)}")


def a_request(*grounds: str, decisions: tuple[BegunDecision, ...] = (), dates: tuple[BegunDate, ...] = ()) -> Beginning:
    return Beginning(
        start=Start.REQUEST,
        title=" Nieuw rooster ",
        kind=DossierKind.ADVICE_REQUEST,
        on=DAY,
        grounds=grounds,
        decisions=decisions,
        dates=dates,
    )


def test_an_advice_request_is_one_procedure_that_starts_on_the_day_of_receipt() -> None:
    dossier = made(a_request("25.1.e", decisions=(BegunDecision(title="Teams samenvoegen"),)))
    (request,) = dossier.requests
    assert (dossier.title, request.legal, request.received_on) == ("Nieuw rooster", ProcedureKind.ADVICE, DAY)
    assert [fact.kind for fact in facts_of(dossier, request)] == [FactKind.RECEIVED]
    assert [(item.number, item.request_id) for item in dossier.proposed_decisions] == [(1, request.id)]
    assert dossier.papers[0].received_on == DAY
    assert request.versions[0].paper_id == dossier.papers[0].id


def test_a_mixed_request_has_two_procedures_and_a_doubtful_decision_stands_in_both() -> None:
    asked = (
        BegunDecision(title="Reorganisatie", answer=Answer.ADVICE),
        BegunDecision(title="Rooster", answer=Answer.CONSENT),
        BegunDecision(title="Thuiswerken", answer=Answer.BOTH),
    )
    dossier = made(a_request("25.1.e", "27.1.b", decisions=asked))
    advice, consent = dossier.requests
    assert (advice.legal, advice.grounds) == (ProcedureKind.ADVICE, ("25.1.e",))
    assert (consent.legal, consent.grounds) == (ProcedureKind.CONSENT, ("27.1.b",))
    assert [item.title for item in dossier.of_request(advice.id)] == ["Reorganisatie", "Thuiswerken"]
    assert [item.title for item in dossier.of_request(consent.id)] == ["Rooster", "Thuiswerken"]
    assert [item.number for item in dossier.proposed_decisions] == [1, 2, 3, 4]


def test_an_agreed_date_belongs_to_the_procedure_that_it_is_about() -> None:
    dates = (
        BegunDate(rule="agreed-advice", subject="Advies uitbrengen", due=date(2027, 1, 5), actor=Party.COUNCIL, agreed_on=DAY),
        BegunDate(rule="agreed-consent", subject="Besluit over instemming", due=date(2027, 1, 7), actor=Party.COUNCIL),
    )
    dossier = made(a_request("25.1.e", "27.1.b", dates=dates))
    advice, consent = dossier.requests
    assert [(item.rule, item.request_id) for item in dossier.agreed_dates] == [
        ("agreed-advice", advice.id),
        ("agreed-consent", consent.id),
    ]


@pytest.mark.parametrize(
    ("start", "legal", "fact"),
    [
        (Start.APPOINTMENT, ProcedureKind.APPOINTMENT, FactKind.RECEIVED),
        (Start.FOUND_OUT, ProcedureKind.FOUND_OUT, FactKind.FOUND_OUT),
        (Start.INITIATIVE, ProcedureKind.INITIATIVE, FactKind.SENT_BY_COUNCIL),
        (Start.INFORMATION, ProcedureKind.INFORMATION, FactKind.SENT_BY_COUNCIL),
    ],
)
def test_each_other_start_begins_its_own_procedure(start: Start, legal: ProcedureKind, fact: FactKind) -> None:
    dossier = made(Beginning(start=start, title="Iets", kind=DossierKind.GENERAL, on=DAY, found_out_by="een lid"))
    (request,) = dossier.requests
    assert request.legal is legal
    assert [(one.kind, one.on) for one in facts_of(dossier, request)] == [(fact, DAY)]
    assert request.found_out_by == ("een lid" if start is Start.FOUND_OUT else "")


def test_a_subject_has_no_procedure_and_secrecy_makes_the_dossier_secret() -> None:
    secrecy = Secrecy(imposed_by="bestuurder", scope="alles")
    dossier = made(Beginning(start=Start.SUBJECT, title="RI&E", kind=DossierKind.WORKING_CONDITIONS, on=DAY, secrecy=secrecy))
    assert dossier.requests == ()
    assert dossier.secret
    assert dossier.secrecies == (secrecy,)
