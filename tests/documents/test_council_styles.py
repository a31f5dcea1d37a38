"""Any honest Word file becomes a house style in which every letter is sound; the council's own look stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from orapp.documents.house_style import STYLES_USED, UnusableHouseStyle, load_house_style
from orapp.documents.klassiek import make_klassiek
from orapp.documents.letter_builder import build_letter
from orapp.documents.modern import make_modern
from orapp.documents.namespaces import w
from orapp.documents.style_making import make_template
from orapp.documents.style_reading import contrast
from orapp.documents.style_survey import survey_style
from orapp.domain.council_styles import StyleRole
from orapp.letters.content import LetterStatus
from tests.documents import brought_files as brought
from tests.documents.conftest import Checker
from tests.documents.sample_advice import advice
from tests.documents.sample_letters import acknowledgement
from tests.documents.word_reading import part_of, text_of

HONEST: dict[str, Callable[[], bytes]] = {
    "letterhead": lambda: brought.saved(brought.letterhead()),
    "plain": brought.plain,
    "even": brought.even_and_odd,
    "landscape": brought.landscape,
    "a5": brought.a5,
    "places": brought.with_places,
    "libreoffice": brought.like_libreoffice,
    "no_headings": brought.without_headings,
    "macros": brought.with_macros,
    "klassiek": make_klassiek,
    "modern": make_modern,
}


def template_of(data: bytes) -> bytes:
    """The template of a file as it is proposed."""
    return make_template(data, {one.role: one.style for one in survey_style(data).proposal}, "Eigen stijl", "3").data


def codes(data: bytes) -> set[str]:
    return {one.code.removeprefix("style_removed.") for one in survey_style(data).removed}


@pytest.mark.parametrize("name", HONEST)
def test_letters_in_it_are_sound(name: str, tmp_path: Path, schema_findings: Checker, office_findings: Checker) -> None:
    style = load_house_style(template_of(HONEST[name]()))
    assert (style.name, style.version) == ("Eigen stijl", "3")
    for number, content in enumerate((advice(), acknowledgement(LetterStatus.ADOPTED))):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(build_letter(content, style))
        assert schema_findings(path) == []
        assert office_findings(path) == []


def test_the_same_file_gives_the_same_template() -> None:
    data = brought.saved(brought.letterhead())
    assert template_of(data) == template_of(data)


def test_what_is_known_by_name_is_proposed() -> None:
    survey = survey_style(brought.saved(brought.letterhead()))
    proposal = {one.role: one.style for one in survey.proposal}
    assert proposal[StyleRole.BODY] == "Normal"
    assert proposal[StyleRole.HEADING] == "Heading1"
    assert proposal[StyleRole.QUOTATION] == "Quote"
    assert StyleRole.SUBJECT in survey.missing
    assert StyleRole.TABLE in survey.missing  # Word has a grid in every file; nobody used it
    heading = survey.style("Heading1")
    assert heading is not None
    assert (heading.name, heading.level, heading.colour) == ("Kop 1", 1, "8A1C4A")
    assert (survey.family, survey.points, survey.accent) == ("Georgia", 10.5, "8A1C4A")


def test_the_dutch_names_of_our_own_template_are_known() -> None:
    survey = survey_style(make_klassiek())
    assert {one.role: one.style for one in survey.proposal}[StyleRole.ADDRESS] == "Adresblok"
    assert survey.missing == (StyleRole.SUBHEADING,)
    assert survey.removed == ()


def test_page_edges_and_picture_are_found() -> None:
    survey = survey_style(brought.even_and_odd())
    assert (round(survey.page.width), round(survey.page.height)) == (210, 297)
    assert survey.page.margins[0] == 45
    assert [edge.kind for edge in survey.headers] == ["first", "default", "even"]
    assert survey.headers[0].text == "Ondernemingsraad Voorbeeld"
    assert survey.logo
    assert not survey.page_numbers


def test_the_letterhead_stays_and_each_page_gets_what_it_lacks() -> None:
    style = load_house_style(template_of(brought.even_and_odd()))
    headers = [name for name in style.skeletons if "header" in name]
    assert len(headers) == 3
    data = build_letter(advice(), style)
    for name in headers:
        text = text_of(part_of(data, name))
        assert "CONCEPT" in text
    assert "Ondernemingsraad Voorbeeld" in text_of(part_of(data, headers[0]))
    for name in (name for name in style.skeletons if "footer" in name):
        codes_there = [code.text or "" for code in part_of(data, name).iter(w("instrText"))]
        assert any("PAGE" in code for code in codes_there)


def test_an_adopted_letter_says_concept_nowhere() -> None:
    data = build_letter(advice(LetterStatus.ADOPTED), load_house_style(template_of(brought.even_and_odd())))
    assert not [name for name, xml in brought.parts_of(data).items() if b"CONCEPT" in xml]


def test_derived_styles_rest_on_those_of_the_council() -> None:
    styles = part_of(template_of(brought.saved(brought.letterhead())), "word/styles.xml")
    bases = {one.get(w("styleId")): one.find(w("basedOn")) for one in styles.iter(w("style"))}
    assert set(STYLES_USED) <= set(bases)
    below = bases["Kop1"]
    assert below is not None
    assert below.get(w("val")) == "Heading1"
    assert not [one for one in styles.iter(w("lang")) if one.get(w("val")) != "nl-NL"]


def test_a_style_of_the_council_with_an_id_of_ours_gets_another() -> None:
    template = part_of(template_of(make_klassiek()), "word/styles.xml")
    ids = [one.get(w("styleId"), "") for one in template.iter(w("style"))]
    names = [name.get(w("val"), "").casefold() for name in template.iter(w("name"))]
    assert len(ids) == len(set(ids))
    assert len(names) == len(set(names))
    assert "Kop1Raad" in ids


def test_headings_are_headings_for_who_cannot_see_them() -> None:
    styles = part_of(template_of(brought.without_headings()), "word/styles.xml")
    kop = next(one for one in styles.iter(w("style")) if one.get(w("styleId")) == "Kop1")
    level = kop.find(f"{w('pPr')}/{w('outlineLvl')}")
    assert level is not None
    assert level.get(w("val")) == "0"


def test_the_words_around_places_stay() -> None:
    survey = survey_style(brought.with_places())
    assert survey.places == ("addressee", "subject", "body")
    data = build_letter(acknowledgement(), load_house_style(template_of(brought.with_places())))
    text = text_of(part_of(data, "word/document.xml"))
    assert text.index("Aan: ") < text.index("Betreft: ") < text.index("Vaste zin van de raad.")
    assert text.index("Geachte") < text.index("Vaste zin")
    assert "{{" not in text


def test_a_pale_text_is_told_and_becomes_readable() -> None:
    pale = brought.replaced(
        brought.saved(brought.letterhead()), "word/styles.xml", '<w:name w:val="Normal"/>', '<w:name w:val="Normal"/>'
    )
    pale = brought.changed(
        pale,
        lambda parts: parts.update(
            {
                "word/styles.xml": parts["word/styles.xml"].replace(
                    b"<w:rPrDefault><w:rPr>", b'<w:rPrDefault><w:rPr><w:color w:val="AAAAAA"/>'
                )
            }
        ),
    )
    assert [note.code for note in survey_style(pale).notes] == ["style_note.contrast"]
    styles = part_of(template_of(pale), "word/styles.xml")
    body = next(one for one in styles.iter(w("style")) if one.get(w("styleId")) == "Alinea")
    ink = body.find(f"{w('rPr')}/{w('color')}")
    assert ink is not None
    assert contrast(ink.get(w("val"), "")) >= 4.5


def test_too_little_room_is_refused_with_its_measure() -> None:
    with pytest.raises(UnusableHouseStyle) as refused:
        survey_style(brought.a5(margin=40))
    assert (refused.value.reason, refused.value.fields["what"]) == ("page_too_small", "68 x 159 mm")


def test_a_style_that_is_not_there_or_of_another_kind_is_refused() -> None:
    data = brought.plain()
    for role, style in ((StyleRole.BODY, "Onbekend"), (StyleRole.BODY, "TableGrid"), (StyleRole.TABLE, "Normal")):
        with pytest.raises(UnusableHouseStyle) as refused:
            make_template(data, {role: style}, "x", "1")
        assert (refused.value.reason, refused.value.fields["what"]) == ("unknown_style", style)


def test_styles_that_rest_on_themselves_do_no_harm() -> None:
    circle = brought.changed(
        brought.plain(),
        lambda parts: parts.update(
            {
                "word/styles.xml": parts["word/styles.xml"].replace(
                    b"</w:styles>",
                    b'<w:style w:type="paragraph" w:styleId="A"><w:name w:val="Citaat"/><w:basedOn w:val="B"/></w:style>'
                    b'<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style></w:styles>',
                )
            }
        ),
    )
    made = make_template(circle, {StyleRole.QUOTATION: "A"}, "x", "1").data
    styles = part_of(made, "word/styles.xml")
    bases = {
        one.get(w("styleId"), ""): "" if (base := one.find(w("basedOn"))) is None else base.get(w("val"), "")
        for one in styles.iter(w("style"))
    }
    for start in bases:
        at, steps = start, 0
        while at and steps <= len(bases):
            at, steps = bases.get(at, ""), steps + 1
        assert steps <= len(bases)


def test_the_modern_template_is_what_its_maker_makes(project: Path) -> None:
    assert (project / "resources" / "templates" / "modern.docx").read_bytes() == make_modern()


@pytest.mark.parametrize("make", [make_klassiek, make_modern])
def test_what_ships_is_read_well_by_everyone(make: Callable[[], bytes]) -> None:
    styles = part_of(make(), "word/styles.xml")
    on_colour = {"FFFFFF"}  # white letters stand on the accent, in the head of a table
    inks = {one.get(w("val"), "") for one in styles.iter(w("color"))} - on_colour
    assert all(contrast(ink) >= 4.5 for ink in inks)
    fills = {one.get(w("fill"), "") for one in styles.iter(w("shd"))}
    assert all(contrast(fill) >= 4.5 or contrast(fill) < 1.3 for fill in fills)
    assert isinstance(styles, etree._Element)
