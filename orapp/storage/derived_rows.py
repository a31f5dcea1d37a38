"""What is derived from a dossier, kept beside it: its deadlines and its line in the list, with their sort keys."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, delete, func, insert, or_, select
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from orapp.storage import finding, points, searching
from orapp.storage.columns import instant_text
from orapp.storage.payloads import encoded
from orapp.storage.sorting import NO_DATE, sort_text
from orapp.storage.tables import deadline, dossier, dossier_derived, dossier_summary

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Table
    from sqlalchemy.dialects.sqlite import Insert
    from sqlalchemy.engine import Connection

    from orapp.domain.council import CouncilKind
    from orapp.domain.derived import Deadline, Derived
    from orapp.domain.dossier import Dossier
    from orapp.services.ports import Deriver


def _put(rows: Table) -> Insert:
    """Inserts the row of a dossier, or sets all of it where it stands already; its integer key stays the same."""
    statement = insert_or_update(rows)
    named = {one.name: statement.excluded[one.name] for one in rows.c if one.name not in {"key", "dossier_id"}}
    return statement.on_conflict_do_update(index_elements=["dossier_id"], set_=named)


_LEAVE_DEADLINES = delete(deadline).where(deadline.c.dossier_id == bindparam("id"))
_LEAVE_SUMMARY = delete(dossier_summary).where(dossier_summary.c.dossier_id == bindparam("id"))
_LEAVE_DERIVED = delete(dossier_derived).where(dossier_derived.c.dossier_id == bindparam("id"))
_KEY = select(dossier_summary.c.key).where(dossier_summary.c.dossier_id == bindparam("id"))
_PUT_SUMMARY = _put(dossier_summary).returning(dossier_summary.c.key)
_PUT_DERIVED = _put(dossier_derived)
_INSERT_DEADLINES = insert(deadline)


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """How dossiers are derived, and by which law and program: a change of either makes what is stored stale."""

    derive: Deriver
    law_stamp: str
    program_version: str


def write_derived(
    connection: Connection, how: Derivation, whole: Dossier, today: date, updated_at: datetime, keeper: CouncilKind
) -> Derived:
    """Derives a dossier of this kind of council and stores the result in place of what was there."""
    derived = how.derive(whole, today, keeper)
    key = connection.execute(_PUT_SUMMARY, summary_values(how, whole, derived, today, updated_at)).scalar_one()
    searching.write_entry(connection, key, searching.words_of(whole))
    connection.execute(_PUT_DERIVED, {"dossier_id": whole.id, "payload": encoded(derived)})
    connection.execute(_LEAVE_DEADLINES, {"id": whole.id})
    if derived.deadlines:
        rows = [deadline_values(whole.id, rank, one) for rank, one in enumerate(derived.deadlines)]
        connection.execute(_INSERT_DEADLINES, rows)
    points.write(connection, whole, derived)
    finding.write(connection, whole)
    return derived


def remove_derived(connection: Connection, dossier_id: str) -> None:
    """Takes a dossier out of the lists, and its words out of their filter."""
    key = connection.execute(_KEY, {"id": dossier_id}).scalar_one_or_none()
    if key is not None:
        searching.remove_entry(connection, key)
    connection.execute(_LEAVE_DEADLINES, {"id": dossier_id})
    connection.execute(_LEAVE_DERIVED, {"id": dossier_id})
    points.remove(connection, dossier_id)
    finding.remove(connection, dossier_id)
    connection.execute(_LEAVE_SUMMARY, {"id": dossier_id})


def deadline_values(dossier_id: str, rank: int, one: Deadline) -> dict[str, Any]:
    """The row of one deadline."""
    return {
        "dossier_id": dossier_id,
        "key": one.key,
        "rank": rank,
        "rule": one.rule,
        "title": one.title,
        "subject": one.subject,
        "article": one.article,
        "nature": one.nature,
        "severity": one.severity,
        "actor": str(one.actor),
        "ground": one.ground,
        "start": one.start,
        "plain_end": one.plain_end,
        "last_day": one.last_day,
        "safe_day": one.safe_day,
        "act_by": one.act_by,
        "disputed": one.disputed,
        "state": str(one.state),
        "closed_because": one.closed_because,
        "shown": one.shown,
    }


def summary_values(how: Derivation, whole: Dossier, derived: Derived, today: date, updated_at: datetime) -> dict[str, Any]:
    """The line of a dossier in the list."""
    summary = derived.summary
    nearest = summary.next_deadline
    return {
        "dossier_id": whole.id,
        "law_stamp": how.law_stamp,
        "program_version": how.program_version,
        "derived_on": today,
        "recheck_on": summary.recheck_on,
        "reference": whole.reference,
        "title": whole.title,
        "kind": str(whole.kind),
        "status": str(whole.status),
        "owner": whole.owner,
        "tags": json.dumps(whole.tags, ensure_ascii=False),
        "secret": whole.secret,
        "updated_at": updated_at,
        "phase": summary.phase,
        "phase_label": summary.phase_label,
        "next_step": summary.next_step,
        "turn": str(summary.turn),
        "attention": len(summary.attention),
        "next_deadline": nearest.act_by if nearest else None,
        "deadline_last_day": nearest.last_day if nearest else None,
        "deadline_title": nearest.title if nearest else "",
        "deadline_nature": nearest.nature if nearest else "",
        "deadline_severity": nearest.severity if nearest else "",
        "reference_key": sort_text(whole.reference),
        "title_key": sort_text(whole.title),
        "kind_key": str(whole.kind),
        "phase_key": sort_text(summary.phase_label),
        "next_deadline_key": nearest.act_by.isoformat() if nearest else NO_DATE,
        "updated_key": instant_text(updated_at),
    }


def stale(connection: Connection, how: Derivation, today: date, limit: int) -> list[str]:
    """Dossiers whose stored derivation may no longer hold: another law or program, or a day on which something changes.

    Also what was derived on a day that is still to come: the clock of this machine was wrong then, and terms may stand closed
    that still run.
    """
    rows = dossier_summary.c
    outdated = (
        select(rows.dossier_id)
        .where(
            or_(
                rows.law_stamp != how.law_stamp,
                rows.program_version != how.program_version,
                and_(rows.recheck_on <= today, rows.derived_on < today),
                rows.derived_on > today,
            )
        )
        .limit(limit)
    )
    found = list(connection.scalars(outdated))
    return found or _missing(connection, limit)


def _missing(connection: Connection, limit: int) -> list[str]:
    """Dossiers outside the bin that no list shows; counted first, because there are none but after a migration."""
    counted = select(
        select(func.count()).select_from(dossier).scalar_subquery()
        - select(func.count()).select_from(dossier).where(dossier.c.binned_at.is_not(None)).scalar_subquery()
        - select(func.count()).select_from(dossier_summary).scalar_subquery()
    )
    if connection.execute(counted).scalar_one() == 0:
        return []
    listed = select(dossier_summary.c.dossier_id)
    statement = select(dossier.c.id).where(dossier.c.binned_at.is_(None), dossier.c.id.not_in(listed)).limit(limit)
    return list(connection.scalars(statement))
