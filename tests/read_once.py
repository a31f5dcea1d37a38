"""A program that reads law, sentences and letters once for all tests of a process, as one run of the program does."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

from orapp.app import wiring
from orapp.system.clock import SystemClock

if TYPE_CHECKING:
    from datetime import date

    from orapp.law.book import LawBook
    from orapp.letters.outlines import LetterBook
    from orapp.services.style_samples import StyleSamples
    from orapp.texts.sentences import Texts


class ReadOnceProgram(wiring.Program):
    """The program itself, but for what every program reads alike and nobody can change."""

    @cached_property
    @override
    def texts(self) -> Texts:
        return _reader(self.clock.today()).texts

    @cached_property
    @override
    def law(self) -> LawBook:
        return _reader(self.clock.today()).law

    @cached_property
    @override
    def letter_book(self) -> LetterBook:
        return _reader(self.clock.today()).letter_book

    @cached_property
    @override
    def _style_samples(self) -> StyleSamples:
        return _reader(self.clock.today())._style_samples


def program_on(day: date, folder: Path) -> ReadOnceProgram:
    """The program with its folders there, on that day."""
    built = wiring.build_under(folder)
    return ReadOnceProgram(
        places=built.places,
        resources=built.resources,
        clock=SystemClock(fixed=day),
        identities=built.identities,
        keyring=built.keyring,
    )


@cache
def _reader(day: date) -> wiring.Program:
    """The program that does the reading; it writes nothing, so its folder need not be there."""
    return replace(wiring.build_under(Path("leest-alleen")), clock=SystemClock(fixed=day))
