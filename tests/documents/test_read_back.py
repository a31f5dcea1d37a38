"""Letters that were edited in Word: every change is found, and nothing is invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from lxml import etree

from orapp.documents.house_style import HouseStyle
from orapp.documents.letter_builder import build_letter
from orapp.documents.namespaces import W, w
from orapp.documents.read_back import WordReturns
from orapp.letters.content import CodedList, LetterContent, Paragraph, Section
from orapp.letters.read_letter import ReadLetter
from orapp.letters.reading_back import ChangeKind, Comparison, SectionChange, compare
from tests.documents.sample_advice import advice
from tests.documents.sample_letters import acknowledgement, text
from tests.documents.test_letter_text import NASTY, TYPED, letter
from tests.documents.word_edits import EditedWord, words_of

Compared = Callable[[bytes], Comparison]
ADVICE = advice()
LIST = next(
    block.key
    for section in ADVICE.sections
    for block in section.blocks
    if isinstance(block, CodedList) and section.key == "voorwaarden"
)
KEYS = tuple(section.key for section in ADVICE.sections)


def read(content: LetterContent, left: bytes, came: bytes) -> Comparison:
    """What came back of a letter, held against the file that left."""
    kept = around_advice(left) if content is ADVICE else WordReturns().around(left, content)
    return compare(content, kept, WordReturns().read(came, content, kept.aliases), content)


@cache
def around_advice(left: bytes) -> ReadLetter:
    """What stands around the text in a file of the advice, read once for all that came back of it."""
    return WordReturns().around(left, ADVICE)


class Sent:
    """A file that left; its name is short, so that a property test can tell its arguments."""

    def __init__(self, data: bytes) -> None:
        self.data = data


class Setter:
    """Sets letters in the house style; its name is short for the same reason."""

    def __init__(self, style: HouseStyle) -> None:
        self._style = style

    def set(self, content: LetterContent) -> bytes:
        return build_letter(content, self._style)


@pytest.fixture(scope="module")
def setter(style: HouseStyle) -> Setter:
    return Setter(style)


@pytest.fixture(scope="module")
def sent(style: HouseStyle) -> Sent:
    return Sent(build_letter(ADVICE, style))


@pytest.fixture
def left(sent: Sent) -> bytes:
    return sent.data


def kinds(comparison: Comparison) -> dict[str, ChangeKind]:
    return {change.key: change.kind for change in comparison.changes if change.kind is not ChangeKind.UNCHANGED}


def change_of(comparison: Comparison, key: str) -> SectionChange:
    return next(change for change in comparison.changes if change.key == key)


def codes(comparison: Comparison) -> list[str]:
    return [finding.code.removeprefix("letter.returned.") for finding in comparison.findings]


# -- nothing is invented ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [ADVICE, acknowledgement(), *map(letter, NASTY)], ids=lambda one: one.title[:20])
def test_a_file_that_nobody_touched_is_unchanged(style: HouseStyle, content: LetterContent) -> None:
    data = build_letter(content, style)
    found = read(content, data, data)
    assert kinds(found) == {}
    assert found.findings == ()
    assert (found.traces, found.notes) == ((), ())


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1, max_size=60)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=5), st.booleans())
@hypothesis_settings(max_examples=60, deadline=None)
def test_any_text_comes_back_as_it_left(setter: Setter, typed: list[list[str]], headed: bool) -> None:
    sections = tuple(
        Section(
            key=f"deel{number}",
            heading=f"Deel {number}" if headed else "",
            blocks=tuple(Paragraph(key=f"a{place}", runs=text(words)) for place, words in enumerate(paragraphs)),
        )
        for number, paragraphs in enumerate(typed, start=1)
    )
    content = replace(ADVICE, sections=sections)
    data = setter.set(content)
    found = read(content, data, data)
    assert kinds(found) == {}
    assert found.findings == ()


@given(TYPED)
@hypothesis_settings(max_examples=60, deadline=None)
def test_any_text_in_any_place_comes_back_as_it_left(setter: Setter, typed: str) -> None:
    content = letter(typed)
    data = setter.set(content)
    found = read(content, data, data)
    assert kinds(found) == {}
    assert found.findings == ()


# -- every change is found ------------------------------------------------------------------------------------------------


def test_other_words_are_found_where_they_stand(left: bytes) -> None:
    word = EditedWord(left)
    word.retype(word.at("aanleiding/verzoek"), lambda said: said.replace("beide locaties", "één locatie"))
    found = read(ADVICE, left, word.saved())
    assert kinds(found) == {"aanleiding": ChangeKind.CHANGED}
    change = change_of(found, "aanleiding")
    assert [(piece.kind.value, piece.text) for piece in change.pieces if piece.kind.value != "same"] == [
        ("gone", "beide locaties"),
        ("new", "één locatie"),
    ]
    assert change.words == 2
    assert "één locatie" in change.text
    assert found.findings == ()


def test_a_sentence_that_decides_is_told_apart(left: bytes) -> None:
    word = EditedWord(left)
    word.retype(word.at("samenvatting/uitkomst"), lambda said: said.replace("adviseert u om", "adviseert u niet om"))
    found = read(ADVICE, left, word.saved())
    assert change_of(found, "samenvatting").decides
    assert not change_of(found, "samenvatting").safe
    assert codes(found) == ["operative"]


def test_an_item_that_was_changed_keeps_its_code(left: bytes) -> None:
    word = EditedWord(left)
    item = word.at(f"voorwaarden/{LIST}/v1")
    last = list(item.iter(w("t")))[-1]
    last.text = f"{last.text} Uiterlijk in maart."
    found = read(ADVICE, left, word.saved())
    assert kinds(found) == {"voorwaarden": ChangeKind.CHANGED}
    change = change_of(found, "voorwaarden")
    assert "Uiterlijk in maart." in change.text_after
    assert "+ [[v1]] " in change.text
    assert [piece.text for piece in change.pieces if piece.kind.value != "same"] == ["Uiterlijk in maart."]


def test_a_section_that_went_and_one_that_came(left: bytes) -> None:
    word = EditedWord(left)
    word.remove_section("achterban")
    heading = word.at("uitvoering")
    for element in (word.new("Privacy", "Kop1"), word.new("De OR vraagt om een gegevenseffectbeoordeling.")):
        heading.addprevious(element)
    found = read(ADVICE, left, word.saved())
    assert kinds(found) == {"achterban": ChangeKind.REMOVED, "+1": ChangeKind.ADDED}
    added = change_of(found, "+1")
    assert (added.heading, added.after) == ("Privacy", "toezeggingen")
    assert added.text == "De OR vraagt om een gegevenseffectbeoordeling."
    assert found.changes.index(added) == [change.key for change in found.changes].index("toezeggingen") + 1


def test_a_section_that_moved(left: bytes) -> None:
    word = EditedWord(left)
    word.move_section("alternatieven", "feiten")
    found = read(ADVICE, left, word.saved())
    assert kinds(found) == {"alternatieven": ChangeKind.MOVED}
    assert found.order.index("alternatieven") == found.order.index("feiten") - 1


def test_only_bold_is_a_change_of_look(left: bytes) -> None:
    word = EditedWord(left)
    run = next(word.at("aanleiding/verzoek").iter(w("r")))
    run.insert(0, element("<w:rPr><w:b/></w:rPr>"))
    change = change_of(read(ADVICE, left, word.saved()), "aanleiding")
    assert change.only_look
    assert change.words == 0
    assert "**" in change.text


def test_a_list_that_was_pasted_with_automatic_numbers(left: bytes) -> None:
    word = EditedWord(left)
    for said in ("Tweede stap", "Eerste stap"):
        paragraph = word.new(said, "Lijstalinea")
        properties = paragraph.find(w("pPr"))
        assert properties is not None
        properties.append(element('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="50"/></w:numPr>'))
        word.at("vervolg").addnext(paragraph)
    word.parts["word/numbering.xml"] = (
        word.parts["word/numbering.xml"]
        .decode()
        .replace(
            "<w:num ",
            '<w:abstractNum w:abstractNumId="50"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
            '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="50"><w:abstractNumId w:val="50"/></w:num><w:num ',
            1,
        )
        .encode()
    )
    change = change_of(read(ADVICE, left, word.saved()), "vervolg")
    assert "1. Eerste stap\n2. Tweede stap" in change.text_after
    assert "1. Eerste stap\n2. Tweede stap" in change.text


def element(xml: str) -> etree._Element:
    """An element of the main text."""
    whole = etree.fromstring(f'<w:p xmlns:w="{W}">{xml}</w:p>')
    return whole[0]


# -- bookmarks that are gone or slid ----------------------------------------------------------------------------------------


def test_without_any_bookmark_everything_is_found_back(left: bytes) -> None:
    word = EditedWord(left)
    word.drop_bookmarks()
    assert kinds(read(ADVICE, left, word.saved())) == {}


def test_a_letter_without_headings_and_bookmarks_is_found_back(style: HouseStyle) -> None:
    content = replace(
        ADVICE,
        sections=tuple(replace(section, heading="") for section in ADVICE.sections[:6]),
        numbered=False,
    )
    data = build_letter(content, style)
    word = EditedWord(data)
    word.drop_bookmarks()
    word.retype(word.saying("Op 11 september 2025 vroeg"), lambda said: said.replace("beide", "alle"))
    assert kinds(read(content, data, word.saved())) == {"aanleiding": ChangeKind.CHANGED}


def test_a_heading_that_was_retyped_is_told_and_its_section_is_known(left: bytes) -> None:
    word = EditedWord(left)
    word.drop_bookmarks()
    word.retype(word.saying("Inbreng van de achterban"), lambda _said: "Wat onze achterban vindt")
    found = read(ADVICE, left, word.saved())
    assert kinds(found) == {}
    assert codes(found) == ["heading"]


def test_a_new_section_like_one_that_went_is_new(left: bytes) -> None:
    word = EditedWord(left)
    at = word.at("maatregelen")
    for one in (
        word.new("Beoordeling van de kosten", "Kop1"),
        word.new("De begroting laat geen ruimte voor een derde verdieping."),
    ):
        at.addprevious(one)
    word.remove_section("gevolgen")
    assert kinds(read(ADVICE, left, word.saved())) == {"gevolgen": ChangeKind.REMOVED, "+1": ChangeKind.ADDED}


def test_a_section_that_was_rewritten_under_another_heading_is_known_by_its_words(left: bytes) -> None:
    word = EditedWord(left)
    word.drop_bookmarks()
    heading = word.saying("Inbreng van de achterban")
    for one in heading.itersiblings():
        if one.tag != w("p") or words_of(one).startswith("Overwegingen"):
            break
        if words_of(one):
            word.retype(one, lambda said: said.replace(" de ", " onze "))
    word.retype(heading, lambda _said: "Wat wij ophaalden")
    found = read(ADVICE, left, word.saved())
    assert kinds(found) == {"achterban": ChangeKind.CHANGED}


def test_a_heading_that_was_taken_out_leaves_its_section(left: bytes) -> None:
    word = EditedWord(left)
    word.body.remove(word.at("achterban"))
    found = read(ADVICE, left, word.saved())
    assert kinds(found) == {}
    assert codes(found) == ["heading_gone"]


def test_a_bookmark_that_slid_over_a_new_heading_stays_with_its_words(left: bytes) -> None:
    word = EditedWord(left)
    heading = word.at("alternatieven")
    start = next(one for one in heading.iter(w("bookmarkStart")))
    new = word.new("Tussenstand", "Kop1")
    heading.addprevious(new)
    new.insert(1, start)
    found = read(ADVICE, left, word.saved())
    assert kinds(found) == {"+1": ChangeKind.ADDED} or kinds(found) == {}
    assert change_of(found, "alternatieven").kind is ChangeKind.UNCHANGED


def test_words_pasted_in_another_style_belong_to_their_section(left: bytes) -> None:
    word = EditedWord(left)
    word.at("beweegredenen").addnext(word.new("Geplakt uit een mail.", "Standaard"))
    found = read(ADVICE, left, word.saved())
    assert kinds(found) == {"beweegredenen": ChangeKind.CHANGED}
    assert change_of(found, "beweegredenen").text_after.startswith("Geplakt uit een mail.")


@st.composite
def edits(draw: st.DrawFn) -> list[tuple[str, str]]:
    """Some sections with what is done to each; a section that stays is where others go."""
    chosen = draw(st.lists(st.sampled_from(KEYS[1:-1]), min_size=1, max_size=5, unique=True))
    return [(key, draw(st.sampled_from(("words", "gone", "move", "new")))) for key in chosen]


@given(edits(), st.sampled_from(("all", "none", "sections", "blocks")))
@hypothesis_settings(max_examples=80, deadline=None)
def test_every_change_is_found_and_none_is_invented(sent: Sent, done: list[tuple[str, str]], bookmarks: str) -> None:
    word = EditedWord(sent.data)
    expected: dict[str, ChangeKind] = {}
    added = 0
    for key, act in done:
        match act:
            case "words":
                word.section(key)[-1].addnext(word.new(f"Een nieuwe zin over {key}, in Word getypt."))
                expected[key] = ChangeKind.CHANGED
            case "gone":
                word.remove_section(key)
                expected[key] = ChangeKind.REMOVED
            case "move":
                word.move_section(key, KEYS[0])
                expected[key] = ChangeKind.MOVED
            case _:
                last = word.section(key)[-1]
                last.addnext(word.new(f"Zeewier, kompas en trommel {key}."))
                last.addnext(word.new(f"Nieuw onderwerp {added + 1}", "Kop1"))
                added += 1
    keep = {
        "all": lambda name: True,
        "none": lambda name: False,
        "sections": lambda name: name.count("_") == 2,
        "blocks": lambda name: name.count("_") > 2,
    }[bookmarks]
    word.drop_bookmarks(keep)
    comparison = read(ADVICE, sent.data, word.saved())
    found = kinds(comparison)
    moved = {key for key, kind in expected.items() if kind is ChangeKind.MOVED}
    assert sum(kind is ChangeKind.ADDED for kind in found.values()) == added
    still = {ChangeKind.ADDED, ChangeKind.MOVED}
    assert {key: kind for key, kind in found.items() if kind not in still} == {
        key: kind for key, kind in expected.items() if key not in moved
    }
    # Of two neighbours that change places, either one may be called the one that moved.
    stands = [key for key, act in done if act == "move"]
    order = [*stands, *(key for key in KEYS if key not in moved and expected.get(key) is not ChangeKind.REMOVED)]
    assert list(comparison.order or order) == order
    assert sum(change.moved for change in comparison.changes) <= len(moved)
    assert any(change.moved for change in comparison.changes) == (order != [key for key in KEYS if key in order])
