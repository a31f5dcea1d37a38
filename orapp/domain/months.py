"""The months that a decision of the director starts: suspension, appeal and nullity, for each proposed decision apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from orapp.domain.bodies import AGREED, Bodies, Claim, bodies_of
from orapp.domain.council import CouncilKind
from orapp.domain.course import WITH_MONTHS, decision_codes
from orapp.domain.derived import Deadline, DeadlineState
from orapp.domain.dossier import Dossier
from orapp.domain.effects import Effects
from orapp.domain.own_name import spoken_by
from orapp.domain.requests import ProposedDecision, Request
from orapp.domain.starts import Clock, clocks_of, concerns
from orapp.domain.used_months import Used, subjects_of
from orapp.law.dutch_dates import in_words
from orapp.law.facts import Fact, ProcedureKind
from orapp.law.knowledge import ArguableStart, start_of_month
from orapp.law.rule_keys import APPEAL, NULLITY, SUSPENSION
from orapp.law.terms import LAST_YEAR, TermResult, TermRule, compute
from orapp.law.working_days import Calendar

RIGHTS = {APPEAL: "26", SUSPENSION: "25.6", NULLITY: "27.5"}

WITHOUT_MONTH = frozenset({"25.5", "30"})
"""Grounds that give no month by themselves: advice on the execution, and art. 30 (wor.md 1.3)."""

WITHOUT_ADVICE = frozenset({"35b", "35c", "35d"})
"""Small undertakings: art. 25 and 26 do not apply (wor.md 3.6)."""

FOLLOWS_SUSPENSION = (
    "De OR heeft geoordeeld dat het besluit niet afwijkt van het advies; dan is er geen opschorting (artikel 25 lid 6 WOR)."
)
FOLLOWS_APPEAL = "De OR heeft geoordeeld dat het besluit niet afwijkt: beroep alleen bij nieuwe feiten (artikel 26 lid 1 WOR)."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """One proposed decision with the months it can have, what happened about it, and its clocks."""

    subject: ProposedDecision | None
    rules: Mapping[str, Claim]
    codes: tuple[str, ...]
    facts: Sequence[Fact]
    clocks: Sequence[Clock]


@dataclass(frozen=True, slots=True, kw_only=True)
class Months:
    """What is needed to count the months of one procedure on one day. `silent` is the agreed advice date that stands.

    `keeper` is the body that keeps the archive.
    """

    rules: Mapping[str, TermRule]
    calendar: Calendar
    dossier: Dossier
    request: Request
    facts: Sequence[Fact]
    today: date
    keeper: CouncilKind
    silent: date | None = None

    def deadlines(self) -> tuple[Deadline, ...]:
        """Suspension, appeal and nullity of every decision in this procedure, those alike in all taken together."""
        past = [fact for fact in self.facts if fact.on <= self.today]
        seen: list[_Seen] = []
        bodies = bodies_of(self.dossier, self.keeper)
        for subject in subjects_of(self.dossier, self.request):
            rules = claims_of(self.request, subject, bodies)
            if rules:
                codes = decision_codes(self.dossier, (subject.id,)) if subject is not None else ()
                own = [fact for fact in past if concerns(fact, codes)]
                clocks = clocks_of(self.dossier, self.request, own, subject, self.today)
                seen.append(_Seen(subject=subject, rules=rules, codes=codes, facts=own, clocks=clocks))
        used = {right: self._used(rule, seen) for rule, right in RIGHTS.items()}
        found: list[Deadline] = []
        for one in seen:
            effects = Effects(facts=one.facts, subject=one.subject, clocks=one.clocks, agreed=self.silent, months=used)
            for clock in one.clocks:
                found += [self._month(rule, one, clock, effects) for rule in one.rules]
        return _together(found, self.dossier)

    def _used(self, rule: str, seen: Sequence[_Seen]) -> Used:
        """Every month of one right in this procedure, with the last day on which each can be defended."""
        own = [one for one in seen if rule in one.rules]
        ends: dict[str, date] = {}
        for clock in (clock for one in own for clock in one.clocks):
            starts = (clock.start, *(later.on for later in start_of_month(clock.notices).arguable if later.on.year <= LAST_YEAR))
            last = max(compute(self.rules[rule], day, self.calendar).last_day for day in starts)
            ends[clock.key] = max(last, ends.get(clock.key, last))
        return Used(dossier=self.dossier, clocks={", ".join(one.codes): one.clocks for one in own}, ends=ends)

    def _month(self, key: str, seen: _Seen, clock: Clock, effects: Effects) -> Deadline:
        subject, claim, name = seen.subject, seen.rules[key], self.keeper.value.upper()
        rule, start = self.rules[key], start_of_month(clock.notices)
        result = compute(rule, clock.start, self.calendar)
        arguable = tuple(self._second(rule, later) for later in start.arguable if later.on.year <= LAST_YEAR)
        end = max((result.last_day, *(day for day, _ in arguable)))
        state, closed_on, because = self._ending(key, clock, effects, result, end)
        doubt = _doubt(rule, claim)
        if claim is Claim.IF_AGREED and state is not DeadlineState.CLOSED:
            state, closed_on, because = DeadlineState.QUIET, None, doubt
        return Deadline(
            key=f"{self.request.id}/{key}/{clock.key}/{subject.id if subject is not None else ''}",
            rule=key,
            title=rule.title,
            article=rule.article,
            nature=rule.nature.value,
            severity=rule.severity.value,
            actor=rule.actor,
            request_id=self.request.id,
            decision_ids=(subject.id,) if subject is not None else (),
            subject=", ".join(seen.codes),
            start=clock.start,
            start_event=f"{clock.title}. {start.why}",
            start_source_id=start.source or (clock.decision.id if clock.decision is not None else self.request.id),
            plain_end=result.plain_end,
            last_day=result.last_day,
            safe_day=result.safe_day,
            disputed=result.disputed,
            dispute=result.dispute,
            moved_by=result.moved_by,
            steps=result.steps,
            missed=rule.missed,
            ground=rule.article,
            state=state,
            closed_on=closed_on,
            closed_because=spoken_by(because, name),
            arguable=arguable,
            warning=" ".join(
                spoken_by(part, name)
                for part in (doubt, *effects.cautions(RIGHTS[key], clock), *self._late(state, result, end), result.warning)
                if part
            ),
            shown=result.shown,
        )

    def _second(self, rule: TermRule, later: ArguableStart) -> tuple[date, str]:
        return compute(rule, later.on, self.calendar).last_day, later.text

    def _late(self, state: DeadlineState, result: TermResult, end: date) -> Iterator[str]:
        if state is not DeadlineState.CLOSED and result.last_day < self.today <= end:
            yield (
                f"De veilige termijn is voorbij. Met een later begin is tot en met {in_words(end)} verdedigbaar: "
                "bel vandaag een advocaat."
            )

    def _ending(
        self, key: str, clock: Clock, effects: Effects, result: TermResult, end: date
    ) -> tuple[DeadlineState, date | None, str]:
        right = RIGHTS[key]
        ended = effects.without_right(right, clock) or effects.used(right, clock, result) or effects.given_up(right, clock)
        if ended is not None:
            return DeadlineState.CLOSED, ended[0], ended[1]
        followed = effects.followed(clock)
        if followed is not None and right == "25.6":
            return DeadlineState.CLOSED, followed, FOLLOWS_SUSPENSION
        if end < self.today:
            return DeadlineState.CLOSED, end, effects.passed(clock)
        if followed is not None and right == "26":
            return DeadlineState.QUIET, followed, FOLLOWS_APPEAL
        return DeadlineState.RUNNING, None, ""


def _doubt(rule: TermRule, claim: Claim) -> str:
    """What must be said beside a month that does not simply hold."""
    return {Claim.IF_AGREED: rule.small_body_if_agreed, Claim.DOUBTFUL: rule.small_body_doubtful}.get(claim, "")


def claims_of(request: Request, subject: ProposedDecision | None, bodies: Bodies) -> Mapping[str, Claim]:
    """The months that a decision on this subject can start for these bodies, each with how far it holds (art. 35c)."""
    grounds = _grounds(request, subject)
    found = ((rule, bodies.claim(rule, grounds)) for rule in _by_grounds(request, subject))
    return {rule: claim for rule, claim in found if claim is not None}


def months_for(request: Request, subject: ProposedDecision | None, bodies: Bodies) -> tuple[str, ...]:
    """The months among those that are told as running: not what a body has only where it was agreed (art. 32)."""
    return tuple(rule for rule, claim in claims_of(request, subject, bodies).items() if claim is not Claim.IF_AGREED)


def months_of(dossier: Dossier, request: Request, keeper: CouncilKind) -> frozenset[str]:
    """The months that decisions on this request start for the body of the dossier."""
    bodies = bodies_of(dossier, keeper)
    subjects = dossier.of_request(request.id) or (None,)
    return frozenset(rule for subject in subjects for rule in months_for(request, subject, bodies))


def _grounds(request: Request, subject: ProposedDecision | None) -> frozenset[str]:
    return frozenset((subject.grounds if subject is not None and subject.grounds else request.grounds) or ())


def _by_grounds(request: Request, subject: ProposedDecision | None) -> tuple[str, ...]:
    """Which months a decision on this subject starts; in doubt between art. 25 and 27 both (practice.md 1.7).

    Art. 32: a right by written agreement brings art. 26, or art. 27 lid 4 to 6, but not the suspension (wor.md 1.4).
    """
    grounds = _grounds(request, subject)
    advice = any(ground.startswith("25.") and ground not in WITHOUT_MONTH for ground in grounds)
    consent = any(ground.startswith("27.") for ground in grounds)
    agreed = AGREED in grounds
    by_law = advice
    if not advice and not consent:
        if grounds and grounds <= WITHOUT_MONTH:
            return ()
        by_law = request.legal in {ProcedureKind.ADVICE, ProcedureKind.FOUND_OUT} and not grounds & WITHOUT_ADVICE
        consent = request.legal in {ProcedureKind.CONSENT, ProcedureKind.FOUND_OUT}
        advice, by_law = by_law, by_law and not agreed
    elif agreed and request.legal in WITH_MONTHS:
        advice = advice or request.legal is not ProcedureKind.CONSENT
        consent = consent or request.legal is not ProcedureKind.ADVICE
    return (*((SUSPENSION,) if by_law else ()), *((APPEAL,) if advice else ()), *((NULLITY,) if consent else ()))


def _together(deadlines: Sequence[Deadline], dossier: Dossier) -> tuple[Deadline, ...]:
    """Deadlines that differ only in the proposed decision become one with all their codes."""
    groups: dict[Deadline, list[Deadline]] = {}
    for deadline in deadlines:
        groups.setdefault(replace(deadline, key="", decision_ids=(), subject=""), []).append(deadline)
    together = []
    for members in groups.values():
        ids = tuple(item_id for member in members for item_id in member.decision_ids)
        together.append(replace(members[0], decision_ids=ids, subject=", ".join(decision_codes(dossier, ids))))
    return tuple(together)
