"""Writes a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from orapp.services.failures import Circumstance

PRIVATE, USUAL = 0o600, 0o666
"""The rights of a new file, before what this user takes off by itself."""


def write_text(path: Path, text: str) -> None:
    """Write the text in place of what stands there. Raises Circumstance("places.unwritable")."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write the bytes in a new file beside it and put that in place, so that a crash leaves the old one.

    The file is readable for this user only. Raises Circumstance("places.unwritable").
    """
    try:
        _put_in_place(path, data, PRIVATE)
    except OSError as error:
        raise Circumstance("places.unwritable", path=str(path)) from error


def write_document(path: Path, data: bytes) -> None:
    """Write a file that the user asked for: whole, or the file that stood there stays as it was. Raises OSError.

    It may be read by whoever may read what this user makes there, or could read the file that stood there.
    """
    target = path.resolve()
    present = target.stat().st_mode & 0o777 if target.exists() else None
    _put_in_place(target, data, USUAL if present is None else present)


def _put_in_place(path: Path, data: bytes, mode: int) -> None:
    beside = path.with_name(f".{secrets.token_hex(8)}.orapp")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
