"""A word list of a few rules, in the place of the dictionary."""

from __future__ import annotations

from collections.abc import Sequence

from orapp.services.failures import Circumstance


class WordList:
    """Words that end in "qq" are wrong; nothing works while it is away."""

    def __init__(self) -> None:
        self.away = False

    def misspelled(self, words: Sequence[str]) -> frozenset[str]:
        if self.away:
            raise Circumstance("spelling.absent")
        return frozenset(word for word in words if word.endswith("qq"))

    def suggestions(self, word: str) -> tuple[str, ...]:
        return (word.removesuffix("qq"), f"{word.removesuffix('qq')}en")
