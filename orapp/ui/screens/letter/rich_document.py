"""The council's own words on a document to write in: typed text is set with its looks (`rich_reading` gives it back).

The looks are those of the letter as near as a field can show them; a reference stands as its words on a soft ground and is one
thing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextList,
    QTextListFormat,
    QTextTableFormat,
)

from orapp.letters.typed_lines import SOURCE_DASH, LineKind, TypedLine
from orapp.letters.typed_stretches import Stretch

if TYPE_CHECKING:
    from orapp.ui.kit.look import Look

KIND = QTextFormat.Property.UserProperty.value + 1
REF = QTextFormat.Property.UserProperty.value + 2
WORDS = QTextFormat.Property.UserProperty.value + 3
MARKED = frozenset({LineKind.QUOTE, LineKind.OPERATIVE, LineKind.ITEM, LineKind.DETAIL})
_LISTS = frozenset({LineKind.BULLET, LineKind.NUMBERED})
BULLET = QTextListFormat.Style.ListDisc
_DECIMAL, LETTERS = QTextListFormat.Style.ListDecimal, QTextListFormat.Style.ListLowerAlpha


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A reference as it reads: its words, what it is about (for a tooltip), and whether it is still there."""

    words: str
    about: str = ""
    there: bool = True


Naming = Callable[[str], Named]


class Dress:
    """How each kind of paragraph looks at the present colours and sizes."""

    def __init__(self, look: Look, naming: Naming) -> None:
        self._look = look
        self.naming = naming

    def block(self, kind: LineKind) -> QTextBlockFormat:
        """The form of a paragraph."""
        form, look = QTextBlockFormat(), self._look
        form.setBottomMargin(look.px(3))
        if kind in MARKED:
            form.setProperty(KIND, kind.value)
        match kind:
            case LineKind.QUOTE:
                form.setLeftMargin(look.px(18))
                form.setBackground(look.colour("hover"))
            case LineKind.OPERATIVE:
                form.setLeftMargin(look.px(10))
                form.setBackground(look.colour("accent_soft"))
            case LineKind.ITEM:
                form.setLeftMargin(look.px(10))
            case LineKind.DETAIL:
                form.setLeftMargin(look.px(34))
            case _:
                pass
        return form

    def chars(self, *, bold: bool = False, italic: bool = False) -> QTextCharFormat:
        """The form of words."""
        form = QTextCharFormat()
        if bold:
            form.setFontWeight(QFont.Weight.Bold)
        if italic:
            form.setFontItalic(True)
        return form

    def reference(self, ref: str, *, bold: bool = False, italic: bool = False) -> tuple[str, QTextCharFormat]:
        """The words of a reference and their form."""
        named, form, look = self.naming(ref), self.chars(bold=bold, italic=italic), self._look
        form.setProperty(REF, ref)
        form.setProperty(WORDS, named.words)
        form.setBackground(look.colour("accent_soft" if named.there else "danger_soft"))
        form.setForeground(look.colour("accent" if named.there else "danger"))
        if named.about:
            form.setToolTip(named.about)
        return named.words, form

    def table(self, columns: int) -> QTextTableFormat:
        """The form of a table."""
        form, look = QTextTableFormat(), self._look
        form.setCellPadding(look.px(3))
        form.setCellSpacing(0)
        form.setBorder(1)
        form.setBorderCollapse(True)
        form.setBorderBrush(look.colour("field"))
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBottomMargin(look.px(6))
        form.setHeaderRowCount(1)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, 100 / columns)] * columns)
        return form


# -- setting -----------------------------------------------------------------------------------------------------------


def write_lines(cursor: QTextCursor, lines: Sequence[TypedLine], dress: Dress, *, opens: bool) -> None:
    """Sets lines at a cursor; `opens` says that the first takes the empty paragraph in which the cursor stands."""
    at = 0
    lists = _Lists()
    while at < len(lines):
        line = lines[at]
        if line.kind is LineKind.ROW:
            count = 1
            while at + count < len(lines) and lines[at + count].kind is LineKind.ROW:
                count += 1
            _write_table(cursor, lines[at : at + count], dress)
            at += count
            # What follows takes the paragraph that stands after every table.
            opens = True
            lists = _Lists()
            continue
        _write_line(cursor, line, lists, dress, opens=opens)
        opens = False
        at += 1


