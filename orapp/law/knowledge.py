"""Which day starts the month: the earliest knowledge of any member, with later notices as arguable second starts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from orapp.law.dutch_dates import in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One time that a decision became known. `known_by_member` is the day any member first knew, where that is earlier."""

    on: dt.date
    known_by_member: dt.date | None = None
    written: bool | None = None
    reasoned: bool | None = None
    source: str = ""

    @property
    def earliest(self) -> dt.date:
        """The first day of knowledge that this notice shows."""
        return self.on if self.known_by_member is None else min(self.on, self.known_by_member)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArguableStart:
    """A later start that a lawyer may defend; it never replaces the safe one."""

    on: dt.date
    source: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthStart:
    """The safe start of the month (none without a notice), why, and the arguable later starts in order of date."""

    safe: dt.date | None
    source: str
    why: str
    arguable: tuple[ArguableStart, ...]


def start_of_month(notices: Sequence[Notice]) -> MonthStart:
    """Where the month of art. 25 lid 6, 26 lid 2 or 27 lid 5 starts.

    Any knowledge of any member starts the safe clock, spoken or unreasoned (practice.md 1.1). A later notice that is
    written and not known to be unreasoned adds an arguable start and replaces nothing.
    """
    if not notices:
        return MonthStart(
            safe=None, source="", why="Er is nog geen kennisgeving of andere kennis van het besluit vastgelegd.", arguable=()
        )
    first = min(notices, key=lambda notice: notice.earliest)
    safe = first.earliest
    later: dict[dt.date, ArguableStart] = {}
    for notice in sorted(notices, key=lambda item: item.on):
        if notice.on > safe and notice.written is not False and notice.reasoned is not False and notice.on not in later:
            later[notice.on] = ArguableStart(on=notice.on, source=notice.source, text=_arguable(notice))
    how = "Enig lid van de OR wist het op die dag" if safe != first.on else "Het is de vroegste kennisgeving"
    why = f"{how}; elke kennis van het besluit laat de veilige termijn beginnen, ook mondeling of zonder redenen."
    return MonthStart(safe=safe, source=first.source, why=why, arguable=tuple(later.values()))


def _arguable(notice: Notice) -> str:
    what = "de schriftelijke, gemotiveerde mededeling" if notice.written and notice.reasoned else "de latere mededeling"
    return f"Een begin op {in_words(notice.on)}, {what}, is verdedigbaar; vraag een advocaat. De eerdere datum blijft staan."
