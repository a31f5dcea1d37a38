"""An archive in a synchronised folder: the work is done on a local copy and brought back at the end of each command."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from orapp.services.failures import Circumstance
from orapp.services.leaving import leave
from tests.e2e.commands import HOUSING, PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path

    from orapp.app.wiring import Program
    from tests.e2e.commands import NearDesk


def test_what_is_imported_stands_in_the_folder_itself_afterwards(demo: Path, near: NearDesk, tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    near.well("new", "OneDrive/or.orarchief")
    near.well("export", str(demo), HOUSING, "dossier.json")
    done = near.run("import", "OneDrive/or.orarchief", "dossier.json")
    assert done.code == 0
    assert "OneDrive" in done.err
    assert [path.name for path in folder.iterdir() if not path.name.startswith(".")] == ["or.orarchief"]
    elsewhere = tmp_path / "elders.orarchief"
    shutil.copy(folder / "or.orarchief", elsewhere)
    assert HOUSING in near.well("dossiers", str(elsewhere)).out


def test_a_change_from_elsewhere_is_not_overwritten(demo: Path, near: NearDesk, program: Program, tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    original = folder / "or.orarchief"
    shutil.copy(demo, original)
    archive = program.archives.open(original, PASSPHRASE, person="secretaris")
    desk = program.desk(archive)
    view = desk.dossiers.view(HOUSING)
    desk.dossiers.bin(view.dossier.reference, "secretaris")
    other = tmp_path / "ander.orarchief"
    shutil.copy(demo, other)
    near.well("import", str(other), str(_small(near, other)), "--same", "copy")
    original.write_bytes(other.read_bytes())
    theirs = original.read_bytes()
    with pytest.raises(Circumstance) as raised:
        leave(archive)
    assert raised.value.code == "archive.original_changed"
    assert original.read_bytes() == theirs


def _small(near: NearDesk, archive: Path) -> Path:
    near.well("export", str(archive), "2026-001", "klein.json")
    return archive.parent / "klein.json"
