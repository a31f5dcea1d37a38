"""A screen that reads while it is seen; what changed behind it is read when it comes back."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class SeenScreen(QWidget):
    """Subclasses read in `reload`, and call `catch_up` when something changed that they show."""

    def __init__(self) -> None:
        super().__init__()
        self._behind = False

    def reload(self) -> None:
        """Reads what is shown."""
        self._behind = False

    def catch_up(self) -> None:
        """Reads again: at once where the screen is seen, else when it comes back."""
        if self.isVisible():
            self.reload()
        else:
            self._behind = True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._behind:
            self.catch_up()
