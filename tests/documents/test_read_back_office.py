"""Letters that went through LibreOffice, also by way of .odt and .doc, are read back as they were left."""

from __future__ import annotations

from pathlib import Path

import pytest

from orapp.documents.house_style import HouseStyle
from orapp.documents.letter_builder import build_letter
from orapp.documents.read_back import WordReturns
from orapp.letters.content import LetterContent
from orapp.letters.letter_mark import LetterMark
from orapp.letters.reading_back import ChangeKind, Comparison, compare
from tests.documents.sample_advice import advice
from tests.documents.sample_letters import acknowledgement
from tests.documents.test_rendered import convert
from tests.documents.word_edits import EditedWord, words_of

WORD = "docx:MS Word 2007 XML"
WAYS = ("docx", "odt", "doc")
MARK = LetterMark(
    letter_id="l-1",
    version=2,
    content_digest="cd" * 32,
    dossier_id="d-1",
    reference="2025-014",
    council_id="c-1",
    council="OR Eikenrode",
)
LETTERS: dict[str, LetterContent] = {"advies": advice(), "kort": acknowledgement(), "bewerkt": advice(), "gevolgd": advice()}


class Travelled:
    """The files as they left, and as LibreOffice gave them back by each way."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def compared(self, name: str, way: str) -> Comparison:
        reader, content = WordReturns(), LETTERS[name]
        left = (self.folder / "left" / f"{name}.docx").read_bytes()
        kept = reader.read(left, content)
        return compare(content, kept, reader.read(self.came(name, way), content, kept.aliases), content)

    def came(self, name: str, way: str) -> bytes:
        return (self.folder / f"back-{way}" / f"{name}.docx").read_bytes()


@pytest.fixture(scope="module")
def travelled(style: HouseStyle, tmp_path_factory: pytest.TempPathFactory) -> Travelled:
    folder = tmp_path_factory.mktemp("gereisd")
    for sub in ("left", "typed"):
        (folder / sub).mkdir()
    for name, content in LETTERS.items():
        data = build_letter(content, style, MARK)
        (folder / "left" / f"{name}.docx").write_bytes(data)
        word = EditedWord(data)
        if name == "bewerkt":
            edit(word)
        elif name == "gevolgd":
            word.insert_tracked(word.at("aanleiding/verzoek"), " Wij vroegen uitstel.")
            word.delete_tracked(word.at("samenvatting/redenen"), mark=True)
            word.remark(word.at("samenvatting/gevraagd"), "Klopt deze dag?")
        (folder / "typed" / f"{name}.docx").write_bytes(word.saved())
    typed = [str(folder / "typed" / f"{name}.docx") for name in LETTERS]
    convert(folder, WORD, folder / "back-docx", typed)
    for way in ("odt", "doc"):
        convert(folder, way if way == "odt" else "doc:MS Word 97", folder / way, typed)
        convert(folder, WORD, folder / f"back-{way}", [str(folder / way / f"{name}.{way}") for name in LETTERS])
    return Travelled(folder)


def edit(word: EditedWord) -> None:
    """Words, a new section, one that went and one that moved."""
    word.retype(word.at("aanleiding/verzoek"), lambda said: said.replace("beide locaties", "één locatie"))
    word.remove_section("achterban")
    word.move_section("alternatieven", "feiten")
    heading = word.at("uitvoering")
    for element in (word.new("Privacy", "Kop1"), word.new("Wij vragen een gegevenseffectbeoordeling.")):
        heading.addprevious(element)


def kinds(comparison: Comparison) -> dict[str, ChangeKind]:
    return {change.key: change.kind for change in comparison.changes if change.kind is not ChangeKind.UNCHANGED}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ["advies", "kort"])
def test_what_nobody_touched_is_unchanged(travelled: Travelled, name: str, way: str) -> None:
    found = travelled.compared(name, way)
    assert kinds(found) == {}
    assert [finding.fields for finding in found.findings] == []


@pytest.mark.parametrize("way", WAYS)
def test_every_edit_is_found(travelled: Travelled, way: str) -> None:
    found = travelled.compared("bewerkt", way)
    assert kinds(found) == {
        "aanleiding": ChangeKind.CHANGED,
        "achterban": ChangeKind.REMOVED,
        "alternatieven": ChangeKind.MOVED,
        "+1": ChangeKind.ADDED,
    }
    added = next(change for change in found.changes if change.key == "+1")
    assert (added.heading, added.after) == ("Privacy", "toezeggingen")


@pytest.mark.parametrize("way", WAYS)
def test_tracked_changes_and_remarks_come_along(travelled: Travelled, way: str) -> None:
    found = travelled.compared("gevolgd", way)
    assert kinds(found) == {"aanleiding": ChangeKind.CHANGED, "samenvatting": ChangeKind.CHANGED}
    assert {(trace.kind.value, trace.author) for trace in found.traces} == {("inserted", "A. Lid"), ("deleted", "A. Lid")}
    (note,) = found.notes
    assert (note.text, note.author, note.section) == ("Klopt deze dag?", "B. Lezer", "Samenvatting")


@pytest.mark.parametrize("way", WAYS)
def test_the_mark_travels(travelled: Travelled, way: str) -> None:
    assert WordReturns().mark(travelled.came("advies", way)) == MARK


def test_the_samples_hold_what_is_edited(style: HouseStyle) -> None:
    word = EditedWord(build_letter(advice(), style))
    assert "beide locaties" in words_of(word.at("aanleiding/verzoek"))
