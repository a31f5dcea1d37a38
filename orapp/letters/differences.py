"""What differs between two versions of a letter, part by part and word by word."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import StrEnum

from orapp.letters.content import BulletList, CodedList, LetterContent, Paragraph, Section, Table
from orapp.letters.word_differences import Piece, word_differences
from orapp.letters.wording import day


class Change(StrEnum):
    """What happened to a part of a letter."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A part of a letter in two versions: both texts, and what went and came between them."""

    key: str
    heading: str
    change: Change
    before: str
    after: str
    pieces: tuple[Piece, ...]


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
    return Compared(key=key, heading=heading, change=change, before=was, after=now, pieces=word_differences(was, now))


def text_print(content: LetterContent) -> str:
    """A print of what a letter says (SHA-256), without its date, its looks and who signs: the same where only those differ."""
    parts = _parts(replace(content, signatures=()), dated=False)
    text = "\x1e".join(f"{key}\x1f{heading}\x1f{said}" for key, (heading, said) in parts.items())
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _parts(content: LetterContent, *, dated: bool = True) -> dict[str, tuple[str, str]]:
    """Heading and text of each part, from the letterhead to the annexes."""
    lines = [*content.addressee, *(f"{label}: {text}" for label, text in content.reference_lines)]
    head = "\n".join([*lines, *([day(content.dated)] if dated else [])])
    tail = [content.closing, *(f"{one.name}, {one.role}" for one in content.signatures)]
    tail += [f"Afschrift aan: {copy}" for copy in content.copies]
    tail += [f"Bijlage {one.number}. {one.title} {one.version}".strip() for one in content.annexes]
    parts = {
        " head": (
            "Aanhef",
            f"{content.title}\n{head}\n{content.subject}\n{content.confidentiality}\n{content.salutation}".strip(),
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
                points = enumerate("".join(run.text for run in runs) for runs in block.items)
                lines += [f"{block.mark(number) or '•'} {said}" for number, said in points]
            case Table():
                lines += [line for line in (block.caption,) if line]
                lines += [" | ".join(row) for row in (block.header, *block.rows)]
    return "\n".join(lines)
