"""What a preview must know of a house style, read from its template."""

from __future__ import annotations

from pathlib import Path

import pytest

from orapp.documents.house_style import STYLES_USED, UnusableHouseStyle
from orapp.documents.page_look_reading import read_page_look
from orapp.documents.second_level import STYLE as SECOND
from orapp.services.klassiek_page import KLASSIEK_PAGE

TEMPLATES = Path(__file__).parents[2] / "resources" / "templates"


def test_what_the_program_draws_by_itself_is_the_klassiek_that_ships() -> None:
    assert read_page_look((TEMPLATES / "klassiek.docx").read_bytes()) == KLASSIEK_PAGE


def test_modern_is_read_with_its_letters_lines_and_places() -> None:
    look = read_page_look((TEMPLATES / "modern.docx").read_bytes())
    assert {name for name, _ in look.styles} == {*STYLES_USED, SECOND} - {"Tabel"}
    heading = look.style("Kop1")
    assert (heading.points, heading.bold, heading.colour, heading.first) == (13, True, "0B5A60", -31.2)
    assert heading.number is not None
    assert heading.number.pattern == "%1"
    assert look.style("KopZonderNummer").number is None
    assert [(rule.side, rule.colour) for rule in look.style("Besluit").rules] == [("left", "0B5A60")]
    assert look.style("Besluit").fill == "E8F1F1"
    assert look.table.head_fill == "0B5A60"
    opening = [place for row in look.opening for _, lines in row.cells for line in lines for place in line.places]
    assert opening == ["confidentiality", "addressee", "reference.label", "reference.value", "subject", "salutation"]
    assert [row.repeated for row in look.opening] == [False, False, False, True, False, False]
    assert look.first_foot[0].cells[0][1][0].places == ("sender.short", "page", "pages")
    assert look.first_head != look.later_head


def test_what_is_no_word_file_has_no_look() -> None:
    with pytest.raises(UnusableHouseStyle):
        read_page_look(b"PK no")
