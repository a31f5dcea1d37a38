"""General laws over generated dossiers: a letter is sound, nothing is forgotten, or it is refused with its place."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from orapp.domain.assessment import (
    Alternative,
    AnswerState,
    Consequence,
    Consideration,
    Destination,
    Objection,
    Question,
    Side,
    StaffConsultation,
)
from orapp.domain.dossier import Dossier, DossierKind
from orapp.domain.items import LetterChoice, Theme
from orapp.domain.letters import Letter, SectionText, StrategicGoal
from orapp.domain.papers import Event, Paper, PaperKind
from orapp.domain.promises import Commitment, CommitmentState, Condition, ConditionState
from orapp.domain.requests import (
    CompletenessMark,
    Outcome,
    PartResult,
    PoliticalNote,
    ProposedDecision,
    Regulation,
    RegulationPart,
    Request,
    RequestVersion,
)
from orapp.law.facts import FactKind, ProcedureKind
from orapp.letters.content import BulletList, CodedList, LetterContent, Paragraph, Table
from orapp.letters.order import ComposedLetter, LetterRefused
from tests.unit.letters.examples import ADVICE_DAY
from tests.unit.letters.reading import book, finding_texts, operative_texts, write

TYPED = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    ["{{ x }}", "<&>", "“geheim”", "שלום", "🙂", "één\n\ntwee", "{% for %}", "mits", " ", "B.V."]
)
SOME_DAYS = st.integers(-200, 60).map(lambda days: ADVICE_DAY + timedelta(days=days))
DAYS = st.none() | SOME_DAYS
CHOICES = st.lists(
    st.builds(LetterChoice, letter=st.sampled_from(["A9", "A10", "A1"]), included=st.booleans(), reason=TYPED), max_size=2
).map(tuple)
OF = {"request_id": st.sampled_from(["", "r1"])}
DECISIONS = st.lists(st.sampled_from(["b1", "b2", "b9"]), max_size=2, unique=True).map(tuple)
TARGETS = st.lists(st.sampled_from(["v1", "v2", "t1", "weg"]), max_size=2).map(tuple)


def several(kind: type, stem: str, most: int = 3, /, **fields: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    """Some items of a kind, with their ids and numbers."""
    made = st.lists(st.fixed_dictionaries({**OF, **fields}), max_size=most)
    return made.map(
        lambda rows: tuple(kind(id=f"{stem}{number}", number=number, **row) for number, row in enumerate(rows, start=1))
    )


PARTS = st.lists(
    st.builds(
        RegulationPart,
        article=TYPED,
        opinion=TYPED,
        change_asked=TYPED,
        director_answer=TYPED,
        result=st.sampled_from(PartResult),
    ),
    max_size=2,
).map(tuple)
REGULATIONS = st.none() | st.builds(
    Regulation,
    title=TYPED,
    version=TYPED,
    dated_on=DAYS,
    action=st.sampled_from(["adopt", "change", "withdraw"]),
    parts=PARTS,
    effective_from=DAYS,
    expires_on=DAYS,
    evaluation_on=DAYS,
    cao_overlap=TYPED,
)
POLITICAL = st.none() | st.builds(PoliticalNote, director_view=TYPED, council_view=TYPED)
VERSIONS = st.builds(RequestVersion, number=st.integers(1, 3), received_on=DAYS, label=TYPED)
GROUNDS = st.lists(st.sampled_from(["25.1.e", "25.1.f", "27.1.b", "27.1.k", "onzin"]), max_size=2).map(tuple)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A dossier with anything in it, or hardly anything."""
    request = Request(
        id="r1",
        number=1,
        title=draw(TYPED),
        legal=draw(st.sampled_from([ProcedureKind.ADVICE, ProcedureKind.CONSENT])),
        versions=tuple(draw(st.lists(VERSIONS, max_size=2))),
        grounds=draw(GROUNDS),
        article_named=draw(TYPED),
        understanding=draw(TYPED),
        completeness=(
            CompletenessMark(key="reasons", found=draw(st.sampled_from(["open", "found", "missing"])), passage=draw(TYPED)),
        ),
    )
    return Dossier(
        id="d",
        reference="2026-001",
        title=draw(TYPED),
        kind=DossierKind.GENERAL,
        opened_on=date(2026, 1, 1),
        requests=(request,),
        proposed_decisions=draw(
            several(
                ProposedDecision,
                "b",
                title=TYPED,
                text=TYPED,
                grounds=GROUNDS,
                body=st.just("") | TYPED,
                political=POLITICAL,
                outcome=st.sampled_from(Outcome),
                outcome_text=st.just("") | TYPED,
                outcome_reason=TYPED,
                regulation=REGULATIONS,
            )
        ),
        papers=draw(several(Paper, "p", title=TYPED, kind=st.sampled_from(PaperKind), dated_on=DAYS, personal=st.booleans())),
        events=draw(several(Event, "e", on=SOME_DAYS, kind=st.sampled_from(FactKind), text=TYPED)),
        questions=draw(
            several(
                Question,
                "q",
                text=TYPED,
                state=st.sampled_from(AnswerState),
                answer=TYPED,
                asked_on=DAYS,
                answered_on=DAYS,
                letters=CHOICES,
            )
        ),
        objections=draw(
            several(
                Objection,
                "o",
                text=TYPED,
                decision_ids=DECISIONS,
                evidence=TYPED,
                destination=st.sampled_from(Destination),
                destination_ids=TARGETS,
                letters=CHOICES,
            )
        ),
        considerations=draw(
            several(
                Consideration,
                "w",
                text=TYPED,
                theme=st.sampled_from(Theme),
                side=st.sampled_from(Side),
                evidence=TYPED,
                execution_only=st.booleans(),
                letters=CHOICES,
            )
        ),
        alternatives=draw(several(Alternative, "a", text=TYPED, effect=TYPED, examined=TYPED, letters=CHOICES)),
        conditions=draw(
            several(
                Condition,
                "v",
                text=TYPED,
                decision_ids=DECISIONS,
                who=TYPED,
                norm=TYPED,
                due=DAYS,
                state=st.sampled_from(ConditionState),
                letters=CHOICES,
            )
        ),
        commitments=draw(
            several(
                Commitment,
                "t",
                text=TYPED,
                by=TYPED,
                said_on=DAYS,
                due=DAYS,
                state=st.sampled_from(CommitmentState),
                letters=CHOICES,
            )
        ),
        consequences=draw(
            several(
                Consequence, "g", group=TYPED, effect=TYPED, headcount=st.none() | st.integers(0, 500), in_request=st.booleans()
            )
        ),
        consultations=draw(
            several(
                StaffConsultation,
                "s",
                1,
                method=TYPED,
                responses=st.none() | st.integers(0, 40),
                invited=st.none() | st.integers(0, 40),
            )
        ),
    )


