"""Forks writers that edit a dossier without end, reports each saved edit, and kills them after a given time."""

from __future__ import annotations

import os
import select
import shutil
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path

from orapp.storage.archive import SqlArchive
from tests.storage.material import MemoryKeyring, make_archives


def opened(path: Path, raw_key: str) -> SqlArchive:
    """The archive, open for a writer of this process."""
    keyring = MemoryKeyring()
    archives = make_archives(keyring=keyring, identities_from=os.getpid() * 1000)
    keyring.put(archives.salt(path), raw_key)
    return archives.open(path, None)


def save_next(archive: SqlArchive) -> int:
    """Saves one edit, and gives its number."""
    with archive.write("S") as work:
        loaded = work.dossier("2026-001")
        number = int(loaded.title.rsplit(" ", 1)[1]) + 1
        text = f"edit {number}"
        work.save(
            loaded,
            replace(loaded, title=f"Verhuizing naar gebouw {number}", conditions=(replace(loaded.conditions[0], text=text),)),
        )
    return number


def write_without_end(path: Path, raw_key: str, report: int) -> None:
    """Opens the archive and saves edit after edit; each is reported after it was saved."""
    archive = opened(path, raw_key)
    os.write(report, b"open\n")
    while True:
        os.write(report, f"{save_next(archive)}\n".encode())


def rehearse(path: Path, raw_key: str) -> None:
    """Writes once in a copy: what a process reads and works out only the first time is not done again by each writer."""
    copy = path.with_name("repetitie.orarchief")
    shutil.copy(path, copy)
    archive = opened(copy, raw_key)
    save_next(archive)
    archive.close()


def kill_one(path: Path, raw_key: str, begin: str, after: float) -> int:
    """The last edit that a writer reported before it was killed, so many seconds after it began.

    `begin` says what that is: "fork" (it is opening the archive), "open", or "edit" (the first edit was reported).
    """
    reading, report = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            write_without_end(path, raw_key, report)
        finally:
            os._exit(1)
    os.close(report)
    told = b""
    while told.count(b"\n") < ("fork", "open", "edit").index(begin):
        piece = os.read(reading, 4096)
        if not piece:
            raise SystemExit("the writer ended by itself")
        told += piece
    until = time.monotonic() + after
    while (left := until - time.monotonic()) > 0:
        if select.select([reading], [], [], left)[0]:
            told += os.read(reading, 65536)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while piece := os.read(reading, 65536):
        told += piece
    os.close(reading)
    lines = told.decode().split("\n")[:-1]  # a report that was cut off does not count
    numbers = [int(line) for line in lines if line != "open"]
    return numbers[-1] if numbers else 0


def main() -> None:
    """Reads beginnings and times from standard input and answers each with a number."""
    path, raw_key = Path(sys.argv[1]), sys.argv[2]
    rehearse(path, raw_key)
    for line in sys.stdin:
        begin, after = line.split()
        sys.stdout.write(f"{kill_one(path, raw_key, begin, float(after))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
