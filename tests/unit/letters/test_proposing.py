"""Agenda and initiative: what the council puts on the table itself (A6, A8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from orapp.domain.decisions import Resolution, ResolutionKind
from orapp.domain.requests import Outcome, Track
from tests.unit.letters.examples import decision
from tests.unit.letters.other_kinds import about, filled, made
from tests.unit.letters.reading import codes, operative_texts, plain_text


def test_an_agenda_invites_and_tells_each_point_with_its_goal() -> None:
    text = plain_text(made("A6").content)
    assert "nodigt u uit voor de overlegvergadering van 30 juni 2026, 13.00–15.00 uur, raadzaal." in text
    assert "| Verhuizing | artikel 25 | bespreken vóór het advies | voorzitter | 45 | D1 |" in text
    assert text.index("opening") < text.index("| Verhuizing |") < text.index("rondvraag")


@pytest.mark.parametrize(
    ("on", "code"), [("2026-05-01", "letter.meeting_past"), ("2026-05-07", "letter.agenda_late"), ("2026-05-08", "")]
)
def test_an_agenda_comes_seven_days_before(on: str, code: str) -> None:
    found = codes(made("A6", fields=filled("A6", meeting_on=on)))
    assert found & {"letter.meeting_past", "letter.agenda_late"} == ({code} if code else set())


def test_urgency_is_told_in_the_agenda() -> None:
    found = made("A6", fields=filled("A6", meeting_on="2026-05-07", urgent="de huur morgen wordt getekend"))
    assert "letter.agenda_late" not in codes(found)
    assert "omdat de huur morgen wordt getekend." in plain_text(found.content)


def test_a_point_that_is_no_consultation_on_an_article_cannot_prove_one() -> None:
    found = made("A6", fields=filled("A6", items=(("Verhuizing", "informerend", ""),)))
    assert {"letter.agenda_without_article", "letter.item_without_goal"} <= codes(found)


def test_an_initiative_can_be_adopted_as_it_stands_and_asks_a_reasoned_answer() -> None:
    found = made("A8")
    text = plain_text(found.content)
    assert "De OR stelt u voor te besluiten:" in operative_texts(found.content)
    assert "  B1  verhuizing naar de Havenloods" in text
    assert "gedeeltelijk of niet overneemt, met redenen (artikel 23 lid 3 WOR)" in text


def test_an_initiative_names_its_own_resolution_and_not_that_of_another_letter() -> None:
    other = Resolution(id="z2", kind=ResolutionKind.ADOPT_LETTER, on=date(2026, 4, 2), text="A2", request_id="r1", letter_id="l8")
    own = Resolution(id="z3", kind=ResolutionKind.ADOPT_LETTER, on=date(2026, 4, 9), text="A8", request_id="r1", letter_id="x1")
    late = Resolution(id="z4", kind=ResolutionKind.ADOPT_LETTER, on=date(2026, 4, 30), text="A3", request_id="r1", letter_id="l9")
    assert "vastgesteld op 9 april 2026" in plain_text(made("A8", about("A8", resolutions=(other, own, late))).content)
    assert "vastgesteld op" not in plain_text(made("A8", about("A8", resolutions=(other, late))).content)


def test_the_mistakes_of_an_initiative_are_caught() -> None:
    unions = decision(Outcome.UNDECIDED, grounds=(), track=Track.UNIONS)
    found = made("A8", about("A8", alternatives=(), proposed_decisions=(unions,)))
    expected = {"letter.initiative_without_alternative", "letter.initiative_for_unions", "letter.point_without_reason"}
    assert expected <= codes(found)


def test_of_its_own_proposal_the_council_has_no_request_that_lacks_something() -> None:
    found = made("A8")
    assert "ontbreekt in uw aanvraag" not in plain_text(found.content)
    bare = tuple(replace(item, examined="") for item in about("A8").alternatives)
    assert "letter.alternative_not_examined" not in codes(made("A8", about("A8", alternatives=bare)))
