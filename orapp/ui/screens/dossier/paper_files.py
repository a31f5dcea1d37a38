"""Bringing files in one after another on the write lane, with how far it is; the papers then appear in one step."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from orapp.services.documents import plain_name
from orapp.services.failures import Failure, Refusal

if TYPE_CHECKING:
    from orapp.domain.items import FileRef
    from orapp.services.documents import DocumentService
    from orapp.ui.kit.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What came of bringing files in: those that are in the archive now, and why others are not."""

    refs: tuple[FileRef, ...]
    refused: tuple[Failure, ...]


class FileBringer(QObject):
    """Takes files one at a time. `moved` tells name, bytes and of how many; `stop` leaves out the one that is busy and the rest.

    What was brought in before stays: it belongs to no paper until the caller makes one, and the archive clears it otherwise.
    """

    moved = Signal(str, int, int)
    finished = Signal()

    def __init__(self, documents: DocumentService, place: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._documents = documents
        self._place = place
        self._stopped = threading.Event()
        self._busy = False

    @property
    def busy(self) -> bool:
        """Whether files are being brought in."""
        return self._busy

    def stop(self) -> None:
        """Leaves out what is not in yet."""
        self._stopped.set()

    def bring(self, paths: tuple[Path, ...], then: Callable[[Brought], None]) -> None:
        """Brings these files in and says what came of it."""
        self._stopped.clear()
        self._busy = True
        self._next(paths, (), (), then)

    def _next(
        self,
        left: tuple[Path, ...],
        refs: tuple[FileRef, ...],
        refused: tuple[Failure, ...],
        then: Callable[[Brought], None],
    ) -> None:
        if not left:
            self._busy = False
            self.finished.emit()
            then(Brought(refs=refs, refused=refused))
            return
        path, rest = left[0], left[1:]
        name, person = plain_name(path.name), self._place.here.person

        def told(done: int, total: int) -> None:
            if self._stopped.is_set():
                raise Refusal("file.stopped", name=name)
            self.moved.emit(name, done, total)

        def work() -> FileRef:
            told(0, 1)
            return self._documents.put(path, person, told)

        self._place.tasks.write(
            self,
            work,
            lambda ref: self._next(rest, (*refs, ref), refused, then),
            lambda failure: self._next(rest, refs, (*refused, failure), then),
        )
