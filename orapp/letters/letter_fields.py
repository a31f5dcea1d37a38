"""What a kind of letter asks that no item of the dossier holds: the fields of its outline, and their values in a letter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from orapp.domain.letters import Letter
from orapp.letters.content import FindingWeight
from orapp.letters.wording import one_line

PREFIX = "f_"
"""Before the key of a field where a sentence names it."""

_MOST_DIGITS = 15
# More is no amount and no count; Python itself refuses to read thousands of digits.


class LetterFieldKind(StrEnum):
    """How a field is typed; `LetterField` says how its value is kept."""

    LINE = "line"  # one line
    TEXT = "text"  # several lines, in the grammar of the council's own words
    DATE = "date"
    MONEY = "money"
    NUMBER = "number"
    CHOICE = "choice"  # one of `options`
    ROWS = "rows"  # a table with `columns`
    ITEM = "item"  # an item of the collection `of`


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldOutline:
    """One field of a kind of letter. `missing` is how heavy its absence weighs while `when` holds (None: not at all).

    `options` are (key, words); `columns` the heads of a table, `widths` their relative widths; `of` names a collection.
    """

    key: str
    label: str
    kind: LetterFieldKind
    hint: str = ""
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    columns: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    of: str = ""
    when: str = "always"
    missing: FindingWeight | None = None


def typed_value(letter: Letter | None, key: str) -> str:
    """What was filled in under a key, or empty."""
    found = (one.value for one in letter.fields if one.key == key) if letter is not None else iter(())
    return next(found, "").strip()


def typed_rows(letter: Letter | None, key: str) -> tuple[tuple[str, ...], ...]:
    """The rows that were filled in under a key; empty ones are no rows."""
    found = (one.rows for one in letter.fields if one.key == key) if letter is not None else iter(())
    return tuple(row for row in next(found, ()) if any(cell.strip() for cell in row))


def value_of(outline: FieldOutline, letter: Letter | None) -> object:
    """The value of a field as a sentence uses it: text, date, euro cents, number, words of an option, or how many rows.

    None (or empty text, or 0 rows) where nothing, or nothing of that kind, was filled in.
    """
    text = typed_value(letter, outline.key)
    match outline.kind:
        case LetterFieldKind.ROWS:
            return len(typed_rows(letter, outline.key))
        case LetterFieldKind.DATE:
            return _day(text)
        case LetterFieldKind.MONEY | LetterFieldKind.NUMBER:
            number = _whole(text)
            return None if outline.kind is LetterFieldKind.MONEY and number is not None and number < 0 else number
        case LetterFieldKind.CHOICE:
            return text if text in outline.options else ""
        case LetterFieldKind.TEXT:
            return text
        case LetterFieldKind.LINE | LetterFieldKind.ITEM:
            return one_line(text)


def _whole(text: str) -> int | None:
    bare = text.removeprefix("-")
    return int(text) if bare.isascii() and bare.isdigit() and len(bare) <= _MOST_DIGITS else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def sentence_fields(outlines: Iterable[FieldOutline], letter: Letter | None) -> dict[str, object]:
    """The values by the name that a sentence uses: `f_` and the key; a choice also as `f_<key>_words`."""
    found: dict[str, object] = {}
    for outline in outlines:
        value = value_of(outline, letter)
        found[PREFIX + outline.key] = value
        if outline.kind is LetterFieldKind.CHOICE:
            found[f"{PREFIX}{outline.key}_words"] = outline.options.get(str(value), "")
    return found


def is_filled(outline: FieldOutline, letter: Letter | None) -> bool:
    """Whether a field holds a value of its kind."""
    value = value_of(outline, letter)
    return (value is not None and value not in {"", 0}) or (outline.kind is LetterFieldKind.MONEY and value == 0)
