"""How the council judges: questions, objections, considerations, alternatives, consequences, staff, experts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from orapp.domain.items import Item, Judgement, LetterChoice, Theme


class AnswerState(StrEnum):
    """How the council judges an answer."""

    OPEN = "open"
    SUFFICIENT = "sufficient"
    INSUFFICIENT = "insufficient"
    LAPSED = "lapsed"


class Destination(StrEnum):
    """Where an objection ends (letters.md A9)."""

    OPEN = "open"
    COMMITMENT = "commitment"
    CONDITION = "condition"
    ATTENTION = "attention"  # aandachtspunt voor de uitvoering
    REMAINS = "remains"
    CURED = "cured"


class Side(StrEnum):
    """Whether a consideration speaks for the proposal or against it."""

    FOR = "for"
    AGAINST = "against"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Item):
    """A question (Q1 …) in a round, with the passage it is about, why it matters, its answer and the council's judgement."""

    text: str
    request_id: str = ""
    round: int = 1
    theme: Theme = Theme.OTHER
    passage: str = ""
    why: str = ""
    priority: str = "should"  # must, should, nice
    asked_on: date | None = None
    asked_in_id: str = ""
    answer_due: date | None = None
    answered_on: date | None = None
    answered_in_id: str = ""
    answer: str = ""
    state: AnswerState = AnswerState.OPEN
    judged: Judgement | None = None
    letters: tuple[LetterChoice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection(Item):
    """An objection (O1 …). What is not in the advice does not count before the Enterprise Chamber."""

    text: str
    request_id: str = ""
    decision_ids: tuple[str, ...] = ()
    theme: Theme = Theme.OTHER
    evidence: str = ""
    destination: Destination = Destination.OPEN
    destination_ids: tuple[str, ...] = ()
    letters: tuple[LetterChoice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Consideration(Item):
    """A consideration: fact, source, judgement and conclusion about one theme."""

    text: str
    request_id: str = ""
    decision_ids: tuple[str, ...] = ()
    theme: Theme = Theme.OTHER
    side: Side = Side.NEUTRAL
    evidence: str = ""
    execution_only: bool = False  # a point for the execution, without legal weight
    letters: tuple[LetterChoice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative(Item):
    """An alternative (A1 …): effect on goals, staff and costs, and whether the director examined it."""

    text: str
    request_id: str = ""
    effect: str = ""
    cost: str = ""
    removes_ids: tuple[str, ...] = ()
    examined: str = ""
    result: str = ""
    letters: tuple[LetterChoice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence(Item):
    """A consequence for one group of staff. Fte is counted in tenths: 26,9 fte is 269."""

    group: str
    request_id: str = ""
    effect: str = ""
    headcount: int | None = None
    fte_before_tenths: int | None = None
    fte_after_tenths: int | None = None
    measure: str = ""
    measure_sufficient: str = ""
    residual: str = ""
    in_request: bool = True
    letters: tuple[LetterChoice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffConsultation(Item):
    """How staff were heard (art. 17): method, when, how many; never traceable to a person."""

    method: str
    request_id: str = ""
    from_day: date | None = None
    until_day: date | None = None
    invited: int | None = None
    responses: int | None = None
    results: str = ""
    weighing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expert(Item):
    """An expert of the council (art. 16); the costs are announced beforehand (art. 22 lid 2). Cost in euro cents."""

    name: str
    request_id: str = ""
    assignment: str = ""
    maximum_cents: int | None = None
    announced_on: date | None = None
    reported_on: date | None = None
    report_paper_id: str = ""
    conclusions: str = ""
