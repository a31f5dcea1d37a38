"""A function in a process of its own: it answers, begins anew after it ended, and is ended where no answer comes in time."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection

import pytest

from orapp.services.failures import Circumstance
from orapp.services.other_process import OtherProcess


def adds(pipe: Connection, more: int) -> None:
    """Answers a number with a greater one; any other question ends it."""
    while isinstance(asked := pipe.recv(), int):
        pipe.send((asked + more, os.getpid()))


def is_silent(pipe: Connection) -> None:
    """Takes one question and never answers."""
    while True:
        pipe.recv()


def is_deaf(pipe: Connection) -> None:
    """Takes no question at all."""
    while not pipe.closed:
        time.sleep(0.01)


def says_nonsense(pipe: Connection) -> None:
    """Answers with what is no answer."""
    pipe.recv()
    pipe.send_bytes(b"dit is niets")
    is_deaf(pipe)


def test_it_answers_from_elsewhere_and_begins_anew_after_it_ended() -> None:
    other = OtherProcess(adds, 2, seconds=60, absent="paper.own_pages")
    first, there = other.ask(1)
    assert (first, other.ask(5)) == (3, (7, there))
    assert there != os.getpid()
    with pytest.raises(Circumstance, match=r"paper\.own_pages"):
        other.ask("stop")
    again, elsewhere = other.ask(1)
    assert again == 3
    assert elsewhere != there
    other.end()


def test_what_does_not_answer_in_time_is_ended() -> None:
    before = multiprocessing.active_children()
    other = OtherProcess(is_silent, seconds=0, absent="paper.own_pages")
    with pytest.raises(Circumstance, match=r"paper\.own_pages"):
        other.ask("wie is daar?")
    assert set(multiprocessing.active_children()) <= set(before)


@pytest.mark.parametrize("work", [is_deaf, says_nonsense])
def test_no_question_waits_longer_than_it_may(work: Callable[[Connection], None]) -> None:
    before = multiprocessing.active_children()
    other = OtherProcess(work, seconds=0.5, absent="paper.own_pages")
    asking = ThreadPoolExecutor(1)
    asked = asking.submit(other.ask, bytes(20_000_000))
    try:
        assert isinstance(asked.exception(20), Circumstance)
        assert set(multiprocessing.active_children()) <= set(before)
    finally:
        for child in set(multiprocessing.active_children()) - set(before):
            child.kill()
        asking.shutdown()
