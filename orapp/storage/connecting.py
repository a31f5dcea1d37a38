"""The connection recipe: how an archive is opened, and what each connection is told before its first word."""

from __future__ import annotations

from contextlib import ExitStack
from enum import Enum
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sqlalchemy import create_engine, event
from sqlalchemy.pool import NullPool, QueuePool
from sqlcipher3 import dbapi2

from orapp.services.failures import Circumstance
from orapp.storage.failing import NOTADB, result_code

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.engine import Connection, Engine

    from orapp.storage.keys import ArchiveKey

BUSY_SECONDS = 5.0


class Access(Enum):
    """How a connection may use the file."""

    CREATE = "rwc"
    WRITE = "rw"
    QUERY = "query"  # may not write, but shares the write-ahead log of whoever does
    MEDIUM = "immutable"  # the file cannot change: a read-only medium or folder


def file_uri(path: Path, access: Access) -> str:
    """The address of the file for SQLite."""
    mode = {Access.CREATE: "mode=rwc", Access.WRITE: "mode=rw", Access.QUERY: "mode=rw", Access.MEDIUM: "mode=ro&immutable=1"}
    location = path.absolute().as_posix()
    return f"file:{'' if location.startswith('/') else '/'}{quote(location)}?{mode[access]}"


def connect(path: Path, key: ArchiveKey, access: Access) -> Any:
    """A connection of the driver that has shown to know the key.

    Raises Circumstance("archive.wrong_key") and what the driver raises.
    """
    connection = dbapi2.connect(
        file_uri(path, access), uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_SECONDS
    )
    with ExitStack() as unless_opened:
        unless_opened.callback(connection.close)
        # First of all: with a wrong key SQLCipher would write to the standard error stream.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = {key.pragma_value}")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA secure_delete = ON")
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except dbapi2.DatabaseError as error:
            if result_code(error) == NOTADB:
                raise Circumstance("archive.wrong_key", path=str(path)) from error
            raise
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        if access in {Access.QUERY, Access.MEDIUM}:
            connection.execute("PRAGMA query_only = ON")
        unless_opened.pop_all()
    return connection


def engine(path: Path, key: ArchiveKey, access: Access, *, connections: int = 1) -> Engine:
    """An engine on the archive: `connections` kept in a pool, or a new one each time with 0."""
    pool: dict[str, Any] = (
        {"poolclass": QueuePool, "pool_size": connections, "max_overflow": 0, "pool_timeout": BUSY_SECONDS}
        if connections
        else {"poolclass": NullPool}
    )
    made = create_engine("sqlite://", module=dbapi2, creator=lambda: connect(path, key, access), hide_parameters=True, **pool)
    # The driver begins nothing by itself (isolation_level None), so that DDL is part of the transaction too.
    begin = "BEGIN IMMEDIATE" if access in {Access.CREATE, Access.WRITE} else "BEGIN"

    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(made, "begin", start)
    return made


def fold_in(path: Path, key: ArchiveKey) -> bool:
    """Folds the write-ahead log into the file and leaves one plain file; False while somebody else still reads."""
    connection = connect(path, key, Access.WRITE)
    try:
        connection.execute("PRAGMA busy_timeout = 200")
        try:
            return bool(connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0] == "delete")
        except dbapi2.OperationalError:
            return False
    finally:
        connection.close()
