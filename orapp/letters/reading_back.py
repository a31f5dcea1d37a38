"""Compares a letter that came back from Word with the version from which it left, and with how it stands here now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rapidfuzz import fuzz

from orapp.letters.content import Finding, FindingWeight, LetterContent, Section
from orapp.letters.read_letter import ReadLetter, ReadSection, TraceKind
from orapp.letters.read_lines import ReadLine, canonical, lines_of, lines_of_section, one_space
from orapp.letters.reading_sections import expected_sections
from orapp.letters.typed_text import text_from
from orapp.letters.word_differences import Piece, word_differences, words_changed

_AWAY = -1
_NOTHING = "–"
# The control of each place around the text, with the code of what is told when it came back otherwise.
_TOLD = {
    "addressee": "addressee",
    "date": "date",
    "our_reference": "reference",
    "your_reference": "reference",
    "subject": "subject",
    "salutation": "salutation",
    "closing": "closing",
    "confidentiality": "confidentiality",
}
_DERIVED = frozenset({"body", "signatures", "annexes", "copies", "logo", "concept", "stamp"})


class ChangeKind(StrEnum):
    """What happened to a section in Word."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionChange:
    """One section: as it left, as it came back, and as it stands here now.

    `key` names it; a section that came new has the key of what stands above it in `after`, and a key of its own that no
    section of the letter has. `text` is what came back, in the form in which own words are typed. `moved` also stands where
    the section changed besides. `here_changed`: it was changed in the program since the file left; `already`: it stands here
    as it came back. `decides`: an operative sentence is other than it was. `only_look`: nothing but bold or italic differs.
    """

    key: str
    heading: str
    kind: ChangeKind
    before: str
    text_after: str
    text: str
    here: str
    pieces: tuple[Piece, ...] = ()
    words: int = 0
    after: str = ""
    moved: bool = False
    here_changed: bool = False
    already: bool = False
    decides: bool = False
    only_look: bool = False

    @property
    def asks(self) -> bool:
        """Whether there is something to take over or to leave."""
        return self.kind is not ChangeKind.UNCHANGED and not self.already

    @property
    def clashes(self) -> bool:
        """Whether it was changed both in Word and here."""
        return self.asks and self.here_changed and self.kind in {ChangeKind.CHANGED, ChangeKind.REMOVED}

    @property
    def safe(self) -> bool:
        """Whether it may be taken over together with the others: it neither decides nor overwrites what was typed here."""
        return self.asks and not self.decides and not self.clashes


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedTrace:
    """A tracked change with the heading of its section."""

    kind: TraceKind
    text: str
    author: str
    at: datetime | None
    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedNote:
    """A remark with the heading of its section, and the words that it is about."""

    text: str
    about: str
    author: str
    at: datetime | None
    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Everything that came back with a file: section by section, what is told beside it, and what others did in it."""

    changes: tuple[SectionChange, ...]
    findings: tuple[Finding, ...]
    traces: tuple[ReturnedTrace, ...]
    notes: tuple[ReturnedNote, ...]
    order: tuple[str, ...] = ()

    @property
    def asking(self) -> tuple[SectionChange, ...]:
        """The sections about which there is something to choose."""
        return tuple(change for change in self.changes if change.asks)


def compare(
    left: LetterContent, kept: ReadLetter, returned: ReadLetter, here: LetterContent, codes: Mapping[str, str] | None = None
) -> Comparison:
    """What came back: `left` is the version that left with its file read as `kept`, `here` the letter as it stands now.

    `codes` are those of the dossier by item id: an item of it stays one where its text is taken over.
    """
    sections = expected_sections(left)
    present = {section.key: section for section in here.sections}
    came = {section.key: section for section in returned.sections if section.key}
    order = tuple(came)
    moved = _moved([section.key for section in sections], order)
    changes = [
        _change(section, came.get(section.key), present.get(section.key), codes, moved=section.key in moved)
        for section in sections
    ]
    changes = _with_added(changes, returned.sections, codes)
    return Comparison(
        changes=tuple(changes),
        findings=(*_operative(changes), *_headings(sections, came), *_around(left, kept, returned), *_behind(kept, returned)),
        traces=tuple(
            ReturnedTrace(kind=one.kind, text=one.text, author=one.author, at=one.at, section=_where(returned, one.item))
            for one in returned.flow.traces
        ),
        notes=tuple(
            ReturnedNote(text=one.text, about=one.about, author=one.author, at=one.at, section=_where(returned, one.item))
            for one in returned.flow.notes
        ),
        order=order if moved else (),
    )


# -- sections --------------------------------------------------------------------------------------------------------------


def _change(
    section: Section, came: ReadSection | None, here: Section | None, codes: Mapping[str, str] | None, *, moved: bool
) -> SectionChange:
    before = lines_of_section(section)
    now = lines_of_section(here) if here is not None else ()
    after = lines_of(came.blocks) if came is not None else ()
    here_changed = _looked(now) != _looked(before)
    shown, then = _shown(before), _shown(after)
    kind = ChangeKind.MOVED if moved else ChangeKind.UNCHANGED
    if not after and before:
        kind = ChangeKind.REMOVED
    elif _looked(after) != _looked(before):
        kind = ChangeKind.CHANGED
    pieces = word_differences(shown, then) if kind is ChangeKind.CHANGED else ()
    return SectionChange(
        key=section.key,
        heading=section.heading,
        kind=kind,
        before=shown,
        text_after=then,
        text=text_from(came.blocks, codes) if came is not None and kind is ChangeKind.CHANGED else "",
        here=_shown(now),
        pieces=pieces,
        words=words_changed(pieces),
        moved=moved and kind is not ChangeKind.REMOVED,
        here_changed=here_changed,
        already=kind in {ChangeKind.CHANGED, ChangeKind.REMOVED} and not moved and _looked(after) == _looked(now),
        decides=kind in {ChangeKind.CHANGED, ChangeKind.REMOVED} and _decisions_gone(before, after),
        only_look=kind is ChangeKind.CHANGED and _plain(after) == _plain(before),
    )


def _with_added(
    changes: list[SectionChange], sections: Sequence[ReadSection], codes: Mapping[str, str] | None
) -> list[SectionChange]:
    """New sections stand behind the one above them."""
    for number, section in enumerate((one for one in sections if not one.key), start=1):
        lines = lines_of(section.blocks)
        shown = _shown(lines)
        added = SectionChange(
            key=f"+{number}",
            heading=section.heading,
            kind=ChangeKind.ADDED,
            before="",
            text_after=shown,
            text=text_from(section.blocks, codes),
            here="",
            pieces=word_differences("", shown),
            words=len(shown.split()),
            after=section.after,
        )
        at = next((place for place, one in enumerate(changes) if one.key == section.after), _AWAY) + 1
        while at < len(changes) and changes[at].kind is ChangeKind.ADDED and changes[at].after == section.after:
            at += 1
        changes.insert(at, added)
    return changes


def _moved(expected: Sequence[str], came: Sequence[str]) -> frozenset[str]:
    """The sections that stand elsewhere: all but the longest row of sections that kept their order."""
    rank = {key: place for place, key in enumerate(expected)}
    keys = [key for key in came if key in rank]
    rows: list[tuple[str, ...]] = []
    for number, key in enumerate(keys):
        before = [rows[one] for one in range(number) if rank[keys[one]] < rank[key]]
        rows.append((*_longest(before), key))
    return frozenset(keys) - frozenset(_longest(rows))


def _longest(rows: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    found: tuple[str, ...] = ()
    for row in rows:
        if len(row) > len(found):
            found = row
    return found


def _looked(lines: Sequence[ReadLine]) -> tuple[str, ...]:
    return tuple(line.looked for line in lines)


def _plain(lines: Sequence[ReadLine]) -> tuple[str, ...]:
    return tuple(line.plain for line in lines)


def _shown(lines: Sequence[ReadLine]) -> str:
    return "\n".join(line.shown for line in lines)


def _decisions_gone(before: Sequence[ReadLine], after: Sequence[ReadLine]) -> bool:
    stands = {line.plain for line in after}
    return any(line.decides and line.plain not in stands for line in before) or any(
        line.decides and line.plain not in {one.plain for one in before} for line in after
    )


def _where(letter: ReadLetter, item: int) -> str:
    number = letter.section_of.get(item)
    return letter.sections[number].heading if number is not None else ""


# -- what is told beside the sections --------------------------------------------------------------------------------------


def _tell(code: str, place: str = "", weight: FindingWeight = FindingWeight.ATTENTION, /, **fields: str) -> Finding:
    said = {name: text or _NOTHING for name, text in fields.items()}
    return Finding(code=f"letter.returned.{code}", weight=weight, place=place, fields=said)


def _operative(changes: Sequence[SectionChange]) -> list[Finding]:
    return [_tell("operative", change.key, heading=change.heading or change.key) for change in changes if change.decides]


def _headings(sections: Sequence[Section], came: dict[str, ReadSection]) -> list[Finding]:
    found = []
    for section in sections:
        there = came.get(section.key)
        if there is None or canonical(there.heading) == canonical(section.heading):
            continue
        if there.heading:
            found.append(_tell("heading", section.key, before=section.heading, after=there.heading))
        elif section.heading:
            found.append(_tell("heading_gone", section.key, before=section.heading))
    return found


def _around(left: LetterContent, kept: ReadLetter, returned: ReadLetter) -> list[Finding]:
    """What stands otherwise around the text: what is known by its control, the signatures, and any other line."""
    before, after = Counter((*kept.head, *kept.tail)), Counter((*returned.head, *returned.tail))
    gone, come = before - after, after - before
    found: list[Finding] = []
    for control in kept.flow.controls:
        if not control.tag or control.tag in _DERIVED or not control.text.strip():
            continue
        lines = [canonical(line) for line in control.text.splitlines()]
        if not any(line in gone for line in lines):
            continue
        now = returned.control(control.tag, kept.aliases)
        told = _TOLD.get(control.tag, "around")
        found.append(_tell(told, control.tag, before=one_space(control.text), after=one_space(now or "")))
        gone.subtract(lines)
        come.subtract([canonical(line) for line in (now or "").splitlines()])
    names = {canonical(word): signature for signature in left.signatures for word in (signature.name, signature.role) if word}
    for line in [line for line, count in gone.items() if count > 0]:
        likely = max((one for one, count in come.items() if count > 0), key=lambda one: fuzz.ratio(one, line), default="")
        come.subtract([likely])
        found.append(_tell("signature" if line in names else "around", "", before=line, after=likely))
    found += [_tell("around", "", before="", after=line) for line, count in come.items() if count > 0 and line]
    return found


def _behind(kept: ReadLetter, returned: ReadLetter) -> list[Finding]:
    """What is no text, came with the file, and stays behind when the text is taken over."""
    kinds = [one for one in returned.flow.behind if one not in kept.flow.behind]
    return [_tell(f"behind_{kind}", "", FindingWeight.NOTE) for kind in kinds]
