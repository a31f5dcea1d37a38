"""Decisions of the director with their notices and comparison, and resolutions of the council."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from orapp.domain.items import Item, Judgement

_SAYS_BESLUIT = re.compile(r"\s*(?:ontdekt )?besluit\s*:\s*", re.IGNORECASE)


class TakenOver(StrEnum):
    """Whether a condition or advice point was taken over. The program proposes, the council decides."""

    OPEN = "open"
    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NO_PASSAGE = "no_passage"  # nothing about it was found in the decision


class DecisionOrigin(StrEnum):
    """How a decision came to be known."""

    AFTER_ADVICE = "after_advice"
    WITHOUT_REQUEST = "without_request"  # not asked
    NOT_WAITED = "not_waited"  # asked, not waited for
    EXECUTION_SEEN = "execution_seen"  # it appeared from execution or application


class ResolutionKind(StrEnum):
    """What the council resolved. Waiving the suspension and renouncing appeal are two acts, each with its own."""

    FORM_VIEW = "form_view"
    ADOPT_LETTER = "adopt_letter"
    DEVIATES = "deviates"
    FOLLOWS = "follows"
    WAIVE_SUSPENSION = "waive_suspension"  # art. 25 lid 6
    APPEAL = "appeal"  # art. 26
    NO_APPEAL = "no_appeal"
    INVOKE_NULLITY = "invoke_nullity"  # art. 27 lid 5
    CONSENT = "consent"  # art. 27 lid 2
    WAIVE_ADVICE = "waive_advice"
    MANDATE = "mandate"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """One moment at which a decision became known to a member: the earliest starts the safe clock (art. 26 lid 2, 27 lid 5)."""

    on: date
    who: str = ""
    how: str = ""
    written: bool | None = None
    reasoned: bool | None = None
    paper_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One condition or advice point held beside the text of the decision."""

    item_id: str
    passage: str = ""
    page: str = ""
    reason_given: str = ""
    proposed: TakenOver = TakenOver.OPEN
    verdict: TakenOver = TakenOver.OPEN
    judged: Judgement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Item):
    """A decision of the director about one or more B's. `origin` says whether advice was asked and awaited."""

    title: str
    request_id: str = ""
    decision_ids: tuple[str, ...] = ()
    origin: DecisionOrigin = DecisionOrigin.AFTER_ADVICE
    decided_on: date | None = None
    paper_id: str = ""
    text: str = ""
    effective_from: date | None = None
    notices: tuple[Knowledge, ...] = ()
    comparisons: tuple[Comparison, ...] = ()

    @property
    def subject(self) -> str:
        """What was decided, for where the word "besluit" stands already: the title without "Besluit:" at its start."""
        found = _SAYS_BESLUIT.match(self.title)
        return (self.title[found.end() :] if found is not None else "") or self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution(Item):
    """A resolution (besluit van de OR): votes, quorum and what it is about; or a mandate that stands in for one."""

    kind: ResolutionKind
    on: date
    text: str
    request_id: str = ""
    decision_ids: tuple[str, ...] = ()
    letter_id: str = ""
    meeting: str = ""
    votes_for: int | None = None
    votes_against: int | None = None
    abstentions: int | None = None
    quorum_met: bool | None = None
    mandate: str = ""
    note: str = ""

    @property
    def carried(self) -> bool:
        """Whether nothing that was recorded says that it was not adopted: quorum, and more votes for than against."""
        votes = (self.votes_for, self.votes_against)
        lost = votes[0] is not None and votes[1] is not None and votes[0] <= votes[1]
        return self.quorum_met is not False and not lost

    @property
    def grounded(self) -> bool:
        """Whether it shows how the council resolved: a meeting, votes, or a mandate."""
        return bool(self.meeting or self.mandate or self.votes_for is not None)


GIVING_UP = frozenset(
    {ResolutionKind.WAIVE_SUSPENSION, ResolutionKind.NO_APPEAL, ResolutionKind.FOLLOWS, ResolutionKind.WAIVE_ADVICE}
)
"""Resolutions by which the council gives up a right, or has less of it."""

ON_RIGHTS = GIVING_UP | {ResolutionKind.APPEAL, ResolutionKind.INVOKE_NULLITY}
"""Resolutions on which a right hangs: nullity and appeal always show one (practice.md 3.4)."""
