"""Edits of a letter while it is composed: its texts, the order of its sections, what stays out, and what surrounds it.

A letter that was adopted takes no edit any more (EditConflict): from then on only the acts of signing and sending touch it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from orapp.domain.dossier import Dossier
from orapp.domain.editing import Edit, EditConflict, add, change, items_of, together
from orapp.domain.items import Item, LetterChoice
from orapp.domain.letters import Letter, LetterField, SectionChoice, SectionText

LETTERS = "letters"
_CHOICES = "letters"

CHOOSABLE = ("questions", "objections", "considerations", "alternatives", "consequences", "conditions", "commitments")
"""The collections whose items stand in a letter or are deliberately left out of it."""


def begin(letter: Letter) -> Edit:
    """Puts a new letter in the dossier; where it is already there, nothing is added."""

    def edit(dossier: Dossier) -> Dossier:
        return dossier if dossier.find(letter.id) is not None else add(LETTERS, letter)(dossier)

    return edit


def compose_letter(before: Letter, after: Letter) -> Edit:
    """Changes what `after` changes of a letter that is still being composed. Raises EditConflict once it was adopted."""
    changed = change(LETTERS, before, after)

    def edit(dossier: Dossier) -> Dossier:
        current = letter_of(dossier, before.id)
        if current is None or current.adopted_on is not None:
            raise EditConflict(LETTERS, before.id)
        return changed(dossier)

    return edit


def letter_of(dossier: Dossier, letter_id: str) -> Letter | None:
    """The letter with this id."""
    return next((letter for letter in dossier.letters if letter.id == letter_id), None)


def with_text(letter: Letter, section: str, text: str, *, replaces: bool = False) -> Letter:
    """The letter with the council's own words under a key; empty words take them away."""
    others = tuple(one for one in letter.texts if one.section != section)
    if not text.strip() and not replaces:
        return replace(letter, texts=others)
    new = SectionText(section=section, text=text, replaces=replaces)
    if all(one.section != section for one in letter.texts):
        return replace(letter, texts=(*letter.texts, new))
    return replace(letter, texts=tuple(new if one.section == section else one for one in letter.texts))


def without_text(letter: Letter, section: str) -> Letter:
    """The letter in which a section comes from the dossier again, without own words."""
    return replace(letter, texts=tuple(one for one in letter.texts if one.section != section))


def text_of(letter: Letter | None, section: str) -> SectionText | None:
    """The own words under a key, if there are any."""
    return next((one for one in letter.texts if one.section == section), None) if letter is not None else None


def with_field(letter: Letter, key: str, value: str = "", rows: tuple[tuple[str, ...], ...] = ()) -> Letter:
    """The letter with what was filled in under a key; nothing at all takes it away."""
    others = tuple(one for one in letter.fields if one.key != key)
    if not value.strip() and not rows:
        return replace(letter, fields=others)
    new = LetterField(key=key, value=value, rows=rows)
    if len(others) == len(letter.fields):
        return replace(letter, fields=(*others, new))
    return replace(letter, fields=tuple(new if one.key == key else one for one in letter.fields))


def with_section_out(letter: Letter, choice: SectionChoice) -> Letter:
    """The letter without a section, with the reason why."""
    return replace(letter, left_out=(*(one for one in letter.left_out if one.section != choice.section), choice))


def with_section_in(letter: Letter, section: str) -> Letter:
    """The letter with a section that was left out before."""
    return replace(letter, left_out=tuple(one for one in letter.left_out if one.section != section))


def choose_item(collection: str, item: Item, choice: LetterChoice) -> Edit:
    """Says whether an item stands in a kind of letter; the choice that stood for that kind is replaced."""
    if collection not in CHOOSABLE:
        raise ValueError(collection)
    return change(collection, item, _with_choice(item, choice))


def _with_choice(item: Item, choice: LetterChoice) -> Item:
    present: tuple[LetterChoice, ...] = getattr(item, _CHOICES)
    changed: Callable[..., Item] = replace
    return changed(item, letters=(*(one for one in present if one.letter != choice.letter), choice))


def find_choosable(dossier: Dossier, item_id: str) -> tuple[str, Item] | None:
    """An item that may be chosen for letters, with its collection."""
    for collection in CHOOSABLE:
        for item in items_of(dossier, collection):
            if item.id == item_id:
                return collection, item
    return None


def at_once(letter: Letter, *edits: Edit) -> Edit:
    """Edits of which the first needs the letter to be there: it is put in the dossier together with them."""
    return together(begin(letter), *edits)
