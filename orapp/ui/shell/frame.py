"""What stands around the screens of an open archive: top bar, navigation with its counts, notices and status line."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.domain.dossier import DossierStatus
from orapp.law.facts import Party
from orapp.services.failures import Refusal
from orapp.services.rows import DeadlineQuery, DeadlineRow, DossierQuery
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Pages
from orapp.ui.kit.dressing import as_frame
from orapp.ui.kit.list_actions import Lists
from orapp.ui.kit.look import Tone
from orapp.ui.kit.notices import NoticeBar
from orapp.ui.kit.scrolling import scrolled
from orapp.ui.kit.ways import Ways
from orapp.ui.shell.bars import StatusLine, TopBar
from orapp.ui.shell.navigation import Navigation
from orapp.ui.shell.places import BIN, COUNCIL, DEADLINES, DOSSIERS, OVERVIEW, SETTINGS
from orapp.ui.shell.sharing import SharedBand
from orapp.ui.shell.who import WhoBar

if TYPE_CHECKING:
    from datetime import date, datetime

    from orapp.domain.council import Council
    from orapp.law.book import LawBook
    from orapp.services.desk import Desk
    from orapp.services.failures import Failure
    from orapp.services.rows import BackupInfo, Changes
    from orapp.ui.kit.workplace import Workplace

RUNNING = (DossierStatus.RUNNING, DossierStatus.AFTERCARE)
NEAR_DAYS = 7
RECOUNT_REST_MS = 150


class WorkspaceFrame(QWidget):
    """Shows where one is, what there is, and what was kept; the screens stand in `pages`."""

    titled = Signal(str)

    def __init__(self, desk: Desk, place: Workplace) -> None:
        super().__init__()
        self.desk = desk
        self._place = place
        self._council = ""
        self._saved_at: datetime | None = None
        self._person = place.here.person
        self._build()
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(RECOUNT_REST_MS)
        self._recount.timeout.connect(self.count)
        self.band.stop_asked.connect(lambda: place.here.share(False))
        self.top.share_asked.connect(place.here.share)
        place.tasks.failure.connect(self.show_failure)
        place.tasks.written.connect(self._on_written)
        place.changes.changed.connect(self._on_changes)
        place.changes.new_day.connect(self._show_day)
        place.changes.new_day.connect(self.reload_backups)
        place.here.changed.connect(self._on_here)

    @override
    def focusNextPrevChild(self, next_one: bool) -> bool:
        """Tab goes as the screen is read, also past what was made anew since it was last pressed."""
        return a11y.step_by_sight(self, forward=next_one) or super().focusNextPrevChild(next_one)

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
        self._fill_navigation()
        middle.addWidget(self.navigation)
        right = QVBoxLayout()
        right.setSpacing(0)
        self.band = SharedBand(look, self._place.here)
        self.notice = NoticeBar(look)
        self.lists = Lists(self._place, self.notice, self)
        self.ways = Ways(self)
        self.who = WhoBar(look)
        for above in (self.band, self.notice, self.who):
            right.addWidget(above)
        self.pages = Pages()
        self._room = scrolled(self.pages)
        self._room.setObjectName("ruimte")
        as_frame(self, self._room, self._room.viewport(), self.pages)
        right.addWidget(self._room, 1)
        middle.addLayout(right, 1)
        column.addLayout(middle, 1)
        self.status = StatusLine(look)
        column.addWidget(self.status)

    def _hold(self, screen: QWidget) -> None:
        self.pages.addWidget(screen)
        self._place.look.dress(screen)

    def _fill_navigation(self) -> None:
        self.navigation.add(OVERVIEW, self.tr("Overzicht"))
        self.navigation.add(DOSSIERS, self.tr("Dossiers"))
        self.navigation.add(DEADLINES, self.tr("Termijnen"))
        self.navigation.add_group(self.tr("Ondernemingsraad"))
        self.navigation.add(COUNCIL, self.tr("Raad en mensen"))
        self.navigation.add(SETTINGS, self.tr("Instellingen"))
        self.navigation.add(BIN, self.tr("Prullenbak"), at_foot=True)

    # -- show ----------------------------------------------------------------------------------------------------------

    def fill(self) -> None:
        """Reads what the bars and the navigation say; the law follows once the first screen stands, for no list needs it."""
        self._place.tasks.read(self, "raad", self.desk.council.read, self._show_council)
        self.count()
        self.reload_backups()

    def count(self) -> None:
        """Counts again what runs and what is near."""
        dossiers, tasks, shown = self.desk.dossiers, self._place.tasks, self._place.here.visibility
        query = DossierQuery(statuses=RUNNING)
        tasks.read(
            self,
            "aantal dossiers",
            lambda: dossiers.count(query, shown),
            lambda count: self.navigation.show_count(DOSSIERS, count),
        )
        tasks.read(self, "aantal termijnen", lambda: dossiers.deadlines(DeadlineQuery(), shown), self._show_near)

    def reload_backups(self) -> None:
        """Looks again which backups there are."""
        self._place.tasks.read(self, "kopieën", self.desk.archive.backups, self._show_backups)

    def _show_council(self, council: Council) -> None:
        archive = self.desk.archive
        self.top.show_archive(council.name, read_only=archive.read_only)
        self._show_saved()
        self._council = council.name
        self._tell_title()
        reason = archive.read_only_because or archive.place_warning
        if reason is not None:
            self.notice.tell(self._place.texts.say(reason[0], **reason[1]), Tone.ATTENTION)

    def _tell_title(self) -> None:
        """The title of the window follows what is shown; the workspace says what that is."""

    def _show_backups(self, backups: tuple[BackupInfo, ...]) -> None:
        self.status.show_backup(backups, self._place.today())

    def _show_near(self, rows: tuple[DeadlineRow, ...]) -> None:
        near = self._place.today() + timedelta(days=NEAR_DAYS)
        urgent = sum(1 for row in rows if row.actor == Party.COUNCIL.value and act_by(row) <= near)
        self.navigation.show_count(DEADLINES, len(rows), urgent)

    def _show_day(self) -> None:
        self.read_law()
        self.count()

    def read_law(self) -> None:
        """Says how old the law is."""
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

    def _on_changes(self, changes: Changes) -> None:
        if changes.items or changes.council:
            self._saved_at = self._place.clock.now()
            self._show_saved()
        if changes.council:
            self._place.tasks.read(self, "raad", self.desk.council.read, self._show_council)
        if changes.lists:
            self._recount.start()

    def _on_written(self, failure: Exception | None) -> None:
        """A write that failed is said where everybody looks for it, until the next one was kept.

        A refusal stands beside its field: what was asked did not begin, so nothing waits to be saved unless a text is held.
        """
        if failure is not None and (self._place.unkept or not isinstance(failure, Refusal)):
            self.status.show_unsaved()
        elif not self.desk.archive.read_only:
            self._show_saved()

    def _show_saved(self) -> None:
        if self._place.unkept:
            self.status.show_unsaved()
        else:
            self.status.show_saved(self._saved_at, read_only=self.desk.archive.read_only)

    def _on_here(self) -> None:
        if self._person != self._place.here.person:
            # It was told, here or at the settings.
            self._person = self._place.here.person
            self.who.hide()
        self.top.show_shared(shared=self._place.here.shared)
        self.who.hide_names(hidden=self._place.here.shared)
        self._tell_title()
        self.count()


def act_by(row: DeadlineRow) -> date:
    """The day by which a term asks to be met: its safe day where it has one."""
    return row.safe_day or row.last_day
