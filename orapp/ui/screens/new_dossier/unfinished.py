"""Keeps what stands in the wizard of a new dossier, so that a program that was broken off gives it back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from orapp.services.dossiers import DossierService
    from orapp.services.failures import Failure
    from orapp.ui.kit.workplace import Workplace

LOOK_AFTER = 700


class Unfinished(QObject):
    """Looks a little more than once a second at what stands there, and keeps it where it is another than before.

    `found` gives what was kept when the program was broken off, once, before anything is kept; `failed` why it could not be.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(
        self, dossiers: DossierService, place: Workplace, standing: Callable[[], Mapping[str, object]], parent: QObject
    ) -> None:
        """`standing` gives what stands in the wizard; as it is now, it is not worth keeping."""
        super().__init__(parent)
        self._dossiers = dossiers
        self._place = place
        self._standing = standing
        self._first = self._kept = _written(standing())
        self._stored = False
        self._timer = QTimer(self, interval=LOOK_AFTER)
        self._timer.timeout.connect(self.look)
        window = place.here.window
        place.tasks.read(self, "onvoltooid", lambda: dossiers.unfinished(window), self._take, self._fail)

    def _take(self, text: str) -> None:
        self._stored = bool(text)
        before = _written(self._standing())
        standing = _read(text)
        if standing and before == self._first:
            # What was typed since the wizard opened, in that blink, is never replaced.
            self.found.emit(standing)
            self._kept = _written(self._standing())
        self._timer.start()

    def look(self) -> None:
        """Keeps what stands there now, if it changed."""
        now = _written(self._standing())
        if now != self._kept:
            self._kept = now
            self._put("" if now == self._first else now)

    def stop(self) -> None:
        """Nothing is kept from here on."""
        self._timer.stop()

    def go_on(self) -> None:
        """Keeps again what stands there."""
        self._timer.start()

    @property
    def looks(self) -> bool:
        """Whether what stands there is being kept."""
        return self._timer.isActive()

    def forget(self) -> None:
        """It is not wanted any more."""
        self._kept = _written(self._standing())
        if self._stored:
            self._put("")

    def _put(self, text: str) -> None:
        dossiers, here = self._dossiers, self._place.here
        person, window = here.person, here.window
        self._stored = bool(text)
        # In the name of the change hub: the last of it is kept also while the wizard goes away.
        self._place.tasks.write(
            self._place.changes, lambda: dossiers.keep_unfinished(text, person, window), lambda _done: None, self._fail
        )

    def _fail(self, failure: Failure) -> None:
        if isValid(self):
            self.failed.emit(failure)


def _written(standing: Mapping[str, object]) -> str:
    # Letters as they are: who is destroyed in the archive must be found here too.
    return json.dumps(standing, ensure_ascii=False)


def _read(text: str) -> dict[str, object]:
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
