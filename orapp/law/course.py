"""The course of events as the procedures ask about it: which facts there are, in what order, and which month they start."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
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

    `arguable_last_day` is the last day counted from the latest start that a lawyer may defend, or that may be a new decision.
    """

    start: dt.date
    plain_end: dt.date
    last_day: dt.date
    arguable_last_day: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Facts in order of date (facts of one day in the order given), with the day on which they are read.

    Made by `course_of`; `days` are the days of each kind in order, `month` the month that the decision started.
    """

    procedure: ProcedureKind
    facts: tuple[Fact, ...]
    today: dt.date
    calendar: Calendar
    days: Mapping[FactKind, tuple[dt.date, ...]]
    month: Month | None

    def of(self, *kinds: FactKind) -> tuple[Fact, ...]:
        """The facts of these kinds, in order."""
        return tuple(fact for fact in self.facts if fact.kind in kinds)

    def days_of(self, kinds: Sequence[FactKind]) -> tuple[dt.date, ...]:
        """The days of these kinds in order, each once."""
        return tuple(sorted({day for kind in kinds if kind in self.days for day in self.days[kind]}))

    def has(self, *kinds: FactKind) -> bool:
        """Whether any fact is of these kinds."""
        return any(kind in self.days for kind in kinds)

    def first(self, *kinds: FactKind) -> dt.date | None:
        """The first day of these kinds."""
        return min((self.days[kind][0] for kind in kinds if kind in self.days), default=None)

    def last(self, *kinds: FactKind) -> dt.date | None:
        """The last day of these kinds."""
        return max((self.days[kind][-1] for kind in kinds if kind in self.days), default=None)

    def latest(self, *kinds: FactKind) -> frozenset[FactKind]:
        """Which of these kinds happened on the last day of any of them: more than one is a contradiction."""
        day = self.last(*kinds)
        return frozenset(kind for kind in kinds if kind in self.days and self.days[kind][-1] == day)

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
        facts = [fact for fact in self.facts if not fact.decisions or decision in fact.decisions]
        return course_of(self.procedure, facts, self.today, self.calendar)

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
        """Whether the council's last word on advice, before any decision was known, is that it expressly gives it up."""
        known = self.first(*KNOWLEDGE, FactKind.EXECUTED)
        words = [fact for fact in self.of(*ADVICE_OUTCOMES) if known is None or fact.on <= known]
        return bool(words) and {fact.kind for fact in words if fact.on == words[-1].on} == {FactKind.ADVICE_WAIVED}

    @property
    def judged_following(self) -> bool:
        """Whether the last judgement, on all that was told, is without contradiction that the decision follows the advice."""
        told = self.last(FactKind.DECISION_NOTIFIED, FactKind.DECISION_REASONED)
        judged = self.last(FactKind.JUDGED_FOLLOWS)
        if judged is None or (told is not None and judged < told):
            return False
        return self.latest(FactKind.JUDGED_DEVIATES, FactKind.JUDGED_FOLLOWS) == {FactKind.JUDGED_FOLLOWS}

    @property
    def consented(self) -> bool:
        """Whether consent holds for what was decided: given or confirmed as the last word, on the last version before it."""
        last, said = self.latest(*CONSENT_OUTCOMES), self.last(*CONSENT_OUTCOMES)
        known = self.first(*KNOWLEDGE, FactKind.EXECUTED)
        changed = [fact.on for fact in self.of(FactKind.REQUEST_CHANGED) if known is not None and fact.on <= known]
        if said is not None and changed and said < changed[-1]:
            return False
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
    def month_over(self) -> bool:
        """Whether every month that could be defended has ended."""
        month = self.month
        return month is not None and self.today > month.arguable_last_day


def course_of(procedure: ProcedureKind, facts: Sequence[Fact], today: dt.date, calendar: Calendar) -> Course:
    """The course of any facts, in any order."""
    ordered = tuple(sorted(facts, key=lambda fact: fact.on))
    days: dict[FactKind, list[dt.date]] = {}
    for fact in ordered:
        days.setdefault(fact.kind, []).append(fact.on)
    by_kind = {kind: tuple(found) for kind, found in days.items()}
    return Course(
        procedure=procedure,
        facts=ordered,
        today=today,
        calendar=calendar,
        days=by_kind,
        month=_month(by_kind, calendar),
    )


def _month(days: Mapping[FactKind, tuple[dt.date, ...]], calendar: Calendar) -> Month | None:
    """The month after the decision, from the earliest knowledge; execution counts where nothing else is known."""
    starts = [days[kind][0] for kind in KNOWLEDGE if kind in days] or list(days.get(FactKind.EXECUTED, ())[:1])
    if not starts:
        return None
    safe = min(starts)
    latest = max([safe, *(days[kind][-1] for kind in KNOWLEDGE if kind in days)])
    withdrawn, executed = days.get(FactKind.WITHDRAWN, ()), days.get(FactKind.EXECUTED, ())
    if withdrawn and executed and executed[-1] > withdrawn[-1]:
        latest = max(latest, executed[-1])  # execution after a withdrawal is a new decision
    plain_end = month_end(safe, 1)
    return Month(
        start=safe,
        plain_end=plain_end,
        last_day=_working_day(plain_end, calendar),
        arguable_last_day=_working_day(month_end(latest, 1), calendar),
    )


def _working_day(day: dt.date, calendar: Calendar) -> dt.date:
    # A mistyped year 9999 may stand in a dossier; its month ends with the calendar instead of failing.
    return day if day.year >= dt.MAXYEAR else calendar.next_working_day(day)
