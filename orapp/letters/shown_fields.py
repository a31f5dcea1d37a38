"""The fields of a kind of letter as who composes it sees them: those that count now, with what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from orapp.domain.dossier import Dossier
from orapp.domain.editing import items_of
from orapp.domain.letters import Letter
from orapp.letters.content import FindingWeight
from orapp.letters.letter_fields import PREFIX, FieldOutline, LetterFieldKind, is_filled, typed_rows, typed_value
from orapp.letters.matter import Matter
from orapp.letters.outlines import BlockKind, LetterBook, Outline, SectionOutline
from orapp.letters.predicates import holds
from orapp.letters.wording import one_line

PLACE = "field/"
"""Before the key of a field where a finding names its place."""

_WORD = re.compile(r"\w+")
_NAMES = ("text", "title", "name", "subject")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownField:
    """A field with its value as it is kept, or its rows.

    `missing` is how heavy its absence weighs while it is not filled in (None: filled in, or it may stay empty);
    `unreadable` says that something stands there that is no value of its kind. `choices` are (value, words) for a choice
    and for an item of the dossier. `own_words` are the headings of the sections that would use it and that the council wrote
    itself: what is filled in here does not change that text.
    """

    outline: FieldOutline
    value: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    filled: bool = False
    missing: FindingWeight | None = None
    unreadable: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    own_words: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The key of the field."""
        return self.outline.key

    @property
    def wanted(self) -> bool:
        """Whether the letter asks for it, filled in or not."""
        return self.outline.missing in {FindingWeight.BLOCKING, FindingWeight.ATTENTION}


def shown_fields(matter: Matter, outlines: Iterable[FieldOutline]) -> tuple[ShownField, ...]:
    """The fields whose condition holds for this letter, in the order of the outline."""
    known = tuple(outlines)
    return tuple(_shown(matter, one) for one in known if holds(one.when, matter, known))


def beside_own_words(
    fields: tuple[ShownField, ...], book: LetterBook, outline: Outline, letter: Letter | None
) -> tuple[ShownField, ...]:
    """The fields with the sections that the council wrote itself instead of what the dossier and these fields give."""
    replaced = {one.section for one in letter.texts if one.replaces} if letter is not None else set()
    sections = [one for one in outline.sections if one.key in replaced]
    if not sections:
        return fields
    return tuple(
        replace(one, own_words=tuple(section.heading or section.key for section in sections if _uses(section, one.key, book)))
        for one in fields
    )


def _uses(section: SectionOutline, key: str, book: LetterBook) -> bool:
    """Whether a section has the field itself, a sentence with it, or a place that depends on it."""
    for block in section.blocks:
        named = block.kind in {BlockKind.FIELD, BlockKind.ROWS} and block.name == key
        if named or (":" in block.when and key in _WORD.findall(block.when)):
            return True
        if block.kind in {BlockKind.SENTENCE, BlockKind.LEAD}:
            sentence = book.sentences.all.get(block.name)
            if sentence is not None and {f"{PREFIX}{key}", f"{PREFIX}{key}_words"} & sentence.fields:
                return True
    return False


def _shown(matter: Matter, outline: FieldOutline) -> ShownField:
    letter = matter.order.letter
    filled, value = is_filled(outline, letter), typed_value(letter, outline.key)
    return ShownField(
        outline=outline,
        value=value,
        rows=typed_rows(letter, outline.key),
        filled=filled,
        missing=None if filled else outline.missing,
        unreadable=not filled and bool(value),
        choices=_choices(matter.dossier, outline),
    )


def _choices(dossier: Dossier, outline: FieldOutline) -> tuple[tuple[str, str], ...]:
    if outline.kind is LetterFieldKind.CHOICE:
        return tuple(outline.options.items())
    if outline.kind is not LetterFieldKind.ITEM or not outline.of:
        return ()
    found = []
    for item in items_of(dossier, outline.of):
        words = next((one_line(str(text)) for name in _NAMES if (text := getattr(item, name, ""))), item.id)
        found.append((item.id, words[:90]))
    return tuple(found)
