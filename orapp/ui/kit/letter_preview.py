"""The preview of a letter: A4 pages under each other with CONCEPT on each, and the same letter as plain reading text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QShowEvent, QTextDocument
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QHBoxLayout, QStackedWidget, QTextBrowser, QVBoxLayout
from typing_extensions import override

from orapp.services.klassiek_page import KLASSIEK_PAGE
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import ActButton
from orapp.ui.kit.labels import ShortenedLabel
from orapp.ui.kit.letter_document import FAR, PAGE, LetterSheet, is_concept

if TYPE_CHECKING:
    from orapp.letters.content import LetterContent
    from orapp.services.page_look import PageLook
    from orapp.ui.kit.look import Look

GAP = 16
MOST_KEPT = 6
"""Pages of which the picture is kept: what is seen, and a little around it."""


class LetterPages(QAbstractScrollArea):
    """Paints the pages; the arrow keys and Page Up and Down scroll."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._sheet: LetterSheet | None = None
        self._kept: dict[int, QPixmap] = {}
        self._stale: dict[int, tuple[float, float]] = {}
        self._blank = QPixmap()
        self._drawn_at: tuple[float, float, int] = (0, 0, 0)
        self._concept = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        look.changed.connect(self._redraw)

    def show_sheet(self, sheet: LetterSheet) -> None:
        """Shows the pages of a letter; the place in it stays. Shown again, only the pages that changed are drawn anew."""
        same = sheet is self._sheet
        first, last = sheet.changed if same else (0, FAR)
        self._sheet = sheet
        for number in [number for number in self._kept if first <= number <= last]:
            band = sheet.band(number) if same else None
            if band is None:
                del self._kept[number]
                self._stale.pop(number, None)
            else:
                old = self._stale.get(number, band)
                self._stale[number] = (min(band[0], old[0]), max(band[1], old[1]))
        self._measure()
        for number in range(first, min(last, self.pages() - 1) + 1):
            self.viewport().update(self._frame(number).toAlignedRect())
        if last == FAR:
            self.viewport().update()

    def _redraw(self) -> None:
        self._drawn_at = (0, 0, 0)
        self.viewport().update()

    def bring_into_view(self, area: QRectF) -> None:
        """Scrolls no further than it must to show a part of the document."""
        if area.isEmpty() or self._sheet is None:
            return
        scale = self._scale()
        height = self._size().height()
        page, within = divmod(area.top(), height)
        top = GAP + page * (height * scale + GAP) + within * scale
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bottom = top + min(area.height() * scale, room / 2)
        if top < bar.value() + GAP or bottom > bar.value() + room - 2 * GAP:
            bar.setValue(round(top - room / 3))

    def pages(self) -> int:
        """How many pages the letter has here; in Word it may be another number."""
        return self._sheet.document.pageCount() if self._sheet is not None else 0

    def _size(self) -> QSizeF:
        return self._sheet.size if self._sheet is not None else PAGE

    def _frame(self, number: int) -> QRectF:
        """Where a page stands in what is seen."""
        scale, size = self._scale(), self._size()
        left = max(GAP, (self.viewport().width() - size.width() * scale) / 2)
        top = GAP + number * (size.height() * scale + GAP) - self.verticalScrollBar().value()
        return QRectF(left, top, size.width() * scale, size.height() * scale)

    def _scale(self) -> float:
        room = self.viewport().width() - 2 * GAP
        return max(0.4, min(1.6, room / self._size().width()))

    def _measure(self) -> None:
        scale = self._scale()
        height = round(self.pages() * (self._size().height() * scale + GAP) + GAP)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, height - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(48)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(560), self._look.px(640))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.colour("desk"))
        seen = QRectF(event.rect())
        step = self._frame(1).top() - self._frame(0).top()
        above = max(0, int((seen.top() - self._frame(0).top()) // step))
        for number in range(above, self.pages()):
            frame = self._frame(number)
            if frame.top() > seen.bottom():
                break
            painter.drawPixmap(frame.topLeft(), self._page(number))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _page(self, number: int) -> QPixmap:
        """The picture of a page: drawn when it is first seen, and of it what changed."""
        sheet, scale, ratio = self._sheet, self._scale(), self.devicePixelRatioF()
        if sheet is None:
            return self._blank
        drawn_at = (scale, ratio, self.pages())
        if drawn_at != self._drawn_at or is_concept(sheet.content) != self._concept:
            self._kept.clear()
            self._stale.clear()
            self._drawn_at, self._concept = drawn_at, is_concept(sheet.content)
            self._blank = self._blank_page(scale, ratio)
        known = self._kept.pop(number, None)
        band = self._stale.pop(number, None)
        if known is None or band is not None:
            painter = QPainter()
            if known is None:
                known, band = QPixmap(self._blank), None
                painter.begin(known)
            else:
                painter.begin(known)
                # Whole dots, so that no edge of the part that is drawn anew shows.
                top, bottom = int(band[0] * scale) - 1 if band else 0, int(band[1] * scale) + 2 if band else 0
                strip = QRectF(0, top, known.width() / ratio, bottom - top)
                painter.setClipRect(strip)
                painter.drawPixmap(0, 0, self._blank)
                band = (top / scale, bottom / scale)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale, scale)
            sheet.paint_page(painter, number, self._look.print_ink, band)
            painter.end()
        self._kept[number] = known  # the last that was seen stands last
        while len(self._kept) > MOST_KEPT:
            gone = next(iter(self._kept))
            del self._kept[gone]
            self._stale.pop(gone, None)
        return known

    def _blank_page(self, scale: float, ratio: float) -> QPixmap:
        """Paper without words, on which CONCEPT stands as long as the letter is one."""
        size = self._size()
        blank = QPixmap((size * scale * ratio).toSize())
        blank.setDevicePixelRatio(ratio)
        blank.fill(self._look.paper)
        if self._concept:
            painter = QPainter(blank)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale, scale)
            self._paint_concept(painter, QRectF(0, 0, size.width(), size.height()))
            painter.end()
        return blank

    def _paint_concept(self, painter: QPainter, sheet: QRectF) -> None:
        painter.save()
        painter.translate(sheet.center())
        painter.rotate(-33)
        font = QFont(self._look.family)
        font.setPixelSize(96)
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(self._look.print_concept)
        area = QRectF(-sheet.width(), -80, 2 * sheet.width(), 160)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), self.tr("CONCEPT"))
        painter.restore()


