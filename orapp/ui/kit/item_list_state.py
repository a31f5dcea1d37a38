"""What a list shows while its edits are still on their way: the dossier, with what was done here on top of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from orapp.domain import editing
from orapp.domain.dossier import Dossier
from orapp.domain.editing import Edit, items_of
from orapp.domain.items import Item
from orapp.ui.kit.fields import ItemKind
from orapp.ui.kit.grid_values import successor

Part = TypeVar("Part", bound=Item)


@dataclass(slots=True, eq=False)
class Sent(Generic[Part]):
    """One edit on its way: items added, values changed by item id, ids removed."""

    added: tuple[Part, ...] = ()
    after_id: str = ""
    changed: dict[str, dict[str, object]] = field(default_factory=dict)
    removed: frozenset[str] = frozenset()


class ListState(Generic[Part]):
    """The items of a list: those of the dossier, those being kept, and the new row that has nothing in it yet."""

    def __init__(self, kind: ItemKind[Part]) -> None:
        self._kind = kind
        self._sent: list[Sent[Part]] = []
        self.dossier: Dossier | None = None
        self.request_id = ""
        self.blank: Part | None = None
        self.blank_after = ""

    def forget(self) -> None:
        """Another dossier is shown: what is on its way belongs to the one of before."""
        self._sent.clear()
        self.blank = None

    def send(self, sent: Sent[Part]) -> Sent[Part]:
        """Shows an edit before it is kept."""
        self._sent.append(sent)
        return sent

    def arrived(self, sent: Sent[Part] | None) -> None:
        """The edit is in the dossier now, or was refused."""
        if sent is not None and sent in self._sent:
            self._sent.remove(sent)

    def items(self) -> tuple[Part, ...]:
        """What is shown, in order."""
        items = list(self._of_dossier())
        for sent in self._sent:
            present = {item.id for item in items}
            new = [item for item in sent.added if item.id not in present]
            _insert(items, new, sent.after_id)
            items = [
                successor(item, sent.changed[item.id]) if item.id in sent.changed else item
                for item in items
                if item.id not in sent.removed
            ]
        if self.blank is not None and all(item.id != self.blank.id for item in items):
            _insert(items, [self.blank], self.blank_after)
        return tuple(items)

    def _of_dossier(self) -> tuple[Part, ...]:
        if self.dossier is None:
            return ()
        if self._kind.shown is not None:
            return self._kind.shown(self.dossier, self.request_id)
        items: tuple[Part, ...] = getattr(self.dossier, self._kind.collection)
        return items


def _insert(items: list[Part], new: list[Part], after_id: str) -> None:
    place = next((place + 1 for place, item in enumerate(items) if item.id == after_id), len(items))
    items[place:place] = new


def moved_to(kind: ItemKind[Part], item_id: str, shown: Sequence[str], rank: int) -> Edit:
    """The edit that puts an item at a rank among those that are shown; others of the collection keep their places."""
    others = [one for one in shown if one != item_id]
    place = max(0, min(rank, len(others)))

    def edit(dossier: Dossier) -> Dossier:
        ids = [item.id for item in items_of(dossier, kind.collection) if item.id != item_id]
        there = [one for one in others if one in ids]
        before = min(place, len(there))
        target = ids.index(there[before]) if before < len(there) else (ids.index(there[-1]) + 1 if there else len(ids))
        return editing.move(kind.collection, item_id, target)(dossier)

    return edit


def shifted(kind: ItemKind[Part], request_id: str, item_id: str, step: int) -> Edit:
    """The edit that puts an item so many places lower among those that a list shows.

    It counts in the newest dossier: asked twice quickly it goes two places, also before the first was kept.
    """

    def edit(dossier: Dossier) -> Dossier:
        state: ListState[Part] = ListState(kind)
        state.dossier, state.request_id = dossier, request_id
        shown = [item.id for item in state.items()]
        if item_id not in shown:
            raise editing.EditConflict(kind.collection, item_id)
        return moved_to(kind, item_id, shown, shown.index(item_id) + step)(dossier)

    return edit
