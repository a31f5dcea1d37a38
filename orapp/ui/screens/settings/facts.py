"""How sizes and instants are read by a person."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from orapp.texts.dates import plain_date

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
KIBIBYTE = 1024
MEBIBYTE = 1024 * 1024
GIBIBYTE = 1024 * MEBIBYTE


def size_words(count: int) -> str:
    """A size in bytes with a decimal comma."""
    if count < MEBIBYTE:
        return f"{max(1, round(count / KIBIBYTE))} kB"
    if count < GIBIBYTE:
        return f"{count / MEBIBYTE:.1f} MB".replace(".", ",")
    return f"{count / GIBIBYTE:.1f} GB".replace(".", ",")


def instant_words(at: datetime) -> str:
    """An instant as day and time in the Netherlands."""
    here = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(AMSTERDAM)
    return f"{plain_date(here.date())}, {here:%H.%M} uur"
