"""The real window on a real archive of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from orapp.app import wiring
from tests.e2e.commands import PASSPHRASE, NearDesk
from tests.keys_once import keys_once
from tests.read_once import program_on
from tests.stage import Stage, staged
from tests.ui.conftest import DEMO_DAY

SIZE = (1366, 768)


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> wiring.Program:
    """The program itself, in folders of this run, on the day of the demo."""
    return program_on(DEMO_DAY, tmp_path_factory.mktemp("program"))


@pytest.fixture(autouse=True)
def quick_keys() -> Iterator[None]:
    """Copies of the demo have its salt."""
    with keys_once():
        yield


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
