"""Edits of a dossier as pure functions, their difference, and its inverse: what saving while typing and undo rest on.

An edit names the fields that it changes and what stood there. It is applied to the newest dossier, so that two windows meet
only where they change the same field of the same item.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from orapp.domain.dossier import COLLECTIONS, Dossier
from orapp.domain.items import Item
from orapp.domain.references import without_references

Edit = Callable[[Dossier], Dossier]
Part = TypeVar("Part", bound=Item)

HEAD = "dossier"
FIXED = frozenset({"id", "number", "position"})
HEAD_FIXED = frozenset({"id", "version"})  # of a dossier; the version of a paper is the council's own word


class EditConflict(Exception):
    """What the edit changes is no longer what it was: somebody else changed or removed it."""

    def __init__(self, collection: str, item_id: str) -> None:
        super().__init__(collection)
        self.collection = collection
        self.item_id = item_id


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDifference:
    """One item as it was and as it became; None where it was not there. `rank` is its place in the list that has it."""

    collection: str
    before: Item | None
    after: Item | None
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What one edit did: items, the order of lists (ids before and after), and the head of the dossier."""

    items: tuple[ItemDifference, ...] = ()
    orders: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = ()
    head: tuple[tuple[str, object, object], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.items or self.orders or self.head)

    def item_ids(self) -> frozenset[str]:
        """The items that came, went or changed."""
        return frozenset(item.id for one in self.items for item in (one.before, one.after) if item is not None)


def items_of(dossier: Dossier, collection: str) -> tuple[Item, ...]:
    """The items of a collection by its name."""
    found: tuple[Item, ...] = getattr(dossier, collection)
    return found


def with_items(dossier: Dossier, collection: str, items: tuple[Item, ...]) -> Dossier:
    """The dossier with another list in the place of this one; positions follow the list."""
    placed = tuple(item if item.position == place else replace(item, position=place) for place, item in enumerate(items))
    values: dict[str, object] = {collection: placed}
    return _with_values(dossier, values)


def add(collection: str, *items: Item, at: int | None = None) -> Edit:
    """Adds items at a place in the list (None: at its end)."""

    def edit(dossier: Dossier) -> Dossier:
        present = items_of(dossier, collection)
        place = len(present) if at is None else min(at, len(present))
        return with_items(dossier, collection, (*present[:place], *items, *present[place:]))

    return edit


def add_after(collection: str, item_id: str, *items: Item) -> Edit:
    """Adds items below another one, or at the end where that is not there; the place is looked for when it is applied."""

    def edit(dossier: Dossier) -> Dossier:
        present = items_of(dossier, collection)
        at = next((place + 1 for place, item in enumerate(present) if item.id == item_id), None)
        return add(collection, *items, at=at)(dossier)

    return edit


def change(collection: str, before: Part, after: Part) -> Edit:
    """Changes those fields of an item in which `after` differs from `before`. Raises EditConflict when applied."""
    wanted = changed_fields(before, after)

    def edit(dossier: Dossier) -> Dossier:
        present = items_of(dossier, collection)
        current = next((item for item in present if item.id == before.id), None)
        if current is None:
            raise EditConflict(collection, before.id)
        for name in wanted:
            if getattr(current, name) not in (getattr(before, name), getattr(after, name)):
                raise EditConflict(collection, before.id)
        successor = _with_values(current, {name: getattr(after, name) for name in wanted})
        return _replaced(dossier, collection, successor)

    return edit


def remove(collection: str, *item_ids: str) -> Edit:
    """Takes items out of a list, and what named them out of the others; what is gone already is no conflict."""

    def edit(dossier: Dossier) -> Dossier:
        present = items_of(dossier, collection)
        gone = frozenset(item.id for item in present if item.id in item_ids)
        if not gone:
            return dossier
        kept = with_items(dossier, collection, tuple(item for item in present if item.id not in gone))
        cleared: dict[str, object] = {}
        for name in COLLECTIONS:
            items = items_of(kept, name)
            free = tuple(without_references(item, gone) for item in items)
            if any(new is not old for new, old in zip(free, items, strict=True)):
                cleared[name] = free
        return _with_values(kept, cleared) if cleared else kept

    return edit


def move(collection: str, item_id: str, to: int) -> Edit:
    """Puts an item at another place in its list (0: the first)."""

    def edit(dossier: Dossier) -> Dossier:
        present = items_of(dossier, collection)
        moved = next((item for item in present if item.id == item_id), None)
        if moved is None:
            raise EditConflict(collection, item_id)
        rest = tuple(item for item in present if item.id != item_id)
        place = max(0, min(to, len(rest)))
        return with_items(dossier, collection, (*rest[:place], moved, *rest[place:]))

    return edit


