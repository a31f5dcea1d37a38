"""An advice tells each thing once, with the council's own reasons, and nothing that came after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from orapp.domain.assessment import AnswerState, Destination
from orapp.domain.decisions import Resolution, ResolutionKind
from orapp.domain.papers import Event, Paper, PaperKind
from orapp.domain.requests import Outcome, PoliticalNote
from orapp.law.facts import FactKind
from orapp.letters.order import ComposedLetter
from tests.unit.letters.example_items import COMMITMENTS, CONDITIONS, CONSIDERATIONS, EVENTS, OBJECTIONS, PAPERS, QUESTIONS
from tests.unit.letters.examples import ADVICE_DAY, LETTER, REQUEST, decision, dossier
from tests.unit.letters.reading import codes, operative_texts, plain_text, write

WAIVER = Resolution(id="z2", kind=ResolutionKind.WAIVE_ADVICE, on=ADVICE_DAY, text="Afzien", request_id="r1")


def advice(outcome: Outcome, changes: dict[str, Any] | None = None, **order: Any) -> ComposedLetter:
    """The advice on B1."""
    return write(dossier(decision(outcome), **(changes or {})), "A9", ADVICE_DAY, **{"letter": LETTER, **order})


def test_not_yet_without_anything_missing_is_asked_about() -> None:
    whole = dossier(decision(Outcome.NOT_YET), questions=QUESTIONS[:1], requests=(replace(REQUEST, completeness=()),))
    assert "letter.not_yet_nothing_missing" in codes(write(whole, "A9", ADVICE_DAY, letter=LETTER))


def summary_of(found: ComposedLetter) -> list[str]:
    """What the summary says, without its heading."""
    return [text for place, text in found.content.texts() if place.startswith("summary/")]


def test_the_summary_gives_the_reasons_that_the_council_wrote() -> None:
    heavy = decision(Outcome.POSITIVE_CONDITIONS, outcome_reason="De verhuizing is nodig, maar kleedplaatsen ontbreken (V1).")
    light = decision(Outcome.POSITIVE, id="b2", number=2, title="huur", outcome_reason="De huur past in de begroting.")
    conditions = tuple(replace(item, decision_ids=("b1",)) for item in CONDITIONS)
    found = summary_of(write(dossier(heavy, light, conditions=conditions), "A9", ADVICE_DAY, letter=LETTER))
    assert "B1: De verhuizing is nodig, maar kleedplaatsen ontbreken (V1)." in found
    assert "B2: De huur past in de begroting." in found
    alone = summary_of(write(dossier(heavy), "A9", ADVICE_DAY, letter=LETTER))
    assert "De verhuizing is nodig, maar kleedplaatsen ontbreken (V1)." in alone


def test_the_summary_of_a_conditional_advice_says_why_the_conditions_are_needed() -> None:
    reasons = [text for text in summary_of(advice(Outcome.POSITIVE_CONDITIONS)) if text.startswith("O")]
    needed = [item.text for item in OBJECTIONS if item.destination is Destination.CONDITION]
    assert needed
    assert needed[0] in reasons[0]


def test_the_same_reason_for_several_decisions_is_told_once() -> None:
    reason = "De gevolgen zijn niet onderzocht."
    both = (
        decision(Outcome.NEGATIVE, outcome_reason=reason),
        decision(Outcome.NEGATIVE, id="b2", number=2, title="huur", outcome_reason=reason),
    )
    conditions = tuple(replace(item, decision_ids=("b1",)) for item in CONDITIONS)
    found = summary_of(write(dossier(*both, conditions=conditions), "A9", ADVICE_DAY, letter=LETTER))
    assert f"B1 en B2: {reason}" in found
    assert sum(reason in text for text in found) == 1


def test_many_conditional_answers_stand_in_one_sentence() -> None:
    several = [
        decision(
            Outcome.POSITIVE_CONDITIONS, id=f"b{number}", number=number, title=f"deel {number}", outcome_reason=f"Want {number}."
        )
        for number in (1, 2, 3)
    ]
    found = summary_of(write(dossier(*several), "A9", ADVICE_DAY, letter=LETTER))
    assert (
        "De OR adviseert u elk van deze besluiten te nemen als de voorwaarden die erbij staan daarin zijn opgenomen: "
        "B1 (V1 en V2), B2 (V1 en V2) en B3 (V1 en V2)."
    ) in found


def test_an_advice_against_rests_on_no_commitments() -> None:
    said = plain_text(advice(Outcome.NEGATIVE).content)
    assert "Dit advies steunt op" not in said
    assert "en steunt op" not in said
    assert "Toezeggingen tot nu toe" in said
    assert "Dit advies steunt op de volgende toezegging" in plain_text(advice(Outcome.POSITIVE, {"conditions": ()}).content)


def test_what_is_political_promises_advice_only_where_there_is_advice() -> None:
    politics = decision(Outcome.POLITICAL, political=PoliticalNote(director_view="Politiek besluit."))
    later = decision(Outcome.LATER, id="b2", number=2, title="huur")
    said = plain_text(write(dossier(politics, later), "A9", ADVICE_DAY, letter=LETTER).content)
    assert "adviseert de OR wel" not in said
    assert "Daarover wil de OR wel adviseren." in said
    advised = decision(Outcome.NEGATIVE, id="b3", number=3, title="rooster")
    said = plain_text(write(dossier(politics, later, advised), "A9", ADVICE_DAY, letter=LETTER).content)
    assert "Daarover adviseert de OR wel: B3." in said


def test_not_yet_is_told_once_whatever_conditions_were_noted() -> None:
    both = (decision(Outcome.NOT_YET), decision(Outcome.NOT_YET, id="b2", number=2, title="huur"))
    conditions = (replace(CONDITIONS[0], decision_ids=("b1",)), replace(CONDITIONS[1], decision_ids=("b2",)))
    found = write(dossier(*both, conditions=conditions), "A9", ADVICE_DAY, letter=LETTER)
    (said,) = operative_texts(found.content)
    assert "over de voorgenomen besluiten B1" in said


def test_a_condition_does_not_say_its_norm_or_its_bearer_twice() -> None:
    found = advice(Outcome.POSITIVE_CONDITIONS)
    details = [place.rsplit("/", 1) for place, _ in found.content.texts() if place.startswith("conditions/V")]
    assert ["conditions/V1", "Norm"] not in details
    assert ["conditions/V1", "Wie"] not in details
    assert ["conditions/V2", "Norm"] in details


def test_a_commitment_names_its_paper_and_its_day_once() -> None:
    told = {place: text for place, text in advice(Outcome.POSITIVE, {"conditions": ()}).content.texts() if "/T1/" in place}
    assert told["commitments/T1/Vastgelegd in"] == "D4 (Verslag overlegvergadering)"
    assert told["commitments/T1/Gedaan op"] == "23 april 2026"
    dated = (replace(COMMITMENTS[0], said_on=date(2026, 4, 20), recorded_in="verslag van 23 april 2026, punt 3"),)
    other = dict(advice(Outcome.POSITIVE, {"conditions": (), "commitments": dated}).content.texts())
    assert other["commitments/T1/Vastgelegd in"] == "D4, verslag van 23 april 2026, punt 3"


def test_what_answers_the_letter_on_its_own_day_is_no_part_of_the_course() -> None:
    answered = Event(id="e9", on=ADVICE_DAY, kind=FactKind.DECISION_NOTIFIED, text="Het besluit is genomen.", request_id="r1")
    earlier = replace(answered, id="e8", on=date(2026, 5, 20), text="Een eerder besluit is gemeld.")
    said = plain_text(advice(Outcome.NEGATIVE, {"events": (*EVENTS, earlier, answered)}).content)
    assert "Het besluit is genomen." not in said
    assert "Een eerder besluit is gemeld." in said


def test_what_was_sent_or_is_expected_outside_any_request_is_no_part_of_the_course() -> None:
    sent = Event(id="e8", on=date(2026, 4, 1), kind=FactKind.SENT_BY_COUNCIL, text="Scholingsplan verzonden")
    ahead = Event(id="e9", on=date(2026, 4, 2), until=date(2026, 9, 1), kind=FactKind.ANNOUNCED, text="Regeling verwacht")
    whole = Event(id="e10", on=date(2026, 4, 3), kind=FactKind.ANNOUNCED, text="Verhuizing aangekondigd")
    said = plain_text(advice(Outcome.POSITIVE, {"events": (*EVENTS, sent, ahead, whole)}).content)
    assert "Verhuizing aangekondigd" in said
    assert "Scholingsplan" not in said
    assert "Regeling verwacht" not in said
    named = (*EVENTS, replace(sent, request_id="r1"))
    assert "Scholingsplan" in plain_text(advice(Outcome.POSITIVE, {"events": named}).content)


def test_what_the_reasoning_names_as_its_source_is_in_the_list_of_papers() -> None:
    letter = Paper(
        id="d8", number=8, title="Brief van de raad", kind=PaperKind.LETTER_OUT, request_id="r1", dated_on=date(2026, 4, 1)
    )
    other = Paper(id="d9", number=9, title="Meetrapport", kind=PaperKind.REPORT, request_id="r2", dated_on=date(2026, 4, 1))
    papers = (*PAPERS, letter, other)
    unnamed = plain_text(advice(Outcome.POSITIVE, {"papers": papers}).content)
    assert "Brief van de raad" not in unnamed
    assert "Meetrapport" not in unnamed
    sourced = (replace(CONSIDERATIONS[0], evidence="D8 en D9, blz. 2"), *CONSIDERATIONS[1:])
    said = plain_text(advice(Outcome.POSITIVE, {"papers": papers, "considerations": sourced}).content)
    assert "Brief van de raad" in said
    assert "Meetrapport" in said
    later = (*PAPERS, replace(other, dated_on=date(2026, 12, 1)))
    assert "Meetrapport" not in plain_text(advice(Outcome.POSITIVE, {"papers": later, "considerations": sourced}).content)


def test_a_letter_cites_no_paper_that_came_after_it() -> None:
    later = replace(PAPERS[0], id="d8", number=8, dated_on=date(2026, 6, 1), received_on=None)
    whole = dossier(decision(Outcome.NEGATIVE, body="BOR Kust", body_paper_id="d8"), papers=(*PAPERS, later))
    assert "Bevoegd orgaan voor B1 is BOR Kust." in plain_text(write(whole, "A9", ADVICE_DAY, letter=LETTER).content)


def test_answered_questions_are_told_by_the_paper_that_answers_them() -> None:
    first = QUESTIONS[0]
    more = tuple(replace(first, id=f"q{number}", number=number) for number in (5, 6, 7))
    lapsed = replace(first, id="q8", number=8, state=AnswerState.LAPSED)
    said = plain_text(advice(Outcome.NEGATIVE, {"questions": (*more, lapsed)}).content)
    assert "De vragen Q5 tot en met Q7 zijn voldoende beantwoord op 9 april 2026 (D3). Vraag Q8 is vervallen." in said
