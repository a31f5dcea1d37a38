"""Terms on a line of time on paper: each with its dates and its reason in words, told apart by shape and not by colour."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QCoreApplication, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPalette,
    QPen,
    QTextDocument,
)

from orapp.services.lists import day_in_figures
from orapp.texts.dates import short_date
from orapp.ui.kit.labels import AGREED, CUSTOMARY, OWN, STATUTORY, nature_word, paint_nature
from orapp.ui.kit.look import Look
from orapp.ui.kit.row_pages import Slice, line_slices
from orapp.ui.kit.timeline import Span, TimeScale

POINTS_PER_INCH = 72
_TEXT_POINTS = 9
_LINE_HEIGHT = 14
_WORDS_SHARE = 0.44
_GAP, _ROW_GAP = 10.0, 8.0
_AXIS = 16.0
_BAR, _MARK = 6.0, 8.0
_HAIRLINE = 0.5
_HEAD = 2 * _LINE_HEIGHT + 6 + _LINE_HEIGHT + _AXIS
_FOOT = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One term on paper: its name, what it belongs to, why it is what it is, a line each, and where it stands."""

    title: str
    about: str
    reasons: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineSheet:
    """What stands on the pages: whose terms, of which day, which of them (`note`), and the terms on their line."""

    heading: str
    council: str
    note: str
    scale: TimeScale
    entries: tuple[TimelineEntry, ...]


