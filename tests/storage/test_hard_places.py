"""Full disks, folders that may not be written, network and synchronised folders: said, survived, and worked around."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from orapp.services.failures import Circumstance
from orapp.storage.archive import SqlArchive
from orapp.storage.archives import SqlArchives
from orapp.storage.places import PlaceKind, network_of, synchronised_by, unsafe_place
from tests.storage.material import PASSPHRASE, FixedClock, make_archives, sample_dossier, small_council

if TYPE_CHECKING:
    from collections.abc import Iterator

PRESSED = Path(__file__).parent / "pressed_writer.py"


def pressed(how: str, path: Path) -> list[str]:
    """What a process reports that writes under pressure: without rights, or with too little room."""
    done = subprocess.run(
        [sys.executable, str(PRESSED), how, str(path)], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.fixture
def filled(archive: SqlArchive) -> SqlArchive:
    with archive.write("S") as work:
        work.add(sample_dossier())
    archive.close()
    return archive


@pytest.mark.usefixtures("real_key")
def test_a_folder_that_may_not_be_written(filled: SqlArchive) -> None:
    # A folder of its own: another run of pytest closes the folder of all runs to others at any moment.
    with tempfile.TemporaryDirectory(prefix="orapp-tests-") as place:
        own = Path(place) / "raad.orarchief"
        shutil.copy(filled.path, own)
        own.chmod(0o444)
        Path(place).chmod(0o555)
        told = pressed("unprivileged", own)
        Path(place).chmod(0o755)
        assert own.read_bytes() == filled.path.read_bytes()
    assert told == ["archive.read_only_medium", "2026-001", "archive.read_only_medium", "archive.folder_read_only"]


@pytest.mark.usefixtures("real_key")
def test_a_disk_that_fills_up(filled: SqlArchive, archives: SqlArchives) -> None:
    told = pressed("full", filled.path)
    assert told[-2:] in (["archive.disk_full", "kept"], ["archive.disk_failed", "kept"])
    after = archives.open(filled.path, PASSPHRASE)
    with after.read() as reader:
        assert reader.dossier("2026-001").title == told[-3].replace("_", " ")
    assert after.verify().findings == ()
    after.close()
    assert [found.name for found in filled.path.parent.iterdir()] == [filled.path.name]


@contextmanager
def small_disk(place: Path, size: str) -> Iterator[Path]:
    """A file system of its own of a few megabytes."""
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def can_mount(place: Path) -> bool:
    if os.name == "nt" or os.geteuid() != 0:
        return False
    place.mkdir()
    tried = subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(place)], check=False, capture_output=True)
    if tried.returncode == 0:
        subprocess.run(["umount", str(place)], check=True)
    return tried.returncode == 0


def test_a_small_file_system_that_fills_up(archives: SqlArchives, tmp_path: Path) -> None:
    """On a mounted file system where that is possible; where it is not, the limited process above stands for it."""
    if not can_mount(tmp_path / "proef"):
        return
    with small_disk(tmp_path / "schijf", "2m") as disk:
        opened = archives.create(disk / "vol.orarchief", PASSPHRASE, small_council(), "S")
        with opened.write("S") as work:
            work.add(sample_dossier())
        with pytest.raises(Circumstance) as refused, opened.write("S") as work:
            work.put_file([os.urandom(4_000_000)], "groot", "application/octet-stream")
        assert refused.value.code == "archive.disk_full"
        with pytest.raises(Circumstance) as refused:
            archives.create(disk / "tweede.orarchief", PASSPHRASE, small_council(), "S").backup(disk / "x" / "y.orarchief")
        assert refused.value.code == "archive.disk_full"
        with opened.write("S") as work:
            loaded = work.dossier("2026-001")
            work.save(loaded, replace(loaded, title="Past nog"))
        opened.close()
        for left in archives._open:
            left.close()
        again = archives.open(disk / "vol.orarchief", PASSPHRASE, read_only=True)
        with again.read() as reader:
            assert reader.dossier("2026-001").title == "Past nog"
        assert again.verify().findings == ()
        again.close()


def test_an_archive_on_a_medium_that_cannot_be_written(
    filled: SqlArchive, archives: SqlArchives, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It reads, verifies, and gives a backup elsewhere; nothing is tried on the medium itself."""
    before = filled.path.read_bytes()
    medium = filled.path.parent
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: not str(path).startswith(str(medium)) and allowed(path, mode))
    opened = archives.open(filled.path, PASSPHRASE)
    assert opened.read_only_because == ("archive.read_only_medium", {"path": str(filled.path)})
    assert opened.verify().findings == ()
    made = opened.backup(tmp_path / "kopie.orarchief")
    assert opened.backup_if_due(archives._around.clock.today()) is None
    with pytest.raises(Circumstance) as refused:
        opened.change_passphrase(PASSPHRASE, "een nieuwe lange wachtzin")
    assert refused.value.code == "archive.read_only_medium"
    opened.close()
    assert filled.path.read_bytes() == before
    assert [found.name for found in medium.iterdir()] == [filled.path.name]
    assert title_in(Path(made.path)) == "Verhuizing naar gebouw 1"


