"""What happens to one proposed decision leaves the others where they were: withdrawn or answered in part."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count as numbers

import pytest

from orapp.domain.deadlines import Counting
from orapp.domain.derivation import derive_whole
from orapp.domain.derived import DeadlineState
from orapp.domain.dossier import Dossier
from orapp.domain.needs import NEEDS, Asked, Recorded
from orapp.domain.papers import AgreedDate
from orapp.domain.recording import record
from orapp.domain.requests import Outcome
from orapp.law.book import LawBook
from orapp.law.facts import FactKind
from tests.unit.domain.test_derivation import book
from tests.unit.domain.test_months import advice, every, law

__all__ = ["book", "law"]

TODAY = date(2026, 9, 5)
TWO = advice(Outcome.UNDECIDED, Outcome.UNDECIDED)


def happened(dossier: Dossier, *facts: Recorded) -> Dossier:
    new = numbers(1)
    for fact in facts:
        dossier = record(dossier, fact, lambda: f"n{next(new)}")
    return dossier


def withdrawn(*about: str) -> Recorded:
    return Recorded(kind=FactKind.WITHDRAWN, on=date(2026, 9, 1), request_id="r1", decision_ids=about, text="mail")


CONFIRMED = Recorded(kind=FactKind.WITHDRAWAL_CONFIRMED, on=date(2026, 9, 2), request_id="r1", decision_ids=("b2",))
ADVISED = Recorded(kind=FactKind.ADVICE_SENT, on=date(2026, 9, 3), request_id="r1", outcomes=(("b1", Outcome.NEGATIVE),))


@pytest.mark.parametrize("kind", [FactKind.WITHDRAWN, FactKind.WITHDRAWAL_CONFIRMED])
def test_a_withdrawal_asks_which_decisions_it_is_about(kind: FactKind) -> None:
    assert Asked.SUBJECTS in NEEDS[kind]


def test_a_withdrawal_of_one_leaves_the_request_and_the_other_standing(law: Counting, book: LawBook) -> None:
    dossier = happened(TWO, withdrawn("b2"))
    assert dossier.requests[0].withdrawn_on is None
    derived, (course,) = derive_whole(dossier, book, TODAY)
    assert course.state.next_step is not None
    assert course.state.next_step.step.key == "acknowledged"
    assert [item.text[:3] for item in derived.summary.attention if item.code == "withdrawn_unconfirmed"] == ["B2:"]
    assert all(item.state is DeadlineState.RUNNING for item in every(dossier, law, TODAY))


@pytest.mark.parametrize("about", [(), ("b1", "b2")])
def test_a_withdrawal_of_all_is_a_withdrawal_of_the_request(about: tuple[str, ...]) -> None:
    assert happened(TWO, withdrawn(*about)).requests[0].withdrawn_on == date(2026, 9, 1)


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ((withdrawn("b2"), CONFIRMED), DeadlineState.RUNNING),
        ((withdrawn("b2"), ADVISED), DeadlineState.RUNNING),
        ((withdrawn("b2"), CONFIRMED, ADVISED), DeadlineState.CLOSED),
    ],
)
def test_an_agreed_date_waits_for_what_was_not_withdrawn(
    law: Counting, facts: tuple[Recorded, ...], state: DeadlineState
) -> None:
    agreed = AgreedDate(id="a", subject="Advies", rule="agreed-advice", due=date(2026, 9, 20), request_id="r1")
    dossier = replace(happened(TWO, *facts), agreed_dates=(agreed,))
    assert [item.state for item in every(dossier, law, TODAY) if item.rule == agreed.rule] == [state]


def test_what_was_not_answered_still_asks_for_its_answer(book: LawBook) -> None:
    _, (course,) = derive_whole(happened(TWO, ADVISED), book, TODAY)
    step = course.state.next_step
    assert step is not None
    assert (step.step.key, step.decisions) == ("acknowledged", ("B2",))


def test_an_improved_decision_asks_anew_whether_to_appeal(book: LawBook) -> None:
    def told(kind: FactKind, day: int) -> Recorded:
        return Recorded(kind=kind, on=date(2026, 9, day), request_id="r1", written=True, reasoned=True)

    def step(*facts: Recorded) -> str:
        _, (course,) = derive_whole(happened(TWO, told(FactKind.DECISION_NOTIFIED, 3), *facts), book, date(2026, 9, 16))
        assert course.state.next_step is not None
        return course.state.next_step.step.key

    improved = told(FactKind.DECISION_NOTIFIED, 14)
    assert step(told(FactKind.APPEAL_RENOUNCED, 8)) != "appeal"
    assert step(told(FactKind.APPEAL_RENOUNCED, 8), improved) == "appeal"
    assert step(told(FactKind.APPEAL_RESOLVED, 8), improved) == "filed"
