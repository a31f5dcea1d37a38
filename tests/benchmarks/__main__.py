"""Prints ratios side by side in one run: each thing against what it is held to. Nothing here is a test."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from orapp.app.wiring import Program, build
from orapp.system.clock import FIXED_DAY
from orapp.system.places import Places
from tests.benchmarks import blocked, every_letter, letters, lists, reading_back, typing_year, window
from tests.benchmarks.material import TODAY
from tests.benchmarks.window_child import FileKeyring

FOLDER = Path("build") / "bench"
PARTS: dict[str, Callable[[Program, Path], list[str]]] = {
    "a": window.report,
    "b": letters.report,
    "c": lists.report,
    "e": typing_year.report,
    "f": blocked.report,
    "g": every_letter.report,
    "r": reading_back.report,
}


def main(chosen: list[str]) -> None:
    """Measures the chosen parts (a with d, b, c, e, f, g, r), or all. Archives of earlier runs in build/bench are used again."""
    os.environ[FIXED_DAY] = TODAY.isoformat()  # the processes that are started have it too
    FOLDER.mkdir(parents=True, exist_ok=True)
    folder = FOLDER.resolve()
    program = replace(build(Places.under(folder)), keyring=FileKeyring(folder / "keys.json"))
    for name in chosen or list(PARTS):
        began = time.monotonic()
        for text in PARTS[name](program, folder):
            print(text, flush=True)
        print(f"    part {name} took {time.monotonic() - began:.0f} s", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