LETTERS = st.builds(
    Letter,
    id=st.just("l1"),
    kind=st.just("A9"),
    goal=st.none() | st.sampled_from(StrategicGoal),
    reply_due=DAYS,
    texts=st.lists(
        st.builds(
            SectionText,
            section=st.sampled_from(["weighing", "conditions", "motives", "influence", "followup", "motivation", "decision"]),
            text=TYPED,
            replaces=st.booleans(),
        ),
        max_size=2,
    ).map(tuple),
)


def generated(examples: int) -> settings:
    """Large examples: no time limit for one, and a failure is shown as it was found (shrinking these takes minutes)."""
    return settings(
        max_examples=examples,
        deadline=None,
        phases=(Phase.explicit, Phase.reuse, Phase.generate),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    )


def composed(whole: Dossier, kind: str, letter: Letter | None) -> ComposedLetter | None:
    """The letter, or nothing where it is refused with a code that has a sentence."""
    try:
        return write(whole, kind, ADVICE_DAY, letter=letter)
    except LetterRefused as refused:
        finding_texts()[refused.code].format(**refused.fields)
        return None


def assert_sound(content: LetterContent) -> None:
    """No empty heading or block, every key once, tables as wide as their head."""
    keys: list[str] = []
    for section in content.sections:
        assert section.heading
        assert section.blocks
        for block in section.blocks:
            keys.append(block.key)
            match block:
                case Paragraph():
                    assert block.text.strip(" \t\n\r") or block.text
                case CodedList():
                    assert block.items
                case BulletList():
                    assert block.items
                case Table():
                    assert block.rows
                    assert all(len(row) == len(block.header) == len(block.widths) for row in block.rows)
                    assert block.summary
    assert len(set(keys)) == len(keys)


