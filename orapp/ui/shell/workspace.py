"""The inside of an open archive: the screens, each built when it is first needed, and the way between them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from orapp.ui.kit.look import Tone
from orapp.ui.shell.dropping import dropped_files
from orapp.ui.shell.frame import WorkspaceFrame
from orapp.ui.shell.later import fetch_screens
from orapp.ui.shell.places import (
    BIN,
    COUNCIL,
    DEADLINES,
    DOSSIER,
    DOSSIERS,
    LETTER,
    OVERVIEW,
    SETTINGS,
)
from orapp.ui.shell.steps_back import Steps, editor_steps, give_keys
from orapp.ui.shell.titles import dossier_title

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from orapp.letters.beginnings import Beginning
    from orapp.services.desk import Desk
    from orapp.services.rows import DossierQuery
    from orapp.services.upkeep import Upkeep
    from orapp.ui.kit.step_wish import StepWish
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.bin.screen import BinScreen
    from orapp.ui.screens.council.screen import CouncilScreen
    from orapp.ui.screens.deadlines.screen import DeadlinesScreen
    from orapp.ui.screens.dossier.screen import DossierScreen
    from orapp.ui.screens.dossiers.screen import DossiersScreen
    from orapp.ui.screens.letter.screen import LetterScreen
    from orapp.ui.screens.overview.screen import OverviewScreen
    from orapp.ui.screens.settings.screen import SettingsScreen


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place that was visited: a screen and, for a dossier, which one."""

    key: str
    reference: str = ""


