"""The walk of everyone: one window, led to every screen, part and dialog that the program has, and away again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QLibraryInfo, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from orapp.domain.letters import Letter
from orapp.services.spelling import SpellingService
from orapp.services.upkeep import Upkeep
from orapp.system.writing import write_document
from orapp.ui.kit.changes import ChangeHub
from orapp.ui.kit.here import Here
from orapp.ui.kit.look import Look
from orapp.ui.kit.spelling import Spelling
from orapp.ui.kit.tasks import Tasks
from orapp.ui.kit.workplace import Workplace
from orapp.ui.shell.doors import Doors, OpenRequest
from orapp.ui.shell.window import ShellWindow
from orapp.ui.shell.workspace import Workspace
from tests.fakes.archive import MemoryArchive
from tests.fakes.asker import AnsweringAsker
from tests.fakes.surroundings import CountedIdentities, FixedClock, MemoryArchives, RememberedWindow
from tests.fakes.word_list import WordList
from tests.ui.conftest import (
    DEMO_DAY,
    PASSPHRASE,
    desk_of,
    sheets,
    the_council,
    the_dossiers,
    the_law,
    the_manual,
    the_texts,
    upkeep_of,
    write_list,
)

MERGER, HOUSING, CONSENT = "2025-002", "2025-003", "2025-001"
HOUSING_REQUEST = "g2-r4"
SIZE = (1366, 768)
LONGEST_MS = 15_000
# What a delivery asks for is laid out a turn later, and what that shows a turn after that; nothing waits for a clock.
TURNS = 3

Lead = Callable[["Walk"], object]
W = TypeVar("W", bound=QWidget)


class Lost(Exception):
    """The walk did not come where it was going."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place of the walk. `over` says that it lies over the window, and is then what is looked at."""

    name: str
    lead: Lead
    over: bool = False


