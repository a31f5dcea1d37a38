"""Words written for an OR are the same for an OR, and carry the short name of any other body."""

from __future__ import annotations

import pytest

from orapp.domain.council import CouncilKind
from orapp.domain.own_name import long_name, spoken_by


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("De OR oordeelt.", "De GOR oordeelt."),
        ("OR", "GOR"),
        ("OR-besluit vastleggen", "GOR-besluit vastleggen"),
        ("&Secretaris (OR-lid)", "&Secretaris (GOR-lid)"),
        ("Art. 7 WOR laat de voorzitter de OR vertegenwoordigen", "Art. 7 WOR laat de voorzitter de GOR vertegenwoordigen"),
    ],
)
def test_the_name_is_put_in(words: str, said: str) -> None:
    assert spoken_by(words, "GOR") == said
    assert spoken_by(words, "OR") == words


@pytest.mark.parametrize(
    "words", ["OR, GOR, COR, commissie of BOR", "de soort raad (OR)", "Bijvoorbeeld: OR Lindewaard", "GOR", "WOR", "VOORBEELD"]
)
def test_a_list_of_kinds_and_an_example_of_a_name_stay(words: str) -> None:
    assert spoken_by(words, "PVT") == words


def test_a_pvt_is_feminine() -> None:
    assert spoken_by("of het verder gaat dan zijn instemming: dat vindt de OR", "PVT").startswith("of het verder gaat dan haar")
    assert "zijn instemming" in spoken_by("verder dan zijn instemming: dat vindt de OR", "COR")


def test_every_kind_of_body_has_a_name_in_full() -> None:
    assert long_name("GOR") == "groepsondernemingsraad"
    assert len({long_name(kind.value.upper()) for kind in CouncilKind}) == len(CouncilKind)
