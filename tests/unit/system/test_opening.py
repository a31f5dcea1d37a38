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
    monkeypatch.setattr(subprocess, "Popen", lambda command, **_: commands.append(command))
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
