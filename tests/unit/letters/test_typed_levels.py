"""Two levels of lists in the council's own words: a point, a number or an item has points below it, counted anew below each."""

from __future__ import annotations

from orapp.letters.content import BulletList, CodedList
from orapp.letters.typed_lines import lines_of, text_of
from orapp.letters.typed_text import text_from
from tests.unit.letters.test_typed_text import blocks


def test_a_second_level_stands_below_a_number_a_point_and_an_item_and_begins_anew_below_each() -> None:
    text = (
        "1. eerst\n  a. een\n  b. twee\n2. dan\n  a. drie\n  - vier\n\n- punt\n  a. vijf\n- nog een\n"
        "\n+ [[v1]] Behoud.\n: Toetsing: zo\n  a. zes"
    )
    numbered, bullets, coded = blocks(text)
    assert isinstance(numbered, CodedList)
    assert isinstance(bullets, BulletList)
    assert isinstance(coded, CodedList)
    assert [(item.code, item.level) for item in numbered.items] == [
        ("1.", 0),
        ("a.", 1),
        ("b.", 1),
        ("2.", 0),
        ("a.", 1),
        ("–", 1),
    ]
    assert bullets.marks == ("", "a.", "")
    assert [(item.code, item.level, item.details) for item in coded.items] == [("V1", 0, (("Toetsing", "zo"),)), ("a.", 1, ())]
    assert text_from([numbered, bullets, coded]) == text


def test_two_spaces_without_a_point_above_say_nothing() -> None:
    assert text_of(lines_of("Tekst.\n  - een\n  - twee\n - drie\n\t- vier")) == "Tekst.\n- een\n- twee\n- drie\n  - vier"
    assert [type(block) for block in blocks("- \n  a. los")] == [CodedList]
