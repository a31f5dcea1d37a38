"""Paints the cells of tables: wrapped text, a quiet second line, a pill, or the mark of a term."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView
from typing_extensions import override

from orapp.ui.kit.grouped_rows import GROUP_ROLE, GroupHead
from orapp.ui.kit.labels import paint_nature
from orapp.ui.kit.long_words import hyphenated
from orapp.ui.kit.look import BASE_PIXELS, Look
from orapp.ui.kit.tables import CELL_ROLE, Cell

MOST_ADVANCES = 8192
MOST_LAYOUTS = 1024


def without_middle(text: str, metrics: QFontMetricsF, width: float) -> str:
    """The first words of a text, an ellipsis and its last two words or one, as they fit; empty where no first word fits."""
    words = text.split(" ")
    for kept in (2, 1):
        last = " ".join(words[-kept:])
        for many in range(len(words) - kept - 1, 0, -1):
            tried = f"{' '.join(words[:many])} … {last}"
            if metrics.horizontalAdvance(tried) < width:
                return tried
    return ""


class CellDelegate(QStyledItemDelegate):
    """Draws a `Cell`; a row is as high as its highest cell, and hairlines divide the rows.

    In a compact table all rows are equally high: the text takes one line where a second stands below it, else two.
    """

    def __init__(self, look: Look, view: QTableView, *, compact: bool = False) -> None:
        super().__init__(view)
        self._compact = compact
        self._look = look
        self._view = view
        self._one_line: dict[tuple[int, bool], tuple[QFontMetricsF, float]] = {}
        # A row is measured each time that its table gets another width or other rows, and painted far more often.
        self._advances: dict[tuple[str, int, bool], float] = {}
        self._known: dict[tuple[str, int, bool, int, int, bool], tuple[QTextLayout, float]] = {}
        look.changed.connect(self._forget)

    def _forget(self) -> None:
        self._one_line.clear()
        self._advances.clear()
        self._known.clear()

    def _inner(self, width: int) -> int:
        return max(1, width - 2 * self._look.px(8))

    def _mark(self, cell: Cell) -> int:
        return self._look.px(16) if cell.nature else 0

    def _laid_out(self, text: str, font: QFont, width: int) -> tuple[QTextLayout, float]:
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        height = 0.0
        spacing = self._look.px(2)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height() + spacing
        layout.endLayout()
        return layout, max(0.0, height - spacing)

    def _text_height(self, text: str, size: int, strong: bool, width: int, most: int = 0) -> float:
        """How high a text is in at most so many lines; most texts take one, and those are measured without laying them out."""
        known = self._one_line.get((size, strong))
        if known is None:
            font = self._look.font(size, strong=strong)
            known = self._one_line[size, strong] = QFontMetricsF(font), self._laid_out("x", font, width)[1]
        metrics, line = known
        if "\n" not in text and self._advance(text, size, strong, metrics) < width - 1:
            return line
        return self._fitting(text, size, width, most, strong=strong)[1]

    def _advance(self, text: str, size: int, strong: bool, metrics: QFontMetricsF) -> float:
        advance = self._advances.get((text, size, strong))
        if advance is None:
            if len(self._advances) >= MOST_ADVANCES:
                self._advances.clear()
            advance = self._advances[text, size, strong] = metrics.horizontalAdvance(text)
        return advance

    def _fitting(
        self, text: str, size: int, width: int, most: int, *, strong: bool = False, ends: bool = False
    ) -> tuple[QTextLayout, float]:
        """The text laid out in at most so many lines (0: in as many as it needs), the last one shortened."""
        key = text, size, strong, width, most, ends
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= MOST_LAYOUTS:
                self._known.clear()
            found = self._known[key] = self._lines(text, self._look.font(size, strong=strong), width, most, ends=ends)
        return found

    def _lines(self, text: str, font: QFont, width: int, most: int, *, ends: bool) -> tuple[QTextLayout, float]:
        metrics = QFontMetricsF(font)
        text = hyphenated(text, metrics, width)
        layout, height = self._laid_out(text, font, width)
        if most and layout.lineCount() > most:
            start = layout.lineAt(most - 1).textStart()
            rest = text[start:].replace("\n", " ")
            last = without_middle(rest, metrics, width) if ends else ""
            # What fits by its measure may be a hair too wide as it is laid out, and then break once more.
            for room in (width, width - self._look.px(6), width * 2 // 3):
                layout, height = self._laid_out(
                    text[:start] + (last or metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)), font, width
                )
                if layout.lineCount() <= most:
                    break
                last = ""
        return layout, height

    def _most(self, cell: Cell) -> tuple[int, int]:
        """The most lines of the text of a cell and of its second line; 0 where it takes as many as it needs."""
        if self._compact:
            return 1 if cell.second else 2, 1
        return cell.lines, 1 if cell.lines else 0

    def height_of(self, cell: Cell, width: int) -> int:
        """How high a cell of this width wants to be."""
        look = self._look
        inner = self._inner(width) - self._mark(cell)
        if cell.pill is not None:
            height = self._text_height(cell.text, 11, True, max(1, inner - look.px(16))) + look.px(6)
        else:
            height = self._text_height(cell.text, BASE_PIXELS, cell.strong, inner, cell.lines)
        if cell.second:
            height += self._text_height(cell.second, 12, False, inner, 1 if cell.lines else 0) + look.px(2)
        return round(height) + look.px(13)

    def highest_in(self, row: int) -> int:
        """How high the highest cell of a row wants to be, of those in columns that are shown."""
        view, model, highest = self._view, self._view.model(), 0
        for column in range(model.columnCount()):
            if not view.isColumnHidden(column):
                cell = model.data(model.index(row, column), CELL_ROLE)
                if isinstance(cell, Cell):
                    highest = max(highest, self.height_of(cell, view.columnWidth(column)))
        return highest

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        cell = index.data(CELL_ROLE)
        width = self._view.columnWidth(index.column())
        return QSize(width, self.height_of(cell, width) if isinstance(cell, Cell) else self._look.px(32))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        head = index.data(GROUP_ROLE)
        if isinstance(head, GroupHead):
            self._paint_head(painter, option, head, index)
            return
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return
        # The stubs of QStyleOptionViewItem know these two fields, but not what they inherit.
        box: QRect = option.rect
        look = self._look
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, look.colour("accent_soft"))
        painter.setPen(look.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._paint_current(painter, box, index)
        painter.setClipRect(box)
        left = box.left() + look.px(8)
        top = box.top() + look.px(6)
        if cell.nature:
            side = look.px(8)
            paint_nature(painter, QRectF(left, top + look.px(4), side, side), cell.nature, look)
            left += self._mark(cell)
        inner = self._inner(box.width()) - self._mark(cell)
        height = (
            self._paint_pill(painter, cell, left, top, inner) if cell.pill else self._paint_text(painter, cell, left, top, inner)
        )
        if cell.second:
            painter.setPen(look.colour("quiet"))
            layout, _ = self._fitting(cell.second, 12, inner, self._most(cell)[1], ends=cell.ends)
            layout.draw(painter, QPointF(left, top + height + look.px(2)))
        painter.restore()

    def _paint_current(self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """Where several rows can be chosen, the keyboard may stand on a row that is not: a line below it shows where."""
        view = self._view
        several = view.selectionMode() == QAbstractItemView.SelectionMode.ExtendedSelection
        if several and view.hasFocus() and index.row() == view.currentIndex().row():
            painter.fillRect(QRect(box.left(), box.bottom() - 1, box.width(), 2), self._look.colour("accent"))

    def _paint_head(
        self, painter: QPainter, option: QStyleOptionViewItem, head: GroupHead, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A heading reaches over the whole line: every cell paints its own part of it, in whatever order columns stand."""
        box: QRect = option.rect
        look = self._look
        painter.save()
        painter.setClipRect(box)
        painter.fillRect(box, look.colour("hover"))
        painter.setPen(look.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._paint_current(painter, box, index)
        line = QRect(0, box.top(), self._view.viewport().width(), box.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(7)
        left = look.px(10)
        middle = line.center().y() + 1
        corners = (
            [
                QPointF(left, middle - side / 3),
                QPointF(left + side, middle - side / 3),
                QPointF(left + side / 2, middle + side / 3),
            ]
            if head.open
            else [QPointF(left, middle - side / 2), QPointF(left + side * 2 / 3, middle), QPointF(left, middle + side / 2)]
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("quiet"))
        painter.drawPolygon(corners)
        strong = look.font(12, strong=True)
        painter.setFont(strong)
        painter.setPen(look.colour("ink"))
        words = line.adjusted(left + look.px(14), 0, -look.px(8), 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), head.words)
        painter.setPen(look.colour("quiet"))
        painter.setFont(look.font(12))
        after = round(QFontMetricsF(strong).horizontalAdvance(head.words)) + look.px(8)
        painter.drawText(
            words.adjusted(after, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), str(head.count)
        )
        painter.restore()

    def _paint_text(self, painter: QPainter, cell: Cell, left: int, top: int, width: int) -> float:
        look = self._look
        ink = look.toned(cell.tone)[0] if cell.tone is not None else look.colour("quiet" if cell.quiet else "ink")
        painter.setPen(ink)
        most = self._most(cell)[0]
        layout, height = self._fitting(cell.text, BASE_PIXELS, width, most, strong=cell.strong, ends=cell.ends)
        layout.draw(painter, QPointF(left, top))
        return height

    def _paint_pill(self, painter: QPainter, cell: Cell, left: int, top: int, width: int) -> float:
        look = self._look
        if cell.pill is None or not cell.text:
            return 0.0
        ink, soft = look.toned(cell.pill)
        layout, height = self._laid_out(cell.text, look.font(11, strong=True), max(1, width - look.px(16)))
        lines = range(layout.lineCount())
        widest = max(layout.lineAt(number).naturalTextWidth() for number in lines)
        frame = QRectF(left, top - look.px(1), widest + look.px(16), height + look.px(6))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(soft)
        round_ = min(frame.height() / 2, look.px(10))
        painter.drawRoundedRect(frame, round_, round_)
        painter.setPen(ink)
        layout.draw(painter, QPointF(left + look.px(8), top + look.px(2)))
        return height + look.px(4)
