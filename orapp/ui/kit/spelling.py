"""Spelling in this window: whether it is checked, and asking for it on a lane; the first question loads the dictionary."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from orapp.services.failures import Failure
    from orapp.services.spelling import SpellingService
    from orapp.ui.kit.here import Keeps
    from orapp.ui.kit.tasks import Progress, Tasks

KEPT, OFF = "spelling", "uit"


class Spelling(QObject):
    """`turned` tells that checking was put on or off; `absent` once why it cannot be done, after which nothing is asked."""

    turned = Signal()
    absent = Signal(object)

    def __init__(self, service: SpellingService, tasks: Tasks, memory: Keeps, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._tasks = tasks
        self._memory = memory
        self._missing = False

    @property
    def is_chosen(self) -> bool:
        """Whether a person wants spelling to be checked here; it is, until it is put off."""
        return self._memory.value(KEPT) != OFF

    @property
    def is_on(self) -> bool:
        """Whether words are checked."""
        return self.is_chosen and not self._missing

    def turn(self, on: bool) -> None:
        """Puts checking on or off; this machine remembers it."""
        if on != self.is_chosen:
            self._memory.keep(KEPT, "" if on else OFF)
            self.turned.emit()

    def known(self, word: str) -> bool | None:
        """Whether a word is misspelled, as far as it was looked up."""
        return self._service.known(word)

    def look_up(self, owner: QObject, words: Collection[str], done: Callable[[], None]) -> None:
        """Looks words up beside the window."""
        asked = tuple(words)

        def work(progress: Progress) -> None:
            progress.report(0, len(asked))
            self._service.check(asked)

        self._tasks.work(owner, work, lambda _nothing: done(), self._fail)

    def suggest(self, owner: QObject, word: str, done: Callable[[tuple[str, ...]], None]) -> None:
        """Asks beside the window what may have been meant."""
        self._tasks.work(owner, lambda _progress: self._service.suggestions(word), done, self._fail)

    def _fail(self, failure: Failure) -> None:
        if not self._missing:
            self._missing = True
            self.absent.emit(failure)
            self.turned.emit()
