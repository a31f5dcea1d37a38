"""Questions, information, a new date and commitments: no date is confirmed by accident, nothing is asked twice (A2 to A5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from orapp.domain.assessment import AnswerState
from orapp.domain.papers import AgreedDate, Event
from orapp.domain.requests import Outcome
from orapp.law.facts import FactKind, Party, ProcedureKind
from orapp.letters.content import FindingWeight
from tests.unit.letters.example_items import EVENTS, QUESTIONS
from tests.unit.letters.examples import REQUEST, decision, dossier
from tests.unit.letters.other_kinds import ASKING_DAY, about, filled, made
from tests.unit.letters.reading import codes, plain_text

DUE = date(2026, 5, 21)


def date_for_advice(**changes: Any) -> AgreedDate:
    """A date for the advice that nobody agreed."""
    return AgreedDate(**{"id": "a1", "subject": "advies", "rule": "agreed-advice", "due": DUE, "request_id": "r1", **changes})


def said(kind: str, *dates: AgreedDate) -> str:
    """The letter as it is read, with these dates for the advice."""
    return plain_text(made(kind, about(kind, agreed_dates=dates)).content)


# -- questions (A2) ----------------------------------------------------------------------------------------------------


def test_each_question_stands_once_with_its_code_and_why() -> None:
    found = made("A2")
    text = plain_text(found.content)
    for item in QUESTIONS:
        assert text.count(f"  Q{item.number}  ") == 1
        assert item.text in text
    assert "per vraag onder de code die erbij staat" in text


def test_without_questions_there_is_no_letter_with_questions() -> None:
    found = made("A2", about("A2", questions=()))
    assert "questions" in {one.place for one in found.blocking}


def test_one_question_is_asked_as_one() -> None:
    one = replace(QUESTIONS[0], asked_on=None, answered_on=None)
    text = plain_text(made("A2", about("A2", questions=(one,))).content)
    assert "de volgende vraag." in text
    assert "per vraag" not in text


def test_a_next_round_names_what_is_still_open_and_does_not_ask_it_again() -> None:
    earlier = replace(QUESTIONS[0], asked_on=date(2026, 3, 26), answered_on=None, state=AnswerState.OPEN)
    newer = replace(QUESTIONS[1], asked_on=None, answered_on=None, round=2)
    text = plain_text(made("A2", about("A2", questions=(earlier, newer))).content)
    assert "Dit is ronde 2." in text
    assert f"Van die ronde staat nog open: Q{earlier.number}." in text
    assert f"  Q{earlier.number}  " not in text


def test_a_date_that_was_agreed_stays_until_a_new_one_is_confirmed() -> None:
    agreed = date_for_advice(agreed_on=date(2026, 3, 19), asked_by=Party.DIRECTOR)
    found = made("A2", about("A2", agreed_dates=(agreed,)))
    assert "is 21 mei 2026 afgesproken" in plain_text(found.content)
    assert "letter.old_date_stands" in codes(found)


@pytest.mark.parametrize("kind", ["A2", "A4"])
def test_a_date_that_the_director_dictates_is_not_confirmed(kind: str) -> None:
    text = said(kind, date_for_advice(asked_by=Party.DIRECTOR))
    assert "Die datum is niet afgesproken." in text
    assert "is 21 mei 2026 afgesproken" not in text
    assert "geldt nu" not in text


@pytest.mark.parametrize("kind", ["A2", "A4"])
def test_a_date_that_the_council_proposed_is_no_agreement(kind: str) -> None:
    text = said(kind, date_for_advice(asked_by=Party.COUNCIL))
    assert "21 mei 2026 voorgesteld" in text
    assert "21 mei 2026 afgesproken" not in text


def test_the_agreed_date_goes_before_a_later_one_that_nobody_confirmed() -> None:
    proposed = date_for_advice(id="a2", due=date(2026, 7, 1))
    agreed = date_for_advice(agreed_on=date(2026, 3, 19), replaced_by_id="a2")
    assert "geldt nu 21 mei 2026" in said("A4", agreed, proposed)
    confirmed = replace(proposed, agreed_on=date(2026, 4, 20), confirmed_in_id="d4")
    assert "geldt nu 1 juli 2026" in said("A4", agreed, confirmed)


def test_an_own_initiative_was_not_received() -> None:
    whole = about("A2", requests=(replace(REQUEST, legal=ProcedureKind.INITIATIVE, grounds=()),))
    text = plain_text(made("A2", whole).content)
    assert "ontving de" not in text
    assert "(artikel 31 lid 1 WOR)" in text


# -- information (A3) --------------------------------------------------------------------------------------------------


def test_information_is_asked_with_its_purpose_and_without_a_threat() -> None:
    found = made("A3")
    assert "redelijkerwijs nodig voor zijn taak (artikel 31 lid 1 WOR):" in plain_text(found.content)
    assert not {"letter.information_threatens", "letter.information_personal"} & codes(found)
    loud = filled("A3", purpose="Anders gaat de OR naar de kantonrechter.", items=(("De namen van zieke collega’s",),))
    assert {"letter.information_threatens", "letter.information_personal"} <= codes(made("A3", fields=loud))


@pytest.mark.parametrize(
    ("asked", "personal"),
    [
        ("Verzuim per team, zonder namen", False),
        ("Verzuim per team, geen namen, geboortedata of personeelsnummers", False),
        ("Verzuim zonder namen, met geboortedata", True),
        ("Namen van wie zonder contract werkt", True),
    ],
)
def test_who_asks_for_figures_without_names_asks_for_none(asked: str, personal: bool) -> None:
    found = codes(made("A3", fields=filled("A3", items=((asked,),))))
    assert ("letter.information_personal" in found) is personal


def test_questions_alone_are_asked_as_questions() -> None:
    text = plain_text(made("A3", fields=filled("A3", items=())).content)
    assert "verzoekt u deze vragen te beantwoorden:" in text
    assert "de volgende gegevens" not in text


# -- a new date (A4) ---------------------------------------------------------------------------------------------------


def test_a_new_date_is_proposed_and_never_asked_as_deferment() -> None:
    found = made("A4")
    text = plain_text(found.content)
    assert "stelt voor dat zijn antwoord uiterlijk op 1 juli 2026 komt" in text
    assert "gaat de OR er niet van uit dat u akkoord bent" in text
    assert "uitstel" not in text
    asked = filled("A4", reasons="De OR vraagt uitstel.")
    assert "letter.no_deferment" in codes(made("A4", fields=asked))


@pytest.mark.parametrize(("proposed", "code"), [("2026-04-30", "letter.proposed_past"), ("2026-05-21", "letter.same_date")])
def test_a_date_that_cannot_be_proposed_stands_in_the_way(proposed: str, code: str) -> None:
    agreed = date_for_advice(agreed_on=date(2026, 3, 19))
    found = made("A4", about("A4", agreed_dates=(agreed,)), fields=filled("A4", proposed=proposed))
    assert code in {one.code for one in found.blocking}


@pytest.mark.parametrize(
    ("legal", "article"),
    [
        (ProcedureKind.ADVICE, "artikel 25 lid 2"),
        (ProcedureKind.CONSENT, "artikel 27 lid 2"),
        (ProcedureKind.APPOINTMENT, "artikel 30 lid 2"),
    ],
)
def test_a_new_date_names_the_article_of_its_procedure(legal: ProcedureKind, article: str) -> None:
    whole = about("A4", requests=(replace(REQUEST, legal=legal),))
    assert f"({article} WOR)" in made("A4", whole).content.subject


# -- commitments (A5) --------------------------------------------------------------------------------------------------


def test_commitments_are_told_literally_with_room_to_sign() -> None:
    text = plain_text(made("A5").content)
    assert "  T1  “" in text
    assert "Naam | Datum | Handtekening" in text
    assert "ook voor akkoord te ondertekenen" in text


def test_a_confirmation_that_names_two_weeks_lacks_no_date() -> None:
    found = made("A5", reply_due=None)
    assert "graag binnen twee weken" in plain_text(found.content)
    assert "letter.reply_missing" not in codes(found)
    assert [one.weight for one in found.findings if one.code == "letter.reply_in_two_weeks"] == [FindingWeight.NOTE]


def test_a_commitment_of_another_day_asks_for_a_look() -> None:
    assert "letter.commitment_other_day" in codes(made("A5", fields=filled("A5", occasion_on="2026-04-01")))


def test_commitments_are_promised_to_an_answer_only_while_it_is_to_come() -> None:
    assert "neemt deze toezeggingen op in zijn advies" in plain_text(made("A5").content)
    told = Event(id="e9", on=date(2026, 4, 30), kind=FactKind.ADVICE_SENT, text="Advies", request_id="r1")
    answered = plain_text(made("A5", about("A5", events=(*EVENTS, told))).content)
    assert "neemt deze toezeggingen op" not in answered


def test_a_letter_of_before_the_request_came_says_so() -> None:
    found = made("A4", dossier(decision(Outcome.UNDECIDED)), date(2026, 1, 5))
    assert "letter.dated_before_receipt" in {one.code for one in found.blocking}
    assert date(2026, 1, 5) < ASKING_DAY


def test_what_passing_a_date_costs_depends_on_the_right() -> None:
    assert "letter.old_date_stands" in codes(made("A4"))
    consent = replace(REQUEST, legal=ProcedureKind.CONSENT, grounds=("27.1.k",))
    found = codes(made("A4", about("A4", requests=(consent,))))
    assert "letter.old_date_stands_consent" in found
    assert "letter.old_date_stands" not in found
    appointed = replace(REQUEST, legal=ProcedureKind.APPOINTMENT, grounds=("30",))
    assert "letter.old_date_stands_without_appeal" in codes(made("A4", about("A4", requests=(appointed,))))


def test_what_may_be_done_meanwhile_is_no_answer() -> None:
    assert "Dat loopt niet vooruit op het antwoord van de OR." in plain_text(made("A4").content)
    assert "loopt niet vooruit op het antwoord" not in plain_text(made("A4", fields=filled("A4", may_do="")).content)
