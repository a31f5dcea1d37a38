"""The lists: dossiers sorted and paged by stored keys, and deadlines over all dossiers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, literal_column, or_, select, text

from orapp.domain.dossier import DossierKind, DossierStatus
from orapp.law.facts import Party
from orapp.services.rows import DeadlineRow, DossierGroup, DossierOrder, DossierPage, DossierRow, FoundKind, FoundRow
from orapp.storage.grouping import counted, group_counts, in_group
from orapp.storage.searching import all_keys, match_of, some_keys
from orapp.storage.sorting import NO_DATE, sort_text
from orapp.storage.tables import deadline, dossier_summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Select
    from sqlalchemy.engine import Connection

    from orapp.services.rows import DeadlineQuery, DossierQuery, GroupCount, Visibility

SHOWN = tuple(name for name in dossier_summary.c if name.key not in {"key", "law_stamp", "program_version"})

FEW = 500
"""So many lines are fetched and sorted; where more match, the sort index is walked until the page is full."""

# In the words of the index that holds only these: a bound value would not find it.
_RUNNING = text("deadline.state != 'closed'")
_FATAL = text("deadline.severity = 'fatal' AND deadline.state = 'running'")
_OPEN = text("dossier_summary.status != 'closed'")


def _filtered(query: DossierQuery, visibility: Visibility, statement: Select[Any]) -> Select[Any]:
    rows = dossier_summary.c
    if not visibility.secret:
        statement = statement.where(rows.secret.is_(False))
    if query.kinds:
        statement = statement.where(rows.kind.in_([str(kind) for kind in query.kinds]))
    if query.statuses:
        statement = statement.where(rows.status.in_([str(status) for status in query.statuses]))
    if query.turn:
        statement = statement.where(rows.turn == query.turn)
    if query.undated or query.asks_until is not None:
        statement = statement.where(_OPEN)
    if query.undated:
        statement = statement.where(rows.next_deadline_key == NO_DATE)
    if query.asks_until is not None:
        near = rows.next_deadline_key <= query.asks_until.isoformat()
        statement = statement.where(or_(rows.turn == Party.COUNCIL.value, rows.attention > 0, near))
    if query.owner:
        statement = statement.where(rows.owner == (query.owner if visibility.names else None))
    if query.attention:
        statement = statement.where(rows.attention > 0)
    if query.secret:
        statement = statement.where(rows.secret.is_(True))
    if query.tag:
        tagged = func.json_each(rows.tags).table_valued("value")
        statement = statement.where(select(1).select_from(tagged).where(tagged.c.value == query.tag).exists())
    return statement


def _found(connection: Connection, typed: str, statement: Select[Any]) -> Select[Any]:
    """Keeps the lines that have the typed words. The sign says that these keys are to be looked up, not walked along."""
    match = match_of(typed)
    if not match:
        return statement
    keys = some_keys(connection, match, FEW + 1)
    if len(keys) <= FEW:
        return statement.where(dossier_summary.c.key.in_(keys))
    return statement.where(literal_column("+dossier_summary.key").in_(all_keys(match)))


def _tagged(connection: Connection, query: DossierQuery, statement: Select[Any], *, walked: bool) -> Select[Any]:
    """Looks a tag up by its words: they stand in the search index of the line. The line itself then says whether it has it.

    A page that walks along the sort index meets a frequent tag soon enough; what counts must not look at every line.
    """
    match = match_of(query.tag)
    if not match:
        return statement
    keys = some_keys(connection, match, FEW + 1)
    if len(keys) <= FEW:
        return statement.where(dossier_summary.c.key.in_(keys))
    return statement if walked else statement.where(dossier_summary.c.key.in_(all_keys(match)))


def dossier_page(connection: Connection, query: DossierQuery, visibility: Visibility) -> DossierPage:
    """One page of the list, by keyset: the index leads straight to where the page before ended."""
    rows = dossier_summary.c
    key = rows[f"{query.order.value}_key"]
    statement = _found(connection, query.text, _filtered(query, visibility, select(*SHOWN)))
    statement = in_group(connection, query, _tagged(connection, query, statement, walked=True), FEW)
    if query.after is not None:
        value, last_id = query.after
        statement = (
            statement.where(or_(key < value, and_(key == value, rows.dossier_id < last_id)), key <= value)
            if query.descending
            else statement.where(or_(key > value, and_(key == value, rows.dossier_id > last_id)), key >= value)
        )
    order = (key.desc(), rows.dossier_id.desc()) if query.descending else (key, rows.dossier_id)
    found = connection.execute(statement.order_by(*order).limit(query.limit + 1)).all()
    shown = found[: query.limit]
    return DossierPage(rows=tuple(_dossier_row(row, query.order, visibility) for row in shown), more=len(found) > len(shown))


def dossier_count(connection: Connection, query: DossierQuery, visibility: Visibility) -> int:
    """How many dossiers the query has on all its pages."""
    statement = _filtered(query, visibility, select(func.count()).select_from(dossier_summary))
    statement = in_group(connection, query, _tagged(connection, query, statement, walked=False), FEW)
    return int(connection.execute(_found(connection, query.text, statement)).scalar_one())


def dossier_groups(connection: Connection, query: DossierQuery, visibility: Visibility) -> tuple[GroupCount, ...]:
    """The groups that the query asks for, each with its count; none where it asks for no groups."""
    by = query.group_by
    if by is None or (by is DossierGroup.OWNER and not visibility.names):
        return ()
    statement = _tagged(connection, query, _filtered(query, visibility, counted(by)), walked=False)
    return group_counts(connection, by, _found(connection, query.text, statement))


def list_words(connection: Connection, visibility: Visibility) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Every tag and every owner in the list, sorted as people expect."""
    rows = dossier_summary.c
    shown = select(rows.owner).distinct().where(rows.owner != "")
    tags = select(rows.tags).distinct().where(rows.tags != "[]")
    if not visibility.secret:
        shown, tags = shown.where(rows.secret.is_(False)), tags.where(rows.secret.is_(False))
    found = {tag for text_ in connection.scalars(tags) for tag in json.loads(text_)}
    owners = set(connection.scalars(shown)) if visibility.names else set()
    return tuple(sorted(found, key=sort_text)), tuple(sorted(owners, key=sort_text))


