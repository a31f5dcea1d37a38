"""Watches the Word files that were opened, beside the window: sees each save, also where a program writes a new file instead."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from orapp.services.failures import Failure
from orapp.services.returned_files import ReturnedFile, is_lock, read_returned

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from orapp.ui.kit.tasks import Tasks

QUIET_FOR = 700
"""Milliseconds without a further sign after which a save is taken to be whole."""
LOOK_EVERY = 4000
"""Milliseconds after which is looked anyway: folders on a network give no signs."""

Stamp = tuple[int, int]
_NEVER: Stamp = (0, 0)
_MOST_BESIDE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """A file as it was last looked at: when it was written, how large it is, and its digest."""

    stamp: Stamp
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    path: Path
    before: Path
    seen: _Seen
    file: ReturnedFile


class WordWatch(QObject):
    """`saved` gives a file with other bytes than it had (ReturnedFile). While its screen is not seen it does not look.

    `gone` gives one that went from its place and did not come back. `is_ours` says of the bytes of a file whether it is of this
    letter: so one that got another name is known again.
    """

    saved = Signal(object)
    gone = Signal(object)

    def __init__(self, tasks: Tasks, screen: QWidget, is_ours: Callable[[bytes], bool]) -> None:
        super().__init__(screen)
        self._tasks = tasks
        self._is_ours = is_ours
        self._screen = screen
        self._files: dict[Path, _Seen] = {}
        self._missed: set[Path] = set()
        self._watcher = QFileSystemWatcher(self)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_FOR)
        self._slow = QTimer(self, interval=LOOK_EVERY)
        self._watcher.fileChanged.connect(self._stirred)
        self._watcher.directoryChanged.connect(self._stirred)
        self._quiet.timeout.connect(self.look)
        self._slow.timeout.connect(self._look_if_seen)

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files that are watched."""
        return tuple(self._files)

    def watch(self, path: Path, digest: str) -> None:
        """Watches a file that was written with these bytes (SHA-256)."""
        self._files[path] = _Seen(stamp=_NEVER, digest=digest)
        self._watcher.addPaths([str(path), str(path.parent)])
        self._slow.start()

    def forget(self) -> None:
        """Watches nothing any more."""
        watched = [*self._watcher.files(), *self._watcher.directories()]
        if watched:
            self._watcher.removePaths(watched)
        self._files.clear()
        self._slow.stop()
        self._quiet.stop()

    def look(self) -> None:
        """Looks at every file, on a lane."""
        if self._files:
            files, is_ours = dict(self._files), self._is_ours
            self._tasks.read(self, "word-bestanden", lambda: _changed(files, is_ours), self._tell)

    def _look_if_seen(self) -> None:
        if self._screen.isVisible():
            self.look()

    def _stirred(self, _path: str) -> None:
        # A program that saves writes in several strokes; only when it rests is the file looked at.
        self._quiet.start()

    def _tell(self, outcome: tuple[tuple[_Found, ...], frozenset[Path]]) -> None:
        found, missing = outcome
        # While a program saves, a file may be away for a moment: only who is missed twice is gone.
        for path in missing & self._missed & self._files.keys():
            del self._files[path]
            self.gone.emit(path)
        self._missed = set(missing)
        for one in found:
            before = self._files.pop(one.before, None)
            if before is None:
                continue
            self._files[one.path] = one.seen
            # Word puts a new file in the place of the old one, and the sign of the old one is gone with it.
            if str(one.path) not in self._watcher.files():
                self._watcher.addPath(str(one.path))
            if one.seen.digest != before.digest:
                self.saved.emit(one.file)


def _changed(files: Mapping[Path, _Seen], is_ours: Callable[[bytes], bool]) -> tuple[tuple[_Found, ...], frozenset[Path]]:
    """The files that were written or renamed since, and those that are not in their place; one that is held comes later."""
    found: list[_Found] = []
    missing: set[Path] = set()
    taken = set(files)
    for path, seen in files.items():
        try:
            if path.exists():
                one = _looked_at(path, path, seen)
            elif seen.stamp != _NEVER:
                one = _renamed(path, seen, taken, is_ours)
                missing |= {path} if one is None else set()
            else:
                one = None
        except (OSError, Failure):
            continue
        if one is not None:
            taken.add(one.path)
            found.append(one)
    return tuple(found), frozenset(missing)


def _looked_at(path: Path, before: Path, seen: _Seen) -> _Found | None:
    """The file, if it was written since. Raises OSError or Failure."""
    state = path.stat()
    stamp = (state.st_mtime_ns, state.st_size)
    if stamp == seen.stamp and path == before:
        return None
    file = read_returned(path)
    digest = hashlib.sha256(file.data).hexdigest()
    return _Found(path=path, before=before, seen=_Seen(stamp=stamp, digest=digest), file=file)


def _renamed(path: Path, seen: _Seen, taken: Collection[Path], is_ours: Callable[[bytes], bool]) -> _Found | None:
    """The newest file of this letter beside the place where one stood, under a name that was not there. Raises as above."""
    beside = [one for one in path.parent.glob("*.docx") if one not in taken and not is_lock(one)]
    for one in sorted(beside, key=lambda other: -other.stat().st_mtime_ns)[:_MOST_BESIDE]:
        found = _looked_at(one, path, seen)
        if found is not None and is_ours(found.file.data):
            return found
    return None
