"""The law as the program knows it: one object made from the data files, with the day on which it was known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from orapp.law.articles import Catalogue, read_catalogue
from orapp.law.attention import read_warnings
from orapp.law.completeness import CompletenessItem, read_completeness
from orapp.law.composition import Composition, read_composition
from orapp.law.dutch_dates import in_words
from orapp.law.facts import ProcedureKind
from orapp.law.no_advice import NoAdviceRow, read_no_advice
from orapp.law.plan import PlanStep, read_plan
from orapp.law.procedure_data import read_procedures
from orapp.law.procedures import Procedure
from orapp.law.reading import LawDataError, open_file
from orapp.law.terms import TermRule, month_end, read_rules
from orapp.law.working_days import Calendar, read_calendar

__all__ = ["LawBook", "LawDataError", "load"]

FRESH_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class LawBook:
    """Everything that the program knows of the law. `known_on` and `link` are shown wherever law is shown."""

    known_on: dt.date
    link: str
    reservation: str
    articles: Catalogue = field(repr=False)
    calendar: Calendar = field(repr=False)
    rules: Mapping[str, TermRule] = field(repr=False)
    procedures: Mapping[ProcedureKind, Procedure] = field(repr=False)
    no_advice: tuple[NoAdviceRow, ...] = field(repr=False)
    completeness: Mapping[ProcedureKind, tuple[CompletenessItem, ...]] = field(repr=False)
    month_plan: tuple[PlanStep, ...] = field(repr=False)
    composition: Composition = field(repr=False)

    def stale_on(self, today: dt.date) -> bool:
        """Whether the law is older than twelve months, so that a banner must say it."""
        return today > month_end(self.known_on, FRESH_MONTHS)

    def known_text(self) -> str:
        """The Dutch line under everything that speaks of the law."""
        return f"Wet zoals bekend op {in_words(self.known_on)}; controleer de tekst op {self.link}."


def load(files: Mapping[str, Mapping[str, object]]) -> LawBook:
    """The law from parsed TOML, by the stems of the files in `resources/law`.

    Raises `LawDataError`, which names the file and the place, when anything is missing, misspelt or contradictory.
    """
    whole, _ = open_file(files, "law")
    whole.only(("known_on", "link", "reservation"))
    calendar = read_calendar(files)
    return LawBook(
        known_on=whole.day("known_on"),
        link=whole.text("link"),
        reservation=whole.text("reservation"),
        articles=read_catalogue(files),
        calendar=calendar,
        rules=read_rules(files),
        procedures=read_procedures(files, calendar, read_warnings(files)),
        no_advice=read_no_advice(files),
        completeness=read_completeness(files),
        month_plan=read_plan(files),
        composition=read_composition(files),
    )
