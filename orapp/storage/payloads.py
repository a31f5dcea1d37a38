"""Domain objects as JSON text and back, and what changed between two of them."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from types import GenericAlias
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_type_hints

import msgspec

from orapp.domain.council import Council
from orapp.domain.derived import Derived
from orapp.domain.dossier import COLLECTIONS, Dossier
from orapp.domain.items import FileRef
from orapp.services.failures import Circumstance
from orapp.storage.failing import not_storable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orapp.domain.items import Item

T = TypeVar("T")

HEAD_FIELDS = tuple(field.name for field in fields(Dossier) if field.name not in COLLECTIONS and field.name != "version")


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


_encoder = msgspec.json.Encoder()


def encoded(value: object) -> str:
    """A frozen domain object as JSON. Raises Refusal("text.not_storable") for half characters (lone surrogates)."""
    try:
        return _encoder.encode(value).decode()
    except UnicodeEncodeError as error:
        raise not_storable(error) from error


def decoded(kind: type[T], payload: str) -> T:
    """The domain object of a payload. Raises Circumstance("archive.payload_unreadable") where it does not fit its class."""
    try:
        return cast("T", _decoder(cast("Any", kind)).decode(payload))
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise Circumstance("archive.payload_unreadable", kind=str(getattr(kind, "__name__", kind))) from error


def head_payload(dossier: Dossier) -> str:
    """The head of a dossier: everything but its items and its version."""
    return encoded({name: getattr(dossier, name) for name in HEAD_FIELDS})


def head_from(payload: str, *, version: int = 0) -> Dossier:
    """A dossier without items from the payload of its head."""
    return replace(decoded(Dossier, payload), version=version)


def head_of(dossier: Dossier) -> Dossier:
    """The head alone, to compare with another."""
    empty: dict[str, Any] = dict.fromkeys(COLLECTIONS, ())
    return replace(dossier, version=0, **empty)


def item_from(collection: str, payload: str) -> Item:
    """An item of a collection."""
    return decoded(COLLECTIONS[collection], payload)


def items_from(collection: str, payloads: str) -> tuple[Item, ...]:
    """The items of a collection from one JSON array of their payloads."""
    return cast("tuple[Item, ...]", decoded(_tuple_of(collection), payloads))


@cache
def _tuple_of(collection: str) -> type[tuple[Any, ...]]:
    return cast("type[tuple[Any, ...]]", GenericAlias(tuple, (COLLECTIONS[collection], ...)))


def council_from(payload: str, version: int) -> Council:
    """The council with the version of its row."""
    return replace(decoded(Council, payload), version=version)


def derived_from(payload: str) -> Derived:
    """What was derived from a dossier."""
    return decoded(Derived, payload)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """The changed fields of an object, as JSON before and after; empty where there was or is nothing."""

    before: str
    after: str


def field_change(before: Item | Dossier | Council | None, after: Item | Dossier | Council | None) -> FieldChange:
    """What changed, field by field: the whole object where it came or went."""
    if before is None or after is None:
        return FieldChange(
            before="" if before is None else encoded(before),
            after="" if after is None else encoded(after),
        )
    names = [field.name for field in fields(before) if field.name not in COLLECTIONS]
    changed = [name for name in names if name != "version" and getattr(before, name) != getattr(after, name)]
    return FieldChange(
        before=encoded({name: getattr(before, name) for name in changed}),
        after=encoded({name: getattr(after, name) for name in changed}),
    )


def file_refs(value: object) -> Iterator[FileRef]:
    """Every stored file that an object names."""
    if isinstance(value, FileRef):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from file_refs(part)
    elif is_dataclass(value):
        for name in _names_with_files(cast("Any", type(value))):
            yield from file_refs(getattr(value, name))


@cache
def _names_with_files(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a class that can hold a stored file, themselves or further inside: most items have none to look at."""
    return tuple(name for name, hint in get_type_hints(kind).items() if _may_hold_file(hint))


@cache
def _may_hold_file(hint: Any) -> bool:
    if hint is FileRef:
        return True
    if get_args(hint):
        return any(_may_hold_file(part) for part in get_args(hint))
    return isinstance(hint, type) and is_dataclass(hint) and bool(_names_with_files(hint))
