"""The course of events as the procedures ask about it: which facts there are, in what order, and which month they start."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from orapp.law.facts import Fact, FactKind, ProcedureKind
from orapp.law.terms import month_end
from orapp.law.working_days import Calendar

ADVICE_OUTCOMES = (FactKind.ADVICE_SENT, FactKind.CANNOT_ADVISE_SENT, FactKind.ADVICE_WAIVED)
CONSENT_OUTCOMES = (
    FactKind.CONSENT_GIVEN,
    FactKind.CONSENT_CONDITIONAL,
    FactKind.CONSENT_REFUSED,
    FactKind.CONSENT_CONFIRMED,
)
OUTCOMES = (*ADVICE_OUTCOMES, *CONSENT_OUTCOMES)
KNOWLEDGE = (FactKind.DECISION_NOTIFIED, FactKind.DECISION_REASONED, FactKind.FOUND_OUT)
REOPENING = (
    FactKind.RECEIVED,
    FactKind.REQUEST_CHANGED,
    FactKind.FOUND_OUT,
    FactKind.DECISION_NOTIFIED,
    FactKind.EXECUTED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The month after a decision became known: its safe start and plain end, and its last day by the Atw.

    `arguable_last_day` is the last day counted from the latest start that a lawyer may defend.
    """

    start: dt.date
    plain_end: dt.date
    last_day: dt.date
    arguable_last_day: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Facts in order of date (facts of one day in the order given), with the day on which they are read."""

    procedure: ProcedureKind
    facts: tuple[Fact, ...]
    today: dt.date
    calendar: Calendar

    def of(self, *kinds: FactKind) -> tuple[Fact, ...]:
        """The facts of these kinds, in order."""
        return tuple(fact for fact in self.facts if fact.kind in kinds)

    def has(self, *kinds: FactKind) -> bool:
        """Whether any fact is of these kinds."""
        return any(fact.kind in kinds for fact in self.facts)

    def first(self, *kinds: FactKind) -> dt.date | None:
        """The first day of these kinds."""
        return next((fact.on for fact in self.facts if fact.kind in kinds), None)

    def last(self, *kinds: FactKind) -> dt.date | None:
        """The last day of these kinds."""
        return next((fact.on for fact in reversed(self.facts) if fact.kind in kinds), None)

    def latest(self, *kinds: FactKind) -> frozenset[FactKind]:
        """Which of these kinds happened on the last day of any of them: more than one is a contradiction."""
        day = self.last(*kinds)
        return frozenset(fact.kind for fact in self.of(*kinds) if fact.on == day)

    def by(self, day: dt.date, *kinds: FactKind) -> bool:
        """Whether any fact of these kinds happened on or before a day."""
        first = self.first(*kinds)
        return first is not None and first <= day

    def after(self, day: dt.date, *kinds: FactKind) -> bool:
        """Whether any fact of these kinds happened after a day."""
        last = self.last(*kinds)
        return last is not None and last > day

    def about(self, decision: str) -> Course:
        """The course as one proposed decision (B1) sees it: its own facts and those of the whole request."""
        facts = tuple(fact for fact in self.facts if not fact.decisions or decision in fact.decisions)
        return Course(procedure=self.procedure, facts=facts, today=self.today, calendar=self.calendar)

    @property
    def decisions(self) -> tuple[str, ...]:
        """The codes of the proposed decisions that any fact names, in order of their number."""
        codes = {code for fact in self.facts for code in fact.decisions}
        return tuple(sorted(codes, key=lambda code: (len(code), code)))

    @property
    def withdrawn(self) -> bool:
        """Whether the request is off: withdrawn, and nothing came after that brings it back."""
        day = self.last(FactKind.WITHDRAWN)
        return day is not None and not self.after(day, *REOPENING)

    @property
    def closed(self) -> bool:
        """Whether the dossier was closed, and nothing came after that opens it again."""
        day = self.last(FactKind.CLOSED)
        return day is not None and not self.after(day, *REOPENING)

    @property
    def decision_known(self) -> bool:
        """Whether the council knows of a decision, by notice, discovery or execution."""
        return self.has(*KNOWLEDGE, FactKind.EXECUTED)

    @property
    def advice_waived(self) -> bool:
        """Whether the council's last word on advice is that it expressly gives it up."""
        return self.latest(*ADVICE_OUTCOMES) == {FactKind.ADVICE_WAIVED}

    @property
    def judged_following(self) -> bool:
        """Whether the council's last judgement is, without contradiction, that the decision follows the advice."""
        return self.latest(FactKind.JUDGED_DEVIATES, FactKind.JUDGED_FOLLOWS) == {FactKind.JUDGED_FOLLOWS}

    @property
    def consented(self) -> bool:
        """Whether consent holds: given, or its conditions confirmed by the council, as the last word."""
        last = self.latest(*CONSENT_OUTCOMES)
        return bool(last) and last <= {FactKind.CONSENT_GIVEN, FactKind.CONSENT_CONFIRMED}

    @property
    def consent_conditional(self) -> bool:
        """Whether the council's last word is a consent that still waits for its conditions."""
        return FactKind.CONSENT_CONDITIONAL in self.latest(*CONSENT_OUTCOMES)

    @property
    def consent_refused(self) -> bool:
        """Whether the council's last word is a refusal."""
        return FactKind.CONSENT_REFUSED in self.latest(*CONSENT_OUTCOMES)

    @property
    def appeal_chosen(self) -> bool:
        """Whether the council's last resolution is to appeal; both on one day keeps the right open."""
        return FactKind.APPEAL_RESOLVED in self.latest(FactKind.APPEAL_RESOLVED, FactKind.APPEAL_RENOUNCED)

    @property
    def month(self) -> Month | None:
        """The month after the decision, from the earliest knowledge; execution counts where nothing else is known."""
        known = self.of(*KNOWLEDGE)
        starts = [fact.on for fact in known] or [fact.on for fact in self.of(FactKind.EXECUTED)[:1]]
        if not starts:
            return None
        safe = min(starts)
        later = [fact.on for fact in self.of(FactKind.DECISION_NOTIFIED, FactKind.DECISION_REASONED) if fact.on > safe]
        plain_end = month_end(safe, 1)
        return Month(
            start=safe,
            plain_end=plain_end,
            last_day=self._working_day(plain_end),
            arguable_last_day=self._working_day(month_end(max([safe, *later]), 1)),
        )

    @property
    def month_over(self) -> bool:
        """Whether every month that could be defended has ended."""
        month = self.month
        return month is not None and self.today > month.arguable_last_day

    def _working_day(self, day: dt.date) -> dt.date:
        # A mistyped year 9999 may stand in a dossier; its month ends with the calendar instead of failing.
        return day if day.year >= dt.MAXYEAR else self.calendar.next_working_day(day)


def course_of(procedure: ProcedureKind, facts: Sequence[Fact], today: dt.date, calendar: Calendar) -> Course:
    """The course of any facts, in any order."""
    ordered = tuple(sorted(facts, key=lambda fact: fact.on))
    return Course(procedure=procedure, facts=ordered, today=today, calendar=calendar)
