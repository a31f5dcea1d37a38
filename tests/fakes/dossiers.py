"""Dossiers out of thin air: hypothesis strategies that give valid dossiers with consistent references."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from typing import Union, cast, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from orapp.domain.dossier import CODE_LETTERS, COLLECTIONS, Dossier
from orapp.domain.items import FileRef, Item
from orapp.domain.references import OUTSIDE

PLAIN_CHOICES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("CompletenessMark", "found"): ("open", "found", "insufficient", "missing"),
    ("Question", "priority"): ("must", "should", "nice"),
    ("Regulation", "action"): ("adopt", "change", "withdraw"),
}
"""Text fields that know a few words only."""

SHOWN_IN = ("papers", "events", "letters")
POINTERS: Mapping[str, tuple[str, ...]] = {
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
    "destination_ids": tuple(COLLECTIONS),
    "removes_ids": ("objections",),
    "commitment_id": ("commitments",),
    "item_id": tuple(COLLECTIONS),
    "letter_id": ("letters",),
    "resolution_id": ("resolutions",),
    "annex_ids": tuple(COLLECTIONS),
    "about_ids": tuple(COLLECTIONS),
    "against_ids": tuple(COLLECTIONS),
    "source_id": tuple(COLLECTIONS),
}
"""Where the fields that name other items may point to; written apart from the program, so that a test holds them together."""

LONGEST_TEXT = 40
MOST_ITEMS = 2

Draw = Callable[[st.SearchStrategy[object]], object]

# Whatever a person can type or paste and a file can hold: no half characters (surrogates).
texts = st.text(st.characters(codec="utf-8"), max_size=LONGEST_TEXT)
days = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))
instants = st.integers(min_value=0, max_value=2**32).map(lambda seconds: datetime.fromtimestamp(seconds, tz=UTC))
counts = st.integers(min_value=0, max_value=100_000)
files = st.builds(
    FileRef,
    sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
    name=st.from_regex(r"[A-Za-z0-9é][A-Za-z0-9é ()_-]{0,20}\.(pdf|docx|txt)", fullmatch=True),
    size=counts,
    media_type=st.sampled_from(["application/pdf", "text/plain", "application/octet-stream"]),
)


@dataclass(frozen=True, slots=True)
class _Making:
    """One dossier in the making: how values are drawn, and the ids of its items by collection."""

    draw: Draw
    ids: Mapping[str, tuple[str, ...]]
    hints: dict[type, dict[str, object]] = field(default_factory=dict)

    def instance(self, kind: type, **given: object) -> object:
        """An object of a domain class; half of the fields that have a default keep it."""
        if kind is FileRef:
            return self.draw(files)
        hints = self.hints.setdefault(kind, get_type_hints(kind))
        values = dict(given)
        for part in fields(kind):
            has_default = part.default is not MISSING or part.default_factory is not MISSING
            if part.name in given or (has_default and self.draw(st.booleans())):
                continue
            values[part.name] = self.value(kind.__name__, part.name, hints[part.name])
        return kind(**values)

    def value(self, owner: str, name: str, hint: object) -> object:
        """A value for one field: names of items point to items that are there."""
        if (owner, name) in PLAIN_CHOICES:
            return self.draw(st.sampled_from(PLAIN_CHOICES[owner, name]))
        if name in POINTERS:
            there = [item_id for collection in POINTERS[name] for item_id in self.ids[collection]]
            if get_origin(hint) is tuple:
                return tuple(cast("list[str]", self.draw(st.lists(st.sampled_from(there), max_size=2)))) if there else ()
            return self.draw(st.sampled_from(["", *there]))
        if name in OUTSIDE:
            return self.draw(st.sampled_from(["", "contact-1", "lid_2"]))
        return self.of(owner, name, hint)

    def of(self, owner: str, name: str, hint: object) -> object:
        """A value of a type."""
        origin, arguments = get_origin(hint), get_args(hint)
        if origin in {types.UnionType, Union}:
            present = next(part for part in arguments if part is not type(None))
            return self.of(owner, name, present) if self.draw(st.booleans()) else None
        if origin is tuple:
            size = cast("int", self.draw(st.integers(0, 2)))
            return tuple(self.of(owner, name, arguments[0]) for _ in range(size))
        if isinstance(hint, type) and issubclass(hint, Enum):
            return self.draw(st.sampled_from(list(hint)))
        if isinstance(hint, type) and is_dataclass(hint):
            return self.instance(hint)
        return self.draw(_SIMPLE[cast("type", hint)])


_SIMPLE: Mapping[type, st.SearchStrategy[object]] = {
    str: texts,
    bool: st.booleans(),
    int: counts,
    date: days,
    datetime: instants,
}


@st.composite
def dossiers(draw: st.DrawFn, *, most_items: int = MOST_ITEMS) -> Dossier:
    """A valid dossier: every id unique, every reference names an item of the right kind, codes given once, rows of one length."""
    amounts = {name: draw(st.integers(0, most_items)) for name in COLLECTIONS}
    ids = {name: tuple(f"{name}-{index}" for index in range(amount)) for name, amount in amounts.items()}
    making = _Making(draw=cast("Draw", draw), ids=ids)
    collections = {name: tuple(_items(making, name, kind)) for name, kind in COLLECTIONS.items()}
    return cast("Dossier", making.instance(Dossier, id="dossier-1", **collections))


def _items(making: _Making, name: str, kind: type[Item]) -> list[Item]:
    made = []
    for index, item_id in enumerate(making.ids[name]):
        given: dict[str, object] = {"id": item_id, "position": index + 1, "number": index + 1 if name in CODE_LETTERS else 0}
        if name == "sheets":
            given |= _table(making)
        made.append(cast("Item", making.instance(kind, **given)))
    return made


def _table(making: _Making) -> dict[str, object]:
    columns = cast("list[str]", making.draw(st.lists(texts, min_size=1, max_size=3)))
    row = st.lists(texts, min_size=len(columns), max_size=len(columns)).map(tuple)
    rows = cast("list[tuple[str, ...]]", making.draw(st.lists(row, max_size=3)))
    return {"columns": tuple(columns), "rows": tuple(rows)}
