"""Starts the window on a program, and draws the window in a picture where there is no screen."""

from __future__ import annotations

import getpass
import linecache
import os
import sys
import traceback
from contextlib import suppress
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QMessageLogContext,
    QSize,
    Qt,
    QTimer,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from orapp.app.crash import Crashes, CrashReport, qt_message
from orapp.services.failures import Circumstance
from orapp.ui.kit.changes import ChangeHub
from orapp.ui.kit.dialogs import WindowAsker
from orapp.ui.kit.here import Here
from orapp.ui.kit.look import Look
from orapp.ui.kit.spelling import Spelling
from orapp.ui.kit.sweeping import Sweeper
from orapp.ui.kit.tasks import Tasks
from orapp.ui.kit.workplace import Workplace
from orapp.ui.shell.doors import Doors, OpenRequest
from orapp.ui.shell.window import ShellWindow

if TYPE_CHECKING:
    from orapp.app.wiring import Program
    from orapp.services.rows import DossierPage

PICTURE_SIZE = (1440, 900)
SETTLE_MS = 250
PICTURE_WAIT_MS = 60_000
# What the platform without a screen says at each window, for there is nothing to mend.
OFFSCREEN_LACKS = "This plugin does not support"
LEVELS = {
    QtMsgType.QtDebugMsg: "debug",
    QtMsgType.QtInfoMsg: "info",
    QtMsgType.QtWarningMsg: "warning",
    QtMsgType.QtCriticalMsg: "critical",
    QtMsgType.QtFatalMsg: "fatal",
}


class PictureError(Exception):
    """The window could not be drawn: no dossier was shown in time."""


class SettingsMemory:
    """What this machine remembers of the window, in the settings file; an unwritable file is no reason to stop."""

    def __init__(self, program: Program) -> None:
        self._file = program.settings
        read = self._file.read()
        self._settings = read.settings
        self.kept_aside = read.kept_aside

    @property
    def look(self) -> str:
        """The palette that was chosen: system, light or dark."""
        return self._settings.look.value

    @property
    def text_percent(self) -> int:
        """The size of all text."""
        return self._settings.text_percent

    def recent(self) -> tuple[Path, ...]:
        """Archives that were opened before and are still there, the last one first."""
        return tuple(path for path in map(Path, self._settings.recent_archives) if path.exists())

    def opened(self, path: Path) -> None:
        """Puts an archive on top of the list."""
        self._settings = replace(self._settings, recent_archives=self._settings.with_recent(path))
        self._write()

    def value(self, key: str) -> str:
        """What the window remembers under a name, empty when nothing."""
        return self._settings.window.get(key, "")

    def keep(self, key: str, value: str) -> None:
        """Remembers something of the window."""
        self._settings = replace(self._settings, window={**self._settings.window, key: value})
        self._write()

    def keep_look(self, look: str, text_percent: int) -> None:
        """Remembers the palette and the size of the text."""
        self._settings = replace(self._settings, look=type(self._settings.look)(look), text_percent=text_percent)
        self._write()

    def always_ask(self) -> bool:
        """Whether the passphrase is asked each time, whatever the keyring keeps."""
        return self._settings.always_ask_passphrase

    def keep_always_ask(self, asked: bool) -> None:
        """Remembers whether the passphrase is asked each time."""
        self._settings = replace(self._settings, always_ask_passphrase=asked)
        self._write()

    def _write(self) -> None:
        with suppress(Circumstance):
            self._file.write(self._settings)


