"""The real window on a real archive of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from orapp.app import wiring
from orapp.system.clock import SystemClock
from tests.e2e.commands import PASSPHRASE, NearDesk
from tests.stage import Stage, staged
from tests.ui.conftest import DEMO_DAY

SIZE = (1366, 768)


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> wiring.Program:
    """The program itself, in folders of this run, on the day of the demo."""
    return replace(wiring.build_under(tmp_path_factory.mktemp("program")), clock=SystemClock(fixed=DEMO_DAY))


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory, program: wiring.Program) -> Path:
    """A demo archive that no test changes."""
    folder = tmp_path_factory.mktemp("demo")
    NearDesk(folder, program).well("demo", "demo.orarchief")
    return folder / "demo.orarchief"


@pytest.fixture
def own(demo: Path, tmp_path: Path) -> Path:
    """An archive of this test's own."""
    folder = tmp_path / "archief"
    folder.mkdir()
    return Path(shutil.copy(demo, folder / "raad.orarchief"))


@pytest.fixture
def stage(program: wiring.Program, own: Path) -> Iterator[Stage]:
    """The window, open on that archive."""
    with staged(program, SIZE, rest_ms=0) as made:
        made.open(own, PASSPHRASE)
        yield made
