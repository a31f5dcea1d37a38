"""Dates as people type them: what is read, what is refused and why, and that nothing typed breaks it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orapp.texts.dates import long_date, plain_date, short_date
from orapp.texts.typed_dates import TypedDate, add_months, day_and_week, read_date, written_date

SATURDAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("21-11-2026", date(2026, 11, 21)),
        ("21/11", date(2026, 11, 21)),
        ("21.11.26", date(2026, 11, 21)),
        ("21 11 2026", date(2026, 11, 21)),
        ("2026-11-21", date(2026, 11, 21)),
        ("21112026", date(2026, 11, 21)),
        ("211126", date(2026, 11, 21)),
        ("1 nov", date(2026, 11, 1)),
        ("21 november 2026", date(2026, 11, 21)),
        (" 21  Nov. 26 ", date(2026, 11, 21)),
        ("21nov", date(2026, 11, 21)),
        ("3 sept", date(2026, 9, 3)),
        ("3 mrt", date(2027, 3, 3)),
        ("3 maart", date(2027, 3, 3)),
        ("1 juni", date(2026, 6, 1)),
        ("15 jan 99", date(1999, 1, 15)),
        ("+14", date(2026, 12, 5)),
        ("-3", date(2026, 11, 18)),
        ("+2w", date(2026, 12, 5)),
        ("+1 maand", date(2026, 12, 21)),
        ("vandaag", SATURDAY),
        ("Morgen", date(2026, 11, 22)),
        ("eergisteren", date(2026, 11, 19)),
        ("vr", date(2026, 11, 27)),
        ("vrijdag", date(2026, 11, 27)),
        ("za", date(2026, 11, 28)),
        ("zo", date(2026, 11, 22)),
        ("wk 47", date(2026, 11, 16)),
        ("week 2", date(2027, 1, 11)),
        ("wk 53 2026", date(2026, 12, 28)),
        ("vr wk 48", date(2026, 11, 27)),
        ("vr 27 nov 2026", date(2026, 11, 27)),
        ("vrijdag 27 november", date(2026, 11, 27)),
        ("29 feb", date(2028, 2, 29)),
        ("29-2-2028", date(2028, 2, 29)),
        ("1-1", date(2027, 1, 1)),
        ("31-12", date(2026, 12, 31)),
    ],
)
def test_what_people_type_is_read(typed: str, day: date) -> None:
    assert read_date(typed, SATURDAY) == TypedDate(day=day)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("31 feb", "Februari 2026 heeft 28 dagen."),
        ("31-11-2026", "November 2026 heeft 30 dagen."),
        ("11/21/2026", "Er is geen maand 21"),
        ("29-2-2027", "Februari 2027 heeft 28 dagen."),
        ("vr 28 nov 2026", "28 november 2026 is een zaterdag, geen vrijdag."),
        ("wk 54", "heeft geen week 54."),
        ("wk 53 2027", "2027 heeft geen week 53."),
        ("21-11-1926", "Het jaar 1926 kan hier niet."),
        ("9-9-9999", "Het jaar 9999 kan hier niet."),
        ("3 m", "Dit is geen datum."),
        ("3 j", "Dit is geen datum."),
        ("3 ju", "Dit is geen datum."),
        ("12", "Dit is geen datum."),
        ("later", "Dit is geen datum."),
        ("v", "Dit is geen datum."),
        ("0-1-2026", "Dit is geen datum."),
        ("x" * 500, "Dit is geen datum."),
    ],
)
def test_what_is_no_day_is_refused_and_says_why(typed: str, why: str) -> None:
    read = read_date(typed, SATURDAY)
    assert read.day is None
    assert why in read.refusal


def test_nothing_typed_is_no_date_and_no_refusal() -> None:
    assert read_date("  ", SATURDAY) == read_date("", SATURDAY)
    assert read_date("", SATURDAY).refusal == ""


@given(st.dates(date(1950, 1, 1), date(2199, 12, 31)), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_every_way_in_which_the_program_writes_a_day_is_read_back(day: date, today: date) -> None:
    for written in (written_date(day), day.isoformat(), plain_date(day), long_date(day), f"{short_date(day)} {day.year}"):
        assert read_date(written, today) == TypedDate(day=day)


@given(st.text(max_size=80), st.dates(date(1950, 1, 1), date(2199, 12, 31)))
def test_whatever_is_typed_gives_a_day_or_a_refusal_or_is_empty(text: str, today: date) -> None:
    read = read_date(text, today)
    assert (read.day is None) or not read.refusal
    assert read.day is not None or read.refusal or not text.split()


def test_the_words_beside_a_field() -> None:
    assert day_and_week(date(2026, 11, 27)) == "vr 27 nov 2026 · wk 48"
    assert day_and_week(date(2027, 1, 1)) == "vr 1 jan 2027 · wk 53"
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_months(date(2026, 1, 31), -2) == date(2025, 11, 30)
