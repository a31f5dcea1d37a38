"""The second level of lists stands in each house style, and comes back from Word and LibreOffice as it was written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from orapp.documents.house_style import HouseStyle, load_house_style
from orapp.documents.klassiek import make_klassiek
from orapp.documents.letter_builder import build_letter
from orapp.documents.modern import make_modern
from orapp.documents.namespaces import DECLARATIONS, w
from orapp.documents.page_look_reading import read_page_look
from orapp.documents.read_back import WordReturns
from orapp.documents.second_level import with_second_level
from orapp.letters.content import BulletList, CodedItem, CodedList, LetterContent, Section
from orapp.letters.read_letter import ReadSection
from orapp.letters.reading_back import ChangeKind, compare
from tests.documents import brought_files as brought
from tests.documents.conftest import Checker
from tests.documents.sample_letters import acknowledgement, said, text
from tests.documents.test_council_styles import template_of
from tests.documents.test_rendered import convert
from tests.documents.word_edits import EditedWord
from tests.documents.word_reading import part_of

STYLES: dict[str, Callable[[], bytes]] = {
    "klassiek": make_klassiek,
    "modern": make_modern,
    "eigen": lambda: template_of(brought.saved(brought.letterhead())),
}
NUMBERS = CodedList(
    key="lijst",
    items=(
        CodedItem(key="n1", code="1.", runs=text("Eerst het plan.")),
        CodedItem(key="n2", code="a.", runs=text("De planning."), level=1),
        CodedItem(key="n3", code="b.", runs=text("De begroting."), level=1),
        CodedItem(key="n4", code="2.", runs=text("Dan het overleg.")),
        CodedItem(key="n5", code="a.", runs=text("Met de afdeling."), level=1),
        CodedItem(key="n6", code="–", runs=text("Met de vakbonden."), level=1),
    ),
)
POINTS = BulletList(
    key="punten",
    items=(text("Werkplek."), text("Bureaus."), text("Stoelen."), text("Reistijd.")),
    marks=("", "a.", "–", ""),
)
CODED = CodedList(
    key="voorwaarden",
    items=(
        CodedItem(key="v1", code="V1", runs=text("Behoud van de toelage."), details=(("Toetsing", "kwartaalrapportage"),)),
        CodedItem(key="v1a", code="a.", runs=text("In het eerste jaar."), level=1),
    ),
)


def levels() -> LetterContent:
    section = Section(
        key="niveaus",
        heading="Twee niveaus",
        blocks=(said("leidt", "Wij vragen:"), NUMBERS, said("ook", "En ook:"), POINTS, said("en", "Voorwaarden:"), CODED),
    )
    made = acknowledgement()
    return replace(made, sections=(*made.sections, section))


def read(data: bytes) -> ReadSection:
    found = WordReturns().read(data, levels(), {})
    return next(one for one in found.sections if one.key == "niveaus")


def shape(section: ReadSection) -> list[tuple[str, int, str]]:
    """Each point with its sign and its level."""
    found = []
    for block in section.blocks:
        if isinstance(block, CodedList):
            found += [(item.code, item.level, item.text) for item in block.items]
        elif isinstance(block, BulletList):
            words = ["".join(run.text for run in runs) for runs in block.items]
            found += [(block.mark(number), int(bool(block.mark(number))), one) for number, one in enumerate(words)]
    return found


def written(content: LetterContent) -> list[tuple[str, int, str]]:
    section = content.sections[-1]
    return shape(ReadSection(key=section.key, heading=section.heading, blocks=section.blocks))


def differing(left: bytes, came: bytes) -> list[str]:
    reader, content = WordReturns(), levels()
    kept = reader.around(left, content)
    found = compare(content, kept, reader.read(came, content, kept.aliases), content)
    return [one.key for one in found.changes if one.kind is not ChangeKind.UNCHANGED]


@pytest.mark.parametrize("name", STYLES)
def test_each_house_style_sets_it_and_it_comes_back(
    name: str, tmp_path: Path, schema_findings: Checker, office_findings: Checker
) -> None:
    template = STYLES[name]()
    data = build_letter(levels(), load_house_style(template))
    path = tmp_path / f"{name}.docx"
    path.write_bytes(data)
    assert not schema_findings(path)
    assert not office_findings(path)
    assert shape(read(data)) == written(levels())
    assert not differing(data, data)
    look = read_page_look(template)
    first, second = look.style("GecodeerdItem"), look.style("GecodeerdTweede")
    assert second.left > first.left >= second.left + second.first > 0
    assert (second.family, second.points) == (first.family, first.points)


def test_it_comes_back_from_libreoffice_by_each_way(style: HouseStyle, tmp_path: Path) -> None:
    left = build_letter(levels(), style)
    (tmp_path / "brief.docx").write_bytes(left)
    for way in ("docx", "odt", "doc"):
        before = tmp_path / "brief.docx"
        if way != "docx":
            convert(tmp_path, way if way == "odt" else "doc:MS Word 97", tmp_path / way, [str(before)])
            before = tmp_path / way / f"brief.{way}"
        convert(tmp_path, "docx:MS Word 2007 XML", tmp_path / f"back-{way}", [str(before)])
        came = (tmp_path / f"back-{way}" / "brief.docx").read_bytes()
        assert shape(read(came)) == written(levels()), way
        assert not differing(left, came), way


def test_a_level_that_word_itself_counts_is_a_second_level_too(style: HouseStyle) -> None:
    word = EditedWord(build_letter(levels(), style))
    root = etree.fromstring(word.parts["word/numbering.xml"])
    rows = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%{at + 1}."/></w:lvl>'
        for at, form in enumerate(("decimal", "lowerLetter"))
    )
    made = etree.fromstring(
        f'<w:numbering {DECLARATIONS}><w:abstractNum w:abstractNumId="70">{rows}</w:abstractNum>'
        '<w:num w:numId="70"><w:abstractNumId w:val="70"/></w:num></w:numbering>'
    )
    root.extend(list(made))
    word.parts["word/numbering.xml"] = etree.tostring(root)
    after = word.saying("Met de vakbonden.")
    for words, depth in (("Nieuw.", 0), ("Daaronder.", 1), ("Nog een.", 1), ("Slot.", 0)):
        row = etree.fromstring(
            f'<w:body {DECLARATIONS}><w:p><w:pPr><w:pStyle w:val="Lijstalinea"/><w:numPr><w:ilvl w:val="{depth}"/>'
            f'<w:numId w:val="70"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p></w:body>'
        )[0]
        after.addnext(row)
        after = row
    data = word.saved()
    assert shape(read(data))[6:10] == [("1.", 0, "Nieuw."), ("a.", 1, "Daaronder."), ("b.", 1, "Nog een."), ("2.", 0, "Slot.")]
    assert differing(build_letter(levels(), style), data) == ["niveaus"]


def test_only_another_level_is_a_change_and_it_is_found(style: HouseStyle) -> None:
    left = build_letter(levels(), style)
    word = EditedWord(left)
    point = word.saying("De begroting.").find(f"{w('pPr')}/{w('pStyle')}")
    assert point is not None
    point.set(w("val"), "GecodeerdItem")
    data = word.saved()
    assert ("b.", 0, "De begroting.") in shape(read(data))
    assert differing(left, data) == ["niveaus"]


def test_in_a_style_that_is_in_no_list_the_second_level_says_so_itself() -> None:
    styles = part_of(build_letter(levels(), load_house_style(STYLES["eigen"]())), "word/styles.xml")
    second = next(one for one in styles.iter(w("style")) if one.get(w("styleId")) == "GecodeerdTweede")
    listed = second.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
    assert listed is not None, "LibreOffice sets the sign at the margin without it"
    assert listed.get(w("val")) == "0"


@pytest.mark.parametrize("said", ["²", "9" * 5000, "-5", "veel", ""])
def test_a_style_whose_measure_is_no_number_gets_the_usual_room(said: str) -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="GecodeerdItem"><w:name w:val="x"/><w:pPr><w:ind w:left="{}"/></w:pPr></w:style>'
    )
    odd, none = (etree.fromstring(f"<w:styles {DECLARATIONS}>{style.format(left)}</w:styles>") for left in (said, ""))
    made, usual = (etree.tostring(with_second_level(styles)[-1]) for styles in (odd, none))
    assert made == usual
