"""The change hub: one typed signal that tells every screen what a write changed, and who began it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from orapp.services.rows import Changes


class ChangeHub(QObject):
    """Screens connect to `changed`; only `publish` and `day_changed` emit."""

    changed = Signal(object)
    new_day = Signal()

    def publish(self, changes: Changes) -> None:
        """Tells what was written; `changes.origin` names the screen or command that began it."""
        self.changed.emit(changes)

    def day_changed(self) -> None:
        """Midnight is a change: nothing was written, but what is shown about today is old."""
        self.new_day.emit()