class Walk:
    """One window on the demo in memory. `settle` waits until nothing is asked any more and all is laid out."""

    def __init__(self, look: Look, folder: Path) -> None:
        self.folder = folder
        self.before: QWidget | None = None
        # As the program does: Qt's own menus speak Dutch.
        self._dutch = QTranslator()
        self._dutch.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        QCoreApplication.installTranslator(self._dutch)
        self.defects: list[Exception] = []
        self.clock = FixedClock(DEMO_DAY)
        self.archive = MemoryArchive(folder / "OR Voorbeeld.orarchief", the_council(), the_dossiers(), the_law(), DEMO_DAY)
        self.archive.path.touch()
        self.concept = self._concept()
        self._bin_one()
        archives = MemoryArchives(self.archive, PASSPHRASE, in_keyring=True)
        memory = RememberedWindow(self.archive.path)
        # A test that watches for unheard-of failures gets them told at the end, not in the middle of a lane.
        self.tasks = Tasks(self.defects.append)
        self.place = Workplace(
            look=look,
            tasks=self.tasks,
            changes=ChangeHub(),
            asker=AnsweringAsker(None),
            texts=the_texts(),
            clock=self.clock,
            law=the_law,
            open_file=lambda _path: None,
            private_folder=lambda: folder / "geopend",
            here=Here("secretaris"),
            memory=memory,
            write_list=write_list,
            write_file=write_document,
            spelling=Spelling(SpellingService(WordList()), self.tasks, memory),
        )
        identities = CountedIdentities()

        def upkeep(opened: object) -> Upkeep:
            return upkeep_of(self.archive, archives, folder)

        self.doors = Doors(
            archives=lambda: archives,
            desk=lambda opened: desk_of(opened, self.clock),
            emergency_sheets=sheets,
            demo_path=folder / "demo.orarchief",
            demo_passphrase=lambda: PASSPHRASE,
            make_demo=lambda path: path.touch(),
            folder=folder,
            person="secretaris",
            memory=memory,
            upkeep=upkeep,
            new_id=identities.new_id,
            keyring_state=lambda: archives.keyring_state,
            unsafe_place=lambda _path: None,
            manual=the_manual,
        )
        self.window = ShellWindow(self.place, self.doors)
        self.window.setWindowState(Qt.WindowState.WindowNoState)
        self.window.resize(*SIZE)
        self.window.show()
        self.window.activateWindow()
        self.settle()

    def _concept(self) -> str:
        """Brings the advice on the housing back to what it was before it was adopted; gives its id."""
        dossier = self.archive.kept[HOUSING]
        letter = next(one for one in dossier.letters if one.kind == "A9")
        bare = Letter(
            id=letter.id,
            kind="A9",
            request_id=letter.request_id,
            decision_ids=letter.decision_ids,
            reply_due=letter.reply_due,
            dated=letter.dated,
        )
        letters = tuple(bare if one.id == letter.id else one for one in dossier.letters)
        self.archive.kept[HOUSING] = replace(dossier, letters=letters)
        return letter.id

    def _bin_one(self) -> None:
        thrown = replace(self.archive.kept[CONSENT], id="weg", reference="2025-009", title="Dubbel aangemaakt")
        self.archive.binned[thrown.id] = (thrown, DEMO_DAY.isoformat())

    # -- waiting -------------------------------------------------------------------------------------------------------

    @staticmethod
    def turn(milliseconds: int = 0) -> None:
        """Lets the window live for a moment."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def until(self, there: Callable[[], object]) -> None:
        """Lets the window live until something is there. Raises Lost when it does not come."""
        for _ in range(LONGEST_MS):
            if there():
                return
            self.turn(1)
        raise Lost("waited too long")

    def settle(self) -> None:
        """Waits until every lane has delivered what was asked, and what came is laid out."""
        for _ in range(TURNS):
            self.turn()
            self.until(lambda: self.tasks.pending == 0)

    # -- what is there -------------------------------------------------------------------------------------------------

    @property
    def inside(self) -> Workspace:
        """The inside of the archive that is open. Raises Lost when none is."""
        if self.window.workspace is None:
            raise Lost("no archive is open")
        return self.window.workspace

    def over(self) -> list[QWidget]:
        """What lies over the window, the last one opened last."""
        return [
            widget
            for widget in QApplication.topLevelWidgets()
            if widget is not self.window and widget.isVisible() and (widget.parent() or widget.isWindow())
        ]

    def press(self, name: str) -> None:
        """Presses the visible button of that name. Raises Lost when there is none."""
        for top in [*reversed(self.over()), self.window]:
            for found in top.findChildren(QPushButton, name):
                if found.isVisible() and found.isEnabled():
                    found.setFocus()
                    found.click()
                    self.settle()
                    return
        raise Lost(f"no button {name}")

    def child(self, kind: type[W], name: str) -> W:
        """The visible widget of that name. Raises Lost when there is none."""
        for found in self.window.findChildren(kind, name):
            if found.isVisible():
                return found
        raise Lost(f"no {name}")

    # -- going ---------------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Opens the archive where it is not open."""
        if self.window.workspace is None:
            self.window.open_archive(OpenRequest(path=self.archive.path, passphrase=PASSPHRASE))
            self.until(lambda: self.window.workspace is not None)
        self.settle()

    def go(self, spot: Spot) -> QWidget:
        """Goes there, and gives what is to be looked at. Raises Lost when it is not reached."""
        self.close_over()
        self.open()
        with self._watching():
            spot.lead(self)
            self.settle()
        if not spot.over:
            self.window.activateWindow()
            self.settle()
            return self.window
        found = self.over()
        if not found:
            raise Lost(f"{spot.name}: nothing opened")
        found[-1].activateWindow()
        self.settle()
        return found[-1]

    @contextmanager
    def _watching(self) -> Iterator[None]:
        """Remembers which widget had the keyboard when a dialog came over the window."""
        self.before = self.window.focusWidget()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        # Not a filter on the application: Python would then take hold of objects that Qt is just taking apart.
        application.focusChanged.connect(self._remember)
        try:
            yield
        finally:
            application.focusChanged.disconnect(self._remember)

    def _remember(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is self.window:
            self.before = now

    def close_over(self) -> None:
        """Takes away whatever lies over the window."""
        for widget in reversed(self.over()):
            if isinstance(widget, QDialog):
                widget.done(0)
            widget.close()
        self.turn()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def end(self) -> None:
        """Closes everything."""
        self.close_over()
        self.place.look.set_text_percent(100)
        self.place.look.choose("light")
        self.window.close_archive()
        self.settle()
        self.window.close()
        self.tasks.close()
        self.window.deleteLater()
        self.turn()
        QCoreApplication.removeTranslator(self._dutch)
