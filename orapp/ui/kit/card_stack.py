"""Cards under each other below one notice: what a part of a screen is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from orapp.ui.kit.notices import NoticeBar

if TYPE_CHECKING:
    from orapp.ui.kit.look import Look


class CardStack(QWidget):
    """`column` takes the cards; `notice` above them tells what was done, or what stands in the way."""

    def __init__(self, look: Look, notice: str = "melding") -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.px(12))
        self.notice = NoticeBar(look, notice)
        self.column.addWidget(self.notice)
