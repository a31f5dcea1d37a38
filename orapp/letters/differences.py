"""What differs between two texts, word by word, and between two versions of a letter, section by section."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from orapp.letters.content import BulletList, CodedList, LetterContent, Paragraph, Section, Table

WORDS = re.compile(r"\s+|[\w’'-]+|[^\w\s]")
MOST_WORDS = 20_000
"""Longer texts are held beside each other line by line: word by word takes time with the square of their length."""


class Change(StrEnum):
    """What happened to a stretch of text or to a section."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"  # of a section: some of its words


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of text that stayed, came or went."""

    change: Change
    text: str


def word_differences(before: str, after: str) -> tuple[Stretch, ...]:
    """The stretches of two texts in order: what stayed, what went and what came. Joined without the added it is `before`."""
    old, new = _words(before), _words(after)
    found: list[Stretch] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            found.append(Stretch(change=Change.SAME, text="".join(old[old_start:old_end])))
            continue
        if old_end > old_start:
            found.append(Stretch(change=Change.REMOVED, text="".join(old[old_start:old_end])))
        if new_end > new_start:
            found.append(Stretch(change=Change.ADDED, text="".join(new[new_start:new_end])))
    return _joined(found)


def _words(text: str) -> list[str]:
    words = WORDS.findall(text)
    return words if len(words) <= MOST_WORDS else text.splitlines(keepends=True)


def _joined(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    """Lets a single space between two changes go along with them: whole phrases read better than words with islands."""
    found: list[Stretch] = []
    index = 0
    while index < len(stretches):
        removed, added, start = "", "", index
        while index < len(stretches):
            one = stretches[index]
            island = one.change is Change.SAME and not one.text.strip() and start < index < len(stretches) - 1
            if one.change is Change.SAME and not island:
                break
            removed += one.text if one.change is not Change.ADDED else ""
            added += one.text if one.change is not Change.REMOVED else ""
            index += 1
        if removed:
            found.append(Stretch(change=Change.REMOVED, text=removed))
        if added:
            found.append(Stretch(change=Change.ADDED, text=added))
        if index < len(stretches):
            found.append(stretches[index])
            index += 1
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A part of a letter in two versions: both texts, and the stretches between them."""

    key: str
    heading: str
    change: Change
    before: str
    after: str
    stretches: tuple[Stretch, ...]


def letter_differences(before: LetterContent, after: LetterContent) -> tuple[Compared, ...]:
    """Every part of two versions of a letter in the order of the later one; a part that went stands where it stood."""
    old, new = _parts(before), _parts(after)
    keys = list(new)
    place = 0
    for key in old:
        if key in new:
            place = keys.index(key) + 1
        else:
            keys.insert(place, key)
            place += 1
    return tuple(_compared(key, old.get(key), new.get(key)) for key in keys)


def _compared(key: str, old: tuple[str, str] | None, new: tuple[str, str] | None) -> Compared:
    was, now = (old or ("", ""))[1], (new or ("", ""))[1]
    heading = (new or old or ("", ""))[0]
    if old is None:
        change = Change.ADDED
    elif new is None:
        change = Change.REMOVED
    else:
        change = Change.SAME if was == now else Change.CHANGED
    return Compared(key=key, heading=heading, change=change, before=was, after=now, stretches=word_differences(was, now))


def _parts(content: LetterContent) -> dict[str, tuple[str, str]]:
    """Heading and text of each part, from the letterhead to the annexes."""
    head = "\n".join(
        (*content.addressee, *(f"{label}: {text}" for label, text in content.reference_lines), content.dated.isoformat())
    )
    tail = [content.closing, *(f"{one.name}, {one.role}" for one in content.signatures)]
    tail += [f"Afschrift aan: {copy}" for copy in content.copies]
    tail += [f"Bijlage {one.number}. {one.title} {one.version}".strip() for one in content.annexes]
    parts = {
        " head": (
            "Aanhef",
            "\n".join((content.title, head, content.subject, content.confidentiality, content.salutation)).strip(),
        ),
    }
    for section in content.sections:
        parts[section.key] = (section.heading, section_text(section))
    parts[" tail"] = ("Slot", "\n".join(tail))
    return parts


def section_text(section: Section) -> str:
    """A section as lines of text: a paragraph, an item or a row each on a line of its own."""
    lines: list[str] = []
    for block in section.blocks:
        match block:
            case Paragraph():
                lines.append(block.text)
            case CodedList():
                for item in block.items:
                    lines.append(f"{item.code} {item.text}")
                    lines += [f"{label}: {said}" for label, said in item.details]
            case BulletList():
                lines += [f"• {''.join(run.text for run in runs)}" for runs in block.items]
            case Table():
                lines += [line for line in (block.caption,) if line]
                lines += [" | ".join(row) for row in (block.header, *block.rows)]
    return "\n".join(lines)
