"""The table of dossiers: rows that can be chosen several at once, under headings that open and close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from orapp.services.rows import DossierRow
from orapp.ui.kit.grouped_rows import GroupedModel, GroupHead
from orapp.ui.kit.tables import Table

if TYPE_CHECKING:
    from orapp.ui.kit.look import Look

HEAD_PIXELS = 32


class DossierTable(Table[DossierRow]):
    """Enter opens a dossier or a heading; Left and Right close and open a heading; Delete asks for the bin."""

    toggled = Signal(object)
    bin_wanted = Signal()

    def __init__(self, model: GroupedModel[DossierRow], look: Look, object_name: str, accessible: str) -> None:
        super().__init__(model, look, object_name, accessible)
        self.grouped = model
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().currentRowChanged.connect(lambda *_rows: self.viewport().update())
        self.clicked.connect(self._click)
        model.modelReset.connect(self.set_head_heights)
        look.changed.connect(self.set_head_heights)

    def set_head_heights(self) -> None:
        """Headings are lower than rows."""
        for line in self.grouped.heads():
            self.setRowHeight(line, self.look.px(HEAD_PIXELS))

    def head(self) -> GroupHead | None:
        """The heading on which the keyboard stands."""
        return self.grouped.head_at(self.currentIndex())

    def choose_head(self, value: str) -> None:
        """Puts the keyboard on a heading."""
        line = next((line for line, head in self.grouped.heads().items() if head.value == value), -1)
        if line >= 0:
            index = self.grouped.index(line, max(0, self.currentIndex().column()))
            self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.Clear)

    def _click(self, index: QModelIndex) -> None:
        head = self.grouped.head_at(index)
        if head is not None:
            self.toggled.emit(head)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        head = self.head()
        if head is not None:
            key = event.key()
            opens = key == Qt.Key.Key_Right and not head.open
            closes = key == Qt.Key.Key_Left and head.open
            if opens or closes or key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
                self.toggled.emit(head)
                return
        elif event.key() == Qt.Key.Key_Delete:
            self.bin_wanted.emit()
            return
        super().keyPressEvent(event)
