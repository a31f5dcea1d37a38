"""What is shown when the program itself failed: what it means for the work, and the report, which stays on this machine."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from orapp.ui.kit import a11y
from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Look


class DefectSheet(Sheet):
    """Shows one report, whole; nothing is sent."""

    def __init__(self, parent: QWidget, look: Look, report: str, path: Path | None) -> None:
        super().__init__(parent, look, self.tr("Er ging iets mis in het programma"), "defect-venster")
        self.body.addWidget(text_label(self.windowTitle(), "heading"))
        meaning = self.tr(
            "Wat is opgeslagen, is veilig. Wat u net deed, is mogelijk niet gebeurd: kijk het na en probeer het opnieuw."
        )
        self.body.addWidget(text_label(meaning, wrap=True))
        where = self.tr("Er is niets verstuurd. Hieronder staat het hele verslag; er staan geen namen of teksten in.")
        if path is not None:
            where = self.tr("{where} Het staat in {path}.").format(where=where, path=path)
        told = text_label(where, "quiet", wrap=True)
        self.body.addWidget(told)
        text = QPlainTextEdit(report)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        a11y.name(text, "verslag", self.tr("Verslag van de fout"))
        told.setBuddy(text)
        self.body.addWidget(text, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = button(self.tr("&Verder werken"), "verder-werken", "primary")
        close.clicked.connect(self.close)
        row.addWidget(close)
        self.body.addLayout(row)
        self.take_size(620, 420)
        close.setFocus()
