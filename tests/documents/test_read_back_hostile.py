"""Files that are no letter, damaged, sealed, huge or made to do harm: refused with the remedy, or read without the harm."""

from __future__ import annotations

import io
import tomllib
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from lxml import etree

from orapp.documents import read_back_package
from orapp.documents.house_style import HouseStyle
from orapp.documents.letter_builder import build_letter
from orapp.documents.namespaces import W, w
from orapp.documents.read_back import WordReturns
from orapp.documents.read_back_styles import Numbers, written_number
from orapp.letters.reading_back import ChangeKind, Comparison, compare
from orapp.services.failures import Refusal
from orapp.texts.sentences import Texts
from tests.documents.sample_advice import advice
from tests.documents.word_edits import DOCUMENT, EditedWord

ADVICE = advice()


class Sent:
    """A file that left; its name is short, so that a property test can tell its arguments."""

    def __init__(self, data: bytes) -> None:
        self.data = data


@pytest.fixture(scope="module")
def sent(style: HouseStyle) -> Sent:
    return Sent(build_letter(ADVICE, style))


@pytest.fixture
def left(sent: Sent) -> bytes:
    return sent.data


def refusal_of(data: bytes) -> str:
    with pytest.raises(Refusal) as refused:
        WordReturns().read(data, ADVICE)
    return refused.value.code.removeprefix("documents.returned.")


