"""Reads the letters' data from resources, and a letter as plain text."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from orapp.domain.dossier import Dossier
from orapp.exchange.dossier_json import read_dossier
from orapp.law.book import LawBook
from orapp.law.book import load as load_law
from orapp.letters.compose import compose
from orapp.letters.content import (
    Block,
    BulletList,
    CodedList,
    LetterContent,
    Operative,
    Paragraph,
    Table,
)
from orapp.letters.order import ComposedLetter, LetterOrder
from orapp.letters.outlines import BlockKind, LetterBook, load
from tests.unit.letters.examples import COUNCIL

RESOURCES = Path(__file__).resolve().parents[3] / "resources"


@cache
def files() -> Mapping[str, Mapping[str, object]]:
    """The parsed files of resources/letters."""
    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted((RESOURCES / "letters").glob("*.toml"))}


@cache
def demo_dossiers() -> tuple[Dossier, ...]:
    """The dossiers of the demo, in the order of their numbers."""
    return tuple(read_dossier(path.read_bytes()).dossier for path in sorted((RESOURCES / "demo").glob("2*.json")))


@cache
def book() -> LetterBook:
    return load(files())


def own_places(kind: str) -> dict[str, str]:
    """Where the council can write its own words, by key and name: each section, and the places within it."""
    found = {}
    for section in book().outlines[kind].sections:
        found[section.key] = section.heading
        found |= {one.name: book().words[f"own_{one.name}"] for one in section.blocks if one.kind is BlockKind.OWN}
    return found


@cache
def finding_texts() -> Mapping[str, str]:
    """Code to sentence, from resources/texts/letters.toml."""
    return tomllib.loads((RESOURCES / "texts" / "letters.toml").read_text("utf-8"))


@cache
def law() -> LawBook:
    return load_law({path.stem: tomllib.loads(path.read_text("utf-8")) for path in (RESOURCES / "law").glob("*.toml")})


def write(dossier: Dossier, kind: str, dated: date, **changes: Any) -> ComposedLetter:
    """A letter about the first request of a dossier."""
    order = LetterOrder(**{"kind": kind, "request_id": dossier.requests[0].id, "dated": dated, **changes})
    return compose(book(), law(), COUNCIL, dossier, order)


def codes(letter: ComposedLetter) -> set[str]:
    """The codes of what was found."""
    return {finding.code for finding in letter.findings}


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
