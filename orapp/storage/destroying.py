"""Real destruction: what is taken away of a dossier or a person, the journal's values included."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, or_, select, update

from orapp.services.ports import TYPED
from orapp.services.rows import DestructionReport
from orapp.storage import counters, derived_rows, documents, journal
from orapp.storage.payloads import council_from, encoded, head_from, head_payload
from orapp.storage.tables import HEAD, council, dossier, draft, item, setting

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from orapp.domain.council import Contact, Council, Member
    from orapp.storage.shelf import Held

SHORTEST_NAME = 3
"""A shorter name would be found inside other words."""


def report(*, items: int, values: int, held: Held, mentions: int = 0) -> DestructionReport:
    """What was destroyed, and which backups still hold it."""
    return DestructionReport(
        items=items,
        journal_values=values,
        last_backup_ends=held.last_ends,
        backups_holding=held.names,
        backups_kept_by_hand=held.by_hand,
        mentions_left=mentions,
    )


def destroy_dossier(connection: Connection, dossier_id: str, because: int) -> tuple[int, int]:
    """Takes a dossier away: items, words in the index, drafts, documents, derived rows, values in the journal.

    Gives how many items and how many values of the journal went. The rows of the journal stay, with their digests.
    """
    items = connection.execute(select(func.count()).select_from(item).where(item.c.dossier_id == dossier_id)).scalar_one()
    derived_rows.remove_derived(connection, dossier_id)
    documents.forget_dossier(connection, dossier_id)
    counters.forget_dossier(connection, dossier_id)
    for table in (draft, item):
        connection.execute(delete(table).where(table.c.dossier_id == dossier_id))
    connection.execute(delete(dossier).where(dossier.c.id == dossier_id))
    values = journal.destroy_values(connection, journal.sequences_of_dossier(connection, dossier_id), because)
    return items, values


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonGone:
    """What the destruction of a person reached; `mentions` counts items whose text still has the name."""

    items: int
    values: int
    mentions: int
    dossier_ids: tuple[str, ...]


def destroy_person(connection: Connection, person_id: str, because: int) -> PersonGone:
    """Takes a person out of the council, out of owners and teams, out of drafts and out of the journal's values.

    Texts in dossiers are the council's own words: they are counted, and left to a person to rewrite.
    """
    row = connection.execute(select(council)).one()
    before = council_from(row.payload, row.version)
    people: tuple[Member | Contact, ...] = (*before.members, *before.contacts)
    names = [one.name for one in people if one.id == person_id]
    words = [person_id, *(name for name in names if len(name) >= SHORTEST_NAME)]
    after = without_person(before, person_id)
    items = 0
    if after != before:
        items += 1
        successor = replace(after, version=row.version + 1)
        connection.execute(update(council).values(payload=encoded(successor), version=successor.version))
    heads = _leave_dossiers(connection, set(words))
    connection.execute(update(dossier).where(dossier.c.binned_by.in_(words)).values(binned_by=""))
    found = [draft.c.text.contains(word, autoescape=True) for word in words]
    connection.execute(delete(draft).where(or_(*found)))
    found = [setting.c.value.contains(word, autoescape=True) for word in words]
    connection.execute(delete(setting).where(setting.c.key.startswith(TYPED, autoescape=True), or_(*found)))
    values = journal.destroy_values(connection, journal.sequences_naming(connection, words), because)
    journal.destroy_actor(connection, words)
    mentions = connection.execute(
        select(func.count()).select_from(item).where(or_(*(item.c.payload.contains(word, autoescape=True) for word in words)))
    ).scalar_one()
    return PersonGone(items=items + len(heads), values=values, mentions=int(mentions), dossier_ids=tuple(heads))


def without_person(whole: Council, person_id: str) -> Council:
    """The council without this member or contact, and without a signature of theirs."""
    return replace(
        whole,
        members=tuple(member for member in whole.members if member.id != person_id),
        contacts=tuple(contact for contact in whole.contacts if contact.id != person_id),
        signatories=tuple(signatory for signatory in whole.signatories if signatory.member_id != person_id),
    )


def _leave_dossiers(connection: Connection, words: set[str]) -> list[str]:
    """Takes a person out of the owner and the team of every dossier; gives the dossiers that changed."""
    changed: list[str] = []
    rows = connection.execute(
        select(item.c.key, item.c.dossier_id, item.c.payload, item.c.version).where(item.c.collection == HEAD)
    )
    for row in rows.all():
        head = head_from(row.payload)
        after = replace(
            head,
            owner="" if head.owner in words else head.owner,
            team=tuple(one for one in head.team if one not in words),
        )
        if after == head:
            continue
        connection.execute(update(item).where(item.c.key == row.key).values(payload=head_payload(after), version=row.version + 1))
        changed.append(row.dossier_id)
    return changed
