"""What stands beside each other on a page: cells of a house style, signatures and small tables, each set in a text of its own.

Such a piece is one sign in the letter. Whatever is typed before it, it only moves, where a table inside the letter would be
laid out anew with each keystroke; and as in Word a small table stands on one page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QImage,
    QPainter,
    QPalette,
    QPyTextObject,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableCellFormat,
    QTextTableFormat,
)
from typing_extensions import override

from orapp.services.page_look import FrameLine, FrameRow, PictureLook
from orapp.ui.kit.letter_formats import UNITS, Formats, Setter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from orapp.letters.cell_looks import Cell
    from orapp.services.page_look import RuleLook, TableLook, TextLook

PIECE: Final = QTextFormat.ObjectTypes.UserObject.value + 1
NUMBER: Final = QTextFormat.Property.UserProperty.value + 3
# A point of a picture of the council's own (62 by 13 mm at most, as in Word).
LOGO_ROOM: Final = QSizeF(175.7, 36.8)
_DOTS: Final = 96
_POINTS: Final = 72


class Pieces(QPyTextObject):
    """Draws the texts that stand in a letter as one sign. `ink` is the colour of words that have none of their own."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._texts: dict[int, QTextDocument] = {}
        self._next = 1
        self.ink = QColor()

    def keep(self, text: QTextDocument) -> QTextCharFormat:
        """Keeps a text; gives the format of the sign that stands for it."""
        form = QTextCharFormat()
        form.setObjectType(PIECE)
        form.setProperty(NUMBER, self._next)
        text.setParent(self)
        self._texts[self._next] = text
        self._next += 1
        return form

    def forget_except(self, document: QTextDocument) -> None:
        """Lets go of texts that no longer stand in the letter."""
        used = set()
        for form in document.allFormats():
            if form.objectType() == PIECE:
                used.add(form.property(NUMBER))
        for number in self._texts.keys() - used:
            self._texts.pop(number).deleteLater()

    @override
    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        text = self._texts.get(format.property(NUMBER))
        return QSizeF() if text is None else QSizeF(text.textWidth() - 0.5, text.size().height())

    @override
    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, posInDocument: int, format: QTextFormat
    ) -> None:
        text = self._texts.get(format.property(NUMBER))
        if text is None:
            return
        painter.save()
        painter.translate(QPointF(rect.topLeft()))
        draw_text(painter, text, self.ink)
        painter.restore()


def draw_text(painter: QPainter, text: QTextDocument, ink: QColor) -> None:
    """Draws a text where the painter stands."""
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, ink)
    context.palette = palette
    text.documentLayout().draw(painter, context)


def bare_text(width: float, parent: QObject) -> QTextDocument:
    """A text of this width in points, without white around it."""
    text = QTextDocument(parent)
    text.setUndoRedoEnabled(False)
    text.setDocumentMargin(0)
    text.setTextWidth(UNITS * width)
    return text


