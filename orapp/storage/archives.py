"""Making, opening and putting back archives (see `ports.Archives`)."""

from __future__ import annotations

import logging
import os
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from orapp.services.failures import Circumstance
from orapp.storage import backups, passphrases, schema
from orapp.storage.archive import Opened, SqlArchive, shown_instant
from orapp.storage.connecting import Access, connect, engine, fold_in
from orapp.storage.derived_rows import Derivation
from orapp.storage.failing import told
from orapp.storage.journal import JournalWriter, entry
from orapp.storage.keys import ArchiveKey, checked, derived_key, hinted_key, new_salt, read_salt
from orapp.storage.locking import ArchiveLock
from orapp.storage.payloads import encoded, field_change
from orapp.storage.places import PlaceKind, unsafe_place
from orapp.storage.surroundings import Surroundings
from orapp.storage.tables import archive_fact
from orapp.storage.tables import council as council_table
from orapp.storage.tables import session as session_table
from orapp.storage.working_copies import WorkingCopy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orapp.domain.council import Council
    from orapp.services.ports import Archive, Clock, Deriver, Identities, Keyring
    from orapp.services.rows import EmergencySheet
    from orapp.storage.archive import Told


log = logging.getLogger(__name__)


class SqlArchives:
    """Makes and opens archives with SQLCipher."""

    def __init__(
        self,
        *,
        clock: Clock,
        identities: Identities,
        keyring: Keyring,
        derive: Deriver,
        device: str,
        device_id: str,
        law_stamp: str,
        program_version: str,
        backup_folder: Path | None = None,
        working_folder: Path | None = None,
        words: Sequence[str] = (),
    ) -> None:
        self._around = Surroundings(
            clock=clock,
            identities=identities,
            keyring=keyring,
            derivation=Derivation(derive=derive, law_stamp=law_stamp, program_version=program_version),
            device=device,
            device_id=device_id,
            backup_folder=backup_folder,
            working_folder=working_folder,
        )
        self._words = words
        self._open: list[SqlArchive] = []

    def create(self, path: Path, passphrase: str, council: Council, person: str) -> SqlArchive:
        """Raises Refusal("passphrase.too_short"), Circumstance("archive.exists") and what the disk says."""
        if path.exists():
            raise Circumstance("archive.exists", path=str(path))
        key = derived_key(checked(passphrase), new_salt())
        part = backups.partial_path(path)
        with told(path, disk=True):
            path.parent.mkdir(parents=True, exist_ok=True)
            part.unlink(missing_ok=True)
            try:
                self._write_new(part, key, council, person)
                part.replace(path)
                backups.sync_folder(path.parent)
            finally:
                part.unlink(missing_ok=True)
        return self._opened(path, key, read_only=False, person=person)

    def open(
        self, path: Path, passphrase: str | None, *, read_only: bool = False, keep_key: bool = False, person: str = ""
    ) -> SqlArchive:
        """Raises Circumstance with a code "archive.…"; the archive stays as it was."""
        with told(path, disk=True):
            key = self._key_of(path, passphrase)
            archive = self._opened(path, key, read_only=read_only, person=person)
        if keep_key:
            self._around.keyring.put(key.salt, key.raw)
        return archive

    def restore(self, backup: Path, target: Path, passphrase: str | None) -> Path:
        """Gives the path of the archive that was kept aside, or `target` itself where there was none."""
        with told(backup, disk=True):
            key = self._key_of(backup, passphrase)
            problem = backups.problems(backup, key)
            if problem:
                raise Circumstance("archive.backup_failed", path=str(backup), found=problem)
            self._check_form(backup, key)
        with told(target, disk=True):
            lock = ArchiveLock.take(target)
            if lock is None:
                raise Circumstance("archive.in_use", **self._who(target, None))
            try:
                aside = self._aside(target) if target.exists() else None
                backups.put_in_place(backup, target, aside)
                if aside is not None:
                    self._note_aside(target, key, aside)
            finally:
                lock.release()
        return aside or target

    def propose_passphrase(self) -> str:
        return passphrases.propose(self._words)

    def emergency_sheets(self, archive: Archive, passphrase: str) -> tuple[EmergencySheet, EmergencySheet]:
        """What the two emergency sheets of an open archive say. Raises Circumstance("archive.wrong_key")."""
        salt = self.salt(archive.path)
        key = derived_key(passphrase, salt)
        if not any(one.opens_with(key) for one in self._open if one.salt == salt):
            raise Circumstance("archive.wrong_key", path=str(archive.path))
        with archive.read() as reader:
            council = reader.council()
        return passphrases.emergency_sheets(
            archive_name=archive.path.name,
            council_name=council.name,
            passphrase=passphrase.strip(),
            salt=salt,
            made_on=self._around.clock.today(),
        )

    def salt(self, path: Path) -> str:
        """The salt (hex), from memory where this process has the archive open: see `keys.read_salt`."""
        wanted = path.resolve()
        for archive in self._open:
            if archive.path.resolve() == wanted:
                return archive.salt
        with told(path, disk=True):
            return read_salt(path)

    def _write_new(self, part: Path, key: ArchiveKey, council: Council, person: str) -> None:
        now = self._around.clock.now()
        making = engine(part, key, Access.CREATE, connections=0)
        with making.begin() as connection:
            schema.create(connection)
            facts = {"id": self._around.identities.new_id(), "created_at": now.isoformat()}
            connection.execute(insert(archive_fact), [{"key": name, "value": value} for name, value in facts.items()])
            connection.execute(insert(council_table).values(id=council.id, version=council.version, payload=encoded(council)))
            journal = JournalWriter(
                connection, device=self._around.device_id, device_name=self._around.device, person=person, at=now
            )
            journal.write([entry("added", "", "council", council.id, field_change(None, council))])

    def _key_of(self, path: Path, passphrase: str | None) -> ArchiveKey:
        """The key by passphrase, or by the keyring's hint. Raises Circumstance "archive.key_needed" or "archive.wrong_key"."""
        salt = self.salt(path)
        if passphrase is not None:
            return derived_key(passphrase, salt)
        hint = self._around.keyring.get(salt)
        key = None if hint is None else hinted_key(hint, salt)
        if key is None or not self._fits(path, key):
            raise Circumstance("archive.key_needed", path=str(path))
        return key

    @staticmethod
    def _fits(path: Path, key: ArchiveKey) -> bool:
        try:
            connect(path, key, _looking(path)).close()
        except Circumstance:
            return False
        return True

    def _opened(self, path: Path, key: ArchiveKey, *, read_only: bool, person: str) -> SqlArchive:
        connect(path, key, _looking(path)).close()
        with ExitStack() as unless_opened:
            opened = self._choose(path, key, read_only=read_only, unless_opened=unless_opened)
            found = self._check_form(opened.file, key, opened.access)
            if found != schema.HEAD_REVISION:
                self._migrate(opened, found)
            archive = SqlArchive(opened, self._around, person=person, closed=self._open.remove)
            self._open.append(archive)
            unless_opened.pop_all()
        return archive

    def _choose(self, path: Path, key: ArchiveKey, *, read_only: bool, unless_opened: ExitStack) -> Opened:
        """Decides what is worked on, whether it can be written, and why not."""
        place = unsafe_place(path)
        warning: Told | None = None
        copy: WorkingCopy | None = None
        file = path
        if place is not None:
            warning = (place.kind.value, {"path": str(path), "by": place.by})
        if place is not None and self._around.working_folder is not None and not read_only:
            copy = WorkingCopy(original=path, file=self._around.working_folder / f"{key.salt}.orarchief")
            file = copy.file
        lock, because = self._lock(file, key, read_only=read_only)
        if lock is not None:
            unless_opened.callback(lock.release)
        if copy is not None and lock is not None and place is not None:
            standing = copy.prepare(key)
            warning = (_copy_code(place.kind, standing), {"path": str(path), "by": place.by, "copy": str(file)})
        return Opened(
            path=path,
            file=file,
            key=key,
            access=Access.WRITE if because is None else _looking(file),
            lock=lock,
            read_only_because=because,
            place_warning=warning,
            working_copy=copy,
        )

    def _lock(self, file: Path, key: ArchiveKey, *, read_only: bool) -> tuple[ArchiveLock | None, Told | None]:
        if read_only:
            return None, ("archive.opened_to_read", {"path": str(file)})
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and _looking(file) is Access.MEDIUM:
            return None, ("archive.read_only_medium", {"path": str(file)})
        try:
            lock = ArchiveLock.take(file)
        except PermissionError:
            return None, ("archive.read_only_medium", {"path": str(file)})
        if lock is None:
            return None, ("archive.in_use", self._who(file, key))
        return lock, None

    @staticmethod
    def _who(file: Path, key: ArchiveKey | None) -> dict[str, str]:
        """Who has the archive open, on which device, since when, as its own session row says."""
        unknown = {"path": str(file), "person": "iemand", "device": "een ander venster", "since": "onbekend"}
        if key is None:
            return unknown
        looking = engine(file, key, Access.QUERY, connections=0)
        with looking.begin() as connection:
            row = connection.execute(select(session_table).order_by(session_table.c.opened_at.desc())).first()
        if row is None:
            return unknown
        person = row.person or "iemand"
        return {"path": str(file), "person": person, "device": row.device, "since": shown_instant(row.opened_at)}

    @staticmethod
    def _check_form(path: Path, key: ArchiveKey, access: Access | None = None) -> str:
        looking = engine(path, key, Access.MEDIUM if access is Access.MEDIUM else Access.QUERY, connections=0)
        with looking.begin() as connection:
            return schema.revision(connection, path)

    def _migrate(self, opened: Opened, found: str) -> None:
        """Brings an older archive up to date, after a checked backup. Raises Circumstance("archive.older") where it may not."""
        if opened.read_only_because is not None:
            raise Circumstance("archive.older", path=str(opened.path), form=found)
        at = self._around.clock.now()
        name = f"{opened.path.stem}-{at:%Y-%m-%dT%H%M%S}-vorm-{found}.orarchief"
        target = self._around.backups_of(opened.path) / name
        log.info("archive %s has form %s and is brought up to date", opened.key.salt[:8], found)
        fold_in(opened.file, opened.key)
        backups.write_copy(opened.file, opened.key, target)
        migrating = engine(opened.file, opened.key, Access.WRITE, connections=0)
        schema.upgrade(migrating, opened.path)
        with migrating.begin() as connection:
            backups.log_backup(
                connection, identity=self._around.identities.new_id(), target=target, at=at, automatic=True, state=""
            )

    def _note_aside(self, target: Path, key: ArchiveKey, aside: Path) -> None:
        """Lets the restored archive know of what was kept aside: it holds what may be destroyed later, and has no end."""
        writing = engine(target, key, Access.WRITE, connections=0)
        with writing.begin() as connection:
            backups.log_backup(
                connection,
                identity=self._around.identities.new_id(),
                target=aside,
                at=self._around.clock.now(),
                automatic=False,
                state="",
            )

    def _aside(self, target: Path) -> Path:
        at = self._around.clock.now()
        aside = target.with_name(f"{target.stem}-opzij-{at:%Y-%m-%dT%H%M%S}{target.suffix}")
        if aside.exists():
            raise Circumstance("archive.target_exists", path=str(aside))
        return aside


def _looking(path: Path) -> Access:
    """How a file can be looked at: sharing the log with whoever writes, or as a thing that cannot change.

    Raises Circumstance("archive.log_left") for a file that cannot be written and still has a write-ahead log beside it.
    """
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return Access.QUERY
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        raise Circumstance("archive.log_left", path=str(path))
    return Access.MEDIUM


def _copy_code(kind: PlaceKind, standing: str) -> str:
    """The code of the warning about a working copy."""
    if standing == "both":
        return "archive.copy_both_changed"
    if standing == "ahead":
        return "archive.copy_ahead"
    return "archive.copy_synchronised" if kind is PlaceKind.SYNCHRONISED else "archive.copy_network"
