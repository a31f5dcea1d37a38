"""Draws pages of A4, and sets them as PDF/A-1b: a letter, a plain sheet with a table, a picture."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QObject, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QImageReader,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
    QTextFrameFormat,
)

from orapp.services.klassiek_page import KLASSIEK_PAGE
from orapp.ui.kit.letter_document import FAMILIES, MARGINS, PAGE, SMALL, TEXT, LetterSheet, is_concept

if TYPE_CHECKING:
    from collections.abc import Callable

    from orapp.letters.content import LetterContent
    from orapp.services.page_look import PageLook
    from orapp.services.paper_ports import PlainSheet
    from orapp.ui.kit.look import Look

DOTS_PER_INCH: Final = 1200
POINTS_PER_INCH: Final = 72
SIDE: Final = 71
FOOT_TOP, FOOT_BOTTOM = 48, 22
LOWEST: Final = 26
MARK_TOP, MARK_HIGHEST = 26, 10
WHITE: Final = 0xFFFFFFFF
MOST_DOTS: Final = 100_000_000
"""Pictures of more dots than a large scan of A4 has are not opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inks:
    """The colours of paper by name, and the family in which CONCEPT is set."""

    text: str
    quiet: str
    concept: str
    family: str


def inks_of(look: Look) -> Inks:
    """The colours of paper as the look has them."""
    return Inks(text=look.print_ink.name(), quiet=look.print_quiet.name(), concept=look.print_concept.name(), family=look.family)


def letter_pdf(inks: Inks, content: LetterContent, mark: str, foot: str, page_look: PageLook | None = None) -> bytes:
    """The letter with page X of Y, in the style of the program itself unless another is given.

    `mark` stands at the head of every page, `foot` at its lower edge.
    """
    holder = QObject()
    sheet = LetterSheet(content, holder, page_look or KLASSIEK_PAGE)
    painted = PaintedPages(sheet, inks, concept=is_concept(content), mark=mark, foot=foot)
    return _pdf(content.title, painted.draw)


def sheet_pdf(inks: Inks, sheet: PlainSheet) -> bytes:
    """A plain page, or as many as it takes."""
    holder = QObject()
    document = _plain_document(sheet, holder)
    return _pdf(sheet.title, PaintedPages(document, inks, concept=False, mark="", foot="", numbered=False).draw)


def picture_pdf(data: bytes) -> bytes | None:
    """A picture within the margins of A4, on its side where it is wider than high; None where it cannot be read."""
    image = _image(data)
    if image is None:
        return None
    lying = image.width() > image.height()

    def draw(painter: QPainter, _next: Callable[[], object]) -> None:
        size = QSizeF(PAGE.height(), PAGE.width()) if lying else PAGE
        room = QRectF(SIDE / 2, SIDE / 2, size.width() - SIDE, size.height() - SIDE)
        # Never larger than it is at 96 dots in an inch: a small picture stays sharp.
        own = QSizeF(image.size()) * (POINTS_PER_INCH / 96)
        fits = own.width() <= room.width() and own.height() <= room.height()
        shown = own if fits else own.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = room.left() + (room.width() - shown.width()) / 2
        painter.drawImage(QRectF(left, room.top(), shown.width(), shown.height()), image)

    return _pdf("", draw, lying=lying)


