"""A sentence that leads to a list stands only where that list follows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from orapp.domain.letters import SectionText
from orapp.domain.requests import Outcome
from tests.unit.letters.examples import ADVICE_DAY, LETTER, consent_decision, consent_dossier, decision, dossier
from tests.unit.letters.other_kinds import LATER, about, filled, made
from tests.unit.letters.reading import plain_text, write

COURSE = "De procedure is als volgt verlopen:"


def test_without_events_an_advice_does_not_announce_the_course() -> None:
    heard = SectionText(section="influence", text="Het advies kon nog invloed hebben.")
    letter = replace(LETTER, texts=(heard,))
    whole = dossier(decision(Outcome.NEGATIVE))
    told = plain_text(write(whole, "A9", ADVICE_DAY, letter=letter).content)
    assert COURSE in told
    bare = plain_text(write(replace(whole, events=()), "A9", ADVICE_DAY, letter=letter).content)
    assert COURSE not in bare
    assert "Het advies kon nog invloed hebben." in bare


def test_without_papers_a_letter_does_not_announce_them_before_its_expert() -> None:
    advice = write(dossier(decision(Outcome.NEGATIVE), papers=()), "A9", ADVICE_DAY)
    consent = write(consent_dossier(consent_decision(Outcome.CONSENT), papers=(), events=()), "A10", ADVICE_DAY)
    for found, lead in ((advice, "baseert dit oordeel op"), (consent, "heeft de volgende stukken gebruikt")):
        assert lead not in plain_text(found.content)
    assert COURSE not in plain_text(consent.content)


@pytest.mark.parametrize(("kind", "lead"), [("A12c", "doet dit in vertrouwen op:"), ("A19a", "meldt u het volgende:")])
def test_a_lead_that_fits_each_of_several_places_waits_for_the_first_that_is_filled(kind: str, lead: str) -> None:
    typed = {"A12c": {"against": "Het gesprek van 12 juni."}, "A19a": {"seen": "Er is al gehuurd."}}[kind]
    bare = about(kind, commitments=(), decisions=())
    said = plain_text(made(kind, bare, LATER, fields=filled(kind, **typed)).content)
    assert said.index(lead) < said.index(next(iter(typed.values())))
