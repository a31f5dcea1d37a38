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
from orapp.letters.matter import ADVICE_OUTCOMES, Matter
from orapp.letters.pen import Pen
from orapp.letters.predicates import PREDICATES
from orapp.letters.wording import coded, full_stop, one_line, opening

MOTIVES = frozenset({Theme.MOTIVES, Theme.FINANCE})
CONSEQUENCES = frozenset({Theme.CONSEQUENCES, Theme.WORKING_CONDITIONS, Theme.PRIVACY, Theme.GOVERNANCE})
WEIGHING = frozenset({Theme.PROCESS, Theme.PLANNING, Theme.OTHER})
_REASONS = 3
# Answers on conditions of which the summary tells each in a sentence of its own; more go together in one.
_SEPARATE = 2
_WITH_CONDITIONS = frozenset({Outcome.POSITIVE_CONDITIONS.value, Outcome.NEGATIVE_UNLESS.value})
# Which outcome asks most for reasons.
_WEIGHT: Mapping[Outcome, int] = MappingProxyType(
    {Outcome.NEGATIVE: 0, Outcome.NEGATIVE_UNLESS: 1, Outcome.POSITIVE_CONDITIONS: 2, Outcome.POSITIVE: 3}
)


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
    for form, groups in _by_form(matter).items():
        if form == Outcome.POSITIVE_CONDITIONS.value and len(groups) > _SEPARATE:
            found.append(
                pen.paragraph("a9_short_positive_conditions_each", each=tuple(_with_codes(matter, one) for one in groups))
            )
        elif form in _WITH_CONDITIONS:
            found += [pen.paragraph(f"a9_short_{form}", **_fields(matter, members)) for members in groups]
        else:
            together = tuple(decision for members in groups for decision in members)
            found.append(pen.paragraph(f"a9_short_{form}", **decision_blocks.named(matter, together)))
    if PREDICATES["none_advised"](matter):
        return found
    lines = main_reasons(matter)
    if lines:
        found.append(pen.paragraph("a9_reasons", count=len(lines)))
        found += pen.bullets("reasons", lines)
    else:
        pen.ask("letter.reasons_missing")
    return found


def _by_form(matter: Matter) -> dict[str, list[tuple[ProposedDecision, ...]]]:
    """The groups of decisions by the short sentence that tells their outcome, in order."""
    found: dict[str, list[tuple[ProposedDecision, ...]]] = {}
    for members in decision_blocks.groups(matter):
        found.setdefault(_form(matter, members[0].outcome, members), []).append(members)
    return found


def _with_codes(matter: Matter, members: tuple[ProposedDecision, ...]) -> str:
    """Decisions with the conditions that go with them: "B1 en B2 (V1 tot en met V3)"."""
    conditions = matter.codes_of(condition.id for condition in matter.conditions_of(members[0]))
    return f"{coded(matter.decision_codes(members))} ({coded(conditions)})"


def _form(matter: Matter, outcome: Outcome, members: tuple[ProposedDecision, ...]) -> str:
    """The sentence for an outcome; one on conditions that has none is told without them (and is found by the checks)."""
    bare = {Outcome.POSITIVE_CONDITIONS: "conditions_absent", Outcome.NEGATIVE_UNLESS: "negative"}
    return outcome.value if matter.conditions_of(members[0]) else bare.get(outcome, outcome.value)


def main_reasons(matter: Matter) -> list[str]:
    """The three main reasons: what the council wrote on the outcome, else the objections and considerations that carry it."""
    return _written_reasons(matter) or _weighed_reasons(matter)


def _written_reasons(matter: Matter) -> list[str]:
    """The council's own reasons for the weightiest outcomes, in the order of the decisions."""
    ranked = [
        (_WEIGHT[members[0].outcome], -len(matter.conditions_of(members[0])), place, members)
        for place, members in enumerate(decision_blocks.groups(matter))
        if members[0].outcome in _WEIGHT and members[0].outcome_reason.strip()
    ]
    told: dict[str, list[ProposedDecision]] = {}
    for _, _, _, members in sorted(sorted(ranked, key=lambda one: one[:3])[:_REASONS], key=lambda one: one[2]):
        told.setdefault(full_stop(opening(members[0].outcome_reason)), []).extend(members)
    several = len(matter.decisions) > 1
    return [f"{coded(matter.decision_codes(members))}: {text}" if several else text for text, members in told.items()]


def _weighed_reasons(matter: Matter) -> list[str]:
    """Objections where the advice is unfavourable; where it asks for conditions one advantage and why they are needed."""
    heavy = [Destination.REMAINS, Destination.OPEN, Destination.CONDITION, Destination.COMMITMENT]
    unfavourable = PREDICATES["any_unfavourable"](matter)
    if not unfavourable:
        heavy.sort(key=lambda one: one is not Destination.CONDITION)
    against = [item for item in matter.objections if not matter.left_out(item) and item.destination in heavy]
    against.sort(key=lambda item: heavy.index(item.destination))
    objections = [f"{matter.code(item)}: {full_stop(opening(item.text))}" for item in against]
    if unfavourable:
        return objections[:_REASONS]
    advantages = [
        full_stop(opening(item.text))
        for item in matter.considerations
        if item.side is Side.FOR and not item.execution_only and not matter.left_out(item)
    ]
    if PREDICATES["any_conditional"](matter):
        return [*advantages[:1], *objections][:_REASONS]
    return advantages[:_REASONS]


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
    advised = matter.with_outcome(*ADVICE_OUTCOMES)
    consequences = [item for item in matter.consequences if not matter.left_out(item)]
    if not advised and not consequences:
        pen.ask("letter.political_without_consequences")
    if any(item.political is None for item in matter.with_outcome(Outcome.POLITICAL)):
        pen.ask("letter.political_views_missing", codes=coded(_texts(fields["codes"])))
    remaining = matter.decision_codes(advised)
    groups = () if remaining else tuple(f"“{one_line(item.group)}”" for item in consequences)
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
