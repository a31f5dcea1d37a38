"""Looks for unused objects on the window's thread only: a widget that is taken away on another thread ends the program.

Python looks for objects that hold each other whenever enough new ones were made, on whatever thread that happens. Among them
may be widgets, which may only be destroyed on the thread of the window.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 1000
# So many new objects, and so many looks at the young and the middle-aged ones, as make it worth looking.
YOUNG, MIDDLE, OLD = 20_000, 20, 20


class Sweeper(QObject):
    """Takes over from Python's own looking for as long as it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.sweep)
        self._timer.start()

    def sweep(self) -> None:
        """Looks as far as there is reason to: at the young objects mostly, at all of them seldom."""
        young, middle, old = gc.get_count()
        if young <= YOUNG:
            return
        gc.collect(2 if old > OLD else 1 if middle > MIDDLE else 0)
