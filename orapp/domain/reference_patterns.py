"""The patterns of reference numbers: which fields they may have, and what a reference made with one looks like."""

from __future__ import annotations

from string import Formatter

DOSSIER_FIELDS = frozenset({"year", "number"})
LETTER_FIELDS = frozenset({"council", "dossier", "number", "year"})
LONGEST = 80


def dossier_example(pattern: str, year: int, number: int = 14) -> str:
    """The reference of a dossier in this pattern. Raises ValueError for a pattern that cannot give every dossier its own."""
    _check(pattern, DOSSIER_FIELDS, needed=DOSSIER_FIELDS)
    return pattern.format(year=year, number=number)


def letter_example(pattern: str, council: str, dossier: str, year: int, number: int = 3) -> str:
    """The reference of a letter in this pattern; `council` is its kind ("OR").

    Raises ValueError for a pattern that cannot give every letter its own.
    """
    _check(pattern, LETTER_FIELDS, needed=frozenset({"dossier", "number"}))
    return pattern.format(council=council, dossier=dossier, number=number, year=year)


def _check(pattern: str, known: frozenset[str], *, needed: frozenset[str]) -> None:
    if not pattern.strip() or len(pattern) > LONGEST:
        raise ValueError("empty or too long")
    found: set[str] = set()
    for _text, name, form, conversion in Formatter().parse(pattern):
        if name is None:
            continue
        # Only a number may have a form, and only leading zeros: a reference must be read back from its text.
        leading = form or ""
        zeros = leading.isdigit() and len(leading) <= 2 if name == "number" else False
        if name not in known or conversion or (leading and not zeros):
            raise ValueError(name)
        found.add(name)
    if not needed <= found:
        raise ValueError("missing: " + ", ".join(sorted(needed - found)))
