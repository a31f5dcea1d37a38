"""Reads the letters' data from resources, and a letter as plain text."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from orapp.law.completeness import CompletenessItem
from orapp.law.facts import ProcedureKind
from orapp.law.reading import Reliability
from orapp.letters.content import (
    Block,
    BulletList,
    CodedList,
    LetterContent,
    Operative,
    Paragraph,
    Table,
)
from orapp.letters.outlines import LetterBook, load

RESOURCES = Path(__file__).resolve().parents[3] / "resources"


@cache
def files() -> Mapping[str, Mapping[str, object]]:
    """The parsed files of resources/letters."""
    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted((RESOURCES / "letters").glob("*.toml"))}


@cache
def book() -> LetterBook:
    return load(files())


@cache
def finding_texts() -> Mapping[str, str]:
    """Code to sentence, from resources/texts/letters.toml."""
    return tomllib.loads((RESOURCES / "texts" / "letters.toml").read_text("utf-8"))


def _item(key: str, title: str, article: str) -> CompletenessItem:
    return CompletenessItem(
        key=key,
        title=title,
        article=article,
        ask=f"Staat dit erin: {title}?",
        source="S1",
        date=date(2020, 1, 1),
        status=next(iter(Reliability)),
    )


def _lists() -> Mapping[ProcedureKind, tuple[CompletenessItem, ...]]:
    return {
        ProcedureKind.ADVICE: (
            _item("motives", "beweegredenen", "art. 25 lid 3 WOR"),
            _item("consequences", "gevolgen voor het personeel", "art. 25 lid 3 WOR"),
            _item("measures", "voorgenomen maatregelen", "art. 25 lid 3 WOR"),
        ),
        ProcedureKind.CONSENT: (
            _item("motives", "beweegredenen", "art. 27 lid 2 WOR"),
            _item("consequences", "gevolgen voor het personeel", "art. 27 lid 2 WOR"),
        ),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallLaw:
    """As much of the law as a letter needs."""

    known_on: date = date(2026, 4, 11)
    completeness: Mapping[ProcedureKind, tuple[CompletenessItem, ...]] = field(default_factory=_lists)


def plain_text(content: LetterContent) -> str:
    """The whole letter to be read aloud."""
    lines = [content.confidentiality, *content.addressee, ""]
    lines += [f"{label}: {text}" for label, text in content.reference_lines]
    lines += [f"Betreft: {content.subject}", "", content.salutation]
    for number, section in enumerate(content.sections, start=1):
        lines += ["", f"{number} {section.heading}"]
        for block in section.blocks:
            lines += _lines(block)
    lines += ["", content.closing, *(f"{one.name}, {one.role}" for one in content.signatures)]
    lines += [f"Bijlage {one.number}: {one.title}" for one in content.annexes]
    return "\n".join(lines)


def _lines(block: Block) -> list[str]:
    match block:
        case Operative():
            return [f"  ** {block.text}"]
        case Paragraph():
            return [f"  {block.text}"]
        case CodedList():
            return [
                line
                for item in block.items
                for line in (f"  {item.code}  {item.text}", *(f"      {label}: {text}" for label, text in item.details))
            ]
        case BulletList():
            return [f"  - {''.join(run.text for run in item)}" for item in block.items]
        case Table():
            return [f"  | {' | '.join(row)} |" for row in (block.header, *block.rows)]


def operative_texts(content: LetterContent) -> list[str]:
    """The sentences that decide."""
    return [block.text for section in content.sections for block in section.blocks if isinstance(block, Operative)]
