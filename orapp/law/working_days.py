"""Tells working days from Saturdays, Sundays, holidays and equated days, as the Algemene termijnenwet (Atw) does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from orapp.law.dutch_dates import WEEKDAYS, in_words
from orapp.law.reading import ITEM, LawDataError, open_file

DAY = dt.timedelta(days=1)
SATURDAY = 5
SUNDAY = 6
FIRST_KINGS_DAY = 2014  # until 2013 the same provision meant Koninginnedag


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The days of Atw art. 3: holidays are computed, days equated by royal decree are data.

    `known_from` and `known_until` bound the years of which the decrees are in the data; outside them a weekday may be
    equated without this calendar knowing it.
    """

    equated: Mapping[dt.date, str]
    known_from: dt.date
    known_until: dt.date
    source: str = ""

    def name_of(self, day: dt.date) -> str:
        """Why a day is no working day, in Dutch ("Hemelvaartsdag", "zaterdag"); empty on a working day."""
        holiday = holidays(day.year).get(day)
        if holiday is not None:
            return holiday
        if day.weekday() >= SATURDAY:
            return WEEKDAYS[day.weekday()]
        if day in self.equated:
            return f"gelijkgesteld: {in_words(day)}"
        return ""

    def is_working_day(self, day: dt.date) -> bool:
        """Whether a term may end on this day under Atw art. 1 lid 1."""
        return not self.name_of(day)

    def next_working_day(self, day: dt.date) -> dt.date:
        """The day itself when it is a working day, otherwise the first one after it."""
        while not self.is_working_day(day):
            day += DAY
        return day

    def previous_working_day(self, day: dt.date) -> dt.date:
        """The day itself when it is a working day, otherwise the last one before it."""
        while not self.is_working_day(day):
            day -= DAY
        return day

    def knows(self, day: dt.date) -> bool:
        """Whether the equated days around this day are in the data."""
        return self.known_from <= day <= self.known_until


def easter_sunday(year: int) -> dt.date:
    """First Easter day in the Gregorian calendar, after the method of Gauss as corrected for all years by Lichtenberg."""
    century = year // 100
    secular_moon = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    secular_sun = 2 - (3 * century + 3) // 4
    moon_seed = (19 * (year % 19) + secular_moon) % 30
    correction = (moon_seed + (year % 19) // 11) // 29
    full_moon = 21 + moon_seed - correction
    first_sunday = 7 - (year + year // 4 + secular_sun) % 7
    distance = 7 - (full_moon - first_sunday) % 7
    return dt.date(year, 3, 1) + dt.timedelta(days=full_moon + distance - 1)


def kings_day(year: int) -> tuple[dt.date, str]:
    """The day on which the birthday of the monarch is celebrated, and its name: a day earlier when it is a Sunday."""
    day, name = (dt.date(year, 4, 27), "Koningsdag") if year >= FIRST_KINGS_DAY else (dt.date(year, 4, 30), "Koninginnedag")
    return (day - DAY if day.weekday() == SUNDAY else day, name)


@lru_cache(maxsize=256)
def holidays(year: int) -> Mapping[dt.date, str]:
    """The holidays of Atw art. 3 lid 1 and Good Friday (lid 2) in a year, by date, with their Dutch names."""
    easter = easter_sunday(year)
    king, king_name = kings_day(year)
    found = {
        king: king_name,
        dt.date(year, 1, 1): "Nieuwjaarsdag",
        easter - 2 * DAY: "Goede Vrijdag",
        easter: "eerste paasdag",
        easter + DAY: "tweede paasdag",
        dt.date(year, 5, 5): "Bevrijdingsdag",
        easter + 39 * DAY: "Hemelvaartsdag",
        easter + 49 * DAY: "eerste pinksterdag",
        easter + 50 * DAY: "tweede pinksterdag",
        dt.date(year, 12, 25): "eerste kerstdag",
        dt.date(year, 12, 26): "tweede kerstdag",
    }
    return MappingProxyType(found)


def read_calendar(files: Mapping[str, Mapping[str, object]]) -> Calendar:
    """The calendar from `calendar.toml`; raises `LawDataError` on a day outside its own bounds or in the weekend."""
    whole, sources = open_file(files, "calendar")
    whole.only(("sources", "known_from", "known_until", "decree"))
    first, last = whole.day("known_from"), whole.day("known_until")
    equated: dict[dt.date, str] = {}
    titles: list[str] = []
    for decree in whole.tables("decree"):
        decree.only(("title", "article", "days", "note", *ITEM))
        origin = decree.provenance(sources)
        titles.append(f"{decree.text('title')} ({origin.source})")
        days = decree.values.get("days")
        if not isinstance(days, (list, tuple)):
            raise decree.fail("days moet een lijst van datums zijn")
        for day in days:
            if not isinstance(day, dt.date) or not first <= day <= last or day.weekday() >= SATURDAY:
                raise LawDataError(file="calendar", place=decree.place, problem=f"{day} kan geen gelijkgestelde dag zijn")
            equated[day] = decree.text("title")
    return Calendar(equated=MappingProxyType(equated), known_from=first, known_until=last, source="; ".join(titles))
