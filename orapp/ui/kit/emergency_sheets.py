"""The two emergency sheets of an archive: shown to be printed and kept apart."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QWidget

from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.printing import print_document

if TYPE_CHECKING:
    from orapp.services.rows import EmergencySheet
    from orapp.ui.kit.workplace import Sentences, Workplace


class EmergencySheetsDialog(Sheet):
    """Shows both sheets and prints each on a page of its own; nothing is written to the disk."""

    def __init__(self, parent: QWidget, place: Workplace, sheets: tuple[EmergencySheet, ...]) -> None:
        super().__init__(parent, place.look, self.tr("Noodbladen"), "noodbladen-venster")
        why = self.tr(
            "Druk beide bladen nu af en bewaar ze op twee plaatsen, niet bij deze computer. "
            "Wie de wachtzin kwijt is en geen noodblad heeft, kan het archief nooit meer openen."
        )
        self.body.addWidget(text_label(why, wrap=True))
        text = QTextBrowser()
        text.setObjectName("noodbladen")
        text.setAccessibleName(self.tr("Noodbladen"))
        self._document = sheets_document(sheets, place.texts, text)
        text.setDocument(self._document)
        self.body.addWidget(text, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        paper = button(self.tr("Beide bladen af&drukken"), "noodbladen-afdrukken", "primary")
        paper.clicked.connect(lambda: print_document(self._document, self))
        close = button(self.tr("&Klaar"), "noodbladen-klaar")
        close.clicked.connect(self.close)
        row.addWidget(close)
        row.addWidget(paper)
        self.body.addLayout(row)
        self.take_size(640, 560)
        paper.setFocus()


def sheets_document(sheets: tuple[EmergencySheet, ...], texts: Sentences, parent: QWidget) -> QTextDocument:
    """Both sheets as one document, the second on a page of its own."""
    parts = []
    for number, sheet in enumerate(sheets):
        code, fields = sheet.title
        start = "page-break-before:always" if number else ""
        lines = "".join(f"<p style='margin:8px 0'>{escape(texts.say(line, **values))}</p>" for line, values in sheet.lines)
        parts.append(f"<h2 style='{start}'>{escape(texts.say(code, **fields))}</h2>{lines}")
    document = QTextDocument(parent)
    document.setHtml("".join(parts))
    return document
