"""A function in a process of its own that answers over a pipe: for what would keep Python's lock, needs events, or may break.

It stands here because adapters and the window use it, and these do not know each other; it takes the standard library alone.
"""

from __future__ import annotations

import threading
import weakref
from contextlib import suppress
from pickle import UnpicklingError
from typing import TYPE_CHECKING, Any

from orapp.services.failures import Circumstance

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

END_SECONDS = 1.0


class OtherProcess:
    """Runs `work(pipe, *given)`; it begins with the first question and ends with this object, or with a question that failed.

    `seconds` is the longest that a question and its answer may take; `absent` is the code of the circumstance where none comes.
    """

    def __init__(self, work: Callable[..., None], *given: object, seconds: float, absent: str) -> None:
        self._work = work
        self._given = given
        self._seconds = seconds
        self._absent = absent
        self._other: tuple[Connection, SpawnProcess] | None = None
        self._ending: Callable[[], object] | None = None
        self._guard = threading.Lock()

    def ask(self, question: object) -> Any:
        """The answer; it waits, so it is asked on a lane. Raises Circumstance(`absent`); the next question begins anew."""
        with self._guard:
            try:
                pipe, process = self._other or self._begin()
                # Its end closes the pipe: a question that nobody takes and half an answer end in time too.
                late = threading.Timer(self._seconds, process.kill)
                late.daemon = True
                late.start()
                try:
                    pipe.send(question)
                    return pipe.recv()
                finally:
                    late.cancel()
            except (EOFError, OSError, UnpicklingError) as error:
                self.end()
                raise Circumstance(self._absent) from error

    def end(self) -> None:
        """Ends the process, also in the midst of its work."""
        ending, self._ending, self._other = self._ending, None, None
        if ending is not None:
            ending()

    def _begin(self) -> tuple[Connection, SpawnProcess]:
        import multiprocessing  # with the first question: a window asks none before it is seen

        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=self._work, args=(there, *self._given), daemon=True)
        process.start()
        there.close()
        self._other = here, process
        self._ending = weakref.finalize(self, _end, here, process)
        return self._other


def _end(pipe: Connection, process: SpawnProcess) -> None:
    with suppress(OSError):
        pipe.close()
    process.join(END_SECONDS)
    if process.is_alive():
        process.kill()
        process.join(END_SECONDS)
