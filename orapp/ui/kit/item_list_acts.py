"""The acts of a list with their keys and its menu: what can be done with the current cell and the chosen rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """What the acts do."""

    add: Callable[[], object]
    edit: Callable[[], object]
    form: Callable[[], object]
    up: Callable[[], object]
    down: Callable[[], object]
    paste: Callable[[], object]
    remove: Callable[[], object]


class ListActs(QObject):
    """Acts whose keys work while the table itself has the keyboard, so that they leave a cell editor its own keys."""

    def __init__(self, table: QWidget, slots: Slots, *, ordered: bool, adds: QWidget) -> None:
        """`adds` is the button that takes the keyboard while the list is empty: there too a row can be begun or pasted."""
        super().__init__(table)
        self._table = table
        tr = self.tr
        add = self._act(tr("Toevoegen"), slots.add, "Ins", "Ctrl+Shift++")
        edit = self._act(tr("Cel bewerken"), slots.edit, "F2")
        form = self._act(tr("Openen in formulier"), slots.form, "Alt+Return", "Alt+Enter")
        up = self._act(tr("Omhoog"), slots.up, "Alt+Up")
        down = self._act(tr("Omlaag"), slots.down, "Alt+Down")
        paste = self._act(tr("Plakken als rijen"), slots.paste, "Ctrl+V", "Shift+Ins")
        remove = self._act(tr("Verwijderen"), slots.remove, "Del")
        self._groups = [[add, edit, form], [up, down], [paste], [remove]]
        if not ordered:
            self._groups.remove([up, down])
            up.setEnabled(False)
            down.setEnabled(False)
        for keys, slot in (("Ins", slots.add), ("Ctrl+V", slots.paste), ("Shift+Ins", slots.paste)):
            QShortcut(QKeySequence(keys), adds, slot).setContext(Qt.ShortcutContext.WidgetShortcut)
        self._ordered = ordered
        self._of_order = (up, down)
        self._read_only = False

    def _act(self, text: str, slot: Callable[[], object], *keys: str) -> QAction:
        action = QAction(text, self._table)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda _on: slot())
        self._table.addAction(action)
        return action

    def set_read_only(self, read_only: bool) -> None:
        """Leaves none of the acts that change something."""
        self._read_only = read_only
        for action in self._table.actions():
            possible = self._ordered or action not in self._of_order
            action.setEnabled(possible and not read_only)

    def fill(self, menu: QMenu) -> None:
        """Puts the acts into a menu."""
        if self._read_only:
            return
        for group in self._groups:
            menu.addActions(group)
            menu.addSeparator()
