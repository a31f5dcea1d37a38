"""Documents in the archive: chunks of 1 MiB, found by SHA-256, kept as long as something refers to them."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from orapp.domain.items import FileRef
from orapp.services.failures import Refusal
from orapp.storage.columns import made_key
from orapp.storage.tables import document_chunk, file, file_reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from sqlalchemy.engine import Connection

CHUNK_BYTES = 1024 * 1024
LARGEST_FILE = 250 * CHUNK_BYTES
UNDO_DAYS = 30
"""How long the content of a paper that was taken out stays within reach of undo."""


def even_chunks(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of 1 MiB."""
    waiting = bytearray()
    for part in parts:
        waiting += part
        while len(waiting) >= CHUNK_BYTES:
            yield bytes(waiting[:CHUNK_BYTES])
            del waiting[:CHUNK_BYTES]
    if waiting:
        yield bytes(waiting)


def store(connection: Connection, parts: Iterable[bytes], *, name: str, media_type: str, token: str, at: datetime) -> FileRef:
    """Streams a document in. The same content is kept once. Raises Refusal("file.too_large")."""
    made = connection.execute(insert(file).values(sha256=f"pending:{token}", size=0, stored_at=at))
    key = made_key(made)
    content = hashlib.sha256()
    size = 0
    for number, chunk in enumerate(even_chunks(parts)):
        size += len(chunk)
        if size > LARGEST_FILE:
            raise Refusal("file.too_large", place=name, largest_mb=str(LARGEST_FILE // CHUNK_BYTES))
        content.update(chunk)
        connection.execute(insert(document_chunk).values(file_key=key, number=number, data=chunk))
    sha256 = content.hexdigest()
    known = connection.execute(select(file.c.key).where(file.c.sha256 == sha256)).scalar_one_or_none()
    if known is None:
        connection.execute(update(file).where(file.c.key == key).values(sha256=sha256, size=size))
    else:
        connection.execute(delete(file).where(file.c.key == key))
        connection.execute(update(file).where(file.c.key == known).values(stored_at=at))
    return FileRef(sha256=sha256, name=name, size=size, media_type=media_type)


def set_references(connection: Connection, dossier_id: str, item_id: str, wanted: set[str], at: datetime) -> None:
    """Makes the references of one item what the item names. Raises Refusal("file.unknown") for content that is not here."""
    for sha256 in sorted(wanted):
        if connection.execute(select(file.c.key).where(file.c.sha256 == sha256)).first() is None:
            raise Refusal("file.unknown", place=item_id, sha256=sha256)
        statement = upsert(file_reference).values(dossier_id=dossier_id, item_id=item_id, sha256=sha256, removed_at=None)
        connection.execute(
            statement.on_conflict_do_update(index_elements=["dossier_id", "item_id", "sha256"], set_={"removed_at": None})
        )
    here = file_reference.c
    connection.execute(
        update(file_reference)
        .where(
            here.dossier_id == dossier_id,
            here.item_id == item_id,
            here.sha256.not_in(wanted),
            here.removed_at.is_(None),
        )
        .values(removed_at=at)
    )


def forget_dossier(connection: Connection, dossier_id: str) -> None:
    """Takes the references of a dossier away, and the content that nothing else refers to."""
    here = file_reference.c
    named = list(connection.scalars(select(here.sha256).where(here.dossier_id == dossier_id).distinct()))
    connection.execute(delete(file_reference).where(here.dossier_id == dossier_id))
    remove_unreferenced(connection, named)


def remove_unreferenced(connection: Connection, candidates: list[str]) -> int:
    """Removes the content among these that nothing refers to any more."""
    gone = 0
    for sha256 in candidates:
        used = connection.execute(select(file_reference.c.item_id).where(file_reference.c.sha256 == sha256)).first()
        if used is None:
            gone += connection.execute(delete(file).where(file.c.sha256 == sha256)).rowcount
    return gone


def sweep(connection: Connection, now: datetime) -> int:
    """Removes content whose last reference went more than `UNDO_DAYS` ago, and content that was stored and never used."""
    here = file_reference.c
    connection.execute(delete(file_reference).where(here.removed_at < now - timedelta(days=UNDO_DAYS)))
    unused = select(file.c.sha256).where(file.c.stored_at < now - timedelta(days=1), file.c.sha256.not_in(select(here.sha256)))
    return remove_unreferenced(connection, list(connection.scalars(unused)))


def check(connection: Connection) -> tuple[list[tuple[str, dict[str, str]]], int]:
    """Reads every document and compares size and SHA-256: findings, and how many there are."""
    findings: list[tuple[str, dict[str, str]]] = []
    rows = connection.execute(select(file.c.key, file.c.sha256, file.c.size)).all()
    for key, sha256, size in rows:
        content = hashlib.sha256()
        found = 0
        numbers = list(
            connection.scalars(
                select(document_chunk.c.number).where(document_chunk.c.file_key == key).order_by(document_chunk.c.number)
            )
        )
        for number in numbers:
            data = connection.execute(
                select(document_chunk.c.data).where(document_chunk.c.file_key == key, document_chunk.c.number == number)
            ).scalar_one()
            content.update(data)
            found += len(data)
        if content.hexdigest() != sha256 or found != size:
            findings.append(("verify.file_changed", {"sha256": sha256[:12]}))
    known = {row.sha256 for row in rows}
    wanted = set(connection.scalars(select(file_reference.c.sha256).where(file_reference.c.removed_at.is_(None)).distinct()))
    findings.extend(("verify.file_missing", {"sha256": sha256[:12]}) for sha256 in sorted(wanted - known))
    return findings, len(rows)
