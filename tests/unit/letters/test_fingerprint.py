"""The fingerprint of what was adopted, and what differs between two versions."""

from __future__ import annotations

from dataclasses import replace

from orapp.letters.content import LetterStatus, Paragraph, Run, Section, Signature
from orapp.letters.content_json import from_json, to_json
from orapp.letters.differences import Change, letter_differences
from orapp.letters.fingerprint import fingerprint_of, short, stamped
from tests.unit.letters.test_staff_version import letter


def test_signing_and_sending_leave_the_print_and_a_letter_changes_it() -> None:
    content = stamped(replace(letter("De OR adviseert positief."), fingerprint=""))
    signed = replace(content, status=LetterStatus.SIGNED, signatures=(Signature(name="Iemand", role="lid"),))
    assert fingerprint_of(content) == content.fingerprint == fingerprint_of(signed)
    assert fingerprint_of(from_json(to_json(signed))) == content.fingerprint
    assert fingerprint_of(letter("De OR adviseert negatief.")) != content.fingerprint
    assert fingerprint_of(replace(content, addressee=())) != content.fingerprint


def test_the_short_form_is_read_in_groups() -> None:
    assert short("3f9a2b1c77d0e45a" + "0" * 48) == "3f9a-2b1c-77d0-e45a"
    assert short("") == ""


def test_a_letter_that_was_kept_without_a_print_is_still_read() -> None:
    old = to_json(replace(letter("Tekst."), fingerprint="")).replace(',"fingerprint":""', "")
    assert "fingerprint" not in old
    assert from_json(old).fingerprint == ""


def test_parts_that_came_went_and_changed_are_found_in_their_place() -> None:
    def section(key: str, text: str) -> Section:
        return Section(key=key, heading=key.title(), blocks=(Paragraph(key=key, runs=(Run(text=text),)),))

    before = letter(sections=(section("a", "een twee drie"), section("b", "weg"), section("c", "blijft")))
    after = letter(sections=(section("a", "een vier drie"), section("c", "blijft"), section("d", "nieuw")))
    found = [(one.key.strip(), one.change) for one in letter_differences(before, after)]
    assert found == [
        ("head", Change.SAME),
        ("a", Change.CHANGED),
        ("b", Change.REMOVED),
        ("c", Change.SAME),
        ("d", Change.ADDED),
        ("tail", Change.SAME),
    ]
    changed = letter_differences(before, after)[1]
    assert [piece.text for piece in changed.pieces] == ["een", "twee", "vier", "drie"]
