"""One command with what it needs: the program, its arguments, and the archive it opens and closes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from orapp.cli import files, passphrases
from orapp.cli.program import Program
from orapp.cli.writing import error_line
from orapp.services.failures import Circumstance
from orapp.services.leaving import leave

if TYPE_CHECKING:
    from orapp.services.desk import Desk
    from orapp.services.ports import Archive

KEY_NEEDED = "archive.key_needed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A command in progress."""

    program: Program
    arguments: argparse.Namespace

    def say(self, code: str, /, **fields: object) -> str:
        """A Dutch sentence by its code."""
        return self.program.texts.say(code, **fields)

    def given_passphrase(self) -> str | None:
        """The passphrase of --passphrase-file, or None. Raises Circumstance."""
        path: Path | None = self.arguments.passphrase_file
        return None if path is None else passphrases.from_file(path)

    @contextmanager
    def reading(self) -> Iterator[Desk]:
        """The archive, only to look; closed at the end. Raises Circumstance."""
        with self._opened(read_only=True) as archive:
            yield self.program.desk(archive)

    @contextmanager
    def listing(self) -> Iterator[Desk]:
        """The archive to list what is derived from it: what is stale is derived again first, where the archive can be written."""
        with self._opened(read_only=False) as archive:
            if not archive.read_only:
                archive.refresh_derived(self.program.clock.today())
            yield self.program.desk(archive)

    @contextmanager
    def writing(self) -> Iterator[Desk]:
        """The archive to write in. Raises Circumstance where it can only be read, with the reason."""
        with self._opened(read_only=False) as archive:
            because = archive.read_only_because
            if archive.read_only:
                code, fields = because or ("cli.read_only", {"path": str(archive.path)})
                raise Circumstance(code, **fields)
            if archive.place_warning is not None:
                code, fields = archive.place_warning
                error_line(self.say("cli.place_warning", reason=self.say(code, **fields)))
            yield self.program.desk(archive)

    @contextmanager
    def _opened(self, *, read_only: bool) -> Iterator[Archive]:
        archive = self._open(files.existing(self.arguments.archive), read_only=read_only)
        try:
            yield archive
        finally:
            leave(archive)

    def _open(self, path: Path, *, read_only: bool) -> Archive:
        archives = self.program.archives
        person = getattr(self.arguments, "person", "")
        given = self.given_passphrase()
        if given is not None:
            return archives.open(path, given, read_only=read_only, person=person)
        try:
            return archives.open(path, None, read_only=read_only, person=person)
        except Circumstance as failure:
            if failure.code != KEY_NEEDED:
                raise
        return archives.open(path, passphrases.asked(path, self.program.texts), read_only=read_only, person=person)
