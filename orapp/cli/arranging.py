"""Commands that arrange an archive: the council itself as a file, and where backups stand and how much they may take."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from orapp.cli import files
from orapp.cli.own_words import OwnWords
from orapp.cli.session import Session
from orapp.cli.writing import as_json, line, table
from orapp.services.failures import Circumstance
from orapp.texts.dates import plain_date

MEBIBYTE = 1024 * 1024


def council(session: Session) -> int:
    """Show the council, write it as a file, or take it over from one (people, addresses, signatories, agreements)."""
    source: Path | None = session.arguments.take
    if source is not None:
        taken = session.program.read_council(files.read(files.existing(source)))
        with session.writing() as desk:
            present = desk.council.read()
            desk.council.save(
                present, replace(taken, id=present.id, version=present.version, logo=present.logo), session.arguments.person
            )
        line(session.say("cli.council_taken", name=taken.name))
        return 0
    with session.reading() as desk:
        present = desk.council.read()
    target: Path | None = session.arguments.output
    if target is not None:
        files.write(target, session.program.write_council(present), force=session.arguments.force)
        line(session.say("cli.council_written", path=target))
        return 0
    labels = OwnWords(session.program.texts, present.kind)
    line(f"{present.name} · {labels.label(present.kind)} · {present.organisation}".rstrip(" ·"))
    for member in present.members:
        line(f"{member.name}: {', '.join(labels.label(role) for role in member.roles)}", indent=2)
    return 0


def backups(session: Session) -> int:
    """List the backups; with --folder or --most-mb also set where they stand and how much they may take in all."""
    folder: Path | None = session.arguments.folder
    most: int | None = session.arguments.most_mb
    if folder is not None and not folder.is_dir():
        raise Circumstance("cli.folder_missing", path=str(folder))
    if folder is not None or most is not None:
        with session.writing() as desk:
            desk.backups.arrange(
                session.arguments.person,
                folder=None if folder is None else folder.absolute(),
                most_bytes=None if most is None else most * MEBIBYTE,
            )
        line(session.say("cli.backups_set"))
    with session.reading() as desk:
        found = desk.backups.all()
    if session.arguments.json:
        as_json([{"name": copy.name, "path": copy.path, "made_at": copy.made_at, "size": copy.size} for copy in found])
    elif found:
        rows = [(plain_date(copy.made_at.date()), f"{max(1, copy.size // MEBIBYTE)} MB", copy.path) for copy in found]
        table(("gemaakt", "grootte", "bestand"), rows)
    else:
        line(session.say("cli.no_backups"))
    return 0
