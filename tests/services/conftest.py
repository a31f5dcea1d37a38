"""A desk on a copy, the test's own, of a demo archive that is made once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from orapp.app import wiring
from orapp.services.desk import Desk
from orapp.storage import keys
from tests.read_once import program_on

PASSPHRASE = "paard vijver lamp fiets"
DEMO_DAY = date(2026, 11, 21)


def program_under(folder: Path) -> wiring.Program:
    """The program with its folders there, on the day of the demo."""
    return program_on(DEMO_DAY, folder)


@contextmanager
def few_rounds() -> Iterator[None]:
    """Few rounds of derivation, so that a test does not wait a fifth of a second for every key."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "ITERATIONS", 1000)
        yield


@pytest.fixture(autouse=True)
def quick_keys() -> Iterator[None]:
    """Every test here; the tests of other folders in the same process have SQLCipher's own number."""
    with few_rounds():
        yield


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with the demo dossiers that no test changes."""
    folder = tmp_path_factory.mktemp("demo")
    program = program_under(folder)
    with few_rounds():
        archive = program.archives.create(folder / "or.orarchief", PASSPHRASE, program.demo_content().council, "secretaris")
        program.desk(archive).demo.fill("secretaris")
        archive.close()
    return archive.path


@pytest.fixture
def program(tmp_path: Path) -> wiring.Program:
    """The program in folders of this test."""
    return program_under(tmp_path)


@pytest.fixture
def desk(demo: Path, program: wiring.Program, tmp_path: Path) -> Iterator[Desk]:
    """The services of an archive with the demo dossiers."""
    own = tmp_path / "or.orarchief"
    shutil.copy(demo, own)
    archive = program.archives.open(own, PASSPHRASE, person="secretaris")
    yield program.desk(archive)
    archive.close()
