"""What happens to a letter after it left: it arrived, was answered and is archived; and whether it is still what was adopted."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from orapp.domain.dossier import Dossier
from orapp.domain.editing import difference, with_items
from orapp.domain.letter_life import PossibleAnswer, possible_answers
from orapp.domain.letters import Letter, LetterVersion
from orapp.law.rule_keys import ASKED
from orapp.letters.content import LetterStatus
from orapp.letters.content_json import BrokenContent, from_json
from orapp.letters.fingerprint import fingerprint_of
from orapp.services.dossiers import Edited
from orapp.services.failures import Failure, Refusal
from orapp.services.letter_acts import present, with_letter
from orapp.services.ports import Archive, Clock, DossierReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """On which day a letter reached the addressee, and what proves it. Proof of sending proves no arrival."""

    on: date
    proof: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """On which day the answer came, and which paper or decision of the dossier it is (empty: none that is kept here)."""

    on: date
    item_id: str = ""


class Checked(StrEnum):
    """What a check of one file of a letter found."""

    SAME = "same"
    CHANGED = "changed"  # what the archive keeps is not what was adopted
    GONE = "gone"  # the file cannot be read
    UNKNOWN = "unknown"  # a file from elsewhere that is none of the versions
    WITHOUT_PRINT = "without_print"  # adopted before letters carried a fingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """One line of a check: the version (0 for a file from elsewhere), which part of it, and what was found."""

    version: int
    part: str
    found: Checked


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """A whole check of an adopted letter. `fingerprint` is that which was kept, or was computed where none was."""

    fingerprint: str
    lines: tuple[CheckLine, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing differs."""
        return not any(line.found in {Checked.CHANGED, Checked.GONE, Checked.UNKNOWN} for line in self.lines)


