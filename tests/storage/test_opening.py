"""Opening an archive: what is in the way gets its own message, and leaves the archive as it was."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from orapp.services.failures import Circumstance, Refusal
from orapp.services.ports import Archive, Archives, BringsBack, DossierReader, UnitOfWork
from orapp.services.rows import FULL_VIEW, DossierQuery
from orapp.storage.archive import SqlArchive
from orapp.storage.archives import SqlArchives
from orapp.storage.connecting import Access, engine
from orapp.storage.keys import derived_key
from tests.storage.material import PASSPHRASE, MemoryKeyring, make_archives, sample_dossier, small_council


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def closed(archive: SqlArchive) -> Path:
    """A closed archive with one dossier."""
    with archive.write("S") as work:
        work.add(sample_dossier())
    archive.close()
    return archive.path


def refusal(archives: SqlArchives, path: Path, passphrase: str | None = PASSPHRASE) -> Circumstance:
    with pytest.raises(Circumstance) as refused:
        archives.open(path, passphrase)
    return refused.value


def test_a_clean_close_leaves_one_plain_file(closed: Path, archives: SqlArchives) -> None:
    assert [found.name for found in closed.parent.iterdir()] == [closed.name]
    archives.open(closed, PASSPHRASE).close()
    assert [found.name for found in closed.parent.iterdir()] == [closed.name]


def test_a_wrong_key_is_said_and_changes_nothing(closed: Path, archives: SqlArchives, capfd: pytest.CaptureFixture[str]) -> None:
    before = fingerprint(closed)
    assert refusal(archives, closed, "een andere wachtzin").code == "archive.wrong_key"
    assert fingerprint(closed) == before
    assert capfd.readouterr() == ("", "")


def test_what_is_no_archive_is_said(tmp_path: Path, archives: SqlArchives, closed: Path) -> None:
    plain = tmp_path / "gewoon.orarchief"
    plain.write_bytes(b"SQLite format 3\0" + bytes(4080))
    empty = tmp_path / "leeg.orarchief"
    empty.touch()
    cut = tmp_path / "stuk.orarchief"
    cut.write_bytes(closed.read_bytes()[:10_000])
    assert refusal(archives, plain).code == "archive.not_an_archive"
    assert refusal(archives, empty).code == "archive.not_an_archive"
    assert refusal(archives, tmp_path).code == "archive.not_an_archive"
    assert refusal(archives, tmp_path / "nergens.orarchief").code == "archive.not_found"
    assert refusal(archives, cut).code == "archive.truncated"


def test_a_file_that_misses_whole_pages_is_said(tmp_path: Path, archives: SqlArchives, closed: Path) -> None:
    cut = tmp_path / "kort.orarchief"
    cut.write_bytes(closed.read_bytes()[: 4096 * 8])
    before = fingerprint(cut)
    assert refusal(archives, cut).code in {"archive.damaged", "archive.truncated"}
    assert fingerprint(cut) == before


def test_an_encrypted_file_of_something_else_is_no_archive(tmp_path: Path, archives: SqlArchives) -> None:
    other = tmp_path / "anders.orarchief"
    key = derived_key(PASSPHRASE, "ab" * 16)
    making = engine(other, key, Access.CREATE, connections=0)
    with making.begin() as connection:
        connection.execute(text("CREATE TABLE something (x)"))
    assert refusal(archives, other).code == "archive.not_an_archive"


def test_a_newer_archive_is_refused(closed: Path, archives: SqlArchives) -> None:
    key = derived_key(PASSPHRASE, archives.salt(closed))
    changing = engine(closed, key, Access.WRITE, connections=0)
    with changing.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    before = fingerprint(closed)
    found = refusal(archives, closed)
    assert (found.code, found.fields["form"]) == ("archive.newer", "0999")
    assert fingerprint(closed) == before


def test_nothing_is_made_over_an_existing_file(closed: Path, archives: SqlArchives) -> None:
    before = fingerprint(closed)
    with pytest.raises(Circumstance) as refused:
        archives.create(closed, PASSPHRASE, small_council(), "S")
    assert refused.value.code == "archive.exists"
    assert fingerprint(closed) == before


def test_a_short_passphrase_is_refused(tmp_path: Path, archives: SqlArchives) -> None:
    with pytest.raises(Refusal) as refused:
        archives.create(tmp_path / "a.orarchief", "   kort    ", small_council(), "S")
    assert refused.value.code == "passphrase.too_short"
    assert not list(tmp_path.glob("*"))


def test_the_keyring_is_a_hint(closed: Path, archives: SqlArchives, keyring: MemoryKeyring) -> None:
    assert refusal(archives, closed, None).code == "archive.key_needed"
    archives.open(closed, PASSPHRASE, keep_key=True).close()
    archives.open(closed, None).close()
    keyring.refuses = True
    assert refusal(archives, closed, None).code == "archive.key_needed"
    keyring.refuses = False
    keyring.keys = dict.fromkeys(keyring.keys, "00" * 32)
    assert refusal(archives, closed, None).code == "archive.key_needed"
    keyring.keys = dict.fromkeys(keyring.keys, "geen sleutel")
    assert refusal(archives, closed, None).code == "archive.key_needed"


def test_the_second_reads_and_hears_who_has_it_open(archive: SqlArchive) -> None:
    with archive.write("S") as work:
        work.add(sample_dossier())
    second = make_archives(device="tweede").open(archive.path, PASSPHRASE, person="V")
    assert second.read_only
    because = second.read_only_because
    assert because is not None
    assert because[0] == "archive.in_use"
    assert (because[1]["person"], because[1]["device"]) == ("S. Secretaris", "laptop")
    assert because[1]["since"].startswith("21-11-2026 10.00")
    with second.read() as reader:
        assert reader.dossier_count(DossierQuery(), FULL_VIEW) == 1
    with pytest.raises(Circumstance) as refused, second.write("V"):
        pass
    assert refused.value.code == "archive.in_use"
    with archive.write("S") as work:
        work.add(sample_dossier(2))
    with second.read() as reader:
        assert reader.dossier_count(DossierQuery(), FULL_VIEW) == 2
    second.close()


def test_after_the_first_closes_the_next_may_write(archive: SqlArchive) -> None:
    archive.close()
    following = make_archives(device="tweede").open(archive.path, PASSPHRASE)
    assert following.read_only_because is None
    following.close()


def test_open_to_read_writes_nothing(closed: Path, archives: SqlArchives) -> None:
    before = fingerprint(closed)
    looking = archives.open(closed, PASSPHRASE, read_only=True)
    with looking.read() as reader:
        assert reader.dossier("2026-001").title.startswith("Verhuizing")
    assert looking.refresh_derived(looking._around.clock.today()) == 0
    looking.close()
    assert fingerprint(closed) == before


@pytest.mark.usefixtures("real_key")
def test_the_passphrase_opens_with_the_tools_of_sqlcipher(closed: Path) -> None:
    """SQLCipher's own derivation: the archive does not depend on this program."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(closed))
    connection.execute(f"PRAGMA key = '{PASSPHRASE}'")
    assert connection.execute("SELECT count(*) FROM dossier").fetchone() == (1,)
    connection.close()


