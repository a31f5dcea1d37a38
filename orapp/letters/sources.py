"""What fills and checks each kind of letter: the Python side of the names that stand in resources/letters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from orapp.letters import (
    acknowledgement,
    advice,
    after_decision,
    asking,
    assessment_blocks,
    checks,
    consent,
    course_blocks,
    decision_blocks,
    following_up,
    goals,
    other_letters,
    proposing,
)
from orapp.letters.content import Block, LetterContent
from orapp.letters.pen import Pen

Source = Callable[[Pen], list[Block]]
Subject = Callable[[Pen], str]
Check = Callable[[Pen, LetterContent], None]

SHARED: Mapping[str, Source] = MappingProxyType(
    {
        "decisions": decision_blocks.table,
        "decision_texts": decision_blocks.texts,
        "understanding": decision_blocks.understanding,
        "events": course_blocks.events,
        "papers": course_blocks.papers,
        "questions": course_blocks.questions,
        "experts": course_blocks.experts,
        "consultations": course_blocks.consultations,
        "consequences": assessment_blocks.consequences,
        "measures": assessment_blocks.measures,
        "alternatives": assessment_blocks.alternatives,
        "objections": assessment_blocks.objections,
        "conditions": assessment_blocks.conditions,
        "commitments": assessment_blocks.commitments,
        "execution": assessment_blocks.execution_points,
        "carried": goals.carried,
    }
)
"""What any kind of letter can take from the dossier."""

_OWN: Mapping[str, Mapping[str, Source]] = {
    "A1": acknowledgement.SOURCES,
    "A9": advice.SOURCES,
    "A10": consent.SOURCES,
    **asking.SOURCES,
    **after_decision.SOURCES,
    **following_up.SOURCES,
    **proposing.SOURCES,
    **other_letters.SOURCES,
}

SOURCES: Mapping[str, Mapping[str, Source]] = MappingProxyType({kind: {**SHARED, **own} for kind, own in _OWN.items()})
"""What fills a section from the dossier, by kind of letter and the name it has in resources/letters."""

SUBJECTS: Mapping[str, Subject] = MappingProxyType(
    {
        "A1": acknowledgement.subject,
        "A9": advice.subject,
        "A10": consent.subject,
        **asking.SUBJECTS,
        **following_up.SUBJECTS,
        **other_letters.SUBJECTS,
    }
)
"""What a letter is about where its sentence `<kind>_subject` alone cannot say it."""

CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "A1": acknowledgement.check,
        "A9": checks.check_advice,
        "A10": checks.check_consent,
        **asking.CHECKS,
        **after_decision.CHECKS,
        **following_up.CHECKS,
        **proposing.CHECKS,
        **other_letters.CHECKS,
    }
)
"""What is looked at in a letter of this kind; beside what every letter shares."""
