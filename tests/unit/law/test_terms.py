"""The terms: the worked cases exactly, and the general laws of counting for every date from 2011 to 2100."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orapp.law.book import LawBook
from orapp.law.facts import Party
from orapp.law.terms import AtwEffect, Severity, TermNature, TermRangeError, agreed, compute, month_end
from tests.unit.law.data import the_book

DAY = timedelta(days=1)
CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "deadlines.json").read_text(encoding="utf-8"))
DAYS = st.dates(min_value=date(2011, 1, 1), max_value=date(2100, 12, 31))
RULES = (
    "wor-26-2-beroep",
    "wor-25-6-opschorting",
    "wor-27-5-nietigheid",
    "wor-23-1-overleg-2w",
    "wor-14-2-g-agenda-7d",
    "rv-426-1-cassatie-3m",
    "besluit-1985-6m",
    "customary-advice-6w",
    "agreed-advice",
    "agreed-consent",
    "agreed-answer",
    "own-date",
    "asked-answer",
    "commitment-date",
    "condition-date",
)
COUNTED = RULES[:8]
MONTHLY = ("wor-26-2-beroep", "wor-25-6-opschorting", "wor-27-5-nietigheid")


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_worked_case(book: LawBook, case: dict[str, Any]) -> None:
    result = compute(book.rules[case["rule"]], date.fromisoformat(case["start"]), book.calendar)
    assert result.plain_end.isoformat() == case["plain_end"]
    assert result.last_day.isoformat() == case["expected"]
    assert result.disputed is case["disputed"]
    assert (result.safe_day.isoformat() if result.safe_day else None) == case["safe_day"]
    if "first_free_day" in case:
        assert result.first_free_day is not None
        assert result.first_free_day.isoformat() == case["first_free_day"]
    else:
        assert result.first_free_day is None
    assert bool(result.dispute) is result.disputed


def test_the_rules_are_those_that_are_documented(book: LawBook) -> None:
    assert tuple(book.rules) == RULES


@pytest.mark.parametrize("key", COUNTED)
@settings(max_examples=60)
@given(start=DAYS, later=st.integers(0, 800))
def test_a_later_start_never_ends_earlier(key: str, start: date, later: int) -> None:
    book = the_book()
    rule = book.rules[key]
    first = compute(rule, start, book.calendar)
    second = compute(rule, start + later * DAY, book.calendar)
    assert first.plain_end <= second.plain_end
    assert first.last_day <= second.last_day
    if first.safe_day and second.safe_day:
        assert first.safe_day <= second.safe_day


@pytest.mark.parametrize("key", RULES)
@settings(max_examples=60)
@given(start=DAYS)
def test_ends_and_safe_days(key: str, start: date) -> None:
    book = the_book()
    rule = book.rules[key]
    result = compute(rule, start, book.calendar)
    if rule.atw is AtwEffect.NO:
        assert result.last_day == result.plain_end
        assert result.moved_by == ()
    else:
        assert book.calendar.is_working_day(result.last_day)
        assert result.last_day == book.calendar.next_working_day(result.plain_end)
        assert len(result.moved_by) == (result.last_day - result.plain_end).days
    assert (result.safe_day is not None) == (rule.actor is Party.COUNCIL)
    if result.safe_day is not None:
        assert result.safe_day <= result.plain_end <= result.last_day
        assert book.calendar.is_working_day(result.safe_day)
    assert bool(result.dispute) is result.disputed
    assert result.steps
    assert "{" not in " ".join((*result.steps, result.dispute, result.warning, result.shown))


@pytest.mark.parametrize("key", MONTHLY)
@given(start=DAYS)
def test_a_month_ends_on_the_same_number_or_the_last_of_a_shorter_month(key: str, start: date) -> None:
    book = the_book()
    end = compute(book.rules[key], start, book.calendar).plain_end
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == 1
    assert end.day == start.day or (end.day < start.day and (end + DAY).day == 1)
    assert 28 <= (end - start).days <= 31


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2028-01-31", 1, "2028-02-29"),
        ("2027-01-31", 1, "2027-02-28"),
        ("2028-02-29", 1, "2028-03-29"),
        ("2027-02-28", 1, "2027-03-28"),
        ("2100-01-30", 1, "2100-02-28"),
        ("2026-04-30", 1, "2026-05-30"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-31", 6, "2027-06-30"),
        ("9999-12-05", 1, "9999-12-31"),
    ],
)
def test_month_ends_and_leap_years(start: str, months: int, end: str) -> None:
    assert month_end(date.fromisoformat(start), months).isoformat() == end


@given(start=DAYS)
def test_only_the_suspension_has_a_first_free_day(start: date) -> None:
    book = the_book()
    for key, rule in book.rules.items():
        result = compute(rule, start, book.calendar)
        if key == "wor-25-6-opschorting":
            assert result.first_free_day == result.last_day + DAY
        else:
            assert result.first_free_day is None


@given(start=DAYS)
def test_suspension_and_appeal_end_alike_but_say_different_things(start: date) -> None:
    book = the_book()
    suspension = compute(book.rules["wor-25-6-opschorting"], start, book.calendar)
    appeal = compute(book.rules["wor-26-2-beroep"], start, book.calendar)
    assert (suspension.plain_end, suspension.last_day) == (appeal.plain_end, appeal.last_day)
    assert suspension.shown.startswith("Reken op bescherming tot en met")
    assert suspension.shown.endswith("is niet zeker.") == (suspension.last_day != suspension.plain_end)
    assert appeal.shown.startswith("Veilig: uiterlijk")


def test_a_sunday_suspension_shows_both_dates(book: LawBook) -> None:
    result = compute(book.rules["wor-25-6-opschorting"], date(2026, 6, 19), book.calendar)
    assert result.shown == ("Reken op bescherming tot en met zondag 19 juli 2026; tot en met maandag 20 juli 2026 is niet zeker.")
    assert "niet door een rechter beslist" in result.dispute


def test_the_computation_is_told_step_by_step(book: LawBook) -> None:
    result = compute(book.rules["wor-26-2-beroep"], date(2026, 4, 14), book.calendar)
    assert result.steps == (
        "De dag van de gebeurtenis, dinsdag 14 april 2026, telt niet mee; de termijn begint op woensdag 15 april 2026.",
        "Eén maand loopt tot en met de dag met hetzelfde nummer: donderdag 14 mei 2026.",
        (
            "Geen werkdag: donderdag 14 mei 2026 (Hemelvaartsdag), vrijdag 15 mei 2026 (gelijkgesteld), zaterdag 16 mei 2026, "
            "zondag 17 mei 2026. Algemene termijnenwet art. 1 lid 1: de termijn loopt door tot en met maandag 18 mei 2026."
        ),
        "Veilig is uiterlijk woensdag 13 mei 2026, de laatste werkdag ervoor.",
        "Wat dan gebeurd moet zijn: Verzoekschrift door advocaat, ontvangen vóór 24.00 uur.",
    )


def test_the_director_is_told_when_at_the_latest(book: LawBook) -> None:
    result = compute(book.rules["wor-23-1-overleg-2w"], date(2026, 10, 5), book.calendar)
    assert result.shown == "Bestuurder uiterlijk maandag 19 oktober 2026."


def test_beyond_the_known_decrees_a_statutory_end_is_disputed(book: LawBook) -> None:
    result = compute(book.rules["wor-26-2-beroep"], date(2029, 4, 11), book.calendar)
    assert result.plain_end == result.last_day == date(2029, 5, 11)
    assert result.disputed
    assert "2028" in result.warning
    assert result.warning in result.dispute


def test_beyond_the_known_decrees_a_term_without_atw_only_warns(book: LawBook) -> None:
    result = compute(book.rules["customary-advice-6w"], date(2029, 4, 11), book.calendar)
    assert result.warning
    assert not result.disputed


def test_before_the_known_decrees_there_is_a_warning(book: LawBook) -> None:
    result = compute(book.rules["wor-26-2-beroep"], date(2021, 5, 3), book.calendar)
    assert "2023" in result.warning
    assert compute(book.rules["wor-26-2-beroep"], date(2026, 5, 4), book.calendar).warning == ""


@given(on=DAYS)
def test_an_agreed_date_is_never_moved(on: date) -> None:
    book = the_book()
    rule = book.rules["agreed-advice"]
    result = agreed(rule, on, book.calendar)
    assert result.last_day == result.plain_end == result.start == on
    assert result.safe_day == book.calendar.previous_working_day(on)
    assert not result.disputed
    assert result == compute(rule, on, book.calendar)
    assert agreed("agreed-advice", on, book.calendar) == result


def test_the_directors_agreed_date_has_no_safe_day(book: LawBook) -> None:
    assert agreed(book.rules["agreed-answer"], date(2026, 11, 21), book.calendar).safe_day is None


def test_severity_follows_the_consequence_not_the_source(book: LawBook) -> None:
    fatal = {key for key, rule in book.rules.items() if rule.severity is Severity.FATAL}
    assert fatal == {"wor-26-2-beroep", "wor-27-5-nietigheid", "rv-426-1-cassatie-3m"}
    advice = book.rules["agreed-advice"]
    assert (advice.nature, advice.severity) == (TermNature.AGREED, Severity.GRAVE)


def test_appeal_names_lawyer_and_hour(book: LawBook) -> None:
    appeal = book.rules["wor-26-2-beroep"]
    assert appeal.act == "Verzoekschrift door advocaat, ontvangen vóór 24.00 uur"
    assert "verliest het recht van beroep" in appeal.missed
    assert "niet met een afspraak verlengen" in appeal.missed


@pytest.mark.parametrize("start", [date.min, date.max, date(1899, 12, 31), date(2200, 1, 1)])
def test_a_start_out_of_all_reason_is_refused(book: LawBook, start: date) -> None:
    for rule in book.rules.values():
        with pytest.raises(TermRangeError):
            compute(rule, start, book.calendar)
    with pytest.raises(TermRangeError):
        agreed("own-date", start, book.calendar)
