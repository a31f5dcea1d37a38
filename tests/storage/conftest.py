"""Archives for the tests of storage: a clock that stands still, a keyring in memory, a small law."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from orapp.storage import connecting, keys
from orapp.storage.archive import SqlArchive
from orapp.storage.archives import SqlArchives
from orapp.storage.connecting import Access, connect
from orapp.storage.keys import ArchiveKey
from tests.storage.material import PASSPHRASE, Filling, FixedClock, MemoryKeyring, make_archives, small_council

FEW_ROUNDS = 1000
PERSON = "S. Secretaris"


@pytest.fixture
def real_key() -> bool:
    """For a test that needs SQLCipher's own number of rounds."""
    return True


@pytest.fixture(autouse=True)
def quick_key(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few rounds of derivation, so that a test does not wait a fifth of a second for every key."""
    if "real_key" not in request.fixturenames:
        monkeypatch.setattr(keys, "ITERATIONS", FEW_ROUNDS)


@pytest.fixture
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests of what an archive tells: a write does not wait until the disk has it. Never where a write may be cut off."""

    def hasty(path: Path, key: ArchiveKey, access: Access) -> Any:
        connection = connect(path, key, access)
        connection.execute("PRAGMA synchronous = OFF")
        return connection

    monkeypatch.setattr(connecting, "connect", hasty)


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


@pytest.fixture(scope="session")
def new_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new archive, closed, that no test changes: a copy of it is there in a fraction of the time that making one takes."""
    path = tmp_path_factory.mktemp("nieuw") / "raad.orarchief"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "ITERATIONS", FEW_ROUNDS)
        make_archives().create(path, PASSPHRASE, small_council(), PERSON).close()
    return path


@pytest.fixture
def archive(archives: SqlArchives, path: Path, request: pytest.FixtureRequest) -> Iterator[SqlArchive]:
    """An archive of this test's own, open; made on the spot where the test needs a real key."""
    if "real_key" in request.fixturenames:
        opened = archives.create(path, PASSPHRASE, small_council(), PERSON)
    else:
        path.parent.mkdir(parents=True)
        shutil.copy(request.getfixturevalue("new_archive"), path)
        opened = archives.open(path, PASSPHRASE, person=PERSON)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def filled_archive(new_archive: Path, filling: Filling, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with the dossiers of the module's own `filling`, closed, that no test changes."""
    path = tmp_path_factory.mktemp("gevuld") / "raad.orarchief"
    shutil.copy(new_archive, path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "ITERATIONS", FEW_ROUNDS)
        made = make_archives(identities_from=10**6).open(path, PASSPHRASE, person=PERSON)
    with made.write("S") as work:
        for dossier in filling:
            work.add(dossier)
    made.close()
    return path


@pytest.fixture
def filled(archives: SqlArchives, path: Path, filled_archive: Path) -> Iterator[SqlArchive]:
    """An archive of this test's own with the dossiers of the module, open."""
    path.parent.mkdir(parents=True)
    shutil.copy(filled_archive, path)
    opened = archives.open(path, PASSPHRASE, person=PERSON)
    yield opened
    opened.close()
