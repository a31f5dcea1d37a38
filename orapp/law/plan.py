"""The council's plan inside the month after a decision: acts on settable days, none later than the safe date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from orapp.law.reading import ITEM, Reliability, open_file, unique
from orapp.law.working_days import DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep:
    """One act of the plan, so many days after the notice; `at_end` puts it on the safe date itself."""

    key: str
    title: str
    day: int
    at_end: bool
    article: str
    note: str
    source: str
    date: dt.date
    status: Reliability


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAct:
    """One act with its date; `brought_forward` when its own day lies past the safe date."""

    step: PlanStep
    on: dt.date
    brought_forward: bool


def plan(start: dt.date, safe_day: dt.date, steps: Sequence[PlanStep]) -> tuple[PlannedAct, ...]:
    """The acts in order of date, for a notice on `start`. It is a plan of the council, no term of the act.

    A safe date before the start gives every act on the start day, so that nothing is shown in the past of the notice.
    """
    end = max(start, safe_day)
    acts: list[PlannedAct] = []
    for step in steps:
        room = (end - start).days
        late = not step.at_end and step.day > room
        on = end if step.at_end or late else start + step.day * DAY
        acts.append(PlannedAct(step=step, on=on, brought_forward=late))
    return tuple(sorted(acts, key=lambda act: act.on))


def read_plan(files: Mapping[str, Mapping[str, object]]) -> tuple[PlanStep, ...]:
    """The proposal from `plan.toml`; raises `LawDataError`."""
    whole, sources = open_file(files, "plan")
    whole.only(("sources", "step"))
    steps = []
    for table in unique(whole.tables("step")):
        table.only(("key", "title", "day", "at_end", "article", "note", *ITEM))
        origin = table.provenance(sources)
        if table.number("day") < 0:
            raise table.fail("day is negatief")
        steps.append(
            PlanStep(
                key=table.text("key"),
                title=table.text("title"),
                day=table.number("day"),
                at_end=table.flag("at_end"),
                article=table.text("article"),
                note=table.text("note", ""),
                source=origin.source,
                date=origin.date,
                status=origin.status,
            )
        )
    return tuple(steps)
