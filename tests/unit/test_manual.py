"""The manual: pages by place and by words."""

from __future__ import annotations

from pathlib import Path

import pytest

from orapp.services.manual import Manual, read_manual

TEXTS = {
    "10-begin": "# Beginnen\n\nMaak eerst een archief. Zie [de sleutel](20-sleutel.md).",
    "20-sleutel": "# De sleutel\n\nDe **wachtzin** opent het archief.\n\n![Een venster](sleutel.png)",
    "30-stukken": "# Stukken\n\nSleep een bestand in het venster.",
}
PLACES = {"dossier": "10-begin", "dossier/documents": "30-stukken"}


@pytest.fixture
def manual() -> Manual:
    return read_manual(TEXTS, PLACES, Path("resources/help"))


def test_a_place_has_its_page_or_that_of_what_holds_it(manual: Manual) -> None:
    assert manual.at("dossier/documents").key == "30-stukken"
    assert manual.at("dossier/course").key == "10-begin"
    assert manual.at("nergens").key == "10-begin"


def test_words_are_found_by_their_beginning_the_title_first(manual: Manual) -> None:
    assert [found.page.key for found in manual.find("sleu")] == ["20-sleutel", "10-begin"]
    assert [found.page.key for found in manual.find("arch wacht")] == ["20-sleutel"]
    assert manual.find("") == ()
    assert manual.find("(") == ()


def test_marks_pictures_and_targets_are_no_text(manual: Manual) -> None:
    assert manual.pages[1].plain == "De wachtzin opent het archief."
    assert "md" not in manual.pages[0].plain


def test_a_page_without_a_heading_is_refused() -> None:
    with pytest.raises(ValueError, match="10-leeg"):
        read_manual({"10-leeg": "Tekst"}, {}, Path())
