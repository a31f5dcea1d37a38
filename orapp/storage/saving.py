"""Saving a dossier: the difference between loaded and successor gives the rows, the journal and the changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select, update

from orapp.domain.dossier import CODE_LETTERS, COLLECTIONS, code
from orapp.services.failures import Refusal
from orapp.services.rows import ChangedItem
from orapp.storage import counters, documents
from orapp.storage.comparing import duplicate_id, item_changes
from orapp.storage.journal import Entry, entry
from orapp.storage.payloads import (
    encoded,
    field_change,
    file_refs,
    head_from,
    head_of,
    head_payload,
    item_from,
)
from orapp.storage.tables import HEAD
from orapp.storage.tables import dossier as dossier_table
from orapp.storage.tables import item as item_table

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Any

    from sqlalchemy.engine import Connection

    from orapp.domain.dossier import Dossier
    from orapp.domain.items import Item
    from orapp.storage.comparing import ItemChange


def _bound(names: tuple[str, ...]) -> dict[str, Any]:
    """Columns to set, to the values that come with each execution."""
    return {name: bindparam(name) for name in names}


# Made once: putting a statement together takes longer than running it.
_BY_ID = select(dossier_table.c.id).where(dossier_table.c.id == bindparam("id"))
_BY_REFERENCE = select(dossier_table.c.id).where(
    dossier_table.c.reference == bindparam("reference"), dossier_table.c.id != bindparam("id")
)
_ITEM = select(item_table).where(item_table.c.dossier_id == bindparam("dossier_id"), item_table.c.id == bindparam("id"))
_INSERT_DOSSIER = insert(dossier_table)
_INSERT_ITEM = insert(item_table)
_HEAD_COLUMNS = ("payload", "version")
_ITEM_COLUMNS = ("dossier_id", "id", "collection", "number", "position", "rank", "payload", "version")
_UPDATE_HEAD = update(item_table).where(item_table.c.key == bindparam("of")).values(_bound(_HEAD_COLUMNS))
_UPDATE_ITEM = update(item_table).where(item_table.c.key == bindparam("of")).values(_bound(_ITEM_COLUMNS))
_TOUCH = update(dossier_table).where(dossier_table.c.id == bindparam("of")).values(_bound(("updated_at", "reference")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What a save did: lines for the journal and items for the change hub."""

    entries: list[Entry]
    items: list[ChangedItem]


