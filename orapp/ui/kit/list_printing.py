"""A list on paper: pages of A4 with heading, day and page X of Y, seen before they are printed or kept as PDF."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPalette,
    QPdfWriter,
    QPen,
    QTextDocument,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from orapp.services.failures import Circumstance, Failure
from orapp.services.file_names import safe_name
from orapp.services.lists import day_in_figures, shares
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.list_content import shown_value
from orapp.ui.kit.row_pages import Slice, slices

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from orapp.services.lists import ListContent
    from orapp.ui.kit.workplace import Workplace

MOST_ROWS = 1000
"""More rows are no reading matter: they are filtered first, or leave as Excel."""

UPRIGHT_COLUMNS = 4
# So many signs of the text stand on a line.
UPRIGHT_SIGNS, LYING_SIGNS = 104, 156
POINTS_PER_INCH = 72
_HEAD, _FOOT = 26, 22
_LINE_HEIGHT = 14
_TEXT_POINTS = 9
# Paper is white, whatever the palette of the window: the ink is that of a new pen.
_HAIRLINE = 0.5


def page_layout(content: ListContent) -> QPageLayout:
    """A4; a list of many columns lies on its side."""
    lying = len(content.columns) > UPRIGHT_COLUMNS
    way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), way, QMarginsF(15, 14, 15, 12), QPageLayout.Unit.Millimeter)


class ListPages:
    """The pages of a list, laid out once and drawn on a printer or in a PDF. All sizes are in points."""

    def __init__(self, content: ListContent, font: QFont) -> None:
        self._content = content
        self.layout = page_layout(content)
        room = self.layout.paintRect(QPageLayout.Unit.Point)
        self._width, self._height = room.width(), room.height()
        self._font = QFont(font)
        self._font.setPixelSize(_TEXT_POINTS)
        # The page is enlarged as a whole: letters may not snap to the dots of a screen.
        self._font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._document = QTextDocument()
        self._document.setDefaultFont(self._font)
        self._document.setDocumentMargin(0)
        self._document.setHtml(_rows_html(content))
        self._document.setTextWidth(self._width)
        self._head, self.parts = slices(self._document, self._text_height)

    @property
    def _text_height(self) -> float:
        return self._height - _HEAD - _FOOT

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.parts)

    def draw(self, device: QPaintDevice, new_page: Callable[[], object], resolution: int) -> None:
        """Draws all pages on a device with so many dots per inch."""
        painter = QPainter(device)
        painter.scale(resolution / POINTS_PER_INCH, resolution / POINTS_PER_INCH)
        # A preview plays what was told: without another pen before it, a new pen is not told, and the ink is that of the window.
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(self.count):
            if number:
                new_page()
            self._draw_page(painter, number)
        painter.end()

    def _draw_page(self, painter: QPainter, number: int) -> None:
        words = QCoreApplication.translate("printing", "pagina {number} van {count}").format(number=number + 1, count=self.count)
        top = QRectF(0, 0, self._width, _LINE_HEIGHT)
        self._draw_line(painter, top, self._content.heading, day_in_figures(self._content.on), strong=True)
        line = QPen()
        line.setWidthF(_HAIRLINE)
        painter.setPen(line)
        painter.drawLine(0, _LINE_HEIGHT + 3, round(self._width), _LINE_HEIGHT + 3)
        foot = QRectF(0, self._height - _LINE_HEIGHT, self._width, _LINE_HEIGHT)
        self._draw_line(painter, foot, self._content.note, words, strong=False)
        part = self.parts[number]
        if self._head:
            self._draw_part(painter, Slice(top=0, bottom=self._head), _HEAD)
        self._draw_part(painter, part, _HEAD + self._head)

    def _draw_part(self, painter: QPainter, part: Slice, y: float) -> None:
        painter.save()
        painter.translate(0, y - part.top)
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QPen().color())
        context.palette = palette
        shown = QRectF(0, part.top, self._width, part.bottom - part.top)
        painter.setClipRect(shown)
        context.clip = shown
        self._document.documentLayout().draw(painter, context)
        painter.restore()

    def _draw_line(self, painter: QPainter, box: QRectF, left: str, right: str, *, strong: bool) -> None:
        font = QFont(self._font)
        font.setBold(strong)
        painter.setFont(font)
        painter.setPen(QPen())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), left)
        painter.setFont(self._font)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), right)


class PaperPages(Protocol):
    """Pages that are laid out and can be drawn on a printer or in a PDF."""

    layout: QPageLayout

    @property
    def count(self) -> int: ...

    def draw(self, device: QPaintDevice, new_page: Callable[[], object], resolution: int) -> None: ...


def write_list_pdf(content: ListContent, font: QFont, path: Path) -> None:
    """Writes the pages of a list as a PDF. Raises Circumstance("window.pdf_unwritable")."""
    write_pages_pdf(ListPages(content, font), content.heading, path)


def write_pages_pdf(pages: PaperPages, title: str, path: Path) -> None:
    """Writes pages as a PDF. Raises Circumstance("window.pdf_unwritable")."""
    try:
        path.open("ab").close()
    except OSError as error:
        raise Circumstance("window.pdf_unwritable", path=str(path)) from error
    writer = QPdfWriter(str(path))
    writer.setPageLayout(pages.layout)
    writer.setTitle(title)
    pages.draw(writer, writer.newPage, writer.resolution())


class ListPreview(Sheet):
    """The pages as they come from the printer, with the acts to print them or to keep them as PDF.

    Without `pages` they are those of the list itself.
    """

    def __init__(
        self, parent: QWidget, place: Workplace, content: ListContent, printer: QPrinter, pages: PaperPages | None = None
    ) -> None:
        from PySide6.QtPrintSupport import QPrintPreviewWidget  # the print system of this machine, asked for when needed

        super().__init__(parent, place.look, self.tr("Afdrukvoorbeeld"), "afdrukvoorbeeld")
        self._place = place
        self._content = content
        self._printer = printer
        self.pages: PaperPages = pages or ListPages(content, place.look.font())
        printer.setPageLayout(self.pages.layout)
        printer.setDocName(content.heading)
        self.preview = QPrintPreviewWidget(printer)
        a11y.name(self.preview, "bladzijden", self.tr("Bladzijden van de lijst"))
        for view in self.preview.findChildren(QWidget):
            if view.focusPolicy() & Qt.FocusPolicy.TabFocus:
                a11y.name(view, "bladen", self.tr("Bladzijden van de lijst"))
        self.preview.setZoomMode(QPrintPreviewWidget.ZoomMode.FitToWidth)
        self.preview.paintRequested.connect(self._paint)
        words = self.tr("1 bladzijde A4") if self.pages.count == 1 else self.tr("{count} bladzijden A4")
        self.body.addWidget(text_label(words.format(count=self.pages.count), "quiet"))
        self.body.addWidget(self.preview, 1)
        acts = QHBoxLayout()
        acts.addStretch(1)
        self.print_button = button(self.tr("&Afdrukken…"), "afdrukken-nu", "primary")
        self.pdf_button = button(self.tr("Als &PDF bewaren…"), "als-pdf")
        self.close_button = button(self.tr("&Sluiten"), "voorbeeld-sluiten")
        for act in (self.print_button, self.pdf_button, self.close_button):
            acts.addWidget(act)
        self.body.addLayout(acts)
        self.print_button.clicked.connect(self._print)
        self.pdf_button.clicked.connect(self._ask_pdf)
        self.close_button.clicked.connect(self.reject)
        self.take_size(980, 720)
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _paint(self, printer: QPrinter) -> None:
        self.pages.draw(printer, printer.newPage, printer.resolution())

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog

        dialog = QPrintDialog(self._printer, self)
        dialog.setObjectName("printer-keuze")
        dialog.accepted.connect(lambda: self._paint(self._printer))
        dialog.accepted.connect(self.accept)
        QDialog.open(dialog)

    def _ask_pdf(self) -> None:
        name = f"{self._content.on.isoformat()} {safe_name(self._content.heading)}.pdf"
        proposal = Path(self._place.memory.value("lijsten.map")) / name
        self._place.asker.name_file(self, self.tr("Lijst als PDF bewaren"), proposal, self.tr("PDF (*.pdf)"), self._write_pdf)

    def _write_pdf(self, path: Path) -> None:
        try:
            write_pages_pdf(self.pages, self._content.heading, path)
        except Failure as failure:
            self._place.asker.tell(self, self.tr("De lijst is niet bewaard."), self._place.said(failure))
            return
        self.accept()


def _rows_html(content: ListContent) -> str:
    lying = len(content.columns) > UPRIGHT_COLUMNS
    wide = shares(content.columns, LYING_SIGNS if lying else UPRIGHT_SIGNS)
    line = "style='border-bottom: 0.5px solid silver; border-bottom-style: solid'"
    head = "".join(
        f"<th align='left' width='{100 * share:.2f}%' {line}>{escape(column.title)}</th>"
        for column, share in zip(content.columns, wide, strict=True)
    )
    rows = "".join(
        "<tr>" + "".join(f"<td {line}>{escape(shown_value(value)).replace(chr(10), '<br>')}</td>" for value in row) + "</tr>"
        for row in content.rows
    )
    empty = QCoreApplication.translate("printing", "Deze lijst is leeg.") if not content.rows else ""
    return (
        "<table width='100%' cellspacing='0' cellpadding='3' border='0' style='border-collapse: collapse'>"
        f"<thead><tr>{head}</tr></thead>{rows}</table>{f'<p>{empty}</p>' if empty else ''}"
    )
