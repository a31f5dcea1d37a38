"""Text at 200 % on a screen of 1366 x 768: every screen, part and dialog is walked to, and nothing is cut off."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The walk in a process of its own: the size of the screen stands fixed once an application is there."""
    folder = tmp_path_factory.mktemp("grote-letters")
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.large_text", str(folder)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, list[str]] = json.loads(done.stdout)
    return told


def test_every_place_is_reached_at_large_text(walked: dict[str, list[str]]) -> None:
    assert not walked["kwijt"]
    assert {"overzicht", "advies en besluit", "nieuw dossier 2", "voorwaarde beoordelen"} <= set(walked["gezien"])


def test_nothing_is_cut_off_at_large_text(walked: dict[str, list[str]]) -> None:
    assert not walked["afgekapt"]
