"""Sentences by code: what the program says to a person, in Dutch, with named fields."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from enum import Enum
from types import MappingProxyType

LABELS = "labels"
"""The stem of the file that holds a table of labels per enumeration."""


class UnknownText(KeyError):
    """A code or label that stands in no file: a defect of the program."""


class MissingField(KeyError):
    """A sentence asks for a field that was not given: a defect of the program."""


class BrokenText(ValueError):
    """The data of the texts does not hold together; the message names file and code."""


class Texts:
    """All sentences and labels.

    A sentence is found by its code ("archive.locked") and may name fields in braces ("{path}"); nothing else of Python's
    format language is allowed in it. A label belongs to a member of an enumeration, by the name of the class and the value.
    """

    def __init__(self, *, sentences: Mapping[str, str], labels: Mapping[tuple[str, str], str]) -> None:
        self._sentences = MappingProxyType(dict(sentences))
        self._labels = MappingProxyType(dict(labels))

    @classmethod
    def load(cls, tables: Mapping[str, Mapping[str, object]]) -> Texts:
        """The texts of parsed TOML files by stem. Tables inside tables make codes with dots; a code stands in one file.

        Raises BrokenText for a double code, an empty or non-text value, or braces that are no plain field.
        """
        sentences: dict[str, str] = {}
        labels: dict[tuple[str, str], str] = {}
        for stem, table in tables.items():
            for code, text in _flat(stem, table):
                if stem == LABELS:
                    enumeration, _, value = code.partition(".")
                    labels[enumeration, value] = text
                    continue
                if code in sentences:
                    raise BrokenText(f"{stem}.toml: {code} stands in two files")
                _fields(stem, code, text)
                sentences[code] = text
        return cls(sentences=sentences, labels=labels)

    def say(self, code: str, /, **fields: object) -> str:
        """The sentence of this code with its fields filled in. Raises UnknownText or MissingField; both are defects."""
        text = self._sentences.get(code)
        if text is None:
            raise UnknownText(code)
        try:
            return text.format_map({name: str(value) for name, value in fields.items()})
        except KeyError as error:
            raise MissingField(f"{code}: {error.args[0]}") from error

    def knows(self, code: str) -> bool:
        """Whether there is a sentence with this code."""
        return code in self._sentences

    def fields(self, code: str) -> frozenset[str]:
        """The names of the fields that this sentence needs. Raises UnknownText."""
        text = self._sentences.get(code)
        if text is None:
            raise UnknownText(code)
        return _fields("", code, text)

    def codes(self) -> tuple[str, ...]:
        """Every code, in order."""
        return tuple(sorted(self._sentences))

    def label(self, member: Enum) -> str:
        """The label of a member of an enumeration, in lower case as in running text. Raises UnknownText."""
        return self.label_of(type(member).__name__, str(member.value))

    def label_of(self, enumeration: str, value: str) -> str:
        """The label by the name of the enumeration and the value, for rows that hold the bare value. Raises UnknownText."""
        text = self._labels.get((enumeration, value))
        if text is None:
            raise UnknownText(f"{enumeration}.{value}")
        return text

    def labelled(self) -> frozenset[tuple[str, str]]:
        """Every (enumeration, value) that has a label."""
        return frozenset(self._labels)


def _flat(stem: str, table: Mapping[str, object], before: str = "") -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        code = f"{before}{name}"
        if isinstance(value, Mapping):
            yield from _flat(stem, value, f"{code}.")
        elif isinstance(value, str) and value.strip():
            yield code, value.strip()
        else:
            raise BrokenText(f"{stem}.toml: {code} is no text")


def _fields(stem: str, code: str, text: str) -> frozenset[str]:
    found: set[str] = set()
    try:
        for _, name, formatting, conversion in string.Formatter().parse(text):
            if name is None:
                continue
            if not name.isidentifier() or formatting or conversion:
                raise BrokenText(f"{stem}.toml: {code} asks for {name!r} in another way than by its bare name")
            found.add(name)
    except ValueError as error:
        raise BrokenText(f"{stem}.toml: {code}: {error}") from error
    return frozenset(found)
