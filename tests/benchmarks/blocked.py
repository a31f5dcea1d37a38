"""(f) The longest time the window's thread was blocked in each step of the keyboard stories, on few and on many dossiers."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, update

from orapp.domain.letters import Letter
from orapp.storage import backups
from orapp.storage.archive import SqlArchive
from orapp.storage.tables import dossier_summary
from tests.benchmarks.lists import FEW, MANY
from tests.benchmarks.material import PERSON, filled_archive
from tests.benchmarks.stories import HOUSING as LONG_LETTER
from tests.benchmarks.window import DOSSIERS as SOME

if TYPE_CHECKING:
    from orapp.app.wiring import Program
    from orapp.services.ports import Archive

AIM_MS = 50.0
TIMEOUT_S = 900


def report(program: Program, folder: Path) -> list[str]:
    """For each size the worst step of each story and of all, then every step over the aim; wall time and the thread's own."""
    sources = {FEW: "few", SOME: f"list-{SOME}", MANY: f"many-{MANY}"}
    lines = []
    for dossiers, name in sources.items():
        source = folder / f"{name}.orarchief"
        filled_archive(program, source, dossiers).close()
        lines += in_lines(dossiers, told(program, folder, source))
    return lines


def told(program: Program, folder: Path, source: Path, *stories: str) -> dict[str, Any]:
    """Tells the stories (or those named) on a copy that has the demo dossiers too: they are as large as real ones become."""
    path = folder / f"story-{source.name}"
    _remove(path)
    shutil.copyfile(source, path)
    try:
        stale = _prepare(program, path)
        command = [sys.executable, "-m", "tests.benchmarks.stories_child", str(folder), str(path), *stories]
        done = subprocess.run(command, env=os.environ, stdout=subprocess.PIPE, text=True, timeout=TIMEOUT_S, check=True)
    finally:
        _remove(path)
    read: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return {**read, "stale": stale}


def in_lines(dossiers: int, one: dict[str, Any]) -> list[str]:
    """What was measured on one archive, in words."""
    steps = sorted(one["steps"], key=lambda step: -step["ms"])
    over = [step for step in steps if step["ms"] > AIM_MS]
    busy = sum(step["busy"] > AIM_MS for step in steps)
    counted = f"{len(over)} of {len(steps)} steps over {AIM_MS:.0f} ms, {busy} by the thread's own time"
    lines = [f"(f) the window's thread blocked at {dossiers:,} dossiers: {counted} (aim none; load {one['load']:.1f})"]
    lines += [f"    {one['stale']} dossiers were derived by an earlier law; the lists show them so"] if one["stale"] else []
    for story in dict.fromkeys(step["story"] for step in one["steps"]):
        lines.append("    worst of " + _words(next(step for step in steps if step["story"] == story)))
    lines += ["    over: " + _words(step) for step in over]
    lines += [f"    not told to its end: {story}, {why}" for story, why in one["broken"].items()]
    return lines


def _words(step: dict[str, Any]) -> str:
    return f"{step['story']:<10} {step['ms']:7.1f} ms wall {step['busy']:7.1f} ms own   {step['what']}"


def _prepare(program: Program, path: Path) -> int:
    """Makes the copy what an archive is on a later start of the same day: all derived, backed up; gives how many were stale.

    To derive a hundred thousand dossiers, or to back up gigabytes, takes long beside the stories and is not what is measured:
    what an earlier law derived counts as derived by the law in force, and the backup is noted without being made.
    """
    archive = filled_archive(program, path, 0)
    assert isinstance(archive, SqlArchive)
    program.desk(archive).demo.fill(PERSON)
    _write_again(archive)
    how = archive._around.derivation
    stamp = {"law_stamp": how.law_stamp, "program_version": how.program_version}
    with archive._writing.begin() as connection:
        rows = dossier_summary.c
        earlier = or_(rows.law_stamp != how.law_stamp, rows.program_version != how.program_version)
        stale = connection.execute(update(dossier_summary).where(earlier).values(stamp)).rowcount
        state, now = backups.change_token(connection), program.clock.now()
        backups.log_backup(connection, identity="gemeten", target=path, at=now, automatic=True, state=state)
    archive.close()
    return stale


def _write_again(archive: Archive) -> None:
    """Makes the advice of the demo a concept once more: an adopted letter is only read, and writing is what is measured."""
    with archive.write(PERSON) as work:
        before = work.dossier(LONG_LETTER)
        letters = tuple(
            Letter(id=one.id, kind=one.kind, request_id=one.request_id, decision_ids=one.decision_ids, dated=one.dated)
            if one.kind == "A9"
            else one
            for one in before.letters
        )
        work.save(before, replace(before, letters=letters))


def _remove(path: Path) -> None:
    """Also what a run that was broken off left beside it: a log of another file makes a copy look damaged."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
