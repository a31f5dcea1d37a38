"""The column of cards beside the page: it brings a card into view, and takes the room that large text needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid
from typing_extensions import override

from orapp.ui.kit.cards import Column

if TYPE_CHECKING:
    from orapp.ui.kit.look import Look

REVEAL_FOR = 400
"""Milliseconds in which the column may still find its height."""
MARGIN = 6


class CardColumn(Column):
    """Cards under each other."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look
        self._revealing: QWidget | None = None
        self.verticalScrollBar().rangeChanged.connect(self._reveal_again)
        ground = self.widget()
        if ground is not None:
            ground.installEventFilter(self)

    def reveal(self, widget: QWidget) -> None:
        """Brings a part of the column into view, its beginning first; once more when the column has found its height."""
        self._revealing = widget
        self._reveal_again()
        QTimer.singleShot(REVEAL_FOR, self, self._revealed)

    def _reveal_again(self) -> None:
        widget, ground = self._revealing, self.widget()
        if widget is None or ground is None or not isValid(widget):
            return
        bar, room = self.verticalScrollBar(), self.viewport().height()
        top = widget.mapTo(ground, QPoint(0, 0)).y()
        margin = self._look.px(MARGIN)
        if top < bar.value() or widget.height() + margin >= room:
            bar.setValue(top - margin)
        elif top + widget.height() > bar.value() + room:
            bar.setValue(top + widget.height() + margin - room)

    def _revealed(self) -> None:
        self._revealing = None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and isinstance(watched, QWidget):
            # Where text is large the column takes the room that its fields need from the preview.
            screen = self.parentWidget()
            whole = screen.width() if screen is not None else self.width()
            least = watched.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
            self.setMinimumWidth(min(least, whole * 2 // 3))
        return super().eventFilter(watched, event)
