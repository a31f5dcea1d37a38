"""Reading an open archive: dossiers whole, lists as frozen rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import func, select, text

from orapp.services.failures import Refusal
from orapp.services.rows import BinRow, JournalRow
from orapp.storage import finding, listing, points
from orapp.storage.payloads import council_from, derived_from, head_from, items_from
from orapp.storage.tables import (
    HEAD,
    actor,
    council,
    document_chunk,
    dossier,
    dossier_derived,
    draft,
    file,
    item,
    journal,
    journal_value,
    setting,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from sqlalchemy.engine import Connection

    from orapp.domain.council import Council
    from orapp.domain.derived import Derived
    from orapp.domain.dossier import Dossier
    from orapp.domain.points import Point
    from orapp.services.rows import (
        DeadlineQuery,
        DeadlineRow,
        DossierPage,
        DossierQuery,
        FoundRow,
        GroupCount,
        NamedKinds,
        PointQuery,
        PointRow,
        Visibility,
    )


# One row per collection, its items joined to one JSON array: reading a dossier is then mostly a few large decodings.
_ITEMS = text(
    "SELECT collection, '[' || group_concat(payload, ',' ORDER BY rank, id) || ']', max(version) "
    "FROM item WHERE dossier_id = :id GROUP BY collection"
)
_COUNCIL = select(council.c.payload, council.c.version)


class SqlReader:
    """Reads through one connection, within one transaction: what it gives belongs together (see `ports.DossierReader`)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def council(self) -> Council:
        row = self._connection.execute(_COUNCIL).one()
        return council_from(row.payload, row.version)

    def dossier(self, reference: str) -> Dossier:
        found = self._connection.execute(
            select(dossier.c.id).where(dossier.c.reference == reference, dossier.c.binned_at.is_(None))
        ).scalar_one_or_none()
        if found is None:
            raise Refusal("dossier.unknown", reference=reference)
        return self.dossier_by_id(found)

    def dossier_by_id(self, dossier_id: str) -> Dossier:
        rows = self._connection.execute(_ITEMS, {"id": dossier_id}).all()
        head: Dossier | None = None
        parts: dict[str, Any] = {}
        for collection, payloads, version in rows:
            if collection == HEAD:
                head = head_from(payloads[1:-1], version=version)
            else:
                parts[collection] = items_from(collection, payloads)
        if head is None:
            raise Refusal("dossier.gone")
        return replace(head, **parts)

    def derived(self, dossier_id: str) -> Derived | None:
        payload = self._connection.execute(
            select(dossier_derived.c.payload).where(dossier_derived.c.dossier_id == dossier_id)
        ).scalar_one_or_none()
        return None if payload is None else derived_from(payload)

    def dossiers(self, query: DossierQuery, visibility: Visibility) -> DossierPage:
        return listing.dossier_page(self._connection, query, visibility)

    def dossier_count(self, query: DossierQuery, visibility: Visibility) -> int:
        return listing.dossier_count(self._connection, query, visibility)

    def dossier_groups(self, query: DossierQuery, visibility: Visibility) -> tuple[GroupCount, ...]:
        return listing.dossier_groups(self._connection, query, visibility)

    def list_words(self, visibility: Visibility) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return listing.list_words(self._connection, visibility)

    def deadlines(self, query: DeadlineQuery, visibility: Visibility) -> tuple[DeadlineRow, ...]:
        return listing.deadline_rows(self._connection, query, visibility)

    def points(self, query: PointQuery, visibility: Visibility) -> tuple[PointRow, ...]:
        return points.rows_of(self._connection, query, visibility)

    def point_count(self, query: PointQuery, visibility: Visibility) -> int:
        return points.count(self._connection, query, visibility)

    def points_of(self, dossier_id: str) -> tuple[Point, ...]:
        return points.of_dossier(self._connection, dossier_id)

    def find(self, typed: str, visibility: Visibility, most: int, kinds: NamedKinds) -> tuple[FoundRow, ...]:
        return finding.find(self._connection, typed, visibility, most, kinds)

    def summaries(self, dossier_ids: Sequence[str], visibility: Visibility) -> tuple[FoundRow, ...]:
        return listing.found_dossiers(self._connection, dossier_ids, visibility)

    def journal_head(self) -> tuple[int, str]:
        row = self._connection.execute(
            select(journal.c.sequence, journal.c.hash).order_by(journal.c.sequence.desc()).limit(1)
        ).first()
        return (row.sequence, row.hash) if row else (0, "")

    def journal(self, dossier_id: str, limit: int = 500) -> tuple[JournalRow, ...]:
        """The newest rows first; an empty id gives what belongs to no dossier (council, settings)."""
        before, after = journal_value.alias("before"), journal_value.alias("after")
        # The reason of a destruction is the `after` of the row that tells of it.
        because = journal_value.alias("because")
        rows = journal.c
        statement = (
            select(
                journal,
                actor.c.name.label("person"),
                actor.c.device.label("device_name"),
                before.c.value.label("before"),
                after.c.value.label("after"),
                because.c.value.label("reason"),
                func.coalesce(before.c.destroyed_by, after.c.destroyed_by).label("destroyed_by"),
            )
            .join(actor, actor.c.key == rows.actor_key)
            .outerjoin(before, (before.c.sequence == rows.sequence) & (before.c.side == "before"))
            .outerjoin(after, (after.c.sequence == rows.sequence) & (after.c.side == "after"))
            .outerjoin(
                because,
                (because.c.sequence == func.coalesce(before.c.destroyed_by, after.c.destroyed_by)) & (because.c.side == "after"),
            )
            .where(rows.dossier_id == dossier_id)
            .order_by(rows.sequence.desc())
            .limit(limit)
        )
        return tuple(
            JournalRow(
                sequence=row.sequence,
                at=row.at,
                person=row.person or "",
                device=row.device_name,
                action=row.action,
                dossier_id=row.dossier_id,
                collection=row.collection,
                item_id=row.item_id,
                before=row.before or "",
                after=row.after or "",
                destroyed="" if row.destroyed_by is None else (row.reason or f"#{row.destroyed_by}"),
            )
            for row in self._connection.execute(statement)
        )

    def bin(self) -> tuple[BinRow, ...]:
        rows = self._connection.execute(
            select(dossier.c.id, dossier.c.reference, dossier.c.binned_at, dossier.c.binned_by, item.c.payload)
            .join(item, (item.c.dossier_id == dossier.c.id) & (item.c.collection == HEAD))
            .where(dossier.c.binned_at.is_not(None))
            .order_by(dossier.c.binned_at.desc())
        )
        return tuple(
            BinRow(
                kind=HEAD,
                id=row.id,
                label=f"{row.reference} {head_from(row.payload).title}",
                binned_at=row.binned_at,
                by=row.binned_by,
                secret=head_from(row.payload).secret,
            )
            for row in rows
        )

    def drafts(self, dossier_id: str) -> Mapping[tuple[str, str, str], str]:
        rows = self._connection.execute(
            select(draft.c.item_id, draft.c.field, draft.c.window, draft.c.text).where(draft.c.dossier_id == dossier_id)
        )
        return {(row.item_id, row.field, row.window): row.text for row in rows}

    def read_file(self, sha256: str) -> Iterator[bytes]:
        """The content, a chunk at a time. Raises Refusal("file.unknown")."""
        key = self._file_key(sha256)
        numbers = list(
            self._connection.scalars(
                select(document_chunk.c.number).where(document_chunk.c.file_key == key).order_by(document_chunk.c.number)
            )
        )
        return (
            bytes(
                self._connection.execute(
                    select(document_chunk.c.data).where(document_chunk.c.file_key == key, document_chunk.c.number == number)
                ).scalar_one()
            )
            for number in numbers
        )

    def settings(self) -> Mapping[str, str]:
        return {row.key: row.value for row in self._connection.execute(select(setting))}

    def _file_key(self, sha256: str) -> int:
        key: int | None = self._connection.scalar(select(file.c.key).where(file.c.sha256 == sha256))
        if key is None:
            raise Refusal("file.unknown", sha256=sha256)
        return key
