"""The journal: one chain of hashes per device. A row carries salted digests; the values stand apart and can be destroyed."""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, Text, func, insert, literal, or_, select, update

from orapp.storage.columns import instant_text, made_key
from orapp.storage.tables import actor, journal, journal_value

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.engine import Connection, Row

    from orapp.storage.payloads import FieldChange

SALT_BYTES = 16

_INSERT_ROWS = insert(journal)
_INSERT_VALUES = insert(journal_value)


def digest(salt: bytes, value: str) -> str:
    """The salted digest that a row of the journal carries in place of a value."""
    return hashlib.sha256(salt + value.encode()).hexdigest()


def row_hash(
    *,
    device: str,
    device_sequence: int,
    at: datetime,
    actor_digest: str,
    action: str,
    dossier_id: str,
    collection: str,
    item_id: str,
    before_digest: str,
    after_digest: str,
    previous: str,
) -> str:
    """The link of the chain: SHA-256 over the row in a fixed JSON form, the hash of the row before included."""
    content = [
        device,
        device_sequence,
        instant_text(at),
        actor_digest,
        action,
        dossier_id,
        collection,
        item_id,
        before_digest,
        after_digest,
        previous,
    ]
    return hashlib.sha256(json.dumps(content, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One change that goes into the journal."""

    action: str
    dossier_id: str = ""
    collection: str = ""
    item_id: str = ""
    before: str = ""
    after: str = ""


def entry(action: str, dossier_id: str, collection: str, item_id: str, change: FieldChange) -> Entry:
    """An entry for a change of an object."""
    return Entry(
        action=action, dossier_id=dossier_id, collection=collection, item_id=item_id, before=change.before, after=change.after
    )


class JournalWriter:
    """Writes rows at the end of this device's chain, within one transaction."""

    def __init__(self, connection: Connection, *, device: str, device_name: str, person: str, at: datetime) -> None:
        self._connection = connection
        self._device = device
        self._device_name = device_name
        self._at = at
        self._person = person
        self._actor: tuple[int, str] | None = None
        last = connection.execute(
            select(journal.c.device_sequence, journal.c.hash)
            .where(journal.c.device == device)
            .order_by(journal.c.device_sequence.desc())
            .limit(1)
        ).first()
        self._device_sequence: int = last[0] if last else 0
        self._previous: str = last[1] if last else ""
        self._sequence = int(connection.execute(select(func.coalesce(func.max(journal.c.sequence), 0))).scalar_one())

    def write(self, entries: list[Entry]) -> int:
        """Adds the entries and gives the sequence number of the last row."""
        rows: list[dict[str, Any]] = []
        values: list[dict[str, Any]] = []
        for one in entries:
            self._add(one, rows, values)
        if rows:
            self._connection.execute(_INSERT_ROWS, rows)
        if values:
            self._connection.execute(_INSERT_VALUES, values)
        return self._sequence

    def _add(self, one: Entry, rows: list[dict[str, Any]], values: list[dict[str, Any]]) -> None:
        actor_key, actor_digest = self._acting()
        self._sequence += 1
        self._device_sequence += 1
        digests = {"before": "", "after": ""}
        for side, value in (("before", one.before), ("after", one.after)):
            if value:
                salt = secrets.token_bytes(SALT_BYTES)
                digests[side] = digest(salt, value)
                values.append({"sequence": self._sequence, "side": side, "salt": salt, "value": value})
        content: dict[str, Any] = {
            "device": self._device,
            "device_sequence": self._device_sequence,
            "at": self._at,
            "action": one.action,
            "dossier_id": one.dossier_id,
            "collection": one.collection,
            "item_id": one.item_id,
            "before_digest": digests["before"],
            "after_digest": digests["after"],
            "previous": self._previous,
        }
        self._previous = row_hash(actor_digest=actor_digest, **content)
        rows.append({"sequence": self._sequence, "actor_key": actor_key, "hash": self._previous, **content})

    def _acting(self) -> tuple[int, str]:
        """The row of who is writing, made at the first write of this person on this device."""
        if self._actor is None:
            found = self._connection.execute(
                select(actor.c.key, actor.c.digest).where(actor.c.device == self._device_name, actor.c.name == self._person)
            ).first()
            if found is not None:
                self._actor = (found[0], found[1])
            else:
                salt = secrets.token_bytes(SALT_BYTES)
                value = digest(salt, self._person)
                made = self._connection.execute(
                    insert(actor).values(device=self._device_name, salt=salt, name=self._person, digest=value)
                )
                self._actor = (made_key(made), value)
        return self._actor


def head(connection: Connection) -> str:
    """The heads of all chains in one word: what a backup is compared by."""
    heads = connection.execute(
        select(journal.c.device, func.max(journal.c.device_sequence), journal.c.hash).group_by(journal.c.device)
    ).all()
    return hashlib.sha256(json.dumps(sorted([list(row) for row in heads])).encode()).hexdigest()


def destroy_values(connection: Connection, sequences: list[int], because: int) -> int:
    """Takes values and salts away from rows of the journal; `because` is the row that tells the reason. Gives how many went."""
    gone = 0
    for start in range(0, len(sequences), 500):
        part = sequences[start : start + 500]
        done = connection.execute(
            update(journal_value)
            .where(journal_value.c.sequence.in_(part), journal_value.c.value.is_not(None))
            .values(value=None, salt=None, destroyed_by=because)
        )
        gone += done.rowcount
    return gone


def sequences_of_dossier(connection: Connection, dossier_id: str) -> list[int]:
    """The rows of the journal about one dossier."""
    return list(connection.scalars(select(journal.c.sequence).where(journal.c.dossier_id == dossier_id)))


def sequences_naming(connection: Connection, words: list[str]) -> list[int]:
    """The rows of the journal whose values contain one of these words (an identity, a name)."""
    conditions = [
        func.instr(journal_value.c.value, literal(json.dumps(word, ensure_ascii=False)[1:-1], Text), type_=Integer) > 0
        for word in words
    ]
    found = connection.scalars(select(journal_value.c.sequence).where(or_(*conditions)).distinct())
    return list(found)


def destroy_actor(connection: Connection, names: list[str]) -> int:
    """Takes the name away from who wrote; the rows and their digests stay."""
    done = connection.execute(update(actor).where(actor.c.name.in_(names)).values(name=None, salt=b""))
    return done.rowcount


def check_chain(connection: Connection) -> tuple[list[tuple[str, dict[str, str]]], int]:
    """Walks every chain: findings (code, fields) and how many rows there are."""
    actors = {row.key: row for row in connection.execute(select(actor))}
    findings = [
        ("verify.actor_changed", {"actor": str(row.key)})
        for row in actors.values()
        if row.name is not None and digest(row.salt, row.name) != row.digest
    ]
    last: dict[str, tuple[int, str]] = {}
    count = 0
    rows = connection.execution_options(yield_per=1000).execute(
        select(journal).order_by(journal.c.device, journal.c.device_sequence)
    )
    for row in rows:
        count += 1
        sequence, previous = last.get(row.device, (0, ""))
        if row.device_sequence != sequence + 1 or row.previous != previous:
            findings.append(("verify.journal_gap", {"row": str(row.sequence)}))
        who = actors.get(row.actor_key)
        if _hash_of(row, who.digest if who else "") != row.hash:
            findings.append(("verify.journal_changed", {"row": str(row.sequence)}))
        last[row.device] = (row.device_sequence, row.hash)
    return findings + _check_values(connection), count


def _hash_of(row: Row[Any], actor_digest: str) -> str:
    return row_hash(
        device=row.device,
        device_sequence=row.device_sequence,
        at=row.at,
        actor_digest=actor_digest,
        action=row.action,
        dossier_id=row.dossier_id,
        collection=row.collection,
        item_id=row.item_id,
        before_digest=row.before_digest,
        after_digest=row.after_digest,
        previous=row.previous,
    )


def _check_values(connection: Connection) -> list[tuple[str, dict[str, str]]]:
    """Each value must fit its digest, and each digest must have its value or the reason of its destruction."""
    findings: list[tuple[str, dict[str, str]]] = []
    for side, column in (("before", journal.c.before_digest), ("after", journal.c.after_digest)):
        rows = connection.execute(
            select(journal.c.sequence, column.label("digest"), journal_value)
            .outerjoin(journal_value, (journal_value.c.sequence == journal.c.sequence) & (journal_value.c.side == side))
            .where((column != "") | (journal_value.c.side.is_not(None)))
        ).all()
        for sequence, expected, _, _, salt, value, destroyed_by in rows:
            if value is None:
                if destroyed_by is None:
                    findings.append(("verify.value_missing", {"row": str(sequence)}))
            elif digest(salt or b"", value) != expected:
                findings.append(("verify.value_changed", {"row": str(sequence)}))
    return findings