def settled_codes(content: LetterContent) -> set[str]:
    """The codes of the questions that the letter tells as answered or lapsed, ranges ("Q1 tot en met Q4") written out."""
    found: set[str] = set()
    for place, text in content.texts():
        if place.endswith(".questions_settled"):
            for first, last in re.findall(r"Q(\d+)(?: tot en met Q(\d+))?", text):
                found |= {f"Q{number}" for number in range(int(first), int(last or first) + 1)}
    return found


def assert_nothing_forgotten(whole: Dossier, found: ComposedLetter) -> None:
    """Every objection, question, condition and commitment is in the text, left out by choice, or found."""
    named = {
        item.key
        for section in found.content.sections
        for block in section.blocks
        if isinstance(block, CodedList)
        for item in block.items
    }
    rows = {
        row[0] for section in found.content.sections for block in section.blocks if isinstance(block, Table) for row in block.rows
    }
    told = {
        finding.fields.get("code", "") for finding in found.findings if "in_letter" in finding.code or "left_out" in finding.code
    }
    rows |= settled_codes(found.content)
    mine = {decision.id for decision in whole.proposed_decisions}
    for letter, items in (("O", whole.objections), ("Q", whole.questions), ("V", whole.conditions), ("T", whole.commitments)):
        for item in items:
            code = f"{letter}{item.number}"
            later = getattr(item, "asked_on", None) or getattr(item, "said_on", None)
            gone = getattr(item, "state", None) in {ConditionState.DROPPED, CommitmentState.REPLACED}
            other_letter = bool(set(getattr(item, "decision_ids", ())) & mine)
            if gone or (later and later > ADVICE_DAY) or other_letter:
                continue
            assert item.id in named or code in rows or code in told, code


@generated(60)
@given(dossiers(), st.none() | LETTERS)
def test_an_advice_is_sound_and_forgets_nothing(whole: Dossier, letter: Letter | None) -> None:
    found = composed(whole, "A9", letter)
    if found is None:
        return
    assert_sound(found.content)
    assert_nothing_forgotten(whole, found)
    for finding in found.findings:
        assert finding_texts()[finding.code].format(**finding.fields)


@generated(60)
@given(dossiers(), st.none() | LETTERS)
def test_a_decision_on_consent_is_sound_and_forgets_nothing(whole: Dossier, letter: Letter | None) -> None:
    found = composed(whole, "A10", None if letter is None else Letter(id="l1", kind="A10", texts=letter.texts, goal=letter.goal))
    if found is None:
        return
    assert_sound(found.content)
    assert_nothing_forgotten(whole, found)
    for finding in found.findings:
        assert finding_texts()[finding.code].format(**finding.fields)
    blocking = {finding.code for finding in found.blocking}
    for text in operative_texts(found.content):
        if re.search(r"\bmits\b", text, re.IGNORECASE):
            assert "letter.mits" in blocking


@generated(40)
@given(dossiers())
def test_any_request_can_be_acknowledged(whole: Dossier) -> None:
    found = composed(whole, "A1", None)
    assert found is not None
    assert_sound(found.content)
    assert book().outlines["A1"].kind.outline_version == found.content.outline_version
    for finding in found.findings:
        assert finding_texts()[finding.code].format(**finding.fields)