class PaperInks:
    """One ink in two strengths: what it tells must be readable where a printer has no colours."""

    def __init__(self, look: Look) -> None:
        self.ink = QColor(look.print_ink)
        self.quiet = QColor(look.print_quiet)
        self.paper = QColor(look.paper)

    def colour(self, name: str) -> QColor:
        """The ink, and for what is quiet on the screen the lighter one."""
        return self.quiet if name == "quiet" else self.ink


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A term, or a part of one that is higher than a page, at its height on a page."""

    entry: int
    part: Slice
    top: float


class TimelinePages:
    """The pages of a line of time, laid out once and drawn on a printer or in a PDF. All sizes are in points."""

    def __init__(self, sheet: TimelineSheet, font: QFont, look: Look) -> None:
        self._sheet = sheet
        self._inks = PaperInks(look)
        margins = QMarginsF(15, 14, 15, 12)
        self.layout = QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, margins, QPageLayout.Unit.Millimeter
        )
        room = self.layout.paintRect(QPageLayout.Unit.Point)
        self._width, self._height = room.width(), room.height()
        self._font = QFont(font)
        self._font.setPixelSize(_TEXT_POINTS)
        # The page is enlarged as a whole: letters may not snap to the dots of a screen.
        self._font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._words_wide = self._width * _WORDS_SHARE
        self._words = [self._document(entry) for entry in sheet.entries]
        self._pages = self._laid_out()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def titles_on(self, number: int) -> tuple[str, ...]:
        """The names of the terms on a page, from 0, in their order."""
        return tuple(self._sheet.entries[placed.entry].title for placed in self._pages[number])

    def draw(self, device: QPaintDevice, new_page: Callable[[], object], resolution: int) -> None:
        """Draws all pages on a device with so many dots per inch."""
        painter = QPainter(device)
        painter.scale(resolution / POINTS_PER_INCH, resolution / POINTS_PER_INCH)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # A preview plays what was told: without another pen before it, a new pen is not told, and the ink is that of the window.
        painter.setPen(Qt.PenStyle.NoPen)
        for number, placed in enumerate(self._pages):
            if number:
                new_page()
            self._draw_frame(painter, number)
            for one in placed:
                self._draw_entry(painter, one)
        painter.end()

    def key(self) -> str:
        """What the strokes on the line mean, as it stands at the foot of each page."""
        return QCoreApplication.translate(
            "printing",
            "De dikke streep is vandaag. Een gearceerde balk loopt tot de genoemde dag, een stippellijn erna tot de laatste dag.",
        )

    # -- laying out ----------------------------------------------------------------------------------------------------

    def _document(self, entry: TimelineEntry) -> QTextDocument:
        made = QTextDocument()
        made.setDefaultFont(self._font)
        made.setDocumentMargin(0)
        lines = [f"<b>{escape(entry.title)}</b>", *map(escape, (entry.about, *entry.reasons))]
        made.setHtml("".join(f"<div>{line}</div>" for line in lines if line))
        made.setTextWidth(self._words_wide)
        return made

    def _laid_out(self) -> list[list[_Placed]]:
        room = self._height - _HEAD - _FOOT
        pages: list[list[_Placed]] = [[]]
        used = 0.0
        for number, words in enumerate(self._words):
            for part in line_slices(words, room - _ROW_GAP):
                high = part.bottom - part.top + _ROW_GAP
                if used + high > room and pages[-1]:
                    pages.append([])
                    used = 0.0
                pages[-1].append(_Placed(entry=number, part=part, top=used))
                used += high
        return pages

    # -- drawing -------------------------------------------------------------------------------------------------------

    def _line(self) -> QRectF:
        """Where the days stand, from the left to the right edge of the line."""
        left = self._words_wide + 2 * _GAP
        return QRectF(left, _HEAD, self._width - left - _GAP, self._height - _HEAD - _FOOT)

    def _draw_frame(self, painter: QPainter, number: int) -> None:
        """What stands on every page: whose it is, its day and filter, the marks with their words, the months, the page number."""
        sheet, scale = self._sheet, self._sheet.scale
        self._draw_words(painter, 0, sheet.heading, day_in_figures(scale.today), strong=True)
        self._draw_words(painter, _LINE_HEIGHT, sheet.council, sheet.note)
        self._rule(painter, 2 * _LINE_HEIGHT + 3)
        page = QCoreApplication.translate("printing", "pagina {number} van {count}").format(number=number + 1, count=self.count)
        self._draw_words(painter, self._height - _LINE_HEIGHT, self.key(), page)
        self._draw_legend(painter, 2 * _LINE_HEIGHT + 6)
        line = self._line()
        metrics = QFontMetricsF(self._font)
        reached = line.left() - _GAP
        for day, words in scale.ticks():
            at = line.left() + line.width() * scale.place(day)
            self._stroke(painter, _HAIRLINE, quiet=True)
            painter.drawLine(QPointF(at, line.top()), QPointF(at, line.bottom()))
            wide = metrics.horizontalAdvance(words)
            if at >= reached and at + wide <= self._width:
                box = QRectF(at, line.top() - _AXIS, wide + 2, _AXIS)
                self._stroke(painter, _HAIRLINE)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)
                reached = at + wide + _GAP
        if scale.shows(scale.today):
            at = line.left() + line.width() * scale.place(scale.today)
            self._stroke(painter, 1.4)
            painter.drawLine(QPointF(at, line.top()), QPointF(at, line.bottom()))
        if not sheet.entries:
            empty = QCoreApplication.translate("printing", "Er staat geen termijn op deze tijdlijn.")
            self._draw_words(painter, _HEAD, empty, "")

    def _draw_legend(self, painter: QPainter, top: float) -> None:
        at = 0.0
        painter.setFont(self._font)
        metrics = QFontMetricsF(self._font)
        for nature in (STATUTORY, AGREED, CUSTOMARY, OWN):
            box = QRectF(at + 1, top + (_LINE_HEIGHT - _MARK) / 2, _MARK, _MARK)
            paint_nature(painter, box, nature, self._inks)
            words = nature_word(nature)
            wide = metrics.horizontalAdvance(words)
            self._stroke(painter, _HAIRLINE)
            painter.drawText(QRectF(box.right() + 4, top, wide + 2, _LINE_HEIGHT), int(Qt.AlignmentFlag.AlignVCenter), words)
            at = box.right() + wide + 16

    def _draw_entry(self, painter: QPainter, placed: _Placed) -> None:
        top, part = _HEAD + placed.top, placed.part
        self._rule(painter, top)
        painter.save()
        painter.translate(0, top + _ROW_GAP / 2 - part.top)
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, self._inks.ink)
        context.palette = palette
        shown = QRectF(0, part.top, self._words_wide, part.bottom - part.top)
        painter.setClipRect(shown)
        context.clip = shown
        self._words[placed.entry].documentLayout().draw(painter, context)
        painter.restore()
        if not part.top:  # what goes on over the page has its mark where it begins
            self._draw_span(painter, top + _ROW_GAP / 2 + _LINE_HEIGHT / 2, self._sheet.entries[placed.entry].span)

    def _draw_span(self, painter: QPainter, middle: float, span: Span) -> None:
        line, scale = self._line(), self._sheet.scale
        start, act_by, last = (line.left() + line.width() * scale.place(day) for day in (span.start, span.act_by, span.last_day))
        if act_by > start:
            self._stroke(painter, _HAIRLINE)
            painter.setBrush(Qt.BrushStyle.NoBrush if span.closed else Qt.BrushStyle.BDiagPattern)
            painter.drawRect(QRectF(start, middle - _BAR / 2, act_by - start, _BAR))
        if last > act_by:
            self._stroke(painter, 1.2, style=Qt.PenStyle.DotLine)
            painter.drawLine(QPointF(act_by, middle), QPointF(last, middle))
        mark = QRectF(act_by - _MARK / 2, middle - _MARK / 2, _MARK, _MARK)
        # What lies below the mark would fill the shapes that tell by being open.
        painter.fillRect(mark, self._inks.paper)
        paint_nature(painter, mark, span.nature, self._inks)
        words = short_date(span.act_by, this_year=scale.today.year)
        if span.act_by > scale.last:
            words = f"{words} →"
        elif span.act_by < scale.first:
            words = f"← {words}"
        font = QFont(self._font)
        font.setBold(not span.closed)
        wide = QFontMetricsF(font).horizontalAdvance(words) + 2
        right = max(act_by, last) + _MARK
        left = right if right + wide <= self._width else act_by - _MARK - wide
        box = QRectF(left, middle - _LINE_HEIGHT / 2, wide, _LINE_HEIGHT)
        painter.fillRect(box.adjusted(0, 2, 0, -2), self._inks.paper)
        painter.setFont(font)
        self._stroke(painter, _HAIRLINE)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)

    def _draw_words(self, painter: QPainter, top: float, left: str, right: str, *, strong: bool = False) -> None:
        box = QRectF(0, top, self._width, _LINE_HEIGHT)
        font = QFont(self._font)
        font.setBold(strong)
        painter.setFont(font)
        self._stroke(painter, _HAIRLINE)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), left)
        painter.setFont(self._font)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), right)

    def _rule(self, painter: QPainter, y: float) -> None:
        self._stroke(painter, _HAIRLINE, quiet=True)
        painter.drawLine(QPointF(0, y), QPointF(self._width, y))

    def _stroke(self, painter: QPainter, wide: float, *, quiet: bool = False, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        painter.setPen(QPen(self._inks.quiet if quiet else self._inks.ink, wide, style))
