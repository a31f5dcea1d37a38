"""What an archive needs from outside: time, identities, the keyring, the law's derivation, this device, folders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orapp.services.ports import Clock, Identities, Keyring
    from orapp.storage.derived_rows import Derivation


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Everything that is passed in once for all archives of this program.

    `backup_folder` None: a folder beside each archive. `working_folder` None: archives are worked on where they stand.
    """

    clock: Clock
    identities: Identities
    keyring: Keyring
    derivation: Derivation
    device: str
    device_id: str
    backup_folder: Path | None
    working_folder: Path | None

    def backups_of(self, archive: Path) -> Path:
        """The folder for the automatic backups of an archive, unless its settings name another."""
        if self.backup_folder is not None:
            return self.backup_folder
        return archive.parent / f"{archive.stem} reservekopieën"
