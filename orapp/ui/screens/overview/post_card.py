"""Post and signatures: what came in and is not registered, what is to be signed or sent, and what is to be expected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from orapp.domain.points import PointKind
from orapp.services.rows import MOST_COUNTED, PointRow
from orapp.texts.dates import SHORT_MONTHS, short_date
from orapp.ui.kit.cards import Card, empty_hint
from orapp.ui.kit.tables import Cell, Column
from orapp.ui.screens.overview.link_table import LinkTable

if TYPE_CHECKING:
    from orapp.services.overview import Listed, Overview
    from orapp.ui.kit.workplace import Workplace

MOST_ITEMS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRow:
    """One line: a kind with its count, or one point of it."""

    point: PointRow
    count: int = 0


def counted(count: int) -> str:
    """A count as it is told: exact, or from where counting stops."""
    return (
        QCoreApplication.translate("overview", "ruim {count}").format(count=MOST_COUNTED - 1)
        if count >= MOST_COUNTED
        else str(count)
    )


class PostCard(Card):
    """Each line leads to its paper, letter or announcement; the line of a kind leads to its oldest, and names the only one."""

    opened = Signal(object)

    def __init__(self, place: Workplace) -> None:
        super().__init__(place.look, QCoreApplication.translate("overview", "Post en handtekeningen"))
        self._place = place
        columns: list[Column[PostRow]] = [
            Column(key="what", title=self.tr("Wat"), cell=self._what, weight=1),
            Column(key="when", title=self.tr("Aantal of datum"), cell=self._aside, pixels=96),
        ]
        self.table: LinkTable[PostRow] = LinkTable(
            columns,
            place.look,
            "overzicht-post",
            self.tr("Post en handtekeningen"),
            lambda row: (row.point.kind, row.point.item_id, bool(row.count)),
            headed=False,
        )
        self.table.opened.connect(self._open)
        self.body.addWidget(self.table)
        self.empty = empty_hint(self.tr("Alle post is geregistreerd, en er is niets te ondertekenen of te versturen."))
        self.body.addWidget(self.empty)

    def show_post(self, overview: Overview) -> None:
        """Shows what waits."""
        rows: list[PostRow] = []
        for listed in (overview.register, overview.sign, overview.send):
            rows += _of_kind(listed)
        rows += [PostRow(point=point) for point in overview.expected.rows]
        self.table.show_rows(tuple(rows))
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)

    def rows(self) -> tuple[PostRow, ...]:
        """What is shown."""
        return self.table.row_model.rows

    def _open(self, row: PostRow) -> None:
        self.opened.emit(row.point)

    def _what(self, row: PostRow) -> Cell:
        point = row.point
        if row.count:
            return Cell(text=self._kind(point.kind), second=self._named(point) if row.count == 1 else "", lines=1)
        if point.kind is PointKind.EXPECTED:
            words = self.tr("Verwacht (art. 24): {what}").format(what=point.text)
            return Cell(text=words, second=f"{point.reference} {point.dossier_title}", lines=2)
        return Cell(text=self._named(point), quiet=True, lines=1)

    @staticmethod
    def _named(point: PointRow) -> str:
        """A paper has a code that people say ("D3"); of a letter its subject tells which it is."""
        paper = point.code if point.kind is PointKind.REGISTER else ""
        return " ".join(part for part in (point.reference, paper, point.text) if part)

    def _aside(self, row: PostRow) -> Cell:
        point, today = row.point, self._place.today()
        if row.count:
            return Cell(text=counted(row.count), strong=True)
        if point.kind is not PointKind.EXPECTED:
            return Cell(text=short_date(point.day, this_year=today.year) if point.day else "", quiet=True)
        if point.day is None:
            return Cell(text=self.tr("geen datum"), quiet=True)
        if (point.day - today).days > 31:
            year = f" {point.day.year}" if point.day.year != today.year else ""
            return Cell(text=f"{SHORT_MONTHS[point.day.month - 1]}{year}", quiet=True)
        return Cell(text=short_date(point.day, this_year=today.year), quiet=point.day >= today)

    def _kind(self, kind: PointKind) -> str:
        match kind:
            case PointKind.REGISTER:
                return self.tr("Binnengekomen, nog niet geregistreerd")
            case PointKind.SIGN:
                return self.tr("Te ondertekenen")
            case _:
                return self.tr("Te versturen")


def _of_kind(listed: Listed) -> list[PostRow]:
    if not listed.rows:
        return []
    kind = PostRow(point=listed.rows[0], count=listed.count)
    return [kind] if listed.count == 1 else [kind, *(PostRow(point=point) for point in listed.rows[:MOST_ITEMS])]
