"""Groups of the list of dossiers: which there are with how many each, and the lines of one of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, func, literal_column, select

from orapp.services.rows import DossierGroup, DossierOrder, GroupCount
from orapp.storage.sorting import NO_DATE, sort_text
from orapp.storage.tables import dossier_summary

if TYPE_CHECKING:
    from sqlalchemy import Select
    from sqlalchemy.engine import Connection

    from orapp.services.rows import DossierQuery

MONTH_SIGNS = 7

Condition = Callable[[ColumnElement[str]], ColumnElement[bool]]
_AFTER_EVERY_DAY = "-~"

# What a group has in common, read from an index that holds it.
_OF = {
    DossierGroup.KIND: dossier_summary.c.kind,
    DossierGroup.PHASE: dossier_summary.c.phase_key,
    DossierGroup.TURN: dossier_summary.c.turn,
    DossierGroup.OWNER: dossier_summary.c.owner,
    DossierGroup.MONTH: func.substr(dossier_summary.c.next_deadline_key, 1, MONTH_SIGNS),
}


def group_counts(connection: Connection, by: DossierGroup, narrowed: Select[Any]) -> tuple[GroupCount, ...]:
    """The groups of the lines that are left, in order, each with its count. `narrowed` selects the two columns."""
    found = [(str(value), int(count)) for value, count in connection.execute(narrowed.group_by(_OF[by]))]
    match by:
        case DossierGroup.PHASE:
            return tuple(GroupCount(value=_phase_of(connection, key), count=count) for key, count in sorted(found))
        case DossierGroup.MONTH:
            months = [("" if value == NO_DATE[:MONTH_SIGNS] else value, count) for value, count in sorted(found)]
            return tuple(GroupCount(value=value, count=count) for value, count in months)
        case _:
            # Who has no owner stands last, as who has no date does.
            ordered = sorted(found, key=lambda pair: (not pair[0], sort_text(pair[0]), pair[0]))
            return tuple(GroupCount(value=value, count=count) for value, count in ordered)


def counted(by: DossierGroup) -> Select[Any]:
    """What `group_counts` reads, before it is narrowed."""
    return select(_OF[by], func.count()).select_from(dossier_summary)


def _phase_of(connection: Connection, key: str) -> str:
    label = select(dossier_summary.c.phase_label).where(dossier_summary.c.phase_key == key).limit(1)
    return str(connection.execute(label).scalar_one_or_none() or "")


def in_group(connection: Connection, query: DossierQuery, statement: Select[Any], few: int) -> Select[Any]:
    """Keeps the lines of the group that the query names."""
    if query.group_by is None or query.group is None:
        return statement
    rows = dossier_summary.c
    wanted: Condition
    match query.group_by:
        case DossierGroup.KIND | DossierGroup.TURN | DossierGroup.OWNER:
            # Every sort index holds these.
            return statement.where(_OF[query.group_by] == query.group)
        case DossierGroup.PHASE:
            wanted = partial(_is, sort_text(query.group))
            if query.order is DossierOrder.PHASE:
                return statement.where(wanted(rows.phase_key))
            return _looked_up(connection, "phase_key", wanted, statement, few)
        case DossierGroup.MONTH:
            wanted = partial(_in_month, query.group) if query.group else partial(_is, NO_DATE)
            if query.order is DossierOrder.NEXT_DEADLINE:
                return statement.where(wanted(rows.next_deadline_key))
            return _looked_up(connection, "next_deadline_key", wanted, statement, few)


def _is(value: str, column: ColumnElement[str]) -> ColumnElement[bool]:
    return column == value


def _in_month(month: str, column: ColumnElement[str]) -> ColumnElement[bool]:
    return and_(column >= month, column < month + _AFTER_EVERY_DAY)


def _looked_up(connection: Connection, column: str, wanted: Condition, statement: Select[Any], few: int) -> Select[Any]:
    """Few lines are looked up by their keys; where there are many, the sort index meets them soon enough.

    The sign keeps the column's own index out of that walk: it would gather all lines of the group and sort them.
    """
    rows = dossier_summary.c
    keys = list(connection.scalars(select(rows.key).where(wanted(rows[column])).limit(few + 1)))
    if len(keys) <= few:
        return statement.where(rows.key.in_(keys))
    walked: ColumnElement[str] = literal_column(f"+dossier_summary.{column}")
    return statement.where(wanted(walked))
