"""The two levels of lists in the council's own words: a point goes below the one above it, or back to the first level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextCursor, QTextList, QTextListFormat

from orapp.letters.typed_lines import HEADS, LineKind, TypedLine
from orapp.ui.screens.letter.rich_document import list_format
from orapp.ui.screens.letter.rich_reading import kind_of, level_of, list_at, table_at

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

    from orapp.ui.screens.letter.rich_document import Dress

_POINTS = frozenset({LineKind.BULLET, LineKind.NUMBERED})
_FIRST = ("1.", "a.")


def blocks_of(cursor: QTextCursor) -> Iterator[QTextBlock]:
    """The paragraphs of a selection that stand in no table."""
    document = cursor.document()
    block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    while block.isValid():
        if table_at(QTextCursor(block)) is None:
            yield block
        if block == last:
            return
        block = block.next()


def can_go_down(block: QTextBlock) -> bool:
    """Whether a paragraph can stand below the one above it: a point of a list, or a plain one right below a list."""
    above = block.previous()
    if not above.isValid() or level_of(block) or table_at(QTextCursor(block)) is not None:
        return False
    if kind_of(block) is LineKind.PLAIN and not block.text().strip():
        return False
    return kind_of(block) in _POINTS | {LineKind.PLAIN} and (kind_of(above) in HEADS or _is_detail_of_item(above))


def _is_detail_of_item(block: QTextBlock) -> bool:
    while block.isValid() and kind_of(block) is LineKind.DETAIL:
        block = block.previous()
    return block.isValid() and kind_of(block) in {LineKind.ITEM, LineKind.NUMBERED}


def is_below(edit: QTextEdit) -> bool:
    """Whether the caret stands on the second level."""
    return bool(level_of(edit.textCursor().block()))


def go_down(edit: QTextEdit, dress: Dress) -> bool:
    """Puts the selected points below the one above them: a number gets a letter, a point stays a point."""
    cursor = edit.textCursor()
    blocks = list(blocks_of(cursor))
    if not any(can_go_down(block) for block in blocks):
        return False
    cursor.beginEditBlock()
    for block in blocks:
        if can_go_down(block):
            put_in_list(block, LineKind.BULLET if kind_of(block) is LineKind.BULLET else LineKind.NUMBERED, 1, dress)
            _part(block.next())
    cursor.endEditBlock()
    return True


def go_up(edit: QTextEdit, dress: Dress) -> bool:
    """Puts the selected points back on the first level, in the list that they stand in; below an item of the dossier plain."""
    cursor = edit.textCursor()
    blocks = [block for block in blocks_of(cursor) if level_of(block)]
    if not blocks:
        return False
    cursor.beginEditBlock()
    for block in blocks:
        head = _head(block)
        kind = kind_of(head) if head is not None else kind_of(block)
        if kind in _POINTS:
            put_in_list(block, kind, 0, dress)
        else:
            QTextCursor(block).setBlockFormat(dress.block(LineKind.PLAIN))
        _part(block.next())
    cursor.endEditBlock()
    return True


def settle(edit: QTextEdit, numbers: Sequence[int]) -> None:
    """Puts these paragraphs of the second level on the first, with their own sign or letter, as a letter has them.

    It belongs to the edit that took the point above them away: taking that back takes this back as well.
    """
    document = edit.document()
    found = []
    for number in numbers:
        block = document.findBlockByNumber(number)
        if (owner := list_at(block)) is not None:
            found.append((number, block, owner.objectIndex(), _first_level(owner, block)))
    cursor = QTextCursor(document)
    cursor.joinPreviousEditBlock()
    before, made = (-1, -1), None
    for number, block, group, form in found:
        if made is not None and before == (number - 1, group):
            made.add(block)
        else:
            made = QTextCursor(block).createList(form)
        before = number, group
    cursor.endEditBlock()


def _first_level(owner: QTextList, block: QTextBlock) -> QTextListFormat:
    """The form of a list on the first level that goes on counting where this point stands."""
    form = QTextListFormat(owner.format())
    form.setIndent(1)
    if kind_of(block) is LineKind.NUMBERED:
        form.setStart(max(1, form.start()) + owner.itemNumber(block))
    return form


def _head(block: QTextBlock) -> QTextBlock | None:
    """What a point of the second level stands below."""
    above = block.previous()
    while above.isValid() and (level_of(above) or kind_of(above) is LineKind.DETAIL):
        above = above.previous()
    return above if above.isValid() and kind_of(above) in HEADS else None


def put_in_list(block: QTextBlock, kind: LineKind, level: int, dress: Dress, code: str = "") -> None:
    """Makes a paragraph a point of this level; it goes on with the list that it follows."""
    form = dress.block(LineKind.PLAIN)
    QTextCursor(block).setBlockFormat(form)
    owner = _list_above(block, kind, level)
    if owner is None:
        first = "" if kind is LineKind.BULLET else _FIRST[1] if level else code or _FIRST[0]
        QTextCursor(block).createList(list_format(TypedLine(kind=kind, code=first, level=level)))
    else:
        owner.add(block)


def _list_above(block: QTextBlock, kind: LineKind, level: int) -> QTextList | None:
    above = block.previous()
    while above.isValid() and level_of(above) > level:
        above = above.previous()
    if not above.isValid() or kind_of(above) is not kind or level_of(above) != level:
        return None
    return list_at(above)


def _part(block: QTextBlock) -> None:
    """Counts the points of the second level from here anew where another point came above them, or on where it went."""
    if not block.isValid() or not level_of(block):
        return
    kind = kind_of(block)
    owner = _list_above(block, kind, 1)
    while block.isValid() and level_of(block) and kind_of(block) is kind:
        if owner is None:
            code = _FIRST[1] if kind is LineKind.NUMBERED else ""
            owner = QTextCursor(block).createList(list_format(TypedLine(kind=kind, code=code, level=1)))
        else:
            owner.add(block)
        block = block.next()
