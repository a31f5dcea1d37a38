"""The list of dossiers as a screen asks for it: groups with their rows page by page, every row, and the words to filter by."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from orapp.services.rows import FULL_VIEW, DossierQuery, DossierRow, GroupCount, Visibility

if TYPE_CHECKING:
    from orapp.services.ports import Archive, DossierReader

PAGE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupedPage:
    """All groups with their counts, and rows of the open ones from the top; `more` says that open groups have more."""

    groups: tuple[GroupCount, ...]
    rows: tuple[tuple[str, tuple[DossierRow, ...]], ...]
    more: bool


class DossierLists:
    """Looks of several queries each, in one consistent reading."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def grouped(
        self, query: DossierQuery, order: Collection[str], closed: Collection[str], want: int, visibility: Visibility = FULL_VIEW
    ) -> GroupedPage:
        """The groups, and so many rows of those that are not closed.

        `order` names groups that come first, in that order; the others follow as the archive sorts them. Each group is
        paged by keyset within itself, so that a page deep in a long list costs no more than the first.
        """
        with self._archive.read() as reader:
            groups = _in_order(reader.dossier_groups(query, visibility), order)
            rows: list[tuple[str, tuple[DossierRow, ...]]] = []
            left = want
            for group in groups:
                if group.value in closed:
                    continue
                if left <= 0:
                    return GroupedPage(groups=groups, rows=tuple(rows), more=True)
                page = reader.dossiers(replace(query, group=group.value, limit=left, after=None), visibility)
                rows.append((group.value, page.rows))
                left -= len(page.rows)
                if page.more:
                    return GroupedPage(groups=groups, rows=tuple(rows), more=True)
        return GroupedPage(groups=groups, rows=tuple(rows), more=False)

    def next_of_groups(
        self,
        query: DossierQuery,
        groups: tuple[str, ...],
        after: tuple[str, str] | None,
        want: int,
        visibility: Visibility = FULL_VIEW,
    ) -> tuple[tuple[tuple[str, tuple[DossierRow, ...]], ...], bool]:
        """So many rows more: of the first of these groups after its last row, and then of those that follow."""
        rows: list[tuple[str, tuple[DossierRow, ...]]] = []
        left = want
        with self._archive.read() as reader:
            for value in groups:
                if left <= 0:
                    return tuple(rows), True
                page = reader.dossiers(replace(query, group=value, limit=left, after=after), visibility)
                after = None
                rows.append((value, page.rows))
                left -= len(page.rows)
                if page.more:
                    return tuple(rows), True
        return tuple(rows), False

    def words(self, visibility: Visibility = FULL_VIEW) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The tags and the owners that dossiers have."""
        with self._archive.read() as reader:
            return reader.list_words(visibility)

    def names(self, visibility: Visibility = FULL_VIEW) -> tuple[str, ...]:
        """The members of the council, as owners to choose from; none where names may not be shown."""
        with self._archive.read() as reader:
            return tuple(member.name for member in reader.council().members) if visibility.names else ()

    def every_row(
        self, query: DossierQuery, visibility: Visibility = FULL_VIEW, order: Collection[str] = ()
    ) -> tuple[DossierRow, ...]:
        """All rows of a query, page after page in one look at the archive; its own page size does not count.

        `order` names the groups that come first.
        """
        with self._archive.read() as reader:
            if query.group_by is None:
                return tuple(self._walk(reader, query, visibility))
            groups = _in_order(reader.dossier_groups(query, visibility), order)
            parts = (self._walk(reader, replace(query, group=one.value), visibility) for one in groups)
            return tuple(row for part in parts for row in part)

    @staticmethod
    def _walk(reader: DossierReader, query: DossierQuery, visibility: Visibility) -> Iterator[DossierRow]:
        asked = replace(query, limit=PAGE, after=None)
        while True:
            page = reader.dossiers(asked, visibility)
            yield from page.rows
            if not page.more:
                return
            asked = replace(asked, after=page.rows[-1].key)


def _in_order(groups: tuple[GroupCount, ...], order: Collection[str]) -> tuple[GroupCount, ...]:
    places = {value: place for place, value in enumerate(order)}
    return tuple(sorted(groups, key=lambda group: places.get(group.value, len(places))))
