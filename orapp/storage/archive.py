"""An open archive (see `ports.Archive`): a lane for writing, a lane for reading, and what keeps it safe."""

from __future__ import annotations

import logging
import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, event, insert, select

from orapp.services.failures import Circumstance
from orapp.storage import backups, derived_rows
from orapp.storage.connecting import Access, connect, engine, fold_in
from orapp.storage.failing import told
from orapp.storage.keys import checked, derived_key
from orapp.storage.reading import SqlReader
from orapp.storage.shelf import AMSTERDAM, BackupShelf
from orapp.storage.tables import journal as journal_table
from orapp.storage.tables import session as session_table
from orapp.storage.verifying import verify
from orapp.storage.writing import SqlUnitOfWork

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date, datetime
    from pathlib import Path

    from sqlalchemy.engine import Connection

    from orapp.services.rows import BackupInfo, VerifyReport
    from orapp.storage.keys import ArchiveKey
    from orapp.storage.locking import ArchiveLock
    from orapp.storage.surroundings import Surroundings
    from orapp.storage.working_copies import WorkingCopy

log = logging.getLogger(__name__)

READING_CONNECTIONS = 4
REFRESH_BATCH = 50

Told = tuple[str, "Mapping[str, str]"]


def shown_instant(at: datetime) -> str:
    """An instant as it stands in a message: day and time in the Netherlands."""
    return f"{at.astimezone(AMSTERDAM):%d-%m-%Y %H.%M} uur"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """How an archive was opened. `file` is what is worked on: the archive itself, or a local copy of it."""

    path: Path
    file: Path
    key: ArchiveKey
    access: Access
    lock: ArchiveLock | None
    read_only_because: Told | None
    place_warning: Told | None
    working_copy: WorkingCopy | None = None


