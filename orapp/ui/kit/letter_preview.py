"""The preview of a letter: A4 pages under each other with CONCEPT on each, and the same letter as plain reading text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QFont, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QHBoxLayout, QPushButton, QStackedWidget, QTextBrowser, QVBoxLayout
from typing_extensions import override

from orapp.ui.kit import a11y
from orapp.ui.kit.labels import ShortenedLabel
from orapp.ui.kit.letter_document import PAGE, SMALL, LetterSheet, is_concept

if TYPE_CHECKING:
    from orapp.letters.content import LetterContent
    from orapp.ui.kit.look import Look

GAP = 16


class LetterPages(QAbstractScrollArea):
    """Paints the pages; the arrow keys and Page Up and Down scroll."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._document: QTextDocument | None = None
        self._concept = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        look.changed.connect(self.viewport().update)

    def show_document(self, document: QTextDocument, *, concept: bool) -> None:
        """Shows these pages; the place in the letter stays."""
        self._document = document
        self._concept = concept
        self._measure()
        self.viewport().update()

    def bring_into_view(self, area: QRectF) -> None:
        """Scrolls no further than it must to show a part of the document."""
        if area.isEmpty() or self._document is None:
            return
        scale = self._scale()
        page, within = divmod(area.top(), PAGE.height())
        top = GAP + page * (PAGE.height() * scale + GAP) + within * scale
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bottom = top + min(area.height() * scale, room / 2)
        if top < bar.value() + GAP or bottom > bar.value() + room - 2 * GAP:
            bar.setValue(round(top - room / 3))

    def pages(self) -> int:
        """How many pages the letter has here; in Word it may be another number."""
        return self._document.pageCount() if self._document is not None else 0

    def _scale(self) -> float:
        room = self.viewport().width() - 2 * GAP
        return max(0.4, min(1.6, room / PAGE.width()))

    def _measure(self) -> None:
        scale = self._scale()
        height = round(self.pages() * (PAGE.height() * scale + GAP) + GAP)
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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), self._look.colour("desk"))
        if self._document is not None:
            scale = self._scale()
            left = max(GAP, (self.viewport().width() - PAGE.width() * scale) / 2)
            for number in range(self.pages()):
                top = GAP + number * (PAGE.height() * scale + GAP) - self.verticalScrollBar().value()
                if top < self.viewport().height() and top + PAGE.height() * scale > 0:
                    painter.save()
                    painter.translate(left, top)
                    painter.scale(scale, scale)
                    self._paint_page(painter, number)
                    painter.restore()
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_page(self, painter: QPainter, number: int) -> None:
        document = self._document
        if document is None:
            return
        sheet = QRectF(0, 0, PAGE.width(), PAGE.height())
        painter.fillRect(sheet, self._look.paper)
        if self._concept:
            self._paint_concept(painter, sheet)
        painter.save()
        painter.translate(0, -number * PAGE.height())
        view = sheet.translated(0, number * PAGE.height())
        painter.setClipRect(view)
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette(context.palette)
        palette.setColor(QPalette.ColorRole.Text, self._look.print_ink)
        context.palette = palette
        context.clip = view
        document.documentLayout().draw(painter, context)
        painter.restore()
        font = document.defaultFont()
        font.setPixelSize(round(SMALL))
        painter.setFont(font)
        painter.setPen(self._look.print_quiet)
        words = self.tr("Pagina {number} van ongeveer {count}").format(number=number + 1, count=self.pages())
        foot = sheet.adjusted(71, PAGE.height() - 44, -68, -24)
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignRight), words)

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
        row.setContentsMargins(look.px(14), 0, look.px(10), 0)
        self.extent = ShortenedLabel("quiet")
        self.extent.setObjectName("omvang")
        row.addWidget(self.extent)
        row.addStretch(1)
        self.as_text = QPushButton(self.tr("Als te&kst lezen"))
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
        self._content_read = False
        self.as_text.toggled.connect(self._turn)

    def show_letter(self, content: LetterContent, section: str = "", paragraph: int = 0) -> None:
        """Shows a letter; the place in it stays, unless a section is named that is being written: that comes into view."""
        if self._sheet is None:
            self._sheet = LetterSheet(content, self)
        else:
            self._sheet.show(content)
        self.pages.show_document(self._sheet.document, concept=is_concept(content))
        if section:
            self.pages.bring_into_view(self._sheet.top_of(section, paragraph))
        self._content_read = False
        self._read()
        count = self.pages.pages()
        words = self.tr("ongeveer 1 pagina") if count == 1 else self.tr("ongeveer {count} pagina's").format(count=count)
        if words != self.extent.text():
            self.extent.setText(words)
            self.pages.setAccessibleDescription(words)

    def show_section(self, section: str) -> None:
        """Brings a section into view."""
        if self._sheet is not None:
            self.pages.bring_into_view(self._sheet.top_of(section))

    def document(self) -> QTextDocument | None:
        """The letter as it is shown, for paper."""
        return self._sheet.document if self._sheet is not None else None

    def text(self) -> str:
        """The whole letter as it is shown."""
        return self._sheet.document.toPlainText() if self._sheet is not None else ""

    def _turn(self, reading: bool) -> None:
        self._stack.setCurrentIndex(1 if reading else 0)
        self._read()

    def _read(self) -> None:
        """The reading text is made only where it is read: it costs as much as the whole letter."""
        if self._sheet is None or not self.as_text.isChecked() or self._content_read:
            return
        place = self.reading.verticalScrollBar().value()
        self.reading.setPlainText(self._sheet.document.toPlainText())
        self.reading.verticalScrollBar().setValue(place)
        self._content_read = True
