"""The smaller tables of the law: no advice, completeness, the plan of the month, the composition, the months' start."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orapp.law import rule_keys
from orapp.law.book import LawBook
from orapp.law.facts import Fact, FactKind, ProcedureKind
from orapp.law.knowledge import Notice, start_of_month
from orapp.law.no_advice import NoAdvice, no_advice_of
from orapp.law.plan import plan
from orapp.law.terms import compute
from tests.unit.law.data import the_book

DAYS = st.dates(min_value=date(2011, 1, 1), max_value=date(2100, 12, 31))
TODAY = date(2026, 11, 21)


def fact(kind: FactKind, day: int) -> Fact:
    return Fact(kind=kind, on=date(2026, 10, day))


def test_no_advice_has_five_meanings(book: LawBook) -> None:
    rows = {row.kind: row for row in book.no_advice}
    assert set(rows) == set(NoAdvice)
    assert rows[NoAdvice.WAIVED].appeal == "Geen beroep."
    assert "advocaat" in rows[NoAdvice.PASSED_IN_SILENCE].appeal
    for kind in (NoAdvice.NOT_ASKED, NoAdvice.NOT_AWAITED, NoAdvice.NOT_YET_ABLE):
        assert rows[kind].appeal.startswith("Beroep staat open")
        assert rows[kind].suspension.startswith("Naar de woorden van de wet")


@pytest.mark.parametrize(
    ("facts", "agreed", "meaning"),
    [
        ([], None, None),
        ([fact(FactKind.RECEIVED, 1)], None, None),
        ([fact(FactKind.RECEIVED, 1)], date(2026, 11, 1), NoAdvice.PASSED_IN_SILENCE),
        ([fact(FactKind.FOUND_OUT, 5)], None, NoAdvice.NOT_ASKED),
        ([fact(FactKind.FOUND_OUT, 5), fact(FactKind.RECEIVED, 8)], None, NoAdvice.NOT_ASKED),
        ([fact(FactKind.RECEIVED, 1), fact(FactKind.DECISION_NOTIFIED, 5)], None, NoAdvice.NOT_AWAITED),
        ([fact(FactKind.RECEIVED, 1), fact(FactKind.DECISION_NOTIFIED, 5)], date(2026, 10, 20), NoAdvice.NOT_AWAITED),
        ([fact(FactKind.RECEIVED, 1), fact(FactKind.DECISION_NOTIFIED, 25)], date(2026, 10, 20), NoAdvice.PASSED_IN_SILENCE),
        (
            [fact(FactKind.RECEIVED, 1), fact(FactKind.DECISION_NOTIFIED, 25), fact(FactKind.ADVICE_SENT, 28)],
            date(2026, 10, 20),
            NoAdvice.PASSED_IN_SILENCE,
        ),
        (
            [fact(FactKind.RECEIVED, 1), fact(FactKind.DECISION_NOTIFIED, 5), fact(FactKind.ADVICE_WAIVED, 9)],
            None,
            NoAdvice.NOT_AWAITED,
        ),
        ([fact(FactKind.RECEIVED, 1), fact(FactKind.CANNOT_ADVISE_SENT, 5)], date(2026, 10, 4), NoAdvice.NOT_YET_ABLE),
        ([fact(FactKind.RECEIVED, 1), fact(FactKind.ADVICE_WAIVED, 5)], None, NoAdvice.WAIVED),
        ([fact(FactKind.CANNOT_ADVISE_SENT, 2), fact(FactKind.ADVICE_SENT, 5)], None, None),
        ([fact(FactKind.ADVICE_WAIVED, 5), fact(FactKind.CANNOT_ADVISE_SENT, 5)], None, NoAdvice.NOT_YET_ABLE),
        (
            [fact(FactKind.RECEIVED, 1), fact(FactKind.DECISION_NOTIFIED, 5), fact(FactKind.ADVICE_SENT, 9)],
            None,
            NoAdvice.NOT_AWAITED,
        ),
    ],
)
def test_which_meaning_the_facts_show(facts: list[Fact], agreed: date | None, meaning: NoAdvice | None) -> None:
    assert no_advice_of(facts, TODAY, agreed) is meaning
    assert no_advice_of(list(reversed(facts)), TODAY, agreed) is meaning


def test_completeness_asks_what_the_act_names(book: LawBook) -> None:
    advice = [item.key for item in book.completeness[ProcedureKind.ADVICE]]
    consent = [item.key for item in book.completeness[ProcedureKind.CONSENT]]
    assert advice == ["reasons", "consequences", "measures"]
    assert consent == ["reasons", "consequences"]
    for items in book.completeness.values():
        assert all(item.ask.endswith("?") or item.ask.endswith("plaats.") for item in items)


@pytest.mark.parametrize(
    ("persons", "members"),
    [
        *[(0, 3), (49, 3), (50, 5), (99, 5), (100, 7), (199, 7), (200, 9), (260, 9), (399, 9), (400, 11), (599, 11), (600, 13)],
        *[(999, 13), (1000, 15), (1999, 15), (2000, 17), (3000, 19), (4000, 21), (5000, 23), (5999, 23), (6000, 25), (90000, 25)],
    ],
)
def test_members_by_headcount(book: LawBook, persons: int, members: int) -> None:
    assert book.composition.members(persons) == members


def test_every_rule_that_the_program_names_stands_in_the_tables(book: LawBook) -> None:
    named = {value for name, value in vars(rule_keys).items() if name.isupper()}
    assert "wor-26-2-beroep" in named
    assert named <= set(book.rules)


def test_there_are_no_fewer_than_no_persons(book: LawBook) -> None:
    with pytest.raises(ValueError, match="negatief"):
        book.composition.members(-1)


def test_the_plan_of_an_ordinary_month(book: LawBook) -> None:
    start = date(2026, 9, 15)
    safe = compute(book.rules["wor-26-2-beroep"], start, book.calendar).safe_day
    assert safe is not None
    acts = plan(start, safe, book.month_plan)
    assert [(act.step.key, (act.on - start).days) for act in acts] == [
        ("notice", 0),
        ("costs", 1),
        ("executive", 3),
        ("lawyer", 7),
        ("resolution", 10),
        ("settlement", 20),
        ("petition", 30),
    ]
    assert not any(act.brought_forward for act in acts)


@given(start=DAYS, room=st.integers(-40, 60))
def test_no_act_of_the_plan_lies_past_the_safe_day(start: date, room: int) -> None:
    book = the_book()
    safe = start + timedelta(days=room)
    acts = plan(start, safe, book.month_plan)
    assert len(acts) == len(book.month_plan)
    assert all(start <= act.on <= max(start, safe) for act in acts)
    assert [act.on for act in acts] == sorted(act.on for act in acts)
    assert next(act.on for act in acts if act.step.key == "petition") == max(start, safe)


def test_costs_come_before_the_lawyer(book: LawBook) -> None:
    days = {step.key: step.day for step in book.month_plan}
    assert days["costs"] < days["lawyer"]


def test_the_earliest_knowledge_of_any_member_starts_the_month() -> None:
    spoken = Notice(on=date(2026, 9, 18), known_by_member=date(2026, 9, 15), written=False, reasoned=False, source="p1")
    written = Notice(on=date(2026, 9, 25), written=True, reasoned=True, source="p2")
    start = start_of_month([written, spoken])
    assert start.safe == date(2026, 9, 15)
    assert start.source == "p1"
    assert [(later.on, later.source) for later in start.arguable] == [(date(2026, 9, 25), "p2")]
    assert "verdedigbaar" in start.arguable[0].text
    assert "vraag een advocaat" in start.arguable[0].text


def test_without_a_notice_no_month_runs() -> None:
    assert start_of_month([]).safe is None
    assert start_of_month([]).why


NOTICES = st.lists(
    st.builds(
        Notice,
        on=DAYS,
        known_by_member=st.none() | DAYS,
        written=st.none() | st.booleans(),
        reasoned=st.none() | st.booleans(),
        source=st.sampled_from(["p1", "p2"]),
    ),
    max_size=6,
)


@given(NOTICES, st.builds(Notice, on=DAYS, known_by_member=st.none() | DAYS))
def test_a_further_notice_never_moves_the_safe_start_back(notices: list[Notice], further: Notice) -> None:
    before, after = start_of_month(notices), start_of_month([*notices, further])
    assert after.safe is not None
    if before.safe is not None:
        assert after.safe <= before.safe
    assert all(later.on > after.safe for later in after.arguable)
    assert start_of_month(list(reversed(notices))).safe == before.safe
