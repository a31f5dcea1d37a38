"""Hostile and damaged files: refused with the place and what to do, or cleaned with what was taken out. Nothing is followed."""

from __future__ import annotations

import socket
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orapp.documents.house_style import UnusableHouseStyle, load_house_style
from orapp.documents.klassiek import make_klassiek
from orapp.documents.letter_builder import build_letter
from orapp.documents.namespaces import PROLOGUE
from orapp.documents.package_writer import write_package
from orapp.documents.style_making import make_template
from orapp.documents.style_package import MOST_BYTES, open_package
from orapp.documents.style_survey import survey_style
from orapp.letters.content import LetterContent
from tests.documents import brought_files as brought
from tests.documents.sample_letters import acknowledgement

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever would fetch something is caught."""

    def caught(*_args: object, **_more: object) -> None:
        raise AssertionError("something was fetched")

    monkeypatch.setattr(socket, "create_connection", caught)
    monkeypatch.setattr(socket.socket, "connect", caught)


def reason(data: bytes) -> tuple[str, str]:
    with pytest.raises(UnusableHouseStyle) as refused:
        survey_style(data)
    return refused.value.reason, refused.value.fields["what"]


def letter_in(data: bytes, content: LetterContent | None = None) -> dict[str, bytes]:
    """The parts of a letter in the style of a file."""
    made = make_template(data, {one.role: one.style for one in survey_style(data).proposal}, "Stijl", "1")
    return brought.parts_of(build_letter(content or acknowledgement(), load_house_style(made.data)))


def refused_or_made(data: bytes) -> None:
    """Nothing but a refusal comes of a file, or a letter that is whole."""
    with suppress(UnusableHouseStyle):
        assert "word/document.xml" in letter_in(data)


def removed(data: bytes) -> dict[str, str]:
    return {one.code.removeprefix("style_removed."): dict(one.fields)["what"] for one in survey_style(data).removed}


LETTERHEAD = brought.saved(brought.letterhead())
SHIPPED = make_klassiek()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "not_a_word_file"),
        (b"geen zip", "not_a_word_file"),
        (b"PK\x03\x04 kapot", "not_a_word_file"),
        (b"%PDF-1.7", "other_format"),
        (b"{\\rtf1}", "other_format"),
        (b"  <!DOCTYPE html><html/>", "other_format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old_word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (write_package({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}), "other_format"),
        (write_package({"een.txt": b"tekst"}), "not_a_word_file"),
        (b"PK" + bytes(MOST_BYTES), "too_large"),
    ],
)
def test_what_is_no_word_file_is_refused_by_its_kind(data: bytes, expected: str) -> None:
    assert reason(data)[0] == expected


def test_a_spreadsheet_is_no_house_style() -> None:
    sheet = brought.replaced(LETTERHEAD, "[Content_Types].xml", "wordprocessingml.document.main", "spreadsheetml.sheet.main")
    assert reason(sheet)[0] == "other_format"


def test_a_file_that_would_fill_the_disk_is_not_unpacked() -> None:
    data = brought.bomb()
    assert len(data) < 1_000_000
    assert reason(data)[0] == "bomb"


def test_too_many_parts_are_refused_before_they_are_listed() -> None:
    many = write_package({f"word/{number}.xml": b"" for number in range(2100)})
    assert reason(many)[0] == "too_many_parts"
    assert reason(b"PK" + b"PK\x01\x02" * 5000)[0] == "too_many_parts"


def test_a_part_that_is_larger_than_it_may_be_is_named() -> None:
    noise = "".join(f"<w:p><w:r><w:t>{number:x}</w:t></w:r></w:p>" for number in range(350_000))
    large = brought.replaced(LETTERHEAD, "word/document.xml", "<w:sectPr", f"{noise}<w:sectPr")
    assert reason(large) == ("part_too_large", "word/document.xml")


@pytest.mark.parametrize("name", ["../styles.xml", "/word/styles.xml", "WORD/STYLES.XML", "c:/x.xml"])
def test_names_that_lead_elsewhere_or_stand_twice_are_refused(name: str) -> None:
    assert reason(brought.changed(LETTERHEAD, lambda parts: parts.update({name: b"<x/>"})))[0] == "damaged"


@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "_rels/.rels", "[Content_Types].xml", "word/settings.xml"]
)
def test_entities_are_refused_where_they_stand(part: str) -> None:
    def change(parts: dict[str, bytes]) -> None:
        body = parts[part].split(b"?>", 1)[1]
        parts[part] = PROLOGUE.encode() + b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + body

    assert reason(brought.changed(LETTERHEAD, change)) == ("entities", part)


def test_entities_in_utf_16_and_in_strange_encodings_are_seen_too() -> None:
    hidden = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE w [<!ENTITY e "x">]><w/>'.encode("utf-16")
    assert reason(brought.changed(LETTERHEAD, lambda parts: parts.update({"word/styles.xml": hidden})))[0] == "entities"
    strange = b'<?xml version="1.0" encoding="utf-7"?><w/>'
    assert reason(brought.changed(LETTERHEAD, lambda parts: parts.update({"word/styles.xml": strange})))[0] == "damaged"


def test_strict_files_are_refused_with_their_place() -> None:
    old, new = "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"
    assert reason(brought.replaced(LETTERHEAD, "word/document.xml", old, new))[0] == "strict"


def test_a_file_without_styles_is_refused() -> None:
    bare = brought.replaced(LETTERHEAD, brought.RELATIONS, "officeDocument/2006/relationships/styles", "officeDocument/x")
    assert reason(bare) == ("no_styles", "")


def test_macros_do_not_come_along() -> None:
    data = brought.with_macros()
    assert "macros" in removed(data)
    parts = letter_in(data)
    assert not [name for name in parts if "vba" in name.lower()]
    assert b"macroEnabled" not in parts["[Content_Types].xml"]


def test_a_template_elsewhere_is_named_and_left() -> None:
    settings = "word/_rels/settings.xml.rels"
    row = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{brought.OFFICE}/attachedTemplate" Target="http://kwaad.example/Raad.dotm" TargetMode="External"/>'
        "</Relationships>"
    )
    data = brought.changed(LETTERHEAD, lambda parts: parts.update({settings: row.encode()}))
    assert removed(data)["attached_template"] == "Raad.dotm"
    assert not [name for name, part in letter_in(data).items() if b"kwaad.example" in part]


def test_embedded_objects_controls_and_other_documents_go() -> None:
    extra = {
        "word/embeddings/oleObject1.bin": b"\xd0\xcf",
        "word/activeX/activeX1.xml": b"<x/>",
        "word/invoeg.html": b"<html/>",
        "customUI/customUI.xml": b"<x/>",
        "word/fonts/font1.odttf": b"x",
    }
    data = brought.changed(LETTERHEAD, lambda parts: parts.update(extra))
    data = brought.changed(
        data,
        lambda parts: parts.update(
            {
                "[Content_Types].xml": parts["[Content_Types].xml"].replace(
                    b"</Types>", b'<Default Extension="odttf" ContentType="x/y"/></Types>'
                )
            }
        ),
    )
    assert {"embedded", "active_controls", "alt_chunk", "ribbon", "fonts"} <= set(removed(data))
    assert not set(letter_in(data)) & set(extra)


R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = 'xmlns:o="urn:schemas-microsoft-com:office:office"'
STAYS = "<w:r><w:t>blijft</w:t></w:r>"
HEADER_THREATS = {
    "embedded": f'<w:r><w:object><o:OLEObject {OFFICE} Type="Embed" ProgID="X"/></w:object></w:r>',
    "links": f'<w:hyperlink r:id="rIdX" {R}>{STAYS}</w:hyperlink>',
    "fields": f'<w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://kwaad.example/x.png&quot; ">{STAYS}</w:fldSimple>',
    "tracked": f"<w:ins>{STAYS}</w:ins><w:del><w:r><w:delText>kwaad.example</w:delText></w:r></w:del>",
    "controls": f'<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent>{STAYS}</w:sdtContent></w:sdt>',
    "remarks": '<w:r><w:commentReference w:id="1"/></w:r>',
    "alt_chunk": f'<w:subDoc r:id="rIdX" {R}/>',
}


@pytest.mark.parametrize("code", HEADER_THREATS)
def test_a_header_is_cleaned_and_its_words_stay(code: str) -> None:
    threat = HEADER_THREATS[code]
    part = brought.header_part(LETTERHEAD, "OR Voorbeeld")
    data = brought.replaced(LETTERHEAD, part, "</w:p>", f"{threat}</w:p>")
    assert code in removed(data)
    parts = letter_in(data)
    headers = b"".join(xml for name, xml in parts.items() if name.startswith("word/header"))
    assert b"OR Voorbeeld" in headers
    assert (b"blijft" in headers) is ("blijft" in threat)
    for trace in (b"kwaad.example", b"OLEObject", b"hyperlink", b"INCLUDEPICTURE", b"subDoc", b"commentReference"):
        assert trace not in headers


@pytest.mark.parametrize(
    "instruction", ["DDEAUTO c:\\\\x.exe", "MACROBUTTON Doe iets", "LINK Excel.Sheet", 'INCLUDETEXT "http://x"']
)
def test_a_field_in_parts_that_does_anything_but_count_becomes_text(instruction: str) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction.split(maxsplit=1)[0][:3]}</w:instrText></w:r><w:r><w:instrText>{instruction[3:]}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>blijft</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    part = brought.header_part(LETTERHEAD, "OR Voorbeeld")
    data = brought.replaced(LETTERHEAD, part, "</w:p>", f"{field}</w:p>")
    assert removed(data)["fields"] == instruction.split(maxsplit=1)[0]
    parts = letter_in(data)
    headers = b"".join(xml for name, xml in parts.items() if name.startswith("word/header"))
    assert b"blijft" in headers
    assert instruction.split(maxsplit=1)[0].encode() not in headers


def test_a_linked_picture_goes_with_its_frame() -> None:
    part = brought.header_part(LETTERHEAD, "Ondernemingsraad Voorbeeld")
    relations = f"word/_rels/{part.removeprefix('word/')}.rels"
    data = brought.replaced(
        LETTERHEAD, relations, 'Target="media/image1.png"', 'Target="http://kwaad.example/x.png" TargetMode="External"'
    )
    survey = survey_style(data)
    assert removed(data)["linked_pictures"] == "http://kwaad.example/x.png"
    assert not survey.logo
    assert not [name for name, xml in letter_in(data).items() if b"kwaad.example" in xml]


def test_what_is_called_a_picture_and_is_none_goes() -> None:
    data = brought.changed(LETTERHEAD, lambda parts: parts.update({"word/media/image1.png": b"MZ program"}))
    assert removed(data)["pictures"] == "image1.png"
    assert not [name for name in letter_in(data) if name.startswith("word/media")]


def test_own_instructions_in_a_file_open_no_places() -> None:
    part = brought.header_part(LETTERHEAD, "OR Voorbeeld")
    data = brought.replaced(LETTERHEAD, part, "</w:p>", "<?orapp block body?></w:p>")
    parts = letter_in(data)
    assert not [name for name, xml in parts.items() if name.startswith("word/header") and b"orapp block" in xml]


@given(cut=st.integers(0, len(SHIPPED)), patch=st.binary(max_size=40))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damage_anywhere_is_refused_or_harmless(cut: int, patch: bytes) -> None:
    damaged = SHIPPED[:cut] + patch + SHIPPED[cut + len(patch) :]
    refused_or_made(damaged)


PARTS = sorted(name for name in brought.parts_of(LETTERHEAD) if name.endswith((".xml", ".rels")))


@given(part=st.sampled_from(PARTS), data=st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_part_that_says_something_else_is_refused_or_harmless(part: str, data: st.DataObject) -> None:
    old = brought.parts_of(LETTERHEAD)[part]
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, min(len(old), start + 200)))
    words = data.draw(
        st.sampled_from([b"", b"<w:p/>", b'w:val="-99999999999"', b"&#xFFFF;", b"<", b'"', b"w:type='x'", b"\xff\xfe"])
    )
    changed = brought.changed(LETTERHEAD, lambda parts: parts.update({part: old[:start] + words + old[end:]}))
    refused_or_made(changed)


@given(data=st.binary(max_size=300))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(UnusableHouseStyle):
        open_package(b"PK" + data)
