"""What does not hold for a personeelsvertegenwoordiging (PVT): the articles it lacks, by the kinds of letters that lean on them.

Art. 35c names what applies to it: consent for two subjects with the nullity month, information, training, an agreement of
art. 32; art. 16, 23 to 26 and 30 are not among it (wor.md 3.6). It advises only by art. 35b lid 5.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from orapp.domain.bodies import AGREED, some_give_no_small_consent
from orapp.domain.council import CouncilKind

_NEVER: Mapping[str, str] = MappingProxyType({"A12a": "artikel 25 lid 6", "A12c": "artikel 25 lid 6"})
"""Suspension hangs on the act alone: an agreement does not bring it (wor.md 1.4)."""

_UNLESS_AGREED: Mapping[str, str] = MappingProxyType(
    {"A12b": "artikel 26", "A14": "artikel 30", "A15": "artikel 25 lid 5", "A19f": "artikel 15"}
)

DOUBTFUL: Mapping[str, str] = MappingProxyType({"A19e": "artikel 20", "A19h": "artikel 46d"})
"""Articles of which the sources do not say whether they hold for a PVT."""


def is_small(kind: CouncilKind) -> bool:
    """Whether a body is a PVT, for which most of the act does not hold."""
    return kind is CouncilKind.PVT


def claims_too_much_consent(kind: CouncilKind, grounds: Collection[str]) -> bool:
    """Whether a letter on these grounds leans on a part of art. 27 that gives this body no right by the act or an agreement."""
    return is_small(kind) and AGREED not in grounds and some_give_no_small_consent(grounds)


def barred(letter: str, kind: CouncilKind, grounds: Collection[str]) -> str | None:
    """The article that this kind of letter leans on and that does not hold for this body; None where it can be written."""
    if not is_small(kind):
        return None
    return _NEVER.get(letter) or (None if AGREED in grounds else _UNLESS_AGREED.get(letter))
