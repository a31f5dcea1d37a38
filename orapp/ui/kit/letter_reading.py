"""A letter as plain text, from top to bottom: for screen readers, for copying, and for whoever looks for words in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QCoreApplication

from orapp.letters.content import BulletList, CodedList, Operative, Paragraph, Quotation, Table
from orapp.texts.dates import plain_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from orapp.letters.content import Block, LetterContent, Run, Section


def reading_text(content: LetterContent) -> str:
    """The whole letter, a line for each paragraph and each cell of a table."""
    lines: list[str] = [*_opening(content)]
    number = 0
    for section in content.sections:
        number += 1 if section.heading else 0
        lines += _section(section, number if content.numbered and section.heading else 0)
    lines += _end(content)
    # Words that stay together on paper are searched for and copied with a plain space between them.
    return "\n".join(lines).replace("\u00a0", " ")


def _opening(content: LetterContent) -> Iterator[str]:
    yield content.sender.name
    yield " · ".join(line for line in (content.sender.organisation, *content.sender.lines) if line)
    yield from content.addressee
    if content.confidentiality:
        yield content.confidentiality
    place = f"{content.place}, " if content.place else ""
    dated = (QCoreApplication.translate("letter", "Datum"), f"{place}{plain_date(content.dated)}")
    lines = [pair for pair in content.reference_lines if pair[1]]
    if all(label != dated[0] for label, _ in lines):
        lines.insert(0, dated)
    yield from (f"{label}: {value}" for label, value in lines)
    yield QCoreApplication.translate("letter", "Betreft: {subject}").format(subject=content.subject)
    yield content.salutation


def _section(section: Section, number: int) -> Iterator[str]:
    if section.heading:
        yield f"{number}. {section.heading}" if number else section.heading
    elif not section.blocks:
        yield ""
    counter = 0
    for block in section.blocks:
        if isinstance(block, Paragraph) and block.numbered and number:
            counter += 1
        yield from _block(block, f"{number}.{counter}" if number and counter else "")


def _block(block: Block, number: str) -> Iterator[str]:
    match block:
        case Quotation():
            yield _words(block.runs)
            if block.source:
                yield block.source
        case Operative() | Paragraph():
            lead = f"{number}\t" if block.numbered and number else ""
            yield f"{lead}{_words(block.runs)}"
        case CodedList():
            for item in block.items:
                yield f"{item.code}\t{_words(item.runs)}"
                yield from (f"{label}: {said}" for label, said in item.details)
        case BulletList():
            yield from (f"{block.mark(number) or '•'}\t{_words(runs)}" for number, runs in enumerate(block.items))
        case Table():
            if block.caption:
                yield block.caption
            for cells in (block.header, *block.rows):
                yield from cells
            yield ""
        case _:
            assert_never(block)


def _words(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def _end(content: LetterContent) -> Iterator[str]:
    yield ""
    yield content.closing
    for signature in content.signatures:
        yield signature.name
        yield signature.role
    if content.copies:
        yield QCoreApplication.translate("letter", "Afschrift aan: {copies}").format(copies=", ".join(content.copies))
    if content.annexes:
        yield QCoreApplication.translate("letter", "Bijlagen")
    for annex in content.annexes:
        when = f", {plain_date(annex.date)}" if annex.date else ""
        version = f", {annex.version}" if annex.version else ""
        yield f"{annex.number}.\t{annex.title}{version}{when}"
