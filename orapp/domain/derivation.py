"""Derives everything the law says about a dossier on one day: procedures, deadlines and the one-line summary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from orapp.domain import alarms
from orapp.domain.bodies import bodies_of
from orapp.domain.council import CouncilKind
from orapp.domain.course import countable, facts_of
from orapp.domain.deadlines import Counting, deadlines_of
from orapp.domain.derived import Attention, Deadline, DeadlineState, Derived, DossierSummary
from orapp.domain.dossier import Dossier, DossierStatus, code
from orapp.domain.months import months_of
from orapp.domain.own_name import spoken_by
from orapp.domain.requests import Outcome, Request, Track
from orapp.domain.starts import expiry_of
from orapp.law.book import LawBook
from orapp.law.dutch_dates import in_words
from orapp.law.facts import Fact, FactKind, Party
from orapp.law.procedures import Procedure, ProcedureState
from orapp.law.rule_keys import APPEAL, NULLITY
from orapp.law.warning_codes import WarningCode

DAY = timedelta(days=1)
PROMISES = ("commitments/", "conditions/")

OF_MONTH = {
    WarningCode.NULLITY_MONTH_PASSED: NULLITY,
    WarningCode.APPEAL_MONTH_PASSED: APPEAL,
    WarningCode.DECISION_BEFORE_ADVICE: APPEAL,
}
"""Warnings that speak of a month: said only where the grounds give that month."""

OF_SUSPENSION = frozenset({WarningCode.EXECUTED_IN_SUSPENSION})
"""What is not said of a PVT, which has no suspension (art. 35c)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestCourse:
    """One procedure of a dossier: the request that started it, what happened, and where it stands."""

    request: Request
    facts: tuple[Fact, ...]
    state: ProcedureState


def _everything(dossier: Dossier) -> Mapping[str, tuple[Fact, ...]]:
    """The facts of every procedure, also those that are dated later than today."""
    return {request.id: facts_of(dossier, request) for request in dossier.requests}


def _happened(everything: Mapping[str, tuple[Fact, ...]], today: date) -> Mapping[str, tuple[Fact, ...]]:
    """What counts today: what is dated later is a plan."""
    return {request_id: tuple(fact for fact in facts if fact.on <= today) for request_id, facts in everything.items()}


def _courses(
    dossier: Dossier, facts: Mapping[str, tuple[Fact, ...]], book: LawBook, today: date, keeper: CouncilKind
) -> tuple[RequestCourse, ...]:
    """Every procedure as it stands today, by what happened in it."""
    return tuple(
        RequestCourse(
            request=request,
            facts=facts[request.id],
            state=_spoken(book.procedures[request.legal], keeper).state(
                facts[request.id], today, among=_waiting(dossier, request)
            ),
        )
        for request in dossier.requests
    )


def _spoken(procedure: Procedure, keeper: CouncilKind) -> Procedure:
    """The procedure in the name of the body that keeps the archive; for an OR the very same."""
    if keeper is CouncilKind.OR:
        return procedure
    name = keeper.value.upper()
    steps = tuple(
        replace(
            step,
            title=spoken_by(step.title, name),
            act=spoken_by(step.act, name),
            needs=tuple(spoken_by(need, name) for need in step.needs),
        )
        for step in procedure.steps
    )
    return replace(procedure, steps=steps)


def _waiting(dossier: Dossier, request: Request) -> tuple[str, ...]:
    """The proposed decisions that the council answers itself and now."""
    apart = {Outcome.POLITICAL, Outcome.LATER}
    asked = (item for item in dossier.of_request(request.id) if item.outcome not in apart and item.track is not Track.UNIONS)
    return tuple(code("proposed_decisions", item) for item in asked)


def derive(dossier: Dossier, book: LawBook, today: date, keeper: CouncilKind = CouncilKind.OR) -> Derived:
    """Deadlines and summary on a day; the same dossier, law, day and keeper of the archive always give the same."""
    return derive_whole(dossier, book, today, keeper)[0]


def deadlines_on(dossier: Dossier, book: LawBook, today: date, keeper: CouncilKind = CouncilKind.OR) -> tuple[Deadline, ...]:
    """The deadlines of `derive` alone; without procedures and summary it takes a fraction of the time."""
    return _deadlines(dossier, _happened(_everything(dossier), today), book, today, keeper)


def derive_whole(
    dossier: Dossier, book: LawBook, today: date, keeper: CouncilKind = CouncilKind.OR
) -> tuple[Derived, tuple[RequestCourse, ...]]:
    """Deadlines and summary together with the procedures from which they were read, counted once.

    `keeper` is the body that keeps the archive; as an OR nothing falls away.
    """
    everything = _everything(dossier)
    facts = _happened(everything, today)
    procedures = _courses(dossier, facts, book, today, keeper)
    deadlines = _deadlines(dossier, facts, book, today, keeper)
    running = [deadline for deadline in deadlines if deadline.state is DeadlineState.RUNNING]
    leading = _leading(procedures, running)
    next_step, turn = _what_next(leading, running, today)
    closed = dossier.status is DossierStatus.CLOSED
    fatal = [deadline for deadline in running if deadline.severity == "fatal"]
    shown = fatal if closed else running
    summary = DossierSummary(
        phase="closed" if closed else leading.state.phase if leading else "general",
        phase_label="afgesloten" if closed else leading.state.phase_label if leading else "",
        next_step="" if closed else next_step,
        turn=Party.NOBODY if closed else turn,
        attention=alarms.closed_too_soon(fatal)
        if closed
        else _attention(dossier, everything, procedures, deadlines, today, keeper),
        next_deadline=shown[0] if shown else None,
        request_id=leading.request.id if leading else "",
        recheck_on=_recheck(dossier, everything, deadlines, today),
    )
    return Derived(summary=summary, deadlines=deadlines), procedures