MOUNTS = """
sysfs /sys sysfs rw 0 0
/dev/sda1 / ext4 rw 0 0
server:/or /mnt/delen nfs4 rw 0 0
//server/or /mnt/met\\040spatie cifs rw 0 0
/dev/sdb1 /mnt/delen/stick vfat rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/mnt/delen/or", "nfs4"),
        ("/mnt/delen", "nfs4"),
        ("/mnt/met spatie/or", "cifs"),
        ("/mnt/delen/stick/or", ""),
        ("/mnt/delenx", ""),
        ("/srv/or", ""),
    ],
)
def test_network_disks_are_known_by_their_mount(folder: str, kind: str) -> None:
    assert network_of(Path(folder), MOUNTS) == kind


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive - Gemeente Voorbeeldstad/OR", "OneDrive"),
        ("OneDrive", "OneDrive"),
        ("Dropbox (OR)/archief", "Dropbox"),
        ("Mijn Drive", "Google Drive"),
        ("Nextcloud/or", "Nextcloud"),
        ("iCloudDrive", "iCloud Drive"),
        ("Documenten/over OneDrive gesproken", ""),
        ("Documenten/or", ""),
    ],
)
def test_synchronised_folders_are_known_by_their_name(tmp_path: Path, folder: str, service: str) -> None:
    place = tmp_path / folder
    place.mkdir(parents=True)
    assert synchronised_by(place) == service


def test_synchronised_folders_are_known_by_their_marks(tmp_path: Path) -> None:
    place = tmp_path / "mijn wolk" / "or"
    place.mkdir(parents=True)
    assert unsafe_place(place / "a.orarchief", mounts="") is None
    (tmp_path / "mijn wolk" / ".sync_1f2e.db").touch()
    found = unsafe_place(place / "a.orarchief", mounts="")
    assert found is not None
    assert (found.kind, found.by) == (PlaceKind.SYNCHRONISED, "Nextcloud")


@pytest.fixture
def cloud(tmp_path: Path, clock: FixedClock) -> tuple[SqlArchives, Path]:
    """An archive in a synchronised folder, and archives that work on local copies."""
    folder = tmp_path / "OneDrive - Voorbeeldstad"
    plain = make_archives(clock=clock)
    made = plain.create(folder / "raad.orarchief", PASSPHRASE, small_council(), "S")
    assert made.place_warning is not None
    assert made.place_warning[0] == "archive.place_synchronised"
    with made.write("S") as work:
        work.add(sample_dossier())
    made.close()
    return make_archives(clock=clock, working_folder=tmp_path / "werk", identities_from=900), made.path


def retitle(archive: SqlArchive, title: str) -> None:
    with archive.write("S") as work:
        loaded = work.dossier("2026-001")
        work.save(loaded, replace(loaded, title=title))


def title_in(path: Path) -> str:
    looking = make_archives().open(path, PASSPHRASE, read_only=True)
    with looking.read() as reader:
        found = reader.dossier("2026-001").title
    looking.close()
    return found


def warning(archive: SqlArchive) -> str:
    assert archive.place_warning is not None
    return archive.place_warning[0]


def test_a_synchronised_archive_is_worked_on_as_a_copy(cloud: tuple[SqlArchives, Path]) -> None:
    archives, path = cloud
    opened = archives.open(path, PASSPHRASE)
    assert warning(opened) == "archive.copy_synchronised"
    assert opened.path == path
    retitle(opened, "In de kopie")
    assert [found.name for found in path.parent.iterdir()] == [path.name]
    assert title_in(path) == "Verhuizing naar gebouw 1"
    opened.close()
    again = archives.open(path, PASSPHRASE)
    assert warning(again) == "archive.copy_ahead"
    again.bring_back()
    assert title_in(path) == "In de kopie"
    retitle(again, "Nog eens")
    again.bring_back()
    again.close()
    assert title_in(path) == "Nog eens"
    fresh = archives.open(path, PASSPHRASE)
    assert warning(fresh) == "archive.copy_synchronised"
    assert fresh.verify().findings == ()
    fresh.close()


def test_without_a_copy_there_is_no_log_beside_it(cloud: tuple[SqlArchives, Path], clock: FixedClock) -> None:
    _, path = cloud
    opened = make_archives(clock=clock, identities_from=7000).open(path, PASSPHRASE)
    retitle(opened, "Ter plaatse")
    assert not path.with_name(path.name + "-wal").exists()
    with opened.read() as reader:
        assert reader.dossier("2026-001").title == "Ter plaatse"
    opened.close()
    assert title_in(path) == "Ter plaatse"


def test_nothing_is_brought_back_over_somebody_elses_work(cloud: tuple[SqlArchives, Path]) -> None:
    archives, path = cloud
    opened = archives.open(path, PASSPHRASE)
    retitle(opened, "In de kopie")
    elsewhere = make_archives(identities_from=5000).open(path, PASSPHRASE)
    retitle(elsewhere, "Van een ander")
    elsewhere.close()
    with pytest.raises(Circumstance) as refused:
        opened.bring_back()
    assert refused.value.code == "archive.original_changed"
    opened.close()
    assert title_in(path) == "Van een ander"
    both = archives.open(path, PASSPHRASE)
    assert warning(both) == "archive.copy_both_changed"
    both.close()


def test_a_copy_without_changes_follows_the_original(cloud: tuple[SqlArchives, Path]) -> None:
    archives, path = cloud
    archives.open(path, PASSPHRASE).close()
    elsewhere = make_archives(identities_from=5000).open(path, PASSPHRASE)
    retitle(elsewhere, "Van een ander")
    elsewhere.close()
    opened = archives.open(path, PASSPHRASE)
    assert warning(opened) == "archive.copy_synchronised"
    with opened.read() as reader:
        assert reader.dossier("2026-001").title == "Van een ander"
    opened.close()


def test_what_is_worked_on_directly_has_nothing_to_bring_back(archive: SqlArchive) -> None:
    with pytest.raises(Circumstance) as refused:
        archive.bring_back()
    assert refused.value.code == "archive.no_working_copy"
