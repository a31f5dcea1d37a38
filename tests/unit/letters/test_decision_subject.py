"""A decision whose title begins with "Besluit:" does not say it twice where the words are put together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from orapp.domain.decisions import Decision
from orapp.domain.derivation import deadlines_on, derive
from orapp.domain.requests import Outcome
from orapp.law.book import LawBook
from orapp.law.rule_keys import SUSPENSION
from tests.unit.letters.examples import COUNCIL, decision, dossier
from tests.unit.letters.other_kinds import LATER, TAKEN, about, made
from tests.unit.letters.reading import law, plain_text

TYPED = "Besluit: Uitbesteding groenbeheer"


@pytest.fixture
def book() -> LawBook:
    return law()


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("Besluit: Uitbesteding groenbeheer", "Uitbesteding groenbeheer"),
        ("besluit : uitbesteding", "uitbesteding"),
        ("Ontdekt besluit: sensoren", "sensoren"),
        ("Besluit over de uitbesteding", "Besluit over de uitbesteding"),
        ("Collegebesluit: uitbesteding", "Collegebesluit: uitbesteding"),
        ("Besluit:", "Besluit:"),
    ],
)
def test_the_subject_of_a_decision_is_its_title_without_the_word(title: str, subject: str) -> None:
    assert Decision(id="k1", title=title).subject == subject


def test_letters_and_terms_do_not_say_besluit_twice(book: LawBook) -> None:
    taken = replace(TAKEN, title=TYPED, decided_on=None)
    assert "Het gaat om dit besluit: “Uitbesteding groenbeheer”" in plain_text(
        made("A12a", about("A12a", decisions=(taken,))).content
    )
    whole = dossier(decision(Outcome.NEGATIVE), decisions=(taken,))
    (month,) = (one for one in deadlines_on(whole, book, LATER, COUNCIL.kind) if one.rule == SUSPENSION)
    assert month.start_event.startswith("Uitbesteding groenbeheer. ")
    assert whole.decisions[0].title == TYPED
    unknown = dossier(decision(Outcome.NEGATIVE), decisions=(replace(taken, notices=()),))
    said = [one.text for one in derive(unknown, book, LATER).summary.attention if one.code == "decision_undated"]
    assert [text.startswith("Bij het besluit “Uitbesteding groenbeheer” ontbreekt") for text in said] == [True]
