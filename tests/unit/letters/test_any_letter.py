"""General laws over every kind of letter, generated dossiers and generated fields: sound, or refused with its place."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orapp.domain.decisions import Comparison, Decision, Knowledge, Resolution, ResolutionKind, TakenOver
from orapp.domain.dossier import Dossier
from orapp.domain.letters import Letter, LetterField, StrategicGoal
from orapp.law.facts import ProcedureKind
from orapp.letters.compose import compose
from orapp.letters.letter_fields import FieldOutline, LetterFieldKind
from orapp.letters.order import ComposedLetter, LetterOrder, LetterRefused
from tests.unit.letters.examples import ADVICE_DAY, COUNCIL
from tests.unit.letters.other_kinds import FILLED
from tests.unit.letters.reading import book, finding_texts, law
from tests.unit.letters.test_any_dossier import (
    DAYS,
    DECISIONS,
    SOME_DAYS,
    TARGETS,
    TYPED,
    assert_sound,
    dossiers,
    generated,
    several,
)

HOSTILE = TYPED | st.sampled_from(
    ["2026-07-01", "9" * 400, "-1", "0", "{{ council }}", "appeal", "bor", "]]>", "\x00", "“", "nee"]
)


def value(field: FieldOutline) -> st.SearchStrategy[LetterField]:
    """What somebody, or a file from elsewhere, put under a field: mostly of its kind."""
    fitting: st.SearchStrategy[str] = HOSTILE
    if field.kind is LetterFieldKind.CHOICE:
        fitting = st.sampled_from([*field.options, *field.options, "onzin"])
    elif field.kind is LetterFieldKind.DATE:
        fitting = SOME_DAYS.map(str) | HOSTILE
    elif field.kind in {LetterFieldKind.MONEY, LetterFieldKind.NUMBER}:
        fitting = st.integers(-5, 10**9).map(str) | HOSTILE
    elif field.kind is LetterFieldKind.ROWS:
        rows = st.lists(st.lists(HOSTILE, max_size=9).map(tuple), max_size=3).map(tuple)
        return st.builds(LetterField, key=st.just(field.key), rows=rows)
    return st.builds(LetterField, key=st.just(field.key), value=fitting)


@st.composite
def written(draw: st.DrawFn, kind: str) -> tuple[Dossier, Letter]:
    """Any dossier with decisions and resolutions, and a letter of this kind with any fields."""
    whole = draw(dossiers())
    legal = draw(st.sampled_from(ProcedureKind))
    request = replace(whole.requests[0], legal=legal, started_on=draw(DAYS))
    comparison = st.builds(Comparison, item_id=st.sampled_from(["v1", "v2", "weg"]), verdict=st.sampled_from(TakenOver))
    moments = st.lists(st.builds(Knowledge, on=SOME_DAYS, how=TYPED), max_size=2).map(tuple)
    compared = st.lists(comparison, max_size=2).map(tuple)
    decisions = draw(
        several(Decision, "k", 2, title=TYPED, decision_ids=DECISIONS, decided_on=DAYS, notices=moments, comparisons=compared)
    )
    votes = {"votes_for": st.none() | st.integers(0, 9), "votes_against": st.none() | st.integers(0, 9)}
    resolutions = draw(
        several(
            Resolution,
            "z",
            3,
            kind=st.sampled_from(ResolutionKind),
            on=SOME_DAYS,
            text=TYPED,
            decision_ids=DECISIONS,
            **votes,
        )
    )
    outline = book().outlines[kind].kind
    fields = tuple(draw(value(field)) for field in outline.fields if draw(st.booleans()))
    letter = Letter(
        id="l1",
        kind=kind,
        request_id=draw(st.sampled_from(["", "r1"])) if outline.whole else "r1",
        decision_ids=draw(DECISIONS),
        about_ids=draw(TARGETS | st.sampled_from([("k1",), ("q1",), ("o1",), ("k2", "t1")])),
        goal=draw(st.none() | st.sampled_from(StrategicGoal)),
        reply_due=draw(DAYS),
        fields=fields,
    )
    return replace(whole, requests=(request,), decisions=decisions, resolutions=resolutions), letter


def outcome_of(whole: Dossier, letter: Letter) -> ComposedLetter | None:
    """The letter, or nothing where it is refused with a code that has a sentence."""
    order = LetterOrder(
        kind=letter.kind, request_id=letter.request_id, dated=ADVICE_DAY, decision_ids=letter.decision_ids, letter=letter
    )
    try:
        return compose(book(), law(), COUNCIL, whole, order)
    except LetterRefused as refused:
        finding_texts()[refused.code].format(**refused.fields)
        return None


@pytest.mark.parametrize("kind", FILLED)
def test_any_letter_is_sound_or_refused_with_its_place(kind: str) -> None:
    @generated(6)
    @given(written(kind))
    def holds(case: tuple[Dossier, Letter]) -> None:
        whole, letter = case
        found = outcome_of(whole, letter)
        if found is None:
            return
        assert_sound(found.content)
        for finding in found.findings:
            assert finding.place
            assert finding_texts()[finding.code].format(**finding.fields)
        introduced = [text for _, text in found.content.texts() if "(hierna: de OR)" in text]
        assert len(introduced) <= 1
        if kind == "A12c" and not any(one.kind is ResolutionKind.NO_APPEAL for one in whole.resolutions):
            said = " ".join(text for _, text in found.content.texts())
            assert not re.search(r"afzonderlijk besloten tegen dit besluit geen beroep", said)

    holds()


def test_the_kinds_ask_of_every_sort_of_field() -> None:
    kinds = {field.kind for outline in book().outlines.values() for field in outline.kind.fields}
    assert {LetterFieldKind.ROWS, LetterFieldKind.CHOICE, LetterFieldKind.DATE, LetterFieldKind.MONEY} <= kinds
