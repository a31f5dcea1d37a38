"""How a text reads is counted: sentences, long ones, long words and the passive; and nothing is judged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orapp.letters.readability import LONG_SENTENCE, measure


def test_sentences_and_words_are_counted() -> None:
    found = measure("De OR adviseert. Wij vragen 3 dingen!\nNog een zin zonder punt")
    assert (found.sentences, found.words) == (3, 12)
    assert found.average == 4


@pytest.mark.parametrize(
    "text", ["Dit volgt uit art. 25 lid 1 WOR.", "De heer A. de Vries is er.", "Dat kost € 4.800,50 per jaar.", "Zie o.a. D1."]
)
def test_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert measure(text).sentences == 1


def test_long_sentences_and_words_are_given_as_they_stand() -> None:
    long = " ".join(["woord"] * (LONG_SENTENCE + 1)) + "."
    found = measure(f"Kort. {long} De ondernemingsraad vraagt om verantwoordelijkheden.")
    assert found.long_sentences == (long,)
    assert found.long_words == ("verantwoordelijkheden",)


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("Het besluit wordt genomen.", True),
        ("De plannen werden door u uitgewerkt.", True),
        ("Er is gebleken dat de toelage zal worden verlaagd.", True),
        ("Het wordt koud.", False),
        ("De OR neemt het besluit.", False),
    ],
)
def test_the_passive_is_seen(text: str, passive: bool) -> None:
    assert bool(measure(text).passives) is passive


@given(st.text(max_size=200))
def test_any_text_is_measured(text: str) -> None:
    found = measure(text)
    assert found.words >= found.sentences >= 0
    assert len(found.long_sentences) <= found.sentences
