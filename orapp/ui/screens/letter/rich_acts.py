"""What is done to the council's own words by a key or a button: looks, lists, quotations, tables, and references."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextTable

from orapp.letters.typed_lines import SOURCE_DASH, LineKind, TypedLine
from orapp.letters.typed_stretches import Stretch
from orapp.ui.screens.letter.rich_document import REF, WORDS, Dress, write_lines, write_stretches
from orapp.ui.screens.letter.rich_levels import blocks_of, go_up, put_in_list
from orapp.ui.screens.letter.rich_reading import kind_of, level_of, table_at

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

_LISTS = frozenset({LineKind.BULLET, LineKind.NUMBERED})
_BEGUN = {"-": LineKind.BULLET, "*": LineKind.BULLET, "•": LineKind.BULLET, ">": LineKind.QUOTE}
_ALONE = frozenset({LineKind.OPERATIVE, LineKind.ITEM, LineKind.DETAIL})
_BETWEEN = " "


# -- looks -------------------------------------------------------------------------------------------------------------


def is_bold(edit: QTextEdit) -> bool:
    """Whether what is typed here is bold."""
    return edit.currentCharFormat().fontWeight() > QFont.Weight.Medium


def turn_bold(edit: QTextEdit) -> None:
    """Makes the selection, or what is typed next, bold; or no longer."""
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Normal if is_bold(edit) else QFont.Weight.Bold)
    edit.mergeCurrentCharFormat(form)


def turn_italic(edit: QTextEdit) -> None:
    """Makes the selection, or what is typed next, italic; or no longer."""
    form = QTextCharFormat()
    form.setFontItalic(not edit.currentCharFormat().fontItalic())
    edit.mergeCurrentCharFormat(form)


def keep_turned(edit: QTextEdit, held: QTextCharFormat) -> None:
    """Goes on bold or italic, or no longer so, as in this format; nothing may be selected, for nothing in the text changes."""
    now = edit.currentCharFormat()
    if (held.fontWeight() > QFont.Weight.Medium) != is_bold(edit):
        turn_bold(edit)
    if held.fontItalic() != now.fontItalic():
        turn_italic(edit)


def select(edit: QTextEdit, anchor: int, place: int) -> None:
    """Selects between two places of the text, as far as there are so many; the caret stands at the second."""
    most = max(0, edit.document().characterCount() - 1)
    cursor = edit.textCursor()
    cursor.setPosition(min(anchor, most))
    cursor.setPosition(min(place, most), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


# -- kinds of paragraphs -----------------------------------------------------------------------------------------------


def turn_kind(edit: QTextEdit, kind: LineKind, dress: Dress, code: str = "") -> None:
    """Makes the selected paragraphs of this kind; where all are, plain again. A table is left as it is."""
    cursor = edit.textCursor()
    if table_at(cursor) is not None:
        return
    blocks = list(blocks_of(cursor))
    off = all(kind_of(block) is kind for block in blocks)
    cursor.beginEditBlock()
    for block in blocks:
        if kind in _LISTS and not off:
            put_in_list(block, kind, level_of(block), dress, code)
        else:
            _set_kind(block, LineKind.PLAIN if off else kind, dress)
    cursor.endEditBlock()


def _set_kind(block: QTextBlock, kind: LineKind, dress: Dress) -> None:
    QTextCursor(block).setBlockFormat(dress.block(kind))


def begin_by_signs(edit: QTextEdit, dress: Dress) -> bool:
    """At a space after "-", "1." or ">" that begins a paragraph: makes it a list or a quotation, below one its source."""
    cursor = edit.textCursor()
    block = cursor.block()
    if kind_of(block) is LineKind.QUOTE and block.text()[: cursor.positionInBlock()] in {"-", "--"}:
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(SOURCE_DASH)
        return True
    if cursor.hasSelection() or kind_of(block) is not LineKind.PLAIN or table_at(cursor) is not None:
        return False
    typed = block.text()[: cursor.positionInBlock()]
    numbered = typed in {"1.", "a."}
    if not numbered and typed not in _BEGUN:
        return False
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    edit.setTextCursor(cursor)
    turn_kind(edit, LineKind.NUMBERED if numbered else _BEGUN[typed], dress, typed if numbered else "")
    cursor.endEditBlock()
    return True


def end_paragraph(edit: QTextEdit, dress: Dress) -> bool:
    """Enter: in a table to the next row, out of an empty point or quotation; False where it begins a paragraph as usual."""
    cursor = edit.textCursor()
    table = table_at(cursor)
    if table is not None:
        _next_cell(edit, table)
        return True
    kind = kind_of(cursor.block())
    if kind is not LineKind.PLAIN and not cursor.hasSelection() and not cursor.block().text():
        if go_up(edit, dress):
            return True
        _set_kind(cursor.block(), LineKind.PLAIN, dress)
        return True
    if kind in _ALONE:
        cursor.beginEditBlock()
        cursor.insertBlock(dress.block(LineKind.PLAIN), dress.chars())
        cursor.endEditBlock()
        edit.setTextCursor(cursor)
        return True
    return False


def take_back_kind(edit: QTextEdit, dress: Dress) -> bool:
    """Backspace at the beginning of a point or a quotation makes it plain first."""
    cursor = edit.textCursor()
    if cursor.hasSelection() or not cursor.atBlockStart() or kind_of(cursor.block()) is LineKind.PLAIN:
        return False
    if not go_up(edit, dress):
        _set_kind(cursor.block(), LineKind.PLAIN, dress)
    return True


# -- tables ------------------------------------------------------------------------------------------------------------


def step_cell(edit: QTextEdit, step: int) -> bool:
    """Tab and Shift+Tab: to the cell so many further in reading order; False outside a table and past its ends."""
    table = table_at(edit.textCursor())
    if table is None:
        return False
    cell = table.cellAt(edit.textCursor())
    place = cell.row() * table.columns() + cell.column() + step
    if not 0 <= place < table.rows() * table.columns():
        return False
    edit.setTextCursor(table.cellAt(*divmod(place, table.columns())).firstCursorPosition())
    return True


def put_table(edit: QTextEdit, columns: int, dress: Dress) -> None:
    """A table with a head and two rows below the paragraph, the caret in its head."""
    cursor = edit.textCursor()
    if table_at(cursor) is not None:
        return
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    if kind_of(cursor.block()) is not LineKind.PLAIN:
        cursor.insertBlock(dress.block(LineKind.PLAIN), dress.chars())
    table = cursor.insertTable(3, columns, dress.table(columns))
    cursor.endEditBlock()
    edit.setTextCursor(table.cellAt(0, 0).firstCursorPosition())
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    edit.mergeCurrentCharFormat(bold)


def change_table(edit: QTextEdit, what: str, dress: Dress) -> None:
    """A row or a column more below or right of the caret, or less; "table" takes the whole away."""
    cursor = edit.textCursor()
    table = table_at(cursor)
    if table is None:
        return
    cell = table.cellAt(cursor)
    if what == "row":
        table.insertRows(cell.row() + 1, 1)
    elif what == "column":
        table.insertColumns(cell.column() + 1, 1)
        table.setFormat(dress.table(table.columns()))
    elif what == "no-row":
        table.removeRows(cell.row(), 1)
    elif what == "no-column":
        table.removeColumns(cell.column(), 1)
    else:
        table.removeRows(0, table.rows())


def _next_cell(edit: QTextEdit, table: QTextTable) -> None:
    """The next cell; after the last a new row, or out of the table where the last row stands empty."""
    cell = table.cellAt(edit.textCursor())
    row, column = cell.row(), cell.column() + 1
    if column >= table.columns():
        row, column = row + 1, 0
    if row >= table.rows():
        last = (table.cellAt(table.rows() - 1, number) for number in range(table.columns()))
        if table.rows() > 1 and all(one.firstPosition() == one.lastPosition() for one in last):
            cursor = table.lastCursorPosition()
            table.removeRows(table.rows() - 1, 1)
            cursor.setPosition(table.lastPosition() + 1)
            edit.setTextCursor(cursor)
            return
        table.insertRows(table.rows(), 1)
    edit.setTextCursor(table.cellAt(row, column).firstCursorPosition())


# -- references --------------------------------------------------------------------------------------------------------


def reference_at(document: QTextDocument, index: int) -> tuple[int, int] | None:
    """Where the reference begins and ends of which the sign at this place is one."""
    iterator = document.findBlock(index).begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        if fragment.contains(index):
            words = fragment.charFormat().property(WORDS)
            if not words or not fragment.charFormat().property(REF):
                return None
            # Qt counts in UTF-16.
            length = len(str(words).encode("utf-16-le")) // 2
            start = fragment.position() + (index - fragment.position()) // length * length
            return start, min(start + length, fragment.position() + fragment.length())
        iterator += 1
    return None


def out_of_reference(edit: QTextEdit, before: int) -> None:
    """Keeps the caret out of a reference; `before` is where it stood. What is typed beside one is no part of it."""
    cursor = edit.textCursor()
    at = cursor.position()
    inside = reference_at(edit.document(), at)
    if inside is not None and inside[0] < at < inside[1]:
        mode = QTextCursor.MoveMode.KeepAnchor if cursor.hasSelection() else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(inside[1] if before <= inside[0] else inside[0], mode)
        edit.setTextCursor(cursor)
    form = edit.currentCharFormat()
    if form.property(REF) and not edit.textCursor().hasSelection():
        bare = QTextCharFormat()
        bare.setFontWeight(form.fontWeight())
        bare.setFontItalic(form.fontItalic())
        edit.setCurrentCharFormat(bare)


def remove_reference(edit: QTextEdit, *, forward: bool) -> bool:
    """Backspace or Delete beside a reference takes the whole away."""
    cursor = edit.textCursor()
    if cursor.hasSelection():
        return False
    index = cursor.position() if forward else cursor.position() - 1
    found = reference_at(edit.document(), index) if index >= 0 else None
    if found is None:
        return False
    cursor.setPosition(found[0])
    cursor.setPosition(found[1], QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    edit.setTextCursor(cursor)
    return True


# -- putting in --------------------------------------------------------------------------------------------------------


def put_in_lines(edit: QTextEdit, lines: Sequence[TypedLine], dress: Dress, *, spaced: bool = False) -> None:
    """Puts lines at the caret: a single plain one in the line, others as paragraphs. `spaced` keeps words from touching."""
    cursor = edit.textCursor()
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    if table_at(cursor) is not None:
        write_stretches(cursor, _on_one_line(lines), dress)
    elif len(lines) == 1 and lines[0].kind is LineKind.PLAIN:
        before = cursor.block().text()[: cursor.positionInBlock()]
        if spaced and before and not before[-1].isspace() and before[-1] not in "(“":
            cursor.insertText(_BETWEEN, dress.chars())
        write_stretches(cursor, lines[0].stretches, dress)
    elif lines:
        _put_in_paragraphs(cursor, lines, dress)
    cursor.endEditBlock()
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()


def _put_in_paragraphs(cursor: QTextCursor, lines: Sequence[TypedLine], dress: Dress) -> None:
    if not cursor.atBlockEnd():
        # What stands after the caret stays after what is put in.
        here = cursor.position()
        cursor.insertBlock()
        cursor.setPosition(here)
    rest = lines
    opens = not cursor.block().text()
    if not opens and lines[0].kind is LineKind.PLAIN:
        write_stretches(cursor, lines[0].stretches, dress)
        rest = lines[1:]
    write_lines(cursor, rest, dress, opens=opens)


def _on_one_line(lines: Sequence[TypedLine]) -> list[Stretch]:
    """What can stand in a cell: words and references of all lines after each other."""
    found: list[Stretch] = []
    for line in lines:
        for part in (line.stretches, *line.cells):
            found += [Stretch(text=_BETWEEN)] if found and part else []
            found += part
    return found
