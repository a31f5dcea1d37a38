"""Whose rights a dossier is about, and which months those rights start: a personeelsvertegenwoordiging (PVT) has fewer.

Art. 35c names what applies to a PVT: art. 27 lid 3 to 6 for hours of work and rest and for working conditions, so the
nullity month too; art. 25 and 26 do not apply, unless a right is agreed in writing (art. 32; wor.md 1.3, 1.4, 3.6).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType

from orapp.domain.council import CouncilKind
from orapp.domain.dossier import Dossier
from orapp.law.rule_keys import APPEAL, NULLITY, SUSPENSION

AGREED = "32"
"""The ground of a right by written agreement: with it art. 26, or art. 27 lid 4 to 6, hold as well (wor.md 1.4, 3.5)."""

SMALL_CONSENT = ("27.1.b", "27.1.d", "27.1.m")
"""Hours of work and rest, working conditions, and (since 2023, by a second source) whistle-blowing (wor.md 3.6)."""


class Claim(Enum):
    """How far a month may be told as one that runs."""

    HOLDS = auto()
    DOUBTFUL = auto()  # of a PVT it would not be, but whose right it is, or what was agreed, is not sure: it keeps running
    IF_AGREED = auto()  # not by the act; the date stays in sight for what was agreed and not recorded


WHY: Mapping[tuple[str, Claim], str] = MappingProxyType(
    {
        (APPEAL, Claim.IF_AGREED): (
            "Artikel 25 en 26 WOR gelden niet voor een personeelsvertegenwoordiging (artikel 35c WOR). Deze maand loopt alleen "
            "als een adviesrecht schriftelijk is afgesproken (artikel 32 WOR). Is dat zo, voeg artikel 32 dan als grond toe."
        ),
        (NULLITY, Claim.IF_AGREED): (
            "Over dit onderwerp heeft een personeelsvertegenwoordiging geen instemmingsrecht (artikel 35c WOR). Deze maand loopt "
            "alleen als dat recht schriftelijk is afgesproken (artikel 32 WOR). Is dat zo, voeg artikel 32 dan als grond toe."
        ),
        (SUSPENSION, Claim.DOUBTFUL): (
            "Voor een personeelsvertegenwoordiging geldt de opschorting niet (artikel 35c WOR). Of dit recht hier van een "
            "personeelsvertegenwoordiging is of van een ondernemingsraad, staat niet vast: reken er niet op zonder na te vragen."
        ),
        (APPEAL, Claim.DOUBTFUL): (
            "Voor een personeelsvertegenwoordiging geldt artikel 26 WOR alleen na een schriftelijke afspraak (artikel 32 en 35c "
            "WOR). Of dat hier zo is, staat niet vast. Tot dan blijft deze maand staan; vraag bij twijfel een advocaat."
        ),
        (NULLITY, Claim.DOUBTFUL): (
            "Over dit onderwerp heeft een personeelsvertegenwoordiging alleen instemmingsrecht na een schriftelijke afspraak "
            "(artikel 32 en 35c WOR). Of dat hier zo is, staat niet vast. Tot dan blijft deze maand staan."
        ),
    }
)
"""What must be said beside a month that does not simply hold."""


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
        return AGREED not in grounds and (rule == APPEAL or beyond_small_consent(grounds))


def beyond_small_consent(grounds: Collection[str]) -> bool:
    """Whether art. 27 is among the grounds, and no part of it of which a PVT has the right of consent by the act."""
    parts = [key for key in grounds if key.startswith("27")]
    return bool(parts) and not any(key.startswith(SMALL_CONSENT) for key in parts)


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
