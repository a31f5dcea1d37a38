"""Letters through the services: composed, made, kept as versions, and adopted ones left alone."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest

from orapp.letters.content import LetterStatus
from orapp.letters.content_json import from_json
from orapp.services.desk import Desk
from orapp.services.failures import Refusal

HOUSING, REORGANISATION = "2025-003", "2025-002"
WHO = "secretaris"


def test_each_concept_made_is_a_version_that_the_dossier_keeps(desk: Desk) -> None:
    dossier = desk.dossiers.view(HOUSING).dossier
    plain = replace(dossier, letters=tuple(letter for letter in dossier.letters if letter.kind != "A9"))
    desk.dossiers.save(dossier, plain, WHO)
    first = desk.letters.make(HOUSING, "A9", WHO)
    second = desk.letters.make(HOUSING, "A9", WHO)
    assert (first.version, second.version) == (1, 2)
    assert first.letter_id == second.letter_id
    assert first.file_name.endswith(f"({HOUSING}) v1.docx")
    kept = next(letter for letter in desk.dossiers.view(HOUSING).dossier.letters if letter.id == first.letter_id)
    assert [version.number for version in kept.versions] == [1, 2]
    with desk.archive.read() as reader:
        assert b"".join(reader.read_file(kept.versions[0].file.sha256)) == first.data
        content = from_json(b"".join(reader.read_file(kept.versions[0].content.sha256)).decode())
    assert content.status is LetterStatus.CONCEPT
    assert docx.Document(io.BytesIO(first.data)).core_properties.title


def test_an_adopted_letter_is_made_once_and_then_stays_as_it_is(desk: Desk) -> None:
    first = desk.letters.make(HOUSING, "A9", WHO)
    dossier = desk.dossiers.view(HOUSING).dossier
    changed = tuple(replace(item, text="Iets heel anders.") for item in dossier.considerations)
    desk.dossiers.save(dossier, replace(dossier, considerations=changed), WHO)
    again = desk.letters.make(HOUSING, "A9", WHO)
    assert (again.version, again.data) == (first.version, first.data)


def test_a_letter_that_cannot_be_is_refused_with_its_reason(desk: Desk) -> None:
    for kind, code in (("A99", "letter.unknown_kind"), ("A10", "letter.nothing_to_answer")):
        with pytest.raises(Refusal) as refused:
            desk.letters.prepare(HOUSING, kind, desk.dossiers.view(HOUSING).dossier.requests[3].id)
        assert refused.value.code == code
    with pytest.raises(Refusal) as refused:
        desk.letters.prepare(HOUSING, "A9", "onbekend")
    assert refused.value.code == "letter.unknown_request"


def test_looking_keeps_nothing(desk: Desk) -> None:
    before = desk.dossiers.view(REORGANISATION).dossier
    draft = desk.letters.prepare(REORGANISATION, "A9")
    assert draft.content.sections
    assert desk.dossiers.view(REORGANISATION).dossier == before


def test_text_that_word_cannot_hold_is_refused_and_nothing_is_kept(desk: Desk) -> None:
    dossier = desk.dossiers.view(HOUSING).dossier
    plain = tuple(letter for letter in dossier.letters if letter.kind != "A9")
    hostile = tuple(replace(item, text=item.text + " \x07") for item in dossier.considerations)
    saved, _ = desk.dossiers.save(dossier, replace(dossier, considerations=hostile, letters=plain), WHO)
    with pytest.raises(Refusal) as refused:
        desk.letters.make(HOUSING, "A9", WHO)
    assert refused.value.code == "documents.control_character"
    assert refused.value.fields["place"]
    assert desk.dossiers.view(HOUSING).dossier == saved
