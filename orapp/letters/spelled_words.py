"""Which words of a text have their spelling checked, and which the council and its dossier know already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orapp.domain.council import Council
    from orapp.domain.dossier import Dossier

_WORD = re.compile(r"[^\W_]+(?:['’.\-/@][^\W_]+)*", re.UNICODE)
_NO_WORD = re.compile(r"[\d@/]|\w\.\w")
_PART = re.compile(r"[^\W\d_]+", re.UNICODE)
# Fields that hold the name of somebody or something; other texts may be misspelled themselves.
_NAMES = frozenset({"name", "organisation", "place", "lines", "by", "chair", "secretary", "owner", "author", "present", "group"})
_LONG = frozenset({"letters", "text_blocks"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SpelledWord:
    """A word and where it stands, in signs of the text."""

    text: str
    start: int


def spelled_words(text: str) -> Iterator[SpelledWord]:
    """The words that are looked up: no codes, numbers, addresses, single letters, and no abbreviations in capitals."""
    for found in _WORD.finditer(text):
        word = found.group()
        if len(word) < 2 or _NO_WORD.search(word) or word.upper() == word or _has_inner_capital(word):
            continue
        yield SpelledWord(text=word.replace("’", "'"), start=found.start())


def _has_inner_capital(word: str) -> bool:
    """An abbreviation with letters around it, such as OR-lid without its hyphen, or IenW."""
    return any(len(part) > 1 and sum(sign.isupper() for sign in part) > 1 for part in re.split(r"['’\-]", word))


def plain_form(word: str) -> str:
    """The form in which words are held against each other: an own word counts with and without a capital."""
    return word.replace("’", "'").casefold()


def known_words(council: Council, dossier: Dossier) -> frozenset[str]:
    """What is never marked: the council's own words, and the names of people, organisations and places in council and dossier."""
    known = {plain_form(word) for word in council.own_words}
    for name, text in (*_texts(council), *_texts(dossier)):
        if name in _NAMES or name.endswith("_by"):
            known |= _parts(text)
    return frozenset(known)


def is_known(word: str, known: frozenset[str] | set[str]) -> bool:
    """Whether a word, its genitive, or each of its parts with a hyphen is known."""
    plain = plain_form(word)
    if plain in known or plain.removesuffix("'s") in known or plain.removesuffix("s") in known:
        return True
    parts = plain.split("-")
    return len(parts) > 1 and all(part in known for part in parts)


def _parts(text: str) -> set[str]:
    return {plain_form(one) for one in _PART.findall(text)} | {plain_form(one) for one in text.split()}


def _texts(thing: object, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(thing, Enum):
        return
    if isinstance(thing, str):
        yield name, thing
    elif is_dataclass(thing) and not isinstance(thing, type):
        for field in fields(thing):
            if field.name in _LONG:
                continue
            yield from _texts(getattr(thing, field.name), field.name)
    elif isinstance(thing, Iterable) and not isinstance(thing, bytes):
        for one in thing:
            yield from _texts(one, name)
