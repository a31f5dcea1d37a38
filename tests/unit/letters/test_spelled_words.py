"""Which words are checked, what passes, that each word is asked once, and what a text block fills."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from orapp.domain.council import Council, CouncilKind, Member
from orapp.domain.dossier import Dossier, DossierKind
from orapp.domain.text_blocks import TextBlock, filled, left_open, unknown_fields
from orapp.letters.spelled_words import is_known, known_words, spelled_words
from orapp.services.council import check_text_block
from orapp.services.failures import Refusal
from orapp.services.spelling import SpellingService

COUNCIL = Council(id="c", name="OR Eikenrode", kind=CouncilKind.OR, organisation="Zorggroep Eikenrode")


class Counting:
    def __init__(self) -> None:
        self.asked: list[str] = []

    def misspelled(self, words: Sequence[str]) -> frozenset[str]:
        self.asked += words
        return frozenset(word for word in words if word.endswith("x"))

    def suggestions(self, word: str) -> tuple[str, ...]:
        self.asked.append(word)
        return (word.rstrip("x"),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("De OR adviseert over V2 en D13.", ["De", "adviseert", "over", "en"]),
        ("zo’n collega’s", ["zo'n", "collega's"]),
        ("Zie www.voorbeeld.nl of mail or@or.example.nl in 2026-014", ["Zie", "of", "mail", "in"]),
        ("een OR-lid van IenW, WOR-bestuurder", ["een", "van"]),
        ("vijf-en-twintig wóórden\u2028verder", ["vijf-en-twintig", "wóórden", "verder"]),
        ("😀 fout", ["fout"]),
        ("", []),
    ],
)
def test_words_that_are_checked(text: str, words: list[str]) -> None:
    found = list(spelled_words(text))
    assert [one.text for one in found] == words
    assert all(text[one.start :].replace("’", "'").startswith(one.text) for one in found)


def test_names_and_own_words_pass_with_their_genitive_and_in_compounds() -> None:
    council = replace(COUNCIL, own_words=("deelraadje",), members=(Member(id="m", name="Jansje Dykstra"),))
    dossier = Dossier(
        id="d",
        reference="2026-1",
        title="Verhuyzing",
        kind=DossierKind.ADVICE_REQUEST,
        opened_on=date(2026, 1, 5),
        organisation="Bosq",
    )
    known = known_words(council, dossier)
    assert all(is_known(word, known) for word in ("Dykstra", "Dykstra’s", "Eikenrodes", "Deelraadje", "Jansje-Dykstra", "Bosq"))
    # A title is typed by somebody: it may be misspelled itself.
    assert not is_known("Verhuyzing", known)


def test_each_word_is_asked_once() -> None:
    speller = Counting()
    service = SpellingService(speller)
    assert service.known("goed") is None
    service.check(["goed", "foutx"])
    service.check(["goed", "foutx", "nieuw"])
    assert speller.asked == ["foutx", "goed", "nieuw"]
    assert (service.known("goed"), service.known("foutx")) == (False, True)
    assert service.suggestions("foutx") == service.suggestions("foutx") == ("fout",)
    assert speller.asked.count("foutx") == 2


def test_fields_are_filled_and_nothing_else_is() -> None:
    text = "Over {{titel}} ({{ dossier }}): {{onbekend}} {{ __class__ }} {{datum}} {titel}"
    values = {"titel": "{{dossier}} & meer", "dossier": "2026-014", "onbekend": "nee"}
    assert filled(text, values) == "Over {{dossier}} & meer (2026-014): {{onbekend}} {{ __class__ }} {{datum}} {titel}"
    assert unknown_fields(text) == ("onbekend", "__class__")
    assert left_open(text, values) == ("datum",)


@pytest.mark.parametrize(
    ("name", "text", "code"), [(" ", "x", "no_name"), ("Aanhef", " ", "no_text"), ("groet", "x", "name_taken")]
)
def test_a_text_block_that_could_not_be_found_is_refused(name: str, text: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_text_block(TextBlock(id="2", name=name, text=text), (TextBlock(id="1", name="Groet", text="Met groet"),))
    assert refused.value.code == f"text_block.{code}"
