"""The council's own words on a document to write in: typed text is set with its looks, and the document gives its text back.

The looks are those of the letter as near as a field can show them; a reference stands as its words on a soft ground and is one
thing. What was converted is kept per paragraph, so that a keystroke costs one paragraph and not the whole text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextList,
    QTextListFormat,
    QTextObject,
    QTextTable,
    QTextTableFormat,
)

from orapp.letters.typed_lines import LINE_BREAK, SOURCE_DASH, LineKind, Stretch, TypedLine, line_text, merged

if TYPE_CHECKING:
    from orapp.ui.kit.look import Look

KIND = QTextFormat.Property.UserProperty.value + 1
REF = QTextFormat.Property.UserProperty.value + 2
WORDS = QTextFormat.Property.UserProperty.value + 3
MARKED = frozenset({LineKind.QUOTE, LineKind.OPERATIVE, LineKind.ITEM, LineKind.DETAIL})
_LISTS = frozenset({LineKind.BULLET, LineKind.NUMBERED})
_BULLET = QTextListFormat.Style.ListDisc
_DECIMAL, _LETTERS = QTextListFormat.Style.ListDecimal, QTextListFormat.Style.ListLowerAlpha
_NOT_BLOCK = -1


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
            continue
        _write_line(cursor, line, lines[at - 1] if at else None, dress, opens=opens)
        opens = False
        at += 1


def _write_line(cursor: QTextCursor, line: TypedLine, before: TypedLine | None, dress: Dress, *, opens: bool) -> None:
    former = cursor.currentList() if before is not None and not opens else None
    kind = LineKind.QUOTE if line.kind is LineKind.SOURCE else line.kind
    form = dress.block(kind)
    if opens:
        cursor.setBlockFormat(form)
        cursor.setBlockCharFormat(dress.chars())
    else:
        cursor.insertBlock(form, dress.chars())
    if line.kind in _LISTS:
        if former is not None and before is not None and _follows(before, line):
            former.add(cursor.block())
        else:
            cursor.createList(list_format(line))
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
        form.setStyle(_BULLET)
    elif bare.isdigit():
        form.setStyle(_DECIMAL)
        form.setStart(int(bare))
    else:
        form.setStyle(_LETTERS)
        form.setStart(ord(bare) - ord("a") + 1)
    form.setIndent(1)
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
    return Stretch(text=one.text, ref=one.ref, bold=head)


# -- reading -----------------------------------------------------------------------------------------------------------


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
    group: int = _NOT_BLOCK
    numbered: bool = False
    in_table: bool = False
    source: str = ""


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
                text = f"{self._number(one.group, counts[one.group])} {text}"
            elif quoted and one.source:
                text = one.source
            quoted = text.startswith("> ") and not (quoted and bool(one.source))
            lines.append(text)
        return "\n".join(lines)

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
        return f"{chr(ord('a') + min(value, 26) - 1)}." if form.style() is _LETTERS else f"{min(value, 999)}."

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
            return _Paragraph("", table.objectIndex(), in_table=True)
        stretches = stretches_of(block)
        owner = list_at(block)
        if owner is not None:
            if owner.format().style() is _BULLET:
                return _Paragraph(line_text(TypedLine(kind=LineKind.BULLET, stretches=stretches)))
            bare = line_text(TypedLine(kind=LineKind.BULLET, stretches=stretches)).removeprefix("- ")
            return _Paragraph(bare, owner.objectIndex(), numbered=True)
        line = _line_of(block, stretches)
        source = ""
        if line.kind is LineKind.QUOTE and block.text().startswith(SOURCE_DASH):
            source = line_text(TypedLine(kind=LineKind.SOURCE, stretches=_after_dash(stretches)))
        return _Paragraph(line_text(line), source=source)


def table_at(cursor: QTextCursor) -> QTextTable | None:
    """The table in which a cursor stands."""
    return cast("QTextTable | None", cursor.currentTable())


def list_at(block: QTextBlock) -> QTextList | None:
    """The list of which a paragraph is a point."""
    return cast("QTextList | None", block.textList())


def kind_of(block: QTextBlock) -> LineKind:
    """What a paragraph is."""
    owner = list_at(block)
    if owner is not None:
        return LineKind.BULLET if owner.format().style() is _BULLET else LineKind.NUMBERED
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
        found += [Stretch(text=one.text, ref=one.ref) for one in stretches_of(block)]
        block = block.next()
    return merged(found)


def text_of_selection(document: QTextDocument) -> str:
    """The typed text of a document that was made of a selection."""
    return WrittenText(document).text()
