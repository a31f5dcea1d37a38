"""Reads a Word file that a person edits: also while it is open elsewhere, and never half of it without saying so."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from orapp.services.failures import Circumstance, Refusal

MOST_BYTES: Final = 64 * 1024 * 1024
WORD_OWNER: Final = "~$"
OFFICE_LOCK: Final = ".~lock."
# Word puts its sign in the place of the first two letters of a name that is long enough.
_LONG_NAME: Final = 8
_SHARED: Final = frozenset({errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedFile:
    """The bytes of a file as they were last saved. `open_elsewhere` says that a program holds it: more may follow."""

    path: Path
    data: bytes
    open_elsewhere: bool


def is_lock(path: Path) -> bool:
    """Whether a file is only the sign by which Word or LibreOffice says that it holds another."""
    return path.name.startswith((WORD_OWNER, OFFICE_LOCK))


def locks_of(path: Path) -> tuple[Path, ...]:
    """The files by which Word and LibreOffice say that they hold this one."""
    name = path.name
    owners = {f"{WORD_OWNER}{name}"}
    if len(path.stem) >= _LONG_NAME - 1:
        owners |= {f"{WORD_OWNER}{name[1:]}", f"{WORD_OWNER}{name[2:]}"}
    return tuple(path.with_name(one) for one in (*sorted(owners), f"{OFFICE_LOCK}{name}#"))


def is_open_elsewhere(path: Path) -> bool:
    """Whether Word or LibreOffice holds the file."""
    try:
        return any(lock.exists() for lock in locks_of(path))
    except OSError:
        return False


def read_returned(path: Path) -> ReturnedFile:
    """The file as it was last saved.

    Raises Circumstance "letter.returned.file_open", "letter.returned.file_gone" or "letter.returned.file_unreadable", and
    Refusal "letter.returned.lock_file" or "documents.returned.too_large".
    """
    if is_lock(path):
        raise Refusal("letter.returned.lock_file", path=str(path))
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refusal("documents.returned.too_large")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise Circumstance("letter.returned.file_gone", path=str(path)) from error
    except OSError as error:
        held = error.errno in _SHARED and is_open_elsewhere(path)
        raise Circumstance(f"letter.returned.{'file_open' if held else 'file_unreadable'}", path=str(path)) from error
    return ReturnedFile(path=path, data=data, open_elsewhere=is_open_elsewhere(path))
