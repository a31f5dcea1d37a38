"""These tests read the source and run nothing of the program: there is nothing to measure."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.unmeasured import unmeasured


@pytest.fixture(autouse=True)
def not_measured() -> Iterator[None]:
    """Reading all source takes half the time so."""
    with unmeasured():
        yield
