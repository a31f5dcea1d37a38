"""The windows beside the main one, each on a dossier of the open archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from orapp.services.desk import Desk
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.shell.doors import Doors
    from orapp.ui.shell.dossier_window import DossierWindow
    from orapp.ui.shell.helping import ManualShelf
    from orapp.ui.shell.window import ShellWindow

GEOMETRY = "geometry"


class WindowsBeside:
    """Opens windows with a name of their own ("venster-2"), which drafts and changes carry; closes them all together."""

    def __init__(self, main: ShellWindow, place: Workplace, doors: Doors, shelf: ManualShelf) -> None:
        self._main = main
        self._place = place
        self._doors = doors
        self._shelf = shelf
        self._open: list[DossierWindow] = []

    def all(self) -> tuple[DossierWindow, ...]:
        """The windows that are open, in the order in which they were opened."""
        return tuple(self._open)

    def open(self, desk: Desk, reference: str) -> None:
        """Opens a dossier in a window of its own, also one that is shown elsewhere already."""
        from orapp.ui.shell.dossier_window import DossierWindow  # not needed before the first one

        taken = {window.here.window for window in self._open}
        number = next(count for count in range(2, len(taken) + 3) if f"venster-{count}" not in taken)
        name = f"venster-{number}"
        remembered = f"{GEOMETRY} {name} {desk.archive.path}"
        made = DossierWindow(desk, self._place, self._doors.folder, self._doors.memory, name, remembered)
        made.setWindowIcon(self._main.windowIcon())
        made.window_asked.connect(lambda other: self.open(desk, other))
        made.help_asked.connect(self._shelf.open)
        made.ways.asked.connect(self._show_place)
        made.closed.connect(lambda: self._open.remove(made))
        self._open.append(made)
        made.show()
        made.open(reference)

    def close_all(self) -> None:
        """Closes them; what is being typed in them is left, and so kept."""
        for window in self.all():
            window.close()

    def _show_place(self, key: str, part: str) -> None:
        """What is not in a window of a dossier is shown in the main one, which comes to the front; what is asked there stays."""
        if self._main.workspace is None:
            return
        if QApplication.activeModalWidget() is None:
            self._main.workspace.show_place(key, part)
        self._main.raise_()
        self._main.activateWindow()
