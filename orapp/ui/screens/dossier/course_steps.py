"""The steps of a procedure as a table: the twin of the painted row, with the article of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from orapp.ui.kit.cards import Card, empty_hint
from orapp.ui.kit.cards import Column as CardColumn
from orapp.ui.kit.look import Tone
from orapp.ui.kit.steps import Progress, ShownStep, progress_word
from orapp.ui.kit.tables import Cell, Column, FittedTable, RowModel
from orapp.ui.screens.dossier.kept_table import show_kept

if TYPE_CHECKING:
    from orapp.ui.kit.workplace import Workplace


class StepsTable(QWidget):
    """Every step with when it was done, its article, and where it stands."""

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        scroll = CardColumn(place.look)
        card = Card(place.look, self.tr("Stappen van de procedure"))
        self._empty = empty_hint(self.tr("Bij dit dossier hoort nog geen procedure. Die begint met een aanvraag."))
        card.body.addWidget(self._empty)
        columns: list[Column[ShownStep]] = [
            Column(key="title", title=self.tr("Stap"), cell=lambda row: Cell(text=row.title), weight=5),
            Column(key="note", title=self.tr("Wanneer"), cell=lambda row: Cell(text=row.note), weight=3),
            Column(key="article", title=self.tr("Artikel"), cell=lambda row: Cell(text=row.explanation, quiet=True), weight=3),
            Column(key="state", title=self.tr("Stand"), cell=_state, pixels=128),
        ]
        name = self.tr("Stappen van de procedure")
        self.table: FittedTable[ShownStep] = FittedTable(RowModel(columns), place.look, "stappen-tabel", name)
        card.body.addWidget(self.table)
        scroll.fill(card)
        column.addWidget(scroll)

    def show_steps(self, steps: tuple[ShownStep, ...]) -> None:
        """Shows these steps; the one that was chosen stays so."""
        show_kept(self.table, steps, lambda step: step.key)
        self.table.setVisible(bool(steps))
        self._empty.setVisible(not steps)


def _state(step: ShownStep) -> Cell:
    tones = {Progress.DONE: Tone.GOOD, Progress.CURRENT: Tone.ACCENT}
    return Cell(text=progress_word(step.progress), pill=tones.get(step.progress, Tone.PLAIN))
