"""A house style is an ordinary Word file; one that cannot serve is refused with the reason."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from orapp.documents.house_style import STYLES_USED, HouseStyle, UnusableHouseStyle, load_house_style
from orapp.documents.klassiek import MARGIN_LEFT, TEXT_WIDTH, make_klassiek
from orapp.documents.letter_builder import build_letter
from orapp.documents.namespaces import w
from orapp.documents.package_writer import write_package
from tests.documents.conftest import Checker
from tests.documents.sample_advice import advice
from tests.documents.sample_letters import acknowledgement
from tests.documents.word_reading import body_of, controls, paragraph_texts, part_of, reopened


def changed(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The template with one part changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts[part] = change(parts[part])
    return write_package(parts)


def test_the_file_is_what_the_maker_makes(style: HouseStyle) -> None:
    assert style.data == make_klassiek()


def test_it_names_itself_and_its_measures(style: HouseStyle) -> None:
    assert (style.name, style.version) == ("Klassiek", "1.0")
    assert style.margins.left == MARGIN_LEFT
    assert style.text_width == TEXT_WIDTH


def test_the_template_itself_is_sound(
    style: HouseStyle, tmp_path: Path, schema_findings: Checker, office_findings: Checker
) -> None:
    path = tmp_path / "klassiek.docx"
    path.write_bytes(style.data)
    assert schema_findings(path) == []
    assert office_findings(path) == []


def test_its_styles_have_names_that_a_person_finds_in_word(style: HouseStyle) -> None:
    names = {each.name for each in reopened(style.data).styles}
    assert {"Briefhoofd", "Adresblok", "Referentie", "Onderwerp", "Alinea", "Alinea genummerd", "Besluit", "Tabel"} <= names
    assert {"Gecodeerd item", "Tabelkop", "Ondertekening", "Bijlagenlijst", "Heading 1", "Quote", "Caption", "Footer"} <= names


def test_the_language_is_dutch(style: HouseStyle) -> None:
    styles = part_of(style.data, "word/styles.xml")
    assert styles.xpath("string(//*[local-name()='rPrDefault']//*[local-name()='lang']/@*[local-name()='val'])") == "nl-NL"


def test_a_version_is_made_up_from_the_bytes_when_the_file_has_none(style: HouseStyle) -> None:
    bare = changed(style.data, "docProps/core.xml", lambda xml: xml.replace(b"<cp:version>1.0</cp:version>", b""))
    assert len(load_house_style(bare).version) == 12


@pytest.mark.parametrize("data", [b"", b"geen zip", write_package({"een.txt": b"tekst"})])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnusableHouseStyle) as refused:
        load_house_style(data)
    assert refused.value.code == "documents.style.not_a_word_file"


def test_broken_xml_is_refused(style: HouseStyle) -> None:
    with pytest.raises(UnusableHouseStyle) as refused:
        load_house_style(changed(style.data, "word/document.xml", lambda xml: xml[:-20]))
    assert refused.value.reason == "not_a_word_file"


def test_a_truncated_file_is_refused(style: HouseStyle) -> None:
    with pytest.raises(UnusableHouseStyle):
        load_house_style(style.data[: len(style.data) // 2])


def test_missing_places_are_named(style: HouseStyle) -> None:
    with pytest.raises(UnusableHouseStyle) as refused:
        load_house_style(changed(style.data, "word/document.xml", lambda xml: xml.replace(b"orapp.closing", b"iets")))
    assert (refused.value.reason, refused.value.fields["what"]) == ("missing_places", "closing")


@pytest.mark.parametrize("name", STYLES_USED)
def test_missing_styles_are_named(style: HouseStyle, name: str) -> None:
    old = f'w:styleId="{name}"'.encode()
    with pytest.raises(UnusableHouseStyle) as refused:
        load_house_style(changed(style.data, "word/styles.xml", lambda xml: xml.replace(old, b'w:styleId="Anders"')))
    assert (refused.value.reason, refused.value.fields["what"]) == ("missing_styles", name)


def test_a_header_without_the_word_concept_is_refused(style: HouseStyle) -> None:
    with pytest.raises(UnusableHouseStyle) as refused:
        load_house_style(changed(style.data, "word/header2.xml", lambda xml: xml.replace(b"CONCEPT", b"Ontwerp")))
    assert (refused.value.reason, refused.value.fields["what"]) == ("no_concept_mark", "word/header2.xml")


def test_a_kind_of_page_without_header_is_refused(style: HouseStyle) -> None:
    reference = b'<w:headerReference w:type="first" r:id="rId5"/>'
    with pytest.raises(UnusableHouseStyle) as refused:
        load_house_style(changed(style.data, "word/document.xml", lambda xml: xml.replace(reference, b"")))
    assert (refused.value.reason, refused.value.fields["what"]) == ("missing_header", "first")


def test_even_pages_need_their_header_too(style: HouseStyle) -> None:
    more = changed(
        style.data, "word/settings.xml", lambda xml: xml.replace(b"<w:defaultTab", b"<w:evenAndOddHeaders/><w:defaultTab")
    )
    with pytest.raises(UnusableHouseStyle) as refused:
        load_house_style(more)
    assert (refused.value.reason, refused.value.fields["what"]) == ("missing_header", "even")


def test_controls_around_a_whole_paragraph_or_cell_serve_as_well(
    style: HouseStyle, tmp_path: Path, schema_findings: Checker
) -> None:
    def around(xml: bytes) -> bytes:
        root = etree.fromstring(xml)
        tags = {f"orapp.{name}" for name in ("salutation", "reference.value", "closing", "body")}
        for tag in [each for each in root.iter(w("tag")) if each.get(w("val")) in tags]:
            control = next(tag.iterancestors(w("sdt")))
            outer = next(control.iterancestors(w("tc" if tag.get(w("val")) == "orapp.reference.value" else "p")))
            content = next(control.iterchildren(w("sdtContent")))
            control.addprevious(content[0])
            outer.addprevious(control)
            content.append(outer)
        for number, element in enumerate(root.iter(w("p"), w("tr"))):
            element.set("{http://schemas.microsoft.com/office/word/2010/wordml}paraId", f"{number:08X}")
        return etree.tostring(root)

    other = load_house_style(changed(style.data, "word/document.xml", around))
    data = build_letter(advice(), other)
    assert paragraph_texts(data) == paragraph_texts(build_letter(advice(), style))
    assert controls(body_of(data)) == controls(body_of(build_letter(advice(), style)))
    path = tmp_path / "brief.docx"
    path.write_bytes(data)
    assert schema_findings(path) == []


def test_a_logo_alone_in_its_cell_leaves_a_sound_cell(style: HouseStyle, tmp_path: Path, schema_findings: Checker) -> None:
    def alone(xml: bytes) -> bytes:
        root = etree.fromstring(xml)
        cell = next(root.iter(w("tc")))
        for paragraph in cell.findall(w("p"))[1:]:
            cell.remove(paragraph)
        return etree.tostring(root)

    path = tmp_path / "brief.docx"
    path.write_bytes(build_letter(acknowledgement(), load_house_style(changed(style.data, "word/header1.xml", alone))))
    assert schema_findings(path) == []


@settings(max_examples=60, deadline=None)
@given(at=st.integers(min_value=0, max_value=11_000), bits=st.integers(min_value=1, max_value=255))
def test_a_damaged_file_is_refused_or_serves(style: HouseStyle, at: int, bits: int) -> None:
    damaged = bytearray(style.data)
    damaged[at % len(damaged)] ^= bits
    try:
        other = load_house_style(bytes(damaged))
    except UnusableHouseStyle:
        return
    assert other.skeletons.keys() == style.skeletons.keys()
