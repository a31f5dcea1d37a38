"""Folders are the user's own, and a device keeps its identity."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from orapp.services.failures import Circumstance
from orapp.system.places import Places, made
from orapp.system.writing import write_bytes


def test_the_folders_of_the_user_are_four_places_of_this_program() -> None:
    places = Places.of_user()
    assert "orapp" in places.data.parts
    assert len({places.data, places.config, places.log, places.cache}) == 4


def test_a_device_is_written_down_once(tmp_path: Path) -> None:
    places = Places.under(tmp_path)
    first = places.device("een")
    assert first.id == "een"
    assert first.name
    assert places.device("twee") == first


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"id": 3}', '{"id": "", "name": "x"}', "\xff"])
def test_a_broken_device_file_gives_a_new_identity(tmp_path: Path, broken: str) -> None:
    places = Places.under(tmp_path)
    made(places.data)
    (places.data / "apparaat.json").write_bytes(broken.encode("latin-1"))
    assert places.device("nieuw").id == "nieuw"
    assert places.device("ander").id == "nieuw"


@pytest.mark.parametrize("target", ["file", "file/deeper"])
def test_a_folder_that_cannot_be_made_is_a_circumstance(tmp_path: Path, target: str) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(Circumstance) as failure:
        made(tmp_path / target)
    assert failure.value.code == "places.unwritable"


def test_writing_replaces_whole_and_leaves_nothing_beside(tmp_path: Path) -> None:
    target = tmp_path / "x.json"
    write_bytes(target, b"een")
    write_bytes(target, b"twee")
    assert target.read_bytes() == b"twee"
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]


def test_what_is_written_is_for_this_user_only(tmp_path: Path) -> None:
    target = tmp_path / "x.json"
    write_bytes(target, b"een")
    folder = made(tmp_path / "eigen")
    if sys.platform != "win32":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) & 0o077 == 0


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "x.json"
    write_bytes(target, b"een")

    def full(_: int) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Circumstance):
        write_bytes(target, b"twee")
    assert target.read_bytes() == b"een"
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]
