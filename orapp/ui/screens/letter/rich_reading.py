"""Gives the typed text of a document back in which the council's own words were written.

What was converted is kept per paragraph, so that a keystroke costs one paragraph and not the whole text.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple, cast

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextList,
    QTextListFormat,
    QTextObject,
    QTextTable,
)

from orapp.letters.typed_lines import LINE_BREAK, SOURCE_DASH, LineKind, TypedLine, line_text, settled
from orapp.letters.typed_stretches import Stretch, merged, tidied
from orapp.ui.screens.letter.rich_document import BULLET, KIND, LETTERS, REF, WORDS

_NO_GROUP = -1


def stretches_of(block: QTextBlock) -> tuple[Stretch, ...]:
    """The words and references of a paragraph; a reference that was torn is text."""
    found: list[Stretch] = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        form, text = fragment.charFormat(), fragment.text()
        bold, italic = form.fontWeight() > QFont.Weight.Medium, form.fontItalic()
        ref, words = form.property(REF), form.property(WORDS)
        if ref and words:
            times = 0
            while text.startswith(words):
                text = text[len(words) :]
                times += 1
            found += [Stretch(ref=str(ref), bold=bold, italic=italic)] * times
        found.append(Stretch(text=text, bold=bold, italic=italic))
        iterator += 1
    return merged(found)


class _Paragraph(NamedTuple):
    """A paragraph as it was converted: its text with signs (without the number of a list), its list or its table."""

    text: str
    group: int = _NO_GROUP
    numbered: bool = False
    in_table: bool = False
    source: str = ""
    lead: str = ""
    kind: LineKind = LineKind.PLAIN
    level: int = 0


class WrittenText:
    """The typed text of a document, kept up to date by the changes that it tells."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._paragraphs: list[_Paragraph] = []
        self.read_all()

    def read_all(self) -> None:
        """Converts every paragraph."""
        self._paragraphs = []
        block = self._document.begin()
        while block.isValid():
            self._paragraphs.append(self._convert(block))
            block = block.next()

    def follow(self, position: int, _removed: int, added: int) -> None:
        """Converts the paragraphs that a change touched."""
        document = self._document
        first = document.findBlock(position)
        last = document.findBlock(min(position + added, max(0, document.characterCount() - 1)))
        if not first.isValid() or not last.isValid():
            self.read_all()
            return
        gone = len(self._paragraphs) - document.blockCount()
        start, end = first.blockNumber(), last.blockNumber()
        until = end + 1 + gone
        if until < start or until > len(self._paragraphs):
            self.read_all()
            return
        made = []
        block = first
        while block.isValid() and block.blockNumber() <= end:
            made.append(self._convert(block))
            block = block.next()
        self._paragraphs[start:until] = made

    def text(self) -> str:
        """The whole text with its signs."""
        lines: list[str] = []
        counts: dict[int, int] = {}
        tables: set[int] = set()
        quoted = False
        paragraphs = self._paragraphs
        for number, one in enumerate(paragraphs):
            if one.in_table:
                if one.group not in tables:
                    tables.add(one.group)
                    lines += self._rows(one.group)
                quoted = False
                continue
            text = one.text
            if not text and self._only_holds_a_table(number):
                continue
            if one.numbered:
                counts[one.group] = counts.get(one.group, 0) + 1
                text = f"{one.lead}{self._number(one.group, counts[one.group])} {text}"
            elif quoted and one.source:
                text = one.source
            quoted = text.startswith("> ") and not (quoted and bool(one.source))
            lines.append(text)
        return "\n".join(lines)

    def orphans(self) -> tuple[int, ...]:
        """The paragraphs, by number, that show a second level and have no point above them any more: a letter has none."""
        lines = [TypedLine(kind=one.kind, level=one.level) for one in self._paragraphs] if self._has_levels() else []
        pairs = zip(lines, settled(lines), strict=True)
        return tuple(number for number, (line, now) in enumerate(pairs) if line.level != now.level)

    def _has_levels(self) -> bool:
        return any(one.level for one in self._paragraphs)

    def _only_holds_a_table(self, number: int) -> bool:
        """Qt keeps a paragraph before a table that stands first, and after one that stands last."""
        paragraphs = self._paragraphs
        if number == 0:
            return len(paragraphs) > 1 and paragraphs[1].in_table
        return number == len(paragraphs) - 1 and paragraphs[number - 1].in_table

    def _number(self, group: int, count: int) -> str:
        made: QTextObject | None = self._document.object(group)
        form = made.format().toListFormat() if made is not None else QTextListFormat()
        value = max(1, form.start()) + count - 1 if form.start() > 0 else count
        return f"{chr(ord('a') + min(value, 26) - 1)}." if form.style() is LETTERS else f"{min(value, 999)}."

    def _rows(self, group: int) -> list[str]:
        table: object = self._document.object(group)
        if not isinstance(table, QTextTable):
            return []
        lines = []
        for row in range(table.rows()):
            cells = tuple(_cell(table, row, column) for column in range(table.columns()))
            lines.append(line_text(TypedLine(kind=LineKind.ROW, cells=cells)))
        return lines

    @staticmethod
    def _convert(block: QTextBlock) -> _Paragraph:
        table = table_at(QTextCursor(block))
        if table is not None:
            return _Paragraph("", table.objectIndex(), in_table=True, kind=LineKind.ROW)
        stretches = stretches_of(block)
        owner = list_at(block)
        if owner is not None:
            level = level_of(block)
            if owner.format().style() is BULLET:
                text = line_text(TypedLine(kind=LineKind.BULLET, stretches=stretches, level=level))
                return _Paragraph(text, kind=LineKind.BULLET, level=level)
            bare = line_text(TypedLine(kind=LineKind.BULLET, stretches=stretches)).removeprefix("- ")
            lead = line_text(TypedLine(kind=LineKind.BULLET, level=level)).removesuffix("- ")
            return _Paragraph(bare, owner.objectIndex(), numbered=True, lead=lead, kind=LineKind.NUMBERED, level=level)
        line = _line_of(block, stretches)
        source = ""
        if line.kind is LineKind.QUOTE and block.text().startswith(SOURCE_DASH):
            source = line_text(TypedLine(kind=LineKind.SOURCE, stretches=_after_dash(stretches)))
        return _Paragraph(line_text(line), source=source, kind=line.kind)


