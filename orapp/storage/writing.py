"""One transaction on the archive (see `ports.UnitOfWork`): what a service does between begin and commit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.dialects.sqlite import insert
from typing_extensions import override

from orapp.services.failures import Refusal
from orapp.services.rows import Changes
from orapp.storage import counters, derived_rows, destroying, documents
from orapp.storage.journal import Entry, JournalWriter, entry
from orapp.storage.payloads import council_from, encoded, field_change, file_refs
from orapp.storage.reading import SqlReader
from orapp.storage.saving import DossierSaver
from orapp.storage.tables import HEAD, council, dossier, draft, setting

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from sqlalchemy.engine import Connection

    from orapp.domain.council import Council
    from orapp.domain.dossier import Dossier
    from orapp.domain.items import FileRef
    from orapp.services.rows import ChangedItem, DestructionReport
    from orapp.storage.saving import Saved
    from orapp.storage.shelf import BackupShelf
    from orapp.storage.surroundings import Surroundings


_STANDING = select(dossier.c.updated_at, dossier.c.binned_at).where(dossier.c.id == bindparam("id"))


class SqlUnitOfWork(SqlReader):
    """Reads and writes through the one write connection; the journal and the derived rows go along."""

    def __init__(
        self,
        connection: Connection,
        *,
        around: Surroundings,
        shelf: BackupShelf,
        person: str,
        origin: str,
    ) -> None:
        super().__init__(connection)
        self._identities = around.identities
        self._derivation = around.derivation
        self._shelf = shelf
        self._person = person
        self._origin = origin
        self._now: datetime = around.clock.now()
        self._today: date = around.clock.today()
        self._journal = JournalWriter(connection, device=around.device_id, device_name=around.device, person=person, at=self._now)
        self._items: list[ChangedItem] = []
        self._dossiers: dict[str, None] = {}
        self._council = False
        self._own_council: Council | None = None

    @property
    def changes(self) -> Changes:
        return Changes(
            items=tuple(self._items),
            dossier_ids=tuple(self._dossiers),
            council=self._council,
            lists=bool(self._dossiers),
            origin=self._origin,
        )

    def next_reference(self, year: int) -> str:
        return counters.next_reference(self._connection, self.council().dossier_reference_pattern, year)

    def add(self, dossier: Dossier) -> None:
        own = self._own_council = self._own_council or self.council()
        saver = DossierSaver(self._connection, self._now)
        numbered, saved = saver.add(dossier, own.id, own.dossier_reference_pattern)
        self._record(numbered, saved)

    def save(self, before: Dossier, after: Dossier) -> Dossier:
        if before.id != after.id:
            raise ValueError("a dossier is saved over itself only")
        saved = DossierSaver(self._connection, self._now).save(before, after)
        if before.reference != after.reference:
            counters.note_reference(self._connection, self.council().dossier_reference_pattern, after.reference)
        stored = self.dossier_by_id(after.id)
        self._record(stored, saved)
        return stored

    def save_council(self, before: Council, after: Council) -> Council:
        row = self._connection.execute(select(council)).one()
        stored = council_from(row.payload, row.version)
        if encoded(stored) != encoded(before) or before.id != after.id:
            raise Refusal("item.changed_since", place=before.id, collection="council", code="")
        if before != after:
            successor = council_from(encoded(after), row.version + 1)
            self._connection.execute(
                update(council).where(council.c.id == after.id).values(payload=encoded(successor), version=successor.version)
            )
            wanted = {reference.sha256 for reference in file_refs(after)}
            documents.set_references(self._connection, "", after.id, wanted, self._now)
            self._journal.write([entry("changed", "", "council", after.id, field_change(before, after))])
            self._council = True
            self._own_council = None
            if before.kind is not after.kind:
                self._derive_all()
        return self.council()

    def put_file(self, chunks: Iterable[bytes], name: str, media_type: str) -> FileRef:
        token = self._identities.new_id()
        return documents.store(self._connection, chunks, name=name, media_type=media_type, token=token, at=self._now)

    def put_draft(self, dossier_id: str, item_id: str, field: str, window: str, text: str) -> None:
        if self._connection.execute(_STANDING, {"id": dossier_id}).first() is None:
            raise Refusal("dossier.gone")
        encoded(text)  # refuses what could not become part of an item either
        statement = insert(draft).values(
            dossier_id=dossier_id, item_id=item_id, field=field, window=window, text=text, updated_at=self._now
        )
        self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=["dossier_id", "item_id", "field", "window"],
                set_={"text": statement.excluded.text, "updated_at": statement.excluded.updated_at},
            )
        )

    def clear_draft(self, item_id: str, field: str, window: str) -> None:
        self._connection.execute(
            delete(draft).where(draft.c.item_id == item_id, draft.c.field == field, draft.c.window == window)
        )

    def move_to_bin(self, dossier_id: str) -> None:
        self._set_bin(dossier_id, "binned", binned_at=self._now, binned_by=self._person)
        derived_rows.remove_derived(self._connection, dossier_id)

    def take_from_bin(self, dossier_id: str) -> None:
        self._set_bin(dossier_id, "restored", binned_at=None, binned_by="")
        self._derive(dossier_id)

    def destroy_dossier(self, dossier_id: str, reason: str) -> DestructionReport:
        created_at = self._connection.execute(select(dossier.c.created_at).where(dossier.c.id == dossier_id)).scalar_one_or_none()
        if created_at is None:
            raise Refusal("dossier.gone")
        because = self._journal.write(
            [Entry(action="destroyed", collection=HEAD, item_id=dossier_id, after=self._reason(reason))]
        )
        items, values = destroying.destroy_dossier(self._connection, dossier_id, because)
        self._dossiers[dossier_id] = None
        return destroying.report(items=items, values=values, held=self._shelf.held_since(self._connection, created_at))

    def destroy_person(self, person_id: str, reason: str) -> DestructionReport:
        because = self._journal.write(
            [Entry(action="person_destroyed", collection="person", item_id=person_id, after=self._reason(reason))]
        )
        done = destroying.destroy_person(self._connection, person_id, because)
        for dossier_id in done.dossier_ids:
            self._dossiers[dossier_id] = None
            self._derive(dossier_id)
        self._council = True
        return destroying.report(
            items=done.items, values=done.values, held=self._shelf.held_since(self._connection, None), mentions=done.mentions
        )

    def put_setting(self, key: str, value: str) -> None:
        old = self.settings().get(key)
        if old == value:
            return
        statement = insert(setting).values(key=key, value=value)
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=["key"], set_={"value": statement.excluded.value})
        )
        self._journal.write([Entry(action="changed", collection="setting", item_id=key, before=old or "", after=value)])

    def put_typed(self, key: str, text: str) -> None:
        encoded(text)
        self._connection.execute(delete(setting).where(setting.c.key == key))
        if text:
            self._connection.execute(insert(setting).values(key=key, value=text))

    def next_letter_number(self, dossier_id: str) -> int:
        return counters.following(self._connection, counters.LETTER, dossier_id)

    def _reason(self, reason: str) -> str:
        if not reason.strip():
            raise Refusal("destroy.no_reason", place="reason")
        return reason.strip()

    def _record(self, stored: Dossier, saved: Saved) -> None:
        if not saved.items:
            return
        self._journal.write(saved.entries)
        self._items.extend(saved.items)
        self._dossiers[stored.id] = None
        self._derive(stored.id, stored)

    def _derive(self, dossier_id: str, stored: Dossier | None = None) -> None:
        row = self._connection.execute(_STANDING, {"id": dossier_id}).one()
        if row.binned_at is None:
            whole = stored or self.dossier_by_id(dossier_id)
            own = self._own_council = self._own_council or self.council()
            derived_rows.write_derived(self._connection, self._derivation, whole, self._today, row.updated_at, own.kind)

    def _derive_all(self) -> None:
        """Another kind of body has other terms: what is kept of every dossier is derived again."""
        for dossier_id in self._connection.scalars(select(dossier.c.id).where(dossier.c.binned_at.is_(None))).all():
            self._derive(dossier_id)
            self._dossiers[dossier_id] = None

    def sweep_files(self) -> int:
        """Removes documents that nothing refers to any more; gives how many."""
        return documents.sweep(self._connection, self._now)

    def refresh(self, dossier_ids: list[str], today: date) -> None:
        """Derives these dossiers again for a day, without touching the journal."""
        self._today = today
        for dossier_id in dossier_ids:
            self._derive(dossier_id)

    def _set_bin(self, dossier_id: str, action: str, *, binned_at: datetime | None, binned_by: str) -> None:
        done = self._connection.execute(
            update(dossier).where(dossier.c.id == dossier_id).values(binned_at=binned_at, binned_by=binned_by)
        )
        if done.rowcount != 1:
            raise Refusal("dossier.gone")
        self._journal.write([Entry(action=action, dossier_id=dossier_id, collection=HEAD, item_id=dossier_id)])
        self._dossiers[dossier_id] = None

    @override
    def __repr__(self) -> str:
        return f"SqlUnitOfWork({len(self._items)} changed items)"
