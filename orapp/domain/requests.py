"""What is asked of, or by, the council, cut into proposed decisions B1..Bn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from orapp.domain.items import Item, Judgement
from orapp.law.facts import ProcedureKind


class Track(StrEnum):
    """Where a subject belongs: the works council, the unions (lokaal overleg), or both."""

    COUNCIL = "council"
    UNIONS = "unions"
    BOTH = "both"


class Outcome(StrEnum):
    """What the council answers per proposed decision. The letters spell out each effect."""

    UNDECIDED = "undecided"
    POSITIVE = "positive"  # A9.1
    POSITIVE_CONDITIONS = "positive_conditions"  # A9.2
    NEGATIVE = "negative"  # A9.3
    NEGATIVE_UNLESS = "negative_unless"  # A9.3, tenzij
    WAIVED = "waived"  # A9.4 (i) afzien van advies
    NOT_YET = "not_yet"  # A9.4 (ii) nog niet kunnen adviseren
    POLITICAL = "political"  # A9.4 (iii), art. 46d onder b
    LATER = "later"  # advised on later (for example execution, art. 25 lid 5)
    CONSENT = "consent"  # A10 a
    CONSENT_CHANGED = "consent_changed"  # A10 b, to a changed text
    CONSENT_CONDITIONAL = "consent_conditional"  # A10 c
    CONSENT_TEMPORARY = "consent_temporary"  # A10 d
    CONSENT_PARTIAL = "consent_partial"  # A10 e
    CONSENT_REFUSED = "consent_refused"  # A10 f


class PartResult(StrEnum):
    """What the council thinks of one part of a regulation."""

    AGREED = "agreed"
    CHANGED = "changed"
    NOT_AGREED = "not_agreed"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestVersion:
    """One version of a request. `essentially_different` is the council's answer, never the program's."""

    number: int
    received_on: date | None = None
    paper_id: str = ""
    label: str = ""
    difference: str = ""
    essentially_different: Judgement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletenessMark:
    """One item of art. 25 lid 3 or 27 lid 2: is it there, and which passage shows it."""

    key: str
    found: str = "open"  # open, found, insufficient, missing
    passage: str = ""
    judged: Judgement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(Item):
    """What started a procedure (R1 …): a request to or by the council, or a decision that was found out without one.

    `legal` names the kind of procedure; the versions are in order; a withdrawal needs a written confirmation to be complete.
    """

    title: str
    legal: ProcedureKind
    versions: tuple[RequestVersion, ...] = ()
    grounds: tuple[str, ...] = ()
    started_on: date | None = None
    started_by: str = ""
    their_reference: str = ""
    article_named: str = ""
    urgent_reason: str = ""
    completeness: tuple[CompletenessMark, ...] = ()
    found_out_by: str = ""
    found_out_how: str = ""
    withdrawn_on: date | None = None
    withdrawal_paper_id: str = ""
    closed_on: date | None = None
    understanding: str = ""  # the proposal as the council understands it (letter section 4)
    summary: str = ""

    @property
    def received_on(self) -> date | None:
        """When the newest version was received, or when the procedure started."""
        days = [version.received_on for version in self.versions if version.received_on]
        return days[-1] if days else self.started_on


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliticalNote:
    """Art. 46d: the director's and the council's view apart, with who and when. It removes no term."""

    director_view: str = ""
    director: Judgement | None = None
    council_view: str = ""
    council: Judgement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegulationPart:
    """One part of a regulation that needs consent (letter A10, section 4)."""

    article: str
    opinion: str
    change_asked: str = ""
    director_answer: str = ""
    result: PartResult = PartResult.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Regulation:
    """The regulation that consent is asked for; consent is pinned to its version."""

    title: str
    version: str = ""
    dated_on: date | None = None
    action: str = "adopt"  # adopt, change, withdraw (vaststellen, wijzigen, intrekken)
    paper_id: str = ""
    cao_overlap: str = ""
    parts: tuple[RegulationPart, ...] = ()
    effective_from: date | None = None
    expires_on: date | None = None
    evaluation_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedDecision(Item):
    """A proposed decision (B1 …): each has its own grounds, body, notice, comparison, month, waiver and appeal."""

    title: str
    request_id: str = ""
    text: str = ""
    grounds: tuple[str, ...] = ()
    body: str = ""
    body_paper_id: str = ""
    may_litigate: str = ""
    track: Track = Track.COUNCIL
    political: PoliticalNote | None = None
    outcome: Outcome = Outcome.UNDECIDED
    outcome_text: str = ""
    outcome_reason: str = ""
    regulation: Regulation | None = None
