"""Reads dates as people type them in the Netherlands: "21-11-2026", "21/11", "21 nov", "+14", "vrijdag", "wk 47"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from orapp.texts.dates import MONTHS, SHORT_MONTHS, WEEKDAYS, plain_date, short_date

FIRST_YEAR, LAST_YEAR = 1950, 2199
LONGEST = 60
# Half a year: a day without a year is the nearest one, looking ahead a little more than back.
FAR_BACK = 182

_RELATIVE_DAYS = {"vandaag": 0, "morgen": 1, "overmorgen": 2, "gisteren": -1, "eergisteren": -2, "nu": 0}
_OTHER_MONTHS = {"mar": 3, "mrt": 3, "sept": 9, "maa": 3, "okt": 10, "oct": 10, "may": 5}
_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_BARE = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
_NAMED = re.compile(r"(\d{1,2})[-/. ]?([a-z]+)\.?(?:[-/. ]?(\d{4}|\d{2}))?")
_OFFSET = re.compile(r"([+-]) ?(\d{1,4}) ?(d|dag|dagen|w|wk|week|weken|m|mnd|maand|maanden)?")
_WEEK = re.compile(r"(?:([a-z]+) )?(?:wk|week|w) ?(\d{1,2})(?:[-/. ]+(\d{4}|\d{2}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedDate:
    """What was read: a day, or the refusal that says why it is none; both empty where nothing was typed."""

    day: date | None = None
    refusal: str = ""


class _Impossible(Exception):
    """What was typed has the form of a date and is none; the message says why, in Dutch."""


def read_date(text: str, today: date) -> TypedDate:
    """The day that was typed, seen from today, or a refusal.

    A day without a year is the nearest one: less than half a year back, otherwise ahead. Two digits are a year of this
    century, from 70 on of the last. The name of a weekday is the next one after today; a week is its Monday (ISO 8601).
    """
    typed = " ".join(text.lower().split())
    if not typed:
        return TypedDate()
    if len(typed) > LONGEST:
        return TypedDate(refusal=_UNREAD)
    try:
        day = _read(typed, today)
    except _Impossible as impossible:
        return TypedDate(refusal=str(impossible))
    except (OverflowError, ValueError):
        return TypedDate(refusal=_UNREAD)
    if day is None:
        return TypedDate(refusal=_UNREAD)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return TypedDate(refusal=f"Het jaar {day.year} kan hier niet. Kies een jaar van {FIRST_YEAR} tot en met {LAST_YEAR}.")
    return TypedDate(day=day)


def written_date(day: date) -> str:
    """A day as it stands in a field while it is typed: "27-11-2026"."""
    return f"{day.day:02}-{day.month:02}-{day.year:04}"


def day_and_week(day: date) -> str:
    """A day with its weekday and week: "vr 27 nov 2026 · wk 48" (weeks as in ISO 8601)."""
    return f"{short_date(day)} {day.year} · wk {day.isocalendar().week}"


def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day. Raises ValueError outside the calendar."""
    place = day.year * 12 + day.month - 1 + months
    year, month = divmod(place, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


_UNREAD = "Dit is geen datum. Typ bijvoorbeeld 21-11-2026, 21 nov, +14 of vrijdag."


def _read(typed: str, today: date) -> date | None:
    if typed in _RELATIVE_DAYS:
        return today + timedelta(days=_RELATIVE_DAYS[typed])
    if (found := _OFFSET.fullmatch(typed)) is not None:
        return _offset(found, today)
    if (found := _YEAR_FIRST.fullmatch(typed)) is not None:
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if (found := _BARE.fullmatch(typed)) is not None:
        return _day(_year(found[3]), int(found[2]), int(found[1]))
    weekday, rest = _weekday_before(typed)
    if weekday is not None and not rest:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    if (found := _WEEK.fullmatch(typed)) is not None:
        return _week(found, today)
    day = _calendar_day(rest, today)
    if day is not None and weekday is not None and day.weekday() != weekday:
        raise _Impossible(f"{plain_date(day)} is een {WEEKDAYS[day.weekday()]}, geen {WEEKDAYS[weekday]}.")
    return day


def _calendar_day(typed: str, today: date) -> date | None:
    if (found := _NUMBERS.fullmatch(typed)) is not None:
        return _dated(int(found[1]), int(found[2]), found[3], today)
    if (found := _NAMED.fullmatch(typed)) is not None:
        month = _month(found[2])
        return None if month is None else _dated(int(found[1]), month, found[3], today)
    return None


def _weekday_before(typed: str) -> tuple[int | None, str]:
    """The weekday with which the text begins, and what follows it."""
    first, _, rest = typed.partition(" ")
    weekday = _weekday(first.rstrip(".,"))
    return (weekday, rest) if weekday is not None else (None, typed)


def _weekday(word: str) -> int | None:
    """The weekday that begins with these letters, at least two of them; which names one weekday only."""
    if len(word) < 2:
        return None
    return next((number for number, name in enumerate(WEEKDAYS) if name.startswith(word)), None)


def _month(word: str) -> int | None:
    if word in SHORT_MONTHS:
        return SHORT_MONTHS.index(word) + 1
    if word in _OTHER_MONTHS:
        return _OTHER_MONTHS[word]
    found = [number for number, name in enumerate(MONTHS, 1) if name.startswith(word) and len(word) > 2]
    return found[0] if len(found) == 1 else None


def _offset(found: re.Match[str], today: date) -> date:
    amount = int(found[2]) * (-1 if found[1] == "-" else 1)
    unit = found[3] or "d"
    if unit.startswith("m"):
        return add_months(today, amount)
    return today + timedelta(days=amount * (7 if unit.startswith("w") else 1))


def _week(found: re.Match[str], today: date) -> date | None:
    weekday = 0 if found[1] is None else _weekday(found[1])
    if weekday is None:
        return None
    number = int(found[2])
    year = _year(found[3]) if found[3] else today.isocalendar().year
    try:
        day = date.fromisocalendar(year, number, weekday + 1)
        if not found[3] and (today - day).days > FAR_BACK:
            day = date.fromisocalendar(year + 1, number, weekday + 1)
    except ValueError as error:
        raise _Impossible(f"{year} heeft geen week {number}.") from error
    return day


def _year(digits: str) -> int:
    if len(digits) == len("2026"):
        return int(digits)
    return int(digits) + (1900 if int(digits) >= 70 else 2000)


def _dated(day: int, month: int, year: str | None, today: date) -> date:
    if year is not None:
        return _day(_year(year), month, day)
    # 29 February has no nearest year but the next one that has it.
    candidates = [candidate for shift in range(-1, 9) if (candidate := _or_none(today.year + shift, month, day)) is not None]
    near = [candidate for candidate in candidates if (today - candidate).days <= FAR_BACK]
    return near[0] if near else _day(today.year, month, day)


def _or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> date:
    if not 1 <= month <= len(MONTHS):
        raise _Impossible(f"Er is geen maand {month}. De dag staat voor de maand: 21-11-2026.")
    if year == 0 or day == 0:
        raise _Impossible(_UNREAD)
    last = monthrange(year, month)[1]
    if day > last:
        raise _Impossible(f"{MONTHS[month - 1].capitalize()} {year} heeft {last} dagen.")
    return date(year, month, day)
