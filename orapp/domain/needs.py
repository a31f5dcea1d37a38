"""What each kind of fact asks when it is recorded, and what was typed: the vocabulary of recording."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from types import MappingProxyType

from orapp.domain.course import RESOLVED
from orapp.domain.decisions import DecisionOrigin, ResolutionKind
from orapp.domain.items import Judgement
from orapp.domain.papers import Paper, PaperKind
from orapp.domain.requests import Outcome
from orapp.law.facts import FactKind, Party


class Asked(Enum):
    """One thing that a step asks for, beside its day."""

    UNTIL = auto()  # a last day, where it took more than one
    TEXT = auto()
    PAPER = auto()  # the document that shows it: one of the dossier, or a new one with its five dates
    WHO = auto()  # by whom, from whom, to whom
    HOW = auto()
    PLACE = auto()
    PRESENT = auto()
    SUBJECTS = auto()  # which proposed decisions
    KNOWN = auto()  # the first day on which any member knew, and who
    MANNER = auto()  # in writing or spoken, with reasons or without
    DECISION = auto()  # which decision of the director it belongs to, or a new one
    DECISION_TEXT = auto()
    ORIGIN = auto()
    EFFECTIVE = auto()
    VOTES = auto()  # meeting, votes, quorum, or a recorded mandate
    AGREED = auto()  # a date that was agreed, and what confirms it in writing
    DIFFERENCE = auto()  # between two versions, and whether the new one is essentially different
    OUTCOMES = auto()  # what the council answers on each proposed decision
    QUESTIONS = auto()  # which questions it concerns
    CONDITIONS = auto()  # where each condition stands in the new version
    EXPERT = auto()
    COST = auto()
    PROMISE = auto()  # the literal words of what was promised
    LETTER = auto()  # the letter of the council that it is about
    NUMBERS = auto()  # how many were asked, how many answered
    AGAINST = auto()  # which decision of the director, and so which month
    CLOSE = auto()  # whether the dossier is closed with its procedure


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """How the council resolved: the meeting with its votes and quorum, or the mandate that stands in for it."""

    meeting: str = ""
    votes_for: int | None = None
    votes_against: int | None = None
    abstentions: int | None = None
    quorum_met: bool | None = None
    mandate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDate:
    """A date that was agreed or set; without a written confirmation an earlier one stays the alarm (practice.md 1.8)."""

    due: date
    rule: str
    subject: str
    actor: Party = Party.COUNCIL
    confirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One thing that happened, as it was typed. Only `kind` and `on` are needed; what a kind does not ask is not used.

    `paper` is a new document (its id is given on recording), `paper_id` one that the dossier has. `cost_cents` is in euro
    cents. `outcomes` are (id of a B, outcome), `places` are (id of a condition, where it stands in the new version).
    """

    kind: FactKind
    on: date
    request_id: str = ""
    text: str = ""
    until: date | None = None
    paper: Paper | None = None
    paper_id: str = ""
    who: str = ""
    how: str = ""
    place: str = ""
    present: tuple[str, ...] = ()
    decision_ids: tuple[str, ...] = ()
    known_on: date | None = None
    known_by: str = ""
    written: bool | None = None
    reasoned: bool | None = None
    decision_id: str = ""
    decision_text: str = ""
    decided_on: date | None = None
    origin: DecisionOrigin = DecisionOrigin.AFTER_ADVICE
    effective_from: date | None = None
    votes: Votes = Votes()
    agreed: NewDate | None = None
    difference: str = ""
    essentially_different: Judgement | None = None
    outcomes: tuple[tuple[str, Outcome], ...] = ()
    question_ids: tuple[str, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    expert_id: str = ""
    cost_cents: int | None = None
    promise: str = ""
    promise_due: date | None = None
    letter_id: str = ""
    against_ids: tuple[str, ...] = ()
    invited: int | None = None
    responses: int | None = None
    close_dossier: bool = False


_PLAIN = (Asked.TEXT, Asked.PAPER)
_RESOLUTION = (Asked.SUBJECTS, Asked.VOTES, Asked.TEXT)
_SENT = (Asked.LETTER, Asked.SUBJECTS, Asked.OUTCOMES, Asked.HOW, Asked.TEXT)

NEEDS: Mapping[FactKind, tuple[Asked, ...]] = MappingProxyType(
    {
        FactKind.ANNOUNCED: (Asked.WHO, Asked.TEXT, Asked.PAPER),
        FactKind.RECEIVED: (Asked.PAPER, Asked.WHO, Asked.AGREED),
        FactKind.SENT_BY_COUNCIL: (Asked.WHO, Asked.HOW, Asked.PAPER, Asked.TEXT),
        FactKind.FOUND_OUT: (
            Asked.WHO,
            Asked.HOW,
            Asked.KNOWN,
            Asked.ORIGIN,
            Asked.SUBJECTS,
            Asked.TEXT,
            Asked.PAPER,
        ),
        FactKind.ACKNOWLEDGED: (Asked.LETTER, Asked.HOW, Asked.AGREED, Asked.TEXT),
        FactKind.TRIAGED: _PLAIN,
        FactKind.TEAM_FORMED: (Asked.PRESENT, Asked.TEXT),
        FactKind.COMPLETENESS_JUDGED: _PLAIN,
        FactKind.QUESTIONS_ASKED: (Asked.LETTER, Asked.QUESTIONS, Asked.AGREED, Asked.TEXT),
        FactKind.ANSWERS_RECEIVED: (Asked.PAPER, Asked.QUESTIONS, Asked.TEXT),
        FactKind.REQUEST_CHANGED: (Asked.PAPER, Asked.DIFFERENCE, Asked.AGREED),
        FactKind.MEETING_REQUESTED: (Asked.WHO, Asked.TEXT, Asked.PAPER),
        FactKind.CONSULTATION_MEETING: (Asked.PLACE, Asked.PRESENT, Asked.TEXT, Asked.PROMISE, Asked.PAPER),
        FactKind.STAFF_CONSULTED: (Asked.HOW, Asked.UNTIL, Asked.NUMBERS, Asked.TEXT),
        FactKind.EXPERT_ANNOUNCED: (Asked.EXPERT, Asked.COST, Asked.TEXT, Asked.PAPER),
        FactKind.EXPERT_REPORTED: (Asked.EXPERT, Asked.PAPER, Asked.TEXT),
        FactKind.VIEW_FORMED: _RESOLUTION,
        FactKind.CONCEPT_SENT: (Asked.LETTER, Asked.WHO, Asked.HOW, Asked.TEXT),
        FactKind.REACTION_RECEIVED: (Asked.PAPER, Asked.TEXT, Asked.PROMISE),
        FactKind.COMMITMENTS_RECORDED: (Asked.PROMISE, Asked.WHO, Asked.PAPER),
        FactKind.ADOPTED: (Asked.LETTER, Asked.SUBJECTS, Asked.VOTES, Asked.TEXT),
        FactKind.SIGNED: (Asked.LETTER, Asked.WHO, Asked.TEXT),
        FactKind.ADVICE_SENT: _SENT,
        FactKind.CANNOT_ADVISE_SENT: _SENT,
        FactKind.ADVICE_WAIVED: (Asked.LETTER, Asked.SUBJECTS, Asked.VOTES, Asked.HOW, Asked.TEXT),
        FactKind.CONSENT_GIVEN: _SENT,
        FactKind.CONSENT_CONDITIONAL: _SENT,
        FactKind.CONSENT_REFUSED: _SENT,
        FactKind.CONSENT_CONFIRMED: (Asked.SUBJECTS, Asked.CONDITIONS, Asked.PAPER, Asked.TEXT),
        FactKind.INITIATIVE_ANSWERED: (Asked.WHO, Asked.MANNER, Asked.PAPER, Asked.TEXT),
        FactKind.DECISION_NOTIFIED: (
            Asked.KNOWN,
            Asked.MANNER,
            Asked.WHO,
            Asked.SUBJECTS,
            Asked.DECISION,
            Asked.PAPER,
            Asked.DECISION_TEXT,
            Asked.ORIGIN,
            Asked.EFFECTIVE,
        ),
        FactKind.DECISION_REASONED: (Asked.DECISION, Asked.SUBJECTS, Asked.MANNER, Asked.WHO, Asked.PAPER, Asked.TEXT),
        FactKind.JUDGED_DEVIATES: _RESOLUTION,
        FactKind.JUDGED_FOLLOWS: _RESOLUTION,
        FactKind.SUSPENSION_WAIVED: _RESOLUTION,
        FactKind.COSTS_ANNOUNCED: (Asked.COST, Asked.WHO, Asked.HOW, Asked.PAPER, Asked.TEXT),
        FactKind.LAWYER_SPOKEN: (Asked.WHO, Asked.TEXT),
        FactKind.APPEAL_RESOLVED: _RESOLUTION,
        FactKind.APPEAL_RENOUNCED: _RESOLUTION,
        FactKind.APPEAL_FILED: (Asked.AGAINST, Asked.SUBJECTS, Asked.WHO, Asked.HOW, Asked.PAPER, Asked.TEXT),
        FactKind.NULLITY_RESOLVED: _RESOLUTION,
        FactKind.NULLITY_INVOKED: (Asked.AGAINST, Asked.SUBJECTS, Asked.HOW, Asked.PAPER, Asked.TEXT),
        FactKind.PERMISSION_ASKED: (Asked.SUBJECTS, Asked.PAPER, Asked.TEXT),
        FactKind.PERMISSION_RULED: (Asked.SUBJECTS, Asked.PAPER, Asked.TEXT),
        FactKind.RULING: (Asked.WHO, Asked.SUBJECTS, Asked.PAPER, Asked.TEXT),
        FactKind.CASSATION_FILED: (Asked.VOTES, Asked.WHO, Asked.PAPER, Asked.TEXT),
        FactKind.SETTLED: (Asked.SUBJECTS, Asked.TEXT, Asked.PROMISE, Asked.PAPER),
        FactKind.EXECUTION_ADVICE_ASKED: (Asked.SUBJECTS, Asked.PAPER, Asked.AGREED, Asked.TEXT),
        FactKind.EXECUTION_ADVISED: (Asked.SUBJECTS, Asked.LETTER, Asked.HOW, Asked.TEXT),
        FactKind.EXECUTED: (Asked.SUBJECTS, Asked.HOW, Asked.TEXT, Asked.PAPER),
        FactKind.EVALUATED: _PLAIN,
        FactKind.WITHDRAWN: (Asked.SUBJECTS, Asked.WHO, Asked.HOW, Asked.TEXT, Asked.PAPER),
        FactKind.WITHDRAWAL_CONFIRMED: (Asked.SUBJECTS, Asked.TEXT, Asked.PAPER),
        FactKind.CLOSED: (Asked.TEXT, Asked.CLOSE),
        FactKind.OTHER: (Asked.UNTIL, Asked.PLACE, Asked.PRESENT, Asked.TEXT, Asked.PAPER),
    }
)
"""What each kind of fact asks for beside its day, in the order in which it is asked."""

PAPER_KINDS: Mapping[FactKind, PaperKind] = MappingProxyType(
    {
        FactKind.RECEIVED: PaperKind.REQUEST,
        FactKind.REQUEST_CHANGED: PaperKind.REQUEST,
        FactKind.EXECUTION_ADVICE_ASKED: PaperKind.REQUEST,
        FactKind.SENT_BY_COUNCIL: PaperKind.LETTER_OUT,
        FactKind.ANSWERS_RECEIVED: PaperKind.ANSWERS,
        FactKind.CONSULTATION_MEETING: PaperKind.MINUTES,
        FactKind.EXPERT_REPORTED: PaperKind.REPORT,
        FactKind.DECISION_NOTIFIED: PaperKind.DECISION,
        FactKind.DECISION_REASONED: PaperKind.LETTER_IN,
        FactKind.FOUND_OUT: PaperKind.OTHER,
        FactKind.CONSENT_CONFIRMED: PaperKind.REGULATION,
        FactKind.NULLITY_INVOKED: PaperKind.LETTER_OUT,
        FactKind.SETTLED: PaperKind.AGREEMENT,
        FactKind.COSTS_ANNOUNCED: PaperKind.LETTER_OUT,
        FactKind.APPEAL_FILED: PaperKind.LETTER_OUT,
    }
)
"""What kind of paper usually shows a fact; any other is a letter that came in."""

RESOLUTIONS: Mapping[FactKind, ResolutionKind] = MappingProxyType({fact: kind for kind, fact in RESOLVED.items()})
"""The facts that are a resolution of the council itself."""

GIVES_UP = frozenset(
    {
        FactKind.ADVICE_WAIVED,
        FactKind.SUSPENSION_WAIVED,
        FactKind.APPEAL_RENOUNCED,
        FactKind.JUDGED_FOLLOWS,
        FactKind.CONSENT_GIVEN,
        FactKind.CONSENT_CONFIRMED,
    }
)
"""Facts after which the council has one right less: their effect is told before they are recorded."""

LASTING = frozenset({*RESOLUTIONS, *GIVES_UP, FactKind.APPEAL_FILED, FactKind.NULLITY_INVOKED, FactKind.CONSENT_REFUSED}) - {
    FactKind.VIEW_FORMED
}
"""Facts that are not taken back but answered by a new act."""
