"""Commands that keep an archive safe: backup, restore, verification."""

from __future__ import annotations

from pathlib import Path

from orapp.cli import files, passphrases
from orapp.cli.session import KEY_NEEDED, Session
from orapp.cli.writing import error_line, line
from orapp.services.failures import Circumstance


def backup(session: Session) -> int:
    """Make a backup that was opened and checked."""
    files.free(session.arguments.file, force=False)
    with session.reading() as desk:
        made = desk.archive.backup(session.arguments.file)
    line(session.say("cli.backup_made", path=made.path, size=_size(made.size)))
    return 0


def restore(session: Session) -> int:
    """Put a checked backup in place of the archive, which is kept aside."""
    source: Path = files.existing(session.arguments.file)
    target: Path = files.different(session.arguments.archive, source)
    archives = session.program.archives
    given = session.given_passphrase()
    try:
        aside = archives.restore(source, target, given)
    except Circumstance as failure:
        if given is not None or failure.code != KEY_NEEDED:
            raise
        aside = archives.restore(source, target, passphrases.asked(source, session.program.texts))
    line(session.say("cli.restored", path=target))
    if aside != target:
        line(session.say("cli.kept_aside", path=aside))
    return 0


def verify(session: Session) -> int:
    """Check file, journal and documents; what is wrong is told on the output, the outcome in one line."""
    with session.reading() as desk:
        report = desk.archive.verify()
    if not report.findings:
        line(session.say("cli.verified", dossiers=report.dossiers, files=report.files, journal=report.journal_rows))
        return 0
    for code, fields in report.findings:
        line(session.say(code, **fields))
    error_line(session.say("cli.verify_failed", count=len(report.findings)))
    return 1


def _size(count: int) -> str:
    """A size in bytes as a person reads it, with a decimal comma."""
    if count < 1024 * 1024:
        return f"{max(1, round(count / 1024))} kB"
    return f"{count / 1024 / 1024:.1f} MB".replace(".", ",")
