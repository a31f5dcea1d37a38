"""Opening a file uses the user's own program, and only for what is on this machine."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from orapp.services.failures import Circumstance
from orapp.system import opening


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    commands: list[list[str]] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}" if name == "gio" else None)

    class Started:
        """An opener that found a program and stays as long as that runs."""

        def __init__(self, command: list[str], **_: object) -> None:
            commands.append(command)

        def wait(self, timeout: float) -> int:
            raise subprocess.TimeoutExpired(commands[-1], timeout)

    monkeypatch.setattr(subprocess, "Popen", Started)
    return commands


def test_the_first_program_that_is_there_opens_it(tmp_path: Path, started: list[list[str]]) -> None:
    file = tmp_path / "brief met spatie.docx"
    file.write_bytes(b"x")
    opening.open_file(file)
    assert started == [["/bin/gio", "open", str(file)]]


@pytest.mark.parametrize("name", ["weg.docx", "https:/example.org"])
def test_what_is_not_here_is_not_opened(tmp_path: Path, started: list[list[str]], name: str) -> None:
    with pytest.raises(Circumstance) as failure:
        opening.open_file(tmp_path / name)
    assert failure.value.code == "open.missing"
    assert not started


def test_without_a_program_it_is_said(tmp_path: Path, started: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(Circumstance) as failure:
        opening.open_file(tmp_path)
    assert failure.value.code == "open.no_program"
    assert not started


def _opener(folder: Path, name: str, words: str) -> None:
    script = folder / name
    script.write_text(f"#!/bin/sh\n{words}\n", encoding="utf-8")
    script.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="the openers of Linux are small programs of a shell")
def test_an_opener_that_finds_no_program_is_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """xdg-open ends with 3 where no program opens the file."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: str(tmp_path / name))
    file = tmp_path / "brief.docx"
    file.write_bytes(b"x")
    _opener(tmp_path, "xdg-open", "exit 3")
    _opener(tmp_path, "gio", "exit 2")
    with pytest.raises(Circumstance) as failure:
        opening.open_file(file)
    assert failure.value.code == "open.no_program"
    assert failure.value.fields["path"] == str(file)
    _opener(tmp_path, "gio", f'printf "%s" "$2" > "{tmp_path}/opened"')
    opening.open_file(file)
    assert (tmp_path / "opened").read_text(encoding="utf-8") == str(file)
