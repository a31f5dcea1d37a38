"""The council's own words: any text is read, nothing of it is lost, blocks come back, and references stay right."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orapp.domain.items import Secrecy
from orapp.domain.letters import SectionText
from orapp.domain.requests import Outcome
from orapp.letters.cell_looks import cell_text, looks_of, rows_of
from orapp.letters.content import (
    Block,
    BulletList,
    CodedItem,
    CodedList,
    Operative,
    Paragraph,
    Quotation,
    Run,
    Table,
)
from orapp.letters.fields import common_fields
from orapp.letters.matter import Matter, gather
from orapp.letters.order import LetterOrder
from orapp.letters.pen import Pen
from orapp.letters.typed_lines import LINE_BREAK, LineKind, TypedLine, line_text, lines_of, text_of
from orapp.letters.typed_stretches import Stretch, inline_of, inline_text, tidied
from orapp.letters.typed_text import block_count, blocks_of, plain, references_in, text_from
from tests.unit.letters.examples import ADVICE_DAY, COUNCIL, LETTER, decision, dossier
from tests.unit.letters.reading import book, law, write

SIGNS = st.text(st.sampled_from(list("ab1*\\[]|> -!+:.,—\n\t é\u2028x")), max_size=40)
TEXTS = SIGNS | st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
WORDS = st.text(st.sampled_from(list("ab*\\[] .-|>1!é")), min_size=1, max_size=6)
STRETCHES = st.builds(Stretch, text=WORDS, bold=st.booleans(), italic=st.booleans()) | st.builds(
    Stretch, ref=st.sampled_from(["v1", "art:25.1.f"]), bold=st.booleans(), italic=st.booleans()
)
RUNS = st.lists(st.builds(Run, text=WORDS, bold=st.booleans(), italic=st.booleans()), min_size=1, max_size=4).map(tuple)
SAID = st.text(st.sampled_from(list("ab*\\[]|. é")), min_size=1, max_size=8).filter(str.strip)


@cache
def the_matter() -> Matter:
    order = LetterOrder(kind="A9", request_id="r1", dated=ADVICE_DAY)
    return gather(COUNCIL, law(), dossier(), order, dossier().requests[0])


@cache
def the_fields() -> dict[str, object]:
    return common_fields(the_matter())


def pen() -> Pen:
    outline = book().outlines["A9"]
    made = Pen(book(), the_matter(), the_fields(), numbered=outline.numbered, kind=outline.kind)
    made.section = "motives"
    return made


def words(ref: str) -> str:
    return f"<{ref}>"


def blocks(text: str) -> list[Block]:
    return blocks_of(text, "own", pen())


# -- plain text stays what it was --------------------------------------------------------------------------------------


@given(st.text(st.sampled_from(list("abc .,;?()“”’–…%€&<#_`~=é0123\\")), max_size=60))
def test_a_text_without_signs_stays_as_it_is(text: str) -> None:
    line = f"De {text}"
    assert text_of(lines_of(line)) == line
    assert lines_of(line) == [TypedLine(stretches=(Stretch(text=line),))]
    assert [block.text for block in blocks(line) if isinstance(block, Paragraph)] == [line.strip()]


def test_lines_are_paragraphs_and_empty_ones_are_none() -> None:
    made = blocks("Eerste.\n\n  Tweede.  \r\nDerde.")
    assert [(block.key, block.text) for block in made if isinstance(block, Paragraph)] == [
        ("motives.own.1", "Eerste."),
        ("motives.own.2", "Tweede."),
        ("motives.own.3", "Derde."),
    ]
    assert all(type(block) is Paragraph and block.numbered for block in made)


@pytest.mark.parametrize(
    "text",
    [
        "5 * 3 is 15, en 2 * 4 is 8",
        "C:\\stukken\\advies",
        "\\\\server\\map",
        "Zie V2. Dat is een voorwaarde",
        "-5 graden",
        ">5 jaar",
        "1.2 miljoen",
        "2026. Een mooi jaar",
        "[V2] en [zie bijlage]",
        "* ster aan het begin",
        "|",
        "!",
        ": x",
        "– een streepje",
        "**niet gesloten",
    ],
)
def test_what_only_looks_like_a_sign_is_text(text: str) -> None:
    assert lines_of(text) == [TypedLine(stretches=(Stretch(text=text),))]
    assert text_of(lines_of(text)) == text


# -- any text at all ---------------------------------------------------------------------------------------------------


def bare(text: str) -> str:
    """What is left of a text without white and without what can be a sign."""
    return re.sub(r"[\s\\*|<>\-!+:;—\[\]()]", "", text)


@settings(max_examples=150)
@given(TEXTS)
def test_any_text_is_read_and_loses_nothing(text: str) -> None:
    lines = lines_of(text)
    assert bare(plain(text, words)) == bare(text)
    again = lines_of(text_of(lines))
    tidy = [replace(line, stretches=tidied(line.stretches)) for line in lines]
    assert [replace(line, stretches=tidied(line.stretches)) for line in again] == tidy
    assert text_of(again) == text_of(lines)
    assert len(blocks(text)) == block_count(text)


@settings(max_examples=150)
@given(st.lists(STRETCHES, max_size=5))
def test_stretches_come_back(stretches: list[Stretch]) -> None:
    tidy = tidied(stretches)
    assert inline_of(inline_text(tidy)) == tidy
    line = TypedLine(stretches=tidy)
    assert line.is_blank or lines_of(line_text(line)) == [line]


def _numbered(runs: list[tuple[Run, ...]], start: int) -> CodedList:
    return CodedList(
        key="", items=tuple(CodedItem(key="", code=f"{number}.", runs=one) for number, one in enumerate(runs, start=start))
    )


def _below(made: CodedList | BulletList, levels: list[str]) -> CodedList | BulletList:
    """The list with a second level: the first item stays, of each other one "" says that it does too."""
    marks = ("", *(levels * len(made.items)))[: len(made.items)]
    if isinstance(made, BulletList):
        return replace(made, marks=marks if any(marks) else ())
    items = [made.items[0]]
    for item, mark in zip(made.items[1:], marks[1:], strict=True):
        last = next(one.code for one in reversed(items) if not one.level)
        items.append(replace(item, level=1, code=mark) if mark else replace(item, code=f"{int(last[:-1]) + 1}."))
    return replace(made, items=tuple(items))


MARKS = st.lists(st.sampled_from(["", "–", "a.", "b.", "1."]), min_size=1, max_size=3)


def _of_dossier(runs: list[tuple[Run, ...]], details: list[tuple[str, str]]) -> CodedList:
    found = [CodedItem(key="v1", code="V1", runs=runs[0], details=tuple(details))]
    return CodedList(key="", items=tuple(found))


def _table(rows: list[tuple[tuple[Run, ...], tuple[Run, ...]]]) -> Table:
    texts = [tuple(map(cell_text, row)) for row in rows]
    return Table(key="", header=texts[0], rows=tuple(texts[1:]), widths=(), summary="", looks=looks_of(rows))


BLOCKS = st.one_of(
    RUNS.map(lambda runs: Paragraph(key="", runs=runs)),
    RUNS.map(lambda runs: Operative(key="", runs=runs)),
    st.tuples(RUNS, st.just("") | SAID).map(lambda pair: Quotation(key="", runs=pair[0], source=pair[1])),
    st.tuples(st.lists(RUNS, min_size=1, max_size=4), MARKS).map(
        lambda pair: _below(BulletList(key="", items=tuple(pair[0])), pair[1])
    ),
    st.tuples(st.lists(RUNS, min_size=1, max_size=4), st.integers(1, 9), MARKS).map(
        lambda three: _below(_numbered(three[0], three[1]), three[2])
    ),
    st.tuples(st.lists(RUNS, min_size=1, max_size=1), st.lists(st.tuples(st.just("Toetsing"), SAID), max_size=2)).map(
        lambda pair: _of_dossier(*pair)
    ),
    st.lists(st.tuples(RUNS, RUNS), min_size=1, max_size=3).map(_table),
)


def _tidy_runs(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    whole = "".join(run.text for run in runs)
    if not whole.strip():
        return ()
    found = tidied(Stretch(text=run.text, bold=run.bold, italic=run.italic) for run in runs)
    made = [Run(text=one.text, bold=one.bold, italic=one.italic) for one in found]
    made[0] = replace(made[0], text=made[0].text.lstrip())
    made[-1] = replace(made[-1], text=made[-1].text.rstrip())
    return tuple(run for run in made if run.text)


def _tidy(block: Block) -> Block | None:
    """A block without keys and with its looks in their one form; None where nothing stands in it."""
    match block:
        case Paragraph():
            runs = _tidy_runs(block.runs)
            bare_block = replace(block, key="", runs=runs, numbered=False)
            if isinstance(bare_block, Quotation):
                return replace(bare_block, source=bare_block.source.strip())
            return bare_block if runs else None
        case BulletList():
            items = tuple(runs for item in block.items if (runs := _tidy_runs(item)))
            return replace(block, key="", items=items) if items else None
        case CodedList():
            coded = (
                replace(item, key="", runs=_tidy_runs(item.runs), details=tuple((a, b.strip()) for a, b in item.details))
                for item in block.items
            )
            return replace(block, key="", items=tuple(coded))
        case Table():
            rows = [tuple(map(_tidy_runs, row)) for row in rows_of(block)]
            return replace(block, key="", widths=(), summary="", looks=looks_of(rows))


def _filled(block: Block) -> bool:
    """Whether every part of a block has words: an empty quotation or number is left out of a letter."""
    match block:
        case Paragraph():
            return bool(block.text.strip())
        case BulletList():
            return all("".join(run.text for run in runs).strip() for runs in block.items)
        case CodedList():
            return all(item.text.strip() for item in block.items)
        case Table():
            return True


@settings(max_examples=150)
@given(st.lists(BLOCKS.filter(_filled), max_size=4))
def test_blocks_come_back(made: list[Block]) -> None:
    text = text_from(made)
    found = blocks(text)
    assert [_tidy(block) for block in found] == [_tidy(block) for block in made]
    again = text_from(found)
    assert [_tidy(block) for block in blocks(again)] == [_tidy(block) for block in found]


# -- what signs make ---------------------------------------------------------------------------------------------------


def test_looks_lists_quotations_and_tables() -> None:
    made = blocks(
        "Dit is **vet** en *schuin*.\n- een\n- twee\n\n1. eerst\n2. dan\n1. opnieuw\nb. los\n"
        "> Zo staat het er.\n> — D1, blz. 3\n| Wat | Hoe |\n| a\\|b | [[v2]] |\n! De OR besluit."
    )
    kinds = [type(block) for block in made]
    assert kinds == [Paragraph, BulletList, CodedList, CodedList, CodedList, Quotation, Table, Operative]
    first, _, numbered, restarted, lettered, quotation, table, _ = made
    assert isinstance(first, Paragraph)
    assert first.runs == (
        Run(text="Dit is "),
        Run(text="vet", bold=True),
        Run(text=" en "),
        Run(text="schuin", italic=True),
        Run(text="."),
    )
    assert isinstance(numbered, CodedList)
    assert isinstance(restarted, CodedList)
    assert isinstance(lettered, CodedList)
    assert [item.code for one in (numbered, restarted, lettered) for item in one.items] == ["1.", "2.", "1.", "b."]
    assert isinstance(quotation, Quotation)
    assert (quotation.text, quotation.source) == ("Zo staat het er.", "D1, blz. 3")
    assert isinstance(table, Table)
    assert (table.header, table.rows) == (("Wat", "Hoe"), (("a|b", "V2"),))
    assert table.summary


def test_a_break_inside_a_paragraph_stays_in_it() -> None:
    (made,) = blocks(f"een{LINE_BREAK}twee")
    assert isinstance(made, Paragraph)
    assert made.text == "een\ntwee"
    assert text_from([made]) == f"een{LINE_BREAK}twee"


def test_an_item_of_the_dossier_stands_with_its_code_and_counts_as_placed() -> None:
    writer = pen()
    text = "+ [[v1]] Behoud van de *toelage*.\n: Toetsing: na [[v2]]"
    (made,) = blocks_of(text, "own", writer)
    assert isinstance(made, CodedList)
    assert (made.items[0].code, made.items[0].key) == ("V1", "v1")
    assert made.items[0].details == (("Toetsing", "na V2"),)
    assert "v1" in writer.placed
    assert lines_of(text)[1].kind is LineKind.DETAIL
    assert text_from([made], writer.matter.codes) == text.replace("[[v2]]", "V2")


def test_a_coded_item_of_elsewhere_is_a_paragraph() -> None:
    made = CodedList(key="x", items=(CodedItem(key="elders", code="Z9", runs=(Run(text="iets"),), details=(("Dus", "zo"),)),))
    assert text_from([made], {"v1": "V1"}) == "Z9 iets\nDus: zo"


# -- references --------------------------------------------------------------------------------------------------------


def test_references_read_as_codes_titles_dates_and_articles() -> None:
    writer = pen()
    text = "Zie [[v2]], **[[d1]]**, [[art:25.6]] en [[art:27.1.d]]."
    (made,) = blocks_of(text, "own", writer)
    assert isinstance(made, Paragraph)
    title = writer.matter.dossier.papers[0].title
    assert made.text == f"Zie V2, D1 ({title}), artikel 25 lid 6 WOR en artikel 27 lid 1 onder d WOR."
    assert references_in(text) == ("v2", "d1", "art:25.6", "art:27.1.d")
    assert not writer.findings
    assert plain(text, words) == "Zie <v2>, <d1>, <art:25.6> en <art:27.1.d>."


@pytest.mark.parametrize("text", ["Zie [[weg-1]].", "| a |\n| [[weg-1]] |", "> x\n> — [[weg-1]]", "+ [[weg-1]] x", "[[art:zes]]"])
def test_a_reference_to_what_is_gone_stands_in_the_way(text: str) -> None:
    writer = pen()
    blocks_of(text, "own", writer)
    assert [(one.code, one.weight.value, one.place) for one in writer.findings] == [
        ("letter.reference_gone", "blocking", "motives")
    ]


def test_a_reference_follows_the_item_and_not_its_number() -> None:
    base = dossier(decision(Outcome.POSITIVE_CONDITIONS))
    letter = replace(LETTER, texts=(SectionText(section="motives", text="Zie voorwaarde [[v2]]."),))

    def said(number: int) -> str:
        conditions = tuple(replace(one, number=number) if one.id == "v2" else one for one in base.conditions)
        made = write(replace(base, conditions=conditions, letters=(letter,)), "A9", ADVICE_DAY, letter=letter)
        section = next(one for one in made.content.sections if one.key == "motives")
        first = section.blocks[0]
        assert isinstance(first, Paragraph)
        return first.text

    assert said(2) == "Zie voorwaarde V2."
    assert said(12) == "Zie voorwaarde V12."


def test_an_item_counts_as_placed_in_own_words_by_its_reference() -> None:
    base = dossier(decision(Outcome.POSITIVE_CONDITIONS))
    written = SectionText(section="conditions", text="Wij vragen [[v1]] en [[v2]].", replaces=True)
    letter = replace(LETTER, texts=(written,))
    made = write(base, "A9", ADVICE_DAY, letter=letter)
    missing = [one.fields["code"] for one in made.findings if one.code == "letter.condition_not_in_letter"]
    assert "V1" not in missing
    assert "V2" not in missing


@pytest.mark.parametrize(
    ("text", "found"),
    [("- Wij zijn voor, mits u wacht.", True), ("1. Goed, mits u wacht.", True), ("> Wij doen dit, mits u adviseert.", False)],
)
def test_mits_hides_in_no_list_and_may_be_quoted(text: str, found: bool) -> None:
    letter = replace(LETTER, texts=(SectionText(section="advice", text=text),))
    made = write(dossier(decision(Outcome.POSITIVE)), "A9", ADVICE_DAY, letter=letter)
    assert ("letter.mits" in {one.code for one in made.findings}) is found


def test_a_reference_to_a_secret_paper_asks_whether_it_may_be_named() -> None:
    base = the_matter().dossier
    secret = replace(base.papers[0], secrecy=Secrecy(imposed_by="bestuurder", scope="de huurprijs"))
    writer = pen()
    writer.matter = replace(writer.matter, dossier=replace(base, papers=(secret, *base.papers[1:])))
    blocks_of(f"Zie [[{secret.id}]] en [[{secret.id}]].", "own", writer)
    (found,) = writer.findings
    assert (found.code, found.fields["code"], found.fields["scope"]) == ("letter.secret_paper_listed", "D1", "de huurprijs")
