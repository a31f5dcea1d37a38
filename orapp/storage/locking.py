"""The lock of the operating system that says: somebody writes in this archive. It goes by itself when its process ends."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def lock_path(archive: Path) -> Path:
    """The empty file beside the archive that carries the lock.

    A file of its own: closing any handle on the archive itself would drop the locks that SQLite holds on it (POSIX).
    """
    return archive.with_name(f".{archive.name}.slot")


class ArchiveLock:
    """Holds the lock of one archive until released."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor

    @classmethod
    def take(cls, archive: Path) -> ArchiveLock | None:
        """The lock, or None where another process (or window) holds it. Raises OSError where the folder cannot be written."""
        path = lock_path(archive)
        while True:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
            if not _try_lock(descriptor):
                os.close(descriptor)
                return None
            if _still_there(path, descriptor):
                return cls(path, descriptor)
            os.close(descriptor)  # the holder before us removed this file just after we opened it

    def release(self) -> None:
        """Lets go and removes the file. Safe to repeat."""
        if self._descriptor < 0:
            return
        if sys.platform != "win32":
            self._path.unlink(missing_ok=True)
        os.close(self._descriptor)
        self._descriptor = -1
        if sys.platform == "win32":
            try:
                self._path.unlink(missing_ok=True)
            except PermissionError:
                return  # the next one opened it already


def _try_lock(descriptor: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _still_there(path: Path, descriptor: int) -> bool:
    try:
        there = path.stat()
    except FileNotFoundError:
        return False
    return sys.platform == "win32" or os.path.samestat(there, os.fstat(descriptor))
