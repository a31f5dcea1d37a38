"""(a) First paint and the filled overview, and (d) memory, each against a floor started in the same rounds."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

from orapp.app.wiring import Program
from tests.benchmarks.material import filled_archive
from tests.benchmarks.timing import line

ROUNDS = 7
DOSSIERS = int(os.environ.get("BENCH_LIST", "10000"))


def report(program: Program, folder: Path) -> list[str]:
    """Three lines: first paint, filled overview, memory."""
    path = folder / f"list-{DOSSIERS}.orarchief"
    filled_archive(program, path, DOSSIERS).close()
    taken: dict[str, list[dict[str, float]]] = {"bare": [], "floor": [], "orapp": []}
    for number in range(ROUNDS + 1):
        for mode, times in taken.items():
            measured = _started(mode, folder, path)
            if number:  # the first round fills the caches of the machine
                times.append(measured)
    mid = {mode: {key: statistics.median(t[key] for t in times) for key in times[0]} for mode, times in taken.items()}
    ours, bare, floor = mid["orapp"], mid["bare"], mid["floor"]
    return [
        line(
            "(a) first paint / a bare Qt window",
            ours["paint"] / bare["paint"],
            "PySide6 alone",
            "reported",
            _ms(ours, bare, "paint"),
        ),
        line(
            f"(a) overview of {DOSSIERS:,} filled / floor, empty window",
            ours["filled"] / floor["filled"],
            "Qt + SQLAlchemy ORM + sqlcipher3",
            "aim 1.3",
            _ms(ours, floor, "filled"),
        ),
        line(
            "(d) memory after the overview stands / the same floor",
            ours["rss"] / floor["rss"],
            "Qt + SQLAlchemy ORM + sqlcipher3",
            "aim 1.25",
            f"{ours['rss'] / 2**20:.0f} MiB against {floor['rss'] / 2**20:.0f} MiB",
        ),
    ]


def _started(mode: str, folder: Path, archive: Path) -> dict[str, float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its compiled files
    command = [sys.executable, "-m", "tests.benchmarks.window_child", mode, str(folder), str(archive)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=True)
    measured: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return measured


def _ms(ours: dict[str, float], other: dict[str, float], key: str) -> str:
    return f"{ours[key] * 1000:.0f} ms against {other[key] * 1000:.0f} ms"
