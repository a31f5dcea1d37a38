"""Which fields of a dossier name other items, what they name, and how a name that leads nowhere is taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from types import MappingProxyType
from typing import TypeVar, cast

from orapp.domain.dossier import COLLECTIONS

V = TypeVar("V")

ANY = tuple(COLLECTIONS)
SHOWN_IN = ("papers", "events", "letters")

REFERENCES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "request_id": ("requests",),
        "decision_ids": ("proposed_decisions",),
        "paper_id": ("papers",),
        "body_paper_id": ("papers",),
        "withdrawal_paper_id": ("papers",),
        "report_paper_id": ("papers",),
        "asked_in_id": SHOWN_IN,
        "answered_in_id": SHOWN_IN,
        "answered_by_id": ("papers", "decisions"),
        "recorded_in_id": SHOWN_IN,
        "confirmed_in_id": SHOWN_IN,
        "replaced_by_id": ("agreed_dates",),
        "destination_ids": ANY,
        "removes_ids": ("objections",),
        "commitment_id": ("commitments",),
        "item_id": ANY,
        "letter_id": ("letters",),
        "resolution_id": ("resolutions",),
        "annex_ids": ANY,
        "about_ids": ANY,
        "against_ids": ANY,
        "source_id": ANY,
    }
)
"""Each field that names other items of the dossier by id, with the collections in which they may stand."""

OUTSIDE = frozenset({"addressee_id", "member_id", "style_id"})
"""Fields that name people or house styles of the council, which do not travel with a dossier."""


@dataclass(frozen=True, slots=True)
class Found:
    """A reference that was found: the place of it, the field's name and the id that it names."""

    place: str
    field: str
    target: str


def references(value: object, place: str = "$") -> Iterator[Found]:
    """Every reference inside a domain object that names something, in order."""
    for name, part, where in parts(value, place):
        if name in REFERENCES:
            targets = (part,) if isinstance(part, str) else part
            if isinstance(targets, tuple):
                for index, target in enumerate(targets):
                    if target:
                        yield Found(where if isinstance(part, str) else f"{where}[{index}]", name, str(target))
        else:
            yield from references(part, where)


def parts(value: object, place: str) -> Iterator[tuple[str, object, str]]:
    """The fields of a dataclass or the members of a tuple, as (field name or empty, value, place)."""
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield field.name, getattr(value, field.name), f"{place}.{field.name}"
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield "", part, f"{place}[{index}]"


def without_references(value: V, gone: frozenset[str]) -> V:
    """The same object with every reference to these ids taken out; the object itself where it has none.

    A part that is about one of these items only (the comparison of a condition) goes with it: without it, it says nothing.
    """
    return cast("V", _without(value, gone))  # of every object, its own kind is given back


def _without(value: object, gone: frozenset[str]) -> object:
    if isinstance(value, tuple):
        members = [_without(part, gone) for part in value if not _is_about(part, gone)]
        unchanged = len(members) == len(value) and all(new is old for new, old in zip(members, value, strict=True))
        return value if unchanged else tuple(members)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, object] = {}
    for field in fields(value):
        part = getattr(value, field.name)
        cleared = _cleared(part, gone) if field.name in REFERENCES else _without(part, gone)
        if cleared is not part:
            changed[field.name] = cleared
    untyped: Callable[..., object] = replace
    return untyped(value, **changed) if changed else value


def _is_about(part: object, gone: frozenset[str]) -> bool:
    """Whether a part cannot do without one of these items: a reference that it must have names one."""
    if not is_dataclass(part) or isinstance(part, type):
        return False
    needed = [field.name for field in fields(part) if field.name in REFERENCES and field.default is MISSING]
    return any(getattr(part, name) in gone for name in needed)


def _cleared(targets: object, gone: frozenset[str]) -> object:
    if isinstance(targets, str):
        return "" if targets in gone else targets
    if isinstance(targets, tuple) and any(target in gone for target in targets):
        return tuple(target for target in targets if target not in gone)
    return targets
