"""What happens when the program fails: one report per distinct failure, kept here, shown, and never sent.

A report holds the kind of failure and its places in the source. It holds no message of the exception and no values, since
these may quote a dossier, which is confidential (art. 20 WOR).
"""

from __future__ import annotations

import faulthandler
import hashlib
import logging
import platform
import re
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import orapp

if TYPE_CHECKING:
    from typing import TextIO

log = logging.getLogger(__name__)
qt_log = logging.getLogger("orapp.qt")

NATIVE = "afgebroken.log"
DISTINCT_AT_MOST = 50
_SIGNS = re.compile(r"[^A-Za-z0-9_.:]+")
_LEVELS = {
    "debug": logging.DEBUG,
    "info": logging.INFO,
    "warning": logging.WARNING,
    "critical": logging.ERROR,
    "fatal": logging.CRITICAL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CrashReport:
    """One failure: what the report says, where it stands (None: not kept), and whether it is the first of its kind."""

    text: str
    path: Path | None
    first: bool


Tell = Callable[[CrashReport], None]


class Crashes:
    """Catches what nobody caught. `tell` shows a report to the person; a window replaces it by its own way of showing."""

    def __init__(self, folder: Path, tell: Tell) -> None:
        self.tell = tell
        self._folder = folder
        self._native: TextIO | None = None
        self._seen: set[str] = set()

    def install(self) -> None:
        """Take over the hooks of this process: main thread, other threads, what is raised while cleaning up, native crashes."""
        sys.excepthook = self.caught
        threading.excepthook = self._in_thread
        sys.unraisablehook = self._unraisable
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._native = (self._folder / NATIVE).open("a", encoding="utf-8")
        except OSError:
            return
        faulthandler.enable(self._native)

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        if self._native is not None:
            faulthandler.disable()
            self._native.close()
            self._native = None

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Report an exception that reached the top; an interruption by the user is none."""
        if issubclass(kind, (KeyboardInterrupt, SystemExit)):
            return
        report = self.report(error, trace)
        try:
            self.tell(report)
        except Exception:
            # A failure while telling of a failure must not hide the first one.
            log.info("crash report could not be shown")

    def report(self, error: BaseException, trace: TracebackType | None) -> CrashReport:
        """Write the report of this failure, once per distinct traceback."""
        places = "\n".join(_chain(error, trace))
        digest = hashlib.sha256(places.encode()).hexdigest()[:12]
        log.info("crash %s", digest)
        text = _text(places)
        path = self._folder / f"fout-{digest}.txt"
        first = digest not in self._seen and not path.exists()
        self._seen.add(digest)
        if not first:
            return CrashReport(text=text, path=path if path.exists() else None, first=False)
        return CrashReport(text=text, path=path if self._kept(path, text) else None, first=True)

    def _kept(self, path: Path, text: str) -> bool:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if sum(1 for _ in self._folder.glob("fout-*.txt")) >= DISTINCT_AT_MOST:
                return False
            path.write_text(text, encoding="utf-8")
        except OSError:
            return False
        return True

    def _in_thread(self, failure: threading.ExceptHookArgs) -> None:
        if failure.exc_value is not None:
            self.caught(failure.exc_type, failure.exc_value, failure.exc_traceback)

    def _unraisable(self, failure: sys.UnraisableHookArgs) -> None:
        if failure.exc_value is not None:
            self.report(failure.exc_value, failure.exc_traceback)


def qt_message(level: str, text: str) -> None:
    """Put a message of Qt in the log: `level` is debug, info, warning, critical or fatal.

    What stands between quotation marks is left out, for Qt quotes names of files and texts there.
    """
    bare = re.sub(r"\"[^\"]*\"|'[^']*'", "_", text)
    qt_log.log(_LEVELS.get(level, logging.WARNING), "%s", _SIGNS.sub("_", bare)[:80])


def _chain(error: BaseException, trace: TracebackType | None) -> list[str]:
    """Kinds and places of an exception and of those that led to it, without messages and values."""
    lines: list[str] = []
    current: BaseException | None = error
    while current is not None and len(lines) < 400:
        lines.append(type(current).__name__)
        frames = traceback.extract_tb(trace if current is error else current.__traceback__)
        lines += [f"  {_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return lines


def _short(file: str) -> str:
    """The path from the package on: the folders before it may hold the name of the user."""
    parts = Path(file).parts
    for start in ("orapp", "site-packages"):
        if start in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(start) :])
    return parts[-1] if parts else ""


def _text(places: str) -> str:
    made = datetime.now(UTC).isoformat(timespec="seconds")
    return (
        f"orapp {orapp.__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}\n"
        f"{made}\n\n{places}\n\n"
        "Dit verslag is niet verstuurd. Er staan geen namen of teksten uit dossiers in.\n"
    )
