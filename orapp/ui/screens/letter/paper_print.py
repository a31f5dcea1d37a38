"""Looking at a letter page by page before it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QWidget

from orapp.ui.kit import a11y
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.letter_document import LetterSheet, is_concept
from orapp.ui.kit.letter_preview import LetterPages
from orapp.ui.kit.paper_pages import POINTS_PER_INCH, PaintedPages, full_page, inks_of
from orapp.ui.screens.letter.paper_sheet import PaperSheet

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from orapp.letters.content import LetterContent
    from orapp.services.page_look import PageLook
    from orapp.ui.kit.workplace import Workplace


class PrintSheet(PaperSheet):
    """Shows the pages as they are printed, in the program's own rendering, in the house style that the preview wears."""

    def __init__(
        self, parent: QWidget, place: Workplace, content: LetterContent, foot: str, page_look: PageLook, *, in_word: bool
    ) -> None:
        super().__init__(parent, place, self.tr("Afdrukvoorbeeld"), "brief-afdrukvoorbeeld")
        self._holder = QObject(self)
        sheet = LetterSheet(content, self._holder, page_look)
        self.painted = PaintedPages(sheet, inks_of(place.look), concept=is_concept(content), mark="", foot=foot)
        count = self.painted.count
        words = self.tr("1 bladzijde A4") if count == 1 else self.tr("{count} bladzijden A4").format(count=count)
        own = self.tr(
            "{pages}. Dit is de eigen weergave van het programma: regels en bladzijden kunnen anders vallen dan in Word."
        ).format(pages=words)
        more = self.tr(" Wilt u precies het Word-bestand op papier, maak dan een PDF en druk die af.") if in_word else ""
        self.area.hide()
        at = self.body.indexOf(self.area)
        self.body.insertWidget(at, text_label(own + more, "quiet", wrap=True))
        self.pages = LetterPages(place.look)
        a11y.name(self.pages, "afdruk-bladzijden", self.tr("Bladzijden die worden afgedrukt, {words}").format(words=words))
        self.pages.show_sheet(sheet)
        self.body.insertWidget(at + 1, self.pages, 1)
        self.add_act(self.tr("&Afdrukken…"), "afdrukken-nu")
        self.take_size(820, 900)
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def perform(self) -> None:
        """Asks for the printer, and prints."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # asks the print system of this machine, which takes its time

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        printer.setPageLayout(full_page())
        dialog = QPrintDialog(printer, self)
        dialog.setObjectName("printer-keuze")
        dialog.setMinMax(1, self.painted.count)
        dialog.accepted.connect(lambda: self.bring(printer))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def bring(self, printer: QPrinter) -> None:
        """Brings the pages that were asked for to a printer."""
        first, last = printer.fromPage() or 1, printer.toPage() or self.painted.count
        scale = printer.resolution() / POINTS_PER_INCH
        painter = QPainter(printer)
        painter.scale(scale, scale)
        for number in range(first - 1, min(last, self.painted.count)):
            if number >= first:
                printer.newPage()
            self.painted.draw_page(painter, number)
        painter.end()
        self.accept()
