"""A sentence is found by its code, and everything that is wrong with the data is found when it is loaded."""

from __future__ import annotations

from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orapp.texts.sentences import BrokenText, MissingField, Texts, UnknownText


class Colour(StrEnum):
    RED = "red"


def texts(**tables: dict[str, object]) -> Texts:
    return Texts.load(tables)


def test_a_sentence_is_filled_with_its_fields() -> None:
    assert texts(archive={"archive": {"full": "De schijf van {path} is vol."}}).say("archive.full", path="x") == (
        "De schijf van x is vol."
    )


def test_a_code_with_dots_may_stand_between_quotation_marks() -> None:
    assert texts(a={"import.newer": "Te nieuw."}).say("import.newer") == "Te nieuw."


def test_numbers_and_paths_are_fields_too() -> None:
    assert texts(a={"n": "{count} dossiers"}).say("n", count=3) == "3 dossiers"


def test_more_fields_than_needed_do_no_harm() -> None:
    assert texts(a={"n": "Klaar."}).say("n", place="title", code="x") == "Klaar."


def test_an_unknown_code_is_a_defect() -> None:
    with pytest.raises(UnknownText):
        texts(a={"n": "Klaar."}).say("m")


def test_a_missing_field_is_a_defect() -> None:
    with pytest.raises(MissingField, match="n: path"):
        texts(a={"n": "{path}"}).say("n")


def test_a_code_in_two_files_is_refused() -> None:
    with pytest.raises(BrokenText, match="two files"):
        texts(a={"n": "Een."}, b={"n": "Twee."})


@pytest.mark.parametrize("text", ["{}", "{0}", "{path.parent}", "{path[0]}", "{path!r}", "{path:>10}", "{path", "path}"])
def test_only_bare_fields_are_allowed(text: str) -> None:
    with pytest.raises(BrokenText):
        texts(a={"n": text})


@pytest.mark.parametrize("value", ["", "   ", 3, True, ["x"]])
def test_a_sentence_is_a_text(value: object) -> None:
    with pytest.raises(BrokenText):
        texts(a={"n": value})


def test_doubled_braces_are_braces() -> None:
    assert texts(a={"n": "{{council}}"}).say("n") == "{council}"


def test_the_fields_of_a_sentence_are_known() -> None:
    assert texts(a={"n": "{path} en {size}"}).fields("n") == {"path", "size"}


@given(st.text(min_size=1))
def test_what_is_filled_in_is_not_read_again(value: str) -> None:
    assert texts(a={"n": "«{value}»"}).say("n", value=value) == f"«{value}»"


def test_a_label_is_found_by_member_and_by_value() -> None:
    labels = texts(labels={"Colour": {"red": "rood"}})
    assert labels.label(Colour.RED) == labels.label_of("Colour", "red") == "rood"


def test_a_label_that_is_not_there_is_a_defect() -> None:
    with pytest.raises(UnknownText):
        texts(labels={}).label(Colour.RED)


def test_labels_are_no_sentences() -> None:
    assert texts(labels={"Colour": {"red": "rood"}}).codes() == ()
