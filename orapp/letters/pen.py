"""Writes the blocks of one letter: fills sentences, remembers what was placed, and notes what is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from orapp.domain.items import Item
from orapp.domain.letters import SectionText, StrategicGoal
from orapp.letters.content import (
    Block,
    BulletList,
    CodedItem,
    CodedList,
    Finding,
    FindingWeight,
    Operative,
    Paragraph,
    Run,
    Table,
)
from orapp.letters.letter_fields import FieldOutline, is_filled, typed_rows
from orapp.letters.matter import Matter
from orapp.letters.predicates import holds
from orapp.letters.wording import one_line, paragraphs

if TYPE_CHECKING:
    # The book knows which sources there are, and the sources write with this pen.
    from orapp.letters.letter_kinds import LetterKind
    from orapp.letters.outlines import LetterBook

_NOTHING = frozenset({"", "–"})


class Pen:
    """One letter in the making. `fields` are what every sentence may use; a source adds its own.

    `said` keeps the keys of the paragraphs that are sentences of the book, not words that somebody typed.
    """

    def __init__(
        self, book: LetterBook, matter: Matter, fields: Mapping[str, object], *, numbered: bool, kind: LetterKind
    ) -> None:
        self.book = book
        self.matter = matter
        self.fields = dict(fields)
        self.numbered = numbered
        self.kind = kind
        self.section = ""
        self.said: set[str] = set()
        self.placed: set[str] = set()
        self.findings: list[Finding] = []
        self._keys: set[str] = set()

    def write(self, sentence: str, /, **fields: object) -> str:
        """A sentence of the book, filled in."""
        return self.book.sentences.write(sentence, {**self.fields, **fields})

    def word(self, key: str) -> str:
        """A single word or short phrase of the book (a label, the head of a column)."""
        return self.book.words[key]

    def key(self, wanted: str) -> str:
        """A key that stands once in this letter."""
        candidate, number = f"{self.section}.{wanted}" if self.section else wanted, 1
        while candidate in self._keys:
            number += 1
            candidate = f"{self.section}.{wanted}.{number}"
        self._keys.add(candidate)
        return candidate

    def paragraph(self, sentence: str, item: Item | None = None, /, **fields: object) -> Paragraph:
        """A sentence of the book as a paragraph."""
        made = self.typed(self.write(sentence, **fields), sentence if item is None else f"{sentence}.{item.id}")
        self.said.add(made.key)
        return made

    def typed(self, text: str, key: str) -> Paragraph:
        """A text as it was typed, as a paragraph."""
        return Paragraph(key=self.key(key), runs=(Run(text=text),), numbered=self.numbered)

    def typed_all(self, text: str, key: str) -> list[Block]:
        """A typed text in its own paragraphs."""
        return [self.typed(line, f"{key}.{number}") for number, line in enumerate(paragraphs(text), start=1)]

    def subhead(self, text: str, key: str) -> Paragraph:
        """A line that heads what follows inside a section."""
        return Paragraph(key=self.key(key), runs=(Run(text=text, bold=True),), keep_with_next=True)

    def operative(self, sentence: str, item: Item | None = None, /, **fields: object) -> Operative:
        """A sentence that decides."""
        text = self.write(sentence, **fields)
        made = Operative(
            key=self.key(sentence if item is None else f"{sentence}.{item.id}"),
            runs=(Run(text=text),),
            numbered=self.numbered,
        )
        self.said.add(made.key)
        return made

    def bullets(self, key: str, lines: Iterable[str]) -> list[Block]:
        """A plain list, or nothing."""
        items = tuple((Run(text=line),) for line in lines if line)
        return [BulletList(key=self.key(key), items=items)] if items else []

    def table(self, key: str, columns: Iterable[str], rows: Iterable[tuple[str, ...]], widths: tuple[int, ...]) -> list[Block]:
        """A table with heads from the book, or nothing without rows; a column in which nothing or only a dash stands is left out.

        `table_<key>` of the book describes it.
        """
        lines, heads = tuple(rows), tuple(columns)
        if not lines:
            return []
        used = [index for index in range(len(heads)) if any(line[index] not in _NOTHING for line in lines)] or [0]
        return [
            Table(
                key=self.key(key),
                header=tuple(self.word(heads[index]) for index in used),
                rows=tuple(tuple(line[index] for index in used) for line in lines),
                widths=tuple(widths[index] for index in used),
                summary=self.word(f"table_{key}"),
            )
        ]

    def filled_table(self, field: FieldOutline) -> list[Block]:
        """The table that was filled in under a field, or nothing without rows; short rows are filled up."""
        count = len(field.columns)
        rows = tuple(
            tuple(one_line(cell) for cell in (*row, *("",) * count)[:count])
            for row in typed_rows(self.matter.order.letter, field.key)
        )
        if not rows:
            return []
        return [Table(key=self.key(field.key), header=field.columns, rows=rows, widths=field.widths, summary=field.label)]

    def filled(self, key: str) -> bool:
        """Whether a field of this kind of letter was filled in."""
        field = self.kind.field(key)
        return field is not None and is_filled(field, self.matter.order.letter)

    def holds(self, name: str) -> bool:
        """Whether a condition of the outline holds for this letter."""
        return holds(name, self.matter, self.kind.fields)

    def aims_at(self, goals: Collection[StrategicGoal]) -> bool:
        """Whether the letter has one of these goals; nothing asked of the goal holds for every letter."""
        return not goals or self.matter.goal in goals

    def coded(self, item: Item, text: str, details: Iterable[tuple[str, str]] = ()) -> CodedItem:
        """An item with its code; details are (word of the book, text) and empty ones are left out."""
        self.placed.add(item.id)
        code = self.matter.code(item)
        if not text.strip():
            self.block("letter.item_without_text", f"{self.section}/{code}", code=code)
        return CodedItem(
            key=item.id,
            code=code,
            runs=(Run(text=text.strip(" \t\r\n")),),
            details=tuple((self.word(label), value) for label, value in details if value),
        )

    def coded_list(self, key: str, items: Iterable[CodedItem]) -> list[Block]:
        """A list of coded items, or nothing."""
        found = tuple(items)
        return [CodedList(key=self.key(key), items=found)] if found else []

    def own_text(self, section: str) -> SectionText | None:
        """The council's own words under this key."""
        letter = self.matter.order.letter
        if letter is None:
            return None
        return next((text for text in letter.texts if text.section == section and text.text.strip()), None)

    def find(self, code: str, weight: FindingWeight, place: str = "", /, **fields: str) -> None:
        """Notes a finding; its sentence may name the council as the letter does."""
        named = {name: str(self.fields.get(name, "")) for name in ("council", "he", "his")}
        self.findings.append(Finding(code=code, weight=weight, place=place or self.section, fields={**named, **fields}))

    def block(self, code: str, place: str = "", /, **fields: str) -> None:
        """Notes what stands in the way of adoption."""
        self.find(code, FindingWeight.BLOCKING, place, **fields)

    def ask(self, code: str, place: str = "", /, **fields: str) -> None:
        """Notes what asks for a look."""
        self.find(code, FindingWeight.ATTENTION, place, **fields)

    def note(self, code: str, place: str = "", /, **fields: str) -> None:
        """Notes what is only told."""
        self.find(code, FindingWeight.NOTE, place, **fields)
