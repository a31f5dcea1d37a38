"""The papers of a dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orapp.domain.dossier import code
from orapp.ui.kit.cards import Column as CardColumn
from orapp.ui.kit.tables import Cell, Column
from orapp.ui.screens.dossier.summary_tab import table_card
from orapp.ui.screens.dossier.tab import DOCUMENTS, DossierTab

if TYPE_CHECKING:
    from orapp.services.desk import Desk
    from orapp.services.dossiers import DossierView
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace


class DocumentsTab(DossierTab):
    """The papers of a dossier."""

    def __init__(self, desk: Desk, place: Workplace, editor: DossierEditor) -> None:
        super().__init__(desk, place, editor, DOCUMENTS)
        self._cards = CardColumn(place.look)
        self.column.addWidget(self._cards)

    def refresh(self, view: DossierView, request_id: str) -> None:
        """Shows the list."""
        columns = [
            Column(key="code", title="", cell=lambda row: Cell(text=code("papers", row), quiet=True), pixels=44),
            Column(key="text", title=self.tr("Wat"), cell=lambda row: Cell(text=row.title), weight=1),
        ]
        self._cards.fill(table_card(self._place, self.tr("Lijst"), view.dossier.papers, columns, "papers"))

    def choose(self, item_id: str) -> None:
        """Goes to the list."""
        self.setFocus()
