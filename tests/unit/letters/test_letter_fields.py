"""What was filled in is read as its kind, or told as unreadable: no value that somebody typed breaks a letter."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from orapp.domain.letters import Letter, LetterField
from orapp.letters.content import Block, BulletList, CodedList, Paragraph, Run, Table
from orapp.letters.letter_fields import FieldOutline, LetterFieldKind, is_filled, sentence_fields, typed_rows, value_of
from tests.unit.letters.other_kinds import filled, made
from tests.unit.letters.reading import codes


def letter(value: str = "", rows: tuple[tuple[str, ...], ...] = ()) -> Letter:
    """A letter with one field."""
    return Letter(id="x1", kind="A4", fields=(LetterField(key="it", value=value, rows=rows),))


def field(kind: LetterFieldKind, **changes: Any) -> FieldOutline:
    """The outline of that field."""
    return FieldOutline(key="it", label="Dit", kind=kind, **changes)


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (LetterFieldKind.DATE, "2026-07-01", date(2026, 7, 1)),
        (LetterFieldKind.DATE, "1 juli 2026", None),
        (LetterFieldKind.DATE, "2026-02-30", None),
        (LetterFieldKind.MONEY, "480000", 480_000),
        (LetterFieldKind.MONEY, "0", 0),
        (LetterFieldKind.MONEY, "-1", None),
        (LetterFieldKind.MONEY, "4.800", None),
        (LetterFieldKind.MONEY, "٣", None),
        (LetterFieldKind.MONEY, "9" * 5000, None),
        (LetterFieldKind.NUMBER, "-3", -3),
        (LetterFieldKind.NUMBER, "--3", None),
        (LetterFieldKind.NUMBER, "", None),
        (LetterFieldKind.LINE, " twee\nregels ", "twee regels"),
        (LetterFieldKind.TEXT, "twee\nregels", "twee\nregels"),
    ],
)
def test_a_value_is_read_as_its_kind(kind: LetterFieldKind, typed: str, value: object) -> None:
    assert value_of(field(kind), letter(typed)) == value


def test_a_choice_that_does_not_exist_is_none() -> None:
    chosen = field(LetterFieldKind.CHOICE, options={"yes": "wel"})
    assert value_of(chosen, letter("yes")) == "yes"
    assert sentence_fields((chosen,), letter("yes")) == {"f_it": "yes", "f_it_words": "wel"}
    assert value_of(chosen, letter("no")) == ""
    assert sentence_fields((chosen,), letter("no")) == {"f_it": "", "f_it_words": ""}


def test_empty_rows_are_no_rows() -> None:
    assert typed_rows(letter(rows=(("", " "), (), ("a",))), "it") == (("a",),)
    assert not is_filled(field(LetterFieldKind.ROWS, columns=("x",)), letter(rows=(("", ""),)))
    assert typed_rows(None, "it") == ()


def test_nothing_is_filled_in_without_a_letter() -> None:
    for kind in LetterFieldKind:
        assert not is_filled(field(kind), None)
    assert is_filled(field(LetterFieldKind.MONEY), letter("0"))


def test_what_cannot_be_read_stands_in_the_way() -> None:
    found = made("A4", fields=filled("A4", proposed="morgen"))
    assert "letter.field_unreadable" in {one.code for one in found.blocking}
    wrong = made("A12c", fields=filled("A12c", gives_up="alles"))
    assert "letter.field_unreadable" in codes(wrong)


def test_rows_that_are_too_short_or_too_long_make_a_table_all_the_same() -> None:
    rows = (("Antwoorden",), ("Advies", "OR", "1 juli", "te veel", "nog meer"))
    found = made("A4", fields=filled("A4", calendar=rows))
    table = next(block for section in found.content.sections for block in section.blocks if isinstance(block, Table))
    assert [len(row) for row in table.rows] == [3, 3]


def test_a_hundred_thousand_characters_stand_in_the_letter_whole() -> None:
    long = "woord " * 17_000
    found = made("A4", fields=filled("A4", reasons=long))
    assert max(len(text) for _, text in found.content.texts()) >= len(long) - 1


def written(typed: str) -> list[Block]:
    """The blocks that a field of more lines gives."""
    found = made("A4", fields=filled("A4", reasons=typed))
    return [block for section in found.content.sections for block in section.blocks if ".reasons." in block.key]


def test_a_field_of_more_lines_is_written_in_the_signs_of_the_own_words() -> None:
    paragraph, listed, steps = written("Er is **geen** antwoord.\n\n- De huur\n- De planning\n\n1. Eerst dit\n2. Dan dat")
    assert isinstance(paragraph, Paragraph)
    assert [(run.text, run.bold) for run in paragraph.runs] == [("Er is ", False), ("geen", True), (" antwoord.", False)]
    assert isinstance(listed, BulletList)
    assert ["".join(run.text for run in item) for item in listed.items] == ["De huur", "De planning"]
    assert isinstance(steps, CodedList)
    assert [item.code for item in steps.items] == ["1.", "2."]


def test_a_field_in_plain_words_gives_a_paragraph_a_line() -> None:
    found = written(" Eerste regel. \n\nTweede regel, 2 * 3.")
    assert [block.key.rsplit(".", 1)[-1] for block in found] == ["1", "2"]
    assert [block.runs for block in found if isinstance(block, Paragraph)] == [
        (Run(text="Eerste regel."),),
        (Run(text="Tweede regel, 2 * 3."),),
    ]


def test_a_reference_in_a_field_to_what_is_gone_stands_in_the_way() -> None:
    found = made("A4", fields=filled("A4", reasons="Zie [[weg]]."))
    assert "letter.reference_gone" in {one.code for one in found.blocking}
