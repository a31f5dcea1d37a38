"""The window opens where it will be seen, and nowhere else."""

from __future__ import annotations

import sys

import pytest

import orapp
from orapp.app.main import main
from orapp.app.starting import has_display


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")


def test_linux_needs_a_display() -> None:
    assert not has_display()


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_either_kind_of_display_will_do(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, ":0")
    assert has_display()


def test_an_empty_name_is_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", "")
    assert not has_display()


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "offscreen:enable_fonts"])
def test_drawing_offscreen_is_not_seen(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert not has_display()


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_have_one(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert has_display()


def test_the_version_is_that_of_the_project(capsys: pytest.CaptureFixture[str], pytestconfig: pytest.Config) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"orapp {orapp.__version__}\n"
    project = (pytestconfig.rootpath / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{orapp.__version__}"' in project
