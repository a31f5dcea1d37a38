"""Documents: in chunks, once per content, as long as something refers to them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text

from orapp.domain.items import FileRef
from orapp.domain.letters import Letter, LetterVersion
from orapp.domain.papers import Paper
from orapp.services.failures import Refusal
from orapp.storage import documents
from orapp.storage.archive import SqlArchive
from orapp.storage.payloads import file_refs
from tests.storage.material import FixedClock, sample_dossier, small_council

pytestmark = pytest.mark.usefixtures("quick_disk")


def content(size: int) -> bytes:
    return (b"0123456789abcdef" * (size // 16 + 1))[:size]


def pieces(whole: bytes, size: int) -> Iterator[bytes]:
    for start in range(0, len(whole), size):
        yield whole[start : start + size]


def files_in(archive: SqlArchive) -> int:
    with archive.read() as reader:
        return int(reader._connection.execute(text("SELECT count(*) FROM file")).scalar_one())


@pytest.mark.parametrize("size", [0, 1, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 3_500_000])
def test_a_document_comes_back(archive: SqlArchive, size: int) -> None:
    whole = content(size)
    with archive.write("S") as work:
        stored = work.put_file(pieces(whole, 300_001), "stuk.pdf", "application/pdf")
        work.add(sample_dossier(papers=(Paper(id="p1", title="Stuk", file=stored),)))
    assert (stored.sha256, stored.size) == (hashlib.sha256(whole).hexdigest(), size)
    with archive.read() as reader:
        parts = list(reader.read_file(stored.sha256))
    assert b"".join(parts) == whole
    assert all(len(part) <= 1024 * 1024 for part in parts)
    assert archive.verify().findings == ()


def test_the_same_content_is_kept_once(archive: SqlArchive) -> None:
    with archive.write("S") as work:
        one = work.put_file([b"stuk"], "a.txt", "text/plain")
        two = work.put_file([b"st", b"uk"], "b.txt", "text/plain")
    assert one.sha256 == two.sha256
    assert files_in(archive) == 1


def test_unknown_content_is_refused(archive: SqlArchive) -> None:
    paper = Paper(id="p1", title="Stuk", file=FileRef(sha256="0" * 64, name="weg.pdf", size=3))
    with pytest.raises(Refusal) as refused, archive.write("S") as work:
        work.add(sample_dossier(papers=(paper,)))
    assert (refused.value.code, refused.value.fields["place"]) == ("file.unknown", "p1")
    with archive.read() as reader, pytest.raises(Refusal):
        reader.read_file("0" * 64)


def test_too_large_a_document_is_refused_whole(archive: SqlArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "LARGEST_FILE", 2_000_000)
    with pytest.raises(Refusal) as refused, archive.write("S") as work:
        work.put_file(pieces(content(2_000_001), 65536), "groot.bin", "application/octet-stream")
    assert refused.value.code == "file.too_large"
    assert files_in(archive) == 0


def test_content_goes_some_time_after_its_last_reference(archive: SqlArchive, clock: FixedClock) -> None:
    with archive.write("S") as work:
        stored = work.put_file([b"stuk"], "a.txt", "text/plain")
        work.put_file([b"nooit gebruikt"], "b.txt", "text/plain")
        work.add(sample_dossier(papers=(Paper(id="p1", title="Stuk", file=stored),)))
    clock.forward(2)
    archive.backup_if_due(clock.today())
    assert files_in(archive) == 1
    with archive.write("S") as work:
        loaded = work.dossier("2026-001")
        without = work.save(loaded, replace(loaded, papers=()))
    clock.forward(documents.UNDO_DAYS - 1)
    archive.backup_if_due(clock.today())
    assert files_in(archive) == 1
    with archive.write("S") as work:
        work.save(without, replace(without, papers=loaded.papers))
    clock.forward(documents.UNDO_DAYS)
    archive.backup_if_due(clock.today())
    assert files_in(archive) == 1
    with archive.write("S") as work:
        present = work.dossier("2026-001")
        work.save(present, replace(present, papers=()))
    clock.forward(documents.UNDO_DAYS + 1)
    archive.backup_if_due(clock.today())
    assert files_in(archive) == 0


def test_a_changed_document_is_found(archive: SqlArchive) -> None:
    with archive.write("S") as work:
        stored = work.put_file([b"stuk"], "a.txt", "text/plain")
        work.add(sample_dossier(papers=(Paper(id="p1", title="Stuk", file=stored),)))
    with archive.write("S") as work:
        work._connection.execute(text("UPDATE document_chunk SET data = x'00'"))
    assert [code for code, _ in archive.verify().findings] == ["verify.file_changed"]
    with archive.write("S") as work:
        work._connection.execute(text("DELETE FROM file"))
    assert [code for code, _ in archive.verify().findings] == ["verify.file_missing"]


def test_every_file_is_found_wherever_it_stands() -> None:
    paper, letter, own, logo = (FileRef(sha256=mark * 64, name=mark, size=1) for mark in "abcd")
    version = LetterVersion(
        number=1,
        made_at=datetime(2026, 11, 21, 9, tzinfo=UTC),
        made_by="S",
        file=letter,
        content=own,
        status="concept",
        outline_version="1",
        law_known_on=date(2026, 11, 1),
        house_style="eigen",
    )
    whole = sample_dossier(
        papers=(Paper(id="p1", title="Stuk", file=paper), Paper(id="p2", title="Zonder bestand")),
        letters=(Letter(id="l1", kind="A9", versions=(version,)),),
    )
    assert list(file_refs(whole)) == [paper, letter, own]
    assert list(file_refs(replace(small_council(), logo=logo))) == [logo]
    assert list(file_refs(whole.requests)) == []
