"""Archives for the stories: a demo that nobody changes, and copies of it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from orapp.app import wiring
from orapp.system.clock import SystemClock
from tests.e2e.commands import TODAY, Desk, NearDesk

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> wiring.Program:
    """One program for all commands that need no process of their own, on the day of the demo."""
    built = wiring.build_under(tmp_path_factory.mktemp("program"))
    return replace(built, clock=SystemClock(fixed=date.fromisoformat(TODAY)))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Commands in processes of their own."""
    return Desk(tmp_path)


@pytest.fixture
def near(tmp_path: Path, program: wiring.Program) -> NearDesk:
    """Commands in this process."""
    return NearDesk(tmp_path, program)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory, program: wiring.Program) -> Path:
    """A demo archive that no test changes."""
    folder = tmp_path_factory.mktemp("demo")
    NearDesk(folder, program).well("demo", "demo.orarchief")
    return folder / "demo.orarchief"


@pytest.fixture
def archive(demo: Path, tmp_path: Path) -> Path:
    """A demo archive of this test's own."""
    own = tmp_path / "or.orarchief"
    shutil.copy(demo, own)
    return own
