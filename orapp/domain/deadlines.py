"""All deadlines of a dossier on a day: those of the law, those agreed, and those the council set itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from orapp.domain.assessment import AnswerState
from orapp.domain.council import CouncilKind
from orapp.domain.course import countable
from orapp.domain.derived import Deadline, DeadlineState
from orapp.domain.dossier import Dossier, code
from orapp.domain.months import Months
from orapp.domain.own_name import spoken_by
from orapp.domain.papers import AgreedDate
from orapp.domain.promises import Commitment, CommitmentState, Condition, ConditionState
from orapp.domain.requests import Outcome, Request, Track
from orapp.law.course import REOPENING
from orapp.law.dutch_dates import in_words
from orapp.law.facts import Fact, FactKind, Party, ProcedureKind
from orapp.law.rule_keys import (
    AGREED_ADVICE,
    AGREED_CONSENT,
    ANSWER,
    APPEAL,
    ASKED,
    CASSATION,
    COMMITMENT,
    CONDITION,
    CUSTOMARY,
    MEETING,
    OWN,
)
from orapp.law.terms import Severity, TermResult, TermRule, agreed, compute
from orapp.law.working_days import Calendar

ADVISED = frozenset({FactKind.ADVICE_SENT, FactKind.ADVICE_WAIVED})
CONSENT_SAID = frozenset({FactKind.CONSENT_GIVEN, FactKind.CONSENT_CONDITIONAL, FactKind.CONSENT_REFUSED})
MEETS = {AGREED_ADVICE: ADVISED, AGREED_CONSENT: CONSENT_SAID}
"""What meets an agreed date. "Nog niet kunnen adviseren" does not: until a new date is confirmed the old one stays the alarm."""

ANSWERED_BY_COUNCIL = frozenset(
    {
        FactKind.ADVICE_SENT,
        FactKind.CANNOT_ADVISE_SENT,
        FactKind.ADVICE_WAIVED,
        FactKind.CONSENT_GIVEN,
        FactKind.CONSENT_CONDITIONAL,
        FactKind.CONSENT_REFUSED,
    }
)
"""What makes the customary six weeks idle."""

ANSWERED = "De OR heeft geantwoord."
ASKED_ANEW = frozenset({FactKind.RECEIVED, FactKind.REQUEST_CHANGED})
COUNCIL_RULES = frozenset({AGREED_ADVICE, AGREED_CONSENT, CUSTOMARY})
"""Dates by which the council answers; an acknowledgement or a meeting before it has no such date."""
GRAVEST = tuple(severity.value for severity in (Severity.FATAL, Severity.GRAVE, Severity.MODERATE, Severity.MILD))


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """What counting needs from the law, and which body keeps the archive."""

    rules: Mapping[str, TermRule]
    calendar: Calendar
    keeper: CouncilKind = CouncilKind.OR


def deadlines_of(dossier: Dossier, facts: Mapping[str, Sequence[Fact]], law: Counting, today: date) -> tuple[Deadline, ...]:
    """Every deadline of the dossier, nearest first; closed ones stay, with their reason. `facts` are per request id."""
    found: list[Deadline] = []
    for request in dossier.requests:
        own = [fact for fact in facts.get(request.id, ()) if countable(fact.on)]
        months = Months(
            rules=law.rules,
            calendar=law.calendar,
            dossier=dossier,
            request=request,
            facts=own,
            today=today,
            keeper=law.keeper,
            silent=advice_date(dossier, request),
        ).deadlines()
        found += months
        found += _of_request(dossier, request, own, law, today)
        if request.legal is ProcedureKind.ADVICE or any(deadline.rule == APPEAL for deadline in months):
            found += _cassation(request, own, law, today)
    found += _agreed_dates(dossier, facts, law)
    found += _commitments(dossier, law)
    found += _conditions(dossier, law)
    found += _answers(dossier, law)
    return tuple(sorted(found, key=_urgency))


def _urgency(deadline: Deadline) -> tuple[bool, date, int, str]:
    """Nearest first; on one day the term that costs a right before the one that does not (practice.md 1.4)."""
    weight = GRAVEST.index(deadline.severity) if deadline.severity in GRAVEST else len(GRAVEST)
    return deadline.state is DeadlineState.CLOSED, deadline.act_by, weight, deadline.key


def _of_request(dossier: Dossier, request: Request, facts: Sequence[Fact], law: Counting, today: date) -> Iterator[Deadline]:
    for fact in facts:
        if fact.kind is FactKind.MEETING_REQUESTED:
            met = _first(facts, {FactKind.CONSULTATION_MEETING}, fact.on)
            yield _counted(law, MEETING, request, fact, met=met, because="De overlegvergadering is gehouden.", today=today)
    if request.legal is not ProcedureKind.ADVICE:
        return
    agreed_rules = {agreed_date.rule for agreed_date in dossier.agreed_dates if agreed_date.request_id == request.id}
    received = _first(facts, {FactKind.RECEIVED}, date.min)
    if received is not None and not agreed_rules & COUNCIL_RULES:
        whole = [fact for fact in facts if fact.kind is not FactKind.WITHDRAWN or not fact.decisions]
        met = _first(whole, ANSWERED_BY_COUNCIL | {FactKind.WITHDRAWN, FactKind.DECISION_NOTIFIED}, received.on)
        yield _counted(
            law, CUSTOMARY, request, received, met=met, because="Het advies is uitgebracht of niet meer nodig.", today=today
        )


def _cassation(request: Request, facts: Sequence[Fact], law: Counting, today: date) -> Iterator[Deadline]:
    """Also after a decision that was found out, or in a mixed request: wherever an appeal was possible."""
    for fact in facts:
        if fact.kind is FactKind.RULING:
            met = _first(facts, {FactKind.CASSATION_FILED}, fact.on)
            yield _counted(law, CASSATION, request, fact, met=met, because="Het cassatieberoep is ingesteld.", today=today)


def advice_date(dossier: Dossier, request: Request) -> date | None:
    """The agreed advice date that stands: the first that is not met, cancelled, replaced or unconfirmed (practice 1.8)."""
    own = [item for item in dossier.agreed_dates if item.request_id == request.id and item.rule == AGREED_ADVICE]
    newer = {item.replaced_by_id for item in own if item.replaced_by_id}
    confirmed = {item.id for item in own if item.confirmed_in_id}
    standing = [
        item.due
        for item in own
        if item.met_on is None
        and item.cancelled is None
        and item.replaced_by_id not in confirmed
        and (item.id not in newer or item.id in confirmed)
    ]
    return min((day for day in standing if countable(day)), default=None)


def _first(facts: Sequence[Fact], kinds: set[FactKind] | frozenset[FactKind], since: date) -> Fact | None:
    return next((fact for fact in facts if fact.kind in kinds and fact.on >= since), None)


def _counted(law: Counting, key: str, request: Request, start: Fact, *, met: Fact | None, because: str, today: date) -> Deadline:
    rule = law.rules[key]
    result = compute(rule, start.on, law.calendar)
    closed_on, reason = (met.on, because) if met is not None else (None, "")
    if closed_on is None and rule.severity is Severity.FATAL and result.last_day < today:
        closed_on, reason = result.last_day, "De termijn is verstreken."
    return _deadline(
        rule,
        result,
        key=f"{request.id}/{key}/{start.on.isoformat()}",
        request_id=request.id,
        start_event=f"{request.title}, {in_words(start.on)}.",
        source_id=start.source,
        closed=(closed_on, reason),
    )


def _agreed_dates(dossier: Dossier, facts: Mapping[str, Sequence[Fact]], law: Counting) -> Iterator[Deadline]:
    for item in dossier.agreed_dates:
        if not countable(item.due):
            continue
        rule = law.rules.get(item.rule, law.rules[OWN])
        yield _deadline(
            rule,
            agreed(replace(rule, actor=item.actor), item.due, law.calendar),
            key=f"agreed/{item.id}",
            title=item.subject,
            request_id=item.request_id,
            actor=item.actor,
            start_event=spoken_by(_agreement(dossier, item), law.keeper.value.upper()),
            source_id=item.recorded_in_id or item.id,
            ground=spoken_by(_agreement(dossier, item), law.keeper.value.upper()),
            closed=_said_by(_agreed_end(dossier, item, facts.get(item.request_id, ())), law.keeper),
        )


def _agreement(dossier: Dossier, item: AgreedDate) -> str:
    paper = dossier.paper(item.recorded_in_id)
    recorded = f", {code('papers', paper)}" if paper is not None else ""
    on = f" {in_words(item.agreed_on)}" if item.agreed_on is not None else ""
    if item.rule == OWN:
        return f"eigen datum{on}{recorded}"
    if item.asked_by is Party.COUNCIL and item.rule in {ANSWER, ASKED}:
        return f"door OR gevraagd{on}{recorded}"
    if item.agreed_on is None and not item.confirmed_in_id and _proposed_instead(dossier, item):
        return f"door OR voorgesteld, nog niet bevestigd{recorded}"
    if item.agreed_on is None and not item.confirmed_in_id and item.asked_by is Party.DIRECTOR:
        return f"door bestuurder gevraagd, niet afgesproken{recorded}"
    return f"afspraak{on}{recorded}"


def _proposed_instead(dossier: Dossier, item: AgreedDate) -> bool:
    """Whether the council proposed this date instead of one that stands until it is confirmed (practice.md 1.8)."""
    return item.asked_by is Party.COUNCIL and any(other.replaced_by_id == item.id for other in dossier.agreed_dates)


def _agreed_end(dossier: Dossier, item: AgreedDate, facts: Sequence[Fact]) -> tuple[date | None, str]:
    """An agreed date stays the alarm until the new one is confirmed in writing (practice 1.8)."""
    if item.met_on is not None:
        return item.met_on, "Aan deze afspraak is voldaan."
    if item.cancelled is not None:
        return item.cancelled.on, item.cancelled.reason or item.cancelled.answer
    successor = next((other for other in dossier.agreed_dates if other.id == item.replaced_by_id), None)
    if successor is not None and successor.confirmed_in_id:
        paper = dossier.paper(successor.confirmed_in_id)
        confirmed = code("papers", paper) if paper is not None else "schriftelijk"
        return successor.agreed_on, f"Vervangen door {in_words(successor.due)}, bevestigd in {confirmed}."
    if item.rule not in MEETS:
        return None, ""
    asked = [fact.on for fact in facts if fact.kind in ASKED_ANEW and fact.on <= item.due]
    since = item.agreed_on or max(asked, default=date.min)
    met = _all_answered(dossier, item, [fact for fact in facts if fact.on >= since])
    if met is not None:
        return met, ANSWERED
    withdrawn = [fact for fact in facts if fact.kind is FactKind.WITHDRAWN and not fact.decisions]
    gone = max((fact.on for fact in withdrawn if fact.on >= since), default=None)
    in_writing = any(fact.kind is FactKind.WITHDRAWAL_CONFIRMED for fact in facts)
    if gone is not None and in_writing and not any(fact.kind in REOPENING and fact.on > gone for fact in facts):
        return gone, "De aanvraag is ingetrokken; dat is schriftelijk bevestigd."
    return None, ""


def _said_by(closed: tuple[date | None, str], keeper: CouncilKind) -> tuple[date | None, str]:
    """How it ended, in the name of the body; what a person typed as a reason stays as it is."""
    on, because = closed
    return (on, spoken_by(because, keeper.value.upper())) if because == ANSWERED else closed


def _all_answered(dossier: Dossier, item: AgreedDate, facts: Sequence[Fact]) -> date | None:
    """The day on which the last proposed decision that this date is for was answered; an answer on one does not cover all."""
    article = "25." if item.rule == AGREED_ADVICE else "27."
    waiting = {
        code("proposed_decisions", subject)
        for subject in dossier.of_request(item.request_id)
        if subject.outcome not in {Outcome.POLITICAL, Outcome.LATER}
        and subject.track is not Track.UNIONS
        and (not subject.grounds or any(ground == "32" or ground.startswith(article) for ground in subject.grounds))
    }
    if any(fact.kind is FactKind.WITHDRAWAL_CONFIRMED for fact in facts):
        waiting -= {name for fact in facts if fact.kind is FactKind.WITHDRAWN for name in fact.decisions}
    for fact in facts:
        if fact.kind in MEETS[item.rule]:
            waiting -= set(fact.decisions)
            if not fact.decisions or not waiting:
                return fact.on
    return None


def _commitments(dossier: Dossier, law: Counting) -> Iterator[Deadline]:
    for item in dossier.commitments:
        if item.due is not None and countable(item.due):
            kept = item.state in {CommitmentState.KEPT, CommitmentState.REPLACED}
            closed = (item.kept_on, "De toezegging is nagekomen of vervangen.") if kept else (None, "")
            yield _promised(law, "commitments", item, item.due, closed)


def _conditions(dossier: Dossier, law: Counting) -> Iterator[Deadline]:
    for item in dossier.conditions:
        waits = item.state in {ConditionState.PROPOSED, ConditionState.REFUSED, ConditionState.DROPPED}
        if item.due is not None and countable(item.due) and not waits:
            met = item.state is ConditionState.MET
            closed = (item.due, "Aan de voorwaarde is voldaan.") if met else (None, "")
            yield _promised(law, "conditions", item, item.due, closed)


def _promised(
    law: Counting, collection: str, item: Commitment | Condition, due: date, closed: tuple[date | None, str]
) -> Deadline:
    name = code(collection, item)
    ground = f"{'toezegging' if collection == 'commitments' else 'voorwaarde'} {name}".strip()
    rule = law.rules[COMMITMENT if collection == "commitments" else CONDITION]
    return _deadline(
        rule,
        agreed(rule, due, law.calendar),
        key=f"{collection}/{item.id}",
        title=_promise_title(name, _short(item.text.strip("“”"))),
        request_id=item.request_id,
        start_event=ground,
        source_id=item.id,
        ground=ground,
        closed=closed,
    )


def whole_title(dossier: Dossier, deadline: Deadline) -> str:
    """The title of a term with all the words of what was promised or set as a condition: a list shows only their beginning."""
    for collection, items in (("commitments", dossier.commitments), ("conditions", dossier.conditions)):
        for item in items:
            if deadline.key == f"{collection}/{item.id}":
                return _promise_title(code(collection, item), " ".join(item.text.strip("“”").split()))
    return deadline.title


def _promise_title(name: str, text: str) -> str:
    return ": ".join(part for part in (name, text) if part)


def _answers(dossier: Dossier, law: Counting) -> Iterator[Deadline]:
    rule = law.rules[ASKED]
    open_questions: dict[tuple[str, int, date], list[str]] = {}
    for question in dossier.questions:
        if (
            question.answer_due is not None
            and countable(question.answer_due)
            and question.answered_on is None
            and question.state is AnswerState.OPEN
        ):
            key = (question.request_id, question.round, question.answer_due)
            open_questions.setdefault(key, []).append(code("questions", question))
    for (request_id, round_, due), names in open_questions.items():
        many = f"{len(names)} vragen" if len(names) > 1 else "1 vraag"
        yield _deadline(
            rule,
            agreed(rule, due, law.calendar),
            key=f"{request_id}/answers/{round_}/{due.isoformat()}",
            title=f"Antwoord op {many}",
            request_id=request_id,
            start_event=f"vragenronde {round_}: {', '.join(names)}",
            source_id=request_id,
            ground=spoken_by("door OR gevraagd", law.keeper.value.upper()),
            closed=(None, ""),
        )


def _short(text: str, most: int = 64) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rsplit(' ', 1)[0]}…"


def _deadline(
    rule: TermRule,
    result: TermResult,
    *,
    key: str,
    request_id: str,
    start_event: str,
    source_id: str,
    closed: tuple[date | None, str],
    title: str = "",
    actor: Party | None = None,
    ground: str = "",
) -> Deadline:
    return Deadline(
        key=key,
        rule=rule.key,
        title=title or rule.title,
        article=rule.article,
        nature=rule.nature.value,
        severity=rule.severity.value,
        actor=actor or rule.actor,
        request_id=request_id,
        decision_ids=(),
        subject="",
        start=result.start,
        start_event=start_event,
        start_source_id=source_id,
        plain_end=result.plain_end,
        last_day=result.last_day,
        safe_day=result.safe_day,
        disputed=result.disputed,
        dispute=result.dispute,
        moved_by=result.moved_by,
        steps=result.steps,
        missed=rule.missed,
        ground=ground or rule.article,
        state=DeadlineState.CLOSED if closed[1] else DeadlineState.RUNNING,
        closed_on=closed[0],
        closed_because=closed[1],
        warning=result.warning,
        shown=result.shown,
    )
