"""The council's own words in a letter: from their text (see `typed_lines`) to the blocks of the letter, and back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, assert_never

from orapp.letters.cell_looks import cell_text, looks_of, rows_of
from orapp.letters.content import (
    DASH,
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
from orapp.letters.frame import active_secrecies
from orapp.letters.typed_lines import HEADS, LINE_BREAK, SOURCE_DASH, LineKind, TypedLine, is_reference, lines_of, text_of
from orapp.letters.typed_references import reference_words
from orapp.letters.typed_stretches import Stretch, merged

if TYPE_CHECKING:
    from orapp.letters.pen import Pen

Words = Callable[[str], str]
"""The words of a reference by its id."""

_NUMBER = re.compile(r"\d{1,3}\.|[a-z]\.")
_LISTS = frozenset({LineKind.BULLET, LineKind.NUMBERED, LineKind.ITEM, LineKind.DETAIL, LineKind.ROW})
_NOTHING_ALONE = frozenset({LineKind.BULLET, LineKind.QUOTE, LineKind.OPERATIVE})
_NARROW, _WIDE = 8, 44
_REMEMBERED = 2048


def blocks_of(text: str, key: str, pen: Pen) -> list[Block]:
    """The blocks of the council's own words; each key begins with `key` and stands once in the letter.

    A plain text gives a paragraph a line. A reference to what is no longer there is noted as "letter.reference_gone", which
    stands in the way of adoption; an item that is set with its code counts as placed.
    """
    words = _finding_words(pen)
    return [_block(group, f"{key}.{number}", pen, words) for number, group in enumerate(_groups(lines_of(text)), start=1)]


def block_count(text: str) -> int:
    """How many blocks a text gives."""
    return len(_groups(lines_of(text)))


def text_from(blocks: Iterable[Block], codes: Mapping[str, str] | None = None) -> str:
    """The text that gives these blocks again (but for their keys), to go on writing from or to take over what came back.

    With the codes of the dossier by item id, a coded item that is no item of it stands as a paragraph that begins with its
    code; without them every coded item is taken for one of the dossier.
    """
    lines: list[TypedLine] = []
    for block in blocks:
        made = _lines_from(block, codes)
        if lines and made and _would_join(lines[-1], made[0]):
            lines.append(TypedLine())
        lines += made
    return text_of(lines)


def plain(text: str, words: Words) -> str:
    """The text as it reads, a line a paragraph, without signs: for lists, searching and counting."""
    return "\n".join(said for line in lines_of(text) if (said := _plain_line(line, words)))


def references_in(text: str) -> tuple[str, ...]:
    """The ids of what a text refers to, each once, in order."""
    found: dict[str, None] = {}
    if "[[" not in text:
        return ()
    for line in lines_of(text):
        if line.kind is LineKind.ITEM:
            found[line.code] = None
        for stretches in (line.stretches, *line.cells):
            found.update((one.ref, None) for one in stretches if one.ref)
    return tuple(found)


def matter_words(pen: Pen) -> Words:
    """The words of references in this letter, for reading only: what is gone says so and is not noted."""
    gone = pen.word("reference_gone")

    def words(ref: str) -> str:
        said = reference_words(ref, pen.matter.dossier, pen.matter.codes)
        return said if said is not None else gone

    return words


def _finding_words(pen: Pen) -> Words:
    """The words of references, each looked at once: one to nothing, and one to a paper whose title may be secret."""
    seen: dict[str, str] = {}

    def words(ref: str) -> str:
        if ref not in seen:
            said = reference_words(ref, pen.matter.dossier, pen.matter.codes)
            if said is None:
                pen.block("letter.reference_gone")
            else:
                _ask_about_secrecy(pen, ref)
            seen[ref] = pen.word("reference_gone") if said is None else said
        return seen[ref]

    return words


def _ask_about_secrecy(pen: Pen, ref: str) -> None:
    paper = pen.matter.dossier.paper(ref)
    if paper is not None and paper.secrecy is not None and active_secrecies((paper.secrecy,), pen.matter.dated):
        pen.ask("letter.secret_paper_listed", code=pen.matter.code(paper), scope=paper.secrecy.scope)


# -- from lines to blocks ----------------------------------------------------------------------------------------------


def _groups(lines: Sequence[TypedLine]) -> list[list[TypedLine]]:
    """The lines that make one block together; blank ones only keep lists apart."""
    found: list[list[TypedLine]] = []
    before: TypedLine | None = None
    for line in lines:
        if line.is_blank:
            before = None
            continue
        if line.kind in _NOTHING_ALONE and not any(one.ref or one.text.strip() for one in line.stretches):
            continue
        if before is not None and _goes_on(found[-1], before, line):
            found[-1].append(line)
        else:
            found.append([replace(line, level=0)])
        before = line
    return found


def _goes_on(group: list[TypedLine], before: TypedLine, line: TypedLine) -> bool:
    if line.level:
        return group[0].kind in HEADS
    match line.kind:
        case LineKind.ROW:
            return before.kind is line.kind
        case LineKind.BULLET:
            return group[0].kind is line.kind
        case LineKind.NUMBERED:
            last = next((one for one in reversed(group) if one.kind is LineKind.NUMBERED and not one.level), None)
            return last is not None and group[0].kind is not LineKind.BULLET and line.code == _next(last.code)
        case LineKind.ITEM:
            return group[0].kind is LineKind.ITEM
        case LineKind.DETAIL:
            return group[0].kind in {LineKind.NUMBERED, LineKind.ITEM}
        case LineKind.SOURCE:
            return True
        case _:
            return False


def _next(code: str) -> str:
    """The number that follows: "2." after "1.", "b." after "a."."""
    bare = code[:-1]
    return f"{int(bare) + 1}." if bare.isdigit() else f"{chr(ord(bare) + 1)}."


def _block(group: list[TypedLine], key: str, pen: Pen, words: Words) -> Block:
    first = group[0]
    match first.kind:
        case LineKind.BULLET:
            return _bullets(group, pen.key(key), words)
        case LineKind.NUMBERED | LineKind.ITEM:
            return CodedList(key=pen.key(key), items=_items(group, key, pen, words))
        case LineKind.ROW:
            return _table(group, key, pen, words)
        case LineKind.QUOTE | LineKind.SOURCE:
            source = _said(group[1].stretches, words) if len(group) > 1 else ""
            return Quotation(key=pen.key(key), runs=_runs(first.stretches, words), source=source)
        case LineKind.OPERATIVE:
            return Operative(key=pen.key(key), runs=_runs(first.stretches, words), numbered=pen.numbered)
        case LineKind.PLAIN | LineKind.DETAIL:
            return Paragraph(key=pen.key(key), runs=_runs(_labelled(first), words), numbered=pen.numbered)
        case _:
            assert_never(first.kind)


def _labelled(line: TypedLine) -> tuple[Stretch, ...]:
    """A detail that stands below no item is a paragraph."""
    return (Stretch(text=f"{line.code}: "), *line.stretches) if line.kind is LineKind.DETAIL else line.stretches


def _items(group: list[TypedLine], key: str, pen: Pen, words: Words) -> tuple[CodedItem, ...]:
    found: list[CodedItem] = []
    for line in group:
        if line.kind is LineKind.DETAIL:
            last = found[-1]
            found[-1] = replace(last, details=(*last.details, (line.code.strip(), _said(line.stretches, words))))
            continue
        number, code = pen.key(f"{key}.{len(found) + 1}"), line.code
        if line.kind is LineKind.ITEM:
            pen.placed.add(line.code)
            code = pen.matter.codes.get(line.code) or words(line.code)
            number = line.code if all(one.key != line.code for one in found) else number
        code = DASH if line.kind is LineKind.BULLET else code
        found.append(CodedItem(key=number, code=code, runs=_runs(line.stretches, words), level=line.level))
    return tuple(found)


def _bullets(group: list[TypedLine], key: str, words: Words) -> BulletList:
    marks = tuple((line.code or DASH) if line.level else "" for line in group)
    return BulletList(key=key, items=tuple(_runs(line.stretches, words) for line in group), marks=marks if any(marks) else ())


def _table(group: list[TypedLine], key: str, pen: Pen, words: Words) -> Table:
    cells = [tuple(_runs(cell, words) for cell in line.cells) for line in group]
    rows = [tuple(map(cell_text, row)) for row in cells]
    count = max(len(row) for row in rows)
    full = tuple((*row, *("",) * (count - len(row))) for row in rows)
    widths = tuple(max(_NARROW, min(_WIDE, max(len(row[column]) for row in full))) for column in range(count))
    summary = pen.word("table_own")
    return Table(key=pen.key(key), header=full[0], rows=full[1:], widths=widths, summary=summary, looks=looks_of(cells))


def _runs(stretches: tuple[Stretch, ...], words: Words) -> tuple[Run, ...]:
    """The stretches in words, without the white around them."""
    if any(one.ref for one in stretches):
        return _as_runs(tuple(replace(one, text=words(one.ref), ref="") if one.ref else one for one in stretches))
    return _as_runs(stretches)


@lru_cache(maxsize=_REMEMBERED)
def _as_runs(stretches: tuple[Stretch, ...]) -> tuple[Run, ...]:
    made = [Run(text=one.text.replace(LINE_BREAK, "\n"), bold=one.bold, italic=one.italic) for one in merged(stretches)]
    if made:
        made[0] = replace(made[0], text=made[0].text.lstrip())
        made[-1] = replace(made[-1], text=made[-1].text.rstrip())
    return tuple(run for run in made if run.text) or (Run(text=""),)


def _said(stretches: Sequence[Stretch], words: Words) -> str:
    return "".join(words(one.ref) if one.ref else one.text for one in stretches).replace(LINE_BREAK, "\n").strip()


def _plain_line(line: TypedLine, words: Words) -> str:
    said = _said(line.stretches, words)
    match line.kind:
        case LineKind.ROW:
            return "; ".join(text for cell in line.cells if (text := _said(cell, words)))
        case LineKind.NUMBERED:
            return f"{line.code} {said}"
        case LineKind.ITEM:
            return f"{words(line.code)} {said}"
        case LineKind.DETAIL:
            return f"{line.code}: {said}"
        case LineKind.SOURCE:
            return f"({said})"
        case _:
            return said


# -- from blocks to lines ----------------------------------------------------------------------------------------------


def _lines_from(block: Block, codes: Mapping[str, str] | None) -> list[TypedLine]:
    match block:
        case Quotation():
            source = [TypedLine(kind=LineKind.SOURCE, stretches=_words_of(block.source))] if block.source.strip() else []
            return [TypedLine(kind=LineKind.QUOTE, stretches=_stretches(block.runs)), *source]
        case Operative():
            return [TypedLine(kind=LineKind.OPERATIVE, stretches=_stretches(block.runs))]
        case Paragraph():
            return [TypedLine(stretches=_stretches(block.runs))] if block.text.strip() else []
        case BulletList():
            return [_point(block.mark(number), runs) for number, runs in enumerate(block.items)]
        case CodedList():
            return [line for item in block.items for line in _item_lines(item, codes)]
        case Table():
            caption = [TypedLine(stretches=(Stretch(text=_on_line(block.caption), bold=True),))] if block.caption.strip() else []
            rows = [tuple(map(_stretches, row)) for row in rows_of(block)]
            return caption + [TypedLine(kind=LineKind.ROW, cells=row) for row in rows if row]
        case _:
            assert_never(block)


def _item_lines(item: CodedItem, codes: Mapping[str, str] | None) -> list[TypedLine]:
    details = [
        TypedLine(kind=LineKind.DETAIL, code=_on_line(label).replace(":", ""), stretches=_words_of(said))
        for label, said in item.details
        if label.strip()
    ]
    said = _stretches(item.runs)
    if item.level:
        return [_point(item.code, item.runs), *details]
    if _NUMBER.fullmatch(item.code) is not None:
        return [TypedLine(kind=LineKind.NUMBERED, code=item.code, stretches=said), *details]
    if is_reference(item.key) and (codes is None or item.key in codes):
        return [TypedLine(kind=LineKind.ITEM, code=item.key, stretches=said), *details]
    return [TypedLine(stretches=merged((Stretch(text=f"{item.code} "), *said))), *map(_as_paragraph, details)]


def _point(mark: str, runs: Iterable[Run]) -> TypedLine:
    """A point of a list; on the second level with its letter, or as a point where its sign is none."""
    said = _stretches(runs)
    if _NUMBER.fullmatch(mark) is not None:
        return TypedLine(kind=LineKind.NUMBERED, code=mark, stretches=said, level=1)
    return TypedLine(kind=LineKind.BULLET, stretches=said, level=int(bool(mark)))


def _as_paragraph(line: TypedLine) -> TypedLine:
    return TypedLine(stretches=merged(_labelled(line)))


def _stretches(runs: Iterable[Run]) -> tuple[Stretch, ...]:
    return merged(Stretch(text=_on_line(run.text), bold=run.bold, italic=run.italic) for run in runs)


def _words_of(text: str) -> tuple[Stretch, ...]:
    return merged((Stretch(text=_on_line(text)),))


def _on_line(text: str) -> str:
    return text.replace("\r\n", LINE_BREAK).replace("\n", LINE_BREAK).replace("\r", LINE_BREAK)


def _would_join(before: TypedLine, line: TypedLine) -> bool:
    """Whether a line would go on with the block before it."""
    if line.kind is LineKind.QUOTE and before.kind is LineKind.QUOTE:
        return bool(line.stretches) and line.stretches[0].text.startswith(SOURCE_DASH)
    return before.kind in _LISTS and line.kind in _LISTS
