"""Reads what was copied in Word, Excel or a plain text as rows of cells, and puts those on the columns of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from typing_extensions import override

MOST_ROWS = 2_000
MOST_COLUMNS = 60
MOST_CHARACTERS = 4_000_000
LONGEST_CELL = 50_000

_BULLETS = r"[•·▪◦‣●○■□–—*\uf0b7\uf0a7-]"  # Word's own stand in the private area
_NUMBERING = re.compile(
    rf"""\s*(?:
        {_BULLETS}(?=\s)
      | \(?\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}[.)](?=\s)                 # 1.  2)  (3)  1.2.
      | \(?[a-z][.)](?=\s)                                        # a.  b)
      | [A-Z]{{1,2}}\d{{1,4}}\s?[.:)–—-](?=\s)                       # V2:  Q3.
      | (?:[A-Z]{{1,2}}\d{{1,4}}|\d{{1,3}}(?:\.\d{{1,3}}){{1,3}})(?=\s+[A-Z"“‘(])   # V2 Terugkeer, 1.2 Doel; not "1.2 miljoen"
    )\s+""",
    re.VERBOSE,
)
_ONLY_A_NUMBER = re.compile(rf"\(?(?:[A-Z]{{0,2}}\d{{1,4}}(?:\.\d{{1,3}}){{0,3}}|[a-z])?[.):]?|{_BULLETS}")
_BREAKS = frozenset({"br", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN = frozenset({"style", "script", "head", "title", "xml"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedRows:
    """Rows that were pasted, as texts by the key of their column; `left_out` counts columns that had no place here."""

    rows: tuple[dict[str, str], ...] = ()
    left_out: int = 0
    cut: bool = False


def rows_of_html(html: str) -> list[list[str]]:
    """The rows of the first table in a piece of HTML, or its list items and paragraphs as rows of one cell.

    Half tables are taken as far as they go, a merged cell stands in its first place, and what is longer than a dossier could
    hold is cut.
    """
    reader = _TableReader()
    reader.feed(html[:MOST_CHARACTERS])
    reader.close()
    return reader.rows()


def rows_of_text(text: str) -> list[list[str]]:
    """The rows of a text with tabs, as spreadsheets give it: a cell in quotation marks may hold line ends."""
    plain = text[:MOST_CHARACTERS].replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if "\t" not in plain:
        return _without_empty([[line.strip()] for line in plain.split("\n")])
    return _without_empty(_quoted_rows(plain))


def place_rows(rows: Sequence[Sequence[str]], columns: Sequence[tuple[str, Sequence[str]]], main: str) -> PastedRows:
    """Puts rows on columns, each given as (key, its titles). `main` is the column of a single column of lines.

    A first row that holds titles of columns says which is which and is no item. Without it the cells follow the columns; where
    the first cell holds numbering only, that is left out. Numbering before the main text is taken off.
    """
    cut = len(rows) > MOST_ROWS
    given = [list(row[:MOST_COLUMNS]) for row in rows[:MOST_ROWS]]
    if not given:
        return PastedRows()
    keys = _keys_of_heading(given[0], columns)
    if keys is not None:
        body = given[1:]
    else:
        body = _without_numbers(given)
        keys = _keys_in_order(max(len(row) for row in body), columns, main)
    found: list[dict[str, str]] = []
    for row in body:
        values = {key: cell for key, cell in zip(keys, row, strict=False) if key and cell}
        if main in values:
            values[main] = without_numbering(values[main])
        if values:
            found.append(values)
    width = max((len(row) for row in body), default=0)
    return PastedRows(rows=tuple(found), left_out=max(0, width - sum(1 for key in keys[:width] if key)), cut=cut)


def without_numbering(text: str) -> str:
    """A text without the number, code or bullet with which it begins: "1. Wie?" and "V2: Wie?" give "Wie?"."""
    found = _NUMBERING.match(text)
    return text[found.end() :] if found is not None and found.end() < len(text) else text.strip()


def _keys_of_heading(first: Sequence[str], columns: Sequence[tuple[str, Sequence[str]]]) -> list[str] | None:
    """The keys that a heading row names, or None where this is no heading row: most of its cells must be titles."""
    by_title = {_plain(title): key for key, titles in columns for title in titles if title}
    keys: list[str] = []
    for cell in first:
        key = by_title.get(_plain(cell), "")
        keys.append(key if key not in keys else "")
    known = sum(1 for key in keys if key)
    filled = sum(1 for cell in first if cell)
    return keys if known and 2 * known >= filled else None


def _keys_in_order(width: int, columns: Sequence[tuple[str, Sequence[str]]], main: str) -> list[str]:
    keys = [key for key, _ in columns]
    if width == 1:
        return [main]
    return [*keys[:width], *([""] * (width - len(keys)))]


def _without_numbers(rows: list[list[str]]) -> list[list[str]]:
    """The rows without a first cell that only numbers them ("1", "V2", "3.", a bullet), as lists of Word have it."""
    wide = [row[0] for row in rows if len(row) > 1]
    numbered = any(wide) and all(_ONLY_A_NUMBER.fullmatch(first) for first in wide)
    return [row[1:] if len(row) > 1 else row for row in rows] if numbered else rows


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("\xad", "").split()).strip(" :.*")


def _without_empty(rows: list[list[str]]) -> list[list[str]]:
    return [row for row in rows if any(row)][: MOST_ROWS + 1]


def _quoted_rows(plain: str) -> list[list[str]]:
    rows: list[list[str]] = []
    at, end = 0, len(plain)
    row: list[str] = []
    while at <= end and len(rows) <= MOST_ROWS:
        cell, at = _quoted_cell(plain, at) if plain[at : at + 1] == '"' else _bare_cell(plain, at)
        row.append(cell[:LONGEST_CELL].strip())
        if plain[at : at + 1] != "\t":
            rows.append(row)
            row = []
        at += 1
    return rows


def _bare_cell(plain: str, start: int) -> tuple[str, int]:
    stops = [stop for stop in (plain.find("\t", start), plain.find("\n", start)) if stop >= 0]
    end = min(stops, default=len(plain))
    return plain[start:end], end


def _quoted_cell(plain: str, start: int) -> tuple[str, int]:
    """A cell that begins with a quotation mark, and where it ends; one that is never closed is taken as it stands."""
    at = start + 1
    while (mark := plain.find('"', at)) >= 0:
        if plain[mark + 1 : mark + 2] == '"':
            at = mark + 2
        elif plain[mark + 1 : mark + 2] in {"\t", "\n", ""}:
            return plain[start + 1 : mark].replace('""', '"'), mark + 1
        else:
            break
    return _bare_cell(plain, start)


class _TableReader(HTMLParser):
    """Takes cells out of tables; a table inside a cell counts as text of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._rows: list[list[str]] = []
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._span = (1, 1)
        self._merged: dict[int, int] = {}  # in which column a merged cell goes on, and for how many rows yet
        self._depth = 0
        self._hidden = 0
        self._tables = 0
        self._lines: list[str] = [""]

    def rows(self) -> list[list[str]]:
        """What was found."""
        self._end_row()
        return _without_empty(self._rows or [[_tidy(line)] for line in self._lines])

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag == "table":
            self._depth += 1
            self._tables += 1
        elif tag == "tr" and self._depth == 1:
            self._end_row()
            if self._tables == 1:
                self._row = []
        elif tag in {"td", "th"} and self._depth == 1:
            self._end_cell()
            self._cell = []
            given = dict(attrs)
            self._span = _span(given.get("colspan")), _span(given.get("rowspan"))
        elif tag in _BREAKS:
            self._break()

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag == "table":
            if self._depth == 1:
                self._end_row()
            self._depth = max(0, self._depth - 1)
        elif tag == "tr" and self._depth == 1:
            self._end_row()
        elif tag in {"td", "th"} and self._depth == 1:
            self._end_cell()
        elif tag in _BREAKS and tag != "br":
            self._break()

    @override
    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        # Line ends in the source of HTML are spaces; where lines end is said by tags.
        words = re.sub(r"[ \t\r\n\f]+", " ", data.replace("\0", ""))
        if self._cell is not None:
            self._cell.append(words)
        elif not self._depth:
            self._lines[-1] += words

    def _break(self) -> None:
        if self._cell is not None:
            self._cell.append("\n")
        elif not self._depth and self._lines[-1].strip():
            self._lines.append("")

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        if self._row is None and self._tables == 1:
            self._row = []  # cells without a row: half a table
        if self._row is not None:
            self._pass_merged(self._row)
        if self._row is not None and len(self._row) < MOST_COLUMNS:
            wide, high = self._span
            if high > 1:
                self._merged |= {len(self._row) + place: high - 1 for place in range(wide)}
            self._row.append(_tidy("".join(self._cell)))
            self._row.extend([""] * (wide - 1))
        self._cell = None

    def _pass_merged(self, row: list[str]) -> None:
        """Leaves the places open in which a merged cell of a row above goes on."""
        while self._merged.get(len(row), 0) > 0:
            self._merged[len(row)] -= 1
            row.append("")

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is not None:
            if len(self._rows) <= MOST_ROWS:
                self._rows.append(self._row[:MOST_COLUMNS])
            self._row = None


def _span(value: str | None) -> int:
    return min(int(value), MOST_COLUMNS) if value and re.fullmatch(r"[1-9]\d{0,3}", value) else 1


def _tidy(text: str) -> str:
    lines = [" ".join(line.replace("\xa0", " ").split()) for line in text.split("\n")]
    return re.sub(r"\n{2,}", "\n", "\n".join(lines)).strip()[:LONGEST_CELL]
