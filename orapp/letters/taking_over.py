"""Takes over what came back from Word: the sections that were chosen become own words, move, or stay out of the letter."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date

from orapp.domain.letter_edits import text_of, with_section_in, with_section_out, with_text
from orapp.domain.letters import Letter, SectionChoice
from orapp.letters.content import LetterContent, Paragraph, Run
from orapp.letters.reading_back import ChangeKind, Comparison, SectionChange
from orapp.letters.typed_text import references_in, text_from

References = Callable[[str], str | None]
"""The words of a reference in a letter by its id, or None where what it names is gone."""

REMOVED_IN_WORD = "in Word verwijderd"
"""The reason that is kept with a section that was taken out in Word; it is a text of the council, and can be changed."""


def taken_over(
    letter: Letter,
    comparison: Comparison,
    here: LetterContent,
    chosen: Collection[str],
    words: References,
    *,
    person: str,
    on: date,
) -> Letter:
    """The letter with the chosen sections as they came back; `here` is how it reads now. What was not chosen stays as it is.

    A reference that stood in the council's own words, and of which the words came back, is a reference again.
    """
    taken = [change for change in comparison.changes if change.key in chosen and change.asks]
    for change in taken:
        match change.kind:
            case ChangeKind.CHANGED:
                text = _referring(letter, change, words)
                letter = with_text(with_section_in(letter, change.key), change.key, text, replaces=True)
            case ChangeKind.REMOVED:
                choice = SectionChoice(section=change.key, reason=REMOVED_IN_WORD, by=person, on=on)
                letter = with_section_out(letter, choice)
            case ChangeKind.ADDED:
                letter = _with_added(letter, change, here)
            case _:
                pass
    moved = [change.key for change in taken if change.moved]
    if moved:
        left = {change.key for change in comparison.changes if change.moved} - set(moved)
        order = _reordered([section.key for section in here.sections], comparison.order, moved, left)
        letter = replace(letter, section_order=order)
    return letter


def _referring(letter: Letter, change: SectionChange, words: References) -> str:
    """The text that came back, with the references that its section had: as many of each as there were, no more."""
    own = text_of(letter, change.key)
    text = change.text
    said = {ref: words(ref) for ref in references_in(own.text)} if own is not None else {}
    # The longest words first: those of one reference may stand in those of another.
    for ref, name in sorted(said.items(), key=lambda pair: -len(pair[1] or "")):
        mark = f"[[{ref}]]"
        count = own.text.count(mark) - text.count(mark) if own is not None else 0
        if name and count > 0:
            text = re.sub(rf"(?<![\w\[]){re.escape(name)}(?!\w)", mark.replace("\\", r"\\"), text, count=count)
    return text


def _with_added(letter: Letter, change: SectionChange, here: LetterContent) -> Letter:
    """New words go at the end of the section above them, below their heading in bold: the headings of a letter are its own."""
    first = here.sections[0].key if here.sections else ""
    key = change.after or first
    if not key:
        return letter
    own = text_of(letter, key)
    if own is not None and own.replaces:
        present = own.text
    else:
        present = next((text_from(section.blocks) for section in here.sections if section.key == key), "")
    heading = text_from([Paragraph(key="kop", runs=(Run(text=change.heading, bold=True),))]) if change.heading else ""
    added = [part for part in (heading, change.text) if part.strip()]
    # A blank line keeps a list from going on in the next one.
    parts = [present, "", *added] if change.after else [*added, "", present]
    return with_text(letter, key, "\n".join(parts).strip("\n"), replaces=True)


def _reordered(present: Sequence[str], wanted: Sequence[str], moved: Sequence[str], left: Collection[str]) -> tuple[str, ...]:
    """The present order in which each moved section stands behind what stands above it in the wanted one."""
    order = list(present)
    for key in (one for one in wanted if one in moved and one in order):
        order.remove(key)
        above = [one for one in wanted[: wanted.index(key)] if one in order and one not in left]
        order.insert(order.index(above[-1]) + 1 if above else 0, key)
    return tuple(order)
