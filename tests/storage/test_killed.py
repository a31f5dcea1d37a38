"""A process that is killed while it writes loses nothing that it reported as saved."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from orapp.storage.archive import SqlArchive
from orapp.storage.archives import SqlArchives
from orapp.storage.connecting import Access, connect
from tests.storage.material import PASSPHRASE, sample_dossier

KILLS = 200
WRITERS = Path(__file__).parent / "killed_writer.py"


class Zygote:
    """A process that has everything imported and forks a writer for each line it is given: no import time per kill."""

    def __init__(self, path: Path, raw_key: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(WRITERS), str(path), raw_key],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def kill_one(self, begin: str, after: float) -> int:
        """Starts a writer, kills it so many seconds after it began, and gives the last edit that it reported."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{begin} {after}\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def end(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        assert self._process.wait(timeout=30) == 0
        assert self._process.stdout is not None
        self._process.stdout.close()


def stored_edit(archive: SqlArchive) -> int:
    """The number of the last edit in the archive, the same in the dossier, in its item and in the list."""
    connection = connect(archive.path, archive._key, Access.QUERY)
    title = connection.execute("SELECT payload ->> 'title' FROM item WHERE id = 'd1'").fetchone()[0]
    condition = connection.execute("SELECT payload ->> 'text' FROM item WHERE id = 'd1-v1'").fetchone()[0]
    listed = connection.execute("SELECT title FROM dossier_summary").fetchone()[0]
    connection.close()
    number = int(title.rsplit(" ", 1)[1])
    assert listed == title
    assert number == 1 or condition == f"edit {number}"
    return number


@pytest.mark.usefixtures("real_key")
def test_what_was_reported_is_there_after_each_of_200_kills(archive: SqlArchive, archives: SqlArchives) -> None:
    with archive.write("S") as work:
        work.add(sample_dossier())
    raw_key = archive._key.raw
    archive.close()
    chance = random.Random(20261121)
    zygote = Zygote(archive.path, raw_key)
    archives._around.keyring.put(archive.salt, raw_key)
    reported = 1
    advanced = 0
    for kill in range(KILLS):
        begin = chance.choice(["fork", "open", "edit", "edit", "edit"])
        last = zygote.kill_one(begin, chance.uniform(0.0, 0.1 if begin == "fork" else 0.03))
        advanced += last > reported
        reported = max(reported, last)
        written = stored_edit(archive)
        # At most one more than was reported: the edit whose report was cut off.
        assert reported <= written <= reported + 1
        reported = written
        if kill % 20 == 0:  # now and then the next writer finds a cleanly closed file, mostly what the kill left
            opened = archives.open(archive.path, None)
            assert opened.verify().findings == ()
            opened.close()
    zygote.end()
    assert advanced > KILLS // 3
    final = archives.open(archive.path, PASSPHRASE)
    assert final.verify().findings == ()
    final.close()
