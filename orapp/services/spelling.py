"""Checking the spelling of words: what checks them is somewhere else and slow to begin; what it said once is remembered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

MOST_REMEMBERED = 50_000


class Speller(Protocol):
    """Knows the words of a language. Both raise Circumstance("spelling.absent") where its dictionary cannot be used."""

    def misspelled(self, words: Sequence[str]) -> frozenset[str]: ...

    def suggestions(self, word: str) -> tuple[str, ...]: ...


class SpellingService:
    """Asks a speller each word once. It is asked on one lane; `known` may be read from the window."""

    def __init__(self, speller: Speller) -> None:
        self._speller = speller
        self._wrong: dict[str, bool] = {}
        self._suggested: dict[str, tuple[str, ...]] = {}

    def known(self, word: str) -> bool | None:
        """Whether a word is misspelled, as far as it was asked; None where it was not."""
        return self._wrong.get(word)

    def check(self, words: Iterable[str]) -> None:
        """Looks up the words that were not asked before. Raises Circumstance("spelling.absent")."""
        new = sorted({word for word in words if word not in self._wrong})
        if not new:
            return
        found = self._speller.misspelled(new)
        if len(self._wrong) + len(new) > MOST_REMEMBERED:
            self._wrong = {}
        self._wrong.update((word, word in found) for word in new)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant, the likeliest first. Raises Circumstance("spelling.absent")."""
        if word not in self._suggested:
            self._suggested[word] = self._speller.suggestions(word)
        return self._suggested[word]
