"""Files of papers, friendly and hostile: what comes in is what goes out, and what cannot come in says why and changes nothing."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from orapp.domain.items import FileRef
from orapp.domain.papers import Paper
from orapp.services.desk import Desk
from orapp.services.documents import PIECE_BYTES, DocumentService, copy_name, look_at, plain_name, runs_when_opened
from orapp.services.failures import Circumstance, Failure, Refusal


@pytest.fixture
def documents(desk: Desk) -> DocumentService:
    return DocumentService(desk.archive)


def silent(_done: int, _total: int) -> None:
    """Nobody listens."""


def test_a_file_comes_in_whole_and_goes_out_the_same(documents: DocumentService, tmp_path: Path) -> None:
    source = tmp_path / "Inrichtingsplan v2.pdf"
    content = b"%PDF-1.7" + bytes(range(256)) * (2 * PIECE_BYTES // 256) + b"x"
    source.write_bytes(content)
    steps: list[tuple[int, int]] = []
    ref = documents.put(source, "secretaris", lambda done, total: steps.append((done, total)))
    assert (ref.name, ref.size, ref.media_type) == (source.name, len(content), "application/pdf")
    assert steps[-1] == (len(content), len(content))
    assert len(steps) == 3
    assert documents.write(ref, tmp_path / "uit" / "kopie.pdf").read_bytes() == content


def test_an_unknown_kind_is_kept_as_it_is(documents: DocumentService, tmp_path: Path) -> None:
    source = tmp_path / "meting.onbekend"
    source.write_bytes(b"\x00\xff")
    assert documents.put(source, "secretaris", silent).media_type == "application/octet-stream"


def test_what_cannot_come_in_says_why_and_keeps_nothing(desk: Desk, documents: DocumentService, tmp_path: Path) -> None:
    before = desk.archive.verify().files
    folder = tmp_path / "map"
    folder.mkdir()
    empty = tmp_path / "leeg.docx"
    empty.touch()
    huge = tmp_path / "film.mp4"
    with huge.open("wb") as out:
        out.truncate(250 * PIECE_BYTES + 1)
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    expected = {
        folder: "file.folder",
        empty: "file.empty",
        huge: "file.too_large",
        pipe: "file.no_file",
        tmp_path / "weg.pdf": "file.unreadable",
    }
    for path, code in expected.items():
        with pytest.raises(Failure) as failed:
            documents.put(path, "secretaris", silent)
        assert failed.value.code == code
    assert desk.archive.verify().files == before


def test_a_file_that_is_emptied_while_it_is_read_is_refused(documents: DocumentService, tmp_path: Path) -> None:
    source = tmp_path / "notitie.txt"
    source.write_bytes(b"een")
    found = look_at(source)
    source.write_bytes(b"")
    with pytest.raises(Refusal) as refused:
        b"".join(documents._pieces(found, silent))
    assert refused.value.code == "file.empty"


def test_a_stop_keeps_nothing(desk: Desk, documents: DocumentService, tmp_path: Path) -> None:
    before = desk.archive.verify().files
    source = tmp_path / "groot.bin"
    source.write_bytes(b"x" * (3 * PIECE_BYTES))

    def stop(done: int, _total: int) -> None:
        if done > PIECE_BYTES:
            raise Refusal("file.stopped", name=source.name)

    with pytest.raises(Refusal):
        documents.put(source, "secretaris", stop)
    assert desk.archive.verify().files == before


def test_a_name_with_odd_signs_is_made_plain() -> None:
    assert plain_name("besluit\u202efdp.exe") == "besluitfdp.exe"
    assert plain_name("\udcff\n") == "?"
    assert plain_name("\t\n") == "bestand"


def test_a_copy_is_named_as_a_council_does() -> None:
    paper = Paper(
        id="d1",
        title='Advies: "verzelfstandiging" / deel 1',
        version="v2",
        dated_on=date(2026, 11, 21),
        file=FileRef(sha256="0" * 64, name="scan.PDF", size=1),
    )
    assert copy_name(paper, "2026-014") == "2026-11-21 Advies verzelfstandiging deel 1 (2026-014) v2.PDF"


def test_a_copy_to_look_at_is_read_only_and_made_anew(documents: DocumentService, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_bytes(b"tekst")
    ref = documents.put(source, "secretaris", silent)
    folder = tmp_path / "geopend"
    first = documents.copy_to_look_at(ref, folder, "a.txt")
    assert not first.stat().st_mode & 0o222
    assert documents.copy_to_look_at(ref, folder, "a.txt").read_bytes() == b"tekst"
    assert [path.name for path in folder.iterdir()] == ["a.txt"]


def test_what_stood_there_stays_when_it_cannot_be_written(documents: DocumentService, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_bytes(b"tekst")
    ref = documents.put(source, "secretaris", silent)
    target = tmp_path / "bezet"
    target.mkdir()
    with pytest.raises(Circumstance) as failed:
        documents.write(ref, target)
    assert failed.value.code == "file.unwritable"
    assert target.is_dir()
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".orapp")]


@pytest.mark.parametrize("name", ["x.exe", "X.BAT", "a.docm", "b.lnk", "c.js", "d.html", "rapport.pdf.exe", "e.exe "])
def test_what_can_run_is_known(name: str) -> None:
    assert runs_when_opened(name)


@pytest.mark.parametrize("name", ["x.pdf", "exe", "a.docx", "b.exe.pdf", "foto.png", ""])
def test_what_cannot_run_is_opened(name: str) -> None:
    assert not runs_when_opened(name)
