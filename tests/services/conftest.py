"""A desk on a demo archive of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from orapp.app import wiring
from orapp.services.desk import Desk
from orapp.system.clock import SystemClock

PASSPHRASE = "paard vijver lamp fiets"
DEMO_DAY = date(2026, 11, 21)


@pytest.fixture
def program(tmp_path: Path) -> wiring.Program:
    """The program in folders of this test, on the day of the demo."""
    return replace(wiring.build_under(tmp_path), clock=SystemClock(fixed=DEMO_DAY))


@pytest.fixture
def desk(program: wiring.Program, tmp_path: Path) -> Iterator[Desk]:
    """The services of an archive with the demo dossiers."""
    archive = program.archives.create(tmp_path / "or.orarchief", PASSPHRASE, program.demo_content().council, "secretaris")
    desk = program.desk(archive)
    desk.demo.fill("secretaris")
    yield desk
    archive.close()
