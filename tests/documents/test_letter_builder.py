"""The form of a letter in Word: places, numbering, tables, headers, properties, and what keeps together."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from lxml import etree

from orapp.documents.anchors import LONGEST
from orapp.documents.checks import UnsoundPackage, require_sound
from orapp.documents.house_style import HouseStyle
from orapp.documents.klassiek import TEXT_WIDTH
from orapp.documents.letter_builder import build_letter
from orapp.documents.logo import UnreadableLogo
from orapp.documents.namespaces import w
from orapp.documents.word_letters import WordLetters
from orapp.documents.word_pieces import CONCEPT_MARK
from orapp.letters.content import LetterContent, LetterStatus, Paragraph, Run, Section, Signature, Table
from orapp.letters.page_words import column_widths, detail_lines
from tests.documents.conftest import Checker
from tests.documents.sample_advice import advice
from tests.documents.sample_letters import acknowledgement, png, said
from tests.documents.word_reading import body_of, bookmarks, controls, paragraph_texts, part_names, part_of, reopened, text_of

HEADERS = ("word/header1.xml", "word/header2.xml")
FOOTERS = ("word/footer1.xml", "word/footer2.xml")


@pytest.fixture(scope="module")
def concept(style: HouseStyle) -> bytes:
    """The advice as a concept."""
    return build_letter(advice(), style)


def styles_and_texts(data: bytes) -> list[tuple[str, str]]:
    """The style and text of each paragraph of the body."""
    return [(style_of(paragraph), text_of(paragraph)) for paragraph in body_of(data).iter(w("p"))]


def style_of(paragraph: etree._Element) -> str:
    """The identity of a paragraph's style."""
    return str(paragraph.xpath("string(*[local-name()='pPr']/*[local-name()='pStyle']/@*[local-name()='val'])"))


def keeps(paragraph: etree._Element) -> bool:
    """Whether it stays on the page of the next paragraph by its own properties."""
    return paragraph.find(f"{w('pPr')}/{w('keepNext')}") is not None


@pytest.mark.parametrize(
    "content",
    [
        acknowledgement(),
        acknowledgement(LetterStatus.SENT),
        advice(),
        advice(LetterStatus.ADOPTED, png()),
        replace(advice(), numbered=False),
        replace(advice(), sections=(), annexes=(), copies=(), signatures=(), reference_lines=(), confidentiality=""),
    ],
    ids=["kort", "kort verzonden", "advies", "advies met logo", "zonder nummers", "leeg"],
)
def test_each_letter_is_sound(
    style: HouseStyle, tmp_path: Path, schema_findings: Checker, office_findings: Checker, content: LetterContent
) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(build_letter(content, style))
    assert schema_findings(path) == []
    assert office_findings(path) == []


def test_the_same_letter_gives_the_same_bytes(style: HouseStyle, concept: bytes) -> None:
    again = WordLetters(style.data)
    assert again.write(advice()) == concept
    assert again.style_version() == "Klassiek 1.0"
    assert hashlib.sha256(build_letter(acknowledgement(), style)).digest() != hashlib.sha256(concept).digest()


def test_single_places_are_content_controls_with_tag_and_alias(concept: bytes) -> None:
    found = controls(body_of(concept))
    assert found["orapp.subject"].startswith("advies op grond van artikel 25 lid 1 onder f en h WOR")
    assert found["orapp.addressee"].splitlines()[0] == "Gemeente Eikenrode"
    assert found["orapp.date"] == "20 november 2025"
    assert found["orapp.our_reference"] == "2025-014-11"
    assert found["orapp.your_reference"] == "HV/2025/118"
    assert found["orapp.salutation"] == "Geachte bestuurder,"
    assert found["orapp.closing"] == "Hoogachtend,\nnamens de ondernemingsraad van de gemeente Eikenrode"
    aliases = [alias.get(w("val")) for alias in body_of(concept).iter(w("alias"))]
    assert len(aliases) == len(found)
    assert {"Onderwerp", "Geadresseerde", "Datum", "Ons kenmerk", "Aanhef"} <= set(aliases)


