"""A second window on a dossier of the open archive: its own edits to take back, the same desk, lanes and changes."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Pages
from orapp.ui.kit.dressing import as_frame
from orapp.ui.kit.here import Here
from orapp.ui.kit.list_actions import Lists
from orapp.ui.kit.look import Tone
from orapp.ui.kit.notices import NoticeBar
from orapp.ui.kit.scrolling import scrolled
from orapp.ui.kit.ways import Ways
from orapp.ui.screens.dossier.screen import DossierScreen
from orapp.ui.shell.dossier_menus import DossierMenus
from orapp.ui.shell.helping import place_of
from orapp.ui.shell.sharing import SharedBand
from orapp.ui.shell.steps_back import Steps, editor_steps, give_keys
from orapp.ui.shell.titles import dossier_title

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from orapp.letters.beginnings import Beginning
    from orapp.services.desk import Desk
    from orapp.services.failures import Failure
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.letter.screen import LetterScreen
    from orapp.ui.shell.doors import Memory

USUAL_SIZE = (1180, 800)
LEAST_SIZE = (820, 520)
# The desktop puts a title bar above it, which the size of a window does not count.
TITLE_BAR = 48


class DossierWindow(QMainWindow):
    """Shows one dossier, and its letters; who works here and whether the screen is shared follow the main window.

    `name` is what the window is called in drafts and in the origin of a change; `remembered` is the key of its size.
    """

    closed = Signal()
    window_asked = Signal(str)
    help_asked = Signal(str, str)

    def __init__(self, desk: Desk, place: Workplace, folder: Path, memory: Memory, name: str, remembered: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName(name)
        self._desk = desk
        self._folder = folder
        self._memory = memory
        self._remembered = remembered
        self._first = place.here
        self._place = replace(place, here=Here(place.here.person, name))
        self._place.here.share(place.here.shared)
        self._build()
        self._connect()
        self._place.look.dress(self)
        self.setMinimumSize(*LEAST_SIZE)
        room, wanted = self.screen().availableSize(), [self._place.look.px(pixels) for pixels in USUAL_SIZE]
        self.resize(min(wanted[0], room.width()), min(wanted[1], room.height() - TITLE_BAR))
        kept = memory.value(remembered)
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(kept.encode())))
        self.menus.refresh()

    @property
    def reference(self) -> str:
        """The dossier that is shown."""
        return self.dossier.reference

    @property
    def here(self) -> Here:
        """Who works in this window, and what it may show."""
        return self._place.here

    # -- build ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._place.look
        self._middle = middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.band = SharedBand(look, self._place.here)
        self.notice = NoticeBar(look)
        self.lists = Lists(self._place, self.notice, self)
        self.ways = Ways(self)
        column.addWidget(self.band)
        column.addWidget(self.notice)
        self.pages = Pages()
        self.dossier = DossierScreen(self._desk, self._place, lambda: self._folder)
        self.pages.addWidget(self.dossier)
        self._room = scrolled(self.pages)
        column.addWidget(self._room, 1)
        self.setCentralWidget(middle)
        as_frame(self, middle, self._room, self._room.viewport(), self.pages)
        self.menus = WindowMenus(self, self._place, self._memory)

    @cached_property
    def letter(self) -> LetterScreen:
        """The screen of a letter, in this window."""
        from orapp.ui.screens.letter.screen import LetterScreen

        made = LetterScreen(self._desk, self._place, self._folder)
        self.pages.addWidget(made)
        self._place.look.dress(made)
        made.back_asked.connect(self.back)
        made.ready.connect(self._entitle_letter)
        made.part_opened.connect(self._open_part)
        made.editor.steps_changed.connect(self.menus.refresh)
        return made

    # -- connect -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.band.stop_asked.connect(lambda: self._first.share(False))
        self._first.changed.connect(self._follow)
        self._place.here.changed.connect(self._lead)
        self._place.tasks.failure.connect(self._tell)
        self.dossier.letter_asked.connect(self.open_letter)
        self.dossier.letter_begun.connect(self.begin_letter)
        self.dossier.shown.connect(self._entitle)
        self.dossier.editor.steps_changed.connect(self.menus.refresh)
        give_keys(self.dossier)

    # -- slots ---------------------------------------------------------------------------------------------------------

    def open(self, reference: str) -> None:
        """Shows a dossier."""
        self.pages.setCurrentWidget(self.dossier)
        self.dossier.open(reference)
        self.dossier.tabs.setFocus()

    def open_letter(self, reference: str, kind: str, request_id: str, letter_id: str = "") -> None:
        """Shows a letter of the dossier, in this window."""
        self.pages.setCurrentWidget(self.letter)
        self.letter.open(reference, kind, request_id, letter_id)
        self.menus.refresh()

    def begin_letter(self, reference: str, beginning: Beginning) -> None:
        """Shows a letter that is begun from something in the dossier, in this window."""
        self.pages.setCurrentWidget(self.letter)
        self.letter.begin(reference, beginning)
        self.menus.refresh()

    def back(self) -> None:
        """From the letter to the dossier."""
        if self.shows_dossier():
            return
        self.letter.composition.settle()
        self.pages.setCurrentWidget(self.dossier)
        self.dossier.tabs.setFocus()
        self._entitle(self.dossier.reference)

    def _open_part(self, _reference: str, tab: str, item_id: str) -> None:
        self.back()
        self.dossier.show_part(tab, item_id)

    def show_help(self, where: str = "") -> None:
        """Asks for the manual at a dialog, or at what is shown here."""
        self.help_asked.emit(where, place_of(self.dossier) if self.shows_dossier() else "brief")

    def show_about(self) -> None:
        """Tells what this program is."""
        from orapp.ui.shell.about import AboutSheet

        AboutSheet(self, self._place).open()

    def shows_dossier(self) -> bool:
        """Whether the dossier is seen, and not a letter of it."""
        return self.pages.currentWidget() is self.dossier

    def _entitle(self, _reference: str) -> None:
        if self.shows_dossier():
            words = dossier_title(self.dossier, shared=self._place.here.shared) or self.tr("Dossier")
            self.setWindowTitle(self.tr("{words} – orapp").format(words=words))
            self.menus.refresh()

    def _entitle_letter(self, reference: str) -> None:
        if not self.shows_dossier():
            self.setWindowTitle(self.tr("Brief {reference} – orapp").format(reference=reference))

    def _follow(self) -> None:
        self._place.here.work_as(self._first.person)
        self._place.here.share(self._first.shared)

    def _lead(self) -> None:
        # One screen is shared as a whole: what is set here holds for every window.
        self._first.share(self._place.here.shared)
        self._entitle(self.dossier.reference)

    def _tell(self, failure: Failure) -> None:
        if self.isActiveWindow():
            self.notice.tell(self._place.said(failure), Tone.DANGER)

    @override
    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Tab goes as the screen is read, also past what was made anew since it was last pressed."""
        return a11y.step_by_sight(self._middle, forward=next_one) or super().focusNextPrevChild(next_one)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Nobody inside had a use for it.
        if event.key() == Qt.Key.Key_Escape:
            self.back()
        else:
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.shows_dossier():
            self.letter.composition.settle()
        focused = self.focusWidget()
        if focused is not None:
            # What is being typed is left, and so kept.
            focused.clearFocus()
        self._memory.keep(self._remembered, bytes(self.saveGeometry().toBase64().data()).decode())
        event.accept()
        self.closed.emit()


class WindowMenus(DossierMenus):
    """The menus of a dossier's own window."""

    def __init__(self, window: DossierWindow, place: Workplace, memory: Memory) -> None:
        super().__init__(window, place.look, memory, place.here)
        self._own = window
        menu = self.menu(self.tr("&Venster"))
        self.act(menu, self.tr("Te&rug naar het dossier"), ("Alt+Left",), window.back, when=self._in_letter)
        self.act(menu, self.tr("Venster &sluiten"), ("Ctrl+W",), lambda: QTimer.singleShot(0, window, window.close))
        self.edit_menu()
        self.dossier_menu(detaches=True)
        self.letter_menu()
        self.view_menu()
        self.help_menu(window.show_help, window.show_about)

    def _in_letter(self) -> bool:
        return not self._own.shows_dossier()

    @override
    def steps(self) -> Steps | None:
        screen = self._own.dossier if self._own.shows_dossier() else self._own.letter
        return editor_steps(screen.editor)

    @override
    def shown(self) -> DossierScreen | None:
        return self._own.dossier if self._own.shows_dossier() else None

    @override
    def detach(self, reference: str) -> None:
        self._own.window_asked.emit(reference)
