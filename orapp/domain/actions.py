"""What members of the council themselves still have to do: action items (actiepunten)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from orapp.domain.items import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionItem(Item):
    """One thing that somebody of the council does: what, who, by when, and when it was done.

    `source_id` names the item it came from (a letter, a meeting, a deadline), where there is one. It moves no term.
    """

    text: str
    owner: str = ""
    due: date | None = None
    done_on: date | None = None
    request_id: str = ""
    source_id: str = ""
    note: str = ""
