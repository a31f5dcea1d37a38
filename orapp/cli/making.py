"""Commands that make an archive: a new one, and the demo."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from orapp.cli.files import free
from orapp.cli.passphrases import PUBLISHED_FOR_DEMO
from orapp.cli.program import Program
from orapp.cli.session import Session
from orapp.cli.writing import line
from orapp.domain.council import Council, CouncilKind

DEMO_PERSON = "demo"
BESIDE = ("{name}", "{name}-wal", "{name}-shm", "{name}-journal", ".{name}.slot")


def new(session: Session) -> int:
    """Make an empty archive. Without a passphrase file one is proposed, and shown once, before the archive is made."""
    arguments = session.arguments
    path = free(arguments.archive, force=False, code="cli.archive_exists")
    passphrase = session.given_passphrase()
    if passphrase is None:
        passphrase = session.program.archives.propose_passphrase()
        line(session.say("cli.proposed", passphrase=passphrase))
        line(session.say("cli.advice_sheets"))
        # Nobody can open the archive whose passphrase did not reach the reader.
        sys.stdout.flush()
    council = Council(
        id=session.program.identities.new_id(),
        name=arguments.name.strip() or "Ondernemingsraad",
        kind=CouncilKind(arguments.kind),
        organisation=arguments.organisation.strip(),
        public_employer=arguments.public_employer,
    )
    session.program.archives.create(path, passphrase, council, arguments.person).close()
    line(session.say("cli.created", path=path))
    return 0


def demo(session: Session) -> int:
    """Make an archive with the demo dossiers."""
    path = free(session.arguments.archive, force=False, code="cli.archive_exists")
    given = session.given_passphrase()
    count = make_demo(session.program, path, given or PUBLISHED_FOR_DEMO)
    line(session.say("cli.demo_created", path=path))
    line(session.say("cli.demo_dossiers", count=count))
    if given is None:
        line(session.say("cli.demo_passphrase", passphrase=PUBLISHED_FOR_DEMO))
    return 0


def make_demo(program: Program, path: Path, passphrase: str = PUBLISHED_FOR_DEMO) -> int:
    """Make the demo archive whole or not at all; gives how many dossiers it holds. Raises Circumstance or Refusal."""
    archive = program.archives.create(path, passphrase, program.demo_content().council, DEMO_PERSON)
    with _removed_unless_whole(path):
        try:
            return program.desk(archive).demo.fill(DEMO_PERSON)
        finally:
            archive.close()


@contextmanager
def _removed_unless_whole(path: Path) -> Iterator[None]:
    """Takes away what was made when the making did not reach its end, however it ended."""
    whole = False
    try:
        yield
        whole = True
    finally:
        if not whole:
            for pattern in BESIDE:
                with contextlib.suppress(OSError):
                    path.with_name(pattern.format(name=path.name)).unlink()
