"""What the services need from the outside: protocols that the adapters fulfil."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import date, datetime
    from pathlib import Path

    from orapp.domain.council import Council, CouncilKind
    from orapp.domain.derived import Derived
    from orapp.domain.dossier import Dossier
    from orapp.domain.items import FileRef
    from orapp.domain.points import Point
    from orapp.letters.content import LetterContent
    from orapp.letters.letter_mark import LetterMark
    from orapp.letters.read_letter import ReadLetter
    from orapp.services.rows import (
        BackupInfo,
        BinRow,
        Changes,
        DeadlineQuery,
        DeadlineRow,
        DestructionReport,
        DossierPage,
        DossierQuery,
        FoundRow,
        GroupCount,
        JournalRow,
        NamedKinds,
        PointQuery,
        PointRow,
        VerifyReport,
        Visibility,
    )

Deriver = Callable[["Dossier", "date", "CouncilKind"], "Derived"]
"""Derives deadlines and summary of a dossier as they stand on a day, for the body that keeps the archive."""

TYPED = "typed/"
"""How the keys begin under which something stands that is still being typed."""


class Clock(Protocol):
    """The only source of time: dates of the law are Europe/Amsterdam, instants are UTC."""

    def today(self) -> date: ...

    def now(self) -> datetime: ...


class Identities(Protocol):
    """Gives new identities: UUIDv7 in text."""

    def new_id(self) -> str: ...


class Keyring(Protocol):
    """Keeps the raw key as a hint. Absent, locked and refusing are normal: get gives None, put and forget give False."""

    def get(self, salt: str) -> str | None: ...

    def put(self, salt: str, key: str) -> bool: ...

    def forget(self, salt: str) -> bool: ...

    def state(self) -> str: ...


class LetterWriter(Protocol):
    """Sets a letter as a Word file; the mark, by which it is known again when it comes back, goes along in it."""

    def style_version(self, template: bytes | None = None) -> str:
        """The name and version of a house style: that of a template, or the one that it has by itself."""
        ...

    def write(self, content: LetterContent, mark: LetterMark | None = None, template: bytes | None = None) -> bytes: ...


class LetterReader(Protocol):
    """Reads letters back from Word files. Raises Refusal("documents.returned.…") for what cannot be read."""

    def mark(self, data: bytes) -> LetterMark | None: ...

    def read(self, data: bytes, content: LetterContent, aliases: Mapping[str, str] | None = None) -> ReadLetter: ...

    def around(self, data: bytes, content: LetterContent) -> ReadLetter:
        """The letter without its sections: what stands around them."""
        ...


class DossierCodec(Protocol):
    """The JSON form of a dossier (`orapp-dossier/N`). Reading raises Refusal("import.…") naming the place."""

    def write(
        self, dossier: Dossier, council_name: str, files: Mapping[str, bytes], *, include_strategy: bool, include_personal: bool
    ) -> bytes: ...

    def read(self, data: bytes) -> tuple[Dossier, Mapping[str, bytes]]: ...


class DossierReader(Protocol):
    """Reads one open archive; each method is one consistent look. Raises Refusal("dossier.unknown") for what is not there."""

    def council(self) -> Council: ...

    def dossier(self, reference: str) -> Dossier: ...

    def dossier_by_id(self, dossier_id: str) -> Dossier: ...

    def derived(self, dossier_id: str) -> Derived | None: ...

    def dossiers(self, query: DossierQuery, visibility: Visibility) -> DossierPage: ...

    def dossier_count(self, query: DossierQuery, visibility: Visibility) -> int: ...

    def dossier_groups(self, query: DossierQuery, visibility: Visibility) -> tuple[GroupCount, ...]: ...

    def list_words(self, visibility: Visibility) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The tags and the owners that dossiers have, each sorted; no owners where names may not be shown."""
        ...

    def deadlines(self, query: DeadlineQuery, visibility: Visibility) -> tuple[DeadlineRow, ...]: ...

    def points(self, query: PointQuery, visibility: Visibility) -> tuple[PointRow, ...]: ...

    def point_count(self, query: PointQuery, visibility: Visibility) -> int:
        """How many points the query has on all its pages, counted up to `MOST_COUNTED`."""
        ...

    def points_of(self, dossier_id: str) -> tuple[Point, ...]:
        """Every point of one dossier, in order."""
        ...

    def find(self, typed: str, visibility: Visibility, most: int, kinds: NamedKinds) -> tuple[FoundRow, ...]:
        """Dossiers, letters, papers and running terms by a few letters, misspelled too; at most so many of each kind.

        A letter is also found by its dossier, and by the words that name its kind (`kinds`).
        """
        ...

    def summaries(self, dossier_ids: Sequence[str], visibility: Visibility) -> tuple[FoundRow, ...]:
        """These dossiers, in this order, as far as they are there and may be shown."""
        ...

    def journal(self, dossier_id: str, limit: int = 500) -> tuple[JournalRow, ...]: ...

    def journal_head(self) -> tuple[int, str]:
        """Number and hash of the newest row of the journal; (0, "") while there is none."""
        ...

    def bin(self) -> tuple[BinRow, ...]: ...

    def drafts(self, dossier_id: str) -> Mapping[tuple[str, str, str], str]:
        """Typed text that is not yet an edit, by (item id, field, window)."""
        ...

    def read_file(self, sha256: str) -> Iterator[bytes]: ...

    def settings(self) -> Mapping[str, str]: ...


