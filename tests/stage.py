"""The real window on a real archive, offscreen, led step by step: for pictures of the screens and for measuring stories."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from orapp.app import window as window_app
from orapp.app.wiring import Program
from orapp.ui.shell.doors import OpenRequest
from orapp.ui.shell.window import ShellWindow
from orapp.ui.shell.workspace import Workspace

SETTLE_MS = 120
LONGEST_S = 60.0
COLOURS = 256


class StageError(Exception):
    """Something that the window was led to did not come."""


def offscreen(width: int, height: int, folder: Path) -> None:
    """Gives the platform without a screen one of this size; must be called before the application is made."""
    screen = {"name": "scherm", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    config = folder / "scherm.json"
    config.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={config}"


class Stage:
    """Leads one window. Every step waits until the lanes are quiet and what follows has been laid out.

    `rest_ms` is how long it rests then, for what is looked at: a test that asks what the program holds needs none.
    """

    def __init__(
        self, program: Program, size: tuple[int, int], look: str = "light", text_percent: int = 100, rest_ms: int = SETTLE_MS
    ) -> None:
        self.program = program
        self.patience = LONGEST_S
        self.rest_ms = rest_ms
        self.application = window_app._application(program)
        memory = window_app.SettingsMemory(program)
        self.window: ShellWindow = window_app._window(program, self.application, memory, offscreen=True)
        self.window.look.choose(look)
        self.window.look.set_text_percent(text_percent)
        self.window.setWindowState(Qt.WindowState.WindowNoState)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()

    @property
    def workspace(self) -> Workspace:
        """The inside of the archive that is open. Raises StageError when none is."""
        if self.window.workspace is None:
            raise StageError("no archive is open")
        return self.window.workspace

    def open(self, archive: Path, passphrase: str | None) -> None:
        """Opens an archive and waits for its first screen."""
        self.window.open_archive(OpenRequest(path=archive, passphrase=passphrase))
        self.until(lambda: self.window.workspace is not None)
        self.settle()

    def until(self, there: Callable[[], object]) -> None:
        """Lets the window live until something is there. Raises StageError when it does not come."""
        end = monotonic() + self.patience
        while not there():
            if monotonic() > end:
                raise StageError("waited too long")
            self.turn(5)

    def settle(self) -> None:
        """Waits until nothing is asked any more, and what was laid out has found its height."""
        for rest in (0, 0, self.rest_ms):
            self.turn(rest)
            self.until(lambda: self.window.tasks.pending == 0)

    def dialog(self) -> QDialog:
        """The dialog on top. Raises StageError when there is none."""
        found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog) and widget.isVisible()]
        if not found:
            raise StageError("no dialog is open")
        return found[-1]

    def close_dialogs(self) -> None:
        """Closes whatever lies over the window."""
        for widget in QApplication.topLevelWidgets():
            if widget is not self.window and widget.isVisible():
                widget.close()
        self.turn(20)

    def draw(self, widget: QWidget, target: Path, *, small: bool = False) -> None:
        """Writes what a widget looks like; `small` in 256 colours. Raises StageError when the file cannot be written."""
        target.parent.mkdir(parents=True, exist_ok=True)
        picture = widget.grab().toImage()
        if small:
            picture = in_few_colours(picture)
        writer = QImageWriter(str(target), b"png")
        writer.setCompression(100 if small else 50)
        if not writer.write(picture):
            raise StageError(str(target))

    def close(self) -> None:
        """Closes the archive cleanly, then the window and its lanes."""
        self.close_dialogs()
        self.window.close_archive()
        self.until(lambda: self.window.tasks.pending == 0)
        self.window.close()
        self.window.tasks.close()
        self.window.deleteLater()
        self.turn(20)

    @staticmethod
    def turn(milliseconds: int) -> None:
        """Lets the loop of events turn so long."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


def in_few_colours(picture: QImage) -> QImage:
    """The picture in the colours that it has most of, so that the file is small and the palette of the window stays true."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(plain.constBits()).cast("B").cast("I")
    commonest = [colour for colour, _ in Counter(pixels).most_common(COLOURS)]
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return plain.convertToFormat(QImage.Format.Format_Indexed8, commonest, flags)


@contextmanager
def staged(
    program: Program, size: tuple[int, int], look: str = "light", text_percent: int = 100, rest_ms: int = SETTLE_MS
) -> Iterator[Stage]:
    """A stage that is closed in the end, whatever happened on it."""
    stage = Stage(program, size, look, text_percent, rest_ms)
    try:
        yield stage
    finally:
        stage.close()
        sys.stdout.flush()
