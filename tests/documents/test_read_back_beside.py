"""What came back beside the text of a letter: what stands around it, what others did, and the mark by which it is known."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from orapp.documents.house_style import HouseStyle
from orapp.documents.letter_builder import build_letter
from orapp.documents.namespaces import w
from orapp.documents.read_back import WordReturns
from orapp.letters.letter_mark import LetterMark
from orapp.letters.reading_back import ChangeKind
from tests.documents.conftest import Checker
from tests.documents.test_read_back import ADVICE, change_of, codes, element, kinds, read
from tests.documents.word_edits import EditedWord, words_of


@pytest.fixture
def left(style: HouseStyle) -> bytes:
    return build_letter(ADVICE, style)


# -- around the text --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Geachte bestuurder,", "salutation"),
        ("2025-014-11", "reference"),
        ("20 november 2025", "date"),
        ("Aan de bestuurder in de zin van de WOR", "addressee"),
        ("M. de Voorbeeld", "signature"),
        ("Hoogachtend,", "closing"),
    ],
)
def test_what_is_not_of_the_text_is_told_apart(left: bytes, said: str, code: str) -> None:
    word = EditedWord(left)
    paragraph = next(one for one in word.body.iter(w("p")) if any((found.text or "") == said for found in one.iter(w("t"))))
    text_element = next(found for found in paragraph.iter(w("t")) if (found.text or "") == said)
    text_element.text = f"{said} (anders)"
    found = read(ADVICE, left, word.saved())
    assert kinds(found) == {}
    assert codes(found) == [code]
    assert "(anders)" in found.findings[0].fields["after"]


def test_a_line_below_the_closing_is_told(left: bytes) -> None:
    word = EditedWord(left)
    word.body.insert(len(word.body) - 1, word.new("PS Wij horen graag van u."))
    found = read(ADVICE, left, word.saved())
    assert codes(found) == ["around"]
    assert found.findings[0].fields["after"] == "PS Wij horen graag van u."


# -- what others did --------------------------------------------------------------------------------------------------------


def test_tracked_changes_read_as_if_accepted_and_are_listed(left: bytes) -> None:
    word = EditedWord(left)
    word.insert_tracked(word.at("aanleiding/verzoek"), " Wij vroegen uitstel.")
    gone = word.at("samenvatting/redenen")
    said = words_of(gone)
    word.delete_tracked(gone, mark=True)
    found = read(ADVICE, left, word.saved())
    assert kinds(found) == {"aanleiding": ChangeKind.CHANGED, "samenvatting": ChangeKind.CHANGED}
    assert "Wij vroegen uitstel." in change_of(found, "aanleiding").text_after
    after = change_of(found, "samenvatting").text_after
    assert said not in after
    assert "\n\n" not in after
    told = [(trace.kind.value, trace.text.strip(), trace.author, trace.section) for trace in found.traces]
    assert ("inserted", "Wij vroegen uitstel.", "A. Lid", "Aanleiding, verzoek en afbakening") in told
    assert ("deleted", said, "A. Lid", "Samenvatting") in told
    assert all(trace.at is not None and trace.at.hour == 10 for trace in found.traces)


def test_a_tracked_move_counts_where_it_went(left: bytes) -> None:
    word = EditedWord(left)
    paragraph = word.at("samenvatting/gevraagd")
    said = words_of(paragraph)
    word.move_tracked(paragraph, word.section("vervolg")[-1])
    found = read(ADVICE, left, word.saved())
    assert kinds(found) == {"samenvatting": ChangeKind.CHANGED, "vervolg": ChangeKind.CHANGED}
    assert change_of(found, "vervolg").text_after.endswith(said)
    assert [trace.kind.value for trace in found.traces] == ["moved"]


def test_an_end_of_paragraph_that_was_deleted_joins_two_paragraphs(left: bytes) -> None:
    word = EditedWord(left)
    paragraph = word.at("samenvatting/redenen")
    properties = paragraph.find(w("pPr"))
    assert properties is not None
    properties.append(element('<w:rPr><w:del w:id="5" w:author="A" w:date="2025-11-21T10:00:00Z"/></w:rPr>'))
    after = change_of(read(ADVICE, left, word.saved()), "samenvatting").text_after
    assert "geborgd.Wij vragen u" in after


def test_remarks_are_listed_with_their_words(left: bytes) -> None:
    word = EditedWord(left)
    paragraph = word.at("aanleiding/verzoek")
    said = words_of(paragraph)
    word.remark(paragraph, "Klopt deze datum?")
    found = read(ADVICE, left, word.saved())
    assert kinds(found) == {}
    (note,) = found.notes
    assert (note.text, note.about, note.author, note.section) == (
        "Klopt deze datum?",
        said,
        "B. Lezer",
        "Aanleiding, verzoek en afbakening",
    )


# -- the mark -----------------------------------------------------------------------------------------------------------------


def test_the_mark_goes_along_whatever_its_names(style: HouseStyle) -> None:
    mark = LetterMark(
        letter_id="l-1",
        version=3,
        content_digest="ab" * 32,
        dossier_id="d-1",
        reference='2025-014 <"&>',
        council_id="c-1",
        council="OR Één & Ander",
    )
    assert WordReturns().mark(build_letter(ADVICE, style, mark)) == mark
    assert WordReturns().mark(build_letter(ADVICE, style)) is None


def test_a_file_with_its_mark_is_sound(
    style: HouseStyle, tmp_path: Path, schema_findings: Checker, office_findings: Checker
) -> None:
    mark = LetterMark(
        letter_id="l", version=1, content_digest="", dossier_id="d", reference="", council_id="c", council="OR & <zonen>"
    )
    for name, one in (("met", mark), ("zonder", None)):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(build_letter(ADVICE, style, one))
        assert schema_findings(path) == []
        assert office_findings(path) == []
    assert WordReturns().mark((tmp_path / "met.docx").read_bytes()) == replace(mark)
