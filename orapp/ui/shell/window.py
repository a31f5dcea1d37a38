"""The window: it opens archives, holds the workspace of the one that is open, and closes it cleanly."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget
from typing_extensions import override

from orapp.services.failures import Failure
from orapp.services.leaving import leave
from orapp.ui.kit.dressing import as_frame
from orapp.ui.kit.look import Tone
from orapp.ui.kit.own_name import NamedSentences, OwnName
from orapp.ui.shell.backing_up import back_up
from orapp.ui.shell.beside import GEOMETRY, WindowsBeside
from orapp.ui.shell.doors import OpenRequest
from orapp.ui.shell.founder import Founder
from orapp.ui.shell.helping import ManualShelf, place_in
from orapp.ui.shell.linking import Linking
from orapp.ui.shell.menus import Menus
from orapp.ui.shell.opening import OpeningScreen
from orapp.ui.shell.parting import Parting
from orapp.ui.shell.places import MODULES, OVERVIEW
from orapp.ui.shell.renewing import renew_when_asked

if TYPE_CHECKING:
    from pathlib import Path

    from orapp.services.desk import Desk
    from orapp.services.ports import Archive
    from orapp.services.rows import BackupInfo
    from orapp.services.upkeep import Absence, Return
    from orapp.ui.kit.look import Look
    from orapp.ui.kit.tasks import Tasks
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.shell.doors import Doors
    from orapp.ui.shell.workspace import Workspace

WORKSPACE = "orapp.ui.shell.workspace"
USUAL_SIZE = (1440, 900)
MIDNIGHT_CHECK_MS = 60_000


class ShellWindow(QMainWindow):
    """One window on one archive."""

    ready = Signal()
    closed = Signal()

    def __init__(self, place: Workplace, doors: Doors) -> None:
        super().__init__()
        self._own_name = OwnName(self)
        place = replace(place, texts=NamedSentences(place.texts, self._own_name))
        self._place = place
        self._doors = doors
        self._archive: Archive | None = None
        self.workspace: Workspace | None = None
        self._closing = False
        self._aside = doors.settings_aside
        self._to_tell = "", Tone.PLAIN
        self._day = place.today()
        self.setObjectName("venster")
        self.setWindowTitle(self.tr("orapp"))
        self.opening = OpeningScreen(place, doors)
        self.pages = QStackedWidget()
        self.pages.setProperty("part", "ground")
        self.pages.addWidget(self.opening)
        self.setCentralWidget(self.pages)
        self.shelf = ManualShelf(self, place, doors.manual)
        self.beside = WindowsBeside(self, place, doors, self.shelf)
        self._linking = Linking(place, doors)
        self._founder = Founder(self, place, doors, self._founded)
        self._parting = Parting(self, place, doors.folder)
        self.menus = Menus(self, place.look, doors.memory, place.here)
        self._connect()
        self._take_usual_size()
        self.setMinimumSize(900, 560)
        self._take_kept_size(doors.memory.value(GEOMETRY))
        as_frame(self, self.pages)
        self.look.dress(self)
        self.opening.reload()

    def _take_usual_size(self) -> None:
        room = self.screen().availableGeometry()
        self.resize(min(USUAL_SIZE[0], room.width()), min(USUAL_SIZE[1], room.height()))
        if room.width() <= USUAL_SIZE[0] or room.height() <= USUAL_SIZE[1]:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _take_kept_size(self, kept: str) -> None:
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(kept.encode())))

    def _keep_size(self) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._doors.memory.keep(GEOMETRY, geometry)
        if self._archive is not None:
            self._doors.memory.keep(f"{GEOMETRY} {self._archive.path}", geometry)

    @property
    def look(self) -> Look:
        """The look that all of this window uses."""
        return self._place.look

    @property
    def tasks(self) -> Tasks:
        """The lanes of this window."""
        return self._place.tasks

    def tell_defect(self, report: str, path: Path | None) -> None:
        """Shows the report of a failure of the program itself."""
        from orapp.ui.shell.defect import DefectSheet  # hopefully never needed

        if self.workspace is None:
            # Perhaps it was the opening itself that failed: another archive can be tried.
            self.opening.set_busy(False)
            self.opening.notice.hide()
        DefectSheet(self, self._place.look, report, path).open()

    def _connect(self) -> None:
        self.opening.open_asked.connect(self.open_archive)
        self.opening.demo_asked.connect(self.open_demo)
        self.opening.new_asked.connect(self.ask_new)
        self.opening.titled.connect(self._entitle)
        self._midnight = QTimer(self)
        self._midnight.setInterval(MIDNIGHT_CHECK_MS)
        self._midnight.timeout.connect(self.look_at_the_day)
        self._midnight.start()
        self._place.tasks.failure.connect(self._show_failure)

    # -- opening -------------------------------------------------------------------------------------------------------

    def open_archive(self, request: OpenRequest) -> None:
        """Opens an archive on the write lane, for the keyring and the key take their time."""
        self.opening.set_busy(True)
        self.opening.notice.tell(self.tr("{name} wordt geopend.").format(name=request.path.stem), Tone.ACCENT)
        doors, texts, person = self._doors, self._place.texts, self._linking.person_at(request.path)

        def work() -> tuple[Archive, Desk]:
            archive = doors.archives().open(
                request.path,
                request.passphrase,
                read_only=request.read_only,
                keep_key=request.keep_key,
                person=person,
            )
            # The screens are imported and the words read here, beside the window, while the person waits anyway.
            import_module(WORKSPACE)
            import_module(MODULES[OVERVIEW])
            texts.knows(WORKSPACE)
            return archive, doors.desk(archive).read_ahead()

        self._place.tasks.write(self, work, self._opened, lambda failure: self._not_opened(failure, request.path))

    def _entitle(self, words: str) -> None:
        self.setWindowTitle(self.tr("{words} – orapp").format(words=words))

    def open_demo(self) -> None:
        """Makes the demo where there is none, and opens it."""
        doors = self._doors
        self.opening.set_busy(True)
        self.opening.notice.tell(self.tr("De voorbeelden worden klaargezet."), Tone.ACCENT)

        def work() -> None:
            if not doors.demo_path.exists():
                doors.make_demo(doors.demo_path)

        def done(_nothing: None) -> None:
            self.open_archive(OpenRequest(path=doors.demo_path, passphrase=doors.demo_passphrase()))

        self._place.tasks.write(self, work, done, lambda failure: self._not_opened(failure, doors.demo_path))

    def ask_new(self) -> None:
        """Asks what a new archive needs, makes it and opens it."""
        self._founder.ask()

    def _founded(self, made: tuple[Archive, Desk], name_here: str) -> None:
        if name_here:
            self._linking.remember(made[0].path, name_here)
        self._opened(made, asks_who=False)

    def _opened(self, made: tuple[Archive, Desk], *, asks_who: bool = True) -> None:
        from orapp.ui.shell.workspace import Workspace  # the screens are imported after the first paint

        archive, desk = made
        self._leave_archive()
        self._archive = archive
        self._own_name.speak_for(desk.keeper)
        self._doors.memory.opened(archive.path)
        self._place.tasks.on_interrupt(archive.interrupt_reads)
        self._place.here.work_as(self._linking.person_at(archive.path))
        self._take_kept_size(self._doors.memory.value(f"{GEOMETRY} {archive.path}"))
        self.workspace = Workspace(desk, self._place, self._doors.folder, lambda: self._doors.upkeep(archive))
        self.workspace.titled.connect(self._entitle)
        self.workspace.standing.connect(self.menus.refresh)
        self.workspace.palette_asked.connect(self.open_palette)
        self.workspace.window_asked.connect(self.open_dossier_window)
        self.workspace.leave_asked.connect(self.leave_for)
        renew_when_asked(self, self.workspace)
        self.pages.addWidget(self.workspace)
        self.look.dress(self.workspace)
        self.pages.setCurrentWidget(self.workspace)
        self.opening.set_busy(False)
        self.opening.notice.hide()
        self.opening.forget()
        self.menus.refresh()
        self.workspace.start()
        self._keep_current(archive)
        if self._aside is not None:
            self.workspace.notice.tell(self._place.texts.say("app.settings_aside", path=self._aside), Tone.ATTENTION)
            self._aside = None
        said, tone = self._to_tell
        if said:
            self.workspace.notice.tell(said, tone)
        self._to_tell = "", Tone.PLAIN
        self._linking.begin(self.workspace, asks=asks_who)
        self.ready.emit()

    def ask_who(self) -> None:
        """Asks which member of the council works on this device, and keeps the answer for this archive."""
        if self.workspace is not None:
            self._linking.ask(self, self.workspace)

    def _keep_current(self, archive: Archive) -> None:
        today = self._place.today()
        if archive.read_only:
            return
        self._place.tasks.write(self, lambda: archive.refresh_derived(today), self._refreshed)

    def _refreshed(self, count: int) -> None:
        if count:
            self._place.changes.day_changed()
        archive, today = self._archive, self._place.today()
        if archive is not None:
            self._place.tasks.work(self, lambda _progress: archive.backup_if_due(today), self._backed_up)

    def _backed_up(self, made: BackupInfo | None) -> None:
        """The day's own backup is made beside the work, and only tells that it is there."""
        if made is not None and self.workspace is not None:
            self.workspace.reload_backups()

    def _not_opened(self, failure: Failure, path: Path) -> None:
        self.opening.set_busy(False)
        self.opening.notice.hide()
        self.opening.refuse(failure, path)
        self._to_tell = "", Tone.PLAIN

    def _show_failure(self, failure: Failure) -> None:
        if self.workspace is None:
            self.opening.notice.tell(self._place.said(failure), Tone.DANGER)

    # -- closing -------------------------------------------------------------------------------------------------------

    def close_archive(self) -> None:
        """Closes the archive and shows the screen to open one."""
        self._leave_archive()
        self.pages.setCurrentWidget(self.opening)
        self.menus.refresh()
        self.setWindowTitle(self.tr("orapp"))
        self.opening.reload()

    def renew(self, desk: Desk) -> None:
        """Makes the screens anew at another desk of the archive that is open."""
        archive = self._archive
        self._leave_inside()
        if archive is not None:
            self._opened((archive, desk), asks_who=False)

    def _leave_inside(self) -> None:
        workspace = self.workspace
        self._leave_screens()
        self._archive, self.workspace = None, None
        self._own_name.speak_for(None)
        if workspace is not None:
            self.pages.removeWidget(workspace)
            workspace.deleteLater()

    def _leave_archive(self) -> None:
        archive = self._archive
        self._leave_inside()
        if archive is not None:
            self._place.here.share(False)
            self._place.tasks.write(self, lambda: leave(archive), lambda _nothing: None, self._not_brought_back)

    def _leave_screens(self) -> None:
        """Closes the windows beside this one and leaves the field that is being typed in, so that what it holds is kept."""
        self.beside.close_all()
        if self.workspace is not None:
            self.workspace.settle()
        if self._archive is not None:
            self._keep_size()

    def open_dossier_window(self, reference: str) -> None:
        """Opens a dossier in a window of its own, beside what is shown here."""
        if self.workspace is not None and reference:
            self.beside.open(self.workspace.desk, reference)

    def show_help(self, where: str = "") -> None:
        """Opens the manual at a dialog, or at what is shown here."""
        self.shelf.open(where, place_in(self.workspace))

    def show_about(self) -> None:
        """Tells what this program is."""
        from orapp.ui.shell.about import AboutSheet

        AboutSheet(self, self._place).open()

    def open_palette(self) -> None:
        """Goes anywhere and does anything by a few letters."""
        from orapp.ui.shell.palette import Palette, acts_of

        inside = self.workspace
        if inside is not None:
            Palette(self, self._place, inside.desk, inside, acts_of(self)).open()

    def leave_for(self, absence: Absence) -> None:
        """Closes the archive for work that needs it closed, and opens it again when that is done or has failed."""
        if self._archive is None:
            return
        self._leave_archive()
        self.pages.setCurrentWidget(self.opening)
        self.menus.refresh()
        self.opening.set_busy(True)
        self.opening.notice.tell(absence.words, Tone.ACCENT)

        def failed(failure: Failure) -> None:
            self._come_back(absence.otherwise, self._place.said(failure), Tone.DANGER)

        self._place.tasks.write(self, absence.work, lambda back: self._come_back(back, back.said, Tone.GOOD), failed)

    def _come_back(self, back: Return, said: str, tone: Tone) -> None:
        self._to_tell = said, tone
        self.open_archive(OpenRequest(path=back.path, passphrase=back.passphrase, keep_key=back.keep_key))

    def back_up(self) -> None:
        """Asks for a place and makes a checked backup there."""
        if self._archive is not None:
            back_up(self, self._place, self._archive, self._doors.folder, self._tell_good)

    def _tell_good(self, words: str) -> None:
        if self.workspace is not None:
            self.workspace.notice.tell(words, Tone.GOOD)

    def look_at_the_day(self) -> None:
        """Tells every screen when it has become another day."""
        today = self._place.today()
        if today != self._day:
            self._day = today
            self._place.changes.day_changed()
            if self._archive is not None:
                self._keep_current(self._archive)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Esc leads back where nobody inside had a use for it: a field takes its typing back with it first.
        if event.key() == Qt.Key.Key_Escape and self.workspace is not None:
            self.workspace.back()
        else:
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._keep_size()
        self.shelf.close()
        if self._closing or (self._archive is None and not self._place.unkept):
            event.accept()
            self.closed.emit()
            return
        event.ignore()
        self._leave_screens()
        self._parting.ask(self._close_now)

    def _close_now(self) -> None:
        archive = self._archive
        if archive is None:
            self.close()
            return
        self._closing = True
        self.setEnabled(False)
        self._place.tasks.write(self, lambda: leave(archive), lambda _nothing: self._archive_closed(), self._stay_to_tell)

    def _not_brought_back(self, failure: Failure) -> None:
        what = self.tr("Het archief is gesloten, maar niet alles is gelukt")
        self._place.asker.tell(self, what, self._place.said(failure))

    def _stay_to_tell(self, failure: Failure) -> None:
        """The archive is closed, but what was done on a copy of it could not go back: that must be read before the end."""
        self._closing = False
        self._archive = None
        self.setEnabled(True)
        self.close_archive()
        self._not_brought_back(failure)

    def _archive_closed(self) -> None:
        self._archive = None
        self.close()
