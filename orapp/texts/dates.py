"""Dates in Dutch, for screens, lists and the command line; independent of the locale of the machine."""

from __future__ import annotations

from datetime import date

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
SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
TWO_WEEKS = 14
HALF_YEAR = 183


def long_date(day: date) -> str:
    """The whole date: "vrijdag 20 november 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {plain_date(day)}"


def plain_date(day: date) -> str:
    """The date without its weekday: "20 november 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date, *, this_year: int | None = None) -> str:
    """The date for a narrow place: "vr 20 nov", with the year when it is another than `this_year`."""
    written = f"{WEEKDAYS[day.weekday()][:2]} {day.day} {SHORT_MONTHS[day.month - 1]}"
    return written if this_year is None or day.year == this_year else f"{written} {day.year}"


def near_date(day: date, today: date) -> str:
    """The date for a narrow place, with its year only where it could be mistaken: half a year away and further."""
    return short_date(day, this_year=day.year if abs((day - today).days) < HALF_YEAR else today.year)


def with_short_months(text: str) -> str:
    """The dates in a text with their months short, for a narrow place."""
    for whole, short in zip(MONTHS, SHORT_MONTHS, strict=True):
        text = text.replace(f" {whole} ", f" {short} ")
    return text


def relative_days(day: date, today: date) -> str:
    """How far a day is from today, in calendar days: "vandaag", "morgen", "over 5 dagen", "3 weken geleden"."""
    days = (day - today).days
    match days:
        case 0:
            return "vandaag"
        case 1:
            return "morgen"
        case 2:
            return "overmorgen"
        case -1:
            return "gisteren"
        case -2:
            return "eergisteren"
        case _:
            pass
    amount = f"{abs(days)} dagen"
    if abs(days) > TWO_WEEKS and days % 7 == 0:
        amount = f"{abs(days) // 7} weken"
    return f"over {amount}" if days > 0 else f"{amount} geleden"