class LateSentences:
    """The program's sentences and labels, read when the first of them is needed: the first paint needs none."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def say(self, code: str, /, **fields: object) -> str:
        """The sentence of a code."""
        return self._program.texts.say(code, **fields)

    def knows(self, code: str) -> bool:
        """Whether there is a sentence with this code."""
        return self._program.texts.knows(code)

    def label(self, member: Enum) -> str:
        """The label of a member of an enumeration."""
        return self._program.texts.label(member)

    def label_of(self, enumeration: str, value: str) -> str:
        """The label by the name of the enumeration and the value."""
        return self._program.texts.label_of(enumeration, value)


def run(program: Program, archive_path: Path | None = None, passphrase: str | None = None) -> int:
    """Shows the window until it is closed; gives the exit code.

    With a path that archive is opened, with its passphrase or with the key in the keyring. Without a path the archive
    used last is tried with the keyring; where that has no key, the screen to open an archive asks.
    """
    application = _application(program)
    memory = SettingsMemory(program)
    window = _window(program, application, memory, offscreen=False)
    window.show()
    last = next(iter(memory.recent()), None)
    path = archive_path or last
    if path is not None:
        request = OpenRequest(path=path, passphrase=passphrase)
        QTimer.singleShot(0, window, lambda: window.open_archive(request))
    window.closed.connect(application.quit)
    code = application.exec()
    window.tasks.close()
    return code


def picture(
    program: Program,
    archive_path: Path,
    passphrase: str | None,
    target: Path,
    size: tuple[int, int] = PICTURE_SIZE,
    dark: bool = False,
    reference: str = "",
) -> None:
    """Draws the window on a dossier of an archive as a PNG, without a screen.

    The dossier is `reference`, or the first of the list. Raises Circumstance when the archive does not open,
    PictureError when nothing was shown in time or the picture could not be written.
    """
    from orapp.services.rows import DossierQuery  # not before the first paint: it brings the whole domain along

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = _application(program)
    window = _window(program, application, SettingsMemory(program), offscreen=True)
    window.look.choose("dark" if dark else "light")
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(QSize(*size))
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.show()
    outcome: list[str] = []

    def draw(_shown: str) -> None:
        # The tables make themselves as high as their rows first, each in a turn of its own.
        QTimer.singleShot(SETTLE_MS, window, lambda: finish("" if window.grab().save(str(target)) else "unwritable"))

    def finish(why: str) -> None:
        outcome.append(why)
        application.quit()

    def open_first(page: DossierPage) -> None:
        inside = window.workspace
        wanted = reference or next((row.reference for row in page.rows), "")
        if inside is None or not wanted:
            draw("")
            return
        inside.dossier.shown.connect(draw)
        inside.open_dossier(wanted)

    def begin() -> None:
        inside = window.workspace
        if inside is not None:
            dossiers = inside.desk.dossiers
            window.tasks.read(window, "eerste", lambda: dossiers.page(DossierQuery(limit=1)), open_first)

    window.ready.connect(begin)
    QTimer.singleShot(PICTURE_WAIT_MS, window, lambda: finish("late"))
    QTimer.singleShot(0, window, lambda: window.open_archive(OpenRequest(path=archive_path, passphrase=passphrase)))
    application.exec()
    window.close_archive()
    window.tasks.close()
    if outcome != [""]:
        raise PictureError(outcome[0] if outcome else "nothing")


def _application(program: Program) -> QApplication:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    qInstallMessageHandler(_to_log)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("orapp")
    application.setDesktopFileName("orapp")
    application.setQuitOnLastWindowClosed(False)
    Sweeper(application)
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    translator = QTranslator(application)
    if translator.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
    application.setWindowIcon(QIcon(str(program.resources.path("icons/orapp.svg"))))
    return application


def _to_log(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    if text.startswith(OFFSCREEN_LACKS):
        return
    qt_message(LEVELS.get(kind, "warning"), text)


def _window(program: Program, application: QApplication, memory: SettingsMemory, *, offscreen: bool) -> ShellWindow:
    icons = program.resources.path("icons/orapp.svg").parent
    look = Look(application, icons, text_percent=memory.text_percent, chosen=memory.look)
    asker = WindowAsker(look)
    windows: list[ShellWindow] = []

    def tell(report: CrashReport) -> None:
        # The report may come from another thread; the window's own thread shows it.
        if report.first and windows:
            QTimer.singleShot(0, windows[0], lambda: windows[0].tell_defect(report.text, report.path))

    crashes = Crashes(program.places.log, tell)
    if not offscreen:
        crashes.install()

    def defect(error: Exception) -> None:
        crashes.caught(type(error), error, error.__traceback__)
        if offscreen:
            traceback.print_exception(error)

    tasks = Tasks(defect, application)
    look.take_turns(tasks)
    # Qt for Python reads the source of each module that is imported, and Python keeps its lines; while no lane works, they go.
    tasks.quiet.connect(linecache.clearcache)
    place = Workplace(
        look=look,
        tasks=tasks,
        changes=ChangeHub(application),
        asker=asker,
        texts=LateSentences(program),
        clock=program.clock,
        law=lambda: program.law,
        open_file=program.open_file,
        private_folder=lambda: program.places.private,
        here=Here(getpass.getuser()),
        memory=memory,
        write_list=program.write_list,
        write_file=program.write_file,
        spelling=Spelling(program.spelling, tasks, memory, application),
    )
    window = ShellWindow(place, _doors(program, memory))
    windows.append(window)
    return window


def _doors(program: Program, memory: SettingsMemory) -> Doors:
    def passphrase() -> str:
        from orapp.cli.passphrases import PUBLISHED_FOR_DEMO

        return PUBLISHED_FOR_DEMO

    def make(path: Path) -> None:
        from orapp.cli.making import make_demo

        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        make_demo(program, path)

    return Doors(
        archives=lambda: program.archives,
        desk=program.desk,
        emergency_sheets=program.emergency_sheets,
        demo_path=program.places.demo_archive,
        demo_passphrase=passphrase,
        make_demo=make,
        folder=_documents(),
        person=getpass.getuser(),
        memory=memory,
        new_id=program.identities.new_id,
        keyring_state=program.keyring.state,
        unsafe_place=program.unsafe_place,
        manual=lambda: program.manual,
        settings_aside=memory.kept_aside,
        upkeep=lambda archive: program.upkeep(archive, _documents(), memory.always_ask, memory.keep_always_ask, memory.keep_look),
    )


def _documents() -> Path:
    from PySide6.QtCore import QStandardPaths

    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place and Path(place).is_dir() else Path.home()
