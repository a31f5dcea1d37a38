"""Sentences are field, filter and if, and nothing else; a complaint names file and place."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orapp.letters.sentences import LetterDataError, Sentences
from tests.unit.letters.reading import book


def sentences(text: str, *fields: str) -> Sentences:
    return Sentences({"zin": ("proef", text, frozenset(fields))})


@pytest.mark.parametrize(
    "text",
    [
        "{% for x in naam %}{{ x }}{% endfor %}",
        "{{ naam() }}",
        "{{ naam.upper() }}",
        "{{ naam.__class__ }}",
        "{{ naam['a'] }}",
        "{{ naam[0] }}",
        "{% set naam = 1 %}",
        "{% macro m() %}{% endmacro %}",
        "{% include 'x' %}",
        "{{ naam + 1 }}",
        "{{ naam == 1 }}",
        "{{ naam is defined }}",
        "{{ naam|attr('x') }}",
        "{{ [naam] }}",
        "{{ naam if naam else naam }}",
        "{% if naam %}",
        "{{ naam",
    ],
)
def test_everything_else_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(LetterDataError) as caught:
        sentences(text, "naam")
    assert caught.value.file == "proef"
    assert "zin zin" in caught.value.place


def test_an_undeclared_field_is_refused() -> None:
    with pytest.raises(LetterDataError, match="geheim"):
        sentences("{{ geheim }}", "naam")


def test_fields_filters_and_if_are_written() -> None:
    found = sentences("{% if dag and not niet %}Op {{ dag|date }}{% endif %} {{ codes|codes }}", "dag", "codes", "niet")
    assert found.write("zin", {"dag": date(2026, 5, 1), "codes": ("B2", "B1"), "niet": ""}) == "Op 1 mei 2026 B1 en B2"


def test_a_field_without_value_or_of_the_wrong_kind_is_a_fault_of_the_data() -> None:
    found = sentences("{{ dag|date }}", "dag")
    with pytest.raises(LetterDataError, match="dag"):
        found.write("zin", {})
    with pytest.raises(LetterDataError, match="filter"):
        found.write("zin", {"dag": None})


@given(st.text())
def test_a_value_is_never_read_as_a_sentence(text: str) -> None:
    assert sentences("[{{ naam }}]", "naam").write("zin", {"naam": text}) == f"[{text}]"
    assert sentences("[{{ naam }}]", "naam").write("zin", {"naam": "{{ 7|e }}{% for %}"}) == "[{{ 7|e }}{% for %}]"


def test_no_sentence_has_double_spaces_or_a_space_before_a_stop() -> None:
    for sentence in book().sentences.all.values():
        assert "  " not in sentence.text, sentence.key
        assert " ." not in sentence.text, sentence.key
        assert " ," not in sentence.text, sentence.key


def test_no_sentence_says_mits_or_dictates_law_wrongly() -> None:
    for sentence in book().sentences.all.values():
        words = sentence.text.casefold()
        assert "mits" not in words, sentence.key
        assert "economisch delict" not in words, sentence.key
        assert "berusten" not in words, sentence.key
        assert "compleet" not in words, sentence.key
        assert "zes weken" not in words, sentence.key


def test_the_verbs_are_not_mixed() -> None:
    for sentence in book().sentences.all.values():
        if sentence.file == "consent":
            assert "adviseer" not in sentence.text, sentence.key
        if sentence.file == "advice":
            assert "stemt in" not in sentence.text, sentence.key
            assert "stemt niet in" not in sentence.text, sentence.key
