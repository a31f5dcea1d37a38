"""Whose rights a dossier is about, and which months those rights start: a personeelsvertegenwoordiging (PVT) has fewer.

Art. 35c names what applies to a PVT: art. 27 lid 3 to 6 for hours of work and rest and for working conditions, so the
nullity month too; art. 25 and 26 do not apply, unless a right is agreed in writing (art. 32; wor.md 1.3, 1.4, 3.6).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto

from orapp.domain.council import CouncilKind
from orapp.domain.dossier import Dossier
from orapp.law.rule_keys import APPEAL, SUSPENSION

AGREED = "32"
"""The ground of a right by written agreement: with it art. 26, or art. 27 lid 4 to 6, hold as well (wor.md 1.4, 3.5)."""

SMALL_CONSENT = ("27.1.b", "27.1.d", "27.1.m")
"""Hours of work and rest, working conditions, and (since 2023, by a second source) whistle-blowing (wor.md 3.6)."""


class Claim(Enum):
    """How far a month may be told as one that runs."""

    HOLDS = auto()
    DOUBTFUL = auto()  # of a PVT it would not be, but whose right it is, or what was agreed, is not sure: it keeps running
    IF_AGREED = auto()  # not by the act; the date stays in sight for what was agreed and not recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class Bodies:
    """The kinds of bodies whose rights a dossier can be about, and whether anything in it names an agreement of art. 32."""

    kinds: frozenset[CouncilKind]
    agreed: bool = False

    def claim(self, rule: str, grounds: Collection[str]) -> Claim | None:
        """How far this month holds for a decision on these grounds; None where it is surely not of this body.

        Only where every body is a PVT something falls away: in doubt a month keeps running.
        """
        if CouncilKind.PVT not in self.kinds or not self._lacks(rule, grounds):
            return Claim.HOLDS
        if len(self.kinds) > 1:
            return Claim.DOUBTFUL
        if rule == SUSPENSION:
            return None  # an agreement does not bring it either (wor.md 1.4)
        return Claim.DOUBTFUL if self.agreed else Claim.IF_AGREED

    def _lacks(self, rule: str, grounds: Collection[str]) -> bool:
        """Whether a PVT has no such month by the act or by an agreement that is named as a ground."""
        if rule == SUSPENSION:
            return True
        return AGREED not in grounds and (rule == APPEAL or none_gives_small_consent(grounds))


# Two questions that look alike and differ on purpose: a month falls away only where no part gives it, for in doubt it keeps
# running; a letter asks for a look as soon as one part gives nothing, for it claims each of its grounds.


def none_gives_small_consent(grounds: Collection[str]) -> bool:
    """Whether art. 27 is among the grounds, and of no part of it a PVT has the right of consent by the act."""
    parts = _parts_of_27(grounds)
    return bool(parts) and not any(key.startswith(SMALL_CONSENT) for key in parts)


def some_give_no_small_consent(grounds: Collection[str]) -> bool:
    """Whether among the grounds is a part of art. 27 of which a PVT has no right of consent by the act."""
    return any(not key.startswith(SMALL_CONSENT) for key in _parts_of_27(grounds))


def _parts_of_27(grounds: Collection[str]) -> list[str]:
    return [key for key in grounds if key.startswith("27")]


def bodies_of(dossier: Dossier, keeper: CouncilKind) -> Bodies:
    """Whose rights it can be about: the council that keeps the archive, and every body that writes in this dossier.

    The keeper falls away only where another body wrote from the beginning on.
    """
    kinds = {body.kind for body in dossier.sending_bodies}
    if all(body.from_day is not None for body in dossier.sending_bodies):
        kinds.add(keeper)
    agreed = AGREED in dossier.grounds or any(AGREED in item.grounds for item in dossier.requests)
    agreed = agreed or any(AGREED in item.grounds for item in dossier.proposed_decisions)
    return Bodies(kinds=frozenset(kinds), agreed=agreed)
