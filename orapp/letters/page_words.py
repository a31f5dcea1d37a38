"""How what a letter says is spread over paper: the words at its edges, details on lines, the widths of columns."""

from __future__ import annotations

import re
from typing import Final

from orapp.law.dutch_dates import in_words
from orapp.letters.content import LetterContent, Table

BETWEEN: Final = "   ·   "
# Rows of a table, or lines of a list, up to which it stays on one page.
WHOLE_ROWS: Final = 8
# Signs in a table beyond which pages may divide it, so that no half page stays white before it, and in a cell beyond which
# pages may divide that: what must stay whole has to fit on a page.
WHOLE_TABLE: Final = 500
WHOLE_CELL: Final = 1200
# The width of a sign in the head of a table and the white in a cell (twips), and the longest word that widens a column.
_SIGN_WIDTH: Final = 106
_CELL_WHITE: Final = 200
_LONGEST_WORD: Final = 18
_FIGURE = re.compile(r"[-−]?(€ ?)?\d{1,3}(\.?\d{3})*(,\d+)?( ?%)?")
# Signs of details, labels and all, that go together on one line.
_DETAIL_LINE: Final = 98
_LONGEST_LINE: Final = 200
# What one line at the top of a later page holds: the sender on the left, the date and our reference on the right.
_HEADER_LINE: Final = 96


def place_words(content: LetterContent) -> dict[str, tuple[str, str]]:
    """The text of each single place that a house style has, and where it stands in the letter."""
    sender = content.sender
    stamp = in_words(content.dated) + (f"  |  {content.reference}" if content.reference else "")
    # "Ondernemingsraad gemeente Eikenrode" names its organisation already.
    named = sender.organisation.casefold() in sender.name.casefold()
    full = sender.name if named else f"{sender.name} – {sender.organisation}"
    return {
        "sender.short": (_short(_fitting((full, sender.name), _HEADER_LINE - len(stamp))), "sender"),
        "confidentiality.short": (_short(content.confidentiality), "confidentiality"),
        "subject.short": (_short(content.subject), "subject"),
        "stamp": (_short(stamp), "reference"),
        "sender.name": (sender.name, "sender"),
        "sender.organisation": ("" if named else sender.organisation, "sender"),
        "sender.lines": ("\n".join(sender.lines), "sender"),
        "confidentiality": (content.confidentiality, "confidentiality"),
        "addressee": ("\n".join(content.addressee), "addressee"),
        "subject": (content.subject, "subject"),
        "salutation": (content.salutation, "salutation"),
        "closing": (content.closing, "closing"),
    }


def _fitting(texts: tuple[str, ...], room: int) -> str:
    """The first of these that fits in `room` signs, else the last of them."""
    return next((text for text in texts if len(text) <= room), texts[-1])


def _short(text: str) -> str:
    """One line for the top and foot of later pages, which must leave room for the letter; the whole text stands on page one."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_LINE else line[: _LONGEST_LINE - 1].rsplit(" ", maxsplit=1)[0] + "…"


def reference_lines(content: LetterContent) -> tuple[tuple[str, str], ...]:
    """Give the reference lines as they are set: the date first and our reference after it when the content names neither."""
    lines = [(label, text) for label, text in content.reference_lines if text]
    known = {label.strip().rstrip(":").casefold() for label, _ in lines}
    added: list[tuple[str, str]] = []
    if not any("datum" in label for label in known):
        day = in_words(content.dated)
        added.append(("Datum", f"{content.place}, {day}" if content.place else day))
    if content.reference and "ons kenmerk" not in known:
        added.append(("Ons kenmerk", content.reference))
    return (*added, *lines)


def detail_lines(details: tuple[tuple[str, str], ...]) -> list[list[tuple[str, str]]]:
    """Details in their own order, short ones that follow each other together on a line, so that a list stays lean."""
    lines: list[list[tuple[str, str]]] = []
    room = 0
    for label, text in details:
        need = len(label) + len(text) + len(BETWEEN) + 2
        broken = any(sign in text for sign in "\r\n")
        if lines and need <= room and not broken:
            lines[-1].append((label, text))
            room -= need
        else:
            lines.append([(label, text)])
            room = 0 if broken else _DETAIL_LINE - need
    return lines


def _is_figures(rows: tuple[tuple[str, ...], ...], column: int) -> bool:
    """A column of figures is set to the right, so that units stand under units."""
    texts = [row[column] for row in rows if column < len(row) and row[column]]
    return bool(texts) and all(_FIGURE.fullmatch(text) for text in texts)


def _longest_word(table: Table, column: int) -> int:
    """How many signs the longest word of a column has; longer ones than a column can be asked to hold do not count."""
    cells = (row[column] for row in (table.header, *table.rows) if column < len(row))
    return max((len(word) for cell in cells for word in cell.split() if len(word) <= _LONGEST_WORD), default=1)


def column_widths(relative: tuple[int, ...], needs: list[int], total: int) -> list[int]:
    """Share `total` twips over columns by their relative widths, none narrower than its longest word needs where that fits.

    There are as many columns as `needs` (twips); a column without a relative width counts as one. The last one takes what
    rounding leaves.
    """
    count = len(needs)
    shares = [max(share, 1) for share in relative[:count]] + [1] * (count - len(relative))
    narrow: set[int] = set()
    widths = _shared(shares, needs, narrow, total)
    while more := {column for column in range(count) if column not in narrow and widths[column] < needs[column]}:
        narrow |= more
        if len(narrow) == count:
            widths = _shared(shares, needs, set(), total)
            break
        widths = _shared(shares, needs, narrow, total)
    widths[-1] += total - sum(widths)
    return widths


def _shared(shares: list[int], needs: list[int], narrow: set[int], total: int) -> list[int]:
    """The widths when the narrow columns get what they need and the others share what is left."""
    left = total - sum(needs[column] for column in narrow)
    whole = sum(share for column, share in enumerate(shares) if column not in narrow)
    return [needs[column] if column in narrow else left * share // whole for column, share in enumerate(shares)]


def table_columns(table: Table, total: int) -> tuple[list[int], list[bool]]:
    """The widths of the columns of a table over `total` twips, and which of them hold figures."""
    count = max([len(table.header), *(len(row) for row in table.rows)])
    needs = [_longest_word(table, column) * _SIGN_WIDTH + _CELL_WHITE for column in range(count)]
    return column_widths(table.widths, needs, total), [_is_figures(table.rows, column) for column in range(count)]


def stays_whole(table: Table) -> bool:
    """Whether a table is so small that it stands on one page."""
    cells = [len(cell) for row in (table.header, *table.rows) for cell in row]
    return len(table.rows) <= WHOLE_ROWS and sum(cells) <= WHOLE_TABLE
