"""Archives for the tests of storage: a clock that stands still, a keyring in memory, a small law."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from orapp.storage import keys
from orapp.storage.archive import SqlArchive
from orapp.storage.archives import SqlArchives
from tests.storage.material import PASSPHRASE, FixedClock, MemoryKeyring, make_archives, small_council


@pytest.fixture
def real_key() -> bool:
    """For a test that needs SQLCipher's own number of rounds."""
    return True


@pytest.fixture(autouse=True)
def quick_key(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few rounds of derivation, so that a test does not wait a fifth of a second for every key."""
    if "real_key" not in request.fixturenames:
        monkeypatch.setattr(keys, "ITERATIONS", 1000)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def keyring() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def archives(clock: FixedClock, keyring: MemoryKeyring, tmp_path: Path) -> SqlArchives:
    return make_archives(clock=clock, keyring=keyring, backup_folder=tmp_path / "reserve")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "or" / "raad.orarchief"


@pytest.fixture
def archive(archives: SqlArchives, path: Path) -> Iterator[SqlArchive]:
    made = archives.create(path, PASSPHRASE, small_council(), "S. Secretaris")
    yield made
    made.close()
