"""What a user can type is in the letter exactly as typed, or is refused with its place."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orapp.documents.checks import require_sound
from orapp.documents.house_style import HouseStyle
from orapp.documents.letter_builder import build_letter
from orapp.documents.written_text import UnwritableText
from orapp.letters.content import (
    Annex,
    Block,
    BulletList,
    CodedItem,
    CodedList,
    LetterContent,
    LetterStatus,
    Operative,
    Paragraph,
    Quotation,
    Run,
    Section,
    Sender,
    Signature,
    Table,
)
from orapp.texts.sentences import Texts
from tests.documents.conftest import Checker
from tests.documents.sample_letters import text
from tests.documents.word_reading import body_of, controls, paragraph_texts, part_of, reopened

NASTY = (
    "'aanhaling' \"dubbel\" ‘enkel’ “krul”",
    "<w:t>&amp;</w:t> ]]> <!-- --> <?orapp end?>",
    "{{ veld }} {% if %} «samenvoegveld»",
    "👩‍👩‍👧‍👦 🏛\ufe0f é = e\u0301",
    "שלום עולם, مرحبا \u202eomgekeerd\u202c",
    "regel een\nregel twee\n\nregel vier",
    "\tvoor\tna\t",
    "  twee  spaties  ",
    "\u00a0\u00ad\u200b\ufeff\u2028\u2029\x85\x7f",
)
LONG = "woord " * 10_000
WRITABLE = st.characters(
    exclude_categories=["Cs"], exclude_characters=[chr(n) for n in range(32) if chr(n) not in "\t\n\r"] + ["\ufffe", "\uffff"]
)
TYPED = st.one_of(st.sampled_from(NASTY), st.text(WRITABLE, min_size=1, max_size=60))


def letter(typed: str) -> LetterContent:
    """A letter that has the same text in each of its places."""
    item = CodedItem(key="k", code=typed, runs=(Run(text=typed, bold=True), Run(text=typed)), details=((typed, typed),))
    blocks = (
        Paragraph(key="a", runs=(Run(text=typed), Run(text=typed, italic=True)), numbered=True),
        Operative(key="b", runs=text(typed), numbered=True),
        Quotation(key="c", runs=text(typed), source=typed),
        CodedList(key="d", items=(item,)),
        BulletList(key="e", items=(text(typed),)),
        Table(key="f", header=(typed,), rows=((typed,),), widths=(1,), summary=typed, caption=typed),
    )
    return LetterContent(
        kind="proef",
        title=typed,
        status=LetterStatus.ADOPTED,
        sender=Sender(name=typed, organisation=typed, lines=(typed, typed)),
        addressee=(typed, typed),
        reference_lines=((typed, typed),),
        subject=typed,
        salutation=typed,
        sections=(Section(key="deel", heading=typed, blocks=blocks),),
        closing=typed,
        signatures=(Signature(name=typed, role=typed),),
        dated=date(2026, 11, 21),
        confidentiality=typed,
        copies=(typed,),
        annexes=(Annex(number=1, title=typed),),
    )


def line_ends(typed: str) -> str:
    """Each way to end a line is one break in Word."""
    return re.sub("\r\n?", "\n", typed)


def must_survive(typed: str, style: HouseStyle) -> None:
    """The text stands in each place of the letter, once, as it was typed."""
    data = build_letter(letter(typed), style)
    require_sound(data)
    once, twice = line_ends(typed), line_ends(typed + typed)
    read = paragraph_texts(data)
    body = [once, twice, once, once, once, f"{once}\t{twice}", f"{once}: {once}", once, once, once, once]
    first = read.index("Betreft") + 3
    assert read[first : first + 11] == body
    single = controls(body_of(data))
    for tag in ("subject", "salutation", "closing", "confidentiality"):
        assert single[f"orapp.{tag}"] == once
    assert single["orapp.addressee"] == line_ends(f"{typed}\n{typed}")
    assert controls(part_of(data, "word/header1.xml"))["orapp.sender.lines"] == line_ends(f"{typed}\n{typed}")
    assert read[-8:] == [once, once, "", "", "Bijlage", f"1\t{once}", "Kopie aan", once]


@settings(max_examples=80, deadline=None)
@given(typed=TYPED)
def test_any_text_survives_in_every_place(style: HouseStyle, typed: str) -> None:
    must_survive(typed, style)


@pytest.mark.parametrize("typed", [*NASTY, LONG], ids=range(len(NASTY) + 1))
def test_known_troublemakers_survive_in_every_place(style: HouseStyle, typed: str) -> None:
    must_survive(typed, style)


@settings(max_examples=15, deadline=None)
@given(typed=TYPED)
def test_any_text_gives_a_sound_file(
    style: HouseStyle, tmp_path_factory: pytest.TempPathFactory, schema_findings: Checker, office_findings: Checker, typed: str
) -> None:
    path = tmp_path_factory.mktemp("brief") / "brief.docx"
    path.write_bytes(build_letter(letter(typed), style))
    assert schema_findings(path) == []
    assert office_findings(path) == []


@pytest.mark.parametrize("typed", [*NASTY, LONG], ids=range(len(NASTY) + 1))
def test_properties_and_alternative_texts_hold_the_same_text(style: HouseStyle, typed: str) -> None:
    document = reopened(build_letter(letter(typed), style))
    assert document.core_properties.title == typed
    assert document.core_properties.subject == typed
    assert document.core_properties.author == typed
    table = document.tables[1]._tbl
    assert table.xpath("string(w:tblPr/w:tblDescription/@w:val)") == typed


@pytest.mark.parametrize(
    ("sign", "reason"),
    [
        ("\x00", "control_character"),
        ("\x0b", "control_character"),
        ("\x1f", "control_character"),
        ("\ud83d", "lone_surrogate"),
        (chr(0xDC00), "lone_surrogate"),
        ("\ufffe", "noncharacter"),
        ("\uffff", "noncharacter"),
    ],
)
def test_a_sign_that_no_word_file_holds_is_refused(style: HouseStyle, sign: str, reason: str) -> None:
    good = letter("goed")
    with pytest.raises(UnwritableText) as refused:
        build_letter(replace(good, subject=f"ab{sign}c"), style)
    assert (refused.value.place, refused.value.reason) == ("subject", reason)
    assert refused.value.fields["position"] == "3"
    assert refused.value.fields["sign"] == f"U+{ord(sign):04X}"


def place_of(content: LetterContent, style: HouseStyle) -> str:
    """Where the refusal says that the wrong sign stands."""
    with pytest.raises(UnwritableText) as refused:
        build_letter(content, style)
    return refused.value.place


def test_the_place_is_named_everywhere(style: HouseStyle) -> None:
    good, bad = letter("goed"), "fout\x07"
    section = good.sections[0]

    def with_block(index: int, block: Block) -> LetterContent:
        blocks: list[Block] = [*section.blocks]
        blocks[index] = block
        return replace(good, sections=(replace(section, blocks=tuple(blocks)),))

    assert place_of(replace(good, addressee=("goed", bad)), style) == "addressee"
    assert place_of(replace(good, salutation=bad), style) == "salutation"
    assert place_of(replace(good, closing=bad), style) == "closing"
    assert place_of(replace(good, title=bad), style) == "title"
    assert place_of(replace(good, reference_lines=(("Uw kenmerk", bad),)), style) == "reference_lines/Uw kenmerk"
    assert place_of(replace(good, sender=replace(good.sender, lines=(bad,))), style) == "sender"
    assert place_of(replace(good, signatures=(Signature(name="goed", role=bad),)), style) == "signatures/1"
    assert place_of(replace(good, annexes=(Annex(number=3, title=bad),)), style) == "annexes/3"
    assert place_of(replace(good, copies=("goed", bad)), style) == "copies/2"
    assert place_of(replace(good, sections=(replace(section, heading=bad),)), style) == "deel"
    assert place_of(with_block(0, Paragraph(key="a", runs=text(bad))), style) == "deel/a"
    assert place_of(with_block(2, Quotation(key="c", runs=text("goed"), source=bad)), style) == "deel/c"
    coded = CodedItem(key="k", code="V2", runs=text("goed"), details=(("Wie", bad),))
    assert place_of(with_block(3, CodedList(key="d", items=(coded,))), style) == "deel/V2/Wie"
    assert place_of(with_block(4, BulletList(key="e", items=(text("goed"), text(bad)))), style) == "deel/e/2"
    table = Table(key="f", header=("goed",), rows=(("goed",), (bad,)), widths=(1,), summary="goed")
    assert place_of(with_block(5, table), style) == "deel/f/2"
    assert place_of(with_block(5, replace(table, rows=(), summary=bad)), style) == "deel/f"


def test_every_refusal_has_its_sentence(project: Path) -> None:
    files = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in (project / "resources/texts").glob("*.toml")}
    texts = Texts.load(files)
    refused = UnwritableText("subject", "control_character", sign="U+0007", position=5)
    assert texts.say(refused.code, **refused.fields).startswith("In het onderwerp (subject) staat een besturingsteken (U+0007")