def set_head(before: Dossier, **values: object) -> Edit:
    """Sets fields of the dossier itself (title, tags, owner, strategy …). Raises EditConflict when applied."""

    def edit(dossier: Dossier) -> Dossier:
        for name, value in values.items():
            if getattr(dossier, name) not in (getattr(before, name), value):
                raise EditConflict(HEAD, dossier.id)
        return _with_values(dossier, values)

    return edit


def together(*edits: Edit) -> Edit:
    """Several edits as one: undone as one, kept as one."""

    def edit(dossier: Dossier) -> Dossier:
        for one in edits:
            dossier = one(dossier)
        return dossier

    return edit


def changed_fields(before: Part, after: Part) -> tuple[str, ...]:
    """The names of the fields in which two states of an item differ; its identity, number and place are no such fields."""
    names = [field.name for field in fields(before) if field.name not in FIXED]
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def difference(before: Dossier, after: Dossier) -> Difference:
    """What makes `after` of `before`."""
    items: list[ItemDifference] = []
    orders: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = []
    for name in COLLECTIONS:
        old, new = items_of(before, name), items_of(after, name)
        if old is new or old == new:
            continue
        was, now = {item.id: item for item in old}, {item.id: item for item in new}
        items += [
            ItemDifference(collection=name, before=item, after=None, rank=rank)
            for rank, item in enumerate(old)
            if item.id not in now
        ]
        items += [
            ItemDifference(collection=name, before=was.get(item.id), after=item, rank=rank)
            for rank, item in enumerate(new)
            if item.id not in was or changed_fields(was[item.id], item)
        ]
        kept_before = tuple(item.id for item in old if item.id in now)
        kept_after = tuple(item.id for item in new if item.id in was)
        if kept_before != kept_after:
            orders.append((name, tuple(was), tuple(now)))
    head = tuple(
        (field.name, getattr(before, field.name), getattr(after, field.name))
        for field in fields(Dossier)
        if field.name not in COLLECTIONS
        and field.name not in HEAD_FIXED
        and getattr(before, field.name) != getattr(after, field.name)
    )
    return Difference(items=tuple(items), orders=tuple(orders), head=head)


def inverse(done: Difference) -> Edit:
    """The edit that takes a difference back. Raises EditConflict when applied where one of its fields changed since."""
    edits = [
        change(one.collection, one.after, one.before) for one in done.items if one.before is not None and one.after is not None
    ]
    # What was added goes first: the ranks of what was removed count without it. They come back from the first to the last.
    edits.append(_remove_unchanged([(one.collection, one.after) for one in done.items if one.before is None and one.after]))
    removed = sorted((one for one in done.items if one.after is None), key=lambda one: one.rank)
    edits += [add(one.collection, one.before, at=one.rank) for one in removed if one.before is not None]
    edits += [_in_order(name, before) for name, before, _ in done.orders]
    edits += [_set_back(name, before, after) for name, before, after in done.head]
    return together(*edits)


def _remove_unchanged(added: list[tuple[str, Item]]) -> Edit:
    def edit(dossier: Dossier) -> Dossier:
        # All are looked at before the first goes: taking one out may clear its name in another.
        for collection, item in added:
            current = next((one for one in items_of(dossier, collection) if one.id == item.id), None)
            if current is not None and changed_fields(current, item):
                raise EditConflict(collection, item.id)
        return together(*(remove(collection, item.id) for collection, item in added))(dossier)

    return edit


def _in_order(collection: str, ids: tuple[str, ...]) -> Edit:
    places = {item_id: place for place, item_id in enumerate(ids)}

    def edit(dossier: Dossier) -> Dossier:
        present = items_of(dossier, collection)
        ordered = sorted(present, key=lambda item: places.get(item.id, len(places)))
        return with_items(dossier, collection, tuple(ordered))

    return edit


def _set_back(name: str, before: object, after: object) -> Edit:
    def edit(dossier: Dossier) -> Dossier:
        if getattr(dossier, name) not in (before, after):
            raise EditConflict(HEAD, dossier.id)
        return _with_values(dossier, {name: before})

    return edit


def _replaced(dossier: Dossier, collection: str, successor: Item) -> Dossier:
    items = tuple(successor if item.id == successor.id else item for item in items_of(dossier, collection))
    return with_items(dossier, collection, items)


V = TypeVar("V", Dossier, Item)


def _with_values(value: V, values: dict[str, object]) -> V:
    untyped: Callable[..., V] = replace
    return untyped(value, **values)
