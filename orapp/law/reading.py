"""Reads plain mappings of parsed TOML into checked values, and says in which file and place the data is wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

EnumT = TypeVar("EnumT", bound=StrEnum)


class LawDataError(ValueError):
    """The data of the law does not hold together; `file` and `place` say where, `problem` says what."""

    code = "law_data"

    def __init__(self, *, file: str, place: str, problem: str) -> None:
        self.file = file
        self.place = place
        self.problem = problem
        super().__init__(f"resources/law/{file}.toml, {place}: {problem}")


class Reliability(StrEnum):
    """How an item of the law was established; shown with each item that is not certain."""

    STATUTE = "W20"  # read in the consolidated text valid on 1 January 2020
    VERIFIED = "V"  # read in another primary text, or with an official body
    SECONDARY = "2nd"  # law firm, newsletter or news only
    DERIVED = "D"  # follows by reasoning from a text that was read
    UNVERIFIED = "unverified"

    @property
    def label(self) -> str:
        """The status in Dutch, for a screen or a proof sheet."""
        match self:
            case Reliability.STATUTE:
                return "wettekst gelezen (versie 1 januari 2020)"
            case Reliability.VERIFIED:
                return "gelezen in een officiële tekst"
            case Reliability.SECONDARY:
                return "alleen uit vakliteratuur of nieuws"
            case Reliability.DERIVED:
                return "afgeleid uit de wettekst"
            case Reliability.UNVERIFIED:
                return "niet geverifieerd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where an item comes from: the source codes with their titles, the date of that text, and its status."""

    source: str
    date: dt.date
    status: Reliability


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of a data file; every reader raises `LawDataError` when the value is absent or of another type."""

    file: str
    place: str
    values: Mapping[str, object]

    def fail(self, problem: str) -> LawDataError:
        """The error that names this table."""
        return LawDataError(file=self.file, place=self.place, problem=problem)

    def only(self, known: Iterable[str]) -> None:
        """Refuses keys that nobody reads, so that a typing error in the data never passes silently."""
        unknown = sorted(set(self.values) - set(known))
        if unknown:
            raise self.fail(f"onbekend veld {', '.join(unknown)}")

    def text(self, key: str, default: str | None = None) -> str:
        """A text; with a default it may be absent, without one it may not be empty."""
        value = self.values.get(key, default)
        if not isinstance(value, str):
            raise self.fail(f"{key} moet een tekst zijn")
        if default is None and not value.strip():
            raise self.fail(f"{key} is leeg")
        return value

    def number(self, key: str) -> int:
        """A whole number."""
        value = self.values.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.fail(f"{key} moet een geheel getal zijn")
        return value

    def flag(self, key: str, *, default: bool = False) -> bool:
        """True or false; absent means the default."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise self.fail(f"{key} moet true of false zijn")
        return value

    def day(self, key: str) -> dt.date:
        """A date without a time."""
        value = self.values.get(key)
        if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
            raise self.fail(f"{key} moet een datum zijn")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; absent means none."""
        value = self.values.get(key, [])
        if not isinstance(value, (list, tuple)):
            raise self.fail(f"{key} moet een lijst zijn")
        found: list[str] = []
        for item in value:
            if not isinstance(item, str) or not item.strip():
                raise self.fail(f"{key} moet een lijst van teksten zijn")
            found.append(item)
        return tuple(found)

    def choice(self, key: str, kind: type[EnumT]) -> EnumT:
        """A member of an enumeration, by its value."""
        value = self.text(key)
        try:
            return kind(value)
        except ValueError as error:
            raise self.fail(f"{key} kent de waarde {value!r} niet") from error

    def choices(self, key: str, kind: type[EnumT]) -> tuple[EnumT, ...]:
        """A list of members of an enumeration, by their values; absent means none."""
        found: list[EnumT] = []
        for value in self.texts(key):
            try:
                found.append(kind(value))
            except ValueError as error:
                raise self.fail(f"{key} kent de waarde {value!r} niet") from error
        return tuple(found)

    def table(self, key: str) -> Table:
        """A table inside this one; absent means empty."""
        return Table(file=self.file, place=f"{self.place}.{key}", values=self._mapping(self.values.get(key, {}), key))

    def tables(self, key: str) -> tuple[Table, ...]:
        """A list of tables; each knows its number, or its key where it has one."""
        value = self.values.get(key, [])
        if not isinstance(value, (list, tuple)):
            raise self.fail(f"{key} moet een lijst van tabellen zijn")
        found: list[Table] = []
        for number, item in enumerate(value, start=1):
            values = self._mapping(item, key)
            place = f"{key} {values.get('key', number)}"
            found.append(Table(file=self.file, place=place, values=values))
        return tuple(found)

    def provenance(self, sources: Mapping[str, str]) -> Provenance:
        """The source, date and status of this item; a source code without a title is an error."""
        codes = self.text("source").split()
        unknown = [code for code in codes if code not in sources]
        if unknown:
            raise self.fail(f"bron {', '.join(unknown)} staat niet in [sources]")
        return Provenance(
            source="; ".join(f"{code}: {sources[code]}" for code in codes),
            date=self.day("date"),
            status=self.choice("status", Reliability),
        )

    def _mapping(self, value: object, key: str) -> Mapping[str, object]:
        if not isinstance(value, Mapping):
            raise self.fail(f"{key} moet een tabel zijn")
        for name in value:
            if not isinstance(name, str):
                raise self.fail(f"{key} heeft een veld zonder naam")
        return value


ITEM = ("source", "date", "status")


def open_file(files: Mapping[str, Mapping[str, object]], stem: str) -> tuple[Table, Mapping[str, str]]:
    """The table of a whole file and its sources (code to title); raises `LawDataError` when the file is missing."""
    values = files.get(stem)
    if values is None:
        raise LawDataError(file=stem, place="het bestand", problem="ontbreekt")
    whole = Table(file=stem, place="het bestand", values=values)
    listed = whole.table("sources")
    return whole, {code: listed.text(code) for code in listed.values}


def unique(tables: Iterable[Table]) -> tuple[Table, ...]:
    """The same tables; raises `LawDataError` when two have the same key."""
    seen: set[str] = set()
    found: list[Table] = []
    for table in tables:
        key = table.text("key")
        if key in seen:
            raise table.fail("deze sleutel staat er twee keer")
        seen.add(key)
        found.append(table)
    return tuple(found)
