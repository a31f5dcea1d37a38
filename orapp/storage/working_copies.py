"""Working on a local copy of an archive whose own folder is synchronised or on the network, and bringing it back."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy.dialects.sqlite import insert

from orapp.services.failures import Circumstance
from orapp.storage import backups
from orapp.storage.connecting import Access, connect, engine
from orapp.storage.failing import told
from orapp.storage.tables import archive_fact

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from orapp.storage.keys import ArchiveKey

ORIGIN = "origin_sha256"
STATE = "origin_state"
BLOCK = 1024 * 1024


def content_hash(path: Path) -> str:
    """SHA-256 of a closed file (hex), or empty where there is none."""
    if not path.exists():
        return ""
    content = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(BLOCK):
            content.update(block)
    return content.hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingCopy:
    """The local copy of an archive. What it was copied from is noted inside it, so nothing readable stands beside it."""

    original: Path
    file: Path

    def prepare(self, key: ArchiveKey) -> str:
        """Makes the copy, or takes up the one that is there; gives how they stand to each other.

        "fresh": the same as the original. "ahead": the copy has changes that were not brought back. "both": the original
        changed as well, so that they cannot be brought back over it.
        """
        with told(self.original, disk=True):
            if not self.file.exists():
                self._copy(key)
                return "fresh"
            original = content_hash(self.original)
            noted, changed = self._standing(key)
            if noted == original:
                return "ahead" if changed else "fresh"
            if changed:
                return "both"
            self._copy(key)
            return "fresh"

    def bring_back(self, key: ArchiveKey, at: datetime) -> None:
        """Puts a checked copy in the place of the original, if there are changes to bring.

        Raises Circumstance("archive.original_changed").
        """
        noted, changed = self._standing(key)
        if not changed:
            return
        with told(self.original, disk=True):
            if content_hash(self.original) not in {noted, ""}:
                raise Circumstance("archive.original_changed", path=str(self.original), copy=str(self.file))
            checked = self.file.with_name(f"{self.file.stem}-{at:%Y%m%dT%H%M%S%f}.terug")
            try:
                backups.write_copy(self.file, key, checked)
                backups.put_in_place(checked, self.original, None)
            finally:
                checked.unlink(missing_ok=True)
        self._note(key)

    def _copy(self, key: ArchiveKey) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        backups.put_in_place(self.original, self.file, None)
        self._note(key)

    def _note(self, key: ArchiveKey) -> None:
        """Writes down what the original is now, and what the copy holds now."""
        writing = engine(self.file, key, Access.WRITE, connections=0)
        with writing.begin() as connection:
            for name, value in ((ORIGIN, content_hash(self.original)), (STATE, backups.change_token(connection))):
                statement = insert(archive_fact).values(key=name, value=value)
                connection.execute(
                    statement.on_conflict_do_update(index_elements=["key"], set_={"value": statement.excluded.value})
                )

    def _standing(self, key: ArchiveKey) -> tuple[str, bool]:
        """The hash of the original as it was copied, and whether the copy changed since."""
        connect(self.file, key, Access.WRITE).close()
        reading = engine(self.file, key, Access.QUERY, connections=0)
        with reading.begin() as connection:
            facts = {row[0]: row[1] for row in connection.exec_driver_sql("SELECT key, value FROM archive_fact")}
            return facts.get(ORIGIN, ""), facts.get(STATE, "") != backups.change_token(connection)
