"""Key, trial and restore on real archives, as the settings screen uses them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from orapp.exchange.council_json import JsonCouncils
from orapp.services.backups import BackupService, RestoreService
from orapp.services.council import CouncilService
from orapp.services.failures import Circumstance, Refusal
from orapp.services.keys import KeyringState, KeyService
from orapp.storage.archive import SqlArchive
from orapp.storage.archives import SqlArchives
from orapp.system.key_store import AskingKeyring
from tests.services.test_logos import png
from tests.storage.material import PASSPHRASE, FixedClock, MemoryKeyring, small_council

NEW = "zes andere woorden voor dit archief"


class Ring(MemoryKeyring):
    """A keyring that tells its state in the words of the port."""

    def state(self) -> str:
        return "refused" if self.refuses else "available"


@pytest.fixture
def keyring() -> MemoryKeyring:
    return Ring()


@pytest.fixture
def keys(path: Path, archives: SqlArchives, keyring: MemoryKeyring) -> KeyService:
    return KeyService(path, lambda: archives, keyring, lambda _path, _words: ())


@pytest.fixture
def restoring(path: Path, archives: SqlArchives, tmp_path: Path) -> RestoreService:
    return RestoreService(path, lambda: archives, lambda: tmp_path / "privé")


def renamed(archive: SqlArchive, name: str) -> None:
    council = CouncilService(archive, JsonCouncils())
    before = council.read()
    council.save(before, replace(before, name=name), "S. Secretaris")


def test_a_trial_tells_what_stands_in_a_backup_and_leaves_nothing(
    archive: SqlArchive, restoring: RestoreService, tmp_path: Path
) -> None:
    made = archive.backup(tmp_path / "kopie.orarchief")
    found = restoring.trial(Path(made.path), PASSPHRASE)
    assert found.council == small_council().name
    assert found.findings == ()
    assert (found.dossiers, found.letters) == (0, 0)
    assert found.journal_rows > 0
    assert not (tmp_path / "privé" / "proefherstel").exists()


@pytest.mark.parametrize("harm", ["cut", "overwritten", "gone"])
def test_a_damaged_backup_fails_its_trial_and_leaves_nothing(
    archive: SqlArchive, restoring: RestoreService, tmp_path: Path, harm: str
) -> None:
    backup = Path(archive.backup(tmp_path / "kopie.orarchief").path)
    data = backup.read_bytes()
    if harm == "cut":
        backup.write_bytes(data[: len(data) // 2])
    elif harm == "overwritten":
        middle = len(data) // 2
        backup.write_bytes(data[:middle] + bytes(64) + data[middle + 64 :])
    else:
        backup.unlink()
    with pytest.raises(Circumstance) as failure:
        restoring.trial(backup, PASSPHRASE)
    assert failure.value.fields["path"] == str(backup)
    assert not (tmp_path / "privé" / "proefherstel").exists()


def test_a_trial_with_a_wrong_passphrase_names_the_backup(archive: SqlArchive, restoring: RestoreService, tmp_path: Path) -> None:
    backup = Path(archive.backup(tmp_path / "kopie.orarchief").path)
    with pytest.raises(Circumstance) as failure:
        restoring.trial(backup, NEW)
    assert failure.value.code == "archive.wrong_key"
    assert failure.value.fields["path"] == str(backup)


def test_a_restored_backup_takes_the_place_and_the_present_archive_stays_aside(
    archive: SqlArchive, archives: SqlArchives, restoring: RestoreService, path: Path, tmp_path: Path
) -> None:
    backup = Path(archive.backup(tmp_path / "kopie.orarchief").path)
    renamed(archive, "OR van later")
    archive.close()
    aside = restoring.restore(backup, PASSPHRASE)
    assert aside != path
    back, kept = archives.open(path, PASSPHRASE), archives.open(aside, PASSPHRASE, read_only=True)
    try:
        assert CouncilService(back, JsonCouncils()).read().name == small_council().name
        assert CouncilService(kept, JsonCouncils()).read().name == "OR van later"
    finally:
        back.close()
        kept.close()


def test_a_restore_is_refused_while_the_archive_is_open(archive: SqlArchive, restoring: RestoreService, tmp_path: Path) -> None:
    backup = Path(archive.backup(tmp_path / "kopie.orarchief").path)
    with pytest.raises(Circumstance) as failure:
        restoring.restore(backup, PASSPHRASE)
    assert failure.value.code == "archive.in_use"


def test_another_passphrase_opens_and_earlier_backups_keep_the_old_one(
    archive: SqlArchive, archives: SqlArchives, keys: KeyService, restoring: RestoreService, tmp_path: Path, path: Path
) -> None:
    backup = Path(archive.backup(tmp_path / "kopie.orarchief").path)
    keys.check(PASSPHRASE)
    with pytest.raises(Circumstance):
        keys.check(NEW)
    archive.close()
    keys.change(PASSPHRASE, NEW, "S. Secretaris")
    keys.check(NEW)
    archives.open(path, NEW).close()
    assert restoring.trial(backup, PASSPHRASE).findings == ()


def test_the_keyring_keeps_and_forgets_and_may_refuse(archive: SqlArchive, keys: KeyService, keyring: MemoryKeyring) -> None:
    assert not keys.state().kept
    assert keys.keep(PASSPHRASE).kept
    with pytest.raises(Circumstance):
        keys.keep(NEW)
    assert not keys.forget().kept
    keyring.refuses = True
    assert keys.state().keyring is KeyringState.REFUSED


def test_a_keyring_is_passed_by_while_the_person_wants_to_be_asked() -> None:
    inner, asked = Ring(), [False]
    ring = AskingKeyring(inner, lambda: asked[0])
    assert ring.put("zout", "sleutel")
    assert ring.get("zout") == "sleutel"
    asked[0] = True
    assert ring.get("zout") is None
    assert not ring.put("zout", "andere")
    assert ring.forget("zout")
    assert inner.keys == {}


def test_arrangement_and_trial_are_kept_in_the_archive(archive: SqlArchive, clock: FixedClock, tmp_path: Path) -> None:
    backups = BackupService(archive)
    assert backups.arrangement().folder is None
    backups.arrange("S. Secretaris", folder=tmp_path, most_bytes=5 * 1024 * 1024)
    backups.note_trial("S. Secretaris", clock.today(), "kopie.orarchief")
    found = backups.arrangement()
    assert (found.folder, found.most_bytes) == (tmp_path, 5 * 1024 * 1024)
    assert (found.tried_on, found.tried_name) == (clock.today(), "kopie.orarchief")
    backups.arrange("S. Secretaris", usual_folder=True)
    assert backups.arrangement().folder is None
    with pytest.raises(Refusal):
        backups.arrange("S. Secretaris", most_bytes=1)


def test_a_logo_is_kept_with_the_council_and_its_file_goes_without_it(archive: SqlArchive) -> None:
    council = CouncilService(archive, JsonCouncils())
    data = png(64, 16)
    council.save_logo(council.read(), data, "logo.png", "S. Secretaris")
    assert council.logo() == data
    assert JsonCouncils().read(council.export()).logo is None
    taken = council.taken_over(council.read(), council.export())
    assert taken.logo is not None
    with pytest.raises(Refusal):
        council.save_logo(council.read(), b"geen beeld", "x.png", "S. Secretaris")
