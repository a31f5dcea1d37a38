"""What a resolution is about that is recorded with a letter: what gives up a right never reaches past what the letter answers.

What another decision of the director is about keeps its own months (practice.md 1.6).
"""

from __future__ import annotations

from datetime import date

from orapp.domain.course import against_of, belongs
from orapp.domain.decisions import GIVING_UP, ON_RIGHTS, Decision, ResolutionKind
from orapp.domain.dossier import Dossier
from orapp.domain.letters import Letter


def scope_of(dossier: Dossier, letter: Letter, kind: ResolutionKind) -> tuple[str, ...]:
    """The proposed decisions that a resolution of this kind with this letter is about, by id; empty is all of the request.

    A letter that gives up a right may name more than the decision of the director that it answers; the resolution does not.
    """
    if kind not in ON_RIGHTS:
        return letter.decision_ids
    answered = tuple(dict.fromkeys(item_id for one in answered_by(dossier, letter, kind) for item_id in one.decision_ids))
    if kind not in GIVING_UP or not answered:
        return letter.decision_ids or answered
    return tuple(one for one in answered if one in letter.decision_ids) or answered


def answered_by(dossier: Dossier, letter: Letter, kind: ResolutionKind) -> tuple[Decision, ...]:
    """The decisions of the director that a letter answers: those it names, the only one there is, or what its text tells.

    The text tells of the last that was known where a letter names none of two: only of that one it gives anything up.
    """
    against = against_of(dossier, letter)
    named = tuple(one for one in dossier.decisions if one.id in against)
    request = dossier.request(letter.request_id)
    if named or letter.decision_ids or kind not in GIVING_UP or request is None:
        return named
    mine = [one for one in dossier.decisions if belongs(dossier, request, one.request_id, one.decision_ids)]
    return (max(mine, key=_first_known),) if mine else ()


def _first_known(decision: Decision) -> date:
    days = [known.on for known in decision.notices]
    return min(days) if days else decision.decided_on or date.min
