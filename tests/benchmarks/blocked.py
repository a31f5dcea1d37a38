"""(f) The longest time the window's thread was blocked in each step of the keyboard stories, on many dossiers and on a few."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from orapp.app.wiring import Program
from tests.benchmarks.lists import MANY
from tests.benchmarks.material import PERSON, TODAY, filled_archive

AIM_MS = 50.0
TIMEOUT_S = 1200


def report(program: Program, folder: Path) -> list[str]:
    """A line for each step, the worst first; beside it the same step where the archive holds the demo only."""
    many = filled_archive(program, folder / f"many-{MANY}.orarchief", MANY)
    many.close()
    size = f"{MANY:,}"
    told = {
        size: _told(program, folder, folder / f"many-{MANY}.orarchief"),
        "demo": _told(program, folder, _empty(program, folder)),
    }
    few = {one["what"]: one["ms"] for one in told["demo"]["steps"]}
    steps = sorted(told[size]["steps"], key=lambda one: -one["ms"])
    over = sum(one["ms"] > AIM_MS for one in steps)
    over_few = sum(ms > AIM_MS for ms in few.values())
    loads = " and ".join(f"{one['load']:.1f}" for one in told.values())
    counted = f"{over} of {len(steps)} over {AIM_MS:.0f} ms with {size} dossiers, {over_few} of {len(few)} with the demo only"
    lines = [f"(f) steps of the keyboard stories: {counted} (longest block of the window's thread; aim none; load {loads})"]
    lines += [f"    {one['ms']:7.1f} ms  ({few.get(one['what'], 0.0):7.1f})  {one['what']}" for one in steps]
    for name, one in told.items():
        lines += [f"    not told to its end ({name}): {story}, {why}" for story, why in one["broken"].items()]
    return lines


def _empty(program: Program, folder: Path) -> Path:
    path = folder / "none.orarchief"
    filled_archive(program, path, 0).close()
    return path


def _told(program: Program, folder: Path, source: Path) -> dict[str, Any]:
    """Tells the stories on a copy that has the demo dossiers too: they are as large as real ones become."""
    path = folder / f"story-{source.name}"
    shutil.copyfile(source, path)
    archive = filled_archive(program, path, 0)
    program.desk(archive).demo.fill(PERSON)
    archive.backup_if_due(TODAY)
    archive.close()
    command = [sys.executable, "-m", "tests.benchmarks.stories_child", str(folder), str(path)]
    done = subprocess.run(command, env=os.environ, stdout=subprocess.PIPE, text=True, timeout=TIMEOUT_S, check=True)
    path.unlink()
    read: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return read
