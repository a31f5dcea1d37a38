"""The key of an archive: derived from the passphrase as SQLCipher does, with the salt in the file's first 16 bytes."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from orapp.services.failures import Circumstance, Refusal

if TYPE_CHECKING:
    from pathlib import Path

SALT_BYTES = 16
KEY_BYTES = 32
ITERATIONS = 256_000
"""PBKDF2-HMAC-SHA512, as SQLCipher 4 derives: so the passphrase also opens the archive in SQLCipher's own tools."""

SHORTEST_PASSPHRASE = 12
_RAW_KEY = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveKey:
    """The raw key (hex, not shown in a repr) and the salt (hex)."""

    raw: str = field(repr=False)
    salt: str

    @property
    def pragma_value(self) -> str:
        """The value for `PRAGMA key`: raw key and salt together, so that nothing is derived per connection."""
        return f"\"x'{self.raw}{self.salt}'\""

    def same_as(self, other: ArchiveKey) -> bool:
        """Whether both open the same file."""
        return hmac.compare_digest(self.raw, other.raw)


def tidy(passphrase: str) -> str:
    """The passphrase in one spelling of its characters, without blanks around it."""
    return unicodedata.normalize("NFC", passphrase).strip()


def checked(passphrase: str) -> str:
    """A passphrase that may protect an archive. Raises Refusal("passphrase.too_short")."""
    tidied = tidy(passphrase)
    if len(tidied) < SHORTEST_PASSPHRASE:
        raise Refusal("passphrase.too_short", place="passphrase", least=str(SHORTEST_PASSPHRASE))
    return tidied


def derived_key(passphrase: str, salt: str) -> ArchiveKey:
    """The key that belongs to a passphrase and a salt (hex). Takes about 0.2 s: call it once per archive."""
    raw = hashlib.pbkdf2_hmac("sha512", tidy(passphrase).encode(), bytes.fromhex(salt), ITERATIONS, KEY_BYTES)
    return ArchiveKey(raw=raw.hex(), salt=salt)


def hinted_key(raw: str, salt: str) -> ArchiveKey | None:
    """The key that a keyring kept, or None where that is no key."""
    return ArchiveKey(raw=raw, salt=salt) if _RAW_KEY.fullmatch(raw) else None


def new_salt() -> str:
    """A fresh salt (hex)."""
    return secrets.token_hex(SALT_BYTES)


def read_salt(path: Path) -> str:
    """The salt in the first 16 bytes of the file (hex).

    Never call it on a file that this process has open: closing any handle drops the process's POSIX locks on it.
    Raises Circumstance "archive.not_found", "archive.not_an_archive" or "archive.truncated".
    """
    if not path.exists():
        raise Circumstance("archive.not_found", path=str(path))
    if not path.is_file():
        raise Circumstance("archive.not_an_archive", path=str(path))
    with path.open("rb") as stream:
        first = stream.read(SALT_BYTES)
    size = path.stat().st_size
    if size == 0 or first.startswith(b"SQLite format 3\0"[:SALT_BYTES]):
        raise Circumstance("archive.not_an_archive", path=str(path))
    if size % 4096:
        raise Circumstance("archive.truncated", path=str(path))
    return first.hex()
