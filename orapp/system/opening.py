"""Opens a file in the user's own program; only what is on this machine, never an address."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from orapp.services.failures import Circumstance


def open_file(path: Path) -> None:
    """Open the file in the program that this machine uses for it; does not wait for that program.

    Raises Circumstance("open.missing") when there is no such file, Circumstance("open.no_program") when nothing opens it.
    """
    place = _present(path)
    _start(_openers(place), place)


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


def _start(commands: tuple[tuple[str, ...], ...], place: Path) -> None:
    for command in commands:
        program = shutil.which(command[0])
        if program is None:
            continue
        try:
            subprocess.Popen(
                [program, *command[1:]],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError:
            continue
        return
    raise Circumstance("open.no_program", path=str(place))
