"""What one screen asks of a dossier: to show it and to open the form of a step."""

from __future__ import annotations

from dataclasses import dataclass

from orapp.law.facts import FactKind


@dataclass(frozen=True, slots=True, kw_only=True)
class StepWish:
    """A step of a procedure in a dossier. Without `kinds` it is the next step; `codes` are the B's that it is about."""

    reference: str
    request_id: str
    kinds: tuple[FactKind, ...] = ()
    codes: tuple[str, ...] = ()
