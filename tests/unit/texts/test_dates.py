"""Dates are written as a Dutch reader writes them, on every machine."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orapp.texts.dates import MONTHS, WEEKDAYS, long_date, plain_date, relative_days, short_date

TODAY = date(2026, 11, 20)


def test_a_long_date_has_its_weekday() -> None:
    assert long_date(TODAY) == "vrijdag 20 november 2026"


def test_a_plain_date_has_none() -> None:
    assert plain_date(date(2028, 2, 29)) == "29 februari 2028"


def test_a_short_date_leaves_the_year_out_when_it_is_this_year() -> None:
    assert short_date(TODAY) == short_date(TODAY, this_year=2026) == "vr 20 nov"


def test_a_short_date_of_another_year_says_so() -> None:
    assert short_date(date(2027, 3, 1), this_year=2026) == "ma 1 mrt 2027"


@pytest.mark.parametrize(
    ("days", "written"),
    [
        (0, "vandaag"),
        (1, "morgen"),
        (2, "overmorgen"),
        (3, "over 3 dagen"),
        (14, "over 14 dagen"),
        (21, "over 3 weken"),
        (22, "over 22 dagen"),
        (-1, "gisteren"),
        (-2, "eergisteren"),
        (-5, "5 dagen geleden"),
        (-28, "4 weken geleden"),
    ],
)
def test_how_far_a_day_is(days: int, written: str) -> None:
    assert relative_days(TODAY + timedelta(days=days), TODAY) == written


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_a_long_date_can_be_read_back(day: date) -> None:
    weekday, number, month, year = long_date(day).split()
    assert date(int(year), MONTHS.index(month) + 1, int(number)) == day
    assert WEEKDAYS.index(weekday) == day.weekday()
