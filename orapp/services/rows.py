"""What lists show: queries and their frozen rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orapp.domain.dossier import DossierKind, DossierStatus
    from orapp.domain.points import PointKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Visibility:
    """What may be shown here: a shared screen hides secret dossiers, strategy and names."""

    secret: bool = True
    strategy: bool = True
    names: bool = True


FULL_VIEW = Visibility()
SHARED_SCREEN = Visibility(secret=False, strategy=False, names=False)


class DossierOrder(StrEnum):
    """How the list of dossiers is sorted; each has a stored sort key and an index."""

    REFERENCE = "reference"
    TITLE = "title"
    KIND = "kind"
    PHASE = "phase"
    NEXT_DEADLINE = "next_deadline"
    UPDATED = "updated"


class DossierGroup(StrEnum):
    """By what the list of dossiers stands in groups."""

    KIND = "kind"
    PHASE = "phase"
    TURN = "turn"
    OWNER = "owner"
    MONTH = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCount:
    """One group of the list and how many dossiers it has; a month is "2026-11", and empty is none."""

    value: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierQuery:
    """A filtered, sorted page of dossiers. `after` is the `key` of the last row of the page before (keyset).

    `undated` keeps those that are open and have no next date; `asks_until` those that are open and ask for something: it is
    the council's turn, something asks for attention, or a date comes before or on that day. `attention` keeps those with
    something to look at, `secret` those that are secret. With `group_by` the groups can be counted; `group` keeps one of them.
    """

    text: str = ""
    kinds: tuple[DossierKind, ...] = ()
    statuses: tuple[DossierStatus, ...] = ()
    turn: str = ""
    tag: str = ""
    owner: str = ""
    attention: bool = False
    secret: bool = False
    undated: bool = False
    asks_until: date | None = None
    group_by: DossierGroup | None = None
    group: str | None = None
    order: DossierOrder = DossierOrder.NEXT_DEADLINE
    descending: bool = False
    limit: int = 200
    after: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierRow:
    """One line of the list of dossiers. `key` is the keyset position of this row in the query's order."""

    id: str
    reference: str
    title: str
    kind: DossierKind
    status: DossierStatus
    phase: str
    phase_label: str
    next_step: str
    turn: str
    attention: int
    next_deadline: date | None
    deadline_last_day: date | None
    deadline_title: str
    deadline_nature: str
    deadline_severity: str
    owner: str
    tags: tuple[str, ...]
    secret: bool
    updated_at: datetime
    key: tuple[str, str]


class FoundKind(StrEnum):
    """What was found by a few letters."""

    DOSSIER = "dossier"
    DEADLINE = "deadline"
    LETTER = "letter"
    PAPER = "paper"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMark:
    """By what something that was found is known again: an item or term of a dossier, a dossier itself, or a person."""

    kind: FoundKind
    dossier_id: str = ""
    item_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedKinds:
    """Which kinds of letters ("A9") each typed word names: where a name has a word that begins so, or (`like`) resembles it."""

    begins: Mapping[str, Sequence[str]] = field(default_factory=dict)
    like: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRow:
    """One thing that was found, and where it stands. `second` is the dossier's title, its phase, or who a person is.

    Of a letter: `code` is its kind and `kind_title` the name of that kind, `state` the value of its LetterStage, and `number`
    that of the version it is, or will be while it is a concept.
    """

    kind: FoundKind
    dossier_id: str
    reference: str
    title: str
    second: str = ""
    item_id: str = ""
    code: str = ""
    day: date | None = None
    kind_title: str = ""
    state: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierPage:
    """A page of rows and whether more follow."""

    rows: tuple[DossierRow, ...]
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineQuery:
    """Which deadlines: running ones by default, of one dossier or all, between two days.

    `text` is typed and finds dossiers, `actors` are who must act, `fatal` keeps the running terms by which the council loses
    a right. `after` is the `place` of the last row of the page before (keyset).
    """

    dossier_id: str = ""
    include_closed: bool = False
    natures: tuple[str, ...] = ()
    until: date | None = None
    limit: int = 500
    since: date | None = None
    text: str = ""
    actors: tuple[str, ...] = ()
    fatal: bool = False
    after: tuple[date, str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRow:
    """One deadline in a list over dossiers."""

    dossier_id: str
    reference: str
    dossier_title: str
    key: str
    rule: str
    title: str
    subject: str
    article: str
    nature: str
    severity: str
    actor: str
    ground: str
    start: date
    plain_end: date
    last_day: date
    safe_day: date | None
    disputed: bool
    state: str
    closed_because: str
    shown: str
    secret: bool

    @property
    def act_by(self) -> date:
        """The day to work with: the safe day, or the plain end where the council need not act."""
        return self.safe_day or self.plain_end

    @property
    def place(self) -> tuple[date, str, str]:
        """Where the row stands among all deadlines (keyset)."""
        return self.act_by, self.dossier_id, self.key


@dataclass(frozen=True, slots=True, kw_only=True)
class PointQuery:
    """Which points of dossiers, by their day; those without a day come last.

    `before` and `since` are days (the first does not belong, the second does; without a day counts as later). `owner` keeps
    what is theirs, `not_owner` what is not.
    """

    kind: PointKind
    state: str = ""
    before: date | None = None
    since: date | None = None
    owner: str = ""
    not_owner: str = ""
    limit: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PointRow:
    """One point in a list over dossiers."""

    kind: PointKind
    dossier_id: str
    reference: str
    dossier_title: str
    item_id: str
    request_id: str
    code: str
    text: str
    owner: str
    day: date | None


MOST_COUNTED = 1000
"""Points are counted up to here: an overview that says "ruim 1000" is read at once, and so is the archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalRow:
    """One line of the journal: who changed what, when. `destroyed` says that the values are gone, with the reason."""

    sequence: int
    at: datetime
    person: str
    device: str
    action: str
    dossier_id: str
    collection: str
    item_id: str
    before: str
    after: str
    destroyed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BinRow:
    """Something in the bin."""

    kind: str
    id: str
    label: str
    binned_at: datetime
    by: str
    secret: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedItem:
    """One item that a write touched."""

    dossier_id: str
    collection: str
    item_id: str
    action: str  # added, changed, removed


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a write changed; `origin` says which window or command began it."""

    items: tuple[ChangedItem, ...] = ()
    dossier_ids: tuple[str, ...] = ()
    council: bool = False
    lists: bool = True
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupInfo:
    """A backup that was opened and checked."""

    name: str
    path: str
    made_at: datetime
    size: int
    automatic: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyReport:
    """What a verification found; empty `findings` is good. Each finding is (code, fields)."""

    findings: tuple[tuple[str, dict[str, str]], ...]
    journal_rows: int
    files: int
    dossiers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DestructionReport:
    """What was destroyed, and the day on which the last backup that still holds it ends (None: no automatic one holds it).

    Backups made by hand have no end: somebody must remove them. `mentions_left` counts items whose text still has the name
    or identity of a destroyed person.
    """

    items: int
    journal_values: int
    last_backup_ends: date | None
    backups_holding: tuple[str, ...] = ()
    backups_kept_by_hand: tuple[str, ...] = ()
    mentions_left: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencySheet:
    """One printable emergency sheet: codes of sentences with their fields, in order; `title` is the first of them."""

    title: tuple[str, dict[str, str]]
    lines: tuple[tuple[str, dict[str, str]], ...]