class LetterLife:
    """The acts after sending, and the check of an adopted letter, in one open archive."""

    def __init__(self, archive: Archive, clock: Clock) -> None:
        self._archive = archive
        self._clock = clock

    def possible_answers(self, dossier: Dossier, letter: Letter) -> tuple[PossibleAnswer, ...]:
        """What may have answered a letter, the likeliest first."""
        return possible_answers(dossier, letter)

    def arrive(self, dossier_id: str, letter_id: str, act: Arrival, person: str, origin: str = "") -> Edited:
        """Record that a letter arrived. A later record replaces an earlier one; the journal keeps both.

        Raises Refusal("letter.not_sent"), ("letter.day_ahead"), ("letter.arrived_before_sent").
        """
        with self._archive.write(person, origin) as work:
            before = work.dossier_by_id(dossier_id)
            letter = self._sent(before, letter_id, act.on)
            if letter.sent_on is not None and act.on < letter.sent_on:
                raise Refusal("letter.arrived_before_sent", place="on")
            after = with_letter(before, replace(letter, arrived_on=act.on, arrival_proof=act.proof.strip()))
            saved = work.save(before, after)
            return Edited(dossier=saved, difference=difference(before, saved), changes=work.changes)

    def answer(self, dossier_id: str, letter_id: str, act: Answered, person: str, origin: str = "") -> Edited:
        """Record what answered a letter; the answer that was asked for in the planning is met with it.

        Raises Refusal("letter.not_sent"), ("letter.day_ahead"), ("letter.answer_before_sent"), ("letter.answer_gone").
        """
        with self._archive.write(person, origin) as work:
            before = work.dossier_by_id(dossier_id)
            letter = self._sent(before, letter_id, act.on)
            if letter.sent_on is not None and act.on < letter.sent_on:
                raise Refusal("letter.answer_before_sent", place="on")
            if act.item_id and all(item.id != act.item_id for item in (*before.papers, *before.decisions)):
                raise Refusal("letter.answer_gone", place="answer")
            after = with_letter(before, replace(letter, answered_on=act.on, answered_by_id=act.item_id))
            saved = work.save(before, _answer_met(after, letter, act.on))
            return Edited(dossier=saved, difference=difference(before, saved), changes=work.changes)

    def archive_letter(self, dossier_id: str, letter_id: str, person: str, origin: str = "") -> Edited:
        """Put a letter that left away: from then on it stands among what is done. Raises Refusal("letter.not_sent")."""
        with self._archive.write(person, origin) as work:
            before = work.dossier_by_id(dossier_id)
            today = self._clock.today()
            letter = self._sent(before, letter_id, today)
            saved = work.save(before, with_letter(before, replace(letter, archived_on=today, archived_by=person)))
            return Edited(dossier=saved, difference=difference(before, saved), changes=work.changes)

    def check(self, dossier_id: str, letter_id: str, given: bytes | None = None) -> Verification:
        """Hold what the archive keeps of an adopted letter against its fingerprint; `given` is a file from elsewhere.

        The content of each adopted version is read and its print made anew; each file is read and its SHA-256 with it.
        Raises Refusal("letter.not_adopted").
        """
        with self._archive.read() as reader:
            letter = present(reader.dossier_by_id(dossier_id), letter_id)
            adopted = tuple(version for version in letter.versions if version.status != LetterStatus.CONCEPT.value)
            if letter.adopted_on is None or not adopted:
                raise Refusal("letter.not_adopted", place="on")
            return self._verified(reader, letter, adopted, given)

    def _verified(
        self, reader: DossierReader, letter: Letter, adopted: Sequence[LetterVersion], given: bytes | None
    ) -> Verification:
        lines: list[CheckLine] = []
        print_kept = letter.fingerprint
        if not print_kept:
            lines.append(CheckLine(version=adopted[0].number, part="fingerprint", found=Checked.WITHOUT_PRINT))
        for version in adopted:
            raw = _read(reader, version.content.sha256)
            data = _read(reader, version.file.sha256)
            content = None
            try:
                content = from_json(raw.decode()) if raw is not None else None
            except (BrokenContent, UnicodeDecodeError):
                content = None
            if content is not None and not print_kept:
                print_kept = fingerprint_of(content)
            same = content is not None and fingerprint_of(content) == print_kept
            lines.append(CheckLine(version=version.number, part="text", found=Checked.SAME if same else Checked.CHANGED))
            lines.append(CheckLine(version=version.number, part="word", found=_state(data, version.file.sha256)))
            if version.pdf is not None:
                pdf = _read(reader, version.pdf.sha256)
                lines.append(CheckLine(version=version.number, part="pdf", found=_state(pdf, version.pdf.sha256)))
        if given is not None:
            lines.append(_elsewhere(letter, given))
        return Verification(fingerprint=print_kept, lines=tuple(lines))

    def _sent(self, dossier: Dossier, letter_id: str, on: date) -> Letter:
        letter = present(dossier, letter_id)
        if letter.sent_on is None:
            raise Refusal("letter.not_sent", place="on")
        if on > self._clock.today():
            raise Refusal("letter.day_ahead", place="on")
        return letter


def _answer_met(dossier: Dossier, letter: Letter, on: date) -> Dossier:
    """The answer that the letter asked for is no longer awaited."""
    dates = tuple(
        replace(item, met_on=on)
        if item.rule == ASKED and item.met_on is None and letter.paper_id and item.recorded_in_id == letter.paper_id
        else item
        for item in dossier.agreed_dates
    )
    return dossier if dates == dossier.agreed_dates else with_items(dossier, "agreed_dates", dates)


def _read(reader: DossierReader, sha256: str) -> bytes | None:
    try:
        return b"".join(reader.read_file(sha256))
    except Failure:
        return None


def _state(data: bytes | None, sha256: str) -> Checked:
    if data is None:
        return Checked.GONE
    return Checked.SAME if hashlib.sha256(data).hexdigest() == sha256 else Checked.CHANGED


def _elsewhere(letter: Letter, given: bytes) -> CheckLine:
    print_given = hashlib.sha256(given).hexdigest()
    for version in letter.versions:
        files = (version.file, *((version.pdf,) if version.pdf is not None else ()))
        if any(file.sha256 == print_given for file in files):
            return CheckLine(version=version.number, part="given", found=Checked.SAME)
    return CheckLine(version=0, part="given", found=Checked.UNKNOWN)
