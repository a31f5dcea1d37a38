"""Brings a document to paper or into a PDF on A4 pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QDialog, QWidget

from orapp.services.failures import Circumstance

MARGINS = QMarginsF(20, 20, 20, 20)
# What is left of A4 within the margins (170 by 257 mm), at 96 pixels in an inch.
PAPER_PIXELS = QSizeF(642, 971)


def layout() -> QPageLayout:
    """A4, upright, two centimetres around."""
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, MARGINS, QPageLayout.Unit.Millimeter)


def take_paper(document: QTextDocument) -> None:
    """Lays a document out on A4 in the window's own pixels; printing then makes it as large as the sheet."""
    document.setDocumentMargin(0)
    document.setPageSize(PAPER_PIXELS)


def print_document(document: QTextDocument, parent: QWidget, printed: Callable[[], None] | None = None) -> None:
    """Asks for the printer and prints."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # asks the print system of this machine, which takes its time

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(layout())
    dialog = QPrintDialog(printer, parent)
    dialog.setObjectName("printer-keuze")

    def bring() -> None:
        document.print_(printer)
        if printed is not None:
            printed()

    dialog.accepted.connect(bring)
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)


def write_pdf(document: QTextDocument, path: Path) -> None:
    """Writes the document as a PDF. Raises Circumstance("window.pdf_unwritable")."""
    try:
        path.open("ab").close()
    except OSError as error:
        raise Circumstance("window.pdf_unwritable", path=str(path)) from error
    writer = QPdfWriter(str(path))
    writer.setPageLayout(layout())
    writer.setTitle(document.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
    document.print_(writer)
