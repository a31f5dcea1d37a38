"""Nothing of a dossier can be read on the disk: not in the archive, its log, temporary files, or the program's log."""

from __future__ import annotations

import logging
import os
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from orapp.domain.papers import Paper
from orapp.services.failures import Circumstance, Refusal
from orapp.services.rows import FULL_VIEW, DossierQuery
from orapp.storage.archive import SqlArchive
from orapp.storage.archives import SqlArchives
from tests.storage.material import PASSPHRASE, FixedClock, sample_dossier, small_council

WORD = "Kwikstaartgeheim"


def readable(*folders: Path) -> list[str]:
    """The files under these folders that contain the word in any usual encoding."""
    needles = [WORD.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    needles += [WORD.lower().encode(), PASSPHRASE.encode()]
    return [
        str(path)
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and any(needle in path.read_bytes() for needle in needles)
    ]


def test_no_word_is_left_on_the_disk(
    archive: SqlArchive,
    archives: SqlArchives,
    clock: FixedClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    scratch = tmp_path / "tijdelijk"
    scratch.mkdir()
    monkeypatch.setenv("SQLITE_TMPDIR", str(scratch))
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    with archive.write(WORD) as work:
        content = work.put_file([f"{WORD} ".encode() * 300_000], f"{WORD}.txt", "text/plain")
        for number in range(1, 150):
            work.add(sample_dossier(number, title=f"{WORD} {number}", summary=WORD * 500))
        loaded = work.dossier("2026-001")
        work.save(loaded, replace(loaded, papers=(Paper(id="p1", title=WORD, file=content),)))
        work.put_draft("d1", "d1-v1", "text", "venster", WORD)
        assert readable(tmp_path) == []
    with archive.read() as reader:
        assert reader.dossier_count(DossierQuery(text=WORD), FULL_VIEW) == 149
    assert (archive.path.parent / f"{archive.path.name}-wal").stat().st_size > 0
    archive.backup_if_due(clock.today())
    archive.change_passphrase(PASSPHRASE, f"{PASSPHRASE} {WORD}")
    with pytest.raises(Refusal), archive.write("S") as work:
        work.add(sample_dossier(1, title=WORD))
    with pytest.raises(Circumstance):
        archives.open(archive.path, f"{PASSPHRASE} en {WORD}")
    assert readable(tmp_path) == []
    archive.close()
    assert readable(tmp_path) == []
    assert WORD not in caplog.text
    assert WORD not in "".join(capfd.readouterr())
    assert not list(scratch.iterdir()) or os.name == "nt"


def test_a_failing_statement_does_not_quote_its_values(archive: SqlArchive) -> None:
    from sqlalchemy import insert
    from sqlalchemy.exc import IntegrityError

    from orapp.storage.tables import setting

    with pytest.raises(IntegrityError) as failed, archive.write("S") as work:
        work._connection.execute(insert(setting), [{"key": WORD, "value": WORD}, {"key": WORD, "value": WORD}])
    assert WORD not in str(failed.value)


def test_keys_do_not_show_themselves(archive: SqlArchive) -> None:
    assert archive._key.raw not in repr(archive._key)
    assert small_council().name not in repr(archive)
