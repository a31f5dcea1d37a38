"""Archives for the stories: a demo that nobody changes, and copies of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import keyring
import pytest
from keyring.backend import KeyringBackend
from typing_extensions import override

from orapp.app import wiring
from tests.e2e.commands import TODAY, Desk, NearDesk
from tests.keys_once import keys_once
from tests.read_once import program_on

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> wiring.Program:
    """One program for all commands that need no process of their own, on the day of the demo."""
    return program_on(date.fromisoformat(TODAY), tmp_path_factory.mktemp("program"))


@pytest.fixture(autouse=True)
def quick_keys() -> Iterator[None]:
    """Every command in this process; one in a process of its own derives its key as always."""
    with keys_once():
        yield


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


class MemoryKeyring(KeyringBackend):
    """A keyring that forgets at the end."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], str] = {}

    @override
    def get_password(self, service: str, username: str) -> str | None:
        return self._kept.get((service, username))

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self._kept[service, username] = password

    @override
    def delete_password(self, service: str, username: str) -> None:
        del self._kept[service, username]


@pytest.fixture
def keyring_in_memory() -> Iterator[None]:
    """A keyring that works, for one test."""
    before = keyring.get_keyring()
    keyring.set_keyring(MemoryKeyring())
    yield
    keyring.set_keyring(before)
