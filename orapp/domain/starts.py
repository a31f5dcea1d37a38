"""What starts a month for one proposed decision: notices, papers and events, put together as the decisions they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from orapp.domain.course import belongs, knowledge_of
from orapp.domain.decisions import Decision, DecisionOrigin
from orapp.domain.dossier import Dossier
from orapp.domain.requests import Outcome, ProposedDecision, Request
from orapp.law.facts import Fact, FactKind, ProcedureKind
from orapp.law.knowledge import Notice
from orapp.law.terms import month_end

KNOWN = frozenset({FactKind.DECISION_NOTIFIED, FactKind.FOUND_OUT, FactKind.DECISION_REASONED})
"""Facts that show knowledge of a decision; execution shows it only where nothing else does."""


@dataclass(slots=True, kw_only=True)
class Clock:
    """One decision as one proposed decision sees it, with every moment at which it became known.

    `key` keeps the deadline stable. `decision` is None where only events show the decision. `earlier` is a day on which
    some decision was known before, when this may be the same one.
    """

    key: str
    title: str
    decision: Decision | None = None
    origin: DecisionOrigin = DecisionOrigin.AFTER_ADVICE
    notices: list[Notice] = field(default_factory=list)
    earlier: date | None = None

    @property
    def start(self) -> date:
        """The earliest knowledge; a clock has at least one notice."""
        return min(notice.earliest for notice in self.notices)

    @property
    def days(self) -> set[date]:
        """Every day on which it became known."""
        return {notice.on for notice in self.notices} | {notice.earliest for notice in self.notices}


def concerns(fact: Fact, codes: tuple[str, ...]) -> bool:
    """Whether a fact is about these proposed decisions: about the whole request, or about each of them by name."""
    return not fact.decisions or (bool(codes) and set(codes) <= set(fact.decisions))


def expiry_of(subject: ProposedDecision | None) -> date | None:
    """The last day of a temporary consent; going on after it is a new decision (practice.md 3.3)."""
    if subject is None or subject.outcome is not Outcome.CONSENT_TEMPORARY or subject.regulation is None:
        return None
    return subject.regulation.expires_on


def breaks_of(facts: Sequence[Fact], subject: ProposedDecision | None) -> tuple[date, ...]:
    """Days after which a sign of execution is a new decision: a withdrawal, or the end of a temporary consent."""
    days = {fact.on for fact in facts if fact.kind is FactKind.WITHDRAWN}
    expired = expiry_of(subject)
    return tuple(sorted(days | ({expired} if expired is not None else set())))


def clocks_of(
    dossier: Dossier, request: Request, facts: Sequence[Fact], subject: ProposedDecision | None, today: date
) -> tuple[Clock, ...]:
    """Every decision of which the council knows, as one proposed decision sees it, in order of its start.

    An event before the first notice of a decision is earlier knowledge of it; one inside the month of the last is a
    later notice. Any other starts a month of its own, so that no knowledge is without a clock (practice.md 1.1).
    `facts` are those about this proposed decision, oldest first, none after today.
    """
    clocks = sorted(_from_decisions(dossier, request, subject, today), key=lambda clock: clock.start)
    breaks = breaks_of(facts, subject)
    elsewhere = _papers_of_others(dossier, request, subject)
    for fact in facts:
        if fact.kind in KNOWN and (fact.decisions or fact.source not in elsewhere):
            _take(fact, clocks, breaks, request)
    for fact in facts:
        if fact.kind is FactKind.EXECUTED:
            since = max((day for day in breaks if day < fact.on), default=date.min)
            if not any(since < day <= fact.on for clock in clocks for day in clock.days):
                _take(fact, clocks, breaks, request)
    return tuple(sorted(clocks, key=lambda clock: clock.start))


def _from_decisions(dossier: Dossier, request: Request, subject: ProposedDecision | None, today: date) -> Iterator[Clock]:
    for decision in dossier.decisions:
        if belongs(dossier, request, decision.request_id, decision.decision_ids) and _about(dossier, decision, subject):
            notices = [known for known in knowledge_of(dossier, decision) if known.earliest <= today]
            if notices:
                seen = [known if known.on <= today else Notice(on=known.earliest, source=known.source) for known in notices]
                yield Clock(key=decision.id, title=decision.subject, decision=decision, origin=decision.origin, notices=seen)


def _about(dossier: Dossier, decision: Decision, subject: ProposedDecision | None) -> bool:
    """A decision that names no proposed decision, or only ones that are gone, is about all of the request."""
    named = [item for item in dossier.proposed_decisions if item.id in decision.decision_ids]
    return subject is None or not named or subject in named


def _papers_of_others(dossier: Dossier, request: Request, subject: ProposedDecision | None) -> set[str]:
    """Papers that are the notice of a decision about other proposed decisions only."""
    return {
        paper_id
        for decision in dossier.decisions
        if decision.request_id == request.id and not _about(dossier, decision, subject)
        for paper_id in (decision.id, decision.paper_id, *(known.paper_id for known in decision.notices))
        if paper_id
    }


def _take(fact: Fact, clocks: list[Clock], breaks: tuple[date, ...], request: Request) -> None:
    if any(fact.on in clock.days for clock in clocks):
        return
    notice = Notice(on=fact.on, written=fact.written, reasoned=fact.reasoned, source=fact.source)
    before = [clock for clock in clocks if clock.start < fact.on]
    if not before and clocks and not _parted(fact.on, clocks[0].start, breaks):
        clocks[0].notices.append(notice)
        return
    last = before[-1] if before else None
    joins = False
    if last is not None and not _parted(last.start, fact.on, breaks):
        in_month = last is clocks[-1] and fact.on <= month_end(last.start, 1)
        joins = in_month or fact.kind is FactKind.DECISION_REASONED
    if last is not None and joins:
        last.notices.append(notice)
    else:
        clocks.append(_own(fact, request, clocks))
        clocks.sort(key=lambda clock: clock.start)


def _own(fact: Fact, request: Request, clocks: Sequence[Clock]) -> Clock:
    return Clock(
        key=f"{request.id}:{fact.kind.value}:{fact.on.isoformat()}",
        title=request.title,
        origin=DecisionOrigin.WITHOUT_REQUEST if request.legal is ProcedureKind.FOUND_OUT else DecisionOrigin.AFTER_ADVICE,
        notices=[Notice(on=fact.on, written=fact.written, reasoned=fact.reasoned, source=fact.source)],
        earlier=min((clock.start for clock in clocks if clock.start < fact.on), default=None),
    )


def _parted(first: date, second: date, breaks: tuple[date, ...]) -> bool:
    return any(first <= day < second for day in breaks)
