"""Archives for the stories: a demo that nobody changes, and copies of it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.e2e.commands import Desk

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo archive that no test changes."""
    folder = tmp_path_factory.mktemp("demo")
    Desk(folder).well("demo", "demo.orarchief")
    return folder / "demo.orarchief"


@pytest.fixture
def archive(demo: Path, desk: Desk) -> Path:
    """A demo archive of this test's own."""
    own = desk.folder / "or.orarchief"
    shutil.copy(demo, own)
    return own