def test_control_numbers_are_unique_in_the_whole_letter(concept: bytes) -> None:
    numbers = [
        element.get(w("val"))
        for name in ("word/document.xml", *HEADERS, *FOOTERS)
        for element in part_of(concept, name).iter(w("id"))
    ]
    assert len(numbers) == len(set(numbers)) > 10


def test_the_date_and_our_reference_are_added_when_the_content_does_not_name_them(style: HouseStyle) -> None:
    data = build_letter(
        replace(acknowledgement(), reference_lines=(("Behandeld door", "S. van Elders"), ("Bijlagen", ""))), style
    )
    found = controls(body_of(data))
    assert found["orapp.date"] == "Eikenrode, 18 september 2025"
    assert found["orapp.our_reference"] == "2025-014-05"
    assert found["orapp.reference.behandeld_door"] == "S. van Elders"
    assert "Bijlagen" not in paragraph_texts(data)


def test_sections_paragraphs_and_coded_items_carry_bookmarks(concept: bytes) -> None:
    marks = bookmarks(concept)
    content = advice()
    items = sum(len(block.items) for section in content.sections for block in section.blocks if hasattr(block, "items"))
    blocks = sum(len(section.blocks) for section in content.sections)
    bullets = 4
    assert len(marks) == len(content.sections) + blocks + items - bullets
    assert marks["_orapp_samenvatting"] == "Samenvatting"
    assert marks["_orapp_voorwaarden_lijst_v2"].startswith("V2\tBij opening zijn ten minste 20")
    assert marks["_orapp_feiten_invloed"].startswith("Het advies is gevraagd")
    assert marks["_orapp_aanleiding_besluiten"] == "De voorgenomen besluiten"
    assert all(len(name) <= LONGEST for name in marks)
    numbers = [start.get(w("id")) for start in body_of(concept).iter(w("bookmarkStart"))]
    assert len(numbers) == len(set(numbers))


def test_a_section_without_heading_is_marked_on_its_first_paragraph(style: HouseStyle) -> None:
    marks = bookmarks(build_letter(acknowledgement(), style))
    assert marks["_orapp_brief"] == marks["_orapp_brief_ontvangst"]


def test_an_empty_section_leaves_no_mark(style: HouseStyle) -> None:
    sections = (Section(key="leeg"), Section(key="vol", blocks=(said("a", "Tekst."),)))
    assert set(bookmarks(build_letter(replace(acknowledgement(), sections=sections), style))) == {"_orapp_vol", "_orapp_vol_a"}


def test_headings_and_paragraphs_have_real_numbers_linked_to_their_styles(concept: bytes) -> None:
    numbering = part_of(concept, "word/numbering.xml")
    levels = numbering.findall(f"{w('abstractNum')}[1]/{w('lvl')}")
    patterns = [element.get(w("val")) for level in levels[:2] for element in level.iter(w("lvlText"))]
    linked = [element.get(w("val")) for level in levels[:2] for element in level.iter(w("pStyle"))]
    assert patterns == ["%1", "%1.%2"]
    assert linked == ["Kop1", "AlineaGenummerd"]
    named = styles_and_texts(concept)
    assert sum(style == "Kop1" for style, _ in named) == 16
    assert ("AlineaGenummerd", "Over B3 geven wij later advies, op grond van artikel 25 lid 5 WOR.") in named
    assert sum(style == "BesluitGenummerd" for style, _ in named) == 2
    assert sum(style == "Besluit" for style, _ in named) == 1


def test_a_letter_without_numbers_has_headings_and_paragraphs_without_them(style: HouseStyle) -> None:
    used = {name for name, _ in styles_and_texts(build_letter(replace(advice(), numbered=False), style))}
    assert "KopZonderNummer" in used
    assert not used & {"Kop1", "AlineaGenummerd", "BesluitGenummerd"}