def test_salt_is_known_without_touching_an_open_file(archive: SqlArchive, archives: SqlArchives) -> None:
    assert archives.salt(archive.path) == archive.salt
    archive.close()
    assert archives.salt(archive.path) == archive.salt


@pytest.mark.usefixtures("real_key")
def test_another_process_holds_it(closed: Path, archives: SqlArchives) -> None:
    command = [sys.executable, str(Path(__file__).parent / "pressed_writer.py"), "hold", str(closed)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "writes\n"
        second = archives.open(closed, PASSPHRASE)
        because = second.read_only_because
        assert because is not None
        assert (because[0], because[1]["person"], because[1]["device"]) == ("archive.in_use", "V. Voorzitter", "andere laptop")
        second.close()
        other.kill()  # the lock of the system goes with the process, whatever it left behind
    third = archives.open(closed, PASSPHRASE)
    assert third.read_only_because is None
    assert third.verify().findings == ()
    third.close()


def test_a_log_that_cannot_be_folded_in_is_said(
    archive: SqlArchive, tmp_path: Path, archives: SqlArchives, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy of a file that was open, on a medium that cannot be written."""
    with archive.write("S") as work:
        work.add(sample_dossier())
    copy = tmp_path / "stick" / "raad.orarchief"
    copy.parent.mkdir()
    for ending in ("", "-wal"):
        beside = archive.path.with_name(archive.path.name + ending)
        copy.with_name(copy.name + ending).write_bytes(beside.read_bytes())
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    assert refusal(archives, copy).code == "archive.log_left"
    copy.with_name(copy.name + "-wal").unlink()
    looking = archives.open(copy, PASSPHRASE)
    assert looking.read_only_because is not None
    assert looking.read_only_because[0] == "archive.read_only_medium"
    looking.close()


@contextmanager
def timed(timer: threading.Timer) -> Iterator[None]:
    timer.start()
    try:
        yield
    finally:
        timer.join()


def test_reads_can_be_interrupted(archive: SqlArchive) -> None:
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
    timer = threading.Timer(0.2, archive.interrupt_reads)
    with pytest.raises(Circumstance) as refused, timed(timer), archive.read() as reader:
        reader._connection.exec_driver_sql(endless)
    assert refused.value.code == "archive.interrupted"
    with archive.read() as reader:
        assert reader.council().id == "raad-1"


def test_the_adapters_are_what_the_services_ask(archive: SqlArchive, archives: SqlArchives) -> None:
    assert isinstance(archive, BringsBack)
    kept: Archives = archives
    opened: Archive = archive
    assert kept.salt(opened.path) == archive.salt
    with opened.write("S", "venster") as work, opened.read() as reader:
        unit: UnitOfWork = work
        looking: DossierReader = reader
        assert unit.changes.origin == "venster"
        assert looking.council() == unit.council()
