"""The backups of an archive: where they stand, how much they may take, trying one, and putting one back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from orapp.services.failures import Circumstance, Refusal
from orapp.services.ports import Archive, Archives
from orapp.services.rows import FULL_VIEW, BackupInfo, DossierQuery

FOLDER_SETTING = "backup.folder"
MOST_BYTES_SETTING = "backup.most_bytes"
TRIED_ON_SETTING = "backup.tried_on"
TRIED_NAME_SETTING = "backup.tried_name"
LEAST_BYTES = 1024 * 1024
USUAL_MOST_BYTES = 4 * 1024**3
OLDER_FORM = "archive.older"
TRIAL_FOLDER = "proefherstel"
PAGE = 200

Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupArrangement:
    """Where the automatic backups stand (None: in the usual place), how much they may take in all, and the last trial."""

    folder: Path | None
    most_bytes: int
    tried_on: date | None
    tried_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedBackup:
    """What stands in a backup that was opened and checked; empty `findings` is good."""

    name: str
    council: str
    dossiers: int
    letters: int
    files: int
    journal_rows: int
    findings: tuple[tuple[str, dict[str, str]], ...]


class BackupService:
    """The automatic backups of one open archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def all(self) -> tuple[BackupInfo, ...]:
        """Every backup that is known and still there."""
        return self._archive.backups()

    def arrangement(self) -> BackupArrangement:
        """How the backups are arranged."""
        with self._archive.read() as reader:
            found = reader.settings()
        folder, most = found.get(FOLDER_SETTING, ""), found.get(MOST_BYTES_SETTING, "")
        tried = found.get(TRIED_ON_SETTING, "")
        return BackupArrangement(
            folder=Path(folder) if folder else None,
            most_bytes=int(most) if most.isdigit() else USUAL_MOST_BYTES,
            tried_on=date.fromisoformat(tried) if tried else None,
            tried_name=found.get(TRIED_NAME_SETTING, ""),
        )

    def arrange(
        self, person: str, *, folder: Path | None = None, most_bytes: int | None = None, usual_folder: bool = False
    ) -> None:
        """Set the folder (or go back to the usual one), the total size, or both. Raises Refusal("backups.most_too_small")."""
        if most_bytes is not None and most_bytes < LEAST_BYTES:
            raise Refusal("backups.most_too_small", place="most")
        with self._archive.write(person) as work:
            if folder is not None or usual_folder:
                work.put_setting(FOLDER_SETTING, "" if folder is None else str(folder))
            if most_bytes is not None:
                work.put_setting(MOST_BYTES_SETTING, str(most_bytes))

    def note_trial(self, person: str, day: date, name: str) -> None:
        """Keep that a backup was tried and found good: the yearly trial is due a year later."""
        with self._archive.write(person) as work:
            work.put_setting(TRIED_ON_SETTING, day.isoformat())
            work.put_setting(TRIED_NAME_SETTING, name)


class RestoreService:
    """Trying a backup of one archive, and putting it in the archive's place; `private` gives a folder of this program alone."""

    def __init__(self, archive: Path, archives: Callable[[], Archives], private: Callable[[], Path]) -> None:
        self._archive = archive
        self._archives = archives
        self._private = private

    def trial(self, backup: Path, passphrase: str | None, tell: Tell = lambda _done, _total: None) -> TriedBackup:
        """Put a backup back in a private place, open and check it there, count what stands in it, and take it away again.

        `tell` hears how many dossiers of how many were read. Raises Circumstance "archive.…"; the archive is not touched.
        """
        if not backup.is_file():
            raise Circumstance("archive.not_found", path=str(backup))
        folder = self._private() / TRIAL_FOLDER
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True, mode=0o700)
        try:
            target = folder / "proef.orarchief"
            try:
                self._archives().restore(backup, target, passphrase)
                return _counted(self._opened(target, passphrase), backup.name, tell)
            except Circumstance as failure:
                if failure.fields.get("path") != str(target):
                    raise
                # The person chose the backup and never saw the private place.
                raise Circumstance(failure.code, **{**failure.fields, "path": str(backup)}) from failure
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def restore(self, backup: Path, passphrase: str | None) -> Path:
        """Put a checked backup in the archive's place; gives where the present archive was kept aside.

        The archive must be closed. Raises Circumstance "archive.…"; the archive then stays as it was.
        """
        return self._archives().restore(backup, self._archive, passphrase)

    def _opened(self, path: Path, passphrase: str | None) -> Archive:
        archives = self._archives()
        try:
            return archives.open(path, passphrase, read_only=True)
        except Circumstance as failure:
            if failure.code != OLDER_FORM:
                raise
        # A backup of before an update of the program is brought up to date first, in its private place.
        return archives.open(path, passphrase)


def _counted(archive: Archive, name: str, tell: Tell) -> TriedBackup:
    try:
        report = archive.verify()
        letters = 0
        with archive.read() as reader:
            council = reader.council().name
            query = DossierQuery(limit=PAGE)
            seen = 0
            while True:
                page = reader.dossiers(query, FULL_VIEW)
                for row in page.rows:
                    letters += len(reader.dossier_by_id(row.id).letters)
                    seen += 1
                    tell(seen, max(seen, report.dossiers))
                if not page.more or not page.rows:
                    break
                query = DossierQuery(limit=PAGE, after=page.rows[-1].key)
    finally:
        archive.close()
    return TriedBackup(
        name=name,
        council=council,
        dossiers=report.dossiers,
        letters=letters,
        files=report.files,
        journal_rows=report.journal_rows,
        findings=report.findings,
    )
