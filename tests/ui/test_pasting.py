"""What was copied in Word or Excel, and what is no table at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orapp.ui.kit.pasting import MOST_ROWS, PastedRows, place_rows, rows_of_html, rows_of_text, without_numbering

COLUMNS = (("text", ("Voorwaarde", "")), ("due", ("Uiterlijk", "Datum")), ("who", ("Wie", "")))


def placed(rows: list[list[str]]) -> list[dict[str, str]]:
    return list(place_rows(rows, COLUMNS, "text").rows)


@pytest.mark.parametrize(
    ("given_", "left"),
    [
        ("1. Wie?", "Wie?"),
        ("12) Wie?", "Wie?"),
        ("(3) Wie?", "Wie?"),
        ("1.2.3 Wie?", "Wie?"),
        ("a. wie?", "wie?"),
        ("V2 Terugkeer", "Terugkeer"),
        ("Q3: wie?", "wie?"),
        ("• Wie?", "Wie?"),
        ("\uf0b7  Wie?", "Wie?"),
        ("- Wie?", "Wie?"),
        ("2026 was een goed jaar", "2026 was een goed jaar"),
        ("B2 is onduidelijk", "B2 is onduidelijk"),
        ("1.2 miljoen euro", "1.2 miljoen euro"),
        ("A. Jansen vroeg dit", "A. Jansen vroeg dit"),
        ("3 leden", "3 leden"),
        ("1.", "1."),
        ("", ""),
    ],
)
def test_numbering_is_taken_off_and_words_are_not(given_: str, left: str) -> None:
    assert without_numbering(given_) == left


def test_a_table_of_word_with_its_paragraphs() -> None:
    html = """<html><head><style>td {x}</style></head><body><!--StartFragment--><table border=1>
    <tr><td><p class=MsoNormal><b>Voorwaarde</b><o:p></o:p></p></td><td><p>Wie</p></td></tr>
    <tr><td><p>Terugkeer voor
    drie&nbsp;jaar</p><p>Met garantie</p></td><td>College &amp; raad</td></tr></table><!--EndFragment--></body></html>"""
    rows = rows_of_html(html)
    assert rows == [["Voorwaarde", "Wie"], ["Terugkeer voor drie jaar\nMet garantie", "College & raad"]]
    assert placed(rows) == [{"text": "Terugkeer voor drie jaar\nMet garantie", "who": "College & raad"}]


def test_merged_cells_keep_the_others_in_their_columns() -> None:
    html = "<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td colspan=2>d</td><td>e</td></tr></table>"
    assert rows_of_html(html) == [["a", "b"], ["", "c"], ["d", "", "e"]]


@pytest.mark.parametrize(
    ("html", "rows"),
    [
        ("<table><tr><td>a<td>b<tr><td>c", [["a", "b"], ["c"]]),
        ("<td>a</td><td>b</td>", [["ab"]]),
        ("<table><td>a</td><td>b</td></table>", [["a", "b"]]),
        ("<table><tr><td>a<table><tr><td>binnen</td></tr></table></td><td>b</td></tr></table>", [["abinnen", "b"]]),
        ("<table></table>", []),
        ("<table><tr><td colspan=99999999999>a</td></tr></table>", [["a"]]),
        ("<script>alert(1)</script><ul><li>een</li><li>twee</li></ul>", [["een"], ["twee"]]),
    ],
)
def test_half_tables_are_taken_as_far_as_they_go(html: str, rows: list[list[str]]) -> None:
    assert rows_of_html(html) == rows


def test_text_of_a_spreadsheet_with_line_ends_in_a_cell() -> None:
    assert rows_of_text('Wie\tWat\r\n"een ""b""\nregel"\tc\r\n\r\n') == [["Wie", "Wat"], ['een "b"\nregel', "c"]]
    assert rows_of_text('"nooit gesloten\tb\nc\td') == [['"nooit gesloten', "b"], ["c", "d"]]


def test_a_list_of_word_as_text_loses_its_numbers() -> None:
    assert placed(rows_of_text("1.\tEerste\n2.\tTweede\n")) == [{"text": "Eerste"}, {"text": "Tweede"}]
    assert placed(rows_of_text("•\tEerste\nlos\n")) == [{"text": "Eerste"}, {"text": "los"}]


def test_a_heading_row_is_known_by_its_titles_in_any_order() -> None:
    assert placed([["datum:", "VOORWAARDE", "Iets"], ["1 mei", "V1 Terugkeer", "x"]]) == [{"text": "Terugkeer", "due": "1 mei"}]
    found = place_rows([["datum:", "VOORWAARDE", "Iets"], ["1 mei", "V1 Terugkeer", "x"]], COLUMNS, "text")
    assert found.left_out == 1


def test_without_a_heading_the_cells_follow_the_columns() -> None:
    assert placed([["V1", "Terugkeer", "1 mei"], ["V2", "Evaluatie", "2 mei"]]) == [
        {"text": "Terugkeer", "due": "1 mei"},
        {"text": "Evaluatie", "due": "2 mei"},
    ]


def test_only_a_heading_or_nothing_gives_nothing() -> None:
    assert placed([["Voorwaarde", "Wie"]]) == []
    assert place_rows([], COLUMNS, "text") == PastedRows()


def test_what_is_huge_is_cut() -> None:
    rows = rows_of_text("\n".join(f"regel {number}" for number in range(MOST_ROWS * 3)))
    found = place_rows(rows, COLUMNS, "text")
    assert (len(found.rows), found.cut) == (MOST_ROWS, True)
    deep = "<table><tr><td>" * 20_000
    assert len(rows_of_html(deep)) <= 1
    wide = "<table><tr>" + "<td>x</td>" * 20_000 + "</tr></table>"
    assert len(rows_of_html(wide)[0]) <= 60


@given(st.text(max_size=300))
def test_any_text_gives_rows(text: str) -> None:
    for rows in (rows_of_text(text), rows_of_html(text), rows_of_html(f"<table>{text}")):
        assert all(any(row) for row in rows)
        assert all(set(row) <= {"text", "due", "who"} for row in placed(rows))
