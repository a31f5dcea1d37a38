"""The proof sheet of a term: on the screen, on paper, and as a PDF, from one document."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QWidget

from orapp.services.failures import Circumstance
from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.printing import print_document, write_pdf

if TYPE_CHECKING:
    from orapp.law.proof import ProofSheet
    from orapp.ui.kit.workplace import Workplace

POINTS = 10


class ProofDialog(Sheet):
    """Shows a proof sheet and brings it to paper or into a PDF."""

    def __init__(self, parent: QWidget, place: Workplace, sheet: ProofSheet, reference: str, folder: Path) -> None:
        super().__init__(parent, place.look, sheet.title, "bewijsblad-venster")
        self._place = place
        self._proposal = folder / self.tr("Bewijsblad {reference}.pdf").format(reference=reference)
        self._text = QTextBrowser()
        self._text.setObjectName("bewijsblad-tekst")
        self._text.setAccessibleName(sheet.title)
        # What is printed keeps its size; what is read here is as large as all text.
        self._document = proof_document(sheet, self._words(), self._text)
        read = proof_document(sheet, self._words(), self._text)
        read.setDefaultFont(place.look.font())
        self._text.setDocument(read)
        self.body.addWidget(self._text)
        row = QHBoxLayout()
        row.addStretch(1)
        paper = button(self.tr("Af&drukken"), "afdrukken")
        paper.clicked.connect(lambda: print_document(self._document, self))
        pdf = button(self.tr("Als &PDF bewaren"), "pdf")
        pdf.clicked.connect(self._ask_for_name)
        close = button(self.tr("&Sluiten"), "sluiten", "primary")
        close.clicked.connect(self.close)
        for made in (paper, pdf, close):
            row.addWidget(made)
        self.body.addLayout(row)
        self.take_size(680, 640)
        self._text.setFocus()

    def _words(self) -> tuple[str, str]:
        return self.tr("Berekening"), self.tr("Wat niet zeker is")

    def _ask_for_name(self) -> None:
        self._place.asker.name_file(self, self.tr("Bewijsblad bewaren"), self._proposal, self.tr("PDF (*.pdf)"), self._keep)

    def _keep(self, path: Path) -> None:
        try:
            write_pdf(self._document, path)
        except Circumstance as circumstance:
            self._place.asker.tell(self, self.tr("Het bewijsblad is niet bewaard"), self._place.said(circumstance))


def proof_document(sheet: ProofSheet, words: tuple[str, str], parent: QWidget) -> QTextDocument:
    """The sheet as a document; `words` are the headings of the computation and of the doubts."""
    computation, doubts = words
    rows = "".join(
        f"<tr><td width='32%' style='padding:3px 12px 3px 0'><b>{escape(label)}</b></td>"
        f"<td style='padding:3px 0'>{escape(said)}</td></tr>"
        for label, said in sheet.rows
    )
    steps = "".join(f"<li>{escape(step)}</li>" for step in sheet.steps)
    parts = [f"<h2>{escape(sheet.title)}</h2><table width='100%' cellspacing='0'>{rows}</table>"]
    parts.append(f"<h3>{escape(computation)}</h3><ol>{steps}</ol>")
    if sheet.doubts:
        listed = "".join(f"<li>{escape(doubt)}</li>" for doubt in sheet.doubts)
        parts.append(f"<h3>{escape(doubts)}</h3><ul>{listed}</ul>")
    parts.append(f"<p>{escape(sheet.law_known)}<br>{escape(sheet.liability)}</p>")
    document = QTextDocument(parent)
    document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, sheet.title)
    document.setHtml("".join(parts))
    font = document.defaultFont()
    font.setPointSizeF(POINTS)
    document.setDefaultFont(font)
    return document
