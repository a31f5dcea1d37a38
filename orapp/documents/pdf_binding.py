"""Binds PDF in a process of its own, with limits on time and memory: what others made is never read in this one."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, Final

from orapp.services.failures import Circumstance
from orapp.services.other_process import OtherProcess
from orapp.services.paper_ports import AnnexState, BoundPart, PartLook

SECONDS: Final = 120
LOOK_SECONDS: Final = 30
MOST_MEMORY: Final = 3 * 1024**3


class PdfBinder:
    """Looks at PDF and binds it. A file that takes too much time or memory counts as damaged."""

    def __init__(self, *, seconds: float = SECONDS, look_seconds: float = LOOK_SECONDS) -> None:
        self._seconds = seconds
        self._look_seconds = look_seconds

    def look(self, files: Sequence[bytes]) -> tuple[PartLook, ...]:
        """How each file stands; where one brings the process down, each is looked at by itself."""
        if not files:
            return ()
        limit = self._look_seconds + len(files)
        found = _apart("look", tuple(files), limit)
        if found is None:
            each = [_apart("look", (one,), self._look_seconds) for one in files]
            return tuple(one[0] if one else PartLook(state=AnnexState.DAMAGED) for one in each)
        return tuple(found)

    def bind(self, parts: Sequence[BoundPart], title: str, page_words: str) -> bytes:
        """One PDF with an outline and page numbers. Raises Circumstance("paper.binding")."""
        made = _apart("bind", (tuple(parts), title, page_words), self._seconds)
        if made is None:
            raise Circumstance("paper.binding")
        return bytes(made)


def _apart(task: str, given: tuple[Any, ...], seconds: float) -> Any:
    """The outcome of a task in a process of its own; None where it failed, ran out of time or was ended."""
    other = OtherProcess(run, seconds=seconds, absent="paper.binding")
    try:
        return other.ask((task, given))
    except Circumstance:
        return None
    finally:
        other.end()


def run(pipe: Connection) -> None:
    """The other process: one task, then the end."""
    _hold_to_limits()
    # What pypdf finds odd in a file is no news: the file is bound, or it counts as damaged.
    logging.disable(logging.CRITICAL)
    from orapp.documents import pdf_parts

    task, given = pipe.recv()
    work: Callable[[], Any] = (
        (lambda: [pdf_parts.look(one) for one in given]) if task == "look" else (lambda: pdf_parts.bind(*given))
    )
    with suppress(*pdf_parts.UNREADABLE, MemoryError):
        pipe.send(work())
    pipe.close()


def _hold_to_limits() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; there the time limit holds
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
