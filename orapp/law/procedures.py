"""The procedures of the act as explicit state machines: what is done, what comes next, and whose turn it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from orapp.law.attention import ProcedureWarning, WarningText, warnings_of
from orapp.law.conditions import Condition, holds
from orapp.law.course import Course, course_of
from orapp.law.facts import Fact, FactKind, Party, ProcedureKind
from orapp.law.reading import Reliability
from orapp.law.warning_codes import WarningCode
from orapp.law.working_days import Calendar

# After a withdrawal only these steps make sense, until the request or its execution comes back.
AFTER_WITHDRAWAL = (FactKind.WITHDRAWAL_CONFIRMED, FactKind.EVALUATED, FactKind.CLOSED)
CLOSED_PHASE = "closed"


class StepStatus(StrEnum):
    """Where a step stands. `SKIPPED` is passed over or not applicable, `OPEN` may still come."""

    DONE = "done"
    CURRENT = "current"
    SKIPPED = "skipped"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step; texts are Dutch.

    `kinds` complete it, `conditions` must all hold before it applies, `follows` are the steps that may come next.
    A later fact of `again_after` asks for it again, if all of `again_if` hold.
    `lasting` stays to be done when later things happened; `urgent` comes before everything else: a right may be lost.
    `floating` may happen at any time and says nothing about how far the procedure is.
    """

    key: str
    title: str
    kinds: tuple[FactKind, ...]
    optional: bool
    needs: tuple[str, ...]
    act: str
    who: Party
    article: str
    follows: tuple[str, ...]
    phase: str
    conditions: tuple[Condition, ...]
    again_after: tuple[FactKind, ...]
    again_if: tuple[Condition, ...]
    lasting: bool
    urgent: bool
    floating: bool
    source: str
    date: dt.date
    status: Reliability


@dataclass(frozen=True, slots=True, kw_only=True)
class StepState:
    """A step in one course of events: its status, the days on which it was done, and whether it applies now.

    `decisions` names, for the next step, the proposed decisions (B1 ..) that wait for it; none means all.
    """

    step: Step
    status: StepStatus
    dates: tuple[dt.date, ...]
    applies: bool
    decisions: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The key of the step."""
        return self.step.key

    @property
    def title(self) -> str:
        """The Dutch title of the step."""
        return self.step.title


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureState:
    """How far a procedure is, whose turn it is, and what asks for attention: three things, never one.

    `choices` are the steps that may follow now, optional ones included.
    """

    steps: tuple[StepState, ...]
    phase: str
    phase_label: str
    next_step: StepState | None
    turn: Party
    attention: tuple[ProcedureWarning, ...]
    closed: bool
    choices: tuple[StepState, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """One procedure. `phases` gives the neutral Dutch label of each phase."""

    kind: ProcedureKind
    title: str
    steps: tuple[Step, ...]
    phases: Mapping[str, str]
    calendar: Calendar
    warnings: Mapping[WarningCode, WarningText] = field(default_factory=lambda: MappingProxyType({}))

    def state(self, facts: Sequence[Fact], today: dt.date, *, about: str = "", among: Sequence[str] = ()) -> ProcedureState:
        """Where the procedure stands after these facts, in whatever order they are given; never raises.

        A step that was done for one proposed decision and waits for another is the next step, with the days of the first.
        With `about` only what concerns that proposed decision counts. Without it each decision that is named has its
        own course; the next step is the most pressing of theirs, and a step is done when it was done for any of them.
        `among` are all that wait for an answer: where some are named, the others have a course of their own too.
        """
        course = course_of(self.kind, facts, today, self.calendar)
        if about:
            course = course.about(about)
        named = course.decisions
        others = tuple(code for code in among if code not in named) if named else ()
        codes = (about,) if about else (*named, *others)
        views = {code: course.about(code) for code in codes} or {"": course}
        nexts = {code: self._next(view) for code, view in views.items()}
        next_step, decisions = _most_pressing(self.steps, nexts)
        closed = all(view.closed for view in views.values())
        front = self._front(course)
        states = tuple(
            StepState(step=step, status=StepStatus.CURRENT, dates=course.days_of(step.kinds), applies=True, decisions=decisions)
            if step is next_step
            else _state_of(step, course, views, passed=number < front)
            for number, step in enumerate(self.steps)
        )
        current = next((state for state in states if state.status is StepStatus.CURRENT), None)
        reached = next_step or self.steps[max(front, 0)]
        phase = CLOSED_PHASE if closed else reached.phase
        return ProcedureState(
            steps=states,
            phase=phase,
            phase_label=self.phases.get(phase, phase),
            next_step=None if closed else current,
            turn=Party.NOBODY if closed or next_step is None else next_step.who,
            attention=warnings_of(views, self.warnings),
            closed=closed,
            choices=() if closed else self._choices(front, states),
        )

    def _next(self, course: Course) -> Step | None:
        if course.closed:
            return None
        front = self._front(course)
        waiting = [
            (number, step)
            for number, step in enumerate(self.steps)
            if not step.optional and _applies(step, course) and (not course.has(*step.kinds) or _again(step, course))
        ]
        urgent = next((step for _, step in waiting if step.urgent), None)
        if urgent is not None:
            return urgent
        return next((step for number, step in waiting if number > front or step.lasting or _again(step, course)), None)

    def _front(self, course: Course) -> int:
        """The number of the furthest step that was done; -1 before the first. A closing that was overtaken is none."""
        done = [
            number
            for number, step in enumerate(self.steps)
            if not step.floating and course.has(*step.kinds) and (course.closed or FactKind.CLOSED not in step.kinds)
        ]
        return max(done, default=-1)

    def _choices(self, front: int, states: tuple[StepState, ...]) -> tuple[StepState, ...]:
        named = self.steps[front].follows if front >= 0 else (self.steps[0].key, *self.steps[0].follows)
        return tuple(
            state
            for state in states
            if state.applies and (state.status is StepStatus.CURRENT or (state.status is StepStatus.OPEN and state.key in named))
        )


def _state_of(step: Step, course: Course, views: Mapping[str, Course], *, passed: bool) -> StepState:
    """A step that is not the next one; `passed` says that a later step was done."""
    dates = course.days_of(step.kinds)
    applies = any(_applies(step, view) for view in views.values())
    if dates:
        return StepState(step=step, status=StepStatus.DONE, dates=dates, applies=applies)
    stays = step.floating or (applies and (step.lasting or step.urgent))
    skipped = (passed and not stays) or (course.withdrawn and not applies)
    return StepState(step=step, status=StepStatus.SKIPPED if skipped else StepStatus.OPEN, dates=(), applies=applies)


def _applies(step: Step, course: Course) -> bool:
    if course.withdrawn and not set(step.kinds) & set(AFTER_WITHDRAWAL):
        return False
    return all(holds(condition, course) for condition in step.conditions)


def _again(step: Step, course: Course) -> bool:
    """Whether a step that was done is asked for once more."""
    done = course.last(*step.kinds)
    return (
        done is not None
        and bool(step.again_after)
        and course.after(done, *step.again_after)
        and all(holds(condition, course) for condition in step.again_if)
    )


def _most_pressing(steps: tuple[Step, ...], nexts: Mapping[str, Step | None]) -> tuple[Step | None, tuple[str, ...]]:
    """The step that is next for any decision: an urgent one first, otherwise the earliest; with the decisions it is for."""
    waiting = [step for step in nexts.values() if step is not None]
    if not waiting:
        return None, ()
    chosen = min(waiting, key=lambda step: (not step.urgent, steps.index(step)))
    return chosen, tuple(code for code, step in nexts.items() if code and step is chosen)
