"""What a letter says: one frozen object of which preview, Word and PDF are renderings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

DASH = "–"
"""The sign of a point of the second level that has no letter."""


class LetterStatus(StrEnum):
    """The life of a letter; adopting, signing and sending are three acts."""

    CONCEPT = "concept"
    ADOPTED = "adopted"
    SIGNED = "signed"
    SENT = "sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text in one look."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph. `key` is stable over versions and becomes a bookmark; `numbered` gives it 2.1, 2.2 in its section."""

    key: str
    runs: tuple[Run, ...]
    numbered: bool = False
    keep_with_next: bool = False

    @property
    def text(self) -> str:
        """The paragraph without looks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operative(Paragraph):
    """The sentence that decides ("De OR adviseert u om …"), set apart from the reasons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Paragraph):
    """Literal text of another, with where it stands."""

    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedItem:
    """An item with a stable code (V2, T1, Q5). The code is text, never an automatic number; `details` are (label, text).

    `level` is 1 for one that stands below the item before it ("a.", "–").
    """

    key: str
    code: str
    runs: tuple[Run, ...]
    details: tuple[tuple[str, str], ...] = ()
    level: int = 0

    @property
    def text(self) -> str:
        """The item without looks, without its code."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedList:
    """Items that carry their own codes."""

    key: str
    items: tuple[CodedItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletList:
    """A plain list. `marks` has for each item that stands below another its sign ("a.", "–"), empty for one that does not."""

    key: str
    items: tuple[tuple[Run, ...], ...]
    marks: tuple[str, ...] = ()

    def mark(self, number: int) -> str:
        """The sign of an item of the second level, counted from 0; empty for one of the first."""
        return self.marks[number] if number < len(self.marks) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellLook:
    """Words of a cell in another look, from one sign to another; row 0 is the header, column 0 the first."""

    row: int
    column: int
    start: int
    end: int
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table whose header repeats on each page. `widths` are relative, one a column; `summary` is its alternative text.

    `looks` are in the order of the cells and of the words in them (`cell_looks` gives the cells with them).
    """

    key: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    summary: str
    caption: str = ""
    looks: tuple[CellLook, ...] = ()


Block = Paragraph | Operative | Quotation | CodedList | BulletList | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the letter. Without heading it is running text (a short letter); with one it is numbered when the letter is."""

    key: str
    heading: str = ""
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who writes: the council's name, its undertaking, and the lines under it. `logo` is a PNG or JPEG, or empty."""

    name: str
    organisation: str
    lines: tuple[str, ...] = ()
    logo: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A place to sign; `role` says in which capacity ("voorzitter", "secretaris (OR-lid)")."""

    name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """One line of the list of annexes."""

    number: int
    title: str
    date: date | None = None
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterContent:
    """A whole letter, ready to be set.

    `numbered` asks for numbered headings (1, 2 …) and paragraphs (1.1 …). `reference_lines` are (label, value) pairs, in order.
    `confidentiality` is one line or empty (art. 20 WOR). `outline_version`, `law_known_on` tell by which data it was made.
    `fingerprint` is that of what was adopted (orapp.letters.fingerprint), empty before.
    """

    kind: str
    title: str
    status: LetterStatus
    sender: Sender
    addressee: tuple[str, ...]
    reference_lines: tuple[tuple[str, str], ...]
    subject: str
    salutation: str
    sections: tuple[Section, ...]
    closing: str
    signatures: tuple[Signature, ...]
    dated: date
    place: str = ""
    confidentiality: str = ""
    copies: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
    numbered: bool = True
    outline_version: str = ""
    law_known_on: date | None = None
    reference: str = ""
    fingerprint: str = ""

    def texts(self) -> Iterator[tuple[str, str]]:
        """Every text of the letter with its place, for checks and for reading back."""
        yield "subject", self.subject
        yield "salutation", self.salutation
        for section in self.sections:
            yield section.key, section.heading
            for block in section.blocks:
                yield from _block_texts(section.key, block)
        yield "closing", self.closing


def _block_texts(place: str, block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Paragraph():
            yield f"{place}/{block.key}", block.text
            if isinstance(block, Quotation) and block.source:
                yield f"{place}/{block.key}", block.source
        case CodedList():
            for item in block.items:
                yield f"{place}/{item.code}", item.text
                for label, text in item.details:
                    yield f"{place}/{item.code}/{label}", text
        case BulletList():
            for index, runs in enumerate(block.items, start=1):
                yield f"{place}/{block.key}/{index}", "".join(run.text for run in runs)
        case Table():
            yield f"{place}/{block.key}", block.caption
            for index, row in enumerate((block.header, *block.rows)):
                for cell in row:
                    yield f"{place}/{block.key}/{index}", cell


class FindingWeight(StrEnum):
    """How heavy a finding weighs: what blocks adoption, what asks for a look, what is only told."""

    BLOCKING = "blocking"
    ATTENTION = "attention"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a check found in a letter: a code with named fields (the Dutch sentence stands in resources/texts) and its place."""

    code: str
    weight: FindingWeight
    place: str = ""
    fields: dict[str, str] = field(default_factory=dict)
