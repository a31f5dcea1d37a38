"""Where the automatic backups of an archive stand, and how much they may take in all."""

from __future__ import annotations

from pathlib import Path

from orapp.services.failures import Refusal
from orapp.services.ports import Archive
from orapp.services.rows import BackupInfo

FOLDER_SETTING = "backup.folder"
MOST_BYTES_SETTING = "backup.most_bytes"
LEAST_BYTES = 1024 * 1024


class BackupService:
    """The automatic backups of one open archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def all(self) -> tuple[BackupInfo, ...]:
        """Every backup that is known and still there."""
        return self._archive.backups()

    def arrange(self, person: str, *, folder: Path | None = None, most_bytes: int | None = None) -> None:
        """Set the folder, the total size, or both. Raises Refusal("backups.most_too_small")."""
        if most_bytes is not None and most_bytes < LEAST_BYTES:
            raise Refusal("backups.most_too_small", place="most")
        with self._archive.write(person) as work:
            if folder is not None:
                work.put_setting(FOLDER_SETTING, str(folder))
            if most_bytes is not None:
                work.put_setting(MOST_BYTES_SETTING, str(most_bytes))
