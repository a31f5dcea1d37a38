"""The decision on consent (A10) in all its formulas; the council decides here and does not advise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from orapp.domain.items import Theme
from orapp.domain.requests import Outcome, PartResult, ProposedDecision, Regulation
from orapp.letters import assessment_blocks, course_blocks, decision_blocks
from orapp.letters.advice import CONSEQUENCES, MOTIVES, WEIGHING
from orapp.letters.content import Block
from orapp.letters.pen import Pen
from orapp.letters.wording import day, no_stop, one_line, version

_FORMULAS = (
    Outcome.CONSENT,
    Outcome.CONSENT_CHANGED,
    Outcome.CONSENT_TEMPORARY,
    Outcome.CONSENT_PARTIAL,
    Outcome.CONSENT_CONDITIONAL,
    Outcome.CONSENT_REFUSED,
    Outcome.NOT_YET,
    Outcome.LATER,
    Outcome.POLITICAL,
    Outcome.WAIVED,
)
_WITHOUT_DECISION = frozenset({Outcome.NOT_YET, Outcome.LATER, Outcome.POLITICAL, Outcome.WAIVED})


def subject(pen: Pen) -> str:
    """What the letter is about, with its legal basis."""
    return pen.write("a10_subject")


def regulation_text(pen: Pen, decision: ProposedDecision) -> str:
    """The regulation, pinned to its version and date: "“Thuiswerkregeling”, versie 3, van 9 oktober 2025 (B1)"."""
    regulation = decision.regulation
    code = pen.matter.code(decision)
    if regulation is None:
        return f"“{one_line(decision.title)}” ({code})"
    pinned = version(regulation.version)
    parts = [f"“{one_line(regulation.title) or one_line(decision.title)}”"]
    parts += [f"versie {pinned}"] if pinned else []
    parts += [f"van {day(regulation.dated_on)}"] if regulation.dated_on else []
    return f"{', '.join(parts)} ({code})"


def _pinned(pen: Pen, decision: ProposedDecision) -> None:
    """Consent is given to one version of one text (letters.md A10, formula a)."""
    code = pen.matter.code(decision)
    if decision.regulation is None:
        pen.block("letter.regulation_missing", f"decision/{code}", code=code)
    elif not decision.regulation.version.strip() and decision.regulation.dated_on is None:
        pen.block("letter.regulation_version_missing", f"decision/{code}", code=code)


def _parts(regulation: Regulation | None, *results: PartResult) -> tuple[str, ...]:
    return tuple(one_line(part.article) for part in (regulation.parts if regulation else ()) if part.result in results)


def _fields(pen: Pen, decision: ProposedDecision) -> dict[str, object]:
    matter, regulation = pen.matter, decision.regulation
    conditions = matter.conditions_of(decision)
    return {
        "code": matter.code(decision),
        "regulation": regulation_text(pen, decision),
        "action": pen.word(f"action_{regulation.action}" if regulation else "action_adopt"),
        "conditions": matter.codes_of(condition.id for condition in conditions),
        "agreed_parts": _parts(regulation, PartResult.AGREED, PartResult.CHANGED),
        "refused_parts": _parts(regulation, PartResult.NOT_AGREED),
        "expires": regulation.expires_on if regulation else None,
        "effective": regulation.effective_from if regulation else None,
        "evaluation": regulation.evaluation_on if regulation else None,
    }


def asked(pen: Pen) -> list[Block]:
    """What was asked, for each regulation: adopt, change or withdraw."""
    return [
        pen.paragraph("a10_asked", decision, **_fields(pen, decision))
        for decision in pen.matter.decisions
        if decision.regulation is not None
    ]


def decisions(pen: Pen) -> list[Block]:
    """All proposed decisions with their ground; one alone was told in full by what was asked."""
    found, matter = decision_blocks.table(pen), pen.matter
    alone = len(matter.decisions) == 1 and not matter.others
    return [] if alone and matter.decisions[0].regulation is not None else found


def scope(pen: Pen) -> list[Block]:
    """What a collective agreement already settles in substance, and so stays outside (art. 27 lid 3)."""
    found: list[Block] = []
    for decision in pen.matter.decisions:
        overlap = one_line(decision.regulation.cao_overlap) if decision.regulation else ""
        if overlap:
            found.append(pen.paragraph("a10_overlap", decision, code=pen.matter.code(decision), overlap=no_stop(overlap)))
    return found


def parts(pen: Pen) -> list[Block]:
    """The regulation part by part: opinion, change asked, answer, result."""
    found: list[Block] = []
    for decision in pen.matter.decisions:
        regulation = decision.regulation
        if regulation is None or not regulation.parts:
            continue
        rows = [
            (
                one_line(part.article),
                one_line(part.opinion),
                one_line(part.change_asked) or "–",
                one_line(part.director_answer) or "–",
                pen.word(f"part_{part.result.value}"),
            )
            for part in regulation.parts
        ]
        found.append(pen.paragraph("a10_parts", decision, regulation=regulation_text(pen, decision)))
        heads = ("head_part", "head_opinion", "head_change", "head_answer", "head_result")
        found += pen.table("parts", heads, rows, (4, 8, 5, 5, 3))
        for part in regulation.parts:
            if part.result is PartResult.OPEN:
                pen.ask("letter.part_open", part=one_line(part.article), code=pen.matter.code(decision))
    return found


def weighed(pen: Pen) -> list[Block]:
    """The test: motives, consequences for each group, measures, proportion, and what else weighs."""
    return [
        *assessment_blocks.considerations(pen, MOTIVES),
        *assessment_blocks.consequences(pen),
        *assessment_blocks.considerations(pen, CONSEQUENCES | WEIGHING),
    ]


def measures(pen: Pen) -> list[Block]:
    """Measures and alternatives, where they were looked at."""
    return [
        *(assessment_blocks.measures(pen) if any(item.measure.strip() for item in pen.matter.consequences) else []),
        *assessment_blocks.considerations(pen, frozenset(Theme) - MOTIVES - CONSEQUENCES - WEIGHING),
        *assessment_blocks.alternatives(pen),
    ]


def decision(pen: Pen) -> list[Block]:
    """The operative sentence for each regulation: one clear legal state each."""
    found: list[Block] = []
    for outcome in _FORMULAS:
        for one in pen.matter.with_outcome(outcome):
            fields = _fields(pen, one)
            if outcome not in _WITHOUT_DECISION:
                _pinned(pen, one)
            form = outcome.value
            if outcome is Outcome.CONSENT_CONDITIONAL and not fields["conditions"]:
                form = Outcome.CONSENT_REFUSED.value
            found.append(pen.operative(f"a10_{form}", one, **fields))
            found += pen.typed_all(one.outcome_text, f"outcome_text.{one.id}")
            _look_at(pen, one)
    return found


def _look_at(pen: Pen, one: ProposedDecision) -> None:
    """What a formula cannot do without."""
    code, place = pen.matter.code(one), f"decision/{pen.matter.code(one)}"
    regulation = one.regulation
    conditions = pen.matter.conditions_of(one)
    match one.outcome:
        case Outcome.CONSENT_TEMPORARY:
            if regulation is None or regulation.expires_on is None:
                pen.block("letter.temporary_without_end", place, code=code)
        case Outcome.CONSENT_PARTIAL:
            if not _parts(regulation, PartResult.AGREED, PartResult.CHANGED) or not _parts(regulation, PartResult.NOT_AGREED):
                pen.block("letter.partial_without_lists", place, code=code)
            pen.ask("letter.partial_stands_alone", place, code=code)
        case Outcome.CONSENT_CONDITIONAL:
            if not conditions:
                pen.block("letter.outcome_without_conditions", place, code=code)
        case Outcome.WAIVED:
            pen.block("letter.consent_cannot_be_waived", place, code=code)
        case _:
            pass
    if conditions and one.outcome in {Outcome.CONSENT, Outcome.CONSENT_CHANGED, Outcome.CONSENT_TEMPORARY}:
        pen.block("letter.outcome_despite_conditions", place, code=code)


def motivation(pen: Pen) -> list[Block]:
    """Why the council decided so, for each regulation."""
    found: list[Block] = []
    for one in pen.matter.decisions:
        if one.outcome_reason.strip():
            found += pen.typed_all(one.outcome_reason, f"outcome_reason.{one.id}")
        elif one.outcome is Outcome.CONSENT_REFUSED and not pen.matter.objections:
            pen.block("letter.refusal_without_reasons", code=pen.matter.code(one))
        elif one.outcome not in _WITHOUT_DECISION:
            pen.ask("letter.consent_without_reasons", code=pen.matter.code(one))
    return found


def granted(pen: Pen) -> list[Block]:
    """From which day, for how long, and when it is evaluated; a change needs consent again."""
    outcomes = {Outcome.CONSENT, Outcome.CONSENT_CHANGED, Outcome.CONSENT_TEMPORARY, Outcome.CONSENT_PARTIAL}
    found: list[Block] = []
    for one in pen.matter.decisions:
        if one.outcome not in outcomes:
            continue
        fields = _fields(pen, one)
        found.append(pen.paragraph("a10_effect", one, **fields))
        if fields["evaluation"] is None:
            pen.ask("letter.evaluation_missing", code=pen.matter.code(one))
        if one.outcome is Outcome.CONSENT_TEMPORARY:
            found.append(pen.paragraph("a10_temporary_effect", one, **fields))
    return found


def withheld(pen: Pen) -> list[Block]:
    """What would make consent possible, and what the act says about deciding without it (art. 27 lid 4 and 5)."""
    matter = pen.matter
    outcomes = {Outcome.CONSENT_REFUSED, Outcome.CONSENT_CONDITIONAL, Outcome.CONSENT_PARTIAL}
    # Without an answer there is no consent either: what the act says about deciding holds for those too.
    members = tuple(one for one in matter.decisions if one.outcome in outcomes | {Outcome.NOT_YET, Outcome.LATER})
    if not members:
        return []
    found: list[Block] = []
    for one in members:
        if one.outcome not in outcomes:
            continue
        changes = _changes(one)
        if one.outcome is Outcome.CONSENT_CONDITIONAL:
            # Its own sentence names every condition; a change that is asked beside them would blur the one legal state.
            if changes:
                pen.ask("letter.change_not_a_condition", code=matter.code(one))
            continue
        conditions = matter.codes_of(item.id for item in matter.conditions_of(one))
        if changes or conditions:
            found.append(
                pen.paragraph("a10_possible", one, code=matter.code(one), conditions=conditions, many_changes=bool(changes))
            )
            found += pen.bullets(f"changes.{one.id}", changes)
        elif one.outcome is Outcome.CONSENT_REFUSED and pen.own_text("possible") is None:
            pen.ask("letter.refusal_without_way_out", code=matter.code(one))
    return [*found, pen.paragraph("a10_withheld", codes=matter.decision_codes(members))]


def _changes(one: ProposedDecision) -> list[str]:
    """The changes that were asked and did not come."""
    regulation = one.regulation
    return [
        f"{one_line(part.article)}: {one_line(part.change_asked)}"
        for part in (regulation.parts if regulation else ())
        if part.change_asked.strip() and part.result in {PartResult.NOT_AGREED, PartResult.OPEN}
    ]


SOURCES: Mapping[str, Callable[[Pen], list[Block]]] = MappingProxyType(
    {
        "asked": asked,
        "decisions": decisions,
        "bodies": decision_blocks.bodies,
        "tracks": decision_blocks.tracks,
        "political_views": decision_blocks.political_views,
        "scope": scope,
        "understanding": decision_blocks.understanding,
        "events": course_blocks.events,
        "papers": course_blocks.papers,
        "questions": course_blocks.questions,
        "experts": course_blocks.experts,
        "consultations": course_blocks.consultations,
        "parts": parts,
        "weighed": weighed,
        "measures": measures,
        "objections": assessment_blocks.objections,
        "decision": decision,
        "conditions": assessment_blocks.conditions,
        "commitments": assessment_blocks.commitments,
        "motivation": motivation,
        "granted": granted,
        "withheld": withheld,
        "execution": assessment_blocks.execution_points,
    }
)
"""What fills the sections of a decision on consent."""
