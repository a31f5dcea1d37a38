"""What a letter is begun from: which kinds fit, in which order, and what is known already."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from orapp.domain.assessment import Question
from orapp.domain.decisions import DecisionOrigin, ResolutionKind
from orapp.domain.derivation import derive
from orapp.domain.derived import Deadline, DeadlineState
from orapp.domain.dossier import Dossier
from orapp.domain.papers import PaperKind
from orapp.law.facts import FactKind
from orapp.letters.beginnings import Thing, beginnings
from tests.unit.letters.reading import book, demo_dossiers, law

TODAY = date(2026, 11, 21)
NULLITY_DAY, APPEAL_DAY = date(2025, 6, 20), date(2025, 12, 12)


def dossier(reference: str) -> Dossier:
    return next(one for one in demo_dossiers() if one.reference == reference)


HOUSING = dossier("2025-003")


def kinds(thing: Thing, of: Dossier = HOUSING, today: date = TODAY) -> list[str]:
    return [one.kind for one in beginnings(book(), of, thing, today)]


def term(rule: str, on: date, of: Dossier = HOUSING) -> Deadline:
    found = derive(of, law(), on).deadlines
    return next(one for one in found if one.rule == rule and one.state is not DeadlineState.CLOSED)


def test_a_running_month_of_27_5_begins_the_nullity_letter_on_its_decision() -> None:
    deadline = term("wor-27-5-nietigheid", NULLITY_DAY)
    first = beginnings(book(), HOUSING, deadline, NULLITY_DAY)[0]
    assert first.kind == "A11"
    assert first.request_id == deadline.request_id
    assert HOUSING.find(first.about_ids[0]) in HOUSING.decisions
    letter = first.letter("x")
    assert (letter.kind, letter.about_ids, letter.reply_due) == ("A11", first.about_ids, None)


def test_a_resolution_that_the_letter_needs_is_said_until_it_is_there() -> None:
    deadline = term("wor-27-5-nietigheid", NULLITY_DAY)
    bare = replace(HOUSING, resolutions=())
    assert beginnings(book(), bare, deadline, NULLITY_DAY)[0].resolution is ResolutionKind.INVOKE_NULLITY
    there = [one for one in HOUSING.resolutions if one.kind is ResolutionKind.INVOKE_NULLITY]
    assert beginnings(book(), HOUSING, deadline, there[0].on)[0].resolution is None


def test_the_two_clocks_begin_letters_of_their_own() -> None:
    assert kinds(term("wor-26-2-beroep", APPEAL_DAY), today=APPEAL_DAY)[0] == "A12b"
    assert kinds(term("wor-25-6-opschorting", APPEAL_DAY), today=APPEAL_DAY) == ["A12a", "A12c", "A19c"]


def test_a_date_for_advice_begins_the_advice_or_another_date() -> None:
    deadline = term("agreed-advice", NULLITY_DAY)
    assert kinds(deadline, today=NULLITY_DAY)[:2] == ["A9", "A4"]
    agreed = next(one for one in HOUSING.agreed_dates if one.rule == "agreed-advice")
    assert kinds(agreed)[:2] == ["A9", "A4"]


def test_an_answer_is_proposed_in_time_for_the_date_that_stands() -> None:
    deadline = term("wor-27-5-nietigheid", NULLITY_DAY)
    near = replace(deadline, safe_day=date(2025, 6, 25))
    assert beginnings(book(), HOUSING, near, NULLITY_DAY)[0].reply_due == date(2025, 6, 25)
    assert beginnings(book(), HOUSING, deadline, NULLITY_DAY)[0].reply_due == date(2025, 7, 4)


def test_questions_that_wait_begin_a_letter_with_these_questions_and_a_new_date_second() -> None:
    questions = tuple(one for one in HOUSING.questions if one.round == 1)
    waiting = tuple(replace(one, answered_on=None, asked_on=date(2025, 9, 25)) for one in questions)
    found = beginnings(book(), HOUSING, waiting, TODAY)
    assert [one.kind for one in found][:2] == ["A2", "A4"]
    assert found[0].about_ids == tuple(one.id for one in waiting)
    new = (Question(id="q", text="Wat?", request_id=questions[0].request_id),)
    assert kinds(new)[0] == "A2"
    assert "A4" not in kinds(new)


def test_a_meeting_begins_its_agenda_before_and_the_commitments_after_it() -> None:
    meeting = next(one for one in HOUSING.events if one.kind is FactKind.CONSULTATION_MEETING)
    before = beginnings(book(), HOUSING, meeting, date(2025, 1, 1))
    after = beginnings(book(), HOUSING, meeting, TODAY)
    assert before[0].kind == "A6"
    assert {one.key: one.value for one in before[0].fields}["meeting_on"] == meeting.on.isoformat()
    assert after[0].kind == "A5"
    filled = {one.key: one.value for one in after[0].fields}
    assert filled == {"occasion_on": meeting.on.isoformat(), "occasion": "meeting"}


def test_a_decision_begins_the_reaction_and_one_that_was_not_asked_says_so_first() -> None:
    after_advice = next(one for one in HOUSING.decisions if one.origin is DecisionOrigin.AFTER_ADVICE)
    found = beginnings(book(), HOUSING, after_advice, TODAY)
    assert [one.kind for one in found][:3] == ["A19c", "A12a", "A12c"]
    assert all(one.about_ids == (after_advice.id,) for one in found)
    unasked = replace(after_advice, origin=DecisionOrigin.WITHOUT_REQUEST)
    assert kinds(unasked)[:2] == ["A19a", "A11"]


def test_an_expert_and_commitments_also_several_begin_their_letters() -> None:
    assert kinds(HOUSING.experts[0]) == ["A13"]
    late = tuple(replace(one, due=date(2026, 1, 1), kept_on=None) for one in HOUSING.commitments[:2])
    found = beginnings(book(), HOUSING, late, TODAY)
    assert found[0].kind == "A19d"
    assert found[0].about_ids == tuple(one.id for one in late)
    in_time = tuple(replace(one, due=date(2027, 1, 1)) for one in late)
    assert kinds(in_time)[0] == "A5"


@pytest.mark.parametrize(("kind", "first"), [(PaperKind.MINUTES, "A5"), (PaperKind.ANSWERS, "A2"), (PaperKind.REQUEST, "A1")])
def test_a_paper_begins_what_answers_it(kind: PaperKind, first: str) -> None:
    paper = replace(HOUSING.papers[0], kind=kind, request_id=HOUSING.requests[-1].id)
    assert kinds(paper)[0] == first


def test_a_decision_that_was_found_out_begins_with_that_it_had_to_be_asked() -> None:
    found = next(one for one in HOUSING.events if one.kind is FactKind.FOUND_OUT)
    assert kinds(found)[:2] == ["A19a", "A11"]


def test_what_fits_no_letter_begins_none() -> None:
    assert kinds(()) == []
    assert kinds(replace(HOUSING.events[0], kind=FactKind.TEAM_FORMED)) == []


@pytest.mark.parametrize("of", demo_dossiers(), ids=lambda one: one.reference)
def test_whatever_is_begun_fits_its_request(of: Dossier) -> None:
    things: list[Thing] = [item for _, item in of.items()]
    things += [one for day in (NULLITY_DAY, APPEAL_DAY, TODAY) for one in derive(of, law(), day).deadlines]
    begun = [one for thing in things for one in beginnings(book(), of, thing, TODAY)]
    assert begun
    for one in begun:
        kind = book().outlines[one.kind].kind
        request = of.request(one.request_id)
        assert kind.whole if request is None else kind.for_request(request.legal)
        assert all(of.find(item_id) is not None for item_id in (*one.about_ids, *one.decision_ids))
        assert all(kind.field(field.key) is not None for field in one.fields)