def test_codes_are_text(concept: bytes) -> None:
    named = styles_and_texts(concept)
    coded = [text.split("\t")[0] for style, text in named if style == "GecodeerdItem"]
    assert coded == ["A1", "O1", "O2", "V1", "V2", "V3", "V4", "V5", "T1", "T2", "T3", "T4"]
    assert ("GecodeerdSlot", "Bron: brief van 10 april 2025 (D4)") in named


def test_looks_within_a_paragraph_stay(concept: bytes) -> None:
    paragraph = next(each for each in reopened(concept).paragraphs if each.text.startswith("Let op de bezetting"))
    assert [(run.text, bool(run.bold), bool(run.italic)) for run in paragraph.runs] == [
        ("Let op de bezetting van de ", False, False),
        ("bedrijfshulpverlening", False, True),
        (" op ", False, False),
        ("vrijdag", True, False),
        (".", False, False),
    ]


def test_tables_repeat_their_header_keep_their_rows_whole_and_are_described(concept: bytes) -> None:
    tables = [table for table in body_of(concept).iter(w("tbl")) if table.find(f"{w('tblPr')}/{w('tblStyle')}") is not None]
    assert len(tables) == 3
    for table in tables:
        rows = table.findall(w("tr"))
        assert [row.find(f"{w('trPr')}/{w('tblHeader')}") is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in rows)
        summary = table.find(f"{w('tblPr')}/{w('tblDescription')}")
        assert summary is not None
        assert summary.get(w("val"))
        widths = [int(column.get(w("w"), "0")) for column in table.iter(w("gridCol"))]
        assert sum(widths) == TEXT_WIDTH


def test_a_column_of_figures_stands_to_the_right(concept: bytes) -> None:
    table = reopened(concept).tables[3]
    assert [cell.text for cell in table.rows[1].cells] == ["dinsdag", "141", "140", "0,99"]
    assert [cell.paragraphs[0].alignment is not None for cell in table.rows[1].cells] == [False, True, True, True]


def test_rows_that_are_too_short_or_too_long_and_empty_tables_are_written(style: HouseStyle) -> None:
    def table(key: str, header: tuple[str, ...], *rows: tuple[str, ...]) -> Table:
        return Table(key=key, header=header, rows=rows, widths=(1,), summary="proef")

    blocks = (table("a", ("een", "twee"), ("1",), ("1", "2", "3")), table("b", ()), table("c", ()), table("d", ("alleen kop",)))
    data = build_letter(replace(acknowledgement(), sections=(Section(key="s", blocks=blocks),)), style)
    first, second = (table for table in body_of(data).iter(w("tbl")) if table.find(f"{w('tblPr')}/{w('tblStyle')}") is not None)
    assert [text_of(cell) for cell in first.iter(w("tc"))] == ["een", "twee", "", "1", "", "", "1", "2", "3"]
    following = first.getnext()
    assert following is not None
    assert following.tag == w("p"), "tables that touch become one in Word"
    assert text_of(second) == "alleen kop"


def test_column_widths_share_the_whole_width() -> None:
    assert column_widths((1, 2), [1, 1], 100) == [33, 67]
    assert column_widths((0, 5, 5), [1, 1, 1, 1], 1200) == [100, 500, 500, 100]


def test_a_column_is_as_wide_as_its_longest_word_where_that_fits() -> None:
    assert column_widths((1, 9), [30, 20], 100) == [30, 70]
    assert column_widths((1, 1, 8), [30, 40, 20], 100) == [30, 40, 30]
    assert column_widths((1, 1), [80, 80], 100) == [50, 50]


def test_concept_stands_on_every_kind_of_page_and_only_in_a_concept(style: HouseStyle, concept: bytes) -> None:
    for name in HEADERS:
        header = part_of(concept, name)
        assert CONCEPT_MARK in text_of(header)
        assert header.xpath("count(//*[local-name()='textpath'][@string='CONCEPT'])") == 1
    for status in (LetterStatus.ADOPTED, LetterStatus.SIGNED, LetterStatus.SENT):
        data = build_letter(advice(status), style)
        assert not any(b"CONCEPT" in etree.tostring(part_of(data, name)) for name in part_names(data) if name.endswith(".xml"))