class DossierSaver:
    """Writes the rows of dossiers within one transaction."""

    def __init__(self, connection: Connection, at: datetime) -> None:
        self._connection = connection
        self._at = at

    def add(self, whole: Dossier, council_id: str, reference_pattern: str) -> tuple[Dossier, Saved]:
        """Writes a new dossier and gives it with its numbers.

        Raises Refusal "dossier.exists", "dossier.reference_taken" or "item.id_twice".
        """
        self._refuse_doubles(whole)
        same = self._connection.execute(_BY_ID, {"id": whole.id}).first()
        if same is not None:
            raise Refusal("dossier.exists", place="id", reference=whole.reference)
        self._refuse_taken(whole)
        counters.note_reference(self._connection, reference_pattern, whole.reference)
        numbered = self._numbered(whole)
        self._connection.execute(
            _INSERT_DOSSIER,
            {
                "id": numbered.id,
                "council_id": council_id,
                "reference": numbered.reference,
                "created_at": self._at,
                "binned_by": "",
                "updated_at": self._at,
            },
        )
        self._insert_rows(numbered)
        entries = [entry("added", numbered.id, HEAD, numbered.id, field_change(None, head_of(numbered)))]
        changed = [ChangedItem(dossier_id=numbered.id, collection=HEAD, item_id=numbered.id, action="added")]
        for name, item in numbered.items():
            entries.append(entry("added", numbered.id, name, item.id, field_change(None, item)))
            changed.append(ChangedItem(dossier_id=numbered.id, collection=name, item_id=item.id, action="added"))
            if any(True for _ in file_refs(item)):
                self._set_references(numbered.id, item.id, item)
        return numbered, Saved(entries=entries, items=changed)

    def save(self, before: Dossier, after: Dossier) -> Saved:
        """Writes what changed. Raises Refusal("item.changed_since") where the stored item is not the one that was loaded."""
        self._refuse_doubles(after)
        if before.reference != after.reference:
            self._refuse_taken(after)
        saved = Saved(entries=[], items=[])
        self._save_head(before, after, saved)
        for change in item_changes(before, after):
            self._save_item(after.id, change, saved)
        if saved.items:
            self._connection.execute(_TOUCH, {"of": after.id, "updated_at": self._at, "reference": after.reference})
        return saved

    def _refuse_doubles(self, whole: Dossier) -> None:
        twice = duplicate_id(whole)
        if twice:
            raise Refusal("item.id_twice", place=twice)

    def _refuse_taken(self, whole: Dossier) -> None:
        taken = self._connection.execute(_BY_REFERENCE, {"reference": whole.reference, "id": whole.id}).first()
        if taken is not None:
            raise Refusal("dossier.reference_taken", place="reference", reference=whole.reference)

    def _numbered(self, whole: Dossier) -> Dossier:
        """Gives every item that has none the next number of its code; numbers that came along are kept and count."""
        scope = counters.code_scope(whole.id)
        given = counters.all_current(self._connection, scope)
        raised: dict[str, int] = {}
        successors: dict[str, Any] = {}
        for name in CODE_LETTERS:
            items: tuple[Item, ...] = getattr(whole, name)
            if not items:
                continue
            highest = max(*(item.number for item in items), given.get(name, 0))
            numbered: list[Item] = []
            for item in items:
                if item.number == 0:
                    highest += 1
                    item = replace(item, number=highest)
                numbered.append(item)
            raised[name] = highest
            successors[name] = tuple(numbered)
        counters.raise_all(self._connection, scope, raised)
        return replace(whole, **successors)

    def _insert_rows(self, whole: Dossier) -> None:
        first = {"dossier_id": whole.id, "id": whole.id, "collection": HEAD, "number": 0, "position": 0, "rank": 0, "version": 1}
        rows = [{**first, "payload": head_payload(whole)}]
        for name in COLLECTIONS:
            items: tuple[Item, ...] = getattr(whole, name)
            for rank, item in enumerate(items):
                rows.append({**self._values(whole.id, name, item, rank), "version": 1})
        self._connection.execute(_INSERT_ITEM, rows)

    @staticmethod
    def _values(dossier_id: str, collection: str, item: Item, rank: int) -> dict[str, Any]:
        return {
            "dossier_id": dossier_id,
            "id": item.id,
            "collection": collection,
            "number": item.number,
            "position": item.position,
            "rank": rank,
            "payload": encoded(item),
        }

    def _set_references(self, dossier_id: str, item_id: str, value: object) -> None:
        wanted = {reference.sha256 for reference in file_refs(value)}
        documents.set_references(self._connection, dossier_id, item_id, wanted, self._at)

    def _save_head(self, before: Dossier, after: Dossier, saved: Saved) -> None:
        old, new = head_of(before), head_of(after)
        row = self._row(after.id, after.id)
        if row is None:
            raise Refusal("dossier.unknown", reference=after.reference)
        if old == new:
            return
        if head_of(head_from(row.payload)) != old:
            raise Refusal("item.changed_since", place=after.id, collection=HEAD, code=before.reference)
        values = {"payload": head_payload(after), "version": row.version + 1}
        self._connection.execute(_UPDATE_HEAD, {"of": row.key, **values})
        saved.entries.append(entry("changed", after.id, HEAD, after.id, field_change(old, new)))
        saved.items.append(ChangedItem(dossier_id=after.id, collection=HEAD, item_id=after.id, action="changed"))

    def _save_item(self, dossier_id: str, change: ItemChange, saved: Saved) -> None:
        row = self._row(dossier_id, change.item_id)
        stored = None if row is None else item_from(row.collection, row.payload)
        if change.action and stored != change.before:
            shown = change.before or change.after
            raise Refusal(
                "item.changed_since",
                place=change.item_id,
                collection=change.collection,
                code=code(change.collection, shown) if shown else "",
            )
        if change.after is None:
            self._connection.execute(delete(item_table).where(item_table.c.key == row.key))
            self._set_references(dossier_id, change.item_id, None)
            after = None
        else:
            after = self._with_number(dossier_id, change.collection, change.after)
            self._write_row(dossier_id, change, after, row)
        if change.action:
            difference = field_change(change.before, after)
            saved.entries.append(entry(change.action, dossier_id, change.collection, change.item_id, difference))
            saved.items.append(
                ChangedItem(dossier_id=dossier_id, collection=change.collection, item_id=change.item_id, action=change.action)
            )

    def _with_number(self, dossier_id: str, collection: str, item: Item) -> Item:
        if collection not in CODE_LETTERS:
            return item
        scope = counters.code_scope(dossier_id)
        if item.number == 0:
            return replace(item, number=counters.following(self._connection, scope, collection))
        counters.raise_to(self._connection, scope, collection, item.number)
        return item

    def _write_row(self, dossier_id: str, change: ItemChange, after: Item, row: Any) -> None:
        if row is None:
            if change.before is not None:
                return  # a mere move of an item that somebody else removed
            values = self._values(dossier_id, change.collection, after, change.rank)
            self._connection.execute(_INSERT_ITEM, {**values, "version": 1})
        elif not change.action:
            self._connection.execute(update(item_table).where(item_table.c.key == row.key).values(rank=change.rank))
            return
        else:
            values = self._values(dossier_id, change.collection, after, change.rank)
            self._connection.execute(_UPDATE_ITEM, {"of": row.key, **values, "version": row.version + 1})
        self._set_references(dossier_id, change.item_id, after)

    def _row(self, dossier_id: str, item_id: str) -> Any:
        return self._connection.execute(_ITEM, {"dossier_id": dossier_id, "id": item_id}).first()
