"""The menus: every act with a letter to reach it by and, where it is used often, a shortcut."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from orapp.ui.kit.look import Look
    from orapp.ui.shell.doors import Memory
    from orapp.ui.shell.window import ShellWindow
    from orapp.ui.shell.workspace import Workspace

LIGHT, DARK, SYSTEM = "light", "dark", "system"
PERCENT_STEP = 10


class Menus(QObject):
    """Builds the menu bar and keeps its acts in step with whether an archive is open."""

    def __init__(self, window: ShellWindow, look: Look, memory: Memory) -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        self._memory = memory
        self._needs_archive: list[QAction] = []
        self.acts: list[QAction] = []
        window.menuBar().setObjectName("menubalk")
        window.menuBar().setAccessibleName(self.tr("Menu"))
        self._archive_menu()
        self._go_menu()
        self._dossier_menu()
        self._view_menu()
        self._help_menu()
        self.set_open(False)

    def set_open(self, is_open: bool) -> None:
        """Offers what needs an archive only while one is open."""
        for act in self._needs_archive:
            act.setEnabled(is_open)

    def _menu(self, title: str) -> QMenu:
        menu = self._window.menuBar().addMenu(title)
        menu.setAccessibleName(title.replace("&", ""))
        return menu

    def _act(self, menu: QMenu, words: str, keys: str, do: Callable[[], object], *, needs_archive: bool = True) -> QAction:
        act = QAction(words, self)
        if keys:
            act.setShortcut(QKeySequence(keys))
        act.triggered.connect(lambda _checked=False: do())
        menu.addAction(act)
        self.acts.append(act)
        if needs_archive:
            self._needs_archive.append(act)
        return act

    def _inside(self, do: Callable[[Workspace], object]) -> Callable[[], None]:
        def act() -> None:
            workspace = self._window.workspace
            if workspace is not None:
                do(workspace)

        return act

    def _show_tab(self, number: int) -> Callable[[], None]:
        return self._inside(lambda inside: inside.dossier.show_tab(number))

    def _look_setter(self, chosen: str) -> Callable[[], None]:
        return lambda: self._set_look(chosen)

    def _archive_menu(self) -> None:
        menu = self._menu(self.tr("&Archief"))
        window = self._window
        self._act(menu, self.tr("&Openen…"), "Ctrl+O", window.opening.choose_other, needs_archive=False)
        self._act(menu, self.tr("&Nieuw archief maken…"), "Ctrl+Shift+N", window.ask_new, needs_archive=False)
        self._act(menu, self.tr("&Reservekopie maken…"), "", window.back_up)
        self._act(menu, self.tr("&Wie werkt hier…"), "", window.ask_who)
        menu.addSeparator()
        self._act(menu, self.tr("Archief &sluiten"), "Ctrl+W", window.close_archive)
        self._act(menu, self.tr("&Afsluiten"), "Ctrl+Q", window.close, needs_archive=False)

    def _go_menu(self) -> None:
        menu = self._menu(self.tr("&Ga naar"))
        self._act(menu, self.tr("&Dossiers"), "Ctrl+1", self._inside(lambda inside: inside.go_to("dossiers")))
        self._act(menu, self.tr("&Termijnen"), "Ctrl+2", self._inside(lambda inside: inside.go_to("termijnen")))
        self._act(menu, self.tr("&Zoeken in de lijst"), "Ctrl+F", self._inside(lambda inside: inside.find_in_list()))
        menu.addSeparator()
        self._act(menu, self.tr("Te&rug"), "Esc", self._inside(lambda inside: inside.back()))

    def _dossier_menu(self) -> None:
        menu = self._menu(self.tr("&Dossier"))
        self._act(menu, self.tr("&Brief maken"), "Ctrl+B", self._inside(lambda inside: inside.dossier.ask_letter()))
        menu.addSeparator()
        tabs = (
            (self.tr("&Samenvatting"), "Alt+1", 0),
            (self.tr("&Termijnen met hun reden"), "Alt+2", 1),
            (self.tr("&Verloop"), "Alt+3", 2),
            (self.tr("Br&ieven"), "Alt+4", 3),
        )
        for words, keys, number in tabs:
            self._act(menu, words, keys, self._show_tab(number))

    def _view_menu(self) -> None:
        menu = self._menu(self.tr("&Beeld"))
        group = QActionGroup(self)
        for words, value in ((self.tr("Zoals het &systeem"), SYSTEM), (self.tr("&Licht"), LIGHT), (self.tr("&Donker"), DARK)):
            act = self._act(menu, words, "", self._look_setter(value), needs_archive=False)
            act.setCheckable(True)
            group.addAction(act)
            act.setChecked(value == self._look.chosen)
        menu.addSeparator()
        self._act(menu, self.tr("&Grotere tekst"), "Ctrl++", lambda: self._set_text(PERCENT_STEP), needs_archive=False)
        self._act(menu, self.tr("&Kleinere tekst"), "Ctrl+-", lambda: self._set_text(-PERCENT_STEP), needs_archive=False)
        self._act(menu, self.tr("&Normale tekst"), "Ctrl+0", lambda: self._set_text(0), needs_archive=False)

    def _help_menu(self) -> None:
        menu = self._menu(self.tr("&Help"))
        self._act(menu, self.tr("&Sneltoetsen"), "F1", self._show_shortcuts, needs_archive=False)

    def _set_look(self, chosen: str) -> None:
        self._look.choose(chosen)
        self._memory.keep_look(chosen, self._look.text_percent)

    def _set_text(self, step: int) -> None:
        self._look.set_text_percent(self._look.text_percent + step if step else 100)
        self._memory.keep_look(self._look.chosen, self._look.text_percent)

    def _show_shortcuts(self) -> None:
        from orapp.ui.shell.shortcuts import ShortcutSheet  # only when asked

        rows = tuple(
            (act.text().replace("&", ""), act.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
            for act in self.acts
            if not act.shortcut().isEmpty()
        )
        ShortcutSheet(self._window, self._look, rows).open()
