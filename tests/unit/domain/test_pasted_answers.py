"""Answers from Word land at their question: by code, by number, with the question repeated above them, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orapp.domain.assessment import Question
from orapp.domain.pasted_answers import cut

QUESTIONS = tuple(
    Question(id=f"q{number}", number=number, text=text)
    for number, text in (
        (1, "Waarom een bv en geen gemeenschappelijke regeling?"),
        (2, "Wat kost het?"),
        (3, "Wanneer begint het?"),
    )
)


def landed(text: str) -> dict[str, str]:
    return {piece.question_id: piece.text for piece in cut(text, QUESTIONS)}


@pytest.mark.parametrize(
    "text",
    [
        "Q1 Omdat.\nQ2 Twee ton.\nQ3 In mei.",
        "Vraag 1: Omdat.\r\nVraag 2: Twee ton.\r\nVraag 3: In mei.",
        "1.\tOmdat.\n2.\tTwee ton.\n3.\tIn mei.",
        "1) Omdat.\n2) Twee ton.\n3) In mei.",
        "Antwoord op vraag 1\nOmdat.\n\nAntwoord op vraag 2\nTwee ton.\n\nAntwoord op vraag 3\nIn mei.",
        "Vraag nr. 1 – Omdat.\nvraag 2. Twee ton.\nQ3: In mei.",
    ],
)
def test_each_way_of_numbering_is_read(text: str) -> None:
    assert landed(text) == {"q1": "Omdat.", "q2": "Twee ton.", "q3": "In mei."}


def test_the_question_above_the_answer_is_left_out() -> None:
    text = "1. Waarom een bv en geen gemeenschappelijke regeling?\nAntwoord: Omdat het sneller kan.\n2. Wat kost het?\nTwee ton."
    assert landed(text) == {"q1": "Omdat het sneller kan.", "q2": "Twee ton."}


def test_numbered_points_inside_an_answer_stay_in_it() -> None:
    assert landed("Q1 Twee redenen:\n1. snel\n2. goedkoop\nQ2 Twee ton.")["q1"] == "Twee redenen:\n1. snel\n2. goedkoop"
    assert landed("2. Het kost:\n1. veel\n3. In mei.") == {"q2": "Het kost:\n1. veel", "q3": "In mei."}


def test_what_belongs_nowhere_is_shown_too() -> None:
    assert landed("Geachte OR,\n\nQ2 Twee ton.") == {"": "Geachte OR,", "q2": "Twee ton."}
    assert landed("Wij antwoorden later.") == {"": "Wij antwoorden later."}


def test_a_year_or_an_amount_is_no_number_of_a_question() -> None:
    assert landed("Q1 Omdat.\n2026 is te vroeg.\n3.500 euro") == {"q1": "Omdat.\n2026 is te vroeg.\n3.500 euro"}
    assert landed("1. Omdat.\n3.500 euro") == {"q1": "Omdat.\n3.500 euro"}


@given(st.text(alphabet="Qq123.: \n\tVvraagntwod", max_size=200))
def test_no_question_gets_two_pieces_and_any_text_can_be_pasted(text: str) -> None:
    ids = [piece.question_id for piece in cut(text, QUESTIONS)]
    assert len(ids) == len(set(ids))
    assert all(piece.text for piece in cut(text, QUESTIONS))
