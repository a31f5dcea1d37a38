"""A letter comes back from Word through the services: which letter it is, what changed on both sides, and taking it over."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from orapp.domain.letter_edits import text_of, with_text
from orapp.domain.letters import Letter
from orapp.letters.reading_back import ChangeKind, SectionChange
from orapp.letters.taking_over import REMOVED_IN_WORD
from orapp.services.desk import Desk
from orapp.services.failures import Circumstance, Refusal
from orapp.services.reading_back import ReturnedLetter
from orapp.services.returned_files import is_open_elsewhere, locks_of, read_returned
from tests.documents.word_edits import EditedWord

HOUSING, REORGANISATION, OTHER = "2025-003", "2025-002", "2026-014"
WHO = "secretaris"


@pytest.fixture
def letter_id(desk: Desk) -> str:
    """The advice on the housing as it was before it was adopted."""
    dossier = desk.dossiers.view(HOUSING).dossier
    advice = next(one for one in dossier.letters if one.kind == "A9")
    bare = Letter(id=advice.id, kind="A9", request_id=advice.request_id, decision_ids=advice.decision_ids)
    letters = tuple(bare if one.id == advice.id else one for one in dossier.letters)
    desk.dossiers.save(dossier, replace(dossier, letters=letters), WHO)
    return advice.id


def kept(desk: Desk, letter_id: str) -> Letter:
    return next(one for one in desk.dossiers.view(HOUSING).dossier.letters if one.id == letter_id)


def change(returned: ReturnedLetter, key: str) -> SectionChange:
    return next(one for one in returned.comparison.changes if one.key == key)


def codes(returned: ReturnedLetter) -> list[str]:
    return [one.code.removeprefix("letter.returned.") for one in returned.findings]


def test_what_nobody_touched_asks_nothing(desk: Desk, letter_id: str) -> None:
    made = desk.letters.make(HOUSING, "A9", WHO, letter_id=letter_id)
    returned = desk.reading_back.read(HOUSING, made.data)
    assert returned.letter.id == letter_id
    assert (returned.version.number, returned.marked, returned.adopted) == (1, True, False)
    assert returned.asking == ()
    assert returned.findings == ()
    with pytest.raises(Refusal) as nothing:
        desk.reading_back.apply(returned, returned.safe, WHO)
    assert nothing.value.code == "letter.returned.nothing_chosen"
    assert len(kept(desk, letter_id).versions) == 1


def test_taking_over_is_one_edit_with_the_next_version_and_can_be_taken_back(desk: Desk, letter_id: str) -> None:
    made = desk.letters.make(HOUSING, "A9", WHO, letter_id=letter_id)
    word = EditedWord(made.data)
    word.section("motives")[-1].addnext(word.new("De OR mist een onderbouwing in cijfers."))
    word.remove_section("staff")
    word.move_section("alternatives", "motives")
    at = word.at("execution")
    for element in (word.new("Privacy", "Kop1"), word.new("Wij vragen een gegevenseffectbeoordeling.")):
        at.addprevious(element)
    returned = desk.reading_back.read(HOUSING, word.saved())
    found = {one.key: one.kind for one in returned.asking}
    assert found.pop("+1") is ChangeKind.ADDED
    assert found == {"motives": ChangeKind.CHANGED, "staff": ChangeKind.REMOVED, "alternatives": ChangeKind.MOVED}
    assert set(returned.safe) == {"+1", *found}
    before = kept(desk, letter_id)
    taken = desk.reading_back.apply(returned, returned.safe, WHO)
    after = kept(desk, letter_id)
    assert (taken.version, len(after.versions)) == (2, 2)
    motives = text_of(after, "motives")
    assert motives is not None
    assert motives.replaces
    assert motives.text.endswith("De OR mist een onderbouwing in cijfers.")
    assert [(one.section, one.reason, one.by) for one in after.left_out] == [("staff", REMOVED_IN_WORD, WHO)]
    assert after.section_order.index("alternatives") < after.section_order.index("motives")
    above = change(returned, "+1").after
    added = text_of(after, above)
    assert added is not None
    assert added.text.endswith("**Privacy**\nWij vragen een gegevenseffectbeoordeling.")
    # The same file read again has nothing left to ask but the new words, which stand below another heading here.
    again = desk.reading_back.read(HOUSING, word.saved())
    assert {one.key for one in again.asking} <= {"+1", "alternatives"}
    assert "older_version" in codes(again)
    desk.dossiers.undo(taken.edited.dossier.id, taken.edited.difference, WHO)
    assert kept(desk, letter_id) == before


def test_what_was_taken_over_comes_back_unchanged(desk: Desk, letter_id: str) -> None:
    made = desk.letters.make(HOUSING, "A9", WHO, letter_id=letter_id)
    word = EditedWord(made.data)
    for section in desk.letters.prepare(HOUSING, "A9", letter_id=letter_id).content.sections:
        word.section(section.key)[-1].addnext(word.new("Nog een zin met * en [[ en een | erin."))
    returned = desk.reading_back.read(HOUSING, word.saved())
    keys = [one.key for one in returned.asking]
    desk.reading_back.apply(returned, keys, WHO)
    version = kept(desk, letter_id).versions[-1]
    second = desk.reading_back.read(HOUSING, desk.letters.read_version(version))
    assert second.asking == ()
    again = desk.reading_back.read(HOUSING, word.saved())
    assert again.asking == ()
    assert all(one.already for one in again.comparison.changes if one.kind is not ChangeKind.UNCHANGED)


def test_changed_on_both_sides_is_shown_and_overwrites_nothing(desk: Desk, letter_id: str) -> None:
    made = desk.letters.make(HOUSING, "A9", WHO, letter_id=letter_id)
    word = EditedWord(made.data)
    word.section("motives")[-1].addnext(word.new("In Word getypt."))
    dossier = desk.dossiers.view(HOUSING).dossier
    letter = kept(desk, letter_id)
    typed = with_text(with_text(letter, "motives", "Hier getypt.", replaces=False), "staff", "Ook hier.", replaces=False)
    desk.dossiers.save(
        dossier, replace(dossier, letters=tuple(typed if one.id == letter_id else one for one in dossier.letters)), WHO
    )
    returned = desk.reading_back.read(HOUSING, word.saved())
    both = change(returned, "motives")
    assert both.clashes
    assert "Hier getypt." in both.here
    assert "In Word getypt." in both.text_after
    assert change(returned, "staff").kind is ChangeKind.UNCHANGED
    assert change(returned, "staff").here_changed
    assert returned.safe == ()
    desk.reading_back.apply(returned, ["motives"], WHO)
    after = kept(desk, letter_id)
    assert text_of(after, "staff") == text_of(typed, "staff")
    own = text_of(after, "motives")
    assert own is not None
    assert "In Word getypt." in own.text


def test_a_reference_in_own_words_stays_one(desk: Desk, letter_id: str) -> None:
    dossier = desk.dossiers.view(HOUSING).dossier
    condition = dossier.conditions[0]
    typed = with_text(kept(desk, letter_id), "motives", f"Wij wijzen op [[{condition.id}]] en op V99.", replaces=True)
    letters = tuple(typed if one.id == letter_id else one for one in dossier.letters)
    desk.dossiers.save(dossier, replace(dossier, letters=letters), WHO)
    made = desk.letters.make(HOUSING, "A9", WHO, letter_id=letter_id)
    word = EditedWord(made.data)
    word.retype(word.section("motives")[1], lambda said: said.replace("Wij wijzen", "De OR wijst"))
    returned = desk.reading_back.read(HOUSING, word.saved())
    desk.reading_back.apply(returned, returned.safe, WHO)
    own = text_of(kept(desk, letter_id), "motives")
    assert own is not None
    assert own.text == f"De OR wijst op [[{condition.id}]] en op V99."


def test_a_letter_that_changed_meanwhile_is_not_overwritten(desk: Desk, letter_id: str) -> None:
    made = desk.letters.make(HOUSING, "A9", WHO, letter_id=letter_id)
    word = EditedWord(made.data)
    word.section("motives")[-1].addnext(word.new("In Word getypt."))
    returned = desk.reading_back.read(HOUSING, word.saved())
    desk.letters.make(HOUSING, "A9", WHO, letter_id=letter_id)
    with pytest.raises(Refusal) as changed:
        desk.reading_back.apply(returned, ["motives"], WHO)
    assert changed.value.code == "item.changed_since"
    assert text_of(kept(desk, letter_id), "motives") is None


def test_an_adopted_letter_is_told_and_takes_nothing(desk: Desk) -> None:
    made = desk.letters.make(HOUSING, "A9", WHO)
    word = EditedWord(made.data)
    word.section("motives")[-1].addnext(word.new("Te laat."))
    returned = desk.reading_back.read(HOUSING, word.saved())
    assert returned.adopted
    assert [one.key for one in returned.asking] == ["motives"]
    assert "adopted" in codes(returned)
    with pytest.raises(Refusal) as immutable:
        desk.reading_back.apply(returned, ["motives"], WHO)
    assert immutable.value.code == "letter.already_adopted"


def test_a_file_of_another_dossier_or_letter_says_which(desk: Desk, letter_id: str) -> None:
    made = desk.letters.make(HOUSING, "A9", WHO, letter_id=letter_id)
    with pytest.raises(Refusal) as dossier:
        desk.reading_back.read(REORGANISATION, made.data)
    assert (dossier.value.code, dossier.value.fields["reference"]) == ("letter.returned.other_dossier", HOUSING)
    with pytest.raises(Refusal) as letter:
        desk.reading_back.read(HOUSING, made.data, kind="A1")
    assert (letter.value.code, letter.value.fields["kind"]) == ("letter.returned.other_letter", "A9")


def test_a_file_of_another_archive_says_of_which_council(desk: Desk, letter_id: str) -> None:
    made = desk.letters.make(HOUSING, "A9", WHO, letter_id=letter_id)
    word = EditedWord(made.data)
    council = desk.council.read().id
    word.parts["docProps/custom.xml"] = word.parts["docProps/custom.xml"].replace(council.encode(), b"een-ander")
    with pytest.raises(Refusal) as archive:
        desk.reading_back.read(HOUSING, word.saved())
    assert archive.value.code == "letter.returned.other_archive"
    assert archive.value.fields["council"]


def test_a_file_without_its_mark_is_held_against_the_newest_version(desk: Desk, letter_id: str) -> None:
    made = desk.letters.make(HOUSING, "A9", WHO, letter_id=letter_id)
    word = EditedWord(made.data)
    del word.parts["docProps/custom.xml"]
    for name in ("[Content_Types].xml", "_rels/.rels"):
        root = word.parts[name].decode()
        word.parts[name] = re.sub(r"<(Override|Relationship)[^>]*custom[^>]*/>", "", root).encode()
    word.section("motives")[-1].addnext(word.new("Zonder merk."))
    returned = desk.reading_back.read(HOUSING, word.saved(), letter_id=letter_id)
    assert not returned.marked
    assert [one.key for one in returned.asking] == ["motives"]
    assert codes(returned) == ["unmarked"]


def test_a_section_that_is_not_there_is_refused(desk: Desk, letter_id: str) -> None:
    made = desk.letters.make(HOUSING, "A9", WHO, letter_id=letter_id)
    returned = desk.reading_back.read(HOUSING, made.data)
    with pytest.raises(Refusal) as unknown:
        desk.reading_back.apply(returned, ["zomaar"], WHO)
    assert unknown.value.code == "letter.returned.no_section"


# -- files ---------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lock", ["~$vies verzelfstandiging.docx", ".~lock.Advies verzelfstandiging.docx#"])
def test_a_file_that_is_open_elsewhere_is_read_and_told(tmp_path: Path, lock: str) -> None:
    path = tmp_path / "Advies verzelfstandiging.docx"
    path.write_bytes(b"PK")
    assert not read_returned(path).open_elsewhere
    (tmp_path / lock).write_bytes(b"")
    assert is_open_elsewhere(path)
    assert read_returned(path).open_elsewhere
    with pytest.raises(Refusal) as refusal:
        read_returned(tmp_path / lock)
    assert refusal.value.code == "letter.returned.lock_file"


def test_short_names_keep_their_letters_in_the_lock_of_word(tmp_path: Path) -> None:
    assert locks_of(tmp_path / "brief.docx")[0].name == "~$brief.docx"


def test_a_file_that_went_is_told(tmp_path: Path) -> None:
    with pytest.raises(Circumstance) as gone:
        read_returned(tmp_path / "weg.docx")
    assert gone.value.code == "letter.returned.file_gone"
