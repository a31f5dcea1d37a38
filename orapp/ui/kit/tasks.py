"""The lanes on which work runs beside the window: write, read (the latest request wins) and work."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from queue import SimpleQueue
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from orapp.services.failures import Failure

log = logging.getLogger(__name__)

T = TypeVar("T")


class LaneName(StrEnum):
    """The three lanes; there is no other thread."""

    WRITE = "write"
    READ = "read"
    WORK = "work"


class CancelledError(Exception):
    """The person who asked for long work took it back."""


class Progress:
    """What long work tells, and how it learns that it is no longer wanted."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._cancelled = threading.Event()

    def report(self, done: int, total: int) -> None:
        """Tells how far the work is; raises `CancelledError` when it was cancelled."""
        if self._cancelled.is_set():
            raise CancelledError
        self._tell(done, total)

    def cancel(self) -> None:
        """Asks the work to stop at its next report; what it half wrote, it takes away itself."""
        self._cancelled.set()


@dataclass(slots=True, eq=False)
class _Job:
    lane: LaneName
    owner: QObject | None
    topic: str
    work: Callable[[], object] | None
    done: Callable[[object], None] | None
    failed: Callable[[Failure], None] | None
    ended: Callable[[], None] | None = None
    superseded: bool = False
    outcome: object = None
    failure: Failure | None = None
    defect: Exception | None = None
    cancelled: bool = False

    def let_go(self) -> None:
        """Lets go of all that it holds, on the window's thread: a widget must not lose its last holder on a lane."""
        self.owner = self.work = self.done = self.failed = self.ended = None
        self.outcome = self.failure = self.defect = None


@dataclass(slots=True, eq=False)
class _Row:
    owner: QObject
    steps: deque[Callable[[], object]]


