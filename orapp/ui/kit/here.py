"""Who works in this window, and whether its screen is shared: what every screen asks, and what may change while it is open."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from orapp.services.rows import FULL_VIEW, SHARED_SCREEN, Visibility


class Keeps(Protocol):
    """What this machine remembers of windows, by a name of its own; nothing of it says what stands in an archive."""

    def value(self, key: str) -> str: ...

    def keep(self, key: str, value: str) -> None: ...


class Here(QObject):
    """The person at this device as the journal names them, the window's own name, and what may be shown on its screen."""

    changed = Signal()

    def __init__(self, person: str = "", window: str = "venster-1") -> None:
        super().__init__()
        self._person = person
        self._shared = False
        self.window = window

    @property
    def person(self) -> str:
        """Who does what is done here."""
        return self._person

    @property
    def shared(self) -> bool:
        """Whether others look along, so that strategy, secret dossiers and names are hidden."""
        return self._shared

    @property
    def visibility(self) -> Visibility:
        """What lists and dossiers may show here."""
        return SHARED_SCREEN if self._shared else FULL_VIEW

    def work_as(self, person: str) -> None:
        """From now on this is who does what is done here."""
        if person != self._person:
            self._person = person
            self.changed.emit()

    def share(self, shared: bool) -> None:
        """Hides, or shows again, what others may not see; every screen shows itself anew."""
        if shared != self._shared:
            self._shared = shared
            self.changed.emit()
