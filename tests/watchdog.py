"""Watches how long the window's thread was blocked: what a person feels when a key is not answered at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter, thread_time

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    """The longest time between two beats during something that was done, in milliseconds.

    `busy_ms` is the most that the thread itself computed between two beats: what is left of it on a machine without other work.
    """

    what: str
    longest_ms: float
    busy_ms: float


class Watchdog(QObject):
    """A timer that wants to beat every millisecond; the longest time without a beat is how long the thread was blocked.

    Other threads that hold the interpreter count too: a person waits for those as well. It measures while the loop of
    events runs, so what is watched must leave the loop running until it is done.
    """

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[Blocked] = []
        self._last = perf_counter()
        self._longest = 0.0
        self._worked = thread_time()
        self._busiest = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)

    @contextmanager
    def during(self, what: str) -> Iterator[None]:
        """Watches one thing that is done."""
        self._longest, self._last = 0.0, perf_counter()
        self._busiest, self._worked = 0.0, thread_time()
        self._timer.start()
        try:
            yield
        finally:
            self._beat()
            self._timer.stop()
            self.seen.append(self._blocked(what))

    def _blocked(self, what: str) -> Blocked:
        return Blocked(what=what, longest_ms=round(self._longest * 1000, 1), busy_ms=round(self._busiest * 1000, 1))

    def longest(self) -> Blocked:
        """The worst of all that was watched."""
        return max(self.seen, key=lambda one: one.longest_ms)

    def report(self) -> str:
        """A line for each thing that was done, the worst first."""
        rows = sorted(self.seen, key=lambda one: -one.longest_ms)
        return "\n".join(f"{one.longest_ms:7.1f} ms  ({one.busy_ms:7.1f} busy)  {one.what}" for one in rows)

    def _beat(self) -> None:
        now = perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now
        worked = thread_time()
        self._busiest = max(self._busiest, worked - self._worked)
        self._worked = worked
