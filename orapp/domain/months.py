"""The months that a decision of the director starts: suspension, appeal and nullity, for each proposed decision apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from orapp.domain.course import CONSENTED, decision_codes
from orapp.domain.decisions import Decision, DecisionOrigin
from orapp.domain.derived import Deadline, DeadlineState
from orapp.domain.dossier import Dossier
from orapp.domain.requests import Outcome, ProposedDecision, Request
from orapp.law.facts import Fact, FactKind, ProcedureKind
from orapp.law.knowledge import ArguableStart, MonthStart, Notice, start_of_month
from orapp.law.terms import FIRST_YEAR, LAST_YEAR, TermRule, compute
from orapp.law.working_days import Calendar

APPEAL = "wor-26-2-beroep"
SUSPENSION = "wor-25-6-opschorting"
NULLITY = "wor-27-5-nietigheid"

ENDINGS = {
    APPEAL: {
        FactKind.APPEAL_FILED: "Het beroep is ingesteld.",
        FactKind.APPEAL_RENOUNCED: "De OR heeft besloten geen beroep in te stellen.",
    },
    SUSPENSION: {FactKind.SUSPENSION_WAIVED: "De OR heeft van de opschorting afgezien (artikel 25 lid 6 WOR)."},
    NULLITY: {FactKind.NULLITY_INVOKED: "De OR heeft de nietigheid ingeroepen (artikel 27 lid 5 WOR)."},
}
"""What ends a month before its last day, with the sentence that stays beside it."""

FOLLOWS_SUSPENSION = (
    "De OR heeft geoordeeld dat het besluit niet afwijkt van het advies; dan is er geen opschorting (artikel 25 lid 6 WOR)."
)
FOLLOWS_APPEAL = "De OR heeft geoordeeld dat het besluit niet afwijkt: beroep alleen bij nieuwe feiten (artikel 26 lid 1 WOR)."


@dataclass(frozen=True, slots=True, kw_only=True)
class Months:
    """What is needed to count the months of one procedure on one day."""

    rules: Mapping[str, TermRule]
    calendar: Calendar
    dossier: Dossier
    request: Request
    facts: Sequence[Fact]
    today: date

    def deadlines(self) -> tuple[Deadline, ...]:
        """Suspension, appeal and nullity of every decision in this procedure, those alike in all taken together."""
        found: list[Deadline] = []
        for decision in self.dossier.decisions:
            if decision.request_id == self.request.id:
                found += self._of_decision(decision)
        if not any(decision.request_id == self.request.id for decision in self.dossier.decisions):
            found += self._found_out_without_decision()
        return _together(found, self.dossier)

    def _of_decision(self, decision: Decision) -> Iterator[Deadline]:
        notices = [
            Notice(on=known.on, written=known.written, reasoned=known.reasoned, source=known.paper_id)
            for known in decision.notices
        ]
        start = start_of_month(notices)
        if start.safe is None or not FIRST_YEAR <= start.safe.year <= LAST_YEAR:
            return
        subjects = [item for item in self.dossier.proposed_decisions if item.id in decision.decision_ids]
        for subject in subjects or (None,):
            for rule in self._rules_for(decision.origin, subject):
                yield self._month(rule, subject, start.safe, start, (decision.title, decision.id))

    def _found_out_without_decision(self) -> Iterator[Deadline]:
        found_on = self.request.started_on
        if self.request.legal is not ProcedureKind.FOUND_OUT or found_on is None or not FIRST_YEAR <= found_on.year <= LAST_YEAR:
            return
        start = start_of_month([Notice(on=found_on)])
        for subject in self.dossier.of_request(self.request.id) or (None,):
            for rule in self._rules_for(DecisionOrigin.WITHOUT_REQUEST, subject):
                yield self._month(rule, subject, found_on, start, (self.request.title, self.request.id))

    def _rules_for(self, origin: DecisionOrigin, subject: ProposedDecision | None) -> tuple[str, ...]:
        """Which months run. In doubt between art. 25 and 27 both run (practice 1.7); expressly waived advice gives none."""
        grounds = (subject.grounds if subject and subject.grounds else self.request.grounds) or ()
        advice = any(ground.startswith("25.") for ground in grounds)
        consent = any(ground.startswith("27.") for ground in grounds)
        if not advice and not consent:
            advice = self.request.legal in {ProcedureKind.ADVICE, ProcedureKind.FOUND_OUT}
            consent = self.request.legal in {ProcedureKind.CONSENT, ProcedureKind.FOUND_OUT}
        if self.request.legal is ProcedureKind.APPOINTMENT:
            return ()  # art. 30: no suspension, no appeal
        rules: list[str] = []
        outcome = subject.outcome if subject is not None else Outcome.UNDECIDED
        if advice and outcome is not Outcome.WAIVED:
            rules += [SUSPENSION, APPEAL]
        if consent and not self._consented(origin, outcome):
            rules.append(NULLITY)
        return tuple(rules)

    def _consented(self, origin: DecisionOrigin, outcome: Outcome) -> bool:
        """Whether consent stands for what was decided; a conditional one only after the council confirmed it in writing."""
        if origin in {DecisionOrigin.WITHOUT_REQUEST, DecisionOrigin.EXECUTION_SEEN, DecisionOrigin.NOT_WAITED}:
            return False
        if CONSENTED.get(outcome) is FactKind.CONSENT_GIVEN:
            return True
        confirmed = any(fact.kind is FactKind.CONSENT_CONFIRMED for fact in self.facts)
        return outcome is Outcome.CONSENT_CONDITIONAL and confirmed

    def _month(
        self, key: str, subject: ProposedDecision | None, on: date, start: MonthStart, origin: tuple[str, str]
    ) -> Deadline:
        rule, (event, source) = self.rules[key], origin
        result = compute(rule, on, self.calendar)
        ids = (subject.id,) if subject is not None else ()
        state, closed_on, because = self._ending(key, decision_codes(self.dossier, ids), result.last_day, on)
        return Deadline(
            key=f"{self.request.id}/{key}/{source}/{ids[0] if ids else ''}",
            rule=key,
            title=rule.title,
            article=rule.article,
            nature=rule.nature.value,
            severity=rule.severity.value,
            actor=rule.actor,
            request_id=self.request.id,
            decision_ids=ids,
            subject=", ".join(decision_codes(self.dossier, ids)),
            start=on,
            start_event=f"{event}. {start.why}",
            start_source_id=start.source or source,
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
            closed_because=because,
            arguable=tuple(self._second(rule, later) for later in start.arguable if later.on.year <= LAST_YEAR),
            warning=result.warning,
            shown=result.shown,
        )

    def _second(self, rule: TermRule, later: ArguableStart) -> tuple[date, str]:
        return compute(rule, later.on, self.calendar).last_day, later.text

    def _ending(self, key: str, subject: tuple[str, ...], last_day: date, start: date) -> tuple[DeadlineState, date | None, str]:
        for fact in self.facts:
            ends = ENDINGS[key].get(fact.kind)
            if ends and fact.on >= start and _concerns(fact, subject):
                return DeadlineState.CLOSED, fact.on, ends
        if last_day < self.today:
            return DeadlineState.CLOSED, last_day, "De termijn is verstreken."
        follows = [
            fact for fact in self.facts if fact.kind is FactKind.JUDGED_FOLLOWS and fact.on >= start and _concerns(fact, subject)
        ]
        if follows and key == SUSPENSION:
            return DeadlineState.CLOSED, follows[-1].on, FOLLOWS_SUSPENSION
        if follows and key == APPEAL:
            return DeadlineState.QUIET, follows[-1].on, FOLLOWS_APPEAL
        return DeadlineState.RUNNING, None, ""


def _concerns(fact: Fact, subject: tuple[str, ...]) -> bool:
    return not fact.decisions or not subject or set(subject) <= set(fact.decisions)


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
