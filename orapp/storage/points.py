"""The points of dossiers: what the overview asks for and counts, kept beside the dossiers and found by their day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, insert, select

from orapp.domain.points import Point, PointKind
from orapp.services.rows import MOST_COUNTED, PointRow
from orapp.storage.sorting import NO_DATE, sort_text
from orapp.storage.tables import dossier_summary, point

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.engine import Connection

    from orapp.domain.derived import Derived
    from orapp.domain.dossier import Dossier
    from orapp.services.rows import PointQuery, Visibility

# Made once: putting a statement together takes longer than running it.
_LEAVE = delete(point).where(point.c.dossier_id == bindparam("id"))
_INSERT = insert(point)
_OF_DOSSIER = select(point).where(point.c.dossier_id == bindparam("id")).order_by(point.c.rank)


def write(connection: Connection, whole: Dossier, derived: Derived) -> None:
    """Stores the points of a dossier in place of those that stood there."""
    from orapp.domain.point_finding import points_of  # who only looks needs none of the law

    connection.execute(_LEAVE, {"id": whole.id})
    rows = [values(whole.id, rank, one) for rank, one in enumerate(points_of(whole, derived))]
    if rows:
        connection.execute(_INSERT, rows)


def remove(connection: Connection, dossier_id: str) -> None:
    """Takes the points of a dossier away."""
    connection.execute(_LEAVE, {"id": dossier_id})


def values(dossier_id: str, rank: int, one: Point) -> dict[str, Any]:
    """The row of one point."""
    return {
        "dossier_id": dossier_id,
        "rank": rank,
        "kind": one.kind.value,
        "state": one.state,
        "item_id": one.item_id,
        "request_id": one.request_id,
        "code": one.code,
        "text": one.text,
        "owner": one.owner,
        "owner_key": sort_text(one.owner),
        "day_key": one.day.isoformat() if one.day is not None else NO_DATE,
    }


def rows_of(connection: Connection, query: PointQuery, visibility: Visibility) -> tuple[PointRow, ...]:
    """The first points of a query, by their day."""
    rows, of = point.c, dossier_summary.c
    statement = _asked(query, select(*rows, of.reference, of.title)).join(
        dossier_summary, dossier_summary.c.dossier_id == rows.dossier_id
    )
    if not visibility.secret:
        statement = statement.where(of.secret.is_(False))
    ordered = statement.order_by(rows.day_key, rows.dossier_id, rows.rank).limit(query.limit)
    return tuple(
        PointRow(
            kind=PointKind(row.kind),
            dossier_id=row.dossier_id,
            reference=row.reference,
            dossier_title=row.title,
            item_id=row.item_id,
            request_id=row.request_id,
            code=row.code,
            text=row.text,
            owner=row.owner if visibility.names else "",
            day=_day(row.day_key),
        )
        for row in connection.execute(ordered)
    )


def count(connection: Connection, query: PointQuery, visibility: Visibility) -> int:
    """How many points a query has, up to `MOST_COUNTED`."""
    statement = _asked(query, select(point.c.dossier_id))
    if not visibility.secret:
        open_ones = select(dossier_summary.c.secret).where(
            dossier_summary.c.dossier_id == point.c.dossier_id, dossier_summary.c.secret.is_(False)
        )
        statement = statement.where(open_ones.exists())
    counted = select(func.count()).select_from(statement.limit(MOST_COUNTED).subquery())
    return int(connection.execute(counted).scalar_one())


def of_dossier(connection: Connection, dossier_id: str) -> tuple[Point, ...]:
    """Every point of one dossier, in order."""
    return tuple(
        Point(
            kind=PointKind(row.kind),
            text=row.text,
            item_id=row.item_id,
            code=row.code,
            request_id=row.request_id,
            owner=row.owner,
            day=_day(row.day_key),
            state=row.state,
        )
        for row in connection.execute(_OF_DOSSIER, {"id": dossier_id})
    )


def _asked(query: PointQuery, statement: Select[Any]) -> Select[Any]:
    rows = point.c
    statement = statement.where(rows.kind == query.kind.value)
    if query.owner:
        statement = statement.where(rows.owner_key == sort_text(query.owner))
    else:
        statement = statement.where(rows.state == query.state)
    if query.not_owner:
        statement = statement.where(rows.owner_key != sort_text(query.not_owner))
    if query.before is not None:
        statement = statement.where(rows.day_key < query.before.isoformat())
    if query.since is not None:
        statement = statement.where(rows.day_key >= query.since.isoformat())
    return statement


def _day(key: str) -> date | None:
    return None if key == NO_DATE else date.fromisoformat(key)
