"""Keeping the council: its people, addresses, agreements and logo, and the council as a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from orapp.domain.council import Council
from orapp.domain.reference_patterns import dossier_example, letter_example
from orapp.domain.text_blocks import TextBlock
from orapp.services.failures import Refusal
from orapp.services.logos import logo_facts
from orapp.services.ports import Archive
from orapp.services.rows import Changes, DestructionReport

ANY_YEAR = 2026


class CouncilCodec(Protocol):
    """The file form of a council (`orapp-council/N`). Reading raises Refusal("import.…") naming the place."""

    def write(self, council: Council) -> bytes: ...

    def read(self, data: bytes) -> Council: ...


class CouncilService:
    """The council of one open archive."""

    def __init__(self, archive: Archive, codec: CouncilCodec) -> None:
        self._archive = archive
        self._codec = codec

    def read(self) -> Council:
        """The council as it stands."""
        with self._archive.read() as reader:
            return reader.council()

    def save(self, before: Council, after: Council, person: str, origin: str = "") -> Changes:
        """Keep a successor.

        Raises Refusal "council.no_name", "council.dossier_pattern", "council.letter_pattern", "item.changed_since".
        """
        _check(before, after)
        with self._archive.write(person, origin) as work:
            work.save_council(before, after)
            return work.changes

    def add_word(self, word: str, person: str) -> Changes:
        """Keep a word as one of the council's own, once."""
        with self._archive.write(person) as work:
            before = work.council()
            if word not in before.own_words:
                work.save_council(before, replace(before, own_words=(*before.own_words, word)))
            return work.changes

    def add_text_block(self, block: TextBlock, person: str) -> Changes:
        """Keep a text as a text block. Raises Refusal "text_block.no_name", "text_block.no_text", "text_block.name_taken"."""
        with self._archive.write(person) as work:
            before = work.council()
            check_text_block(block, before.text_blocks)
            work.save_council(before, replace(before, text_blocks=(*before.text_blocks, block)))
            return work.changes

    def logo(self) -> bytes:
        """The picture of the council, empty where there is none."""
        with self._archive.read() as reader:
            reference = reader.council().logo
            return b"".join(reader.read_file(reference.sha256)) if reference is not None else b""

    def save_logo(self, before: Council, data: bytes, name: str, person: str, origin: str = "") -> tuple[Changes, Council]:
        """Keep a picture as the logo. Raises what `logos.logo_facts` raises, and Refusal("item.changed_since")."""
        facts = logo_facts(data)
        with self._archive.write(person, origin) as work:
            reference = work.put_file([data], name, facts.media_type)
            after = replace(before, logo=reference)
            work.save_council(before, after)
            return work.changes, after

    def export(self) -> bytes:
        """The council as a file: people, addresses, signatories, agreements; logo and house styles stay in the archive."""
        return self._codec.write(replace(self.read(), logo=None, styles=(), usual_styles=()))

    def taken_over(self, before: Council, data: bytes) -> Council:
        """The council as a file gives it, as a successor of the present one; nothing is kept yet.

        Raises Refusal("import.…") naming the place.
        """
        read = self._codec.read(data)
        return replace(
            read, id=before.id, version=before.version, logo=before.logo, styles=before.styles, usual_styles=before.usual_styles
        )

    def destroy_person(self, person_id: str, reason: str, person: str) -> DestructionReport:
        """Destroy what is kept of a member or contact, the journal's values included. Raises Refusal("destroy.no_reason")."""
        if not reason.strip():
            raise Refusal("destroy.no_reason", place="reason")
        with self._archive.write(person) as work:
            return work.destroy_person(person_id, reason)


def check_text_block(block: TextBlock, others: Iterable[TextBlock]) -> None:
    """Refuses a text block that could not be found or put in. Raises Refusal "text_block.…"."""
    if not block.name.strip():
        raise Refusal("text_block.no_name", place="name")
    if not block.text.strip():
        raise Refusal("text_block.no_text", place="text")
    if any(one.name.casefold() == block.name.strip().casefold() for one in others if one.id != block.id):
        raise Refusal("text_block.name_taken", place="name", name=block.name.strip())


def _check(before: Council, after: Council) -> None:
    """Refuses what could not be worked with; a pattern that stands already is left alone."""
    if not after.name.strip():
        raise Refusal("council.no_name", place="name")
    if after.dossier_reference_pattern != before.dossier_reference_pattern:
        try:
            dossier_example(after.dossier_reference_pattern, ANY_YEAR)
        except ValueError as error:
            raise Refusal("council.dossier_pattern", place="dossier_pattern") from error
    if after.letter_reference_pattern != before.letter_reference_pattern:
        try:
            letter_example(after.letter_reference_pattern, after.kind.value.upper(), "2026-014", ANY_YEAR)
        except ValueError as error:
            raise Refusal("council.letter_pattern", place="letter_pattern") from error
