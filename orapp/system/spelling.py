"""Hunspell with a dictionary in a process of its own: it keeps Python's lock for as long as it loads or thinks of suggestions."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from orapp.services.failures import Circumstance
from orapp.services.other_process import OtherProcess

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.connection import Connection

LANGUAGE = "nl"
SECONDS = 30
ABSENT = "spelling.absent"
MOST_SUGGESTIONS = 6


class HunspellSpeller:
    """The dictionary `nl.aff`, `nl.dic` of a folder; the process begins with the first word and ends with this object."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._other = OtherProcess(spell_for, str(folder), seconds=SECONDS, absent=ABSENT)

    def misspelled(self, words: Sequence[str]) -> frozenset[str]:
        """Those of the words that the dictionary has not. Raises Circumstance("spelling.absent")."""
        return frozenset(self._ask("misspelled", list(words)))

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may have been meant, the likeliest first. Raises Circumstance("spelling.absent")."""
        return tuple(self._ask("suggestions", [word]))

    def _ask(self, task: str, words: list[str]) -> Any:
        if not all((self._folder / f"{LANGUAGE}{ending}").is_file() for ending in (".aff", ".dic")):
            raise Circumstance(ABSENT)
        return self._other.ask((task, words))


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
