"""The inside of an open archive: navigation, top bar, the screens, and the way between them."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from orapp.services.rows import DeadlineQuery, DeadlineRow
from orapp.ui.kit.cards import Pages
from orapp.ui.kit.look import Tone
from orapp.ui.kit.notices import NoticeBar
from orapp.ui.screens.dossiers.screen import DossiersScreen
from orapp.ui.shell.bars import StatusLine, TopBar
from orapp.ui.shell.navigation import Navigation

if TYPE_CHECKING:
    from orapp.domain.council import Council
    from orapp.law.book import LawBook
    from orapp.services.desk import Desk
    from orapp.services.failures import Failure
    from orapp.services.rows import BackupInfo, Changes
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.deadlines.screen import DeadlinesScreen
    from orapp.ui.screens.dossier.screen import DossierScreen
    from orapp.ui.screens.letter.screen import LetterScreen

DOSSIERS, DEADLINES = "dossiers", "termijnen"
LATER = tuple(f"orapp.ui.screens.{name}.screen" for name in ("dossier", "deadlines", "letter"))


class Workspace(QWidget):
    """Everything that is seen of one open archive."""

    titled = Signal(str)

    def __init__(self, desk: Desk, place: Workplace, folder: Path, person: str) -> None:
        super().__init__()
        self.desk = desk
        self._place = place
        self._way: list[QWidget] = []
        self._council = ""
        self._words = ""
        self._fetched = False
        self._folder = folder
        self._person = person
        self.dossiers = DossiersScreen(desk, place)
        self._build()
        self._connect()

    # -- build ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.top = TopBar(look)
        column.addWidget(self.top)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        self.navigation = Navigation(look)
        self.navigation.add(DOSSIERS, self.tr("Dossiers"))
        self.navigation.add(DEADLINES, self.tr("Termijnen"))
        middle.addWidget(self.navigation)
        right = QVBoxLayout()
        right.setSpacing(0)
        self.notice = NoticeBar(look)
        right.addWidget(self.notice)
        self.pages = Pages()
        self.pages.addWidget(self.dossiers)
        room = QScrollArea()
        room.setObjectName("ruimte")
        room.setWidgetResizable(True)
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setWidget(self.pages)
        self._room = room
        right.addWidget(room, 1)
        middle.addLayout(right, 1)
        column.addLayout(middle, 1)
        self.status = StatusLine(look)
        column.addWidget(self.status)

    # -- connect -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.navigation.chosen.connect(self.go_to)
        self.dossiers.dossier_opened.connect(self.open_dossier)
        self.dossiers.counted.connect(self._show_count)
        self._place.tasks.failure.connect(self.show_failure)
        self._place.changes.changed.connect(self._on_changes)
        self._place.changes.new_day.connect(self._show_day)

    # -- the screens that are built when they are first needed ---------------------------------------------------------

    @cached_property
    def deadlines(self) -> DeadlinesScreen:
        """The list of terms."""
        from orapp.ui.screens.deadlines.screen import DeadlinesScreen

        made = DeadlinesScreen(self.desk, self._place)
        self.pages.addWidget(made)
        made.dossier_opened.connect(self.open_dossier)
        return made

    @cached_property
    def dossier(self) -> DossierScreen:
        """The screen of one dossier."""
        from orapp.ui.screens.dossier.screen import DossierScreen

        made = DossierScreen(self.desk, self._place, lambda: self._folder)
        self.pages.addWidget(made)
        made.letter_asked.connect(self.open_letter)
        made.shown.connect(lambda reference: self._entitle(made, reference))
        return made

    @cached_property
    def letter(self) -> LetterScreen:
        """The screen of a letter."""
        from orapp.ui.screens.letter.screen import LetterScreen

        made = LetterScreen(self.desk, self._place, self._folder, lambda: self._person)
        self.pages.addWidget(made)
        made.back_asked.connect(self.back)
        made.ready.connect(lambda reference: self._entitle(made, self.tr("Brief {reference}").format(reference=reference)))
        return made

    # -- show ----------------------------------------------------------------------------------------------------------

    def work_as(self, person: str) -> None:
        """From now on this is who does what is done here."""
        self._person = person

    def start(self) -> None:
        """Fills the bars and shows the list of dossiers."""
        desk, tasks = self.desk, self._place.tasks
        self.go_to(DOSSIERS)
        tasks.read(self, "raad", desk.council.read, self._show_council)
        self._show_day()
        self.reload_backups()
        tasks.read(self, "termijnen", lambda: desk.dossiers.deadlines(DeadlineQuery()), self._show_near)

    def _show_count(self, count: int) -> None:
        """Counts what runs, also while the list shows less; once it stands the next screens are fetched beside the window."""
        if not self.dossiers.narrowed:
            self.navigation.show_count(DOSSIERS, count)
        if not self._fetched:
            self._fetched = True
            self._place.tasks.read(self, "schermen", _fetch_screens, lambda _nothing: None)

    def reload_backups(self) -> None:
        """Looks again which backups there are."""
        self._place.tasks.read(self, "kopieën", self.desk.archive.backups, self._show_backups)

    def _show_council(self, council: Council) -> None:
        archive = self.desk.archive
        self.top.show_archive(council.name, read_only=archive.read_only)
        self.status.show_saved(None, read_only=archive.read_only)
        self._council = council.name
        self._tell_title()
        reason = archive.read_only_because or archive.place_warning
        if reason is not None:
            self.notice.tell(self._place.texts.say(reason[0], **reason[1]), Tone.ATTENTION)

    def _show_backups(self, backups: tuple[BackupInfo, ...]) -> None:
        self.status.show_backup(backups, self._place.today())

    def _show_near(self, rows: tuple[DeadlineRow, ...]) -> None:
        self.navigation.show_count(DEADLINES, len(rows))

    def _show_day(self) -> None:
        today = self._place.today()
        self.top.show_day(today)
        self._place.tasks.read(self, "wet", self._place.law, self._show_law)

    def _show_law(self, law: LawBook) -> None:
        today = self._place.today()
        self.status.show_law(law, today)
        if law.stale_on(today) and not self.notice.text():
            words = self.tr(
                "De wet in dit programma is ouder dan een jaar. {known} Controleer bij een termijn of de wet is gewijzigd."
            )
            self.notice.tell(words.format(known=law.known_text()), Tone.ATTENTION)

    def show_failure(self, failure: Failure) -> None:
        """Tells what stood in the way, above the screen."""
        self.notice.tell(self._place.said(failure), Tone.DANGER)

    # -- slots ---------------------------------------------------------------------------------------------------------

    def go_to(self, key: str) -> None:
        """Shows the screen of a navigation entry."""
        self._way = []
        if key == DEADLINES:
            self._show_page(self.deadlines)
            self._entitle(self.deadlines, self.tr("Termijnen"))
            self.deadlines.reload()
            self.deadlines.focus_list()
        else:
            self._show_page(self.dossiers)
            self._entitle(self.dossiers, self.tr("Dossiers"))
            self.dossiers.reload()
            self.dossiers.focus_list()

    def open_dossier(self, reference: str) -> None:
        """Shows a dossier; "terug" leads to where it was opened."""
        self._step_to(self.dossier)
        self.dossier.open(reference)
        self.dossier.tabs.setFocus()

    def open_letter(self, reference: str, kind: str, request_id: str) -> None:
        """Shows the letter screen for a dossier."""
        self._step_to(self.letter)
        self.letter.open(reference, kind, request_id)

    def back(self) -> None:
        """Goes back to the screen before."""
        if not self._way:
            return
        page = self._way.pop()
        self._show_page(page)
        if page is self.dossiers:
            self._entitle(page, self.tr("Dossiers"))
            self.dossiers.focus_list()
        elif self._is(page, "dossier"):
            self._entitle(page, self.dossier.reference)
            self.dossier.tabs.setFocus()
        elif self._is(page, "deadlines"):
            self._entitle(page, self.tr("Termijnen"))
            self.deadlines.focus_list()

    def find_in_list(self) -> None:
        """Goes to the filter of the list."""
        if self.pages.currentWidget() is not self.dossiers:
            self.go_to(DOSSIERS)
        self.dossiers.focus_filter()

    def _entitle(self, page: QWidget, words: str) -> None:
        """Puts what is shown in the title of the window, once it is really there."""
        if self.pages.currentWidget() is page:
            self._words = words
            self._tell_title()

    def _tell_title(self) -> None:
        self.titled.emit(" – ".join(part for part in (self._words, self._council) if part))

    def _step_to(self, page: QWidget) -> None:
        current = self.pages.currentWidget()
        if current is not None and current is not page:
            self._way.append(current)
        self._show_page(page)

    def _show_page(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)
        # At large text the area scrolls; a screen is always shown from its beginning.
        QTimer.singleShot(0, self, lambda: self._room.ensureVisible(0, 0))
        self.navigation.mark(DEADLINES if self._is(page, "deadlines") else DOSSIERS)

    def _is(self, page: QWidget, name: str) -> bool:
        """Whether this is the screen of that name, without building it for the question."""
        return self.__dict__.get(name) is page

    def _on_changes(self, changes: Changes) -> None:
        if changes.items or changes.council:
            self.status.show_saved(self._place.clock.now())
        if changes.council:
            self._place.tasks.read(self, "raad", self.desk.council.read, self._show_council)


def _fetch_screens() -> None:
    """Imports what the next click shows, on a lane, when the list has been painted."""
    for module in LATER:
        import_module(module)
