"""A file that is moved, removed or replaced beneath an open archive, and half characters: refused in words, nothing half."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from orapp.services.failures import Circumstance, Refusal
from orapp.services.rows import FULL_VIEW, DossierQuery
from orapp.storage.archive import SqlArchive
from orapp.storage.archives import SqlArchives
from tests.storage.material import PASSPHRASE, sample_dossier


@pytest.fixture
def filled(archive: SqlArchive) -> SqlArchive:
    with archive.write("S") as work:
        work.add(sample_dossier())
    return archive


def entitle(archive: SqlArchive, title: str, person: str = "S") -> None:
    with archive.write(person) as work:
        loaded = work.dossier("2026-001")
        work.save(loaded, replace(loaded, title=title))


def refused(archive: SqlArchive) -> str:
    with pytest.raises(Circumstance) as circumstance:
        entitle(archive, "Komt nergens terecht")
    return circumstance.value.code


def test_a_file_that_was_moved_takes_no_more_until_it_is_back(filled: SqlArchive, archives: SqlArchives, tmp_path: Path) -> None:
    if sys.platform == "win32":
        with pytest.raises(PermissionError):
            filled.path.rename(tmp_path / "elders.orarchief")
        return
    entitle(filled, "Bewaard")
    filled.path.rename(tmp_path / "elders.orarchief")
    assert refused(filled) == "archive.moved"
    shutil.copy(tmp_path / "elders.orarchief", filled.path)
    assert refused(filled) == "archive.moved"
    (tmp_path / "elders.orarchief").replace(filled.path)
    entitle(filled, "Ging verder")
    filled.close()
    again = archives.open(filled.path, PASSPHRASE)
    with again.read() as reader:
        assert reader.dossier("2026-001").title == "Ging verder"
    assert again.verify().findings == ()
    again.close()


def test_half_characters_are_refused_wherever_they_come(filled: SqlArchive) -> None:
    half = "weergave \ud83d"
    with pytest.raises(Refusal) as refusal, filled.write("S") as work:
        work.put_setting(half, "waarde")
    assert refusal.value.code == "text.not_storable"
    with pytest.raises(Refusal) as refusal, filled.write("S") as work:
        work.put_setting("sleutel", half)
    assert refusal.value.code == "text.not_storable"
    with pytest.raises(Refusal) as refusal:
        entitle(filled, "Iets anders", half)
    assert refusal.value.code == "text.not_storable"
    with pytest.raises(Refusal) as refusal, filled.write("S") as work:
        work.destroy_dossier(sample_dossier().id, half)
    assert refusal.value.code == "text.not_storable"
    with filled.read() as reader:
        assert reader.dossier("2026-001").title == sample_dossier().title
        assert not reader.settings()
        assert len(reader.dossiers(DossierQuery(), FULL_VIEW).rows) == 1
