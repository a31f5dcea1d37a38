"""The difference between a dossier as it was loaded and its successor, item by item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from orapp.domain.dossier import COLLECTIONS

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.domain.items import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemChange:
    """One item that came (`before` is None), went (`after` is None), changed, or moved to another place in its list."""

    collection: str
    item_id: str
    before: Item | None
    after: Item | None
    rank: int

    @property
    def action(self) -> str:
        """The word for the journal and for `ChangedItem`; empty for a mere move."""
        if self.before is None:
            return "added"
        if self.after is None:
            return "removed"
        return "changed" if self.before != self.after else ""


def item_changes(before: Dossier, after: Dossier) -> list[ItemChange]:
    """What is needed to make `after` of `before`: removals first, so that an item may move between collections."""
    removed: list[ItemChange] = []
    rest: list[ItemChange] = []
    for name in COLLECTIONS:
        old: tuple[Item, ...] = getattr(before, name)
        new: tuple[Item, ...] = getattr(after, name)
        if old is new:
            continue
        places = {item.id: (rank, item) for rank, item in enumerate(old)}
        kept = {item.id for item in new}
        removed.extend(
            ItemChange(collection=name, item_id=item.id, before=item, after=None, rank=rank)
            for rank, item in enumerate(old)
            if item.id not in kept
        )
        for rank, item in enumerate(new):
            place, was = places.get(item.id, (-1, None))
            if was != item or place != rank:
                rest.append(ItemChange(collection=name, item_id=item.id, before=was, after=item, rank=rank))
    return removed + rest


def duplicate_id(dossier: Dossier) -> str:
    """An identity that stands twice in a dossier, or empty."""
    seen = {dossier.id}
    for identity in (part.id for _, part in dossier.items()):
        if identity in seen:
            return identity
        seen.add(identity)
    return ""
