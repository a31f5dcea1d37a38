"""Writes a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from orapp.services.failures import Circumstance


def write_text(path: Path, text: str) -> None:
    """Write the text in place of what stands there. Raises Circumstance("places.unwritable")."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write the bytes in a new file beside it and put that in place, so that a crash leaves the old one.

    The file is readable for this user only. Raises Circumstance("places.unwritable").
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise Circumstance("places.unwritable", path=str(path)) from error
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise Circumstance("places.unwritable", path=str(path)) from error