def test_later_pages_name_the_letter_and_every_page_its_number(concept: bytes) -> None:
    later = text_of(part_of(concept, HEADERS[1]))
    for expected in (
        "Ondernemingsraad – Gemeente Eikenrode",
        "20 november 2025",
        "2025-014-11",
        advice().subject,
        "Vertrouwelijk",
    ):
        assert expected in later
    for name in FOOTERS:
        fields = [(element.text or "").strip() for element in part_of(concept, name).iter(w("instrText"))]
        assert fields == ["PAGE", "NUMPAGES"]


def test_headings_captions_and_leads_stay_with_what_follows(concept: bytes) -> None:
    tree = part_of(concept, "word/styles.xml")
    keeping = {
        element.get(w("styleId")) for element in tree.iter(w("style")) if element.find(f"{w('pPr')}/{w('keepNext')}") is not None
    }
    assert {"Kop1", "Bijschrift", "Tabelkop", "Slotformule", "Ondertekening", "Bijlagenkop"} <= keeping
    leads = [p for p in body_of(concept).iter(w("p")) if text_of(p).startswith(("De voorwaarden luiden", "Het verloop was"))]
    assert [keeps(paragraph) for paragraph in leads] == [True, True]


def test_a_signature_never_stands_alone(style: HouseStyle, concept: bytes) -> None:
    body = list(body_of(concept))
    closing = next(index for index, element in enumerate(body) if style_of(element) == "Slotformule")
    assert keeps(body[closing - 1])
    assert body[closing + 1].tag == w("tbl")
    with_table = replace(acknowledgement(), sections=(Section(key="s", blocks=(advice().sections[1].blocks[2],)),))
    elements = list(body_of(build_letter(with_table, style)))
    table = next(element for element in elements if element.find(f"{w('tblPr')}/{w('tblStyle')}") is not None)
    assert all(keeps(paragraph) for paragraph in table.iter(w("p")))


def test_three_signatures_stand_in_two_rows(style: HouseStyle) -> None:
    three = (*advice().signatures, Signature(name="P. Derde", role="lid"))
    table = reopened(build_letter(replace(advice(), signatures=three), style)).tables[-1]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["M. de Voorbeeld\nvoorzitter", "S. van Elders\nsecretaris (OR-lid)"],
        ["P. Derde\nlid", ""],
    ]


def test_the_signatures_go_along_with_the_annexes_and_copies_after_them(style: HouseStyle) -> None:
    """A head over one line is no page: in LibreOffice only a table that may break is held to what follows."""

    def signing(letter: LetterContent) -> tuple[bool, bool]:
        table = list(body_of(build_letter(letter, style)).iter(w("tbl")))[-1]
        held = [keeps(paragraph) for paragraph in table.iter(w("p"))]
        assert len(set(held)) == 1
        return held[0], any(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in table.iter(w("tr")))

    bare = replace(advice(), annexes=(), copies=())
    assert signing(bare) == (False, True)
    assert signing(replace(bare, copies=("het college",))) == (True, False)
    assert signing(replace(bare, annexes=advice().annexes)) == (True, False)
    four = replace(bare, copies=("het college",), signatures=advice().signatures * 2)
    assert signing(four) == (True, True)


def test_a_last_paragraph_of_one_line_takes_the_one_before_it_along(style: HouseStyle) -> None:
    for last, along in (("Kort.", True), ("Dit is een lange alinea. " * 6, False)):
        blocks = tuple(Paragraph(key=f"p{n}", runs=(Run(text=text),)) for n, text in enumerate(("Eerst.", "Dan dit.", last)))
        section = Section(key="slot", heading="Slot", blocks=blocks)
        body = list(body_of(build_letter(replace(advice(), sections=(section,)), style)))
        closing = next(index for index, element in enumerate(body) if style_of(element) == "Slotformule")
        assert [keeps(element) for element in body[closing - 3 : closing]] == [False, along, True]


