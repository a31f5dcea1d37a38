"""Conditions the council sets and commitments the director makes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from orapp.domain.items import Item, LetterChoice


class ConditionState(StrEnum):
    """Where a condition stands (letters.md 0.1)."""

    PROPOSED = "proposed"
    COMMITTED = "committed"  # toegezegd, with document and date
    IN_ADVICE = "in_advice"  # opgenomen als advies
    REFUSED = "refused"
    MET = "met"
    DROPPED = "dropped"


class CommitmentState(StrEnum):
    """Where a commitment stands."""

    OPEN = "open"
    PARTLY = "partly"
    KEPT = "kept"
    BROKEN = "broken"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Item):
    """A condition (V1 …): who does what, measurably, by when, how shown, and what if not."""

    text: str
    request_id: str = ""
    decision_ids: tuple[str, ...] = ()
    who: str = ""
    norm: str = ""
    due: date | None = None
    due_text: str = ""
    evidence: str = ""
    otherwise: str = ""
    state: ConditionState = ConditionState.PROPOSED
    commitment_id: str = ""
    letters: tuple[LetterChoice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Item):
    """A commitment (T1 …) in its literal words: by whom, said when, recorded in which document, due, proof, state."""

    text: str
    request_id: str = ""
    by: str = ""
    said_on: date | None = None
    recorded_in_id: str = ""
    recorded_in: str = ""
    due: date | None = None
    due_text: str = ""
    proof: str = ""
    kept_on: date | None = None
    state: CommitmentState = CommitmentState.OPEN
    note: str = ""
    letters: tuple[LetterChoice, ...] = ()
