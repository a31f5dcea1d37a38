"""F1 in a dialog: it leads to the window that holds the manual, with the name of the dialog as the place."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

HELP_KEY = "F1"


@runtime_checkable
class GivesHelp(Protocol):
    """A window that can show the manual."""

    def show_help(self, where: str) -> None:
        """Shows the page for a place."""
        ...


def give_help_key(dialog: QDialog) -> None:
    """Lets F1 in this dialog show the page for the dialog's own name, wherever the keyboard is in it."""
    shortcut = QShortcut(QKeySequence(HELP_KEY), dialog)
    shortcut.activated.connect(lambda: ask_help(dialog))


def ask_help(dialog: QDialog) -> bool:
    """Asks the nearest window below the dialog that gives help; says whether there was one."""
    below = dialog.parentWidget()
    while below is not None:
        if isinstance(below, GivesHelp):
            below.show_help(dialog.objectName())
            return True
        below = below.parentWidget()
    return False
