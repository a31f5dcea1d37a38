"""The cards of a letter and its pages side by side, with a bare handle between them that moves the edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget
from typing_extensions import override

from orapp.ui.kit.dressing import as_frame

if TYPE_CHECKING:
    from orapp.ui.kit.look import Look


class _BareHandle(QSplitterHandle):
    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: a handle asks the sheet of its splitter how it looks, and that wears none."""


class ComposerSplit(QSplitter):
    """Wears no sheet itself: another look comes to the cards and to the pages in turns of their own."""

    def __init__(self, look: Look, cards: QWidget, pages: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName("brief-verdeling")
        self.setChildrenCollapsible(False)
        self.setHandleWidth(look.px(14))
        self.addWidget(cards)
        self.addWidget(pages)
        self.setStretchFactor(0, 5)
        self.setStretchFactor(1, 6)
        self.setSizes([look.px(520), look.px(620)])
        as_frame(self)

    @override
    def createHandle(self) -> QSplitterHandle:
        return _BareHandle(self.orientation(), self)
