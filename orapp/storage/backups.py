"""Making, checking, keeping and putting back backups: a backup counts only after it was opened and checked."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update
from sqlcipher3 import dbapi2

from orapp.services.failures import Circumstance
from orapp.services.rows import BackupInfo
from orapp.storage import journal
from orapp.storage.connecting import Access, connect, engine
from orapp.storage.failing import told
from orapp.storage.retention import kept
from orapp.storage.shelf import day_of
from orapp.storage.tables import backup_log, draft
from orapp.storage.tables import journal as journal_table

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy.engine import Connection

    from orapp.storage.keys import ArchiveKey
    from orapp.storage.shelf import BackupShelf


def partial_path(target: Path) -> Path:
    """Where a file is written before it has shown to be whole."""
    return target.with_name(f".{target.name}.deel")


def sync_folder(folder: Path) -> None:
    """Makes sure that a new name in a folder survives a power failure (not possible, and not needed, on Windows)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_copy(source: Path, key: ArchiveKey, target: Path) -> None:
    """Writes a checked copy of an archive as one plain file with the same salt and key, beside whoever writes.

    Raises Circumstance "archive.target_exists", "archive.disk_full" and what the disk says. Leaves nothing half-written.
    """
    if target.exists():
        raise Circumstance("archive.target_exists", path=str(target))
    part = partial_path(target)
    with told(target, disk=True):
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        try:
            connection = connect(source, key, Access.WRITE if os.access(source, os.W_OK) else Access.MEDIUM)
            try:
                connection.execute("PRAGMA query_only = OFF")
                connection.execute("VACUUM INTO ?", (str(part),))
            finally:
                connection.close()
            problem = problems(part, key)
            if problem:
                raise Circumstance("archive.backup_failed", path=str(target), found=problem)
            with part.open("rb+") as stream:
                os.fsync(stream.fileno())
            part.replace(target)
            sync_folder(target.parent)
        finally:
            part.unlink(missing_ok=True)


def problems(path: Path, key: ArchiveKey) -> str:
    """What is wrong with a closed archive: the first finding of SQLCipher's and SQLite's own checks, or empty."""
    try:
        connection = connect(path, key, Access.MEDIUM)
        try:
            for check in ("PRAGMA cipher_integrity_check", "PRAGMA integrity_check", "PRAGMA foreign_key_check"):
                rows = connection.execute(check).fetchall()
                if rows and rows != [("ok",)]:
                    return str(rows[0][0])
        finally:
            connection.close()
    except dbapi2.Error as error:
        return str(error)
    return ""


def change_token(connection: Connection) -> str:
    """A word that is another one as soon as something changed: the heads of the journal and the newest draft."""
    newest = connection.execute(select(draft.c.updated_at).order_by(draft.c.updated_at.desc()).limit(1)).scalar_one_or_none()
    return f"{journal.head(connection)}:{newest.isoformat() if newest else ''}"


def token_of(path: Path, key: ArchiveKey) -> str:
    """The change token of a closed archive."""
    reading = engine(path, key, Access.MEDIUM, connections=0)
    with reading.connect() as connection:
        return change_token(connection)


def last_journal_row(path: Path, key: ArchiveKey) -> tuple[int, str]:
    """Number and hash of the last row in the journal of a closed archive; (0, "") when there is none."""
    reading = engine(path, key, Access.MEDIUM, connections=0)
    with reading.connect() as connection:
        row = connection.execute(
            select(journal_table.c.sequence, journal_table.c.hash).order_by(journal_table.c.sequence.desc()).limit(1)
        ).first()
    return (row.sequence, row.hash) if row else (0, "")


def write_rekeyed(file: Path, old: ArchiveKey, new: ArchiveKey) -> None:
    """Sets a copy with another key in the place of a closed archive, after checking it; the salt stays."""
    part = partial_path(file)
    with told(file, disk=True):
        part.unlink(missing_ok=True)
        try:
            source = connect(file, old, Access.WRITE)
            try:
                source.execute("VACUUM INTO ?", (str(part),))
            finally:
                source.close()
            copy = connect(part, old, Access.WRITE)
            try:
                copy.execute(f"PRAGMA rekey = {new.pragma_value}")
            finally:
                copy.close()
            problem = problems(part, new)
            if problem:
                raise Circumstance("archive.backup_failed", path=str(file), found=problem)
            with part.open("rb+") as stream:
                os.fsync(stream.fileno())
            part.replace(file)
            sync_folder(file.parent)
        finally:
            for ending in ("", "-journal", "-wal", "-shm"):
                part.with_name(part.name + ending).unlink(missing_ok=True)


def info(target: Path, at: datetime, *, automatic: bool) -> BackupInfo:
    """What is told about a backup."""
    return BackupInfo(name=target.name, path=str(target.absolute()), made_at=at, size=target.stat().st_size, automatic=automatic)


def log_backup(connection: Connection, *, identity: str, target: Path, at: datetime, automatic: bool, state: str) -> BackupInfo:
    """Notes a backup that was checked. An empty `state`: made before an upheaval, and no substitute for the daily one."""
    made = info(target, at, automatic=automatic)
    connection.execute(
        insert(backup_log).values(
            id=identity,
            name=made.name,
            path=made.path,
            made_at=at,
            size=made.size,
            automatic=automatic,
            state=state,
            removed_at=None,
        )
    )
    return made


def due(connection: Connection, today: date) -> bool:
    """Whether an automatic backup should be made: none was made today, and something changed since the last."""
    last = connection.execute(
        select(backup_log.c.made_at, backup_log.c.state)
        .where(backup_log.c.automatic, backup_log.c.state != "", backup_log.c.removed_at.is_(None))
        .order_by(backup_log.c.made_at.desc())
        .limit(1)
    ).first()
    if last is None:
        return True
    return bool(day_of(last.made_at) < today and last.state != change_token(connection))


def prune(connection: Connection, shelf: BackupShelf, today: date, at: datetime) -> int:
    """Removes the automatic backups that the calendar and the limit let go; gives how many went."""
    present = shelf.calendar(connection)
    stay = kept(present, today, shelf.place(connection).most_bytes)
    gone = [copy.name for copy in present if copy.name not in stay]
    for path in gone:
        Path(path).unlink(missing_ok=True)
        connection.execute(update(backup_log).where(backup_log.c.path == path).values(removed_at=at))
    return len(gone)


def put_in_place(copy_of: Path, target: Path, aside: Path | None) -> None:
    """Sets a copy of a file in the place of `target`; what stood there goes to `aside` with its write-ahead log."""
    part = partial_path(target)
    with told(target, disk=True):
        try:
            shutil.copyfile(copy_of, part)
            with part.open("rb+") as stream:
                os.fsync(stream.fileno())
            if aside is not None:
                for ending in ("-wal", "-shm", ""):
                    beside = target.with_name(target.name + ending)
                    if beside.exists():
                        beside.rename(aside.with_name(aside.name + ending))
            part.replace(target)
            sync_folder(target.parent)
        finally:
            part.unlink(missing_ok=True)