class FrameSetter:
    """Sets what a house style has around a letter: its words, and the values of its places."""

    def __init__(self, formats: Formats, values: Mapping[str, str], lines: Sequence[tuple[str, str]], logo: bytes) -> None:
        self._formats = formats
        self._values = values
        self._lines = lines
        self._logo = logo
        self._pictures = 0

    def edge(self, rows: Sequence[FrameRow], width: float, parent: QObject) -> QTextDocument:
        """The head or foot of a page."""
        text = bare_text(width, parent)
        setter = Setter(QTextCursor(text), self._formats, opens=True)
        number = 0
        while number < len(rows):
            group = rows[number : number + 1]
            if is_line(rows[number]):
                self.line(setter, rows[number].cells[0][1][0])
            else:
                group = beside(rows, number)
                self._table(setter, group)
            number += len(group)
        return text

    def line(self, setter: Setter, line: FrameLine, *, last: bool = False, values: Mapping[str, str] | None = None) -> bool:
        """Sets a paragraph; one of which all places are empty stays out, as in Word, unless a cell would end without."""
        known = self._values if values is None else values
        places = line.places
        pictured = any(isinstance(part, PictureLook) for part in line.parts) or ("logo" in places and bool(self._logo))
        if places and not pictured and not last and not any(known.get(place) for place in places):
            return False
        setter.paragraph(line.look)
        for part in line.parts:
            if isinstance(part, PictureLook):
                self._picture(setter, part.data, QSizeF(part.width, part.height))
            elif part == "{logo}":
                self._picture(setter, self._logo, QSizeF())
            else:
                setter.write(known.get(part[1:-1], "") if part.startswith("{") else part, line.look)
        return True

    def piece(self, rows: Sequence[FrameRow], width: float, parent: QObject) -> QTextDocument:
        """Rows of cells as a text of their own."""
        text = bare_text(width, parent)
        self._table(Setter(QTextCursor(text), self._formats, opens=True), rows)
        return text

    def _table(self, setter: Setter, rows: Sequence[FrameRow]) -> None:
        filled: list[tuple[FrameRow, Mapping[str, str]]] = []
        for row in rows:
            if row.repeated:
                filled += [(row, {"reference.label": label, "reference.value": value}) for label, value in self._lines]
            else:
                filled.append((row, self._values))
        columns = max((len(row.cells) for row in rows), default=0)
        if not filled or not columns:
            return
        cursor = setter.cursor
        form = _bare_table([width for width, _ in rows[0].cells])
        if setter.begun:
            form.setTopMargin(cursor.blockFormat().bottomMargin())
        else:
            setter.begin(self._formats.thin())
            cursor.setBlockCharFormat(self._formats.speck())
        table = cursor.insertTable(len(filled), columns, form)
        for at, (row, values) in enumerate(filled):
            for column, (_, lines) in enumerate(row.cells):
                cell = table.cellAt(at, column)
                white = QTextTableCellFormat()
                white.setLeftPadding(UNITS * row.white[0])
                white.setRightPadding(UNITS * row.white[1])
                cell.setFormat(white)
                inner = Setter(cell.firstCursorPosition(), self._formats, opens=True)
                for number, line in enumerate(lines, start=1):
                    self.line(inner, line, last=number == len(lines) and not inner.begun, values=values)
                _hold_white(cell)
        _hold_height(table, [row for row, _ in filled])
        cursor.setPosition(table.lastPosition() + 1)
        cursor.setBlockFormat(self._formats.thin())
        cursor.setBlockCharFormat(self._formats.speck())

    def _picture(self, setter: Setter, data: bytes, size: QSizeF) -> None:
        image = QImage.fromData(data) if data else QImage()
        if image.isNull():
            return
        if size.isEmpty():
            size = QSizeF(image.size()) * (_POINTS / _DOTS)
            shrink = min(1.0, LOGO_ROOM.width() / size.width(), LOGO_ROOM.height() / size.height())
            size *= shrink
        self._pictures += 1
        name = f"beeld:{self._pictures}"
        setter.cursor.document().addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
        form = QTextImageFormat()
        form.setName(name)
        form.setWidth(UNITS * size.width())
        form.setHeight(UNITS * size.height())
        setter.cursor.insertImage(form)


def is_line(row: FrameRow) -> bool:
    """Whether it is a paragraph by itself."""
    return len(row.cells) == 1 and not row.cells[0][0] and not row.repeated and len(row.cells[0][1]) == 1


def beside(rows: Sequence[FrameRow], number: int) -> Sequence[FrameRow]:
    """The rows of one table, from this one."""
    end = number + 1
    while end < len(rows) and not is_line(rows[end]) and len(rows[end].cells) == len(rows[number].cells):
        end += 1
    return rows[number:end]


