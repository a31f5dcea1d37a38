"""The key of an archive: another passphrase, the emergency sheets, and what the keyring of this computer keeps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from orapp.services.ports import Archives, Keyring
from orapp.services.rows import EmergencySheet

Sheets = Callable[[Path, str], tuple[EmergencySheet, ...]]


class KeyringState(StrEnum):
    """How the keyring of this computer stands; each of them is normal."""

    AVAILABLE = "available"
    ABSENT = "absent"
    REFUSED = "refused"  # locked, failing, or giving no answer


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyState:
    """Whether the keyring is there, and whether it keeps the key of this archive."""

    keyring: KeyringState
    kept: bool


class KeyService:
    """The key of one archive. Whatever needs the passphrase asks for it; the keyring is only a hint."""

    def __init__(self, path: Path, archives: Callable[[], Archives], keyring: Keyring, sheets: Sheets) -> None:
        self._path = path
        self._archives = archives
        self._keyring = keyring
        self._sheets = sheets

    def state(self) -> KeyState:
        """How the keyring stands; takes as long as the keyring takes to answer."""
        found = self._keyring.state()
        known = KeyringState(found) if found in tuple(KeyringState) else KeyringState.REFUSED
        kept = known is KeyringState.AVAILABLE and self._keyring.get(self._salt()) is not None
        return KeyState(keyring=known, kept=kept)

    def check(self, passphrase: str) -> None:
        """Raises Circumstance("archive.wrong_key") where the archive does not open with this passphrase."""
        self._archives().open(self._path, passphrase, read_only=True).close()

    def keep(self, passphrase: str) -> KeyState:
        """Let the keyring keep the key; tells how it stands then. Raises Circumstance("archive.wrong_key")."""
        self._archives().open(self._path, passphrase, read_only=True, keep_key=True).close()
        return self.state()

    def forget(self) -> KeyState:
        """Let the keyring forget the key; tells how it stands then."""
        self._keyring.forget(self._salt())
        return self.state()

    def propose(self) -> str:
        """A passphrase of Dutch words. Raises Circumstance("archive.no_words")."""
        return self._archives().propose_passphrase()

    def sheets(self, passphrase: str) -> tuple[EmergencySheet, ...]:
        """The two emergency sheets. Raises Circumstance("archive.wrong_key") for another passphrase."""
        return self._sheets(self._path, passphrase)

    def change(self, old: str, new: str, person: str) -> None:
        """Give the archive another passphrase; it must be closed. Earlier backups go on opening with the old one.

        Raises Refusal("passphrase.too_short") and Circumstance "archive.wrong_key", "archive.no_space", "archive.in_use".
        """
        archive = self._archives().open(self._path, old, person=person)
        try:
            archive.change_passphrase(old, new)
        finally:
            archive.close()

    def _salt(self) -> str:
        return self._archives().salt(self._path)