def table_at(cursor: QTextCursor) -> QTextTable | None:
    """The table in which a cursor stands."""
    return cast("QTextTable | None", cursor.currentTable())


def list_at(block: QTextBlock) -> QTextList | None:
    """The list of which a paragraph is a point."""
    return cast("QTextList | None", block.textList())


def level_of(block: QTextBlock) -> int:
    """How deep a paragraph stands in a list: 1 below another point, else 0."""
    owner = list_at(block)
    return int(owner is not None and owner.format().indent() > 1)


def kind_of(block: QTextBlock) -> LineKind:
    """What a paragraph is."""
    owner = list_at(block)
    if owner is not None:
        return LineKind.BULLET if owner.format().style() is BULLET else LineKind.NUMBERED
    kind = block.blockFormat().property(KIND)
    return LineKind(kind) if kind else LineKind.PLAIN


def _line_of(block: QTextBlock, stretches: tuple[Stretch, ...]) -> TypedLine:
    kind = kind_of(block)
    if kind is LineKind.ITEM:
        if not stretches or not stretches[0].ref:
            return TypedLine(stretches=stretches)
        rest = stretches[1:]
        if rest and rest[0].text.startswith(" "):
            first = rest[0]
            rest = merged((Stretch(text=first.text[1:], bold=first.bold, italic=first.italic), *rest[1:]))
        return TypedLine(kind=kind, code=stretches[0].ref, stretches=rest)
    if kind is LineKind.DETAIL:
        label, colon, said = (stretches[0].text if stretches else "").partition(": ")
        if not colon or not label.strip() or ":" in label or label != label.lstrip():
            return TypedLine(stretches=stretches)
        plain = [Stretch(text=one.text, ref=one.ref) for one in stretches[1:]]
        return TypedLine(kind=kind, code=label, stretches=merged((Stretch(text=said), *plain)))
    return TypedLine(kind=kind, stretches=stretches)


def _after_dash(stretches: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    plain = merged(Stretch(text=one.text, ref=one.ref) for one in stretches)
    first = Stretch(text=plain[0].text[len(SOURCE_DASH) :])
    return merged((first, *plain[1:]))


def _cell(table: QTextTable, row: int, column: int) -> tuple[Stretch, ...]:
    cell = table.cellAt(row, column)
    cursor = cell.firstCursorPosition()
    last = cell.lastCursorPosition().blockNumber()
    found: list[Stretch] = []
    block = cursor.block()
    while block.isValid() and block.blockNumber() <= last:
        found += [Stretch(text=LINE_BREAK)] if found else []
        found += [replace(one, bold=one.bold and row > 0) for one in stretches_of(block)]
        block = block.next()
    return tidied(found)


def text_of_selection(document: QTextDocument) -> str:
    """The typed text of a document that was made of a selection."""
    return WrittenText(document).text()
