"""The law from the project's own data files, read once."""

from __future__ import annotations

import copy
import tomllib
from pathlib import Path
from typing import Any

import pytest

from orapp.law.book import LawBook, load

FOLDER = Path(__file__).parents[3] / "resources" / "law"
Files = dict[str, dict[str, Any]]


@pytest.fixture(scope="session")
def law_files() -> Files:
    """The parsed files by stem; treat as read-only."""
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.toml"))}


@pytest.fixture
def own_files(law_files: Files) -> Files:
    """A copy that a test may spoil."""
    return copy.deepcopy(law_files)


@pytest.fixture(scope="session")
def book(law_files: Files) -> LawBook:
    """The law as the program has it."""
    return load(law_files)
