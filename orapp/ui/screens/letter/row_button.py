"""A row that is a button: words that wrap and marks beside them, pressed as a whole by mouse or keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSizePolicy
from typing_extensions import override

from orapp.ui.kit.look import Look

LARGE_PERCENT = 140


def beside(look: Look) -> QBoxLayout.Direction:
    """Beside each other; where text is large, below."""
    large = look.text_percent > LARGE_PERCENT
    return QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight


class RowButton(QPushButton):
    """Its content is put into `row`; the accessible name says it in one sentence.

    `keys_first` is given the row and each key, and says whether it took it. A filter would be asked about every event of every
    row, and in a list of sixty that took longer than a key may wait.
    """

    def __init__(self, look: Look, object_name: str) -> None:
        super().__init__()
        self.keys_first: Callable[[QPushButton, QKeyEvent], bool] | None = None
        self.setObjectName(object_name)
        self.setProperty("part", "row")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(look.px(8), look.px(5), look.px(8), look.px(5))
        self.row.setSpacing(look.px(8))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.keys_first is not None and self.keys_first(self, event):
            return
        # Enter opens what is chosen here as everywhere; Qt gives a button by itself only the space bar.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return self.row.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self.row.minimumSize()
