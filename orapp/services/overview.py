"""What the council must know today, over all its dossiers: one look at the archive gives all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from orapp.domain.derived import Deadline
from orapp.domain.points import Point, PointKind, PromiseState
from orapp.services.failures import Refusal
from orapp.services.ports import Archive, Clock, DossierReader
from orapp.services.rows import (
    FULL_VIEW,
    DeadlineQuery,
    DeadlineRow,
    DossierOrder,
    DossierQuery,
    DossierRow,
    PointQuery,
    PointRow,
    Visibility,
)

RED_FROM_DAY = 7
"""A month that costs a right is red from its seventh day on, not on its last (practice.md 5)."""

NEAR = timedelta(days=7)
MOST_TERMS = 6
LEAST_TERMS = 3
FAR = timedelta(days=183)
MOST_ASKING = 7
MOST_POINTS = 6
MOST_LATE = 3
MOST_FATAL = 20
OVERDUE = "overdue"


@dataclass(frozen=True, slots=True, kw_only=True)
class FatalTerm:
    """A running term by which the council loses a right, and what was done in it so far; None where it was not recorded.

    `red` from the seventh day of the month on.
    """

    row: DeadlineRow
    deadline: Deadline
    red: bool
    lawyer: date | None
    costs: date | None
    resolved: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskingDossier:
    """A dossier that asks for something now: its line in the list, and why in one sentence."""

    row: DossierRow
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The first points of a kind, and how many there are (up to `MOST_COUNTED`)."""

    rows: tuple[PointRow, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """How many commitments were kept, run, are late, or were broken; and the ones that are late, the latest first."""

    kept: int = 0
    running: int = 0
    late: int = 0
    broken: int = 0
    late_rows: tuple[PointRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything on the overview of one day. `empty` where the archive shows no dossier at all."""

    today: date
    empty: bool
    fatal: FatalTerm | None
    more_fatal: int
    terms: tuple[DeadlineRow, ...]
    more_terms: bool
    asking: tuple[AskingDossier, ...]
    more_asking: bool
    undated: int
    actions: Listed
    register: Listed
    sign: Listed
    send: Listed
    expected: Listed
    promises: Promises


class OverviewService:
    """The overview of one open archive."""

    def __init__(self, archive: Archive, clock: Clock) -> None:
        self._archive = archive
        self._clock = clock

    def read(self, person: str, visibility: Visibility = FULL_VIEW) -> Overview:
        """The overview of today; the action items of `person` come first."""
        today = self._clock.today()
        with self._archive.read() as reader:
            terms = reader.deadlines(DeadlineQuery(limit=MOST_TERMS + 1), visibility)
            near = _near(terms, today)
            asking = reader.dossiers(DossierQuery(asks_until=today + NEAR, limit=MOST_ASKING), visibility)
            fatal = [
                row for row in reader.deadlines(DeadlineQuery(fatal=True, limit=MOST_FATAL), visibility) if pressing(row, today)
            ]
            return Overview(
                today=today,
                empty=not asking.rows and not terms and _is_empty(reader, visibility),
                fatal=_whole(reader, fatal[0], today) if fatal else None,
                more_fatal=max(0, len(fatal) - 1),
                terms=near,
                more_terms=len(terms) > len(near),
                asking=tuple(AskingDossier(row=row, why=_why(reader, row, visibility)) for row in asking.rows),
                more_asking=asking.more,
                undated=reader.dossier_count(DossierQuery(undated=True), visibility),
                actions=_actions(reader, person, visibility),
                register=_listed(reader, PointKind.REGISTER, visibility),
                sign=_listed(reader, PointKind.SIGN, visibility),
                send=_listed(reader, PointKind.SEND, visibility),
                expected=_listed(reader, PointKind.EXPECTED, visibility),
                promises=_promises(reader, today, visibility),
            )

    def leading_request(self, dossier_id: str) -> str:
        """The request that the next step of a dossier belongs to, or empty."""
        with self._archive.read() as reader:
            return _leads(reader, dossier_id)

    def deadline(self, dossier_id: str, key: str) -> Deadline:
        """One deadline whole, with how it was counted. Raises Refusal("deadline.unknown") where it is gone."""
        with self._archive.read() as reader:
            return _deadline(reader, dossier_id, key)

    def deadlines(self, asked: Sequence[tuple[str, str]]) -> tuple[Deadline | None, ...]:
        """Deadlines whole, by (dossier id, key), each dossier read once; None for one that is gone."""
        with self._archive.read() as reader:
            known: dict[str, dict[str, Deadline]] = {}
            for dossier_id, _ in asked:
                if dossier_id not in known:
                    derived = reader.derived(dossier_id)
                    known[dossier_id] = {one.key: one for one in derived.deadlines} if derived is not None else {}
            return tuple(known[dossier_id].get(key) for dossier_id, key in asked)


def _leads(reader: DossierReader, dossier_id: str) -> str:
    derived = reader.derived(dossier_id)
    return derived.summary.request_id if derived is not None else ""


def _near(terms: tuple[DeadlineRow, ...], today: date) -> tuple[DeadlineRow, ...]:
    """The nearest terms; those of half a year away and further only where there is little else."""
    return tuple(row for number, row in enumerate(terms[:MOST_TERMS]) if number < LEAST_TERMS or row.act_by - today < FAR)


def pressing(row: DeadlineRow, today: date) -> bool:
    """Whether a fatal term is told above all else: from the seventh day of its month, or within its last seven days."""
    return is_red(row, today) or row.act_by - today <= NEAR


def is_red(row: DeadlineRow, today: date) -> bool:
    """Whether a fatal term is told in red."""
    return (today - row.start).days >= RED_FROM_DAY


def _deadline(reader: DossierReader, dossier_id: str, key: str) -> Deadline:
    derived = reader.derived(dossier_id)
    found = next((one for one in derived.deadlines if one.key == key), None) if derived is not None else None
    if found is None:
        raise Refusal("deadline.gone")
    return found


def _whole(reader: DossierReader, row: DeadlineRow, today: date) -> FatalTerm:
    done = [one for one in reader.points_of(row.dossier_id) if one.text == row.key]
    return FatalTerm(
        row=row,
        deadline=_deadline(reader, row.dossier_id, row.key),
        red=is_red(row, today),
        lawyer=_last(done, PointKind.LAWYER, today),
        costs=_last(done, PointKind.COSTS, today),
        resolved=_last(done, PointKind.RESOLVED, today),
    )


def _last(done: list[Point], kind: PointKind, today: date) -> date | None:
    return max((one.day for one in done if one.kind is kind and one.day is not None and one.day <= today), default=None)


def _is_empty(reader: DossierReader, visibility: Visibility) -> bool:
    return not reader.dossiers(DossierQuery(order=DossierOrder.REFERENCE, limit=1), visibility).rows


def _why(reader: DossierReader, row: DossierRow, visibility: Visibility) -> str:
    """The most pressing attention, where there is any. That a date is past, its next step says already."""
    if not row.attention or not visibility.strategy:
        return ""
    said = (one for one in reader.points_of(row.id) if one.kind is PointKind.ATTENTION and one.code != OVERDUE)
    return next((one.text for one in said), "")


def _listed(reader: DossierReader, kind: PointKind, visibility: Visibility) -> Listed:
    query = PointQuery(kind=kind, limit=MOST_POINTS)
    rows = reader.points(query, visibility)
    return Listed(rows=rows, count=reader.point_count(query, visibility) if len(rows) == query.limit else len(rows))


def _actions(reader: DossierReader, person: str, visibility: Visibility) -> Listed:
    """One's own first, whatever the date of the others'."""
    everything = _listed(reader, PointKind.ACTION, visibility)
    if not everything.count or not person:
        return everything
    mine = reader.points(PointQuery(kind=PointKind.ACTION, owner=person, limit=MOST_POINTS), visibility)
    others = reader.points(PointQuery(kind=PointKind.ACTION, not_owner=person, limit=MOST_POINTS), visibility)
    return Listed(rows=(*mine, *others)[:MOST_POINTS], count=everything.count)


def _promises(reader: DossierReader, today: date, visibility: Visibility) -> Promises:
    def counted(state: PromiseState, before: date | None = None, since: date | None = None) -> int:
        query = PointQuery(kind=PointKind.PROMISE, state=state.value, before=before, since=since)
        return reader.point_count(query, visibility)

    late = PointQuery(kind=PointKind.PROMISE, state=PromiseState.OPEN.value, before=today, limit=MOST_LATE)
    return Promises(
        kept=counted(PromiseState.KEPT),
        running=counted(PromiseState.OPEN, since=today),
        late=counted(PromiseState.OPEN, before=today),
        broken=counted(PromiseState.BROKEN),
        late_rows=reader.points(late, visibility),
    )