class Tasks(QObject):
    """Runs jobs on their lane and brings the outcome back to the window's thread.

    A job belongs to its owner: when that is gone, its callbacks are dropped. A `Failure` goes to `failed` (or to the
    `failure` signal when the job names none); any other exception is a defect and goes to `on_defect`. `written` tells of each
    write what kept it from being done, or None where it was.
    """

    failure = Signal(object)
    quiet = Signal()
    written = Signal(object)
    _arrived = Signal(object)
    _stepped = Signal(object, object)

    def __init__(self, on_defect: Callable[[Exception], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_defect = on_defect
        self._interrupt: Callable[[], None] = _nothing
        self._pending = 0
        self._undelivered: set[_Job] = set()
        self._closed = False
        self._guard = threading.Lock()
        self._newest: dict[tuple[int, str], _Job] = {}
        self._rows: dict[tuple[int, str], _Row] = {}
        # A timer, and no event that is posted: of those one pass may do several, and the keys wait for all of them.
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._take_turn)
        self._turning = self._settled = False
        self._running_read: _Job | None = None
        self._queues: dict[LaneName, SimpleQueue[_Job | None]] = {lane: SimpleQueue() for lane in LaneName}
        self._threads: dict[LaneName, threading.Thread] = {}
        self._arrived.connect(self._deliver)
        self._stepped.connect(self._step)

    @property
    def pending(self) -> int:
        """How many jobs have not been delivered yet, and rows of steps not been done."""
        return self._pending

    def on_interrupt(self, interrupt: Callable[[], None]) -> None:
        """Sets what breaks off a running read of the open archive."""
        self._interrupt = interrupt

    def write(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Failure], None] | None = None,
        ended: Callable[[], None] | None = None,
    ) -> None:
        """Runs a write; writes are done one after the other, in the order in which they were asked.

        `ended` is called after all of it, whatever became of it: after a defect too, which neither of the others hears of.
        """
        self._submit(_Job(LaneName.WRITE, owner, "", work, _taking(done), failed, ended))

    def read(
        self,
        owner: QObject,
        topic: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Failure], None] | None = None,
    ) -> None:
        """Runs a read; a newer read of the same owner and topic makes this one void, even while it runs."""
        job = _Job(LaneName.READ, owner, topic, work, _taking(done), failed)
        with self._guard:
            older = self._newest.get((id(owner), topic))
            if older is not None:
                older.superseded = True
                if older is self._running_read:
                    self._interrupt()
            self._newest[(id(owner), topic)] = job
        self._submit(job)

    def work(
        self,
        owner: QObject,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Failure], None] | None = None,
        told: Callable[[int, int], None] | None = None,
    ) -> Progress:
        """Runs long work that can tell how far it is and can be cancelled."""
        job: _Job | None = None

        def tell(done_: int, total: int) -> None:
            if job is not None and told is not None:
                self._stepped.emit(job, (told, done_, total))

        progress = Progress(tell)
        job = _Job(LaneName.WORK, owner, "", lambda: work(progress), _taking(done), failed)
        self._submit(job)
        return progress

    def in_turn(self, owner: QObject, topic: str, *steps: Callable[[], object]) -> None:
        """Does these steps on the window's thread, each in a turn of the loop of its own: keys are answered between them.

        They count as pending. A newer row of the same owner and topic takes the place of what is left of an older one.
        """
        key = id(owner), topic
        if key not in self._rows:
            self._pending += 1
        self._rows[key] = _Row(owner, deque(steps))
        self._await_turn()

    def _await_turn(self) -> None:
        if self._rows and not self._turning:
            self._turning = True
            self._turn.start()

    def _take_turn(self) -> None:
        """One step of one row: timers that are due come together, so rows with one each would keep the keys for all of them.

        What was done before it is laid out and painted first, in a pass of its own: the keys would wait for that and the step.
        """
        self._settled = not self._settled
        if self._settled:
            self._turn.start()
            return
        key, row = next(iter(self._rows.items()))
        try:
            if row.steps and isValid(row.owner):
                row.steps.popleft()()
        finally:
            row = self._rows.pop(key)  # the step may have asked for another row
            if row.steps and isValid(row.owner):
                self._rows[key] = row  # the other rows go before its next step
            else:
                self._pending -= 1
            self._turning = False
            self._await_turn()
            if self._pending == 0:
                self.quiet.emit()

    def close(self, timeout: float = 10.0) -> None:
        """Lets every lane finish what it has, then stops them; nothing is delivered or begun any more.

        What was asked and is not delivered is let go of here, on the window's thread, and by no lane.
        """
        if self._closed:
            return
        self._closed = True
        self._arrived.disconnect(self._deliver)
        for lane, thread in self._threads.items():
            self._queues[lane].put(None)
            thread.join(timeout)
            if thread.is_alive():
                log.warning("the lane %s did not end in time", lane)
        if not any(thread.is_alive() for thread in self._threads.values()):
            for job in self._undelivered:
                job.let_go()
            self._undelivered.clear()
        self._threads.clear()

    def _submit(self, job: _Job) -> None:
        if self._closed:
            # A timer of a window that is not gone yet: a lane that began again would never end, and tell nobody.
            log.debug("nothing is begun on the lane %s any more", job.lane)
            return
        self._pending += 1
        self._undelivered.add(job)
        if job.lane not in self._threads:
            thread = threading.Thread(target=self._run, args=(job.lane,), name=f"orapp-{job.lane}", daemon=True)
            self._threads[job.lane] = thread
            thread.start()
        self._queues[job.lane].put(job)

    def _run(self, lane: LaneName) -> None:
        while (job := self._queues[lane].get()) is not None:
            if lane is LaneName.READ:
                with self._guard:
                    self._running_read = job
            if not job.superseded:
                _perform(job)
            if lane is LaneName.READ:
                with self._guard:
                    self._running_read = None
            self._arrived.emit(job)

    def _deliver(self, job: _Job) -> None:
        self._pending -= 1
        self._undelivered.discard(job)
        key = (id(job.owner), job.topic)
        with self._guard:
            if self._newest.get(key) is job:
                del self._newest[key]
        written, failure = job.lane is LaneName.WRITE, job.failure or job.defect
        try:
            self._hand_over(job)
        finally:
            if written:
                self.written.emit(failure)
            ended, owner = job.ended, job.owner
            job.let_go()
            if ended is not None and owner is not None and isValid(owner):
                ended()
            if self._pending == 0:
                self.quiet.emit()

    def _hand_over(self, job: _Job) -> None:
        if job.superseded or job.cancelled:
            return
        if job.defect is not None:
            self._on_defect(job.defect)
        elif job.owner is None or not isValid(job.owner):
            return
        elif job.failure is None and job.done is not None:
            job.done(job.outcome)
        elif job.failed is not None and job.failure is not None:
            job.failed(job.failure)
        else:
            self.failure.emit(job.failure)

    def _step(self, job: _Job, told: tuple[Callable[[int, int], None], int, int]) -> None:
        if job.owner is not None and isValid(job.owner):
            told[0](told[1], told[2])


def _perform(job: _Job) -> None:
    if job.work is None:
        return
    try:
        job.outcome = job.work()
    except Failure as failure:
        job.failure = failure
    except CancelledError:
        job.cancelled = True
    except Exception as defect:
        job.defect = defect


def _taking(done: Callable[[T], None]) -> Callable[[object], None]:
    """The callback without its type: what arrives is what its own work gave."""
    untyped: Callable[..., None] = done
    return untyped


def _nothing() -> None:
    """No archive is open, so there is no read to break off."""
