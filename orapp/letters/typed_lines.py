"""The signs of the council's own words: a typed text becomes lines with their looks and references, and lines become text.

A line is a paragraph. "- " begins a point of a list, "1. " or "a. " a numbered one, "> " a quotation and "> — " where it
stands, "! " a sentence that decides, "| a | b |" is a row of a table whose first row is its head. "+ [[id]] " is an item of the
dossier with its code, ": label: text" a detail below it. Two spaces before a point or a number put it on a second level, below
the point, number or item that stands above it; elsewhere they say nothing.
In a line **bold** and *italic*; [[id]] is a reference. U+2028 ends a
line inside a paragraph. A backslash before a sign takes its meaning away; before anything else it is a backslash.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from orapp.letters.typed_stretches import REF, Stretch, inline_of, inline_text, merged, plain_of, plain_text, tidied

LINE_BREAK = "\u2028"
SOURCE_DASH = "— "
_LINES = re.compile(r"\r\n|\r|\n")
_MARK = re.compile(
    rf"(?P<bullet>- )|(?P<quote>>(?: |$))|(?P<operative>! )|(?P<code>\d{{1,3}}\.|[a-z]\.)[ ]"
    rf"|\+ \[\[(?P<item>{REF})\]\](?: |$)|: (?P<label>[^:\s][^:]*): "
)
_BLANKS = re.compile(r"[ \t]*")
_SLASHES = re.compile(r"\\*")
_PIPE = re.compile(r"(\\*)\|")
_SECOND = "  "
# Lines of a long letter, more than twice.
_REMEMBERED = 2048


class LineKind(StrEnum):
    """What a line is."""

    PLAIN = "plain"
    BULLET = "bullet"
    NUMBERED = "numbered"
    ITEM = "item"
    DETAIL = "detail"
    QUOTE = "quote"
    SOURCE = "source"
    OPERATIVE = "operative"
    ROW = "row"


HEADS = frozenset({LineKind.BULLET, LineKind.NUMBERED, LineKind.ITEM})
"""What a second level can stand below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedLine:
    """One line. `code` is its number ("2.", "b."), the id of its item, or the label of a detail; `cells` are those of a row.

    `level` is 1 for a point or a number below another one.
    """

    kind: LineKind = LineKind.PLAIN
    stretches: tuple[Stretch, ...] = ()
    code: str = ""
    cells: tuple[tuple[Stretch, ...], ...] = ()
    level: int = 0

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands on it."""
        return self.kind is LineKind.PLAIN and not any(one.ref or one.text.strip() for one in self.stretches)


# -- lines -------------------------------------------------------------------------------------------------------------


def lines_of(text: str) -> list[TypedLine]:
    """The lines of a typed text, blank ones too; every text has them."""
    found: list[TypedLine] = []
    before: LineKind | None = None
    for raw in _LINES.split(text):
        line = _line_of(raw, before is LineKind.QUOTE)
        before = line.kind
        found.append(line)
    return settled(found)


def _as_head(line: TypedLine) -> TypedLine:
    """The head of a table, which is bold by itself."""
    return replace(line, cells=tuple(merged(replace(one, bold=False) for one in cell) for cell in line.cells))


def settled(lines: Iterable[TypedLine]) -> list[TypedLine]:
    """Lines as they stand after each other: on the second level only what has a point above it; a head without its bold."""
    found: list[TypedLine] = []
    above: LineKind | None = None
    for line in lines:
        if line.level and above is None:
            found.append(replace(line, level=0))
            continue
        head = line.kind is LineKind.ROW and (not found or found[-1].kind is not LineKind.ROW)
        found.append(_as_head(line) if head else line)
        if line.kind in HEADS:
            above = line.kind if not line.level else above
        elif line.kind is not LineKind.DETAIL or above is LineKind.BULLET:
            above = None
    return found


def is_reference(ref: str) -> bool:
    """Whether this can be the id of a reference."""
    return re.fullmatch(REF, ref) is not None


def text_of(lines: Iterable[TypedLine]) -> str:
    """The text of lines, with their signs."""
    return "\n".join(map(line_text, lines))


def line_text(line: TypedLine) -> str:
    """One line with its signs."""
    match line.kind:
        case LineKind.PLAIN:
            return _unmarked(inline_text(line.stretches))
        case LineKind.BULLET:
            return f"{_SECOND * line.level}- {inline_text(line.stretches)}"
        case LineKind.NUMBERED:
            return f"{_SECOND * line.level}{line.code} {inline_text(line.stretches)}"
        case LineKind.ITEM:
            return f"+ [[{line.code}]] {inline_text(line.stretches)}"
        case LineKind.DETAIL:
            return f": {line.code}: {plain_text(line.stretches)}"
        case LineKind.QUOTE:
            return f"> {inline_text(line.stretches)}"
        case LineKind.SOURCE:
            return f"> {SOURCE_DASH}{plain_text(line.stretches)}"
        case LineKind.OPERATIVE:
            return f"! {inline_text(line.stretches)}"
        case LineKind.ROW:
            cells = (_PIPE.sub(lambda found: f"{found[1] * 2}\\|", inline_text(cell).strip()) for cell in line.cells)
            return f"| {' | '.join(cells)} |"


@lru_cache(maxsize=_REMEMBERED)
def _line_of(raw: str, after_quote: bool) -> TypedLine:
    """One line; remembered, for while someone writes all lines but one stay what they were."""
    blanks = _BLANKS.match(raw)
    start = blanks.end() if blanks is not None else 0
    rest = raw[start:]
    if rest.startswith("|") and (cells := _cells(rest)) is not None:
        return TypedLine(kind=LineKind.ROW, cells=cells)
    if rest.startswith("\\"):
        slashes = _SLASHES.match(rest)
        if slashes is not None and _is_marked(rest[slashes.end() :]):
            return TypedLine(stretches=inline_of(raw[:start] + rest[1:]))
    mark = _MARK.match(rest)
    if mark is None:
        return TypedLine(stretches=inline_of(raw))
    body = rest[mark.end() :]
    level = int(len(raw[:start].expandtabs(len(_SECOND))) >= len(_SECOND))
    if mark["code"]:
        return TypedLine(kind=LineKind.NUMBERED, code=mark["code"], stretches=inline_of(body), level=level)
    if mark["item"]:
        return TypedLine(kind=LineKind.ITEM, code=mark["item"], stretches=inline_of(body))
    if mark["label"]:
        return TypedLine(kind=LineKind.DETAIL, code=mark["label"], stretches=plain_of(body))
    if mark["bullet"]:
        return TypedLine(kind=LineKind.BULLET, stretches=inline_of(body), level=level)
    if mark["operative"]:
        return TypedLine(kind=LineKind.OPERATIVE, stretches=inline_of(body))
    if after_quote and body.startswith(SOURCE_DASH):
        return TypedLine(kind=LineKind.SOURCE, stretches=plain_of(body[len(SOURCE_DASH) :]))
    return TypedLine(kind=LineKind.QUOTE, stretches=inline_of(body))


def _is_marked(text: str) -> bool:
    return _MARK.match(text) is not None or (text.startswith("|") and _cells(text) is not None)


def _unmarked(text: str) -> str:
    """A plain line that looks like another kind gets a backslash."""
    blanks = _BLANKS.match(text)
    start = blanks.end() if blanks is not None else 0
    slashes = _SLASHES.match(text, start)
    return f"{text[:start]}\\{text[start:]}" if slashes is not None and _is_marked(text[slashes.end() :]) else text


# -- rows --------------------------------------------------------------------------------------------------------------


def _cells(text: str) -> tuple[tuple[Stretch, ...], ...] | None:
    """The cells of a row, or None where the line is no row: it begins and ends with a bar."""
    parts: list[str] = []
    now, at = "", 0
    for found in _PIPE.finditer(text):
        slashes = len(found[1])
        now += text[at : found.start()] + "\\" * (slashes // 2)
        at = found.end()
        if slashes % 2:
            now += "|"
        else:
            parts.append(now)
            now = ""
    parts.append(now + text[at:])
    if len(parts) < 3 or parts[0].strip() or parts[-1].strip():
        return None
    return tuple(tidied(inline_of(part.strip())) for part in parts[1:-1])
