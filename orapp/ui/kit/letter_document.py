"""A letter as a document for the screen: the same content that becomes the Word file, set on A4 pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QCoreApplication, QMarginsF, QObject, QRectF, QSizeF
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTableFormat,
)

from orapp.letters.content import BulletList, CodedList, Operative, Paragraph, Quotation, Table
from orapp.texts.dates import plain_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from orapp.letters.content import Block, LetterContent, Run, Section

PAGE = QSizeF(595, 842)
MARGINS = QMarginsF(71, 64, 68, 62)
TEXT, SMALL, HEADING = 11, 8.5, 11.5
FAMILIES = ["Arial", "Liberation Sans", "Helvetica", "DejaVu Sans", "sans-serif"]


def letter_document(content: LetterContent, parent: QObject) -> QTextDocument:
    """The letter on A4 pages, one unit to the point (842 units high)."""
    return LetterSheet(content, parent).document


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of the letter that is set as one: what stands before the sections, a paragraph of one, or the end.

    `numbers` are those of its paragraphs, `heading` is that of the section with its number, on its first piece. A table goes
    with what stands before it.
    """

    key: str
    content: LetterContent | None
    heading: str = ""
    blocks: tuple[Block, ...] = ()
    numbers: tuple[str, ...] = ()


class LetterSheet:
    """A letter on its document. Shown again, only the pieces that changed are set anew: typing moves no more than it must."""

    def __init__(self, content: LetterContent, parent: QObject) -> None:
        self.document = _pages(parent)
        self._pieces: list[_Piece] = []
        self._starts: list[QTextCursor] = []
        self.show(content)

    def show(self, content: LetterContent) -> None:
        """Sets this letter in the place of the one that stands there."""
        new = _pieces(content)
        old = self._pieces
        first = 0
        while first < min(len(old), len(new)) and old[first] == new[first]:
            first += 1
        if first == len(old) == len(new):
            return
        last = 0
        while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
            last += 1
        if old and (first == len(old) - last or first == len(new) - last):
            # Something comes in between, or goes: the piece before it is set again, so that there is one to write over.
            first -= 1
        self._replace(first, len(old) - last, new[first : len(new) - last])
        self._pieces = new

    def top_of(self, key: str, paragraph: int = 0) -> QRectF:
        """Where a section, or the paragraph of that number below its heading, stands in the document; empty when not there."""
        place = next((index for index, piece in enumerate(self._pieces) if piece.key == key), None)
        if place is None:
            return QRectF()
        block = self._starts[place].block()
        after = next((at for at in range(place, len(self._pieces)) if self._pieces[at].key != key), len(self._pieces))
        until = self._starts[after].blockNumber() if after < len(self._starts) else self.document.blockCount()
        steps = paragraph + (1 if self._pieces[place].heading else 0)
        while steps and block.blockNumber() + 1 < until:
            block = block.next()
            steps -= 1
        return self.document.documentLayout().blockBoundingRect(block)

    def _replace(self, start: int, end: int, pieces: list[_Piece]) -> None:
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        if self._starts:
            cursor.setPosition(self._starts[start].position())
            follows = self._starts[end].position() - 1 if end < len(self._starts) else self.document.characterCount() - 1
            cursor.setPosition(follows, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        starts = []
        for number, piece in enumerate(pieces):
            setter = _Setter(cursor, opens=number == 0)
            setter.set(piece)
            starts.append(setter.start)
        self._starts[start:end] = starts
        cursor.endEditBlock()


def _pieces(content: LetterContent) -> list[_Piece]:
    opening = replace(content, sections=(), closing="", signatures=(), copies=(), annexes=())
    end = replace(content, sections=(), title="", subject="", addressee=(), reference_lines=())
    found, number = [_Piece("opening", opening)], 0
    for section in content.sections:
        if section.heading:
            number += 1
        found += _section_pieces(section, number if content.numbered and section.heading else 0)
    return [*found, _Piece("end", end)]


def _section_pieces(section: Section, number: int) -> list[_Piece]:
    """The pieces of a section: where a paragraph is written, the others need not be set again."""
    heading = f"{number}. {section.heading}" if number else section.heading
    groups: list[tuple[list[Block], list[str]]] = []
    counter = 0
    for block in section.blocks:
        if isinstance(block, Paragraph) and block.numbered and number:
            counter += 1
        if not groups or not isinstance(block, Table):
            groups.append(([], []))
        groups[-1][0].append(block)
        groups[-1][1].append(f"{number}.{counter}" if number and counter else "")
    return [
        _Piece(section.key, None, heading if at == 0 else "", tuple(blocks), tuple(numbers))
        for at, (blocks, numbers) in enumerate(groups or [([], [])])
    ]


def _pages(parent: QObject) -> QTextDocument:
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    font = QFont(FAMILIES)
    font.setPixelSize(TEXT)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    document.setDefaultFont(font)
    document.setPageSize(PAGE)
    document.setDocumentMargin(0)
    frame = QTextFrameFormat()
    frame.setTopMargin(MARGINS.top())
    frame.setBottomMargin(MARGINS.bottom())
    frame.setLeftMargin(MARGINS.left())
    frame.setRightMargin(MARGINS.right())
    document.rootFrame().setFrameFormat(frame)
    return document


class _Setter:
    """Sets one piece from top to bottom at a cursor; the first of several takes the block where the cursor stands."""

    def __init__(self, cursor: QTextCursor, *, opens: bool) -> None:
        self._cursor = cursor
        self._opens = opens
        self._begun = False
        self._begin()

    def set(self, piece: _Piece) -> None:
        """Sets the piece; `start` is then where it begins."""
        if piece.content is None:
            self._section(piece)
        elif piece.key == "opening":
            self._opening(piece.content)
        else:
            self._end(piece.content)

    def _begin(self) -> None:
        self.start = QTextCursor(self._cursor)
        self.start.setKeepPositionOnInsert(True)

    def _paragraph(self, after: float = 6, *, left: float = 0, hanging: float = 0, keep: bool = False) -> None:
        block = QTextBlockFormat()
        block.setBottomMargin(after)
        block.setLeftMargin(left)
        block.setTextIndent(-hanging)
        if hanging:
            block.setTabPositions([QTextOption.Tab(hanging, QTextOption.TabType.LeftTab)])
        block.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if keep:
            block.setPageBreakPolicy(QTextBlockFormat.PageBreakFlag.PageBreak_Auto)
        if self._opens:
            self._cursor.setBlockFormat(block)
        else:
            self._cursor.insertBlock(block, QTextCharFormat())
        if not self._begun:
            self._begin()
        self._opens, self._begun = False, True

    def _write(self, text: str, *, bold: bool = False, italic: bool = False, pixels: float = TEXT, grey: bool = False) -> None:
        form = QTextCharFormat()
        form.setFontFamilies(FAMILIES)
        form.setProperty(QTextCharFormat.Property.FontPixelSize, pixels)
        form.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        form.setFontItalic(italic)
        if grey:
            form.setFontLetterSpacing(101)
        # As in Word a line that ends inside a paragraph begins no other one.
        self._cursor.insertText(text.replace("\n", "\u2028"), form)

    def _runs(self, runs: Iterable[Run], *, bold: bool = False, italic: bool = False) -> None:
        for run in runs:
            self._write(run.text, bold=bold or run.bold, italic=italic or run.italic)

    def _opening(self, content: LetterContent) -> None:
        self._paragraph(2)
        self._write(content.sender.name, bold=True, pixels=15)
        lines = [line for line in (content.sender.organisation, *content.sender.lines) if line]
        self._paragraph(20)
        self._write(" · ".join(lines), pixels=SMALL)
        for number, line in enumerate(content.addressee, start=1):
            self._paragraph(22 if number == len(content.addressee) else 0)
            self._write(line)
        if content.confidentiality:
            self._paragraph(10)
            self._write(content.confidentiality, bold=True)
        self._reference_lines(content)
        self._paragraph(12)
        self._write(
            QCoreApplication.translate("letter", "Betreft: {subject}").format(subject=content.subject),
            bold=True,
            pixels=HEADING,
        )
        self._paragraph(10)
        self._write(content.salutation)

    def _reference_lines(self, content: LetterContent) -> None:
        place = f"{content.place}, " if content.place else ""
        dated = (QCoreApplication.translate("letter", "Datum"), f"{place}{plain_date(content.dated)}")
        lines = [pair for pair in content.reference_lines if pair[1]]
        if all(label != dated[0] for label, _ in lines):
            lines.insert(0, dated)
        for number, (label, value) in enumerate(lines, start=1):
            self._paragraph(16 if number == len(lines) else 1)
            self._write(f"{label}: ", pixels=9.5, grey=True)
            self._write(value, pixels=9.5)

    def _section(self, piece: _Piece) -> None:
        if piece.heading:
            self._paragraph(4, keep=True)
            self._write(piece.heading, bold=True, pixels=HEADING)
        for block, number in zip(piece.blocks, piece.numbers, strict=True):
            self._block(block, number)

    def _block(self, block: Block, number: str) -> None:
        match block:
            case Quotation():
                self._paragraph(2 if block.source else 8, left=22)
                self._runs(block.runs, italic=True)
                if block.source:
                    self._paragraph(8, left=22)
                    self._write(block.source, pixels=9.5, grey=True)
            case Operative():
                hanging = 26 if block.numbered and number else 0
                self._paragraph(10, left=hanging or 14, hanging=hanging)
                if hanging:
                    self._write(f"{number}\t")
                self._runs(block.runs, bold=True)
            case Paragraph():
                self._paragraph(8, left=26 if block.numbered and number else 0, hanging=26 if block.numbered and number else 0)
                if block.numbered and number:
                    self._write(f"{number}\t")
                self._runs(block.runs)
            case CodedList():
                self._coded(block)
            case BulletList():
                for runs in block.items:
                    self._paragraph(3, left=16, hanging=10)
                    self._write("•\t")
                    self._runs(runs)
            case Table():
                self._table(block)
            case _:
                assert_never(block)

    def _coded(self, block: CodedList) -> None:
        for item in block.items:
            self._paragraph(2 if item.details else 6, left=30, hanging=30)
            self._write(f"{item.code}\t", bold=True)
            self._runs(item.runs)
            for number, (label, said) in enumerate(item.details, start=1):
                self._paragraph(6 if number == len(item.details) else 1, left=30)
                self._write(f"{label}: ", italic=True, pixels=10)
                self._write(said, pixels=10)

    def _table(self, block: Table) -> None:
        if block.caption or not self._begun:
            self._paragraph(3, keep=True)
            self._write(block.caption, bold=True, pixels=10)
        form = QTextTableFormat()
        form.setHeaderRowCount(1)
        form.setCellPadding(3)
        form.setCellSpacing(0)
        form.setBorder(0.5)
        form.setBorderCollapse(True)
        form.setBottomMargin(10)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        total = sum(block.widths) or 1
        form.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, 100 * width / total) for width in block.widths]
        )
        table = self._cursor.insertTable(len(block.rows) + 1, max(1, len(block.header)), form)
        for row, cells in enumerate((block.header, *block.rows)):
            for column, cell in enumerate(cells[: len(block.header)]):
                self._cursor.setPosition(table.cellAt(row, column).firstPosition())
                self._write(cell, bold=row == 0, pixels=9.5)
        self._cursor.setPosition(table.lastPosition() + 1)

    def _end(self, content: LetterContent) -> None:
        self._paragraph(8)
        self._paragraph(28)
        self._write(content.closing)
        for signature in content.signatures:
            self._paragraph(0)
            self._write(signature.name)
            self._paragraph(24)
            self._write(signature.role, italic=True)
        if content.copies:
            self._paragraph(8)
            label = QCoreApplication.translate("letter", "Afschrift aan: {copies}").format(copies=", ".join(content.copies))
            self._write(label, pixels=10)
        if content.annexes:
            self._paragraph(2)
            self._write(QCoreApplication.translate("letter", "Bijlagen"), bold=True, pixels=10)
        for annex in content.annexes:
            self._paragraph(1, left=16, hanging=16)
            when = f", {plain_date(annex.date)}" if annex.date else ""
            version = f", {annex.version}" if annex.version else ""
            self._write(f"{annex.number}.\t{annex.title}{version}{when}", pixels=10)


def is_concept(content: LetterContent) -> bool:
    """Whether CONCEPT stands on every page."""
    return content.status.value == "concept"
