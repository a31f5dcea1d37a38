"""What the law derives from a dossier: its deadlines and its one-line summary, kept beside it as a cache."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from orapp.law.facts import Party


class DeadlineState(StrEnum):
    """Whether a deadline still asks for something. A closed one keeps its reason and is never deleted."""

    RUNNING = "running"
    QUIET = "quiet"  # runs, but after "wijkt niet af" only matters for new facts
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A term with its dates, per proposed decision where the law counts per decision.

    `key` is stable within the dossier (request id, rule, subject). `safe_day` is None where the council need not act.
    `arguable` holds later starts as (date, why) that are defensible only: ask a lawyer.
    """

    key: str
    rule: str
    title: str
    article: str
    nature: str  # statutory, agreed, customary, own
    severity: str  # fatal, grave, moderate, mild
    actor: Party
    request_id: str
    decision_ids: tuple[str, ...]
    subject: str  # the codes it is about ("B1, B3"), or empty
    start: date
    start_event: str
    start_source_id: str
    plain_end: date
    last_day: date
    safe_day: date | None
    disputed: bool
    dispute: str
    moved_by: tuple[str, ...]
    steps: tuple[str, ...]
    missed: str
    ground: str  # what it rests on ("art. 26 lid 2", "afspraak 24 januari 2026, D4")
    state: DeadlineState = DeadlineState.RUNNING
    closed_on: date | None = None
    closed_because: str = ""
    arguable: tuple[tuple[date, str], ...] = ()
    warning: str = ""
    shown: str = ""  # how the date is told ("veilig t/m …; uiterlijk …", "reken op bescherming t/m …")

    @property
    def act_by(self) -> date:
        """The day to work with: the safe day, or the plain end where the council need not act."""
        return self.safe_day or self.plain_end


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """Something that keeps asking for attention: a code with the Dutch sentence, and the item it is about."""

    code: str
    text: str
    item_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierSummary:
    """Phase, whose turn, and attention: three things, never one. `recheck_on`: the first day it may change by itself."""

    phase: str
    phase_label: str
    next_step: str
    turn: Party
    attention: tuple[Attention, ...]
    next_deadline: Deadline | None
    request_id: str
    recheck_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """All that is derived from one dossier on one day."""

    summary: DossierSummary
    deadlines: tuple[Deadline, ...]
