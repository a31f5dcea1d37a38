"""Opens a file in the user's own program; only what is on this machine, never an address."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from orapp.services.failures import Circumstance

LISTENED_SECONDS = 2.0
"""An opener that finds no program says so within this time; one that is still at work by then has found one."""


def open_file(path: Path) -> None:
    """Open the file in the program that this machine uses for it; does not wait for that program.

    On Linux it hears for a moment (`LISTENED_SECONDS`) whether the opener found a program: call it from a lane.
    Raises Circumstance("open.missing") when there is no such file, Circumstance("open.no_program") when nothing opens it.
    """
    place = _present(path)
    # explorer.exe ends with 1 also when it opened the file.
    _start(_openers(place), place, heard=sys.platform != "win32")


def _present(path: Path) -> Path:
    place = path.absolute()
    if not place.exists():
        raise Circumstance("open.missing", path=str(place))
    return place


def _openers(place: Path) -> tuple[tuple[str, ...], ...]:
    if sys.platform == "win32":
        return (("explorer.exe", str(place)),)
    if sys.platform == "darwin":
        return (("open", str(place)),)
    return (("xdg-open", str(place)), ("gio", "open", str(place)))


def _start(commands: tuple[tuple[str, ...], ...], place: Path, *, heard: bool) -> None:
    for command in commands:
        program = shutil.which(command[0])
        if program is None:
            continue
        try:
            started = subprocess.Popen(
                [program, *command[1:]],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError:
            continue
        if heard and _failed(started):
            continue
        return
    raise Circumstance("open.no_program", path=str(place))


def _failed(started: subprocess.Popen[bytes]) -> bool:
    """Whether the opener said that it cannot open the file; it may live as long as the program that it started."""
    try:
        return started.wait(LISTENED_SECONDS) != 0
    except subprocess.TimeoutExpired:
        return False