class PaintedPages:
    """The pages of a document with what stands around the text on each; on a printer, in a PDF and in a preview the same."""

    def __init__(
        self, pages: LetterSheet | QTextDocument, inks: Inks, *, concept: bool, mark: str, foot: str, numbered: bool = True
    ) -> None:
        self._sheet = pages if isinstance(pages, LetterSheet) else None
        self._document = pages.document if isinstance(pages, LetterSheet) else pages
        self.inks = inks
        self._concept = concept
        self._mark = mark
        self._foot = foot
        self._numbered = numbered

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._document.pageCount()

    def draw(self, painter: QPainter, next_page: Callable[[], object]) -> None:
        """Draws all pages; one unit is one point."""
        for number in range(self.count):
            if number:
                next_page()
            self.draw_page(painter, number)

    def draw_page(self, painter: QPainter, number: int) -> None:
        """Draws the page of this number, counted from 0."""
        sheet = QRectF(0, 0, PAGE.width(), PAGE.height())
        if self._concept:
            self._draw_concept(painter, sheet)
        if self._sheet is not None:
            self._sheet.paint_page(painter, number, QColor(self.inks.text))
        else:
            self._draw_plain(painter, number)
        font = QFont(FAMILIES)
        font.setPixelSize(round(SMALL))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        painter.setFont(font)
        painter.setPen(QColor(self.inks.quiet))
        foot = QRectF(SIDE, PAGE.height() - FOOT_TOP, PAGE.width() - 2 * SIDE, FOOT_TOP - FOOT_BOTTOM)
        if self._numbered and self._sheet is None:
            words = QCoreApplication.translate("printing", "Pagina {number} van {count}")
            right = int(Qt.AlignmentFlag.AlignRight)
            painter.drawText(foot, right, words.format(number=number + 1, count=self.count))
        # Below the foot of the house style, which has the number of the page.
        room = foot.translated(0, FOOT_TOP - LOWEST) if self._sheet is not None else foot.adjusted(0, 0, -90, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap), self._foot)
        if self._mark:
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(QColor(self.inks.text))
            head = QRectF(SIDE, MARK_TOP if self._sheet is None else MARK_HIGHEST, PAGE.width() - 2 * SIDE, 24)
            painter.drawText(head, int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap), self._mark)

    def _draw_plain(self, painter: QPainter, number: int) -> None:
        sheet = QRectF(0, 0, PAGE.width(), PAGE.height())
        painter.save()
        painter.translate(0, -number * PAGE.height())
        view = sheet.translated(0, number * PAGE.height())
        painter.setClipRect(view)
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor(self.inks.text))
        context.palette = palette
        context.clip = view
        self._document.documentLayout().draw(painter, context)
        painter.restore()

    def _draw_concept(self, painter: QPainter, sheet: QRectF) -> None:
        painter.save()
        painter.translate(sheet.center())
        painter.rotate(-33)
        font = QFont(self.inks.family)
        font.setPixelSize(96)
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(QColor(self.inks.concept))
        area = QRectF(-sheet.width(), -80, 2 * sheet.width(), 160)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), QCoreApplication.translate("printing", "CONCEPT"))
        painter.restore()


def full_page(*, lying: bool = False) -> QPageLayout:
    """A4 without margins: the pages bring their own."""
    way = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), way, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)


def _pdf(title: str, draw: Callable[[QPainter, Callable[[], object]], None], *, lying: bool = False) -> bytes:
    room = QByteArray()
    buffer = QBuffer(room)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPagedPaintDevice.PdfVersion.PdfVersion_A1b)
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageLayout(full_page(lying=lying))
    writer.setTitle(title)
    writer.setCreator(QCoreApplication.translate("printing", "orapp, eigen weergave"))
    painter = QPainter(writer)
    painter.scale(DOTS_PER_INCH / POINTS_PER_INCH, DOTS_PER_INCH / POINTS_PER_INCH)
    draw(painter, writer.newPage)
    painter.end()
    buffer.close()
    return bytes(room.data())


def _image(data: bytes) -> QImage | None:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not reader.canRead() or not size.isValid() or size.width() * size.height() > MOST_DOTS:
        return None
    image = reader.read()
    if image.isNull():
        return None
    # PDF/A-1 knows nothing that shines through.
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(WHITE)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper


def _plain_document(sheet: PlainSheet, holder: QObject) -> QTextDocument:
    """Words and perhaps a table on A4, set in the families of a letter."""
    document = QTextDocument(holder)
    font = QFont(FAMILIES)
    font.setPixelSize(TEXT)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    lines = "".join(f"<p style='margin:0 0 6px 0'>{escape(line)}</p>" for line in sheet.lines)
    document.setHtml(f"<h2 style='margin:0 0 12px 0'>{escape(sheet.title)}</h2>{lines}{_table(sheet)}")
    document.setPageSize(PAGE)
    frame = QTextFrameFormat()
    left, top, right, bottom = MARGINS
    frame.setTopMargin(top)
    frame.setBottomMargin(bottom)
    frame.setLeftMargin(left)
    frame.setRightMargin(right)
    document.rootFrame().setFrameFormat(frame)
    return document


def _table(sheet: PlainSheet) -> str:
    if not sheet.header:
        return ""
    total = sum(sheet.widths) or 1
    line = "style='border-bottom: 0.5px solid silver; border-bottom-style: solid'"
    head = "".join(
        f"<th align='left' width='{100 * width / total:.2f}%' {line}>{escape(words)}</th>"
        for words, width in zip(sheet.header, sheet.widths, strict=True)
    )
    rows = "".join("<tr>" + "".join(f"<td {line}>{escape(cell)}</td>" for cell in row) + "</tr>" for row in sheet.rows)
    return (
        "<table width='100%' cellspacing='0' cellpadding='3' border='0' style='border-collapse: collapse'>"
        f"<thead><tr>{head}</tr></thead>{rows}</table>"
    )
