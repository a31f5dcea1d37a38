"""A file that is written stands there whole, or what stood there stays."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from orapp.services.failures import Circumstance
from orapp.system import writing


def test_a_document_replaces_what_stood_there_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_bytes(b"oud")
    writing.write_document(path, b"nieuw")
    assert path.read_bytes() == b"nieuw"
    assert [one.name for one in tmp_path.iterdir()] == ["lijst.csv"]


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_what_fails_half_way_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(b"oud")

    def refuse(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, failing, refuse)
    with pytest.raises(OSError, match="No space"):
        writing.write_document(path, b"nieuw")
    with pytest.raises(Circumstance):
        writing.write_bytes(path, b"nieuw")
    monkeypatch.undo()
    assert path.read_bytes() == b"oud"
    assert [one.name for one in tmp_path.iterdir()] == ["brief.docx"]


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files as POSIX knows them")
def test_a_document_keeps_the_rights_of_the_file_it_replaces_and_a_setting_is_private(tmp_path: Path) -> None:
    shared, private = tmp_path / "lijst.csv", tmp_path / "instellingen.toml"
    shared.write_bytes(b"oud")
    shared.chmod(0o640)
    writing.write_document(shared, b"nieuw")
    writing.write_text(private, "x")
    assert shared.stat().st_mode & 0o777 == 0o640
    assert private.stat().st_mode & 0o777 == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "echt.csv", tmp_path / "naar.csv"
    target.write_bytes(b"oud")
    link.symlink_to(target)
    writing.write_document(link, b"nieuw")
    assert link.is_symlink()
    assert target.read_bytes() == b"nieuw"
