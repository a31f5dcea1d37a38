"""What was recorded for a step that is done: each fact with its day and what shows it, and the way to another one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from orapp.domain.dossier import code
from orapp.texts.dates import short_date
from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.tables import DATE_PIXELS, Cell, Column, FittedTable, RowModel
from orapp.ui.kit.workplace import capital
from orapp.ui.screens.dossier.step_parts import part_of

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.law.facts import Fact
    from orapp.law.procedures import Step
    from orapp.ui.kit.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A place in the dossier: its tab and the item there."""

    tab: str
    item_id: str


class RecordedSheet(Sheet):
    """Lists what was recorded. `part_opened` asks for the place where a fact is edited, `another_asked` for one more."""

    part_opened = Signal(object)
    another_asked = Signal()

    def __init__(self, parent: QWidget, place: Workplace, dossier: Dossier, step: Step, facts: tuple[Fact, ...]) -> None:
        super().__init__(parent, place.look, capital(step.title), "vastgelegd-venster")
        self._dossier = dossier
        self.body.addWidget(text_label(capital(step.title), "title", wrap=True))
        self.body.addWidget(
            text_label(self.tr("Vastgelegd in dit dossier. Enter opent de plaats waar het staat."), "quiet", wrap=True)
        )
        year = place.today().year
        columns: list[Column[Fact]] = [
            Column(
                key="on",
                title=self.tr("Datum"),
                cell=lambda fact: Cell(text=short_date(fact.on, this_year=year)),
                pixels=DATE_PIXELS,
            ),
            Column(
                key="what",
                title=self.tr("Wat"),
                cell=lambda fact: Cell(text=capital(place.texts.label(fact.kind)), second=", ".join(fact.decisions)),
                weight=3,
            ),
            Column(key="source", title=self.tr("Waaruit dat blijkt"), cell=self._source, weight=4),
        ]
        model: RowModel[Fact] = RowModel(columns)
        self.table = FittedTable(model, place.look, "vastgelegd", self.tr("Vastgelegd"))
        self.table.row_opened.connect(self._open)
        self.body.addWidget(self.table)
        self.body.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(place.look.px(8))
        row.addStretch(1)
        opened = button(self.tr("&Openen"), "vastgelegd-openen")
        opened.clicked.connect(lambda: self._open(self.table.current()))
        another = button(self.tr("&Nog een vastleggen"), "vastgelegd-nog-een")
        another.clicked.connect(self._another)
        close = button(self.tr("&Sluiten"), "vastgelegd-sluiten", "primary")
        close.clicked.connect(self.close)
        for act in (opened, another, close):
            row.addWidget(act)
        self.body.addLayout(row)
        self.take_size(680, 420)
        model.show(facts)
        self.table.choose_first()
        self.table.setFocus()

    def _source(self, fact: Fact) -> Cell:
        for collection, item in self._dossier.items():
            if item.id == fact.source:
                named = next(
                    (str(words) for name in ("title", "text", "subject", "name", "method") if (words := getattr(item, name, ""))),
                    "",
                )
                return Cell(text=" ".join(part for part in (code(collection, item), named) if part), quiet=True)
        return Cell(text="", quiet=True)

    def _open(self, fact: Fact | None) -> None:
        found = part_of(self._dossier, fact.source) if fact is not None else None
        if found is not None:
            self.part_opened.emit(Part(tab=found[0], item_id=found[1]))
            self.close()

    def _another(self) -> None:
        self.another_asked.emit()
        self.close()