def found_dossiers(connection: Connection, dossier_ids: Sequence[str], visibility: Visibility) -> tuple[FoundRow, ...]:
    """These dossiers in the order in which they are named; one that is gone or may not be shown is left out."""
    of = dossier_summary.c
    statement = select(of.dossier_id, of.reference, of.title, of.phase_label).where(of.dossier_id.in_(list(dossier_ids)))
    if not visibility.secret:
        statement = statement.where(of.secret.is_(False))
    rows = {row.dossier_id: row for row in connection.execute(statement)}
    return tuple(
        FoundRow(
            kind=FoundKind.DOSSIER, dossier_id=row.dossier_id, reference=row.reference, title=row.title, second=row.phase_label
        )
        for row in (rows[dossier_id] for dossier_id in dossier_ids if dossier_id in rows)
    )


def _dossier_row(row: Any, order: DossierOrder, visibility: Visibility) -> DossierRow:
    return DossierRow(
        id=row.dossier_id,
        reference=row.reference,
        title=row.title,
        kind=DossierKind(row.kind),
        status=DossierStatus(row.status),
        phase=row.phase,
        phase_label=row.phase_label,
        next_step=row.next_step,
        turn=row.turn,
        attention=row.attention,
        next_deadline=row.next_deadline,
        deadline_last_day=row.deadline_last_day,
        deadline_title=row.deadline_title,
        deadline_nature=row.deadline_nature,
        deadline_severity=row.deadline_severity,
        owner=row.owner if visibility.names else "",
        tags=tuple(json.loads(row.tags)),
        secret=row.secret,
        updated_at=row.updated_at,
        key=(getattr(row, f"{order.value}_key"), row.dossier_id),
    )


def deadline_rows(connection: Connection, query: DeadlineQuery, visibility: Visibility) -> tuple[DeadlineRow, ...]:
    """Deadlines over all dossiers or of one, by the day to work with."""
    rows, of = deadline.c, dossier_summary.c
    statement = select(*rows, of.reference, of.title.label("dossier_title"), of.secret).join(
        dossier_summary, of.dossier_id == rows.dossier_id
    )
    if query.dossier_id:
        statement = statement.where(rows.dossier_id == query.dossier_id)
    if query.fatal:
        statement = statement.where(_FATAL, rows.actor == Party.COUNCIL.value)
    elif not query.include_closed:
        statement = statement.where(_RUNNING)
    if query.natures:
        statement = statement.where(rows.nature.in_(query.natures))
    if query.actors:
        statement = statement.where(rows.actor.in_(query.actors))
    if query.until is not None:
        statement = statement.where(rows.act_by <= query.until)
    if query.since is not None:
        statement = statement.where(rows.act_by >= query.since)
    if query.after is not None:
        day, dossier_id, key = query.after
        beyond = or_(rows.dossier_id > dossier_id, and_(rows.dossier_id == dossier_id, rows.key > key))
        statement = statement.where(rows.act_by >= day, or_(rows.act_by > day, beyond))
    if not visibility.secret:
        statement = statement.where(of.secret.is_(False))
    statement = _found(connection, query.text, statement)
    ordered = statement.order_by(rows.act_by, rows.dossier_id, rows.key).limit(query.limit)
    return tuple(_deadline_row(row) for row in connection.execute(ordered).all())


def _deadline_row(row: Any) -> DeadlineRow:
    return DeadlineRow(
        dossier_id=row.dossier_id,
        reference=row.reference,
        dossier_title=row.dossier_title,
        key=row.key,
        rule=row.rule,
        title=row.title,
        subject=row.subject,
        article=row.article,
        nature=row.nature,
        severity=row.severity,
        actor=row.actor,
        ground=row.ground,
        start=row.start,
        plain_end=row.plain_end,
        last_day=row.last_day,
        safe_day=row.safe_day,
        disputed=row.disputed,
        state=row.state,
        closed_because=row.closed_because,
        shown=row.shown,
        secret=row.secret,
    )
