"""Reads the procedures from their data and proves that each one hangs together: no unknown step, none out of reach."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from orapp.law.attention import WarningText
from orapp.law.conditions import Condition
from orapp.law.facts import FactKind, Party, ProcedureKind
from orapp.law.procedures import Procedure, Step
from orapp.law.reading import ITEM, Table, open_file, unique
from orapp.law.warning_codes import WarningCode
from orapp.law.working_days import Calendar

STEP_FIELDS = (
    "key",
    "title",
    "kinds",
    "optional",
    "needs",
    "act",
    "who",
    "article",
    "follows",
    "phase",
    "conditions",
    "again_after",
    "again_if",
    "lasting",
    "urgent",
    "floating",
)


def read_procedures(
    files: Mapping[str, Mapping[str, object]], calendar: Calendar, warnings: Mapping[WarningCode, WarningText]
) -> Mapping[ProcedureKind, Procedure]:
    """The procedures from `procedures.toml`; raises `LawDataError`, also when a kind of procedure is missing."""
    whole, sources = open_file(files, "procedures")
    whole.only(("sources", "phases", "procedure"))
    labels = whole.table("phases")
    phases = MappingProxyType({key: labels.text(key) for key in labels.values})
    found: dict[ProcedureKind, Procedure] = {}
    for table in unique(whole.tables("procedure")):
        table.only(("key", "title", "step"))
        kind = table.choice("key", ProcedureKind)
        steps = tuple(_read_step(step, sources, phases) for step in unique(table.tables("step")))
        _check(table, steps)
        found[kind] = Procedure(
            kind=kind, title=table.text("title"), steps=steps, phases=phases, calendar=calendar, warnings=warnings
        )
    missing = set(ProcedureKind) - set(found)
    if missing:
        raise whole.fail(f"procedure mist {', '.join(sorted(missing))}")
    return MappingProxyType(found)


def _read_step(table: Table, sources: Mapping[str, str], phases: Mapping[str, str]) -> Step:
    table.only((*STEP_FIELDS, *ITEM))
    if table.text("phase") not in phases:
        raise table.fail(f"fase {table.text('phase')} staat niet in [phases]")
    origin = table.provenance(sources)
    return Step(
        key=table.text("key"),
        title=table.text("title"),
        kinds=table.choices("kinds", FactKind),
        optional=table.flag("optional"),
        needs=table.texts("needs"),
        act=table.text("act"),
        who=table.choice("who", Party),
        article=table.text("article"),
        follows=table.texts("follows"),
        phase=table.text("phase"),
        conditions=table.choices("conditions", Condition),
        again_after=table.choices("again_after", FactKind),
        again_if=table.choices("again_if", Condition),
        lasting=table.flag("lasting"),
        urgent=table.flag("urgent"),
        floating=table.flag("floating"),
        source=origin.source,
        date=origin.date,
        status=origin.status,
    )


def _check(table: Table, steps: tuple[Step, ...]) -> None:
    if not steps:
        raise table.fail("heeft geen stappen")
    by_key = {step.key: step for step in steps}
    for step in steps:
        unknown = [key for key in step.follows if key not in by_key]
        if unknown:
            raise table.fail(f"stap {step.key} verwijst naar onbekende stap {', '.join(unknown)}")
        if not step.kinds:
            raise table.fail(f"stap {step.key} wordt door geen feit afgerond")
        if not step.follows and step is not steps[-1]:
            raise table.fail(f"na stap {step.key} komt niets, en het is niet de laatste")
    reached = {steps[0].key}
    waiting = [steps[0]]
    while waiting:
        for key in waiting.pop().follows:
            if key not in reached:
                reached.add(key)
                waiting.append(by_key[key])
    lost = [step.key for step in steps if step.key not in reached]
    if lost:
        raise table.fail(f"stap {', '.join(lost)} is vanaf de eerste stap niet te bereiken")
