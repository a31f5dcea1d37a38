"""A committee never litigates, a preparing one has no powers, and powers that were handed over show from a paper (art. 15)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from orapp.domain.requests import Outcome
from orapp.letters.compose import compose
from orapp.letters.order import LetterOrder
from tests.unit.letters.examples import ADVICE_DAY, COUNCIL, LETTER, decision, dossier
from tests.unit.letters.other_kinds import made
from tests.unit.letters.reading import book, codes, law

COMMITTEE = {"letter.committee_litigates", "letter.preparing_committee", "letter.committee_unproven"}


def found(name: str = "", *, body: str = "", paper: str = "") -> set[str]:
    """What is found about committees in an advice in this name, on a proposed decision of this body."""
    about = replace(decision(Outcome.POSITIVE), body=body, body_paper_id=paper)
    order = LetterOrder(kind="A9", request_id="r1", dated=ADVICE_DAY, letter=LETTER)
    council = replace(COUNCIL, name=name) if name else COUNCIL
    return set(codes(compose(book(), law(), council, dossier(about), order))) & COMMITTEE


@pytest.mark.parametrize("body", ["", "OR", "de bedrijfscommissie voor de overheid", "BOR"])
def test_a_council_is_asked_nothing(body: str) -> None:
    assert not found(body=body)


def test_a_committee_shows_from_what_paper_its_right_comes() -> None:
    assert found(body="onderdeelcommissie Sociaal Domein") == {"letter.committee_unproven"}
    assert not found(body="onderdeelcommissie Sociaal Domein", paper="p1")
    assert found("Onderdeelcommissie Sociaal Domein") == {"letter.committee_unproven"}


def test_a_preparing_committee_has_no_powers_whatever_paper_there_is() -> None:
    assert found("Voorbereidingscommissie verhuizing", body="vaste commissie", paper="p1") == {"letter.preparing_committee"}


def test_a_committee_announces_no_appeal_of_its_own() -> None:
    assert "letter.committee_litigates" in codes(made("A12b", council=replace(COUNCIL, name="Onderdeelcommissie Veiligheid")))
    assert not COMMITTEE & set(codes(made("A12b")))


def test_other_letters_lean_on_no_such_right() -> None:
    assert not COMMITTEE & set(codes(made("A13", council=replace(COUNCIL, name="Onderdeelcommissie Veiligheid"))))
