"""What the goal of a letter asks of it (letters.md A0.2): the blocks it obliges, and what is looked at before it goes out.

The goal is strategy. It chooses sentences that stand by themselves and is named in none of them; what is found because of it
is for the council alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType

from orapp.domain.assessment import Destination, Objection
from orapp.domain.items import Theme
from orapp.domain.letters import StrategicGoal
from orapp.domain.requests import Outcome
from orapp.letters.content import Block, Finding
from orapp.letters.pen import Pen
from orapp.letters.predicates import FAVOURABLE, UNFAVOURABLE, WITHHELD

_PRIVATE = "goal_"
"""How the name of every finding begins that tells what the council wants to reach."""

_ADVICE_THEMES = (Theme.PROCESS, Theme.MOTIVES, Theme.CONSEQUENCES, Theme.MEASURES)
_CONSENT_THEMES = (Theme.MOTIVES, Theme.CONSEQUENCES, Theme.MEASURES)
_DEVIATING = UNFAVOURABLE | {Outcome.POSITIVE_CONDITIONS}
_BEARING = frozenset({Destination.CONDITION, Destination.REMAINS})
_DECIDED = frozenset({"A12a", "A19a", "A19c"})
"""The letters after a decision: what they argue stands in an earlier letter, and the costs come next."""


def tells_strategy(finding: Finding) -> bool:
    """Whether a finding tells why the council writes: it is not seen while a screen is shared."""
    return finding.code.removeprefix("letter.").startswith(_PRIVATE)


def _bears(item: Objection, conditions: Collection[str]) -> bool:
    """Whether an objection bears the outcome: not what a promise met, nor what is a point for the execution only."""
    needs_more = item.destination is Destination.COMMITMENT and any(one in conditions for one in item.destination_ids)
    return item.destination in _BEARING or needs_more


def carried(pen: Pen) -> list[Block]:
    """That each objection carries the outcome, alone and with the others, so that none falls with another (letters.md A9.3)."""
    matter = pen.matter
    if not matter.with_outcome(*_DEVIATING, *WITHHELD):
        return []
    conditions = {one.id for one in matter.conditions if not matter.left_out(one)}
    found = [item for item in matter.objections if not matter.left_out(item) and _bears(item, conditions)]
    answer = pen.word("this_advice" if matter.kind == "A9" else "this_consent")
    return [pen.paragraph("goal_carried", objections=matter.codes_of(item.id for item in found), answer=answer)] if found else []


def check_goal(pen: Pen) -> None:
    """What the goal obliges in this kind of letter; nothing where the kind is the same for every goal."""
    goal = pen.matter.goal
    if goal in pen.kind.goals and goal is not None:
        _CHECKS[goal](pen)


def _agreement(pen: Pen) -> None:
    """What was agreed stands in the letter, or it cannot be shown later (letters.md A5)."""
    if not pen.holds("shows_commitments") and pen.kind.key != "A19c" and not pen.fields.get("f_against"):
        pen.ask("letter.goal_nothing_agreed", "commitments")


def _explained(pen: Pen) -> None:
    """Who explains makes agreements about when and how."""
    if pen.own_text("communication") is None:
        pen.ask("letter.goal_communication", "followup")


def _negotiated(pen: Pen) -> None:
    """Talks need something to talk about."""
    matter = pen.matter
    offered = [item for item in (*matter.conditions, *matter.alternatives) if not matter.left_out(item)]
    if pen.kind.key in {"A9", "A10"} and not offered:
        pen.ask("letter.goal_nothing_to_talk_about", "conditions" if pen.kind.key == "A9" else "decision")


def _no_month(pen: Pen) -> bool:
    """Whether the letter answers a decision against which there is no suspension and no appeal, as on an initiative."""
    return pen.kind.key == "A19c" and not pen.holds("answers_request")


def _accepted(pen: Pen) -> None:
    """To accept is no waiver: each right that is given up has an act of its own (practice.md 1.5)."""
    if pen.kind.key == "A10":
        if pen.holds("any_withheld"):
            pen.ask("letter.goal_consent_withheld", "decision")
        return
    if _no_month(pen):
        return
    pen.note("letter.goal_no_waiver", "appeal" if pen.kind.key == "A12c" else "followup")


def _appealed(pen: Pen) -> None:
    """A possible appeal obliges the complete argument: what the answer leaves out does not count later (letters.md 0.1)."""
    key = pen.kind.key
    if key == "A12c":
        pen.ask("letter.goal_waiver", "waiver")
    if key == "A15":
        pen.note("letter.goal_execution_no_appeal", "advice")
    if (
        key in _DECIDED
        and not _no_month(pen)
        and not any(one.kind == "A12b" and one.sent_on is not None for one in pen.matter.dossier.letters)
    ):
        pen.note("letter.goal_costs_first", "followup")
    if key == "A9":
        _argued(pen, _ADVICE_THEMES)
        if pen.matter.with_outcome(*FAVOURABLE, *UNFAVOURABLE) and not pen.matter.with_outcome(*_DEVIATING):
            pen.ask("letter.goal_nothing_to_appeal", "advice")
    if key == "A10" and pen.holds("any_withheld"):
        _argued(pen, _CONSENT_THEMES)


def _argued(pen: Pen, themes: tuple[Theme, ...]) -> None:
    """Each objection with its source, each line of argument there, and an alternative."""
    matter = pen.matter
    objections = [item for item in matter.objections if not matter.left_out(item)]
    if not objections:
        pen.ask("letter.goal_no_objections", "weighing" if matter.kind == "A9" else "motivation")
    for item in objections:
        if not item.evidence.strip():
            pen.ask("letter.goal_evidence", f"objections/{matter.code(item)}", code=matter.code(item))
    argued = {item.theme for item in objections} | {one.theme for one in matter.considerations if not matter.left_out(one)}
    for theme in themes:
        if theme not in argued:
            pen.ask("letter.goal_argument", "weighing" if matter.kind == "A9" else "test", theme=pen.word(f"theme_{theme.value}"))
    if not [item for item in matter.alternatives if not matter.left_out(item)]:
        pen.ask("letter.goal_alternative", "alternatives" if matter.kind == "A9" else "test")


_CHECKS: Mapping[StrategicGoal, Callable[[Pen], None]] = MappingProxyType(
    {
        StrategicGoal.RECORD_AGREEMENT: _agreement,
        StrategicGoal.EXPLAIN_TO_STAFF: _explained,
        StrategicGoal.NEGOTIATE: _negotiated,
        StrategicGoal.ACQUIESCE: _accepted,
        StrategicGoal.PREPARE_APPEAL: _appealed,
    }
)