def _deadlines(
    dossier: Dossier, facts: Mapping[str, tuple[Fact, ...]], book: LawBook, today: date, keeper: CouncilKind
) -> tuple[Deadline, ...]:
    return deadlines_of(dossier, facts, Counting(rules=book.rules, calendar=book.calendar, keeper=keeper), today)


def _leading(procedures: tuple[RequestCourse, ...], running: list[Deadline]) -> RequestCourse | None:
    """The procedure that the summary speaks of: where a term of the council runs, else the newest in which it is its turn."""
    if not procedures:
        return None
    pressing = [d.request_id for d in running if d.actor is Party.COUNCIL and d.severity in {"fatal", "grave"}]
    for request_id in pressing:
        for course in procedures:
            if course.request.id == request_id:
                return course
    newest = sorted(procedures, key=lambda course: course.request.received_on or date.min)
    still_open = [course for course in newest if not course.state.closed and course.state.next_step is not None]
    ours = [course for course in still_open if course.state.turn is Party.COUNCIL]
    return (ours or still_open or newest)[-1]


def _what_next(leading: RequestCourse | None, running: list[Deadline], today: date) -> tuple[str, Party]:
    """The next step in words and whose turn it is.

    A dossier is not to be closed while something is promised or due in it: what is late comes first, and then the council
    is to speak of it.
    """
    step = leading.state.next_step if leading is not None else None
    if leading is not None and step is not None and not (running and set(step.step.kinds) == {FactKind.CLOSED}):
        return step.step.act, leading.state.turn
    late = next((deadline for deadline in running if deadline.last_day < today), None)
    if late is not None:
        return f"Vraag naar {_named(late)} (was {in_words(late.last_day)})", Party.COUNCIL
    if running:
        return f"Volg {_named(running[0])}", running[0].actor
    return "", Party.NOBODY


def _named(deadline: Deadline) -> str:
    """A term within a sentence: a promise by its code ("toezegging T4"), for its text would not fit there."""
    return deadline.ground if deadline.key.startswith(PROMISES) else deadline.title


def _attention(
    dossier: Dossier,
    everything: Mapping[str, tuple[Fact, ...]],
    procedures: tuple[RequestCourse, ...],
    deadlines: tuple[Deadline, ...],
    today: date,
    keeper: CouncilKind,
) -> tuple[Attention, ...]:
    found = list(alarms.of_dossier(dossier, everything, today, keeper))
    small = bodies_of(dossier, keeper).kinds == {CouncilKind.PVT}
    silent = {alarm.item_id for alarm in found if alarm.code == alarms.SILENCE}
    found += [
        Attention(code=warning.code.value, text=spoken_by(warning.text, keeper.value.upper()), item_id=course.request.id)
        for course in procedures
        for warning in course.state.attention
        if not (course.request.id in silent and warning.code is WarningCode.DECISION_BEFORE_ADVICE)
        and not (small and warning.code in OF_SUSPENSION)
        and not (warning.code in OF_MONTH and OF_MONTH[warning.code] not in months_of(dossier, course.request, keeper))
    ]
    for deadline in deadlines:
        if deadline.state is DeadlineState.QUIET and deadline.closed_on is None:
            text = f"{deadline.title}: {deadline.closed_because}"
            found.append(Attention(code="only_if_agreed", text=text, item_id=deadline.start_source_id))
        elif deadline.state is not DeadlineState.RUNNING:
            continue
        elif deadline.arguable and deadline.last_day < today:
            text = f"{deadline.title}: {deadline.warning}"
            found.append(Attention(code="later_start", text=text, item_id=deadline.start_source_id))
        elif deadline.last_day < today:
            text = f"{deadline.title}: de datum was {in_words(deadline.last_day)}."
            found.append(Attention(code="overdue", text=text, item_id=deadline.start_source_id))
    return tuple(found)


def _recheck(
    dossier: Dossier, everything: Mapping[str, tuple[Fact, ...]], deadlines: tuple[Deadline, ...], today: date
) -> date | None:
    """The first day after today on which a term ends or something planned becomes a fact."""
    standing = [deadline for deadline in deadlines if deadline.state is not DeadlineState.CLOSED]
    days = {day + DAY for d in standing for day in (d.plain_end, d.last_day, *(end for end, _ in d.arguable))}
    days |= {fact.on for facts in everything.values() for fact in facts}
    days |= {end + DAY for subject in dossier.proposed_decisions if (end := expiry_of(subject)) and countable(end)}
    later = [day for day in days if day > today]
    return min(later) if later else None