class SqlArchive:
    """One encrypted file, open."""

    def __init__(self, opened: Opened, around: Surroundings, *, person: str, closed: Callable[[SqlArchive], None]) -> None:
        self._opened = opened
        self._around = around
        self._key = opened.key
        self._when_closed = closed
        self._shelf = BackupShelf(opened.path, around.clock, around.backups_of)
        self._session = around.identities.new_id()
        self._is_open = True
        self._busy_reading: set[Any] = set()
        self._person = person
        self._start()
        if not self.read_only:
            with told(self._file), self._writing.begin() as connection:
                connection.execute(delete(session_table))
                now = around.clock.now()
                values = {"id": self._session, "device": around.device, "person": person, "opened_at": now}
                connection.execute(insert(session_table).values(**values))
        log.info("archive %s open, read only: %s", self.salt[:8], self.read_only)

    def _start(self) -> None:
        access = self._opened.access
        reading = access if access is Access.MEDIUM else Access.QUERY
        self._reading = engine(self._file, self._key, reading, connections=READING_CONNECTIONS)
        event.listen(self._reading, "checkout", lambda raw, _record, _proxy: self._busy_reading.add(raw))
        event.listen(self._reading, "checkin", lambda raw, _record: self._busy_reading.discard(raw))
        self._writing = engine(self._file, self._key, Access.WRITE)
        if not self.read_only:
            with told(self._file):
                connection = connect(self._file, self._key, Access.WRITE)
                try:
                    connection.execute(f"PRAGMA journal_mode = {self._journal_mode}")
                finally:
                    connection.close()
        with told(self._file, disk=True):
            self._found = self._file.stat()

    @property
    def _journal_mode(self) -> str:
        """A write-ahead log, but not on a network disk or in a synchronised folder: there it would be lost or torn apart."""
        unsafe = self._opened.place_warning is not None and self._opened.working_copy is None
        return "DELETE" if unsafe else "WAL"

    @property
    def _file(self) -> Path:
        return self._opened.file

    @property
    def path(self) -> Path:
        return self._opened.path

    @property
    def salt(self) -> str:
        """The salt (hex) under which the keyring knows the key."""
        return self._key.salt

    @property
    def on_copy(self) -> bool:
        return self._opened.working_copy is not None

    @property
    def read_only(self) -> bool:
        return self._opened.read_only_because is not None

    @property
    def read_only_because(self) -> Told | None:
        return self._opened.read_only_because

    @property
    def place_warning(self) -> Told | None:
        return self._opened.place_warning

    @contextmanager
    def read(self) -> Iterator[SqlReader]:
        """One consistent look at the archive."""
        with told(self._file), self._reading.begin() as connection:
            yield SqlReader(connection)

    @contextmanager
    def write(self, person: str, origin: str = "") -> Iterator[SqlUnitOfWork]:
        """One transaction: all of it or nothing. Raises Circumstance where the archive can only be read."""
        self._refuse_read_only()
        self._refuse_moved()
        with told(self._file), self._writing.begin() as connection:
            yield self._unit(connection, person, origin)

    def interrupt_reads(self) -> None:
        for raw in tuple(self._busy_reading):
            raw.interrupt()

    def refresh_derived(self, today: date) -> int:
        if self.read_only:
            return 0
        done = 0
        while True:
            with told(self._file), self._writing.begin() as connection:
                ids = derived_rows.stale(connection, self._around.derivation, today, REFRESH_BATCH)
                self._unit(connection, self._person, "").refresh(ids, today)
            done += len(ids)
            if not ids:
                log.info("%d dossiers derived again", done)
                return done

    def backup(self, target: Path) -> BackupInfo:
        return self._backup(target, automatic=False)

    def backup_if_due(self, today: date) -> BackupInfo | None:
        if self.read_only:
            return None
        with told(self._file), self._writing.begin() as connection:
            self._unit(connection, self._person, "").sweep_files()
            if not backups.due(connection, today):
                return None
            folder = self._shelf.place(connection).folder
        made = self._backup(folder / self._shelf.name(self._around.clock.now()), automatic=True)
        with told(self._file, disk=True), self._writing.begin() as connection:
            backups.prune(connection, self._shelf, today, self._around.clock.now())
        return made

    def backups(self) -> tuple[BackupInfo, ...]:
        with told(self._file), self._reading.begin() as connection:
            return self._shelf.present(connection)

    def verify(self) -> VerifyReport:
        access = self._opened.access if self._opened.access is Access.MEDIUM else Access.QUERY
        own = engine(self._file, self._key, access, connections=0)
        with told(self._file):
            return verify(own, self._around.derivation, self._around.clock.today())

    def opens_with(self, key: ArchiveKey) -> bool:
        """Whether this key is the key of the archive."""
        return self._key.same_as(key)

    def change_passphrase(self, old: str, new: str) -> None:
        """Gives the archive another key, on a checked copy that then takes its place: at no moment is it half changed.

        Earlier backups go on opening with the old passphrase. Raises Refusal("passphrase.too_short") and Circumstance
        "archive.wrong_key", "archive.no_space", "archive.being_read" and what the disk says.
        """
        self._refuse_read_only()
        wanted = checked(new)
        if not derived_key(old, self._key.salt).same_as(self._key):
            raise Circumstance("archive.wrong_key", path=str(self.path))
        self._refuse_little_space()
        with told(self._file), self._reading.begin() as connection:
            folder = self._shelf.place(connection).folder
        self._backup(folder / self._shelf.name(self._around.clock.now(), "-oude-wachtzin"), automatic=True, daily=False)
        new_key = derived_key(wanted, self._key.salt)
        self._writing.dispose()
        self._reading.dispose()
        try:
            if not fold_in(self._file, self._key):
                raise Circumstance("archive.being_read", path=str(self.path))
            backups.write_rekeyed(self._file, self._key, new_key)
            if self._around.keyring.get(self._key.salt) is not None:
                self._around.keyring.put(new_key.salt, new_key.raw)
            self._key = new_key
        finally:
            self._start()

    def bring_back(self) -> None:
        """Puts the local copy back in the archive's own folder. Raises Circumstance "archive.no_working_copy" or
        "archive.original_changed" (the archive in the folder changed meanwhile, and is left alone).
        """
        copy = self._opened.working_copy
        if copy is None:
            raise Circumstance("archive.no_working_copy", path=str(self.path))
        self._refuse_read_only()
        copy.bring_back(self._key, self._around.clock.now())

    def close(self) -> None:
        """Folds the log into the file, leaves one plain file and lets go of it. Safe to repeat."""
        if not self._is_open:
            return
        self._is_open = False
        try:
            if not self.read_only:
                with told(self._file), self._writing.begin() as connection:
                    connection.execute(delete(session_table).where(session_table.c.id == self._session))
        finally:
            self._reading.dispose()
            self._writing.dispose()
            try:
                if not self.read_only:
                    with told(self._file):
                        fold_in(self._file, self._key)
            finally:
                if self._opened.lock is not None:
                    self._opened.lock.release()
                self._when_closed(self)
                log.info("archive %s closed", self.salt[:8])

    def _refuse_read_only(self) -> None:
        if self._opened.read_only_because is not None:
            code, fields = self._opened.read_only_because
            raise Circumstance(code, **fields)

    def _refuse_moved(self) -> None:
        """Writing in a file that was moved, removed or replaced meanwhile goes well, and is lost when the archive closes."""
        try:
            here = self._file.stat()
        except OSError as error:
            raise Circumstance("archive.moved", path=str(self.path)) from error
        # A network disk or a synchronised folder may number its files anew each time.
        if self._journal_mode == "WAL" and not os.path.samestat(here, self._found):
            raise Circumstance("archive.moved", path=str(self.path))

    def _refuse_little_space(self) -> None:
        with told(self._file, disk=True):
            needed = 2 * self._file.stat().st_size
            free = shutil.disk_usage(self._file.parent).free
        if free < needed:
            raise Circumstance(
                "archive.no_space", path=str(self.path), needed_mb=str(needed // 2**20 + 1), free_mb=str(free // 2**20)
            )

    def _unit(self, connection: Connection, person: str, origin: str) -> SqlUnitOfWork:
        return SqlUnitOfWork(connection, around=self._around, shelf=self._shelf, person=person, origin=origin)

    def _backup(self, target: Path, *, automatic: bool, daily: bool = True) -> BackupInfo:
        at = self._around.clock.now()
        backups.write_copy(self._file, self._key, target)
        log.info("backup of archive %s made, automatic: %s", self.salt[:8], automatic)
        state = backups.token_of(target, self._key) if daily else ""
        self._check_journal_of(target)
        if self.read_only:
            return backups.info(target, at, automatic=automatic)
        with told(self._file), self._writing.begin() as connection:
            identity = self._around.identities.new_id()
            return backups.log_backup(connection, identity=identity, target=target, at=at, automatic=automatic, state=state)

    def _check_journal_of(self, target: Path) -> None:
        """The copy's last row must be a row of our own journal. Raises Circumstance("archive.backup_failed")."""
        last = backups.last_journal_row(target, self._key)
        with told(self._file), self._reading.begin() as connection:
            own = connection.execute(select(journal_table.c.hash).where(journal_table.c.sequence == last[0])).scalar_one_or_none()
        if last[0] and own != last[1]:
            target.unlink(missing_ok=True)
            raise Circumstance("archive.backup_failed", path=str(target), found="journal")
