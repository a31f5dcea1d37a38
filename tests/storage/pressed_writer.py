"""Opens an archive under pressure and reports what it is told: without rights on the folder, or with too little room."""

from __future__ import annotations

import os
import resource
import signal
import sys
from dataclasses import replace
from pathlib import Path

from orapp.services.failures import Circumstance
from orapp.storage.archive import SqlArchive
from tests.storage.material import PASSPHRASE, make_archives, sample_dossier, small_council

NOBODY = 65534


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")


def unprivileged(path: Path) -> None:
    """Reads, cannot write, and cannot make another archive beside it."""
    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    archives = make_archives()
    archive = archives.open(path, PASSPHRASE)
    because = archive.read_only_because
    say(because[0] if because else "writable")
    with archive.read() as reader:
        say(reader.dossier("2026-001").reference)
    try:
        with archive.write("S") as work:
            work.add(sample_dossier(2))
    except Circumstance as refused:
        say(refused.code)
    archive.close()
    try:
        archives.create(path.with_name("nieuw.orarchief"), PASSPHRASE, small_council(), "S")
    except Circumstance as refused:
        say(refused.code)


def full(path: Path) -> None:
    """Writes until no file may grow any further; then the limit goes and what was saved must still be there."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    archive = make_archives().open(path, PASSPHRASE)
    limit = path.stat().st_size + 500_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    saved = ""
    try:
        for number in range(1000):
            saved = edit(archive, number)
    except Circumstance as refused:
        say(saved.replace(" ", "_"))
        say(refused.code)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    with archive.read() as reader:
        say("kept" if reader.dossier("2026-001").title == saved else "lost")
    archive.close()


def hold(path: Path) -> None:
    """Has the archive open until its input ends, and says how it got it."""
    archive = make_archives(device="andere laptop").open(path, PASSPHRASE, person="V. Voorzitter")
    say("reads" if archive.read_only else "writes")
    sys.stdout.flush()
    sys.stdin.read()
    archive.close()


def edit(archive: SqlArchive, number: int) -> str:
    with archive.write("S") as work:
        loaded = work.dossier("2026-001")
        return work.save(loaded, replace(loaded, title=f"Titel {number}", summary=os.urandom(20_000).hex())).title


if __name__ == "__main__":
    {"unprivileged": unprivileged, "full": full, "hold": hold}[sys.argv[1]](Path(sys.argv[2]))
