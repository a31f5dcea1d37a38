"""One story in a real window, by keyboard alone: open the archive, find the dossier, take the letter home, close."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import cast
from zipfile import ZipFile

import pytest

from tests.e2e.commands import HOUSING, PASSPHRASE, Desk, command, surroundings
from tests.e2e.virtual_screen import PATIENCE, VirtualScreen


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[VirtualScreen]:
    made = VirtualScreen(tmp_path)
    yield made
    made.close()


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """A user who never started the program before."""
    folder = tmp_path / "thuis"
    folder.mkdir()
    return {
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "XDG_STATE_HOME": str(folder / "state"),
    }


@pytest.fixture
def started(screen: VirtualScreen, home: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        command([]),
        env=surroundings({**home, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        yield process
        if process.poll() is None:
            process.kill()


def versions(desk: Desk, archive: Path) -> int:
    """How many versions of letters the housing dossier keeps."""
    kept = cast("dict[str, object]", desk.well("show", archive, HOUSING, "--json").json)
    dossier = cast("dict[str, object]", kept.get("dossier", kept))
    letters = cast("list[dict[str, list[object]]]", dossier["letters"])
    return sum(len(letter.get("versions", [])) for letter in letters)


def test_from_first_start_to_a_letter_in_word(
    screen: VirtualScreen, started: subprocess.Popen[str], archive: Path, desk: Desk, tmp_path: Path
) -> None:
    before = versions(desk, archive)
    letter = tmp_path / "brief aan de bestuurder.docx"

    screen.window("orapp")
    screen.key("ctrl+o")
    screen.window("Archief kiezen")
    screen.type(str(archive))
    screen.key("Return")
    screen.window(f"Wachtzin van {archive.stem}")
    screen.type(PASSPHRASE)
    screen.key("Return")
    screen.window("Overzicht – ")
    screen.key("ctrl+f")
    screen.type("kwadrant")
    screen.key("Return", "Return")
    screen.window(f"{HOUSING} ")
    screen.key("alt+2", "alt+4", "ctrl+b")
    screen.window(f"Brief {HOUSING} – ")
    # The likeliest letter is chosen, its file is asked by the menu of what else can be done.
    screen.key("Return")
    screen.window(f"Brief {HOUSING} – ")
    screen.key("alt+m", "w")
    screen.window("Waar komt het Word-bestand?")
    screen.key("ctrl+a")
    screen.type(str(letter))
    screen.key("Return")
    screen.until(letter.exists, "het Word-bestand")
    screen.window(f"Brief {HOUSING} – ")
    screen.key("ctrl+q")
    out, err = started.communicate(timeout=PATIENCE)

    assert (started.returncode, out, err) == (0, "", "")
    with ZipFile(letter) as made:
        assert "word/document.xml" in made.namelist()
    assert versions(desk, archive) == before + 1
    assert not archive.with_name(f"{archive.name}-wal").exists()
    assert desk.well("verify", archive).code == 0
