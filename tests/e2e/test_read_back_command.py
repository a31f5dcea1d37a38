"""A letter goes to Word and comes back through the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

import pytest

from tests.documents.word_edits import EditedWord
from tests.e2e.commands import HOUSING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.commands import NearDesk

JOBS = "2025-001"


@pytest.fixture
def letter(archive: Path, near: NearDesk, tmp_path: Path) -> Path:
    """A concept of a letter as a Word file: the acknowledgement of the housing, which was never written there."""
    near.well("letter", archive, HOUSING, "A1", "-o", "brief.docx")
    return tmp_path / "brief.docx"


def told(near: NearDesk, archive: Path, *more: str | Path) -> dict[str, Any]:
    return cast("dict[str, Any]", near.well("read-back", archive, HOUSING, *more, "--json").json)


def edit(letter: Path, words: str = "In Word getypt.") -> None:
    word = EditedWord(letter.read_bytes())
    word.at("receipt").addnext(word.new(words))
    letter.write_bytes(word.saved())


def test_a_file_that_nobody_touched_is_unchanged(archive: Path, near: NearDesk, letter: Path) -> None:
    found = told(near, archive, letter)
    assert {section["kind"] for section in found["sections"]} == {"unchanged"}
    assert (found["version"], found["marked"], found["applied"], found["findings"]) == (1, True, None, [])
    said = near.well("read-back", archive, HOUSING, letter, "--apply").out
    assert "geen versie gemaakt" in said
    assert told(near, archive, letter)["newest"] == 1


def test_what_changed_is_told_and_taken_over(archive: Path, near: NearDesk, letter: Path) -> None:
    edit(letter)
    said = near.well("read-back", archive, HOUSING, letter).out
    assert "[receipt]: gewijzigd" in said
    assert "In Word getypt." in said
    assert told(near, archive, letter)["newest"] == 1
    found = told(near, archive, letter, "--apply")
    assert found["applied"] == {"sections": ["receipt"], "version": 2}
    assert [section["key"] for section in found["sections"] if section["taken"]] == ["receipt"]
    again = told(near, archive, letter)
    assert again["newest"] == 2
    assert [section["already"] for section in again["sections"] if section["kind"] != "unchanged"] == [True]
    near.well("letter", archive, HOUSING, "A1", "-o", "volgende.docx")
    volgende = EditedWord((letter.parent / "volgende.docx").read_bytes())
    assert volgende.saying("In Word getypt.") is not None


def test_one_section_is_taken_by_name(archive: Path, near: NearDesk, letter: Path) -> None:
    edit(letter)
    assert "Over nergens valt niets over te nemen" in near.refused("read-back", archive, HOUSING, letter, "--section", "nergens")
    assert "Versie 2 is gemaakt" in near.well("read-back", archive, HOUSING, letter, "--section", "receipt").out


def test_an_adopted_letter_is_told_and_takes_nothing(archive: Path, near: NearDesk, tmp_path: Path) -> None:
    near.well("letter", archive, HOUSING, "A9", "-o", "advies.docx")
    path = tmp_path / "advies.docx"
    word = EditedWord(path.read_bytes())
    word.section("motives")[-1].addnext(word.new("Te laat."))
    path.write_bytes(word.saved())
    said = near.well("read-back", archive, HOUSING, path).out
    assert "[motives]: gewijzigd" in said
    assert "is vastgesteld" in said
    assert "al vastgesteld" in near.refused("read-back", archive, HOUSING, path, "--apply")


def test_what_cannot_be_read_back_says_why(archive: Path, near: NearDesk, letter: Path, tmp_path: Path) -> None:
    assert f"hoort bij dossier {HOUSING}" in near.refused("read-back", archive, JOBS, letter)
    assert "van een andere brief" in near.refused("read-back", archive, HOUSING, letter, "--letter", "A9")
    assert "is er niet meer" in near.refused("read-back", archive, HOUSING, "weg.docx")
    (tmp_path / "oud.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    assert "(.doc)" in near.refused("read-back", archive, HOUSING, "oud.doc")
    near.well("new", "ander.orarchief")
    assert "Dossier 2025-003 staat niet" in near.refused("read-back", "ander.orarchief", HOUSING, letter)


def test_json_is_what_it_says(archive: Path, near: NearDesk, letter: Path) -> None:
    edit(letter, "Regel met “aanhaling”.")
    data = json.loads(near.well("read-back", archive, HOUSING, letter, "--json").out)
    changed = next(section for section in data["sections"] if section["kind"] == "changed")
    assert changed["text"].endswith("Regel met “aanhaling”.") or "Regel met “aanhaling”." in changed["text"]
    assert changed["before"] != changed["text"]
    assert changed["words"] == 3
