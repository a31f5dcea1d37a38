"""Hunspell with a dictionary in a process of its own: it keeps Python's lock for as long as it loads or thinks of suggestions."""

from __future__ import annotations

import multiprocessing
import threading
import weakref
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from orapp.services.failures import Circumstance

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

LANGUAGE = "nl"
SECONDS = 30
END_SECONDS = 1.0
MOST_SUGGESTIONS = 6


class HunspellSpeller:
    """The dictionary `nl.aff`, `nl.dic` of a folder; the process begins with the first word and ends with this object."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pipe: Connection | None = None
        self._guard = threading.Lock()

    def misspelled(self, words: Sequence[str]) -> frozenset[str]:
        """Those of the words that the dictionary has not. Raises Circumstance("spelling.absent")."""
        return frozenset(self._ask("misspelled", list(words)))

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may have been meant, the likeliest first. Raises Circumstance("spelling.absent")."""
        return tuple(self._ask("suggestions", [word]))

    def _ask(self, task: str, words: list[str]) -> Any:
        if not all((self._folder / f"{LANGUAGE}{ending}").is_file() for ending in (".aff", ".dic")):
            raise Circumstance("spelling.absent")
        with self._guard:
            pipe = self._pipe or self._begin()
            try:
                pipe.send((task, words))
                if pipe.poll(SECONDS):
                    return pipe.recv()
            except (EOFError, OSError) as error:
                self._pipe = None
                raise Circumstance("spelling.absent") from error
            self._pipe = None
            pipe.close()
            raise Circumstance("spelling.absent")

    def _begin(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=spell_for, args=(there, str(self._folder)), daemon=True)
        process.start()
        there.close()
        self._pipe = here
        weakref.finalize(self, _end, here, process)
        return here


def _end(pipe: Connection, process: SpawnProcess) -> None:
    with suppress(OSError):
        pipe.close()
    process.join(END_SECONDS)
    if process.is_alive():
        process.kill()
        process.join(END_SECONDS)


def spell_for(pipe: Connection, folder: str) -> None:
    """The other process: answers until nobody asks any more. Where Hunspell is not there it ends, which is the answer."""
    with suppress(ImportError, EOFError, OSError):
        from hunspell import Hunspell

        speller = Hunspell(LANGUAGE, hunspell_data_dir=folder)
        while True:
            task, words = pipe.recv()
            if task == "misspelled":
                pipe.send([word for word in words if not speller.spell(word)])
            else:
                pipe.send([one for word in words for one in speller.suggest(word)[:MOST_SUGGESTIONS]])