class LetterPreview(QFrame):
    """Pages and reading text of one letter; the reading text is for screen readers and for copying."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("part", "desk")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(6), 0, 0)
        column.setSpacing(look.px(4))
        row = QHBoxLayout()
        # In line with the page, which keeps this distance at every size of text.
        row.setContentsMargins(14, 0, 10, 0)
        self.extent = ShortenedLabel("quiet")
        self.extent.setObjectName("omvang")
        row.addWidget(self.extent)
        row.addStretch(1)
        self.as_text = ActButton(self.tr("Als tekst le&zen"))
        a11y.name(self.as_text, "als-tekst", self.tr("Als tekst lezen"))
        self.as_text.setCheckable(True)
        self.as_text.setAutoDefault(False)
        row.addWidget(self.as_text)
        column.addLayout(row)
        self.pages = LetterPages(look)
        a11y.name(self.pages, "bladzijden", self.tr("Voorbeeld van de brief"))
        self.reading = QTextBrowser()
        a11y.name(self.reading, "leestekst", self.tr("Tekst van de brief"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self.reading)
        column.addWidget(self._stack, 1)
        self._sheet: LetterSheet | None = None
        self._page_look = KLASSIEK_PAGE
        self._content_read = False
        self._later: LetterContent | None = None
        self.as_text.toggled.connect(self._turn)

    def show_letter(self, content: LetterContent, section: str = "", paragraph: int = 0) -> None:
        """Shows a letter; the place in it stays, unless a section is named that is being written: that comes into view.

        While nobody sees the pages, what a letter became is set when somebody does, or asks for it.
        """
        if self._sheet is not None and not self.isVisible():
            self._later = content
        else:
            self._set(content, section, paragraph)

    def _set(self, content: LetterContent, section: str = "", paragraph: int = 0) -> None:
        self._later = None
        if self._sheet is None:
            self._sheet = LetterSheet(content, self, self._page_look)
        else:
            self._sheet.show(content)
        self.pages.show_sheet(self._sheet)
        if section:
            self.pages.bring_into_view(self._sheet.top_of(section, paragraph))
        self._content_read = False
        self._read()
        count = self.pages.pages()
        words = self.tr("ongeveer 1 pagina") if count == 1 else self.tr("ongeveer {count} pagina's").format(count=count)
        if words != self.extent.text():
            self.extent.setText(words)
            self.pages.setAccessibleDescription(words)

    def open_letter(self, content: LetterContent) -> None:
        """Shows another letter, from its first page on."""
        self._set(content)
        for area in (self.pages, self.reading):
            area.verticalScrollBar().setValue(0)

    @property
    def page_look(self) -> PageLook:
        """The house style in which the letter is shown."""
        return self._page_look

    def wear(self, page_look: PageLook) -> None:
        """Sets the letter in another house style; what is seen stays about where it was."""
        if page_look == self._page_look:
            return
        self._catch_up()
        self._page_look = page_look
        if self._sheet is None:
            return
        old, self._sheet = self._sheet, None
        self._set(old.content)
        old.document.deleteLater()

    def show_section(self, section: str) -> None:
        """Brings a section into view."""
        self._catch_up()
        if self._sheet is not None:
            self.pages.bring_into_view(self._sheet.top_of(section))

    def document(self) -> QTextDocument | None:
        """The letter as it is shown."""
        self._catch_up()
        return self._sheet.document if self._sheet is not None else None

    def text(self) -> str:
        """The whole letter as it is shown."""
        self._catch_up()
        return self._sheet.text if self._sheet is not None else ""

    def _catch_up(self) -> None:
        if self._later is not None:
            self._set(self._later)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Before anything is painted: names that were hidden meanwhile are not seen for a moment."""
        self._catch_up()
        super().showEvent(event)

    def _turn(self, reading: bool) -> None:
        self._catch_up()
        self._stack.setCurrentIndex(1 if reading else 0)
        self._read()

    def _read(self) -> None:
        """The reading text is made only where it is read: it costs as much as the whole letter."""
        if self._sheet is None or not self.as_text.isChecked() or self._content_read:
            return
        place = self.reading.verticalScrollBar().value()
        self.reading.setPlainText(self._sheet.text)
        self.reading.verticalScrollBar().setValue(place)
        self._content_read = True
