"""Which automatic backups stay: 10 days, 8 weeks, 12 months, within a total size; the newest always."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

DAYS = 10
WEEKS = 8
MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A backup as far as the calendar is concerned: its name (unique), its day, its order of making, its size in bytes.

    `upheaval` marks one that was made before a migration or a new passphrase.
    """

    name: str
    day: date
    order: str
    size: int = 0
    upheaval: bool = False


def _month(day: date) -> int:
    return day.year * 12 + day.month


def _week(day: date) -> int:
    """The number of the week (Monday to Sunday) since the calendar began."""
    return (day.toordinal() - 1) // 7


def kept(copies: Iterable[Copy], today: date, most_bytes: int) -> frozenset[str]:
    """The names of the backups that stay.

    The newest of each of the last 10 days, 8 weeks and 12 months, today's own included, and for 10 days whatever was made
    before an upheaval; then the oldest go until the
    rest fits in `most_bytes`. The newest backup stays whatever its age and size. A backup from the future (a clock that
    was set back) counts as made today.
    """
    newest_first = sorted(copies, key=lambda copy: (copy.day, copy.order, copy.name), reverse=True)
    chosen: list[Copy] = newest_first[:1]
    seen: set[tuple[str, int]] = set()
    for copy in newest_first:
        day = min(copy.day, today)
        slots = [
            ("day", day.toordinal(), (today - day).days < DAYS),
            ("week", _week(day), _week(today) - _week(day) < WEEKS),
            ("month", _month(day), _month(today) - _month(day) < MONTHS),
        ]
        wanted = copy.upheaval and (today - day).days < DAYS
        for name, number, within in slots:
            if within and (name, number) not in seen:
                seen.add((name, number))
                wanted = True
        if wanted and copy not in chosen:
            chosen.append(copy)
    total = 0
    names: set[str] = set()
    for place, copy in enumerate(chosen):
        total += copy.size
        if place and total > most_bytes:
            break
        names.add(copy.name)
    return frozenset(names)


def ends_on(name: str, copies: Iterable[Copy], today: date, most_bytes: int) -> date:
    """The first day on which this backup goes, provided that a newer one exists by then."""
    present = list(copies)
    day = today + timedelta(days=1)
    while True:
        newer = Copy(name="", day=day, order="~")
        if name not in kept([*present, newer], day, most_bytes):
            return day
        day += timedelta(days=1)
