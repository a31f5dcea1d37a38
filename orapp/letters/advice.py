"""The advice (A9) in all its outcomes: positive, on conditions, negative, and the ways of not advising."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from orapp.domain.assessment import Destination, Side
from orapp.domain.items import Theme
from orapp.domain.requests import Outcome, ProposedDecision
from orapp.law.facts import ProcedureKind
from orapp.letters import assessment_blocks, course_blocks, decision_blocks
from orapp.letters.content import Block
from orapp.letters.matter import Matter
from orapp.letters.pen import Pen
from orapp.letters.predicates import PREDICATES
from orapp.letters.wording import coded, full_stop, one_line, opening

MOTIVES = frozenset({Theme.MOTIVES, Theme.FINANCE})
CONSEQUENCES = frozenset({Theme.CONSEQUENCES, Theme.WORKING_CONDITIONS, Theme.PRIVACY, Theme.GOVERNANCE})
WEIGHING = frozenset({Theme.PROCESS, Theme.PLANNING, Theme.OTHER})
_REASONS = 3


def subject(pen: Pen) -> str:
    """What the letter is about: advice, or why there is none."""
    matter = pen.matter
    for outcome in (Outcome.WAIVED, Outcome.NOT_YET, Outcome.POLITICAL):
        if matter.decisions and len(matter.with_outcome(outcome)) == len(matter.decisions):
            return pen.write(f"a9_subject_{outcome.value}")
    return pen.write("a9_subject")


def _fields(matter: Matter, decisions: tuple[ProposedDecision, ...]) -> dict[str, object]:
    conditions = matter.conditions_of(decisions[0])
    return {
        **decision_blocks.named(matter, decisions),
        "conditions": matter.codes_of(condition.id for condition in conditions),
    }


def summary(pen: Pen) -> list[Block]:
    """The outcome in a sentence for each answer, three reasons at most, and what is asked."""
    matter, found = pen.matter, list[Block]()
    for members in decision_blocks.groups(matter):
        form = _form(matter, members[0].outcome, members)
        found.append(pen.paragraph(f"a9_short_{form}", **_fields(matter, members)))
    if PREDICATES["none_advised"](matter):
        return found
    lines = main_reasons(matter)
    if lines:
        found.append(pen.paragraph("a9_reasons", count=len(lines)))
        found += pen.bullets("reasons", lines)
    else:
        pen.ask("letter.reasons_missing")
    return found


def _form(matter: Matter, outcome: Outcome, members: tuple[ProposedDecision, ...]) -> str:
    """The sentence for an outcome; one on conditions that has none is told without them (and is found by the checks)."""
    bare = {Outcome.POSITIVE_CONDITIONS: "conditions_absent", Outcome.NEGATIVE_UNLESS: "negative"}
    return outcome.value if matter.conditions_of(members[0]) else bare.get(outcome, outcome.value)


def main_reasons(matter: Matter) -> list[str]:
    """The three main reasons: objections where the advice is unfavourable, else what speaks for it."""
    heavy = (Destination.REMAINS, Destination.OPEN, Destination.CONDITION, Destination.COMMITMENT)
    against = [item for item in matter.objections if not matter.left_out(item) and item.destination in heavy]
    against.sort(key=lambda item: heavy.index(item.destination))
    if PREDICATES["any_unfavourable"](matter):
        return [f"{matter.code(item)}: {full_stop(opening(item.text))}" for item in against[:_REASONS]]
    return [
        full_stop(opening(item.text))
        for item in matter.considerations
        if item.side is Side.FOR and not item.execution_only and not matter.left_out(item)
    ][:_REASONS]


def advice(pen: Pen) -> list[Block]:
    """The operative sentences, for each answer and the decisions that get it, with what each means."""
    found: list[Block] = []
    for members in decision_blocks.groups(pen.matter):
        if members[0].outcome is not Outcome.UNDECIDED:
            found += _operative(pen, members[0].outcome, members)
    return found


def _operative(pen: Pen, outcome: Outcome, members: tuple[ProposedDecision, ...]) -> list[Block]:
    matter = pen.matter
    fields = _fields(matter, members)
    own = decision_blocks.reasons(pen, members)
    form = _form(matter, outcome, members)
    match outcome:
        case Outcome.POSITIVE:
            commitments = [item.id for item in matter.commitments if not matter.left_out(item)]
            fields |= {"answers": course_blocks.answers_text(matter), "commitments": matter.codes_of(commitments)}
            return [pen.operative("a9_positive", members[0], **fields), *own]
        case Outcome.POSITIVE_CONDITIONS | Outcome.NEGATIVE | Outcome.NEGATIVE_UNLESS:
            conditions = fields["conditions"]
            after = [pen.paragraph("a9_subsidiary", **fields)] if outcome is Outcome.NEGATIVE and conditions else []
            return [pen.operative(f"a9_{form}", members[0], **fields), *own, *after]
        case Outcome.NOT_YET:
            return [pen.operative("a9_not_yet", members[0], **fields), *own, *_not_yet(pen, fields)]
        case Outcome.POLITICAL:
            fields["agrees"] = all(one.political is not None and one.political.director_view.strip() for one in members)
            return [pen.operative("a9_political", members[0], **fields), *own, *_political(pen, fields)]
        case Outcome.LATER:
            return [pen.operative("a9_later", members[0], **fields), *own, pen.paragraph("a9_later_effect", **fields)]
        case _:
            return [pen.operative("a9_waived", members[0], **fields), *own, pen.paragraph("a9_waived_effect", **fields)]


def _not_yet(pen: Pen, fields: dict[str, object]) -> list[Block]:
    """What is missing, what that means, and the provisional objections for the case that a decision is taken all the same."""
    matter = pen.matter
    open_codes = matter.codes_of(item.id for item in course_blocks.open_questions(matter))
    wanting = _wanting(matter)
    no_meeting = not matter.meetings
    if not (open_codes or wanting or no_meeting):
        pen.ask("letter.not_yet_nothing_missing", codes=coded(_texts(fields["codes"])))
    found: list[Block] = [
        pen.paragraph("a9_not_yet_missing", questions=open_codes, items=wanting, no_meeting=no_meeting),
        pen.paragraph("a9_not_yet_effect", **fields),
    ]
    if pen.own_text("not_yet") is None:
        pen.ask("letter.not_yet_when_missing")
    objections = matter.codes_of(item.id for item in matter.objections if not matter.left_out(item))
    if not objections:
        pen.ask("letter.not_yet_without_objections")
        return found
    return [*found, pen.paragraph("a9_not_yet_subsidiary", objections=objections, **fields)]


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, tuple) else ()


def _wanting(matter: Matter) -> tuple[str, ...]:
    """The items of art. 25 lid 3 that the council marked as missing or insufficient."""
    marks = {mark.key: mark.found for mark in matter.request.completeness}
    items = matter.law.completeness.get(ProcedureKind.ADVICE, ())
    return tuple(f"“{item.title}”" for item in items if marks.get(item.key) in {"missing", "insufficient"})


def _political(pen: Pen, fields: dict[str, object]) -> list[Block]:
    """The consequences for staff that remain a matter of advice."""
    matter = pen.matter
    advised = tuple(item for item in (*matter.decisions, *matter.others) if item.outcome is not Outcome.POLITICAL)
    consequences = [item for item in matter.consequences if not matter.left_out(item)]
    if not advised and not consequences:
        pen.ask("letter.political_without_consequences")
    if any(item.political is None for item in matter.with_outcome(Outcome.POLITICAL)):
        pen.ask("letter.political_views_missing", codes=coded(_texts(fields["codes"])))
    remaining = matter.decision_codes(advised)
    groups = () if remaining else tuple(one_line(item.group) for item in consequences)
    return [pen.paragraph("a9_political_effect", remaining=remaining, groups=groups)]


def motives(pen: Pen) -> list[Block]:
    """The judgement on the motives."""
    return assessment_blocks.considerations(pen, MOTIVES)


def consequences(pen: Pen) -> list[Block]:
    """The judgement on the consequences, for each group."""
    return [*assessment_blocks.consequences(pen), *assessment_blocks.considerations(pen, CONSEQUENCES)]


def measures(pen: Pen) -> list[Block]:
    """The judgement on the measures."""
    return [*assessment_blocks.measures(pen), *assessment_blocks.considerations(pen, {Theme.MEASURES})]


def alternatives(pen: Pen) -> list[Block]:
    """The alternatives and what the council thinks of them."""
    return [*assessment_blocks.alternatives(pen), *assessment_blocks.considerations(pen, {Theme.ALTERNATIVES})]


def weighing(pen: Pen) -> list[Block]:
    """The remaining considerations."""
    return assessment_blocks.considerations(pen, WEIGHING)


SOURCES: Mapping[str, Callable[[Pen], list[Block]]] = MappingProxyType(
    {
        "summary": summary,
        "decisions": decision_blocks.table,
        "bodies": decision_blocks.bodies,
        "tracks": decision_blocks.tracks,
        "political_views": decision_blocks.political_views,
        "events": course_blocks.events,
        "papers": course_blocks.papers,
        "questions": course_blocks.questions,
        "experts": course_blocks.experts,
        "decision_texts": decision_blocks.texts,
        "understanding": decision_blocks.understanding,
        "motives": motives,
        "consequences": consequences,
        "measures": measures,
        "alternatives": alternatives,
        "consultations": course_blocks.consultations,
        "weighing": weighing,
        "objections": assessment_blocks.objections,
        "advice": advice,
        "conditions": assessment_blocks.conditions,
        "commitments": assessment_blocks.commitments,
        "execution": assessment_blocks.execution_points,
    }
)
"""What fills the sections of an advice."""
