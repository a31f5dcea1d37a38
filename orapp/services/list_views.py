"""Saved views of the list of dossiers: a filter with order, groups and columns under a name, kept in the archive.

They stand in the archive and not on the machine: a view speaks of tags and people of this council, it belongs to whoever
works with it, and so it travels along with a backup or to another laptop.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from orapp.domain.dossier import DossierKind, DossierStatus
from orapp.law.facts import Party
from orapp.services.failures import Refusal
from orapp.services.rows import DossierGroup, DossierOrder, DossierQuery

if TYPE_CHECKING:
    from orapp.services.ports import Archive

SETTING = "list.views"
MOST_VIEWS = 30
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """A view under its name. `columns` is how the columns stand, as the window wrote it; empty leaves them as they are."""

    name: str
    query: DossierQuery
    columns: str = ""


OPEN = (DossierStatus.RUNNING, DossierStatus.AFTERCARE)

RUNNING = DossierQuery(statuses=(DossierStatus.RUNNING,))
OUR_TURN = DossierQuery(statuses=OPEN, turn=Party.COUNCIL.value)
AFTERCARE = DossierQuery(statuses=(DossierStatus.AFTERCARE,))
UNDATED = DossierQuery(undated=True, order=DossierOrder.UPDATED, descending=True)
EVERYTHING = DossierQuery(order=DossierOrder.REFERENCE, descending=True)


class ListViewService:
    """The saved views of one open archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def read(self) -> tuple[ListView, ...]:
        """The views in the order in which they were made."""
        with self._archive.read() as reader:
            return _read(reader.settings().get(SETTING, ""))

    def keep(self, view: ListView, person: str) -> tuple[ListView, ...]:
        """Keep a view; one with the same name is replaced. Raises Refusal("views.no_name"), Refusal("views.too_many")."""
        name = " ".join(view.name.split())[:LONGEST_NAME]
        if not name:
            raise Refusal("views.no_name", place="naam")
        with self._archive.write(person) as work:
            present = _read(work.settings().get(SETTING, ""))
            kept = [one for one in present if one.name.casefold() != name.casefold()]
            if len(kept) >= MOST_VIEWS:
                raise Refusal("views.too_many", place="naam", most=str(MOST_VIEWS))
            after = (*kept, replace(view, name=name))
            work.put_setting(SETTING, _written(after))
        return after

    def remove(self, name: str, person: str) -> tuple[ListView, ...]:
        """Forget a view; one that is gone already is no failure."""
        with self._archive.write(person) as work:
            after = tuple(one for one in _read(work.settings().get(SETTING, "")) if one.name != name)
            work.put_setting(SETTING, _written(after))
        return after


def _written(views: tuple[ListView, ...]) -> str:
    return json.dumps([_as_json(view) for view in views], ensure_ascii=False)


def _as_json(view: ListView) -> dict[str, object]:
    query = view.query
    return {
        "name": view.name,
        "text": query.text,
        "kinds": [kind.value for kind in query.kinds],
        "statuses": [status.value for status in query.statuses],
        "turn": query.turn,
        "tag": query.tag,
        "owner": query.owner,
        "attention": query.attention,
        "secret": query.secret,
        "undated": query.undated,
        "order": query.order.value,
        "descending": query.descending,
        "group_by": query.group_by.value if query.group_by is not None else "",
        "columns": view.columns,
    }


def _read(text: str) -> tuple[ListView, ...]:
    """The views in a setting; what a newer or broken program wrote there and is not understood is left out."""
    try:
        found = json.loads(text) if text else []
    except ValueError:
        return ()
    rows = [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []
    views = (_view(row) for row in rows)
    return tuple(view for view in views if view is not None)


def _view(row: dict[str, Any]) -> ListView | None:
    try:
        return ListView(
            name=str(row["name"]),
            columns=str(row.get("columns", "")),
            query=DossierQuery(
                text=str(row.get("text", "")),
                kinds=tuple(DossierKind(kind) for kind in row.get("kinds", [])),
                statuses=tuple(DossierStatus(status) for status in row.get("statuses", [])),
                turn=str(row.get("turn", "")),
                tag=str(row.get("tag", "")),
                owner=str(row.get("owner", "")),
                attention=row.get("attention") is True,
                secret=row.get("secret") is True,
                undated=row.get("undated") is True,
                order=DossierOrder(row.get("order", DossierOrder.NEXT_DEADLINE)),
                descending=row.get("descending") is True,
                group_by=DossierGroup(row["group_by"]) if row.get("group_by") else None,
            ),
        )
    except (KeyError, ValueError, TypeError):
        return None
