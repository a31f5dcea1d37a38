"""Who gives the tables of a window their menu and their memory, and how a table finds it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from orapp.ui.kit.tables import Table


class ListHost(QObject):
    """What gives every table inside a window its menu and its memory; a table looks for it when it is first shown."""

    def equip(self, table: Table[Any]) -> None:
        """Gives the table its acts."""
        raise NotImplementedError


def host_of(widget: QWidget) -> ListHost | None:
    """The nearest list host around a widget, through its dialogs up to its window."""
    around: QObject | None = widget
    while around is not None:
        # `children()` would take the acts of a menu from who holds them (PySide 6.11).
        found = around.findChildren(ListHost, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if found:
            return found[0]
        around = around.parent()
    return None
