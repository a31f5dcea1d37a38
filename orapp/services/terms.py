"""Counting a single term without a dossier."""

from __future__ import annotations

from datetime import date

from orapp.law.book import LawBook
from orapp.law.terms import TermRangeError, TermResult, compute
from orapp.services.failures import Refusal


class TermService:
    """Terms of the law, by rule and start."""

    def __init__(self, law: LawBook) -> None:
        self._law = law

    def compute(self, rule: str, start: date) -> TermResult:
        """The term that starts on this day. Raises Refusal("term.unknown_rule"), Refusal("term.out_of_range")."""
        if rule not in self._law.rules:
            raise Refusal("term.unknown_rule", rule=rule, rules=", ".join(self._law.rules))
        try:
            return compute(self._law.rules[rule], start, self._law.calendar)
        except TermRangeError as error:
            raise Refusal("term.out_of_range", start=start.isoformat()) from error
