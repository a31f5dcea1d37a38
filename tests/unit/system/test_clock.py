"""The clock tells the day in the Netherlands and the instant in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from orapp.system.clock import SystemClock


def test_today_is_a_day_in_the_netherlands() -> None:
    before = datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    today = SystemClock().today()
    after = datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    assert before <= today <= after


def test_now_is_an_instant_in_utc() -> None:
    now = SystemClock().now()
    assert now.utcoffset() == timedelta(0)
    assert abs(now - datetime.now(UTC)) < timedelta(minutes=1)


def test_the_environment_fixes_today() -> None:
    clock = SystemClock.from_environment({"ORAPP_TODAY": "2026-11-21"})
    assert clock.today() == date(2026, 11, 21)
    assert clock.now().astimezone(ZoneInfo("Europe/Amsterdam")).date() == date(2026, 11, 21)


@pytest.mark.parametrize("written", ["", "  ", "morgen", "2026-02-30", "21-11-2026"])
def test_anything_else_counts_as_not_set(written: str) -> None:
    clock = SystemClock.from_environment({"ORAPP_TODAY": written})
    assert abs(clock.today() - datetime.now(UTC).date()) <= timedelta(days=1)