class UnitOfWork(DossierReader, Protocol):
    """One transaction on the archive. Leaving the block without an exception commits; with one, nothing happened.

    Saving compares the loaded dossier with its successor by item id: that difference gives the rows, the journal and the
    changes, and the derived rows are written in the same transaction. Raises Refusal("item.changed_since") where somebody
    else changed the same item since it was loaded.
    """

    @property
    def changes(self) -> Changes: ...

    def next_reference(self, year: int) -> str: ...

    def add(self, dossier: Dossier) -> None: ...

    def save(self, before: Dossier, after: Dossier) -> Dossier: ...

    def save_council(self, before: Council, after: Council) -> Council: ...

    def put_file(self, chunks: Iterable[bytes], name: str, media_type: str) -> FileRef: ...

    def put_draft(self, dossier_id: str, item_id: str, field: str, window: str, text: str) -> None: ...

    def clear_draft(self, item_id: str, field: str, window: str) -> None: ...

    def move_to_bin(self, dossier_id: str) -> None: ...

    def take_from_bin(self, dossier_id: str) -> None: ...

    def destroy_dossier(self, dossier_id: str, reason: str) -> DestructionReport: ...

    def destroy_person(self, person_id: str, reason: str) -> DestructionReport: ...

    def put_setting(self, key: str, value: str) -> None: ...

    def put_typed(self, key: str, text: str) -> None:
        """Keep what is being typed before there is a dossier for a draft; it is read among the settings and in no journal.

        `key` begins with TYPED; an empty text forgets it. Raises Refusal("text.not_storable").
        """
        ...

    def next_letter_number(self, dossier_id: str) -> int: ...


class Archive(Protocol):
    """An open archive: one encrypted file. Reading and writing have connections of their own, usable from their lane's thread."""

    @property
    def path(self) -> Path: ...

    @property
    def read_only(self) -> bool: ...

    @property
    def read_only_because(self) -> tuple[str, Mapping[str, str]] | None:
        """Code and fields of why it is read only (somebody has it open, read-only medium, working copy)."""
        ...

    @property
    def place_warning(self) -> tuple[str, Mapping[str, str]] | None:
        """Code and fields of a warning about the folder (synchronised, network)."""
        ...

    def read(self) -> AbstractContextManager[DossierReader]: ...

    def write(self, person: str, origin: str = "") -> AbstractContextManager[UnitOfWork]: ...

    def interrupt_reads(self) -> None: ...

    def refresh_derived(self, today: date) -> int:
        """Derive again what is stale (law, program, or the day); gives how many dossiers. In batches, safe to repeat."""
        ...

    def backup(self, target: Path) -> BackupInfo: ...

    def backup_if_due(self, today: date) -> BackupInfo | None: ...

    def backups(self) -> tuple[BackupInfo, ...]: ...

    def verify(self) -> VerifyReport: ...

    def change_passphrase(self, old: str, new: str) -> None: ...

    def close(self) -> None: ...


@runtime_checkable
class BringsBack(Protocol):
    """An archive that may be worked on as a local copy, because its own folder is synchronised or on the network."""

    @property
    def on_copy(self) -> bool:
        """Whether a local copy is worked on."""
        ...

    def bring_back(self) -> None:
        """Put the copy in the place of the archive, if it has changes.

        Raises Circumstance "archive.no_working_copy", "archive.original_changed".
        """
        ...


class Archives(Protocol):
    """Makes and opens archives. Failures are Circumstances with a code "archive.…"; the archive stays as it was."""

    def create(self, path: Path, passphrase: str, council: Council, person: str) -> Archive: ...

    def open(
        self, path: Path, passphrase: str | None, *, read_only: bool = False, keep_key: bool = False, person: str = ""
    ) -> Archive:
        """Open by the keyring's hint when `passphrase` is None; Circumstance("archive.key_needed") if there is none that fits."""
        ...

    def restore(self, backup: Path, target: Path, passphrase: str | None) -> Path:
        """Put a checked backup in place of `target`; the present archive is kept aside, and its path is given back."""
        ...

    def propose_passphrase(self) -> str: ...

    def salt(self, path: Path) -> str: ...