class Workspace(WorkspaceFrame):
    """Everything that is seen of one open archive. `standing` is emitted when other acts may be possible than before."""

    window_asked = Signal(str)
    palette_asked = Signal()
    standing = Signal()
    leave_asked = Signal(object)

    def __init__(self, desk: Desk, place: Workplace, folder: Path, upkeep: Callable[[], Upkeep]) -> None:
        super().__init__(desk, place)
        self._folder = folder
        self._upkeep = upkeep
        self._way: list[Spot] = []
        self._spot = Spot(key="")
        self.setAcceptDrops(True)
        self.navigation.chosen.connect(self.go_to)
        self.ways.asked.connect(self.show_place)
        self.top.new_asked.connect(self.ask_new_dossier)
        self.top.palette_asked.connect(self.palette_asked.emit)
        self.top.new.setVisible(self.can_make_dossiers)

    # -- the screens that are built when they are first needed ---------------------------------------------------------

    @cached_property
    def overview(self) -> OverviewScreen:
        """What asks for attention today."""
        from orapp.ui.screens.overview.screen import OverviewScreen

        made = OverviewScreen(self.desk, self._place)
        self._hold(made)
        made.dossier_opened.connect(self.open_dossier)
        made.part_opened.connect(self.open_part)
        made.step_asked.connect(self.begin_step)
        made.letter_asked.connect(self.open_letter)
        made.letter_begun.connect(self.begin_letter)
        made.dossiers_asked.connect(self.show_dossiers)
        made.deadlines_asked.connect(lambda: self.go_to(DEADLINES))
        made.new_asked.connect(self.ask_new_dossier)
        return made

    @cached_property
    def dossiers(self) -> DossiersScreen:
        """The list of dossiers."""
        from orapp.ui.screens.dossiers.screen import DossiersScreen

        made = DossiersScreen(self.desk, self._place)
        self._hold(made)
        made.dossier_opened.connect(self.open_dossier)
        made.new_asked.connect(self.ask_new_dossier)
        made.window_asked.connect(self.window_asked.emit)
        return made

    @cached_property
    def deadlines(self) -> DeadlinesScreen:
        """The list of terms."""
        from orapp.ui.screens.deadlines.screen import DeadlinesScreen

        made = DeadlinesScreen(self.desk, self._place)
        self._hold(made)
        made.dossier_opened.connect(self.open_dossier)
        made.letter_begun.connect(self.begin_letter)
        return made

    @cached_property
    def council(self) -> CouncilScreen:
        """The council and its people."""
        from orapp.ui.screens.council.screen import CouncilScreen

        made = CouncilScreen(self.desk, self._place)
        self._hold(made)
        made.keeper.changed.connect(self.standing.emit)
        return made

    @cached_property
    def settings(self) -> SettingsScreen:
        """The settings of this archive and this machine."""
        from orapp.ui.screens.settings.screen import SettingsScreen

        made = SettingsScreen(self.desk, self._place, self._upkeep())
        self._hold(made)
        made.leave_asked.connect(self.leave_asked.emit)
        return made

    @cached_property
    def bin(self) -> BinScreen:
        """What was thrown away, and can come back."""
        from orapp.ui.screens.bin.screen import BinScreen

        made = BinScreen(self.desk, self._place)
        self._hold(made)
        made.dossier_opened.connect(self.open_dossier)
        return made

    @cached_property
    def dossier(self) -> DossierScreen:
        """The screen of one dossier."""
        from orapp.ui.screens.dossier.screen import DossierScreen

        made = DossierScreen(self.desk, self._place, lambda: self._folder)
        self._hold(made)
        made.letter_asked.connect(self.open_letter)
        made.letter_begun.connect(self.begin_letter)
        made.shown.connect(lambda _reference: self._entitle(DOSSIER))
        made.shown.connect(made.make_ahead)
        made.editor.steps_changed.connect(self.standing.emit)
        give_keys(made)
        return made

    @cached_property
    def letter(self) -> LetterScreen:
        """The screen of a letter."""
        from orapp.ui.screens.letter.screen import LetterScreen

        made = LetterScreen(self.desk, self._place, self._folder)
        self._hold(made)
        made.back_asked.connect(self.back)
        made.part_opened.connect(self.open_part)
        made.ready.connect(lambda _reference: self._entitle(LETTER))
        made.editor.steps_changed.connect(self.standing.emit)
        return made

    # -- show ----------------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Shows the first screen and fills the bars."""
        self.go_to(OVERVIEW if self.navigation.has(OVERVIEW) else DOSSIERS)
        self.fill()
        # What the next click shows is imported beside the window once this screen has all it asked for.
        self._place.tasks.quiet.connect(self._fetch)

    def _fetch(self) -> None:
        self._place.tasks.quiet.disconnect(self._fetch)
        focused = self.focusWidget()
        if focused is None or not self.pages.isAncestorOf(focused):
            # What a screen begins with may only be there once it was read.
            self._focus(self._spot.key)
        self.read_law()
        QTimer.singleShot(0, self, lambda: self._place.tasks.read(self, "schermen", fetch_screens, lambda _nothing: None))

    def _entitle(self, key: str) -> None:
        """Puts what is shown in the title of the window, once it is really there."""
        if self._spot.key == key:
            self._tell_title()
            self.standing.emit()

    @override
    def _tell_title(self) -> None:
        self.titled.emit(" – ".join(part for part in (self._shown_words(), self._council) if part))

    def _shown_words(self) -> str:
        match self._spot.key:
            case "dossier":
                return dossier_title(self.dossier, shared=self._place.here.shared)
            case "brief":
                return self.tr("Brief {reference}").format(reference=self._spot.reference)
            case "":
                return ""
            case key:
                return self.navigation.words(key)

    # -- what can be done here -----------------------------------------------------------------------------------------

    @property
    def can_make_dossiers(self) -> bool:
        """Whether a new dossier can be begun: the archive can be written."""
        return not self.desk.archive.read_only

    def shown_dossier(self) -> DossierScreen | None:
        """The screen of the dossier, while it is the one that is shown."""
        return self.dossier if self._spot.key == DOSSIER else None

    def steps(self) -> Steps | None:
        """What can be taken back or done again on the screen that is shown."""
        match self._spot.key:
            case "dossier":
                return editor_steps(self.dossier.editor)
            case "brief":
                return editor_steps(self.letter.editor)
            case "raad":
                keeper = self.council.keeper
                return Steps(undo_words=keeper.undo_words(), redo_words=keeper.redo_words(), undo=keeper.undo, redo=keeper.redo)
            case _:
                return None

    def settle(self) -> None:
        """What is being typed is left, and so kept."""
        if self._spot.key == LETTER:
            self.letter.composition.settle()
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()

    @property
    def can_go_back(self) -> bool:
        """Whether there is a screen to go back to."""
        return bool(self._way)

    # -- going ---------------------------------------------------------------------------------------------------------

    def page(self, key: str) -> QWidget:
        """The screen of that name, built if it was not there yet."""
        pages: dict[str, Callable[[], QWidget]] = {
            OVERVIEW: lambda: self.overview,
            DOSSIERS: lambda: self.dossiers,
            DEADLINES: lambda: self.deadlines,
            COUNCIL: lambda: self.council,
            SETTINGS: lambda: self.settings,
            BIN: lambda: self.bin,
            DOSSIER: lambda: self.dossier,
            LETTER: lambda: self.letter,
        }
        return pages[key]()

    def go_to(self, key: str) -> None:
        """Shows the screen of a navigation entry, fresh."""
        self._way.clear()
        page: Any = self.page(key)
        self._show(Spot(key=key))
        page.reload()
        self._focus(key)

    def show_dossiers(self, query: DossierQuery) -> None:
        """Shows the list of dossiers as it was asked for."""
        page = self.dossiers
        self._step_to(Spot(key=DOSSIERS))
        page.show_query(query)
        self._focus(DOSSIERS)

    def open_dossier(self, reference: str) -> None:
        """Shows a dossier; "terug" leads to where it was opened."""
        self._step_to(Spot(key=DOSSIER, reference=reference))
        self.dossier.open(reference)
        self._focus(DOSSIER)

    def open_part(self, reference: str, tab: str, item_id: str) -> None:
        """Shows an item of a dossier on its tab."""
        self.open_dossier(reference)
        self.dossier.show_part(tab, item_id)

    def show_place(self, key: str, part: str = "") -> None:
        """Shows a screen, and a part of it; "terug" leads to where it was asked."""
        page: Any = self.page(key)
        self._step_to(Spot(key=key))
        page.reload()
        if part:
            page.show_part(part)
        self._focus(key)

    def begin_step(self, wish: StepWish) -> None:
        """Shows a dossier and asks there what a step needs."""
        self.open_dossier(wish.reference)
        self.dossier.begin_step(wish)

    def open_letter(self, reference: str, kind: str, request_id: str, letter_id: str = "") -> None:
        """Shows the letter screen for a dossier."""
        self._step_to(Spot(key=LETTER, reference=reference))
        self.letter.open(reference, kind, request_id, letter_id)

    def begin_letter(self, reference: str, beginning: Beginning) -> None:
        """Shows a letter that is begun from something in a dossier."""
        self._step_to(Spot(key=LETTER, reference=reference))
        self.letter.begin(reference, beginning)

    def back(self) -> None:
        """Goes back to the screen before."""
        if not self._way:
            return
        spot = self._way.pop()
        self._show(spot)
        if spot.key == DOSSIER:
            if self.dossier.reference != spot.reference:
                self.dossier.open(spot.reference)
            self._entitle(DOSSIER)
        self._focus(spot.key)

    def find_in_list(self) -> None:
        """Goes to the filter of the list that is shown, or of the list of dossiers."""
        page: Any = self.pages.currentWidget()
        if not hasattr(page, "focus_filter"):
            self.go_to(DOSSIERS)
            page = self.dossiers
        page.focus_filter()

    def ask_new_dossier(self, path: Path | None = None) -> None:
        """Begins a new dossier, with the file that was dropped where there is one."""
        if not self.can_make_dossiers:
            return
        from orapp.ui.screens.new_dossier.wizard import NewDossierWizard

        wizard = NewDossierWizard(self.window(), self.desk, self._place, path, self._folder)
        wizard.made.connect(self.open_dossier)
        wizard.open()

    def _step_to(self, spot: Spot) -> None:
        if self._spot.key and self._spot != spot:
            self._way.append(self._spot)
        self._show(spot)

    def _show(self, spot: Spot) -> None:
        page = self.page(spot.key)
        if self._spot.key == LETTER and spot != self._spot:
            self.letter.composition.settle()
        self._spot = spot
        self.pages.setCurrentWidget(page)
        # At large text the area scrolls; a screen is always shown from its beginning.
        QTimer.singleShot(0, self, lambda: self._room.ensureVisible(0, 0))
        self.navigation.mark(spot.key if self.navigation.has(spot.key) else DOSSIERS)
        if self.navigation.has(spot.key):
            self._tell_title()
        self.standing.emit()

    def _focus(self, key: str) -> None:
        """Puts the keyboard where a screen begins."""
        if key == DOSSIER:
            self.dossier.tabs.setFocus()
        elif key != LETTER:
            page: Any = self.page(key)
            # A list begins with its rows, other screens say themselves where they begin.
            begin = page.focus_list if hasattr(page, "focus_list") else page.focus_first
            begin()

    # -- files that are dropped ----------------------------------------------------------------------------------------

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file that is dropped where no dossier or letter is shown becomes a new dossier."""
        if self.can_make_dossiers and self._spot.key not in {DOSSIER, LETTER} and dropped_files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Begins with the first file; that the others come later is said."""
        files = dropped_files(event.mimeData())
        event.acceptProposedAction()
        if len(files) > 1:
            words = self.tr("U begint met {name}. De andere bestanden voegt u daarna in het dossier toe bij Stukken.")
            self.notice.tell(words.format(name=files[0].name), Tone.ACCENT)
        # The drag must be over before anything is asked.
        QTimer.singleShot(0, self, lambda: self.ask_new_dossier(files[0]))
