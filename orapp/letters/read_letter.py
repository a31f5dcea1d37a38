"""What was read from a Word file of a letter: its lines and tables in order, and the letter that they make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from orapp.letters.content import Block, Run


class Role(StrEnum):
    """What a paragraph is, by its style; a style that the house style does not have is OTHER."""

    PARAGRAPH = "paragraph"
    OPERATIVE = "operative"
    QUOTATION = "quotation"
    SOURCE = "source"
    CODED = "coded"
    DETAIL = "detail"
    BULLET = "bullet"
    SECOND = "second"
    HEADING = "heading"
    SUBHEADING = "subheading"
    CAPTION = "caption"
    SALUTATION = "salutation"
    CLOSING = "closing"
    GAP = "gap"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph as it reads when every tracked change is accepted.

    `number` is what a list sets before it ("2.", "•"), or empty, and `depth` how deep it stands in that list, 0 for its first
    level; `fields` are the tags of the content controls in it.
    """

    runs: tuple[Run, ...]
    role: Role = Role.OTHER
    number: str = ""
    fields: tuple[str, ...] = ()
    depth: int = 0

    @property
    def text(self) -> str:
        """The paragraph without looks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: the text of its cells, row by row. `headed` says that its first row repeats on each page.

    `words` are the cells in their looks, where any has one.
    """

    rows: tuple[tuple[str, ...], ...]
    headed: bool = False
    words: tuple[tuple[tuple[Run, ...], ...], ...] = ()
    fields: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All cells."""
        return "\n".join(cell for row in self.rows for cell in row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where a bookmark of ours stands: its place in the letter, and the first and last item that it reaches over."""

    place: str
    first: int
    last: int


class TraceKind(StrEnum):
    """What somebody did with changes tracked."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A tracked change: what, by whom and when. `item` is the item of the flow in which it stands."""

    kind: TraceKind
    text: str
    author: str
    at: datetime | None
    item: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A remark beside the text: what it says, about which words, by whom and when."""

    text: str
    about: str
    author: str
    at: datetime | None
    item: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """A content control: its tag (empty where a program dropped it), its name, and its text."""

    tag: str
    alias: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """The main text of a Word file in order. `behind` names the things that are no text: picture, footnote."""

    items: tuple[Line | Grid, ...]
    anchors: tuple[Anchor, ...] = ()
    traces: tuple[Trace, ...] = ()
    notes: tuple[Note, ...] = ()
    controls: tuple[Control, ...] = ()
    behind: tuple[str, ...] = ()
    program: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSection:
    """A section as it was read. `key` is empty for one that the letter did not have; `after` is the key of the one above it."""

    key: str
    heading: str
    blocks: tuple[Block, ...]
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLetter:
    """A letter as it was read: what stands above its text, its sections, and what stands below.

    `section_of` gives for an item of the flow the place of its section in `sections`.
    """

    flow: Flow
    head: tuple[str, ...]
    sections: tuple[ReadSection, ...]
    tail: tuple[str, ...]
    section_of: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def aliases(self) -> Mapping[str, str]:
        """The tag of each content control by its name, for a file in which a program dropped the tags."""
        return {one.alias: one.tag for one in self.flow.controls if one.tag and one.alias}

    def control(self, tag: str, aliases: Mapping[str, str]) -> str | None:
        """The text of a content control by its tag or its name; None where it is gone."""
        for one in self.flow.controls:
            if one.tag == tag or (not one.tag and aliases.get(one.alias) == tag):
                return one.text
        return None
