"""What of the list is loaded: rows in one order, or groups with their rows, page by page from the top."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from orapp.domain.dossier import DossierKind
from orapp.law.facts import Party
from orapp.services.rows import DossierGroup, DossierQuery, DossierRow, GroupCount, Visibility
from orapp.texts.dates import MONTHS
from orapp.ui.kit.grouped_rows import GroupedModel, GroupHead
from orapp.ui.kit.workplace import capital
from orapp.ui.screens.dossiers.columns import turn_words

if TYPE_CHECKING:
    from orapp.services.desk import Desk
    from orapp.services.dossier_lists import DossierLists
    from orapp.ui.kit.workplace import Workplace

MOST_KEPT = 2000
"""After a change so many rows are asked for again at most; further down the list is read anew while scrolling."""

Rows = tuple[tuple[str, tuple[DossierRow, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a reading gave: rows by group (one group with an empty name where there are none), and the count of all."""

    query: DossierQuery
    groups: tuple[GroupCount, ...] = ()
    rows: Rows = ()
    more: bool = False
    count: int = 0


class Loading:
    """Keeps what is loaded, and says how to get the rest. Only `first`, `words` and what `next_page` gives run on a lane."""

    def __init__(self, desk: Desk, lists: DossierLists, place: Workplace) -> None:
        self._desk = desk
        self._lists = lists
        self._place = place
        self._groups: tuple[GroupCount, ...] = ()
        self._rows: dict[str, tuple[DossierRow, ...]] = {}
        self._more = False
        self._closed: dict[DossierGroup, frozenset[str]] = {}
        self._owners: tuple[str, ...] = ()
        self.query = DossierQuery()

    # -- on the read lane ----------------------------------------------------------------------------------------------

    def first(self, query: DossierQuery, want: int, here: Visibility) -> Found:
        """The list from its beginning."""
        if query.group_by is None:
            page = self._desk.dossiers.page(replace(query, limit=want), here)
            count = self._desk.dossiers.count(query, here)
            return Found(query=query, rows=(("", page.rows),), more=page.more, count=count)
        closed = self._closed.get(query.group_by, frozenset())
        page_ = self._lists.grouped(query, first_groups(query.group_by), closed, want, here)
        count = sum(group.count for group in page_.groups)
        return Found(query=query, groups=page_.groups, rows=page_.rows, more=page_.more, count=count)

    def words(self, here: Visibility) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Tags and owners to filter by; the members of the council are known as owners from here on too."""
        tags, owners = self._lists.words(here)
        members = self._lists.names(here)
        self._owners = (*owners, *(name for name in members if name not in owners))
        return tags, owners

    def next_page(self, size: int, here: Visibility) -> Callable[[], Found] | None:
        """What reads the page that follows, or None where nothing does."""
        query = self.query
        if not self._more:
            return None
        if query.group_by is None:
            rows = self._rows.get("", ())
            if not rows:
                return None
            asked = replace(query, limit=size, after=rows[-1].key)

            def plain() -> Found:
                page = self._desk.dossiers.page(asked, here)
                return Found(query=query, rows=(("", page.rows),), more=page.more)

            return plain
        closed = self._closed.get(query.group_by, frozenset())
        open_groups = [group for group in self._groups if group.value not in closed]
        left = tuple(group.value for group in open_groups if len(self._rows.get(group.value, ())) < group.count)
        if not left:
            return None
        begun = self._rows.get(left[0], ())
        after = begun[-1].key if begun else None

        def grouped() -> Found:
            found, more = self._lists.next_of_groups(query, left, after, size, here)
            return Found(query=query, rows=found, more=more)

        return grouped

    # -- on the window's thread ----------------------------------------------------------------------------------------

    def known_owners(self) -> tuple[str, ...]:
        """Who may be chosen as owner."""
        return self._owners

    def wanted(self, query: DossierQuery, page: int) -> int:
        """How many rows to ask for: as many as were loaded, where it is the same list."""
        loaded = sum(len(rows) for rows in self._rows.values())
        return max(page, min(loaded, MOST_KEPT)) if query == self.query else page

    def take(self, found: Found) -> bool:
        """Keeps a list that was read from its beginning; says whether it is the same list as before."""
        same = found.query == self.query
        self.query, self._groups, self._more = found.query, found.groups, found.more
        self._rows = dict(found.rows)
        return same

    def add(self, found: Found, model: GroupedModel[DossierRow]) -> None:
        """Adds a next page; one of another list is left alone."""
        if found.query != self.query:
            return
        self._more = found.more
        for value, rows in found.rows:
            self._rows[value] = self._rows.get(value, ()) + rows
        if self.query.group_by is None:
            model.append(found.rows[0][1], more=found.more)
        else:
            self.put_in(model)

    def put_in(self, model: GroupedModel[DossierRow]) -> None:
        """Shows what is loaded."""
        by = self.query.group_by
        if by is None:
            model.show(self._rows.get("", ()), more=self._more)
            return
        closed = self._closed.get(by, frozenset())
        heads = tuple(
            GroupHead(value=one.value, words=self._words_of(by, one.value), count=one.count, open=one.value not in closed)
            for one in self._groups
        )
        model.show_groups(heads, self._rows, more=self._more)

    def toggle(self, head: GroupHead) -> None:
        """Opens or closes a group; that holds as long as the window is open."""
        by = self.query.group_by
        if by is not None:
            self._closed[by] = self._closed.get(by, frozenset()) ^ {head.value}

    def _words_of(self, by: DossierGroup, value: str) -> str:
        match by:
            case DossierGroup.KIND:
                return capital(self._place.texts.label(DossierKind(value)))
            case DossierGroup.PHASE:
                return capital(value) or QCoreApplication.translate("dossiers", "Zonder fase")
            case DossierGroup.TURN:
                return QCoreApplication.translate("dossiers", "Aan zet: {party}").format(party=turn_words(value))
            case DossierGroup.OWNER:
                return value or QCoreApplication.translate("dossiers", "Zonder trekker")
            case DossierGroup.MONTH:
                return _month_words(value)


def _month_words(value: str) -> str:
    if not value:
        return QCoreApplication.translate("dossiers", "Zonder datum")
    first = date.fromisoformat(f"{value}-01")
    return f"{capital(MONTHS[first.month - 1])} {first.year}"


def first_groups(by: DossierGroup) -> tuple[str, ...]:
    """What a person expects on top, where that is not the order of the alphabet."""
    match by:
        case DossierGroup.TURN:
            return (Party.COUNCIL.value, Party.DIRECTOR.value, Party.ENTREPRENEUR.value, Party.COURT.value)
        case DossierGroup.KIND:
            return tuple(kind.value for kind in DossierKind)
        case _:
            return ()
