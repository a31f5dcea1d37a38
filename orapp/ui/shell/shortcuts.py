"""The overview of shortcuts."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from orapp.ui.kit.cards import Column as CardColumn
from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.look import Look
from orapp.ui.kit.tables import Cell, Column, FittedTable, RowModel


class ShortcutSheet(Sheet):
    """A table of what each shortcut does."""

    def __init__(self, parent: QWidget, look: Look, rows: tuple[tuple[str, str], ...]) -> None:
        super().__init__(parent, look, self.tr("Sneltoetsen"), "sneltoetsen-venster")
        columns: list[Column[tuple[str, str]]] = [
            Column(key="keys", title=self.tr("Toetsen"), cell=lambda row: Cell(text=row[1], strong=True), pixels=150),
            Column(key="act", title=self.tr("Wat er gebeurt"), cell=lambda row: Cell(text=row[0]), weight=1),
        ]
        model: RowModel[tuple[str, str]] = RowModel(columns)
        table = FittedTable(model, look, "sneltoetsen", self.tr("Sneltoetsen"))
        room = CardColumn(look)
        room.fill(table)
        self.body.addWidget(room, 1)
        walk = self.tr("Pijltjes lopen door lijsten, Enter opent, Tab gaat verder, Alt met een letter opent een menu.")
        table.setAccessibleDescription(walk)
        row = QHBoxLayout()
        row.addStretch(1)
        close = button(self.tr("&Sluiten"), "sneltoetsen-sluiten", "primary")
        close.clicked.connect(self.close)
        row.addWidget(close)
        self.body.addLayout(row)
        self.take_size(500, 690)
        model.show(
            (
                *rows,
                (self.tr("Terug, of sluiten wat openstaat"), "Esc"),
                (self.tr("Openen wat gekozen is"), "Enter"),
                (self.tr("Menu met die letter"), self.tr("Alt+letter")),
            )
        )
        table.choose_first()
        table.setFocus()