def _bare_table(widths: Sequence[float]) -> QTextTableFormat:
    form = QTextTableFormat()
    form.setBorder(0)
    form.setCellPadding(0)
    form.setCellSpacing(0)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    form.setColumnWidthConstraints([QTextLength(QTextLength.Type.FixedLength, UNITS * width) for width in widths])
    return form


def _hold_height(table: QTextTable, rows: Sequence[FrameRow]) -> None:
    """A row that must be higher than what stands in it (the letterhead above the window of an envelope)."""
    least = UNITS * sum(row.height for row in rows)
    if not least:
        return
    stands = table.document().documentLayout().frameBoundingRect(table).height() - table.format().toTableFormat().topMargin()
    lacks = least - stands
    if lacks > 0:
        cell = table.cellAt(len(rows) - 1, 0)
        form = QTextTableCellFormat(cell.format().toTableCellFormat())
        form.setBottomPadding(form.bottomPadding() + lacks)
        cell.setFormat(form)


def _hold_white(cell: QTextTableCell) -> None:
    """The white above the first paragraph of a cell and below the last, which Qt leaves out."""
    first, last = cell.firstCursorPosition().blockFormat(), cell.lastCursorPosition().blockFormat()
    form = QTextTableCellFormat(cell.format().toTableCellFormat())
    form.setTopPadding(form.topPadding() + first.topMargin())
    form.setBottomPadding(form.bottomPadding() + last.bottomMargin())
    cell.setFormat(form)


def set_table(
    setter: Setter,
    look: TableLook,
    styles: tuple[TextLook, TextLook],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    figures: Sequence[bool],
) -> QTextTable:
    """A table of the letter: its head first, in the lines and colours of the house style."""
    head, plain = styles
    form = _bare_table(widths)
    form.setBorderCollapse(True)
    form.setHeaderRowCount(1)
    table = setter.cursor.insertTable(len(rows), len(widths), form)
    for at, cells in enumerate(rows):
        for column in range(len(widths)):
            cell = table.cellAt(at, column)
            cell.setFormat(_cell_format(look, at, len(rows), column))
            style = head if at == 0 else plain
            inner = Setter(cell.firstCursorPosition(), setter.formats, opens=True)
            block = setter.formats.block(style)
            inner.begin(_to_the_right(block) if figures[column] else block)
            for run in cells[column] if column < len(cells) else ():
                inner.write(run.text, style, bold=run.bold, italic=run.italic)
            _hold_white(cell)
    setter.cursor.setPosition(table.lastPosition() + 1)
    return table


def _to_the_right(block: QTextBlockFormat) -> QTextBlockFormat:
    made = QTextBlockFormat(block)
    made.setAlignment(Qt.AlignmentFlag.AlignRight)
    return made


def _cell_format(look: TableLook, row: int, rows: int, column: int) -> QTextTableCellFormat:
    form = QTextTableCellFormat()
    top, right, bottom, left = look.white
    form.setTopPadding(UNITS * top)
    form.setRightPadding(UNITS * right)
    form.setBottomPadding(UNITS * bottom)
    form.setLeftPadding(UNITS * left)
    sides = {rule.side: rule for rule in look.rules}
    if row == 0 and look.head_fill:
        form.setBackground(QColor(f"#{look.head_fill}"))
    above = sides.get("top") if row == 0 else None
    below = sides.get("bottom") if row == rows - 1 else sides.get("insideH")
    if row == 0:
        below = next((rule for rule in look.head_rules if rule.side == "bottom"), below)
    _side(form, "Top", above)
    _side(form, "Bottom", below)
    _side(form, "Left", sides.get("left") if column == 0 else sides.get("insideV"))
    return form


def _side(form: QTextTableCellFormat, side: str, rule: RuleLook | None) -> None:
    if rule is None:
        return
    getattr(form, f"set{side}Border")(UNITS * rule.width)
    getattr(form, f"set{side}BorderStyle")(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    getattr(form, f"set{side}BorderBrush")(QColor(f"#{rule.colour}"))