class _Lists:
    """The list of each level that a line can go on with, and its last line."""

    def __init__(self) -> None:
        self._open: dict[int, tuple[QTextList, TypedLine]] = {}

    def take(self, cursor: QTextCursor, line: TypedLine) -> None:
        """Puts the paragraph at the cursor in the list that it goes on with, or begins one; a paragraph ends all lists."""
        if line.kind not in _LISTS:
            self._open.clear()
            return
        owner, before = self._open.get(line.level, (None, None))
        if owner is not None and before is not None and _follows(before, line):
            owner.add(cursor.block())
        else:
            owner = cursor.createList(list_format(line))
        self._open = {level: one for level, one in self._open.items() if level < line.level}
        self._open[line.level] = (owner, line)


def _write_line(cursor: QTextCursor, line: TypedLine, lists: _Lists, dress: Dress, *, opens: bool) -> None:
    kind = LineKind.QUOTE if line.kind is LineKind.SOURCE else line.kind
    form = dress.block(kind)
    if opens:
        cursor.setBlockFormat(form)
        cursor.setBlockCharFormat(dress.chars())
    else:
        cursor.insertBlock(form, dress.chars())
    lists.take(cursor, line)
    write_stretches(cursor, _shown(line), dress)


def _shown(line: TypedLine) -> tuple[Stretch, ...]:
    match line.kind:
        case LineKind.SOURCE:
            return (Stretch(text=SOURCE_DASH), *line.stretches)
        case LineKind.ITEM:
            return (Stretch(ref=line.code, bold=True), Stretch(text=" "), *line.stretches)
        case LineKind.DETAIL:
            return (Stretch(text=f"{line.code}: "), *line.stretches)
        case _:
            return line.stretches


def list_format(line: TypedLine) -> QTextListFormat:
    """The form of the list that begins with this line."""
    form = QTextListFormat()
    bare = line.code[:-1]
    if line.kind is LineKind.BULLET:
        form.setStyle(BULLET)
    elif bare.isdigit():
        form.setStyle(_DECIMAL)
        form.setStart(int(bare))
    else:
        form.setStyle(LETTERS)
        form.setStart(ord(bare) - ord("a") + 1)
    form.setIndent(1 + line.level)
    return form


def _follows(before: TypedLine, line: TypedLine) -> bool:
    if before.kind is not line.kind:
        return False
    return line.kind is LineKind.BULLET or line.code == _next(before.code)


def _next(code: str) -> str:
    bare = code[:-1]
    return f"{int(bare) + 1}." if bare.isdigit() else f"{chr(ord(bare) + 1)}."


def write_stretches(cursor: QTextCursor, stretches: Sequence[Stretch], dress: Dress) -> None:
    """Sets words and references at a cursor."""
    for one in stretches:
        if one.ref:
            words, form = dress.reference(one.ref, bold=one.bold, italic=one.italic)
            cursor.insertText(words, form)
        else:
            cursor.insertText(one.text, dress.chars(bold=one.bold, italic=one.italic))
    if stretches and stretches[-1].ref:
        cursor.setCharFormat(dress.chars())


def _write_table(cursor: QTextCursor, rows: Sequence[TypedLine], dress: Dress) -> None:
    columns = max(len(row.cells) for row in rows)
    table = cursor.insertTable(len(rows), columns, dress.table(columns))
    for number, row in enumerate(rows):
        for column, cell in enumerate(row.cells):
            inside = table.cellAt(number, column).firstCursorPosition()
            write_stretches(inside, [_headed(one, head=number == 0) for one in cell], dress)
    cursor.setPosition(table.lastPosition() + 1)


def _headed(one: Stretch, *, head: bool) -> Stretch:
    return replace(one, bold=head or one.bold)
