"""Which month a petition or a nullity letter uses: each decision of the director has its own (practice.md 1.6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from orapp.domain.course import counted_here, decision_codes, facts_of
from orapp.domain.dossier import Dossier
from orapp.domain.requests import ProposedDecision, Request
from orapp.domain.starts import KNOWN, Clock, clocks_of, concerns
from orapp.law.facts import Fact, FactKind

SHOWING = KNOWN | {FactKind.EXECUTED}
"""Events that show a decision where nothing else does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownMonth:
    """A decision of which the council knows: what names it, its title, the day of the first knowledge, and its B's."""

    name: str
    title: str
    start: date
    last_start: date
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """The months of one procedure that one act may use. `ends` gives the last defensible day of each clock by its key."""

    dossier: Dossier
    clocks: Mapping[str, Sequence[Clock]]
    ends: Mapping[str, date]

    def uses(self, fact: Fact, clock: Clock) -> bool:
        """Whether this act uses the month of this clock.

        What names its decisions uses their months alone. What names none uses the only month that ran; while two or more
        ran it uses none of them: what is closed wrongly costs the council its right.
        """
        concerned = self._concerned(fact)
        if fact.against:
            named = {one.key for one in concerned if names_of(self.dossier, one) & set(fact.against)}
            if named:
                return clock.key in named
        running = self._running(fact, concerned)
        return not running or running == {clock.key}

    def unnamed(self, fact: Fact) -> bool:
        """Whether this act names no decision while it could have been against more than one."""
        concerned = self._concerned(fact)
        named = any(names_of(self.dossier, one) & set(fact.against) for one in concerned)
        return not named and len(self._running(fact, concerned)) > 1

    def _concerned(self, fact: Fact) -> list[Clock]:
        return [clock for name, clocks in self.clocks.items() if concerns(fact, (name,) if name else ()) for clock in clocks]

    def _running(self, fact: Fact, concerned: Sequence[Clock]) -> set[str]:
        return {clock.key for clock in concerned if clock.start <= fact.on <= self.ends.get(clock.key, date.max)}


def names_of(dossier: Dossier, clock: Clock) -> frozenset[str]:
    """Every id by which this decision can be named: its own, and those of what told of it."""
    events = {
        event.id
        for event in dossier.events
        if event.kind in SHOWING and event.on in clock.days and (clock.decision is None or _about(event.decision_ids, clock))
    }
    sources = {notice.source for notice in clock.notices} if clock.decision is None else set()
    own = {clock.decision.id} if clock.decision is not None else set()
    return frozenset((own | sources | events) - {""})


def months_known(dossier: Dossier, request: Request, today: date) -> tuple[KnownMonth, ...]:
    """Every decision in a procedure that has a month, oldest first, each once with the proposed decisions it is about."""
    facts = [fact for fact in facts_of(dossier, request) if fact.on <= today]
    found: dict[str, tuple[Clock, list[str]]] = {}
    for subject in subjects_of(dossier, request):
        codes = decision_codes(dossier, (subject.id,)) if subject is not None else ()
        own = [fact for fact in facts if concerns(fact, codes)]
        for clock in clocks_of(dossier, request, own, subject, today):
            found.setdefault(clock.key, (clock, []))[1].extend(codes)
    known = [
        KnownMonth(
            name=_name_of(dossier, clock),
            title=clock.title,
            start=clock.start,
            last_start=max(clock.days),
            codes=tuple(codes),
        )
        for clock, codes in found.values()
    ]
    return tuple(sorted((one for one in known if one.name), key=lambda one: one.start))


def subjects_of(dossier: Dossier, request: Request) -> tuple[ProposedDecision | None, ...]:
    """The proposed decisions of the procedure, and those its decisions name that no other counts; or one whole."""
    named = {
        decision_id
        for decision in dossier.decisions
        if decision.request_id == request.id
        for decision_id in counted_here(dossier, request, decision.decision_ids)
    }
    found = tuple(item for item in dossier.proposed_decisions if item.request_id == request.id or item.id in named)
    return found or (None,)


def _about(decision_ids: tuple[str, ...], clock: Clock) -> bool:
    decision = clock.decision
    return not decision_ids or decision is None or not decision.decision_ids or bool({*decision_ids} & {*decision.decision_ids})


def _name_of(dossier: Dossier, clock: Clock) -> str:
    """The id that names this decision for good: its own, or that of the event that first told of it."""
    if clock.decision is not None:
        return clock.decision.id
    first = min(clock.notices, key=lambda notice: notice.earliest)
    for event in dossier.events:
        if event.kind in SHOWING and event.on in clock.days and first.source in {event.id, event.paper_id}:
            return event.id
    return first.source
