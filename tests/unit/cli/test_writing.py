"""What a command writes is one line where it says one line, and steers no terminal."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orapp.cli.writing import as_json, error_line, line, plain, table


@given(st.text())
def test_a_line_is_one_line_without_steering_signs(text: str) -> None:
    said = plain(text)
    assert len(said.splitlines()) <= 1
    assert "\x1b" not in said
    assert "\u202e" not in said


def test_words_stay_as_they_are() -> None:
    assert plain("Café “De Brug” — €\u00a010 🙂") == "Café “De Brug” — € 10 🙂"


def test_a_table_stands_in_columns(capsys: pytest.CaptureFixture[str]) -> None:
    table(("kenmerk", "titel"), [("2026-001", "Eén\nregel"), ("2026-0010", "Twee")])
    assert capsys.readouterr().out == "kenmerk    titel\n2026-001   Eén regel\n2026-0010  Twee\n"


def test_json_has_dates_and_accents(capsys: pytest.CaptureFixture[str]) -> None:
    as_json({"day": date(2026, 11, 20), "none": None, "text": "één"})
    written = capsys.readouterr().out
    assert "één" in written
    assert json.loads(written) == {"day": "2026-11-20", "none": None, "text": "één"}


def test_json_refuses_what_it_does_not_know() -> None:
    with pytest.raises(TypeError):
        as_json({"x": object()})


def test_an_error_goes_to_the_error_output(capsys: pytest.CaptureFixture[str]) -> None:
    error_line("regel een\nregel twee")
    line("uit")
    said = capsys.readouterr()
    assert said.err == "orapp: regel een regel twee\n"
    assert said.out == "uit\n"
