"""What is derived from a dossier is derived once for all tests, as an archive on disk keeps it: neither side ever changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from typing_extensions import override

from orapp.domain import point_finding
from orapp.domain.council import CouncilKind
from orapp.domain.derivation import derive
from orapp.domain.derived import Derived
from orapp.domain.dossier import Dossier
from orapp.domain.points import Point
from orapp.law.book import LawBook

KEPT = 512


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class This:
    """A dossier under a law: the same only as these very objects, for to compare what they hold takes as long as to derive."""

    dossier: Dossier
    law: LawBook
    keeper: CouncilKind = CouncilKind.OR

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, This) and self.dossier is other.dossier and self.law is other.law and self.keeper is other.keeper

    @override
    def __hash__(self) -> int:
        return hash((id(self.dossier), id(self.law), self.keeper))


@lru_cache(maxsize=KEPT)
def derived(this: This, today: date) -> Derived:
    return derive(this.dossier, this.law, today, this.keeper)


@lru_cache(maxsize=KEPT)
def points(this: This, today: date) -> tuple[Point, ...]:
    return point_finding.points_of(this.dossier, derived(this, today))
