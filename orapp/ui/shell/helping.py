"""The manual beside the work: read once on a lane, shown in one window at the place where the person is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from orapp.ui.kit.dossier_tabs import ORDER

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMainWindow

    from orapp.services.manual import Manual
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.dossier.screen import DossierScreen
    from orapp.ui.shell.manual_window import ManualWindow
    from orapp.ui.shell.workspace import Workspace

SCREEN = "-scherm"


class ManualShelf(QObject):
    """Holds the one window of the manual. It is read when it is first asked for, and again after it could not be read."""

    def __init__(self, owner: QMainWindow, place: Workplace, manual: Callable[[], Manual]) -> None:
        super().__init__(owner)
        self._owner = owner
        self._place = place
        self._manual = manual
        self.window: ManualWindow | None = None

    def open(self, *places: str) -> None:
        """Shows the page of the first of these places that has one."""
        if self.window is not None:
            self.window.show_at(*places)
            return
        self._place.tasks.read(self, "handleiding", self._manual, lambda manual: self._begin(manual, places))

    def close(self) -> None:
        """Puts the manual away together with the window it belongs to."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None

    def _begin(self, manual: Manual, places: tuple[str, ...]) -> None:
        from orapp.ui.shell.manual_window import ManualWindow  # only when asked

        if self.window is None:
            self.window = ManualWindow(manual, self._place)
            self.window.setWindowIcon(self._owner.windowIcon())
        self.window.show_at(*places)


def place_in(inside: Workspace | None) -> str:
    """Where the person is in the main window, as the manual calls it: "dossier/documents", or "openen" before an archive is."""
    if inside is None:
        return "openen"
    dossier = inside.shown_dossier()
    if dossier is not None:
        return place_of(dossier)
    page = inside.pages.currentWidget()
    return "" if page is None else page.objectName().removesuffix(SCREEN)


def place_of(dossier: DossierScreen) -> str:
    """The tab of a dossier as a place."""
    return f"dossier/{ORDER[dossier.tabs.currentIndex()]}"
