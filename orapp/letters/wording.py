"""How a letter writes dates, lists, codes, numbers and money in Dutch."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from orapp.law.dutch_dates import in_words, sentence_start

_WORDS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_CODE = re.compile(r"(?P<letter>[A-Z]+)(?P<number>\d+)")
_ENDS = (".", "!", "?", "…", ".”", ".)", "!”", "?”")
_BOUNDARY = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ“\"])")
_RUN = 3
_NO_BREAK = "\u00a0"
# A single space, which most are, is left as it is.
_SPACE = re.compile(r"[ \t\r\n]{2,}|[\t\r\n]")
_ABBREVIATION = re.compile(r"(?:\.|\b[^\W\d_])\.$")
_VERSION = re.compile(r"^(?:(?:.*\s)?versie\s+|v\.?\s*)(?=\d)", re.IGNORECASE)
_LINES = re.compile(r"\r\n|\r|\n")


def day(value: date) -> str:
    """A date in full: "20 november 2025"."""
    return in_words(value)


def period(from_day: date | None, until_day: date | None) -> str:
    """A period in words: "van 6 tot en met 17 oktober 2025", "op 6 oktober 2025", or empty."""
    if from_day is None and until_day is None:
        return ""
    if from_day is None or until_day is None or from_day == until_day:
        known = from_day or until_day
        return f"op {in_words(known)}" if known else ""
    if (from_day.year, from_day.month) == (until_day.year, until_day.month):
        return f"van {from_day.day} tot en met {in_words(until_day)}"
    if from_day.year == until_day.year:
        start = in_words(from_day).rsplit(" ", 1)[0]
        return f"van {start} tot en met {in_words(until_day)}"
    return f"van {in_words(from_day)} tot en met {in_words(until_day)}"


def listed(parts: Iterable[str]) -> str:
    """An enumeration: "B1, B2 en B3"."""
    known = [part for part in parts if part]
    if len(known) < 2:
        return "".join(known)
    return f"{', '.join(known[:-1])} en {known[-1]}"


def coded(codes: Iterable[str]) -> str:
    """Codes in order, three or more in a row as a range: "V1 tot en met V5", "B1, B2 en B4"."""
    runs: list[list[tuple[str, int]]] = []
    loose: list[str] = []
    for letter, number in sorted(_split(codes, loose)):
        if runs and runs[-1][-1] == (letter, number - 1):
            runs[-1].append((letter, number))
        else:
            runs.append([(letter, number)])
    parts: list[str] = []
    for run in runs:
        names = [f"{letter}{number}" for letter, number in run]
        parts.extend([f"{names[0]} tot en met {names[-1]}"] if len(names) >= _RUN else names)
    return listed([*parts, *loose])


def _split(codes: Iterable[str], loose: list[str]) -> list[tuple[str, int]]:
    found = []
    for code in dict.fromkeys(codes):
        match = _CODE.fullmatch(code)
        if match is None:
            loose.append(code)
        else:
            found.append((match["letter"], int(match["number"])))
    return found


def number(value: int) -> str:
    """A whole number with points between thousands: "4.800"."""
    return f"{value:,}".replace(",", ".")


def in_letters(value: int) -> str:
    """A small number as a word ("drie"; nul to twaalf), a larger one in figures."""
    return _WORDS[value] if 0 <= value < len(_WORDS) else number(value)


def tenths(value: int) -> str:
    """Tenths as a decimal: 269 is "26,9"."""
    sign = "-" if value < 0 else ""
    return f"{sign}{number(abs(value) // 10)},{abs(value) % 10}"


def money(cents: int) -> str:
    """Euro cents as an amount that no line end divides: 480000 is "€ 4.800", 480050 is "€ 4.800,50"."""
    sign = "-" if cents < 0 else ""
    euros, rest = divmod(abs(cents), 100)
    return f"€{_NO_BREAK}{sign}{number(euros)}" + (f",{rest:02}" if rest else "")


def share(part: int, whole: int) -> str:
    """A share with one decimal: 171 of 260 is "65,8 %"; empty without a whole."""
    return f"{tenths(round(part * 1000 / whole))}{_NO_BREAK}%" if whole > 0 else ""


def plural(value: object, one: str, more: str) -> str:
    """The word that goes with a count, or with the length of an enumeration."""
    count = value if isinstance(value, int) else len(value) if isinstance(value, tuple | list) else 0
    return one if count == 1 else more


def many(value: object) -> bool:
    """Whether a count, or the length of an enumeration, is more than one."""
    return plural(value, "", "x") == "x" and value not in {0, ()}


def full_stop(text: str) -> str:
    """The text with a full stop, unless it already ends a sentence."""
    bare = text.rstrip(" \t\r\n")
    return bare if not bare or bare.endswith(_ENDS) else f"{bare}."


def no_stop(text: str) -> str:
    """The text without the full stop at its end, to stand inside a sentence; that of an abbreviation ("B.V.") stays."""
    bare = text.strip(" \t\r\n")
    return bare[:-1] if bare.endswith(".") and not _ABBREVIATION.search(bare) else bare


def one_line(text: str) -> str:
    """The text on one line."""
    return _SPACE.sub(" ", text).strip(" ")


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a typed text: its lines, without the empty ones."""
    return tuple(line.strip(" \t") for line in _LINES.split(text) if line.strip(" \t"))


def opening(text: str, limit: int = 320) -> str:
    """A short text whole, a long one up to the end of its first sentence."""
    line = one_line(text)
    return line if len(line) <= limit else _BOUNDARY.split(line, maxsplit=1)[0]


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return sentence_start(text)


def version(text: str) -> str:
    """A version as it stands after the word "versie": "versie 3", "v3" and "regeling versie 3" are "3"."""
    return _VERSION.sub("", one_line(text))
