"""Letters that come back from Word: which letter a file is, what changed in it, and taking over what was chosen."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass

from orapp.domain.council import Council
from orapp.domain.dossier import Dossier, codes
from orapp.domain.letter_edits import letter_of
from orapp.domain.letters import Letter, LetterVersion
from orapp.letters.content import Finding, FindingWeight, LetterContent
from orapp.letters.content_json import BrokenContent, from_json
from orapp.letters.letter_mark import LetterMark
from orapp.letters.reading_back import Comparison, SectionChange, compare
from orapp.letters.taking_over import taken_over
from orapp.letters.typed_references import reference_words
from orapp.services.dossiers import Edited
from orapp.services.failures import Circumstance, Refusal
from orapp.services.letters import LetterService
from orapp.services.ports import Archive, Clock, DossierReader, LetterReader


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedLetter:
    """A file that came back: of which letter and version it is, and what changed.

    `marked` is False where the file carried no mark and was held against the newest version. `digest` is the SHA-256 of the
    file. `here` is the letter as it stands in the program, in the `dossier` as it was read.
    """

    letter: Letter
    version: LetterVersion
    marked: bool
    digest: str
    here: LetterContent
    comparison: Comparison
    dossier: Dossier
    findings: tuple[Finding, ...]
    program: str = ""

    @property
    def adopted(self) -> bool:
        """Whether the text of the letter stands for good: then nothing can be taken over."""
        return self.letter.adopted_on is not None

    @property
    def newest(self) -> int:
        """The number of the newest version that was kept."""
        return self.letter.versions[-1].number

    @property
    def asking(self) -> tuple[SectionChange, ...]:
        """The sections about which there is something to choose."""
        return self.comparison.asking

    @property
    def safe(self) -> tuple[str, ...]:
        """The keys of what may be taken over together: nothing that decides, nothing that overwrites what was typed here."""
        return tuple(change.key for change in self.comparison.changes if change.safe)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver:
    """What was taken over: the edit, and the number of the version that was made of it."""

    edited: Edited
    version: int


class ReadingBackService:
    """Reading back letters of one open archive."""

    def __init__(self, archive: Archive, clock: Clock, letters: LetterService, reader: LetterReader) -> None:
        self._archive = archive
        self._clock = clock
        self._letters = letters
        self._reader = reader

    def read(self, reference: str, data: bytes, *, letter_id: str = "", kind: str = "") -> ReturnedLetter:
        """What came back. The mark in the file says of which letter it is; `letter_id` or `kind` say which one was meant.

        Nothing is kept. Raises Refusal("documents.returned.…") for a file that cannot be read, and
        Refusal("letter.returned.…") for a file of another letter, dossier or archive.
        """
        mark = self._reader.mark(data)
        with self._archive.read() as reader:
            dossier = reader.dossier(reference)
            letter, version = _meant(dossier, reader.council(), mark, letter_id, kind)
            left = _content(reader, version)
            kept_file = b"".join(reader.read_file(version.file.sha256))
        here = self._letters.prepare(reference, letter.kind, letter.request_id, letter.id).content
        kept = self._reader.around(kept_file, left)
        returned = self._reader.read(data, left, kept.aliases)
        comparison = compare(left, kept, returned, here, codes(dossier))
        return ReturnedLetter(
            letter=letter,
            dossier=dossier,
            version=version,
            marked=mark is not None,
            digest=hashlib.sha256(data).hexdigest(),
            here=here,
            comparison=comparison,
            findings=(*_about_the_file(letter, version, marked=mark is not None), *comparison.findings),
            program=returned.flow.program,
        )

    def is_of(self, data: bytes, letter_id: str) -> bool:
        """Whether a file carries the mark of a letter; False for what cannot be read."""
        try:
            mark = self._reader.mark(data)
        except Refusal:
            return False
        return mark is not None and mark.letter_id == letter_id

    def with_taken(self, returned: ReturnedLetter, chosen: Collection[str], person: str) -> Letter:
        """The letter with the chosen sections as they came back. Raises Refusal where nothing can or was to be taken over."""
        if returned.adopted:
            raise Refusal("letter.already_adopted")
        known = {change.key for change in returned.asking}
        unknown = sorted(set(chosen) - known)
        if unknown:
            raise Refusal("letter.returned.no_section", section=", ".join(unknown), known=", ".join(sorted(known)) or "–")
        if not chosen:
            raise Refusal("letter.returned.nothing_chosen")
        named = codes(returned.dossier)

        def words(ref: str) -> str | None:
            return reference_words(ref, returned.dossier, named)

        today = self._clock.today()
        return taken_over(returned.letter, returned.comparison, returned.here, chosen, words, person=person, on=today)

    def apply(self, returned: ReturnedLetter, chosen: Collection[str], person: str, origin: str = "") -> TakenOver:
        """Take the chosen sections over and make the next version: one edit, whole or not at all.

        Raises Refusal for an adopted letter, for what was not found, and where the letter changed since it was read back.
        """
        after = self.with_taken(returned, chosen, person)
        edited = self._letters.take_over(returned.dossier.id, returned.letter, after, person, origin)
        kept = letter_of(edited.dossier, returned.letter.id)
        return TakenOver(edited=edited, version=len(kept.versions) if kept is not None else 0)


def _meant(
    dossier: Dossier, council: Council, mark: LetterMark | None, letter_id: str, kind: str
) -> tuple[Letter, LetterVersion]:
    """The letter and the version from which the file came."""
    if mark is None:
        letter = _chosen(dossier, letter_id, kind)
        return letter, letter.versions[-1]
    if mark.council_id != council.id:
        raise Refusal("letter.returned.other_archive", council=mark.council or "–", reference=mark.reference or "–")
    if mark.dossier_id != dossier.id:
        raise Refusal("letter.returned.other_dossier", reference=mark.reference or "–", here=dossier.reference)
    found = letter_of(dossier, mark.letter_id)
    if found is None:
        raise Refusal("letter.returned.letter_gone", reference=dossier.reference)
    if (letter_id and found.id != letter_id) or (kind and found.kind != kind):
        name = found.reference or found.subject or found.kind
        raise Refusal("letter.returned.other_letter", kind=found.kind, name=name, version=str(mark.version))
    by_content = [one for one in found.versions if one.content.sha256 == mark.content_digest]
    exact = [one for one in by_content if one.number == mark.version] or by_content
    if not exact:
        raise Refusal("letter.returned.version_gone", version=str(mark.version))
    return found, exact[-1]


def _chosen(dossier: Dossier, letter_id: str, kind: str) -> Letter:
    """The letter that was meant, for a file without a mark."""
    made = [letter for letter in dossier.letters if letter.versions]
    fitting = [one for one in made if (not letter_id or one.id == letter_id) and (not kind or one.kind == kind)]
    if not fitting:
        raise Refusal("letter.returned.no_letter", reference=dossier.reference)
    if len(fitting) > 1 and not letter_id:
        open_ones = [one for one in fitting if one.adopted_on is None]
        if len(open_ones) != 1:
            kinds = ", ".join(sorted({one.kind for one in fitting}))
            raise Refusal("letter.returned.which_letter", kinds=kinds)
        return open_ones[0]
    return fitting[-1]


def _content(reader: DossierReader, version: LetterVersion) -> LetterContent:
    try:
        return from_json(b"".join(reader.read_file(version.content.sha256)).decode())
    except (BrokenContent, UnicodeDecodeError) as error:
        raise Circumstance("letter.returned.content_unreadable", version=str(version.number)) from error


def _about_the_file(letter: Letter, version: LetterVersion, *, marked: bool) -> list[Finding]:
    """What is to be known of the file itself before anything is taken over."""
    found: list[Finding] = []
    newest = letter.versions[-1].number
    if not marked:
        found.append(
            Finding(code="letter.returned.unmarked", weight=FindingWeight.ATTENTION, fields={"version": str(version.number)})
        )
    elif version.number < newest:
        fields = {"version": str(version.number), "newest": str(newest)}
        found.append(Finding(code="letter.returned.older_version", weight=FindingWeight.ATTENTION, fields=fields))
    if letter.adopted_on is not None:
        found.append(Finding(code="letter.returned.adopted", weight=FindingWeight.ATTENTION))
    return found
