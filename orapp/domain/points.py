"""The points of a dossier: what in it asks for something or is counted in the overview, the same on every day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PointKind(StrEnum):
    """What a point is."""

    ACTION = "action"  # an action item that is not done; the day is its due date
    REGISTER = "register"  # a paper came in and is not registered; the day it was first there
    SIGN = "sign"  # a letter is adopted and not signed; the day of adoption
    SEND = "send"  # a letter is signed and not sent; the day of signing
    EXPECTED = "expected"  # announced (art. 24 lid 1), not received; the day on which it is expected
    PROMISE = "promise"  # a commitment, with its state; the day is its due date
    ATTENTION = "attention"  # what keeps asking for attention, the most pressing first
    LAWYER = "lawyer"  # within a month that costs a right: a lawyer was spoken
    COSTS = "costs"  # the costs of going to court were announced (art. 22 lid 2)
    RESOLVED = "resolved"  # the council resolved to use its right


class PromiseState(StrEnum):
    """How a commitment counts. Whether one that is open is late depends on the day, and is asked then."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing of a dossier that asks for something or is counted.

    `code` names it ("D3", "T4", "A9", or the code of what asks for attention), `owner` who must do it, `item_id` the item it
    is about. Of what was done within a month, `text` is the key of the deadline.
    """

    kind: PointKind
    text: str
    item_id: str = ""
    code: str = ""
    request_id: str = ""
    owner: str = ""
    day: date | None = None
    state: str = ""
