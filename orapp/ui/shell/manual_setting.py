"""Sets a page of the manual in type: Markdown with our own sizes, distances and colours, for the screen and for paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
)

if TYPE_CHECKING:
    from orapp.ui.kit.look import Look

LINE_PERCENT, TITLE_PERCENT = 140, 115
TEXT, TITLE, HEADING = 14, 22, 16
QUOTE = int(QTextFormat.Property.BlockQuoteLevel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The colours of a page: of its text, its links, what is said softly, and the grounds of keys and of the first words."""

    ink: QColor
    link: QColor
    quiet: QColor
    key: QColor
    soft: QColor
    line: QColor

    @classmethod
    def of_screen(cls, look: Look) -> Colours:
        """Those of the palette in force."""
        colour = look.colour
        return cls(
            ink=colour("ink"),
            link=colour("accent"),
            quiet=colour("quiet"),
            key=colour("hover"),
            soft=colour("accent_soft"),
            line=colour("line"),
        )

    @classmethod
    def of_paper(cls, look: Look) -> Colours:
        """Those of a printed sheet, whatever the palette is."""
        return cls(
            ink=look.print_ink,
            link=look.print_ink,
            quiet=look.print_quiet,
            key=look.paper,
            soft=look.paper,
            line=look.print_quiet,
        )


def set_page(document: QTextDocument, markdown: str, look: Look, colours: Colours) -> None:
    """Fills a document with a page; pictures are asked of the document while this is done."""
    document.setDefaultFont(look.font(TEXT))
    document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for block in _blocks(document):
        _set_block(cursor, block, look)
        _set_words(cursor, block, look, colours)
    _set_aside(cursor, document, look, colours)
    cursor.endEditBlock()


def framed(picture: QImage, width: int, colours: Colours) -> QImage:
    """The picture no wider than this, with a hairline around it, so that white on white has an edge."""
    made = picture if picture.width() <= width else picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    made = made.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(made)
    painter.setPen(QPen(colours.line, 1))
    painter.drawRect(made.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return made


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _set_aside(cursor: QTextCursor, document: QTextDocument, look: Look, colours: Colours) -> None:
    """Puts what is achieved, the words before the steps, on a ground of its own."""
    quoted = [block for block in _blocks(document) if block.blockFormat().property(QUOTE)]
    ground = QTextFrameFormat()
    ground.setBackground(colours.soft)
    ground.setBorder(0)
    ground.setPadding(look.px(10))
    ground.setBottomMargin(look.px(4))
    for block in quoted[:1]:
        form = block.blockFormat()
        form.setLeftMargin(0)
        form.setRightMargin(0)
        form.setBottomMargin(0)
        cursor.setPosition(block.position())
        cursor.setBlockFormat(form)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        framed_words = cursor.insertFrame(ground)
        cursor.setPosition(framed_words.firstPosition())
        cursor.setBlockFormat(form)
        # A frame stands between two lines of its own, which are to be no higher than a distance.
        for place in (framed_words.firstPosition() - 1, framed_words.lastPosition() + 1):
            beside = document.findBlock(place)
            if beside.length() == 1:
                _flatten(cursor, beside)


def _flatten(cursor: QTextCursor, block: QTextBlock) -> None:
    form = QTextBlockFormat()
    form.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor.setPosition(block.position())
    cursor.setBlockFormat(form)


def _set_block(cursor: QTextCursor, block: QTextBlock, look: Look) -> None:
    form = QTextBlockFormat(block.blockFormat())
    level = form.headingLevel()
    # A picture counts as a letter of its line: a line and a half of it would leave a hole above it.
    pictured = any(piece.isImageFormat() for _, _, piece in _pieces(block))
    percent = 100 if pictured else TITLE_PERCENT if level else LINE_PERCENT
    form.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    form.setTopMargin(look.px({0: 0, 1: 0}.get(level, 18)))
    form.setBottomMargin(look.px({0: 5 if block.textList() is not None else 9, 1: 10}.get(level, 6)))
    cursor.setPosition(block.position())
    cursor.setBlockFormat(form)


def _set_words(cursor: QTextCursor, block: QTextBlock, look: Look, colours: Colours) -> None:
    level = block.blockFormat().headingLevel()
    for start, length, form in _pieces(block):
        if form.isImageFormat():
            continue
        own = QTextCharFormat(form)
        own.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
        own.setForeground(colours.link if form.isAnchor() else colours.ink)
        if form.isAnchor():
            own.setFontUnderline(True)
        if level:
            own.setFont(look.font({1: TITLE}.get(level, HEADING), strong=True))
        elif form.fontFixedPitch():
            own.setFont(look.font(TEXT))
            own.setFontWeight(QFont.Weight.DemiBold)
            own.setBackground(colours.key)
        elif form.fontWeight() > QFont.Weight.Medium:
            own.setFontWeight(QFont.Weight.DemiBold)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(own)
    if block.textList() is not None:
        cursor.setPosition(block.position())
        cursor.mergeBlockCharFormat(_coloured(colours.ink))


def _coloured(ink: QColor) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(ink)
    return form


def _pieces(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    # Taken first and changed afterwards: a fragment that is changed is no longer there.
    found = []
    walk = block.begin()
    while not walk.atEnd():
        piece = walk.fragment()
        found.append((piece.position(), piece.length(), piece.charFormat()))
        walk += 1
    return found


def set_tables(document: QTextDocument, look: Look, colours: Colours) -> None:
    """Gives tables the width of the page, hairlines and room in their cells."""
    for table in document.rootFrame().childFrames():
        if not isinstance(table, QTextTable):
            continue
        form = table.format()
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setBorder(0)
        form.setCellPadding(look.px(4))
        form.setCellSpacing(0)
        table.setFormat(form)
        for row in range(table.rows()):
            for column in range(table.columns()):
                _underline(table.cellAt(row, column), colours)


def _underline(cell: QTextTableCell, colours: Colours) -> None:
    form = cell.format().toTableCellFormat()
    form.setBottomBorder(1)
    form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBottomBorderBrush(colours.line)
    cell.setFormat(form)
