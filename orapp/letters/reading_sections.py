"""Finds the sections of a letter in what was read: by bookmarks, else by heading, else by how alike their text is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from rapidfuzz import fuzz, process

from orapp.letters.content import CodedList, LetterContent, Section
from orapp.letters.read_blocks import blocks_of_items
from orapp.letters.read_letter import Flow, Grid, Line, ReadLetter, ReadSection, Role
from orapp.letters.read_lines import canonical, lines_of_section

# How alike two headings, and two texts, must be to be taken for the same (out of a hundred).
_SAME_HEADING = 72
_NEAR_HEADING = 90
_LIKE_TEXT = 68
_SAME_TEXT = 76
_SAME_LINE = 80
_NUMBER_SIGNS = "0123456789.) \t\u00a0"
# With one section there is nothing to share lines over.
_SHARED = 2
# Over how many items a bookmark is looked for; one that reaches further was stretched by a program.
_WIDEST = 40


@dataclass(slots=True)
class _Part:
    """A stretch of items that make one section; `heading` is the item with its heading, or None."""

    key: str
    heading: int | None
    items: list[int] = field(default_factory=list)


class _Finder:
    """Finds the sections of one letter in one flow."""

    def __init__(self, flow: Flow, content: LetterContent, first: int, last: int) -> None:
        self._items = flow.items
        self._range = range(first, last)
        self._sections = {section.key: section for section in content.sections}
        self._lines = {key: [line.plain for line in lines_of_section(section)] for key, section in self._sections.items()}
        self._texts = [canonical(item.text) if isinstance(item, Line) else "" for item in flow.items]
        self._owners = self._owned(flow)
        self._heads: dict[int, str] = {}
        self._place_heads(flow)

    # -- anchors -------------------------------------------------------------------------------------------------------

    def _owned(self, flow: Flow) -> dict[int, str]:
        """The section to which an item belongs by a bookmark inside it, or because exactly one section has its words."""
        owners: dict[int, str] = {}
        said: dict[str, set[str]] = {}
        for key, lines in self._lines.items():
            for line in lines:
                said.setdefault(line, set()).add(key)
        for number in self._range:
            found = said.get(self._texts[number], set()) if self._texts[number] else set()
            if len(found) == 1:
                owners[number] = next(iter(found))
        for anchor in flow.anchors:
            key, _, rest = anchor.place.partition("/")
            if rest and anchor.first in self._range and key in self._sections:
                owners.setdefault(anchor.first, key)
        return owners

    def _place_heads(self, flow: Flow) -> None:
        """Which item is the heading of which section; a heading that no section had gets an empty key."""
        headings = {key: canonical(section.heading) for key, section in self._sections.items() if section.heading}
        for anchor in flow.anchors:
            if anchor.place in headings and (at := self._best(anchor.first, anchor.last, headings[anchor.place])) is not None:
                self._claim(at, anchor.place, headings)
        for number in self._range:
            # A heading that was pasted as plain text still says the same words.
            text = self._texts[number].lstrip(_NUMBER_SIGNS)
            if number not in self._heads and (key := self._exactly(text, headings)):
                self._heads[number] = key
        loose = [number for number in self._range if self._is_heading(number) and number not in self._heads]
        for number in loose:
            self._heads[number] = self._guess(number, loose, headings)

    def _best(self, first: int, last: int, heading: str) -> int | None:
        """The item within the reach of a bookmark that is its heading: the likest, if it is a heading or likely one."""
        reach = [number for number in range(first, min(last, first + _WIDEST) + 1) if number in self._range]
        if not reach:
            return None
        at = max(reach, key=lambda number: (fuzz.ratio(self._texts[number], heading), -number))
        return at if self._is_heading(at) or fuzz.ratio(self._texts[at], heading) >= _SAME_HEADING else None

    def _claim(self, at: int, key: str, headings: Mapping[str, str]) -> None:
        """Two bookmarks may have slid to one heading: the likest has it."""
        there = self._heads.get(at)
        if there is None or fuzz.ratio(self._texts[at], headings[key]) > fuzz.ratio(self._texts[at], headings[there]):
            self._heads[at] = key

    def _exactly(self, text: str, headings: Mapping[str, str]) -> str:
        taken = set(self._heads.values())
        return next((key for key, heading in headings.items() if heading == text and key not in taken), "")

    def _is_heading(self, number: int) -> bool:
        item = self._items[number]
        return isinstance(item, Line) and item.role is Role.HEADING and bool(self._texts[number])

    def _guess(self, number: int, loose: Sequence[int], headings: Mapping[str, str]) -> str:
        """The section that a heading without a bookmark begins: by its words, by what belongs below it, by its text."""
        taken = set(self._heads.values())
        free = {key: heading for key, heading in headings.items() if key not in taken}
        if not free:
            return ""
        below = self._below(number, loose)
        votes = Counter(owner for one in below if (owner := self._owners.get(one)) in free)
        if votes:
            return votes.most_common(1)[0][0]
        words = " ".join(self._texts[one] for one in below)
        texts = {key: fuzz.token_set_ratio(words, " ".join(self._lines[key])) for key in free}
        text = self._texts[number].lstrip(_NUMBER_SIGNS)
        named = process.extractOne(text, free, scorer=fuzz.ratio, score_cutoff=_SAME_HEADING)
        # Headings of one letter are like each other ("Beoordeling van de …"): only a near one says enough by itself.
        if named is not None and (named[1] >= _NEAR_HEADING or not words or texts[str(named[2])] >= _LIKE_TEXT):
            return str(named[2])
        likest = max(texts, key=lambda key: texts[key])
        return likest if words and texts[likest] >= _SAME_TEXT else ""

    def _below(self, number: int, loose: Sequence[int]) -> list[int]:
        ends = [one for one in (*self._heads, *loose) if one > number]
        return list(range(number + 1, min(ends, default=self._range.stop)))

    # -- parts ---------------------------------------------------------------------------------------------------------

    def parts(self) -> list[_Part]:
        """The stretches in order, each section once."""
        headed = set(self._heads.values())
        parts: list[_Part] = []
        by_key: dict[str, _Part] = {}
        stands = _Part(key=self._first_key(), heading=None)
        current = stands
        for number in self._range:
            if number in self._heads:
                current = stands = _Part(key=self._heads[number], heading=number)
                parts.append(current)
                if current.key:
                    by_key[current.key] = current
                continue
            if self._is_empty(number):
                continue
            owner = self._owners.get(number, "")
            if owner and owner != current.key:
                if owner == stands.key:
                    current = stands
                elif owner not in headed and owner not in by_key:
                    # Its heading is gone, or it never had one.
                    current = _Part(key=owner, heading=None)
            if current.key not in by_key and current not in parts:
                parts.append(current)
                by_key[current.key] = current
            current.items.append(number)
        return parts

    def _first_key(self) -> str:
        """Words before the first heading belong to the first section that has none, else to the first of all."""
        bare = next((key for key, section in self._sections.items() if not section.heading), "")
        return bare or next(iter(self._sections), "")

    def _is_empty(self, number: int) -> bool:
        item = self._items[number]
        return not item.text.strip() and not (isinstance(item, Line) and item.role is Role.CODED)

    def share(self) -> None:
        """Gives lines without an owner one by likeness, where sections have no heading that shows where they begin."""
        headed = set(self._heads.values())
        lines = {
            f"{key}\n{number}": line for key, said in self._lines.items() if key not in headed for number, line in enumerate(said)
        }
        if len({name.partition("\n")[0] for name in lines}) + len(headed) < _SHARED:
            return
        for number in self._range:
            text = self._texts[number]
            if not text or number in self._owners or number in self._heads:
                continue
            match = process.extractOne(text, lines, scorer=fuzz.ratio, score_cutoff=_SAME_LINE)
            if match is not None:
                self._owners[number] = str(match[2]).partition("\n")[0]


def read_sections(flow: Flow, content: LetterContent, aliases: Mapping[str, str] | None = None) -> ReadLetter:
    """The letter in what was read. `content` is the version from which the file was made.

    `aliases` are the tags of content controls by their names, for a file in which a program dropped the tags.
    """
    first, last = _limits(flow, content, aliases or {})
    finder = _Finder(flow, content, first, last)
    finder.share()
    sections: list[ReadSection] = []
    section_of: dict[int, int] = {}
    keys = _keys_by_code(content)
    above = ""
    for part in finder.parts():
        for number in (part.heading, *part.items):
            if number is not None:
                section_of[number] = len(sections)
        heading = flow.items[part.heading].text.strip() if part.heading is not None else ""
        blocks = blocks_of_items([flow.items[number] for number in part.items], keys)
        sections.append(ReadSection(key=part.key, heading=heading, blocks=blocks, after=above))
        above = part.key or above
    return ReadLetter(
        flow=flow,
        head=_lines_around(flow.items[:first]),
        sections=tuple(sections),
        tail=_lines_around(flow.items[last:]),
        section_of=MappingProxyType(section_of),
    )


def read_around(flow: Flow, content: LetterContent) -> ReadLetter:
    """What stands around the text of a letter, its sections left unread: for the file that left."""
    first, last = _limits(flow, content, {})
    return ReadLetter(flow=flow, head=_lines_around(flow.items[:first]), sections=(), tail=_lines_around(flow.items[last:]))


def _keys_by_code(content: LetterContent) -> dict[str, str]:
    return {
        # Each way to end a line is one break in Word.
        item.code.replace("\r\n", "\n").replace("\r", "\n"): item.key
        for section in content.sections
        for block in section.blocks
        if isinstance(block, CodedList)
        for item in block.items
    }


def _limits(flow: Flow, content: LetterContent, aliases: Mapping[str, str]) -> tuple[int, int]:
    """Where the text of the letter begins and ends: between salutation and closing, by control, words or style."""
    keys = {section.key for section in content.sections}
    anchored = [one.first for one in flow.anchors if one.place.partition("/")[0] in keys]
    begins = _found(flow, aliases, "salutation", content.salutation, Role.SALUTATION)
    first = begins[0] + 1 if begins else min(anchored, default=0)
    ends = [number for number in _found(flow, aliases, "closing", content.closing, Role.CLOSING) if number >= first]
    last = ends[-1] if ends else _before_signatures(flow, content, first)
    return first, last


def _found(flow: Flow, aliases: Mapping[str, str], tag: str, words: str, role: Role) -> list[int]:
    by_control = [
        number for number, item in enumerate(flow.items) if any(name == tag or aliases.get(name) == tag for name in item.fields)
    ]
    if by_control:
        return by_control
    wanted = canonical(words)
    by_words = [number for number, item in enumerate(flow.items) if wanted and canonical(item.text) == wanted]
    return by_words or [number for number, item in enumerate(flow.items) if isinstance(item, Line) and item.role is role]


def _before_signatures(flow: Flow, content: LetterContent, first: int) -> int:
    names = {canonical(one.name) for one in content.signatures if one.name.strip()}
    for number in range(len(flow.items) - 1, first - 1, -1):
        item = flow.items[number]
        if isinstance(item, Grid) and any(canonical(line) in names for line in item.text.splitlines()):
            return number
    return len(flow.items)


def _lines_around(items: Sequence[Line | Grid]) -> tuple[str, ...]:
    return tuple(line for item in items for part in item.text.splitlines() if (line := canonical(part)))


def expected_sections(content: LetterContent) -> tuple[Section, ...]:
    """The sections of a version that can be found back: those with words."""
    return tuple(section for section in content.sections if section.heading or lines_of_section(section))
