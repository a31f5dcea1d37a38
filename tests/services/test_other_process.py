"""A function in a process of its own: it answers, begins anew after it ended, and is ended where no answer comes in time."""

from __future__ import annotations

import multiprocessing
import os
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