def read(left: bytes, came: bytes) -> Comparison:
    reader = WordReturns()
    kept = reader.read(left, ADVICE)
    return compare(ADVICE, kept, reader.read(came, ADVICE, kept.aliases), ADVICE)


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def test_what_is_no_word_file_is_refused_by_its_kind(left: bytes) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    odt = zipped(mimetype=b"application/vnd.oasis.opendocument.text", **{"content.xml": b"<a/>"})
    files = {
        "damaged": b"",
        "other": b"zomaar wat tekst",
        "old_word": ole + b"\0" * 600,
        "sealed": ole + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "open_document": odt,
        "rich_text": b"{\\rtf1 hallo}",
        "pdf": b"%PDF-1.7",
    }
    assert {reason: refusal_of(data) for reason, data in files.items()} == {reason: reason for reason in files}
    assert refusal_of(zipped(**{"xl/workbook.xml": b"<a/>", "[Content_Types].xml": b"<a/>"})) == "other"
    assert refusal_of(left[: len(left) // 2]) == "damaged"


def test_each_refusal_has_words_with_a_remedy(project: Path) -> None:
    texts = Texts.load({"returned": tomllib.loads((project / "resources" / "texts" / "returned.toml").read_text("utf-8"))})
    for reason in ("damaged", "sealed", "old_word", "open_document", "rich_text", "pdf", "too_large", "other"):
        assert len(texts.say(f"documents.returned.{reason}").split(".")) >= 2


def test_what_would_not_fit_is_refused(left: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    word = EditedWord(left)
    monkeypatch.setattr(read_back_package, "_MOST_PART", len(word.parts[DOCUMENT]) // 2)
    assert refusal_of(left) == "too_large"
    monkeypatch.setattr(read_back_package, "MOST_BYTES", len(left) - 1)
    assert refusal_of(left) == "too_large"
    many = {f"deel{number}": b"" for number in range(5000)}
    monkeypatch.undo()
    assert refusal_of(zipped(**many)) == "too_large"


def test_a_bomb_of_entities_is_refused(left: bytes) -> None:
    word = EditedWord(left)
    bomb = '<!DOCTYPE a [<!ENTITY b "' + "x" * 100 + '"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    document = word.parts[DOCUMENT].decode()
    start = document.index("<w:document")
    changed = document[:start] + bomb + document[start:].replace("Samenvatting", "&c;", 1)
    parts = dict(word.parts)
    parts[DOCUMENT] = changed.encode()
    assert refusal_of(zipped(**parts)) == "damaged"


def test_nothing_outside_is_read(left: bytes, tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("geheim", encoding="utf-8")
    word = EditedWord(left)
    document = word.parts[DOCUMENT].decode()
    start = document.index("<w:document")
    outside = f'<!DOCTYPE a [<!ENTITY b SYSTEM "{secret.as_uri()}">]>'
    parts = dict(word.parts)
    parts[DOCUMENT] = (document[:start] + outside + document[start:].replace("Samenvatting", "&b;", 1)).encode()
    assert refusal_of(zipped(**parts)) == "damaged"


def test_what_is_no_text_is_told_and_left(left: bytes) -> None:
    word = EditedWord(left)
    word.parts["word/vbaProject.bin"] = b"\0"
    hidden = word.new("Verborgen woorden.", look="<w:rPr><w:vanish/></w:rPr>")
    word.at("aanleiding").addnext(hidden)
    formula = word.new("Formule: ")
    formula.append(formula.makeelement("{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"))
    run = formula.find(w("r"))
    assert run is not None
    for name in ("footnoteReference", "drawing", "object"):
        run.append(run.makeelement(w(name)))
    word.at("feiten").addnext(formula)
    found = read(left, word.saved())
    told = {finding.code.removeprefix("letter.returned.behind_") for finding in found.findings}
    assert told == {"macros", "hidden", "formula", "footnote", "picture", "object"}
    assert {change.key: change.kind for change in found.asking} == {"feiten": ChangeKind.CHANGED}
    assert "Verborgen" not in "".join(change.text_after for change in found.changes)


def test_a_strict_file_of_word_is_read(left: bytes) -> None:
    word = EditedWord(left)
    word.section("vervolg")[-1].addnext(word.new("Strikt bewaard."))
    saved = EditedWord(word.saved())
    parts = {
        name: part.replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, part in saved.parts.items()
    }
    found = read(left, zipped(**parts))
    assert [change.key for change in found.asking] == ["vervolg"]


@given(st.data())
@hypothesis_settings(max_examples=60, deadline=None)
def test_any_damage_is_refused_or_read(sent: Sent, data: st.DataObject) -> None:
    changed = bytearray(sent.data)
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    reader = WordReturns()
    refused: list[str] = []
    try:
        reader.mark(bytes(changed))
        kept = reader.read(sent.data, ADVICE)
        compare(ADVICE, kept, reader.read(bytes(changed), ADVICE, kept.aliases), ADVICE)
    except Refusal as refusal:
        refused.append(refusal.code)
    assert all(code.startswith("documents.returned.") for code in refused)


@given(st.data())
@hypothesis_settings(max_examples=60, deadline=None)
def test_any_xml_in_the_text_is_read(sent: Sent, data: st.DataObject) -> None:
    """Elements of the text are taken out, doubled and put elsewhere: what comes of it is read without a defect."""
    word = EditedWord(sent.data)
    for _ in range(data.draw(st.integers(1, 8))):
        elements = list(word.body.iter())[1:]
        one = elements[data.draw(st.integers(0, len(elements) - 1))]
        parent = one.getparent()
        if parent is None:
            continue
        act = data.draw(st.sampled_from(("gone", "move", "rename")))
        if act == "gone":
            parent.remove(one)
        elif act == "move":
            target = elements[data.draw(st.integers(0, len(elements) - 1))]
            if target is not one and one not in target.iterancestors():
                target.append(one)
        else:
            one.tag = w(
                data.draw(st.sampled_from(("ins", "del", "sdt", "p", "tbl", "tc", "tr", "r", "t", "moveFrom", "hyperlink")))
            )
    reader = WordReturns()
    kept = reader.read(sent.data, ADVICE)
    compare(ADVICE, kept, reader.read(word.saved(), ADVICE, kept.aliases), ADVICE)


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (3, "decimal", "3"),
        (3, "lowerLetter", "c"),
        (28, "upperLetter", "BB"),
        (4, "lowerRoman", "iv"),
        (49, "upperRoman", "XLIX"),
        (90, "lowerRoman", "90"),
    ],
)
def test_numbers_are_written_as_lists_do(number: int, form: str, written: str) -> None:
    assert written_number(number, form) == written


@pytest.mark.parametrize("depth", ["999999999", "-1", "²", "diep", "9" * 5000])
def test_a_list_of_levels_that_word_does_not_know_has_no_numbers(depth: str) -> None:
    level = f'<w:lvl w:ilvl="{depth}"><w:start w:val="{"9" * 5000}"/><w:lvlText w:val="%1."/></w:lvl>'
    sound = f'<w:lvl w:ilvl="0"><w:start w:val="{"9" * 5000}"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1">{sound}{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    numbers = Numbers(etree.fromstring(numbering))
    assert (numbers.next("1", "0"), numbers.next("1", depth)) == ("1.", "")
