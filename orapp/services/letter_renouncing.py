"""The separate resolution to file no appeal, recorded where the letter that tells it is adopted (practice.md 1.5, 3.4).

Letting the suspension lapse and not appealing are two acts, each with a resolution of its own: this one is asked for in full,
is never filled in beforehand, and is kept with the adoption or not at all.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from orapp.domain.course import told_by
from orapp.domain.decisions import ResolutionKind
from orapp.domain.dossier import Dossier
from orapp.domain.letters import Letter
from orapp.domain.needs import Recorded
from orapp.domain.recording import record
from orapp.law.facts import FactKind
from orapp.letters.letter_fields import typed_value
from orapp.services.failures import Refusal
from orapp.services.letter_acts import Adoption
from orapp.services.letter_scope import answered_by, scope_of

GIVES_UP, APPEAL = "gives_up", "appeal"


def with_no_appeal(dossier: Dossier, letter: Letter, act: Adoption, today: date, new_id: Callable[[], str]) -> Dossier:
    """The dossier with the resolution, as recording it on the tab makes it; as it was where the act has none.

    It is about the decision that the letter answers, and of no more. Raises Refusal("letter.no_appeal_not_chosen") where the
    letter does not give up the appeal, ("letter.no_appeal_by_mandate"), ("letter.no_appeal_day"),
    ("letter.no_appeal_before_told"), ("letter.no_appeal_votes"), ("letter.no_appeal_quorum") and
    ("letter.no_appeal_not_carried").
    """
    votes = act.no_appeal
    if votes is None:
        return dossier
    if typed_value(letter, GIVES_UP) != APPEAL:
        raise Refusal("letter.no_appeal_not_chosen", place="no_appeal")
    if votes.mandate.strip():
        raise Refusal("letter.no_appeal_by_mandate", place="no_appeal")
    on = act.no_appeal_on
    if on is None or on > min(today, act.on, act.dated or act.on):
        raise Refusal("letter.no_appeal_day", place="no_appeal_on")
    told = [told_by(dossier, one, act.on) for one in answered_by(dossier, letter, ResolutionKind.NO_APPEAL)]
    if any(day is not None and on < day for day in told):
        raise Refusal("letter.no_appeal_before_told", place="no_appeal_on")
    if votes.votes_for is None or votes.votes_against is None:
        raise Refusal("letter.no_appeal_votes", place="no_appeal_for")
    if votes.quorum_met is not True:
        raise Refusal("letter.no_appeal_quorum", place="no_appeal_quorum")
    if votes.votes_for <= votes.votes_against:
        raise Refusal("letter.no_appeal_not_carried", place="no_appeal_for")
    recorded = Recorded(
        kind=FactKind.APPEAL_RENOUNCED,
        on=on,
        text="De OR besluit tegen dit besluit geen beroep in te stellen (artikel 26 WOR).",
        request_id=letter.request_id,
        decision_ids=scope_of(dossier, letter, ResolutionKind.NO_APPEAL),
        votes=votes,
    )
    return record(dossier, recorded, new_id)
