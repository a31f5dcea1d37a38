"""The menus of the main window: every act with a letter to reach it by and, where it is used often, a shortcut."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from typing_extensions import override

from orapp.ui.shell.dossier_menus import DossierMenus
from orapp.ui.shell.places import BIN, COUNCIL, DEADLINES, DOSSIERS, OVERVIEW, SETTINGS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from orapp.ui.kit.here import Here
    from orapp.ui.kit.look import Look
    from orapp.ui.screens.dossier.screen import DossierScreen
    from orapp.ui.shell.dossier_menus import KeepsLook
    from orapp.ui.shell.steps_back import Steps
    from orapp.ui.shell.window import ShellWindow
    from orapp.ui.shell.workspace import Workspace


class Menus(DossierMenus):
    """Builds the menu bar and keeps its acts in step with what is open and shown."""

    def __init__(self, window: ShellWindow, look: Look, memory: KeepsLook, here: Here) -> None:
        super().__init__(window, look, memory, here)
        self._shell = window
        self._archive_menu()
        self.edit_menu()
        self._go_menu()
        self.dossier_menu(detaches=True)
        self.letter_menu()
        self.view_menu()
        self._help_menu()
        self.refresh()

    def _open(self) -> bool:
        return self._shell.workspace is not None

    def _can_make(self) -> bool:
        workspace = self._shell.workspace
        return workspace is not None and workspace.can_make_dossiers

    def _can_go_back(self) -> bool:
        workspace = self._shell.workspace
        return workspace is not None and workspace.can_go_back

    def _inside(self, do: Callable[[Workspace], object]) -> Callable[[], None]:
        def act() -> None:
            workspace = self._shell.workspace
            if workspace is not None:
                do(workspace)

        return act

    def _to(self, key: str) -> Callable[[], None]:
        return self._inside(lambda inside: inside.go_to(key))

    def _archive_menu(self) -> None:
        menu = self.menu(self.tr("&Archief"))
        window = self._shell
        ask = self._inside(lambda inside: inside.ask_new_dossier())
        self.act(menu, self.tr("Nieuw &dossier…"), ("Ctrl+N",), ask, when=self._can_make)
        menu.addSeparator()
        self.act(menu, self.tr("&Openen…"), ("Ctrl+O",), window.opening.choose_other)
        self.act(menu, self.tr("&Nieuw archief maken…"), ("Ctrl+Shift+N",), window.ask_new)
        self.act(menu, self.tr("&Reservekopie maken…"), (), window.back_up, when=self._open)
        self.act(menu, self.tr("&Wie werkt hier…"), (), window.ask_who, when=self._open)
        self.act(menu, self.tr("&Prullenbak"), (), self._to(BIN), when=self._open)
        menu.addSeparator()
        self.act(menu, self.tr("Archief &sluiten"), ("Ctrl+W",), window.close_archive, when=self._open)
        self.act(menu, self.tr("&Afsluiten"), ("Ctrl+Q",), window.close)

    def _go_menu(self) -> None:
        menu = self.menu(self.tr("&Ga naar"))
        self._go_to_screens(menu)
        menu.addSeparator()
        self.act(menu, self.tr("Zoeken en o&pdrachten…"), ("Ctrl+K",), self._shell.open_palette, when=self._open)
        find_in_list = self._inside(lambda inside: inside.find_in_list())
        self.act(menu, self.tr("&Zoeken in de lijst"), ("Ctrl+F",), find_in_list, when=self._open)
        menu.addSeparator()
        back = self._inside(lambda inside: inside.back())
        self.act(menu, self.tr("Te&rug"), ("Alt+Left",), back, when=self._can_go_back)

    def _go_to_screens(self, menu: QMenu) -> None:
        for number, (key, words) in enumerate(
            (
                (OVERVIEW, self.tr("&Overzicht")),
                (DOSSIERS, self.tr("&Dossiers")),
                (DEADLINES, self.tr("&Termijnen")),
                (COUNCIL, self.tr("Raad en &mensen")),
                (SETTINGS, self.tr("&Instellingen")),
            ),
            start=1,
        ):
            self.act(menu, words, (f"Ctrl+{number}",), self._to(key), when=self._open)

    def _help_menu(self) -> None:
        self.help_menu(self._shell.show_help, self._shell.show_about)

    @override
    def shown(self) -> DossierScreen | None:
        workspace = self._shell.workspace
        return workspace.shown_dossier() if workspace is not None else None

    @override
    def steps(self) -> Steps | None:
        workspace = self._shell.workspace
        return workspace.steps() if workspace is not None else None

    @override
    def detach(self, reference: str) -> None:
        self._shell.open_dossier_window(reference)
