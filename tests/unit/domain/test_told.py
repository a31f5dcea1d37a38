"""What the council told counts, for the proposed decisions that it told about; what stands in a draft does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count as numbers

import pytest

from orapp.domain.course import facts_of
from orapp.domain.deadlines import Counting
from orapp.domain.derived import DeadlineState
from orapp.domain.dossier import Dossier
from orapp.domain.letters import Letter
from orapp.domain.needs import Recorded
from orapp.domain.papers import AgreedDate, Event
from orapp.domain.recording import record
from orapp.domain.requests import Outcome
from orapp.law.facts import FactKind, ProcedureKind
from tests.unit.domain.test_months import APPEAL, DAY, NOTICE, NULLITY, advice, count, decided, every, law

__all__ = ["law"]

RUNNING, CLOSED = DeadlineState.RUNNING, DeadlineState.CLOSED
SENT = date(2026, 9, 1)


def consent(*outcomes: Outcome) -> Dossier:
    return advice(*outcomes, grounds=("27.1.d",), legal=ProcedureKind.CONSENT)


def with_letter(dossier: Dossier, kind: str, *, told: FactKind | None = None) -> Dossier:
    """A letter that left; `told` is the event that keeps what it said."""
    letter = Letter(id="l1", kind=kind, request_id="r1", sent_on=SENT, paper_id="p1" if told else "")
    event = Event(id="e1", on=SENT, kind=told or FactKind.OTHER, text="", request_id="r1", paper_id="p1")
    return replace(dossier, letters=(letter,), events=(event,) if told else ())


def outcomes(dossier: Dossier) -> list[tuple[FactKind, tuple[str, ...]]]:
    kinds = {FactKind.ADVICE_SENT, FactKind.CANNOT_ADVISE_SENT, FactKind.CONSENT_GIVEN, FactKind.CONSENT_CONDITIONAL}
    return [(fact.kind, fact.decisions) for fact in facts_of(dossier, dossier.requests[0]) if fact.kind in kinds]


@pytest.mark.parametrize("outcome", [Outcome.CONSENT, Outcome.CONSENT_TEMPORARY, Outcome.CONSENT_CHANGED])
def test_an_answer_in_a_draft_is_no_consent(law: Counting, outcome: Outcome) -> None:
    found = count(decided(consent(outcome), NOTICE), law, DAY)[f"{NULLITY} B1"]
    assert found.state is RUNNING
    assert ("niet als meegedeeld aan de ondernemer vastgelegd" in found.warning) is (outcome is not Outcome.CONSENT_CHANGED)


def test_consent_that_was_told_closes_the_month(law: Counting) -> None:
    told = with_letter(decided(consent(Outcome.CONSENT), NOTICE), "A10")
    assert count(told, law, DAY)[f"{NULLITY} B1"].state is CLOSED


@pytest.mark.parametrize("other", [Outcome.UNDECIDED, Outcome.LATER, Outcome.POLITICAL])
def test_a_letter_is_about_the_decisions_that_it_answers(law: Counting, other: Outcome) -> None:
    given = with_letter(consent(Outcome.CONSENT, other), "A10")
    assert outcomes(given) == [(FactKind.CONSENT_GIVEN, ("B1",))]
    found = count(decided(given, NOTICE), law, DAY)
    assert (found[f"{NULLITY} B1"].state, found[f"{NULLITY} B2"].state) == (CLOSED, RUNNING)
    advised = with_letter(advice(Outcome.NEGATIVE, other), "A9")
    assert outcomes(advised) == [(FactKind.ADVICE_SENT, ("B1",))]


@pytest.mark.parametrize(
    ("kind", "told", "before", "after"),
    [
        ("A9", FactKind.CANNOT_ADVISE_SENT, Outcome.NOT_YET, Outcome.NEGATIVE),
        ("A9", FactKind.ADVICE_SENT, Outcome.NEGATIVE, Outcome.WAIVED),
        ("A10", FactKind.CONSENT_CONDITIONAL, Outcome.CONSENT_CONDITIONAL, Outcome.CONSENT),
    ],
)
def test_a_new_answer_changes_nothing_of_what_a_letter_said(
    law: Counting, kind: str, told: FactKind, before: Outcome, after: Outcome
) -> None:
    dossier = advice if kind == "A9" else consent
    assert outcomes(with_letter(dossier(before), kind, told=told)) == [(told, ())]
    redrafted = with_letter(dossier(after), kind, told=told)
    assert outcomes(redrafted) == [(told, ())]
    found = count(decided(redrafted, NOTICE), law, DAY)
    assert found[f"{APPEAL if kind == 'A9' else NULLITY} B1"].state is RUNNING


def test_an_agreed_advice_date_waits_for_the_advice_and_not_for_its_draft(law: Counting) -> None:
    agreed = AgreedDate(id="a", subject="Advies", rule="agreed-advice", due=date(2026, 9, 20), request_id="r1")
    drafted = with_letter(advice(Outcome.NEGATIVE), "A9", told=FactKind.CANNOT_ADVISE_SENT)
    (found,) = (item for item in every(replace(drafted, agreed_dates=(agreed,)), law, DAY) if item.rule == "agreed-advice")
    assert found.state is RUNNING


def test_an_answer_that_is_recorded_is_about_what_was_answered(law: Counting) -> None:
    new = numbers(1)
    typed = Recorded(kind=FactKind.CONSENT_GIVEN, on=SENT, request_id="r1", outcomes=(("b2", Outcome.CONSENT),))
    dossier = record(consent(Outcome.UNDECIDED, Outcome.UNDECIDED), typed, lambda: f"n{next(new)}")
    assert outcomes(dossier) == [(FactKind.CONSENT_GIVEN, ("B2",))]
    found = count(decided(dossier, NOTICE), law, DAY)
    assert (found[f"{NULLITY} B1"].state, found[f"{NULLITY} B2"].state) == (RUNNING, CLOSED)


def test_the_judges_permission_is_named_beside_the_month(law: Counting) -> None:
    ruled = Event(id="e", on=SENT, kind=FactKind.PERMISSION_RULED, text="", request_id="r1")
    dossier = decided(replace(consent(Outcome.CONSENT_REFUSED), events=(ruled,)), NOTICE)
    found = count(dossier, law, DAY)[f"{NULLITY} B1"]
    assert found.state is RUNNING
    assert "artikel 27 lid 4 en 5 WOR" in found.warning
