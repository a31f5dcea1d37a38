"""The commitments of a dossier and what the council has to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orapp.domain.dossier import code
from orapp.ui.kit.cards import Column as CardColumn
from orapp.ui.kit.tables import Cell, Column
from orapp.ui.screens.dossier.summary_tab import table_card
from orapp.ui.screens.dossier.tab import COMMITMENTS, DossierTab

if TYPE_CHECKING:
    from orapp.services.desk import Desk
    from orapp.services.dossiers import DossierView
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace


class CommitmentsTab(DossierTab):
    """The commitments of a dossier and what the council has to do."""

    def __init__(self, desk: Desk, place: Workplace, editor: DossierEditor) -> None:
        super().__init__(desk, place, editor, COMMITMENTS)
        self._cards = CardColumn(place.look)
        self.column.addWidget(self._cards)

    def refresh(self, view: DossierView, request_id: str) -> None:
        """Shows the list."""
        columns = [
            Column(key="code", title="", cell=lambda row: Cell(text=code("commitments", row), quiet=True), pixels=44),
            Column(key="text", title=self.tr("Wat"), cell=lambda row: Cell(text=row.text), weight=1),
        ]
        self._cards.fill(table_card(self._place, self.tr("Lijst"), view.dossier.commitments, columns, "commitments"))

    def choose(self, item_id: str) -> None:
        """Goes to the list."""
        self.setFocus()
