"""Working days: holidays computed for any year, equated days only as far as the decrees are known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orapp.law.book import LawBook
from orapp.law.working_days import easter_sunday, holidays, kings_day
from tests.unit.law.data import the_book

DAYS = st.dates(min_value=date(2011, 1, 1), max_value=date(2100, 12, 31))

# Good Friday, Easter Monday, King's Day, Ascension, Whit Monday: compared with a published table.
MOVABLE = {
    2024: ("2024-03-29", "2024-04-01", "2024-04-27", "2024-05-09", "2024-05-20"),
    2025: ("2025-04-18", "2025-04-21", "2025-04-26", "2025-05-29", "2025-06-09"),
    2026: ("2026-04-03", "2026-04-06", "2026-04-27", "2026-05-14", "2026-05-25"),
    2027: ("2027-03-26", "2027-03-29", "2027-04-27", "2027-05-06", "2027-05-17"),
    2028: ("2028-04-14", "2028-04-17", "2028-04-27", "2028-05-25", "2028-06-05"),
    2029: ("2029-03-30", "2029-04-02", "2029-04-27", "2029-05-10", "2029-05-21"),
}
NAMES = ("Goede Vrijdag", "tweede paasdag", "Koningsdag", "Hemelvaartsdag", "tweede pinksterdag")


@pytest.mark.parametrize("year", sorted(MOVABLE))
def test_movable_holidays(year: int) -> None:
    found = {name: day.isoformat() for day, name in holidays(year).items()}
    assert tuple(found[name] for name in NAMES) == MOVABLE[year]


@pytest.mark.parametrize(("year", "day"), [(2011, "04-24"), (2038, "04-25"), (2076, "04-19"), (2049, "04-18"), (2100, "03-28")])
def test_easter_in_the_hard_years(year: int, day: str) -> None:
    assert easter_sunday(year).isoformat() == f"{year}-{day}"


@given(st.integers(1900, 2199))
def test_easter_is_a_sunday_in_its_season(year: int) -> None:
    easter = easter_sunday(year)
    assert easter.weekday() == 6
    assert date(year, 3, 22) <= easter <= date(year, 4, 25)


@pytest.mark.parametrize("year", [2014, 2025, 2031, 2036])
def test_kings_day_moves_to_saturday(year: int) -> None:
    assert kings_day(year) == (date(year, 4, 26), "Koningsdag")


def test_before_2014_it_was_queens_day(book: LawBook) -> None:
    assert book.calendar.name_of(date(2012, 4, 30)) == "Koninginnedag"
    assert book.calendar.is_working_day(date(2012, 4, 27))


@pytest.mark.parametrize(
    "day",
    [
        *["2023-04-28", "2023-05-19", "2024-05-10", "2024-12-27", "2025-05-30"],
        *["2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26"],
    ],
)
def test_equated_days(book: LawBook, day: str) -> None:
    assert book.calendar.name_of(date.fromisoformat(day)).startswith("gelijkgesteld: ")


@pytest.mark.parametrize("day", ["2026-05-04", "2027-04-26", "2026-12-31", "2026-02-02", "2025-05-26"])
def test_days_that_are_easily_thought_equated_are_not(book: LawBook, day: str) -> None:
    assert book.calendar.name_of(date.fromisoformat(day)) == ""


def test_names(book: LawBook) -> None:
    name_of = book.calendar.name_of
    assert name_of(date(2026, 11, 21)) == "zaterdag"
    assert name_of(date(2026, 11, 22)) == "zondag"
    assert name_of(date(2026, 5, 5)) == "Bevrijdingsdag"
    assert name_of(date(2027, 5, 5)) == "Bevrijdingsdag"
    assert name_of(date(2026, 12, 26)) == "tweede kerstdag"
    assert name_of(date(2026, 5, 15)) == "gelijkgesteld: 15 mei 2026"
    assert book.calendar.known_until == date(2028, 12, 31)


@given(day=DAYS)
def test_next_and_previous_are_the_nearest_working_days(day: date) -> None:
    book = the_book()
    calendar = book.calendar
    after, before = calendar.next_working_day(day), calendar.previous_working_day(day)
    assert before <= day <= after
    assert calendar.is_working_day(after)
    assert calendar.is_working_day(before)
    between = [before + timedelta(days=number) for number in range(1, (after - before).days)]
    assert not any(calendar.is_working_day(other) for other in between)
    assert (after == day) == calendar.is_working_day(day)
    assert (after - before).days <= 7
