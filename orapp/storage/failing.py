"""What the database or the disk says, told as a circumstance with a code."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlcipher3 import dbapi2

from orapp.services.failures import Circumstance, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Primary result codes of SQLite (sqlite.org/rescode.html).
BUSY, LOCKED, READONLY, INTERRUPT, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB = 5, 6, 8, 9, 10, 11, 13, 14, 26

CODES = {
    BUSY: "archive.locked",
    LOCKED: "archive.locked",
    READONLY: "archive.folder_read_only",
    INTERRUPT: "archive.interrupted",
    IOERR: "archive.disk_failed",
    CORRUPT: "archive.damaged",
    FULL: "archive.disk_full",
    CANTOPEN: "archive.cannot_open",
    NOTADB: "archive.damaged",
}

ERRNO_CODES = {
    errno.ENOSPC: "archive.disk_full",
    errno.EDQUOT: "archive.disk_full",
    errno.EFBIG: "archive.disk_full",
    errno.EROFS: "archive.folder_read_only",
    errno.EACCES: "archive.folder_read_only",
    errno.EPERM: "archive.folder_read_only",
    errno.ENOENT: "archive.not_found",
}


def result_code(error: BaseException | None) -> int:
    """The primary result code of SQLite in an error of the driver, or 0."""
    return int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF


def circumstance(error: BaseException, path: Path) -> Circumstance | None:
    """What this error means to a person, or None where it is a defect of the program."""
    if isinstance(error, PoolTimeout):
        return Circumstance("archive.locked", path=str(path))
    if isinstance(error, OSError):
        return Circumstance(ERRNO_CODES.get(error.errno or 0, "archive.disk_failed"), path=str(path))
    cause = error.orig if isinstance(error, DBAPIError) else error
    found = result_code(cause)
    code = "archive.folder_read_only" if found == CANTOPEN and not os.access(path.parent, os.W_OK) else CODES.get(found)
    return Circumstance(code, path=str(path)) if code else None


def not_storable(error: UnicodeEncodeError) -> Refusal:
    """Says after which words the half character stands."""
    return Refusal("text.not_storable", place="", text=ascii(error.object[max(0, error.start - 20) : error.start]))


@contextmanager
def told(path: Path, *, disk: bool = False) -> Iterator[None]:
    """Turns what the database says into circumstances, and with `disk` what the disk says too; everything else passes.

    Raises Refusal("text.not_storable") for half characters (lone surrogates), which no database can hold.
    """
    try:
        yield
    except UnicodeEncodeError as error:
        raise not_storable(error) from error
    except (DBAPIError, dbapi2.Error, PoolTimeout, OSError) as error:
        found = None if isinstance(error, OSError) and not disk else circumstance(error, path)
        if found is None:
            raise
        raise found from error
