"""Dutch as a letter writes it: dates, lists, codes, numbers, money."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orapp.letters import wording


def test_dates_and_periods() -> None:
    assert wording.day(date(2025, 11, 20)) == "20 november 2025"
    assert wording.period(date(2025, 10, 6), date(2025, 10, 17)) == "van 6 tot en met 17 oktober 2025"
    assert wording.period(date(2026, 2, 24), date(2026, 3, 3)) == "van 24 februari tot en met 3 maart 2026"
    assert wording.period(date(2025, 12, 30), date(2026, 1, 2)) == "van 30 december 2025 tot en met 2 januari 2026"
    assert wording.period(date(2026, 1, 2), None) == "op 2 januari 2026"
    assert wording.period(None, None) == ""


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        ((), ""),
        (("V1",), "V1"),
        (("V2", "V1"), "V1 en V2"),
        (("B1", "B2", "B3"), "B1 tot en met B3"),
        (("V1", "V4", "V5", "V6"), "V1 en V4 tot en met V6"),
        (("B1", "B2", "B4"), "B1, B2 en B4"),
        (("V10", "V9", "V2"), "V2, V9 en V10"),
        (("V1", "V1"), "V1"),
        (("T2", "V1"), "T2 en V1"),
        (("zonder code", "V1"), "V1 en zonder code"),
    ],
)
def test_codes(codes: tuple[str, ...], text: str) -> None:
    assert wording.coded(codes) == text


def test_lists_and_plurals() -> None:
    assert wording.listed(["a", "", "b", "c"]) == "a, b en c"
    assert wording.plural(("V1",), "is", "zijn") == "is"
    assert wording.plural((), "is", "zijn") == "zijn"
    assert wording.plural(1, "bijlage", "bijlagen") == "bijlage"
    assert wording.many((1, 2))
    assert not wording.many(())
    assert not wording.many(1)


def test_numbers_and_money() -> None:
    assert wording.in_letters(1) == "één"
    assert wording.in_letters(13) == "13"
    assert wording.tenths(269) == "26,9"
    assert wording.tenths(-5) == "-0,5"
    assert wording.money(480_000) == "€\u00a04.800"
    assert wording.money(480_050) == "€\u00a04.800,50"
    assert wording.share(171, 260) == "65,8\u00a0%"
    assert wording.share(3, 0) == ""


def test_full_stops() -> None:
    assert wording.full_stop("Ja") == "Ja."
    assert wording.full_stop("Waarom?") == "Waarom?"
    assert wording.full_stop("") == ""
    assert wording.no_stop("Een zin.") == "Een zin"
    assert wording.no_stop("Lindewerk B.V.") == "Lindewerk B.V."
    assert wording.no_stop("en zo verder...") == "en zo verder..."


def test_versions() -> None:
    assert wording.version("v1.0") == "1.0"
    assert wording.version("versie 3") == "3"
    assert wording.version("plan van aanpak versie 1.0") == "1.0"
    assert wording.version("voorlopig") == "voorlopig"


@given(st.text())
def test_typed_text_keeps_its_characters(text: str) -> None:
    """Only spaces and line ends may go; a control character stays, so that it can be refused with its place."""
    bare = [letter for letter in text if letter not in " \t\r\n"]
    assert [letter for letter in "".join(wording.paragraphs(text)) if letter not in " \t"] == bare
    assert [letter for letter in wording.one_line(text) if letter != " "] == bare
