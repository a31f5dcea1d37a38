"""The parts of a letter as who composes it sees them: each section with its state, its items, and where own words can stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import assert_never

from orapp.domain.assessment import Consequence, Consideration
from orapp.domain.items import Item, Theme
from orapp.domain.judging import compared_items
from orapp.domain.promises import Condition
from orapp.letters.advice import CONSEQUENCES, MOTIVES, WEIGHING
from orapp.letters.content import Block, BulletList, CodedList, FindingWeight, Paragraph, Section, Table
from orapp.letters.matter import Matter
from orapp.letters.outlines import BlockKind, Outline, SectionOutline
from orapp.letters.wording import coded, one_line


class PartState(StrEnum):
    """Where the text of a section comes from."""

    DOSSIER = "dossier"
    MIXED = "mixed"  # own words before what comes from the dossier
    OWN = "own"
    EMPTY = "empty"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartItem:
    """An item that belongs in a section: whether it stands there, and if not why, by whom and when."""

    collection: str
    item_id: str
    code: str
    text: str
    included: bool
    reason: str = ""
    by: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPlace:
    """A place inside a section for the council's own words, under a key of its own."""

    key: str
    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPart:
    """A section as it is composed. `number` is 0 where it does not stand in the letter, or headings have none.

    `own` are the council's words (None: none), `replaces` whether they stand instead of what the dossier gives. `mandatory`
    says that the letter cannot be adopted without it. `told` is what stands there in a few words.
    """

    key: str
    heading: str
    number: int
    state: PartState
    mandatory: bool
    told: str
    own: str | None
    replaces: bool
    items: tuple[PartItem, ...] = ()
    places: tuple[OwnPlace, ...] = ()
    reason: str = ""


Chosen = Callable[[Matter], tuple[tuple[str, Item], ...]]


def _named(collection: str) -> Chosen:
    def found(matter: Matter) -> tuple[tuple[str, Item], ...]:
        items: tuple[Item, ...] = getattr(matter, collection)
        return tuple((collection, item) for item in items)

    return found


def _considered(themes: frozenset[Theme]) -> Chosen:
    return lambda matter: tuple(
        ("considerations", item) for item in matter.considerations if item.theme in themes and not item.execution_only
    )


def _both(*several: Chosen) -> Chosen:
    return lambda matter: tuple(pair for one in several for pair in one(matter))


def _execution(matter: Matter) -> tuple[tuple[str, Item], ...]:
    return tuple(("considerations", item) for item in matter.considerations if item.execution_only)


def _compared(matter: Matter) -> tuple[tuple[str, Item], ...]:
    """The conditions that the decision of this letter is held against."""
    pairs = compared_items(matter.dossier, matter.decision) if matter.decision is not None else ()
    return tuple(("conditions", item) for _, item in pairs if isinstance(item, Condition))


_SHARED: Mapping[str, Chosen] = {
    "comparisons": _compared,
    "questions": _named("questions"),
    "objections": _named("objections"),
    "conditions": _named("conditions"),
    "commitments": _named("commitments"),
    "execution": _execution,
}
_ITEMS: Mapping[str, Mapping[str, Chosen]] = MappingProxyType(
    {
        "A1": {},
        "A9": {
            **_SHARED,
            "motives": _considered(MOTIVES),
            "consequences": _both(_named("consequences"), _considered(CONSEQUENCES)),
            "measures": _both(_named("consequences"), _considered(frozenset({Theme.MEASURES}))),
            "alternatives": _both(_named("alternatives"), _considered(frozenset({Theme.ALTERNATIVES}))),
            "weighing": _considered(WEIGHING),
        },
        "A10": {
            **_SHARED,
            "weighed": _both(_considered(MOTIVES), _named("consequences"), _considered(CONSEQUENCES | WEIGHING)),
            "measures": _both(
                _considered(frozenset(Theme) - MOTIVES - CONSEQUENCES - WEIGHING), _named("consequences"), _named("alternatives")
            ),
        },
    }
)
"""Which items a source of the outline can bring into its section, by kind of letter."""


def items_of_section(matter: Matter, section: SectionOutline) -> tuple[tuple[str, Item], ...]:
    """Every item that belongs in a section, whether it stands there or is left out, each once."""
    chosen = _ITEMS.get(matter.kind, _SHARED)
    found = {
        item.id: (collection, item)
        for block in section.blocks
        if block.kind is BlockKind.SOURCE and block.name in chosen
        for collection, item in chosen[block.name](matter)
    }
    return tuple(found.values())


def in_order(outline: Outline, order: tuple[str, ...]) -> tuple[SectionOutline, ...]:
    """The sections in the order that the council chose; one that the order does not name follows its neighbour of the outline."""
    known = {section.key: section for section in outline.sections}
    keys = [key for key in dict.fromkeys(order) if key in known]
    before = ""
    for section in outline.sections:
        if section.key not in keys:
            keys.insert(keys.index(before) + 1 if before else 0, section.key)
        before = section.key
    return tuple(known[key] for key in keys)


def mandatory(section: SectionOutline) -> bool:
    """Whether the letter is no letter of its kind without this section."""
    return section.empty is FindingWeight.BLOCKING


def part_items(matter: Matter, section: SectionOutline) -> tuple[PartItem, ...]:
    """The items of a section with the choice that was made about each."""
    found = []
    for collection, item in items_of_section(matter, section):
        choice = matter.choice(item)
        found.append(
            PartItem(
                collection=collection,
                item_id=item.id,
                code=matter.codes.get(item.id, ""),
                text=_words(item),
                included=choice is None or choice.included,
                reason=choice.reason if choice is not None else "",
                by=choice.by if choice is not None else "",
                on=choice.on if choice is not None else None,
            )
        )
    return tuple(found)


def _words(item: Item) -> str:
    if isinstance(item, Consequence):
        return one_line(f"{item.group}: {item.effect}" if item.effect.strip() else item.group)
    text: str = getattr(item, "text", "")
    return one_line(f"{text} ({item.evidence})" if isinstance(item, Consideration) and item.evidence.strip() else text)


def told(items: tuple[PartItem, ...], section: Section | None, in_letter: str, left_out: str) -> str:
    """What stands in a section in a few words: its codes, or else how its text begins."""
    here = coded(item.code for item in items if item.included and item.code)
    out = coded(item.code for item in items if not item.included and item.code)
    words = [f"{here} {in_letter}" if out and here else here, f"{out} {left_out}" if out else ""]
    said = ", ".join(word for word in words if word)
    if said or section is None:
        return said
    lines = plain_text(section).split("\n")
    return next((line for line in lines if not line.endswith(":")), lines[0])


def plain_text(section: Section) -> str:
    """What stands in a section as plain text, to go on writing from: a paragraph a line, codes before their items."""
    return "\n".join(line for block in section.blocks for line in _lines(block) if line.strip())


def _lines(block: Block) -> list[str]:
    match block:
        case Paragraph():
            return [block.text]
        case CodedList():
            found = []
            for item in block.items:
                details = "; ".join(f"{label}: {text}" for label, text in item.details)
                found.append(f"{item.code.rstrip('.')}. {item.text}" + (f" ({details})" if details else ""))
            return found
        case BulletList():
            return [f"– {''.join(run.text for run in runs)}" for runs in block.items]
        case Table():
            heads = block.header
            return [
                "; ".join(f"{head}: {cell}" for head, cell in zip(heads, row, strict=False) if cell not in {"", "–"})
                for row in block.rows
            ]
        case _:
            assert_never(block)
