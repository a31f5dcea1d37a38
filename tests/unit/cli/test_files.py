"""A command writes a file whole or not at all, and overwrites nothing unasked."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from orapp.cli import files
from orapp.services.failures import Circumstance, Failure, Refusal


def code_of(failure: pytest.ExceptionInfo[Failure]) -> str:
    return failure.value.code


def test_a_file_is_written_and_read(tmp_path: Path) -> None:
    files.write(tmp_path / "x.json", b"een", force=False)
    assert files.read(tmp_path / "x.json") == b"een"
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    target = tmp_path / "x.json"
    target.write_bytes(b"oud")
    with pytest.raises(Refusal) as failure:
        files.free(target, force=False)
    assert code_of(failure) == "cli.file_exists"
    with pytest.raises(Refusal):
        files.write(target, b"nieuw", force=False)
    assert target.read_bytes() == b"oud"
    files.write(files.free(target, force=True), b"nieuw", force=True)
    assert target.read_bytes() == b"nieuw"
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]


def test_a_link_to_nowhere_counts_as_a_file(tmp_path: Path) -> None:
    (tmp_path / "x.json").symlink_to(tmp_path / "weg")
    with pytest.raises(Refusal):
        files.free(tmp_path / "x.json", force=False)


@pytest.mark.parametrize(
    ("name", "code"),
    [("weg/x.json", "cli.folder_missing"), ("map", "cli.file_is_folder"), ("bestand/x.json", "cli.folder_missing")],
)
def test_where_nothing_can_be_written(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "bestand").write_bytes(b"x")
    with pytest.raises(Circumstance) as failure:
        files.free(tmp_path / name, force=False)
    assert code_of(failure) == code


@pytest.mark.parametrize(
    ("name", "code"), [("weg", "cli.file_missing"), ("map", "cli.file_is_folder"), ("bestand/x", "cli.file_missing")]
)
def test_where_nothing_can_be_read(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "bestand").write_bytes(b"x")
    with pytest.raises(Circumstance) as failure:
        files.read(tmp_path / name)
    assert code_of(failure) == code


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a POSIX system")
def test_a_pipe_is_read_but_is_no_archive(tmp_path: Path) -> None:
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    assert files.existing(pipe, pipes=True) == pipe
    for place in (pipe, Path(os.devnull)):
        with pytest.raises(Circumstance) as failure:
            files.existing(place)
        assert code_of(failure) == "cli.file_unreadable"


def test_a_name_that_is_too_long_is_said(tmp_path: Path) -> None:
    with pytest.raises(Circumstance) as failure:
        files.read(tmp_path / ("x" * 400))
    assert code_of(failure) == "cli.file_unreadable"


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Circumstance) as failure:
        files.write(tmp_path / "x.json", b"een", force=False)
    assert failure.value.fields["reason"] == "de schijf is vol"
    assert not list(tmp_path.iterdir())


def test_the_archive_itself_is_never_the_target(tmp_path: Path) -> None:
    archive = tmp_path / "or.orarchief"
    archive.write_bytes(b"x")
    (tmp_path / "link").symlink_to(archive)
    with pytest.raises(Refusal) as failure:
        files.different(tmp_path / "link", archive)
    assert code_of(failure) == "cli.same_file"
    assert files.different(tmp_path / "ander", archive) == tmp_path / "ander"


def test_a_rare_reason_gives_the_number() -> None:
    assert files.reason(OSError(errno.ETIMEDOUT, "x")) == f"fout {errno.ETIMEDOUT} van het systeem"
