"""The outlines of the letters, read from resources/letters: sections with heading, when they stand, and what fills them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from orapp.domain.decisions import ResolutionKind
from orapp.domain.dossier import COLLECTIONS
from orapp.domain.letters import StrategicGoal
from orapp.law.facts import ProcedureKind
from orapp.letters.content import FindingWeight
from orapp.letters.letter_fields import FieldOutline, LetterFieldKind
from orapp.letters.letter_kinds import Addressed, LetterGroup, LetterKind, Reply
from orapp.letters.predicates import known
from orapp.letters.sentences import LetterDataError, Sentences
from orapp.letters.sources import SOURCES

_Choice = TypeVar("_Choice", bound=StrEnum)

_LETTER = {
    *("key", "title", "purpose", "fits", "version", "numbered", "needs_decisions", "group", "whole", "addressed", "reply"),
    *("resolution", "by_mandate", "goals"),
}


class BlockKind(StrEnum):
    """What fills a place in a section."""

    LEAD = "lead"  # a sentence that stands only where what it leads to follows it
    SENTENCE = "sentence"  # a sentence of its own
    SOURCE = "source"  # blocks made from the dossier
    OWN = "own"  # the council's own words under a key of their own
    FIELD = "field"  # what was filled in under a field of several lines
    ROWS = "rows"  # the table that was filled in under a field


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockOutline:
    """One place in a section: a sentence, a source of blocks, or own words; `when` names a predicate.

    `goals` are the goals of a letter for which it stands there; empty for every letter. A lead opens the place after it; a
    `wide` one opens whichever of the places after it is filled first.
    """

    kind: BlockKind
    name: str
    when: str = "always"
    goals: frozenset[StrategicGoal] = frozenset()
    wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionOutline:
    """A section: its heading, when it belongs, what fills it, and how heavy its absence weighs (None: not at all)."""

    key: str
    heading: str
    when: str
    blocks: tuple[BlockOutline, ...]
    empty: FindingWeight | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A kind of letter with its sections. `numbered` asks for numbered headings and paragraphs."""

    kind: LetterKind
    numbered: bool
    sections: tuple[SectionOutline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterBook:
    """All outlines, sentences and words of the letters."""

    outlines: Mapping[str, Outline]
    sentences: Sentences
    words: Mapping[str, str]

    def kinds(self) -> tuple[LetterKind, ...]:
        """The kinds of letters that can be written."""
        return tuple(outline.kind for outline in self.outlines.values())


def load(files: Mapping[str, Mapping[str, object]]) -> LetterBook:
    """The letters from the parsed files of resources/letters (by file stem).

    Raises `LetterDataError` with file and place for what is missing, unknown, twice there, or no allowed sentence.
    """
    texts: dict[str, tuple[str, str, frozenset[str]]] = {}
    words: dict[str, str] = {}
    outlines: dict[str, Outline] = {}
    for file, content in files.items():
        whole = _Table(file, "", content)
        whole.only({"letter", "section", "field", "sentence", "word"})
        for key, table in whole.named("sentence"):
            if key in texts:
                raise table.fail(f"deze zin staat ook in {texts[key][0]}.toml")
            table.only({"text", "fields"})
            texts[key] = (file, table.text("text"), frozenset(table.texts("fields")))
        for key, value in whole.table("word").content.items():
            if not isinstance(value, str) or key in words:
                raise whole.fail(f"het woord {key} staat er twee keer of is geen tekst")
            words[key] = value
        if "letter" in content:
            outline = _outline(whole)
            if outline.kind.key in outlines:
                raise whole.fail(f"de brief {outline.kind.key} staat er twee keer")
            outlines[outline.kind.key] = outline
    _check_names(files, outlines, texts, words)
    return LetterBook(outlines=MappingProxyType(outlines), sentences=Sentences(texts), words=MappingProxyType(words))


def _check_names(
    files: Mapping[str, Mapping[str, object]],
    outlines: Mapping[str, Outline],
    texts: Mapping[str, object],
    words: Mapping[str, str],
) -> None:
    """Each sentence, source, place for own words and condition that an outline names exists."""
    spots = {_Table(file, "", content).table("letter").get("key"): file for file, content in files.items()}
    for key, outline in outlines.items():
        if key not in SOURCES:
            raise LetterDataError(spots[key], "letter", f"de brief {key} kan het programma niet maken")
        for section in outline.sections:
            place = f"onderdeel {section.key}"
            for name in (section.when, *(block.when for block in section.blocks)):
                if not known(name, outline.kind.fields):
                    raise LetterDataError(spots[key], place, f"de voorwaarde {name} bestaat niet")
            for block in section.blocks:
                if not _exists(block, outline.kind, texts, words):
                    raise LetterDataError(spots[key], place, f"{block.kind} = {block.name} bestaat niet")


def _exists(block: BlockOutline, kind: LetterKind, texts: Mapping[str, object], words: Mapping[str, str]) -> bool:
    field = kind.field(block.name)
    match block.kind:
        case BlockKind.LEAD | BlockKind.SENTENCE:
            return block.name in texts
        case BlockKind.SOURCE:
            return block.name in SOURCES[kind.key]
        case BlockKind.OWN:
            return f"own_{block.name}" in words
        case BlockKind.FIELD:
            return field is not None and field.kind in {LetterFieldKind.TEXT, LetterFieldKind.LINE}
        case BlockKind.ROWS:
            return field is not None and field.kind is LetterFieldKind.ROWS


def _outline(whole: _Table) -> Outline:
    letter = whole.table("letter")
    letter.only(_LETTER)
    sections = []
    for table in whole.tables("section"):
        table.only({"key", "heading", "when", "empty", "blocks"})
        empty = table.get("empty")
        sections.append(
            SectionOutline(
                key=table.text("key"),
                heading=table.text("heading"),
                when=table.text("when", "always"),
                blocks=tuple(_block(block) for block in table.tables("blocks")),
                empty=None if empty is None else table.choice("empty", FindingWeight),
            )
        )
    known_goals = {goal.value for goal in StrategicGoal} & set(letter.texts("goals"))
    for block in (block for section in sections for block in section.blocks):
        if not block.goals <= known_goals:
            raise whole.fail(f"{block.name} noemt een doel dat niet bij goals van de brief staat")
    keys = [section.key for section in sections]
    if len(set(keys)) < len(keys):
        raise whole.fail("een onderdeel staat er twee keer")
    kind = LetterKind(
        key=letter.text("key"),
        title=letter.text("title"),
        purpose=letter.text("purpose"),
        fits=tuple(letter.choice_of(text, ProcedureKind) for text in letter.texts("fits")),
        outline_version=letter.text("version"),
        needs_decisions=letter.flag("needs_decisions", fallback=True),
        group=letter.choice_of(letter.text("group", LetterGroup.COURSE), LetterGroup),
        whole=letter.flag("whole", fallback=False),
        addressed=letter.choice_of(letter.text("addressed", Addressed.DIRECTOR), Addressed),
        reply=letter.choice_of(letter.text("reply", Reply.POSSIBLE), Reply),
        resolution=letter.choice_of(letter.text("resolution", ResolutionKind.ADOPT_LETTER), ResolutionKind),
        by_mandate=letter.flag("by_mandate", fallback=True),
        goals=tuple(letter.choice_of(text, StrategicGoal) for text in letter.texts("goals")),
        fields=tuple(_field(table) for table in whole.tables("field")),
    )
    names = [one.key for one in kind.fields]
    if len(set(names)) < len(names):
        raise whole.fail("een veld staat er twee keer")
    for one in kind.fields:
        if not known(one.when, kind.fields):
            raise whole.fail(f"de voorwaarde {one.when} van veld {one.key} bestaat niet")
    return Outline(kind=kind, numbered=letter.flag("numbered", fallback=True), sections=tuple(sections))


def _field(table: _Table) -> FieldOutline:
    table.only({"key", "label", "kind", "hint", "options", "columns", "widths", "of", "when", "missing"})
    kind = table.choice("kind", LetterFieldKind)
    columns, options, of = table.texts("columns"), table.table("options"), table.text("of", "")
    if (kind is LetterFieldKind.ROWS) != bool(columns) or (kind is LetterFieldKind.CHOICE) != bool(options.content):
        raise table.fail("columns hoort bij rows en options bij choice")
    if (kind is LetterFieldKind.ITEM) != bool(of) or (of and of not in COLLECTIONS):
        raise table.fail("of hoort bij item en noemt een lijst van het dossier")
    widths = table.numbers("widths") or (1,) * len(columns)
    if len(widths) != len(columns):
        raise table.fail("widths heeft één getal per kolom")
    return FieldOutline(
        key=table.text("key"),
        label=table.text("label"),
        kind=kind,
        hint=table.text("hint", ""),
        options=MappingProxyType({key: options.text(key) for key in options.content}),
        columns=columns,
        widths=widths,
        of=of,
        when=table.text("when", "always"),
        missing=None if table.get("missing") is None else table.choice("missing", FindingWeight),
    )


def _block(table: _Table) -> BlockOutline:
    table.only({"when", "goals", "wide", *BlockKind})
    named = [kind for kind in BlockKind if table.get(kind.value) is not None]
    if len(named) != 1:
        raise table.fail(f"kies precies één van {', '.join(BlockKind)}")
    goals = frozenset(table.choice_of(text, StrategicGoal) for text in table.texts("goals"))
    return BlockOutline(
        kind=named[0],
        name=table.text(named[0].value),
        when=table.text("when", "always"),
        goals=goals,
        wide=table.flag("wide", fallback=False),
    )


class _Table:
    """One table of a file that knows its place, so that every complaint names it."""

    def __init__(self, file: str, place: str, content: Mapping[str, object]) -> None:
        self.file = file
        self.place = place
        self.content = content

    def fail(self, why: str) -> LetterDataError:
        return LetterDataError(self.file, self.place or "het bestand", why)

    def only(self, keys: set[str]) -> None:
        unknown = sorted(self.content.keys() - keys)
        if unknown:
            raise self.fail(f"{', '.join(unknown)} is hier onbekend")

    def get(self, key: str) -> object:
        return self.content.get(key)

    def text(self, key: str, fallback: str | None = None) -> str:
        value = self.content.get(key, fallback)
        if not isinstance(value, str) or (fallback is None and not value.strip()):
            raise self.fail(f"{key} mist of is geen tekst")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.content.get(key, ())
        if not isinstance(value, Sequence) or isinstance(value, str) or not all(isinstance(item, str) for item in value):
            raise self.fail(f"{key} is geen lijst van teksten")
        return tuple(str(item) for item in value)

    def numbers(self, key: str) -> tuple[int, ...]:
        value = self.content.get(key, ())
        if not isinstance(value, Sequence) or not all(isinstance(item, int) and item > 0 for item in value):
            raise self.fail(f"{key} is geen lijst van getallen")
        return tuple(int(item) for item in value)

    def flag(self, key: str, *, fallback: bool) -> bool:
        value = self.content.get(key, fallback)
        if not isinstance(value, bool):
            raise self.fail(f"{key} is geen true of false")
        return value

    def choice(self, key: str, kind: type[_Choice]) -> _Choice:
        return self.choice_of(self.text(key), kind)

    def choice_of(self, text: str, kind: type[_Choice]) -> _Choice:
        try:
            return kind(text)
        except ValueError as error:
            raise self.fail(f"{text} is geen van {', '.join(kind)}") from error

    def table(self, key: str) -> _Table:
        value = self.content.get(key, {})
        if not isinstance(value, Mapping):
            raise self.fail(f"{key} is geen tabel")
        return _Table(self.file, f"{self.place} {key}".strip(), value)

    def named(self, key: str) -> list[tuple[str, _Table]]:
        found = []
        for name, value in self.table(key).content.items():
            if not isinstance(value, Mapping):
                raise self.fail(f"{key} {name} is geen tabel")
            found.append((name, _Table(self.file, f"zin {name}", value)))
        return found

    def tables(self, key: str) -> list[_Table]:
        value = self.content.get(key, ())
        if not isinstance(value, Sequence) or isinstance(value, str):
            raise self.fail(f"{key} is geen lijst")
        found = []
        for number, item in enumerate(value, start=1):
            if not isinstance(item, Mapping):
                raise self.fail(f"{key} {number} is geen tabel")
            found.append(_Table(self.file, f"{self.place} {key} {item.get('key', number)}".strip(), item))
        return found
