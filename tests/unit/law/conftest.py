"""The law as fixtures."""

from __future__ import annotations

import copy

import pytest

from orapp.law.book import LawBook
from tests.unit.law.data import Files, the_book, the_files


@pytest.fixture(scope="session")
def law_files() -> Files:
    """The parsed files by stem; treat as read-only."""
    return the_files()


@pytest.fixture
def own_files() -> Files:
    """A copy that a test may spoil."""
    return copy.deepcopy(the_files())


@pytest.fixture(scope="session")
def book() -> LawBook:
    """The law as the program has it."""
    return the_book()
