"""A fixed day, ever new identities, archives in memory and a memory of the window that forgets at the end."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

from orapp.domain.council import Council
from orapp.services.failures import Circumstance
from orapp.services.ports import Archive
from tests.fakes.archive import MemoryArchive


class FixedClock:
    """It is always the same day, until the test says otherwise."""

    def __init__(self, day: date) -> None:
        self.day = day

    def today(self) -> date:
        return self.day

    def now(self) -> datetime:
        return datetime.combine(self.day, time(9, 41), tzinfo=UTC)


class CountedIdentities:
    """Identities that count up."""

    def __init__(self) -> None:
        self._given = 0

    def new_id(self) -> str:
        self._given += 1
        return f"00000000-0000-7000-8000-{self._given:012}"


class AbsentKeyring:
    """A machine without a keyring."""

    def get(self, salt: str) -> str | None:
        return None

    def put(self, salt: str, key: str) -> bool:
        return False

    def forget(self, salt: str) -> bool:
        return False

    def state(self) -> str:
        return "absent"


class MemoryArchives:
    """Opens one archive: by `passphrase`, or without it when `in_keyring`."""

    def __init__(self, archive: MemoryArchive, passphrase: str, *, in_keyring: bool = False) -> None:
        self.archive = archive
        self.passphrase = passphrase
        self.in_keyring = in_keyring
        self.kept = False
        self.keyring_state = "absent"
        self.unsafe = ("archive.place_synchronised", {"path": "OneDrive", "by": "OneDrive"})
        self.created: list[Council] = []

    def create(self, path: Path, passphrase: str, council: Council, person: str) -> Archive:
        self.created.append(council)
        self.passphrase = passphrase
        self.archive.the_council = council
        self.archive.kept.clear()
        return self.archive

    def open(
        self, path: Path, passphrase: str | None, *, read_only: bool = False, keep_key: bool = False, person: str = ""
    ) -> Archive:
        if passphrase is None and not self.in_keyring:
            raise Circumstance("archive.key_needed", path=str(path))
        if passphrase is not None and passphrase != self.passphrase:
            raise Circumstance("archive.wrong_key", path=str(path))
        self.kept = keep_key
        self.archive.closed = False
        return self.archive

    def restore(self, backup: Path, target: Path, passphrase: str | None) -> Path:
        raise NotImplementedError

    def propose_passphrase(self) -> str:
        return "appel fiets molen vijver winter lamp"

    def salt(self, path: Path) -> str:
        return "00" * 16


class RememberedWindow:
    """What the window remembers, for as long as the test lasts."""

    def __init__(self, *paths: Path) -> None:
        self.paths = list(paths)
        self.values: dict[str, str] = {}
        self.look: tuple[str, int] = ("system", 100)

    def recent(self) -> tuple[Path, ...]:
        return tuple(self.paths)

    def opened(self, path: Path) -> None:
        self.paths = [path, *(other for other in self.paths if other != path)]

    def value(self, key: str) -> str:
        return self.values.get(key, "")

    def keep(self, key: str, value: str) -> None:
        self.values[key] = value

    def keep_look(self, look: str, text_percent: int) -> None:
        self.look = (look, text_percent)
