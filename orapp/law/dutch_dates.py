"""Writes a date in Dutch words, the same way wherever the law speaks."""

from __future__ import annotations

import datetime as dt

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def in_words(day: dt.date) -> str:
    """A date such as 15 mei 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def with_weekday(day: dt.date) -> str:
    """A date such as vrijdag 15 mei 2026."""
    return f"{WEEKDAYS[day.weekday()]} {in_words(day)}"


def sentence_start(text: str) -> str:
    """The text with a capital at its start, the rest untouched; an accented é loses its accent there ("Eén")."""
    first = "E" if text.startswith("é") else text[:1].upper()
    return first + text[1:]