def test_annexes_and_copies_are_listed(concept: bytes) -> None:
    assert paragraph_texts(concept)[-8:] == [
        "Bijlagen",
        "1\tVragen en antwoorden, 23 oktober 2025, versie 2",
        "2\tLijst van toezeggingen, 20 november 2025",
        "3\tSamenvatting van de achterbanraadpleging, 24 oktober 2025",
        "4\tRapport van de arbodeskundige, 27 oktober 2025, versie 1.0",
        "Kopie aan",
        "de leden van de ondernemingsraad",
        "de afdeling HR",
    ]


def test_the_properties_of_the_file_come_from_the_letter(concept: bytes) -> None:
    properties = reopened(concept).core_properties
    assert properties.title == "Advies over het voorgenomen besluit Huisvesting Het Kwadrant"
    assert properties.subject == advice().subject
    assert (properties.author, properties.language) == ("Ondernemingsraad", "nl-NL")
    assert properties.created == datetime(2025, 11, 20, tzinfo=UTC)


def test_a_logo_is_placed_with_its_alternative_text(style: HouseStyle) -> None:
    data = build_letter(advice(logo=png(3000, 1000)), style)
    assert "word/media/logo.png" in part_names(data)
    header = part_of(data, HEADERS[0])
    assert header.xpath("string(//*[local-name()='docPr']/@descr)") == "Logo van Ondernemingsraad"
    assert header.xpath(f"number(//*[local-name()='inline']/*[local-name()='extent']/@cy) <= {13 * 36_000}") is True
    assert "word/media/logo.png" not in part_names(build_letter(advice(), style))


@pytest.mark.parametrize("logo", [b"geen plaatje", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"GIF89a" + b"\x01\x00" * 20])
def test_a_logo_that_cannot_be_read_is_refused(style: HouseStyle, logo: bytes) -> None:
    with pytest.raises(UnreadableLogo) as refused:
        build_letter(advice(logo=logo), style)
    assert refused.value.code == "documents.unreadable_logo"


def test_without_secrecy_and_copies_nothing_is_left_of_them(style: HouseStyle) -> None:
    bare = replace(acknowledgement(), copies=())
    used = {name for name, _ in styles_and_texts(build_letter(bare, style))}
    assert not used & {"Vertrouwelijk", "Kopielijst", "Bijlagenkop", "Bijlagenlijst"}


def test_the_own_check_sees_damage(concept: bytes) -> None:
    require_sound(concept)
    middle = len(concept) // 3
    with pytest.raises(UnsoundPackage):
        require_sound(concept[:middle] + b"\x00\xff\x00" + concept[middle + 3 :])
    with pytest.raises(UnsoundPackage):
        require_sound(concept[:-200])


def test_the_day_is_the_letters_own(style: HouseStyle) -> None:
    later = build_letter(replace(advice(), dated=date(2026, 1, 5), reference_lines=()), style)
    assert controls(body_of(later))["orapp.date"] == "Eikenrode, 5 januari 2026"


def test_short_details_share_a_line_and_long_ones_do_not() -> None:
    who, due, concerns = ("Wie", "de bestuurder"), ("Uiterlijk", "bij de opening"), ("Geldt voor", "B2")
    long = ("Norm", "ten hoogste 45 dB(A) in het open werkgebied en een plan van aanpak bij een hogere waarde")
    assert detail_lines((who, due, concerns, long)) == [[who, due, concerns], [long]]
    broken = ("Wie", "de\nbestuurder")
    assert detail_lines((broken, due)) == [[broken], [due]]
    assert detail_lines(()) == []


def test_the_header_of_later_pages_keeps_date_and_reference_on_one_line(style: HouseStyle) -> None:
    letter = advice()
    long = replace(letter.sender, name="Ondernemingsraad Eikenrode", organisation="Samenwerkingsverband De Lange Weg aan Zee")
    stamped = replace(letter, sender=long, reference="OR/2025-002/11")
    header = text_of(part_of(build_letter(stamped, style), "word/header2.xml"))
    assert "Ondernemingsraad Eikenrode" in header
    assert "De Lange Weg" not in header
    assert "De Lange Weg" in text_of(part_of(build_letter(stamped, style), "word/header1.xml"))
