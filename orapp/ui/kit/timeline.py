"""Terms on a line of time, as a painted column of a table: each row stays a row that the keyboard and a screen reader walk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem
from typing_extensions import override

from orapp.texts.dates import SHORT_MONTHS, short_date
from orapp.ui.kit.cells import CellDelegate
from orapp.ui.kit.labels import paint_nature
from orapp.ui.kit.look import Look, Tone
from orapp.ui.kit.tables import Table

WEEKS_UP_TO = 75
"""Up to so many days the ticks are Mondays, beyond it the first days of months."""

LEAST_TICK_PIXELS = 44
EDGE_PIXELS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One term on the line: from its start to the day to work with, and on to its last day. `closed` ones are drawn quietly."""

    start: date
    act_by: date
    last_day: date
    nature: str
    tone: Tone
    closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeScale:
    """The days that a line shows, both ends included, and which of them is today."""

    first: date
    last: date
    today: date

    @property
    def days(self) -> int:
        """How many days long it is, at least one."""
        return max(1, (self.last - self.first).days)

    def place(self, day: date) -> float:
        """Where a day stands: 0 at the beginning, 1 at the end; what lies outside stands at the edge."""
        return min(1.0, max(0.0, (day - self.first).days / self.days))

    def shows(self, day: date) -> bool:
        """Whether the line reaches this day."""
        return self.first <= day <= self.last

    def ticks(self) -> tuple[tuple[date, str], ...]:
        """The days that are marked, with their words: Mondays, or first days of months with the year where it begins."""
        if self.days <= WEEKS_UP_TO:
            first = self.first + timedelta(days=-self.first.weekday() % 7)
            mondays = (first + timedelta(weeks=week) for week in range(self.days // 7 + 1))
            return tuple((day, f"{day.day} {SHORT_MONTHS[day.month - 1]}") for day in mondays if day <= self.last)
        found: list[tuple[date, str]] = []
        year, month = self.first.year, self.first.month
        while (day := date(year, month, 1)) <= self.last:
            if day >= self.first:
                named = SHORT_MONTHS[month - 1]
                found.append((day, f"{named} {year}" if month == 1 or not found else named))
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)
        return tuple(found)


def scale_for(spans: list[Span], today: date, least: int = 60, most: int = 400) -> TimeScale:
    """The line for these terms: from a little before the earliest day that asks for something, no more than `most` days."""
    days = [span.act_by for span in spans] or [today]
    first = max(min(*days, today) - timedelta(days=7), today - timedelta(days=most // 3))
    wanted = max(*days, today + timedelta(days=least - 7)) + timedelta(days=7)
    return TimeScale(first=first, last=min(wanted, first + timedelta(days=most)), today=today)


class TimelineDelegate(CellDelegate):
    """Paints one column as a line of time, and the others as cells."""

    def __init__(self, look: Look, table: Table[Any], column: int, span_of: Callable[[Any], Span]) -> None:
        super().__init__(look, table, compact=True)
        self._table = table
        self._column = column
        self._span_of = span_of
        self.scale: TimeScale | None = None

    def show_scale(self, scale: TimeScale) -> None:
        """Shows these days."""
        self.scale = scale
        self._table.viewport().update()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        row = self._table.row_model.row_at(index)
        if index.column() != self._column or row is None or self.scale is None:
            super().paint(painter, option, index)
            return
        # The stubs of QStyleOptionViewItem know these two fields, but not what they inherit.
        box: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, self._look.colour("accent_soft"))
        painter.setPen(self._look.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setClipRect(box)
        line = line_of(QRectF(box), self._look)
        self._paint_ground(painter, line, self.scale)
        self._paint_span(painter, line, self.scale, self._span_of(row))
        painter.restore()

    def _paint_ground(self, painter: QPainter, line: QRectF, scale: TimeScale) -> None:
        look = self._look
        painter.setPen(QPen(look.colour("line"), 1))
        for day, _ in scale.ticks():
            at = line.left() + line.width() * scale.place(day)
            painter.drawLine(QPointF(at, line.top()), QPointF(at, line.bottom()))
        if scale.shows(scale.today):
            at = line.left() + line.width() * scale.place(scale.today)
            painter.setPen(QPen(look.colour("accent"), 1.4))
            painter.drawLine(QPointF(at, line.top()), QPointF(at, line.bottom()))

    def _paint_span(self, painter: QPainter, line: QRectF, scale: TimeScale, span: Span) -> None:
        look = self._look
        ink, soft = look.toned(Tone.PLAIN if span.closed else span.tone)
        middle = line.center().y()
        high = look.px(8)
        start, act_by, last = (line.left() + line.width() * scale.place(day) for day in (span.start, span.act_by, span.last_day))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(soft)
        if act_by > start:
            painter.save()
            # What began before the line runs in from its very edge, without a round end: it does not begin there.
            painter.setClipRect(line, Qt.ClipOperation.IntersectClip)
            earlier = high if span.start < scale.first else 0
            painter.drawRoundedRect(
                QRectF(start - earlier, middle - high / 2, act_by - start + earlier, high), high / 2, high / 2
            )
            painter.restore()
        if last > act_by:
            # Between the safe and the last day: still possible, no longer safe.
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink, 1.2, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(act_by, middle), QPointF(last, middle))
        side = look.px(11)
        paint_nature(painter, QRectF(act_by - side / 2, middle - side / 2, side, side), span.nature, look)
        self._paint_day(painter, line, scale, span, (act_by, last))

    def _paint_day(self, painter: QPainter, line: QRectF, scale: TimeScale, span: Span, ends: tuple[float, float]) -> None:
        """The day beside its mark; an arrow says that it lies beyond the line."""
        look = self._look
        words = short_date(span.act_by, this_year=scale.today.year)
        if span.act_by > scale.last:
            words = f"{words} →"
        elif span.act_by < scale.first:
            words = f"← {words}"
        font = look.font(12, strong=not span.closed)
        wide = QFontMetricsF(font).horizontalAdvance(words) + 2
        act_by, last = ends
        gap = look.px(10)
        right = max(act_by, last) + gap
        left = right if right + wide <= line.right() + look.px(EDGE_PIXELS) else act_by - gap - wide
        painter.setFont(font)
        painter.setPen(look.toned(span.tone)[0] if not span.closed and span.tone is Tone.DANGER else look.colour("ink"))
        ground = QRectF(left, line.top(), wide, line.height())
        painter.drawText(ground, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)


def line_of(box: QRectF, look: Look) -> QRectF:
    """Where within a cell the days stand: a mark at either end has room."""
    edge = look.px(EDGE_PIXELS)
    return box.adjusted(edge, 0, -edge, -1)


class TimeAxis(QHeaderView):
    """The headings of such a table: above the line of time its weeks or months, and where today is."""

    def __init__(self, look: Look, table: Table[Any], column: int) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._look = look
        self._column = column
        self._scale: TimeScale | None = None
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_scale(self, scale: TimeScale) -> None:
        """Names these days."""
        self._scale = scale
        self.viewport().update()

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if logicalIndex != self._column or self._scale is None:
            super().paintSection(painter, rect, logicalIndex)
            return
        look = self._look
        painter.save()
        painter.fillRect(rect, look.colour("surface"))
        painter.setPen(look.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        font = look.font(11, strong=True)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        line = line_of(QRectF(rect), look)
        painter.setPen(look.colour("quiet"))
        reached = line.left() - look.px(EDGE_PIXELS)
        for day, words in self._scale.ticks():
            at = line.left() + line.width() * self._scale.place(day)
            wide = metrics.horizontalAdvance(words)
            if at >= reached and at + wide <= rect.right():
                painter.drawText(QRectF(at, rect.top(), wide + 2, rect.height()), int(Qt.AlignmentFlag.AlignVCenter), words)
                reached = at + max(wide + look.px(8), look.px(LEAST_TICK_PIXELS))
        painter.restore()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._look.px(28))
