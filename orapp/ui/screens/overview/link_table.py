"""A short table of which each row leads to its work: one click or Enter opens it, and it keeps its place when shown anew."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from typing_extensions import override

from orapp.ui.kit.look import Look
from orapp.ui.kit.tables import Column, FittedTable, RowModel

R = TypeVar("R")
LEAST_PIXELS = 240
PASSING = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason})
"""Reasons by which the keyboard leaves for a moment, and comes back to the same row."""


class LinkTable(FittedTable[R]):
    """As high as its rows. No row looks chosen while the keyboard is elsewhere, for nothing is chosen here: rows are opened.

    A click in the column `act` asks for the act of a row instead of opening it; by keyboard that is Ctrl+Enter.
    """

    opened = Signal(object)
    act_asked = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[R]],
        look: Look,
        object_name: str,
        accessible: str,
        identity: Callable[[R], Hashable],
        *,
        headed: bool = True,
        act: str = "",
    ) -> None:
        super().__init__(RowModel(columns), look, object_name, accessible)
        self._identity = identity
        self._act = act
        self._left_at = 0
        if not headed:
            self.horizontalHeader().hide()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._click)

    def show_rows(self, rows: tuple[R, ...]) -> None:
        """Shows these rows; the same rows change nothing, and the row that had the keyboard keeps it."""
        if rows == self.row_model.rows:
            return
        current = self.current()
        place = self.currentIndex().row()
        self.row_model.show(rows)
        if current is None:
            if self.hasFocus():
                self.choose_first()
            return
        wanted = self._identity(current)
        found = next((number for number, row in enumerate(rows) if self._identity(row) == wanted), min(place, len(rows) - 1))
        if found >= 0:
            self.setCurrentIndex(self.row_model.index(found, 0))

    def _click(self, index: QModelIndex) -> None:
        row = self.row_model.row_at(index)
        if row is None:
            return
        if self._act and self.row_model.columns[index.column()].key == self._act:
            self.act_asked.emit(row)
        else:
            self.opened.emit(row)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            if self._act and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.act_asked.emit(row)
            else:
                self.opened.emit(row)
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason and not self.currentIndex().isValid():
            self.choose(min(self._left_at, len(self.row_model.rows) - 1))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in PASSING:
            self._left_at = max(0, self.currentIndex().row())
            self.setCurrentIndex(QModelIndex())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(LEAST_PIXELS), self.look.px(28))
