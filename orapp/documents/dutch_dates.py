"""Dates as a Dutch letter writes them."""

from __future__ import annotations

from datetime import date

_MONTHS = (
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


def long_date(day: date) -> str:
    """Give "20 november 2025"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
