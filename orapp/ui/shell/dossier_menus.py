"""The menus on what is shown of a dossier: the same in the main window and in a window of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow

from orapp.ui.kit.asking_help import HELP_KEY
from orapp.ui.kit.dossier_tabs import COURSE
from orapp.ui.shell.acts import Acts

if TYPE_CHECKING:
    from orapp.ui.kit.here import Here
    from orapp.ui.kit.look import Look
    from orapp.ui.screens.dossier.screen import DossierScreen
    from orapp.ui.shell.steps_back import Steps

LIGHT, DARK, SYSTEM = "light", "dark", "system"
PERCENT_STEP = 10
LEAST_PERCENT = 80


class KeepsLook(Protocol):
    """Remembers how a person likes the window."""

    def keep_look(self, look: str, text_percent: int) -> None: ...


class DossierMenus(Acts):
    """Editing, the dossier, its letters and the view. `shown` gives the dossier's screen while it is the one that is seen."""

    def __init__(self, window: QMainWindow, look: Look, memory: KeepsLook, here: Here) -> None:
        super().__init__(window)
        self._look = look
        self._memory = memory
        self._here = here
        self._share: QAction | None = None
        self._looks: dict[str, QAction] = {}

    def shown(self) -> DossierScreen | None:
        """The dossier that these acts are about, if one is seen."""
        return None

    def detach(self, reference: str) -> None:
        """Opens a dossier in a window of its own."""

    def _there(self) -> bool:
        return self.shown() is not None

    def _with_dossier(self, do: Callable[[DossierScreen], object]) -> Callable[[], None]:
        def act() -> None:
            shown = self.shown()
            if shown is not None:
                do(shown)

        return act

    # -- editing -------------------------------------------------------------------------------------------------------

    def steps(self) -> Steps | None:
        """What can be taken back here."""
        return None

    def _undo_words(self) -> str:
        steps = self.steps()
        if steps is None or not steps.undo_words:
            return self.tr("&Ongedaan maken")
        return self.tr("&Ongedaan maken: {what}").format(what=steps.undo_words.replace("&", "&&"))

    def _redo_words(self) -> str:
        steps = self.steps()
        if steps is None or not steps.redo_words:
            return self.tr("Opnieuw &doen")
        return self.tr("Opnieuw &doen: {what}").format(what=steps.redo_words.replace("&", "&&"))

    def _can_undo(self) -> bool:
        steps = self.steps()
        return steps is not None and bool(steps.undo_words)

    def _can_redo(self) -> bool:
        steps = self.steps()
        return steps is not None and bool(steps.redo_words)

    def _undo(self) -> None:
        steps = self.steps()
        if steps is not None:
            steps.undo()

    def _redo(self) -> None:
        steps = self.steps()
        if steps is not None:
            steps.redo()

    def edit_menu(self) -> None:
        """Take back and do again on the screen that is shown, and the acts on the field that has the keyboard.

        The screen and the field answer to the keys themselves: here they only say which they are, and serve who uses none.
        """
        menu = self.menu(self.tr("B&ewerken"))
        undo = self.act(menu, self._undo_words(), ("Ctrl+Z",), self._undo, when=self._can_undo, renamed=self._undo_words)
        redo = self.act(menu, self._redo_words(), ("Ctrl+Y",), self._redo, when=self._can_redo, renamed=self._redo_words)
        for act in (undo, redo):
            act.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        menu.addSeparator()
        for words, keys, name in (
            (self.tr("K&nippen"), "Ctrl+X", "cut"),
            (self.tr("&Kopiëren"), "Ctrl+C", "copy"),
            (self.tr("&Plakken"), "Ctrl+V", "paste"),
            (self.tr("&Alles kiezen"), "Ctrl+A", "selectAll"),
        ):
            act = QAction(words, self)
            act.setShortcut(QKeySequence(keys))
            act.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            act.triggered.connect(_on_field(name))
            menu.addAction(act)

    # -- the dossier ---------------------------------------------------------------------------------------------------

    def dossier_menu(self, *, detaches: bool) -> None:
        """The tabs of a dossier, and the dossier in a window of its own."""
        menu = self.menu(self.tr("&Dossier"))
        if detaches:
            detach = self._with_dossier(lambda shown: self.detach(shown.reference))
            self.act(menu, self.tr("&In nieuw venster openen"), ("Ctrl+Shift+O",), detach, when=self._there)
            menu.addSeparator()
        tabs = (
            self.tr("&Samenvatting"),
            self.tr("&Verloop"),
            self.tr("S&tukken"),
            self.tr("V&ragen en beoordeling"),
            self.tr("&Advies en besluit"),
            self.tr("T&oezeggingen en acties"),
        )
        for number, words in enumerate(tabs):
            self.act(menu, words, (f"Alt+{number + 1}",), self._tab(number), when=self._there)

    def _tab(self, number: int) -> Callable[[], None]:
        return self._with_dossier(lambda shown: shown.show_tab(number))

    def letter_menu(self) -> None:
        """Letters of the dossier that is shown."""
        menu = self.menu(self.tr("B&rief"))
        make = self._with_dossier(lambda shown: shown.ask_letter())
        self.act(menu, self.tr("&Brief maken"), ("Ctrl+B",), make, when=self._there)
        there = self._with_dossier(lambda shown: shown.show_part(COURSE, ""))
        self.act(menu, self.tr("Brieven van dit &dossier"), (), there, when=self._there)

    # -- the view ------------------------------------------------------------------------------------------------------

    def view_menu(self) -> None:
        """Whether others look along, light or dark, and the size of all text."""
        menu = self.menu(self.tr("Bee&ld"))
        here = self._here
        share = self.act(menu, self.tr("&Scherm delen"), ("Ctrl+Shift+D",), lambda: here.share(not here.shared))
        share.setCheckable(True)
        self._share = share
        menu.addSeparator()
        group = QActionGroup(self)
        for words, value in ((self.tr("Zoals het s&ysteem"), SYSTEM), (self.tr("&Licht"), LIGHT), (self.tr("&Donker"), DARK)):
            act = self.act(menu, words, (), self._look_setter(value))
            act.setCheckable(True)
            group.addAction(act)
            self._looks[value] = act
        menu.addSeparator()
        self.act(menu, self.tr("&Grotere tekst"), ("Ctrl++", "Ctrl+="), lambda: self._set_text(PERCENT_STEP))
        self.act(menu, self.tr("&Kleinere tekst"), ("Ctrl+-",), lambda: self._set_text(-PERCENT_STEP))
        self.act(menu, self.tr("&Normale tekst"), ("Ctrl+0",), lambda: self._set_text(0))
        # Both may also be chosen in another window, or at the settings.
        self._look.changed.connect(self._show_chosen)
        here.changed.connect(self._show_chosen)
        self._show_chosen()

    # -- help ----------------------------------------------------------------------------------------------------------

    def help_menu(self, show_manual: Callable[[], object], show_about: Callable[[], object]) -> None:
        """The manual at this place, the keys of this window, and what this program is."""
        menu = self.menu(self.tr("&Help"))
        self.act(menu, self.tr("&Handleiding"), (HELP_KEY,), show_manual)
        self.act(menu, self.tr("&Sneltoetsen"), ("Ctrl+F1",), self.show_shortcuts)
        menu.addSeparator()
        self.act(menu, self.tr("&Over orapp"), (), show_about)

    def show_shortcuts(self) -> None:
        """Shows the overview of keys."""
        from orapp.ui.shell.shortcuts import ShortcutSheet, key_rows  # only when asked

        ShortcutSheet(self.window, self._look, key_rows(self.acts)).open()

    def _show_chosen(self) -> None:
        if self._share is not None:
            self._share.setChecked(self._here.shared)
        for value, act in self._looks.items():
            act.setChecked(value == self._look.chosen)

    def _look_setter(self, chosen: str) -> Callable[[], None]:
        def do() -> None:
            self._look.choose(chosen)
            self._memory.keep_look(chosen, self._look.text_percent)

        return do

    def _set_text(self, step: int) -> None:
        self._look.set_text_percent(max(LEAST_PERCENT, self._look.text_percent + step) if step else 100)
        self._memory.keep_look(self._look.chosen, self._look.text_percent)


def _on_field(name: str) -> Callable[[], None]:
    def do() -> None:
        act = getattr(QApplication.focusWidget(), name, None)
        if act is not None:
            act()

    return do
