"""Larger text on a screen of 1366 x 768: every screen, part and dialog is walked to, and nothing is cut off, light or dark."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from orapp.ui.kit.look import DARK, LIGHT, Tokens
from orapp.ui.kit.style_sheet import style_sheet

ROOT = Path(__file__).resolve().parents[2]
# A palette has no sizes (a test below): 200 % is walked in the dark, where nobody looks by day, and 150 % in the light.
WALKS = {"200": "dark", "150": "light"}
OWN_COLUMNS = "'tabel-cellen'"


@pytest.fixture(scope="module", params=WALKS)
def walked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The walk in a process of its own: the size of the screen stands fixed once an application is there."""
    percent = str(request.param)
    folder = tmp_path_factory.mktemp("grote-letters")
    command = [sys.executable, "-m", "tests.ui.large_text", str(folder), percent, WALKS[percent]]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told: dict[str, list[str]] = json.loads(done.stdout)
    return told


def test_nothing_is_cut_off_at_large_text(walked: dict[str, list[str]]) -> None:
    assert not walked["kwijt"]
    assert {"overzicht", "advies en besluit", "nieuw dossier 2", "voorwaarde beoordelen"} <= set(walked["gezien"])
    assert not walked["afgekapt"]


def test_no_page_is_read_by_moving_it_to_and_fro(walked: dict[str, list[str]]) -> None:
    assert not walked["opzij"]


def test_what_is_painted_at_large_text_has_its_contrast(walked: dict[str, list[str]]) -> None:
    assert not walked["vaag"]


def test_no_word_breaks_where_no_syllable_ends(walked: dict[str, list[str]]) -> None:
    """Save in a table of which the council itself says how many columns it has."""
    assert not [fault for fault in walked["gebroken"] if OWN_COLUMNS not in fault]


def test_a_palette_changes_colours_and_nothing_else() -> None:
    """So what fits in one palette fits in the other."""

    def without_colours(tokens: Tokens, *, dark: bool) -> str:
        sheet = style_sheet(tokens, lambda pixels: round(pixels * 2), Path("icons"), dark=dark)
        return re.sub(r"#[0-9a-f]{6}|-(dark|light)\.svg", "", sheet)

    assert without_colours(LIGHT, dark=False) == without_colours(DARK, dark=True)
