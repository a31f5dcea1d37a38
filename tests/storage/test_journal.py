"""The journal: who changed what, in a chain that shows tampering and outlives destruction."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from orapp.storage.archive import SqlArchive
from orapp.storage.archives import SqlArchives
from orapp.storage.connecting import Access, engine
from tests.storage.material import PASSPHRASE, make_archives, sample_dossier

pytestmark = pytest.mark.usefixtures("quick_disk")


@pytest.fixture
def filled(archive: SqlArchive) -> SqlArchive:
    with archive.write("S. Secretaris") as work:
        work.add(sample_dossier())
    with archive.write("V. Voorzitter") as work:
        loaded = work.dossier("2026-001")
        work.save(loaded, replace(loaded, title="Nieuwe titel"))
    return archive


def tamper(archive: SqlArchive, statement: str) -> list[str]:
    """Changes the archive behind the program's back, and gives the codes that verification finds."""
    changing = engine(archive.path, archive._key, Access.WRITE, connections=0)
    with changing.begin() as connection:
        connection.execute(text(statement))
    return [code for code, _ in archive.verify().findings]


def test_only_the_changed_field_stands_in_the_journal(filled: SqlArchive) -> None:
    with filled.read() as reader:
        rows = reader.journal("d1")
    newest = rows[0]
    assert (newest.person, newest.device, newest.action) == ("V. Voorzitter", "laptop", "changed")
    assert newest.before == '{"title":"Verhuizing naar gebouw 1"}'
    assert newest.after == '{"title":"Nieuwe titel"}'
    assert {row.action for row in rows[1:]} == {"added"}
    assert len(rows) == 6


def test_a_sound_archive_has_no_findings(filled: SqlArchive) -> None:
    report = filled.verify()
    assert report.findings == ()
    assert (report.journal_rows, report.dossiers) == (7, 1)


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE journal SET at = '2026-01-01T00:00:00.000000Z' WHERE sequence = 3", "verify.journal_changed"),
        ("UPDATE journal SET item_id = 'x' WHERE sequence = 3", "verify.journal_changed"),
        ("UPDATE journal SET after_digest = '' WHERE sequence = 3", "verify.journal_changed"),
        ("UPDATE journal_value SET value = replace(value, 'gebouw', 'gebouwtje') WHERE sequence = 2", "verify.value_changed"),
        ("UPDATE journal_value SET value = NULL WHERE sequence = 3", "verify.value_missing"),
        ("DELETE FROM journal_value WHERE sequence = 3", "verify.value_missing"),
        ("UPDATE actor SET name = 'Een ander' WHERE key = 1", "verify.actor_changed"),
        ("UPDATE item SET payload = replace(payload, 'Voldoende', 'Veel') WHERE id = 'd1-v1'", ""),
        ("UPDATE item SET payload = replace(payload, 'huren', 'kopen') WHERE id = 'd1-b1'", "verify.derived_differs"),
        ("UPDATE dossier_search SET words = replace(words, 'huren', 'kopen')", "verify.derived_differs"),
        ("UPDATE dossier_search_content SET c0 = replace(c0, 'huren', 'kopen')", "verify.structure_damaged"),
        ("UPDATE item SET payload = '{}' WHERE id = 'd1-b1'", "verify.item_unreadable"),
        ("UPDATE item SET payload = '[' WHERE id = 'd1'", "verify.head_missing"),
        ("UPDATE dossier SET reference = '2026-999'", "verify.head_differs"),
        ("DELETE FROM item WHERE id = 'd1-b1'", "verify.derived_differs"),
        ("UPDATE dossier_derived SET payload = replace(payload, 'wachten', 'slapen')", "verify.derived_differs"),
    ],
)
def test_tampering_is_found(filled: SqlArchive, statement: str, code: str) -> None:
    found = tamper(filled, statement)
    assert code in found if code else found == []


def test_a_row_that_is_gone_is_found(filled: SqlArchive) -> None:
    tamper(filled, "DELETE FROM journal_value WHERE sequence = 4")
    assert "verify.journal_gap" in tamper(filled, "DELETE FROM journal WHERE sequence = 4")


def test_a_changed_byte_in_the_file_is_found(filled: SqlArchive, archives: SqlArchives) -> None:
    """Wherever the page of the journal stands: each page carries its own seal."""
    place = engine(filled.path, filled._key, Access.QUERY, connections=0)
    with place.begin() as connection:
        page = connection.execute(text("SELECT rootpage FROM sqlite_master WHERE name = 'journal'")).scalar_one()
    filled.close()
    content = bytearray(filled.path.read_bytes())
    content[(page - 1) * 4096 + 2000] ^= 1
    filled.path.write_bytes(content)
    looking = archives.open(filled.path, PASSPHRASE, read_only=True)
    codes = {code for code, _ in looking.verify().findings}
    looking.close()
    assert "verify.page_damaged" in codes
    assert "verify.unreadable" in codes


def test_each_device_has_its_own_chain(filled: SqlArchive) -> None:
    filled.close()
    other = make_archives(device="tweede", identities_from=1000).open(filled.path, PASSPHRASE)
    with other.write("V. Voorzitter") as work:
        loaded = work.dossier("2026-001")
        work.save(loaded, replace(loaded, title="Weer anders"))
    with other.read() as reader:
        assert reader.journal("d1")[0].device == "tweede"
    assert other.verify().findings == ()
    other.close()


def test_settings_stand_in_the_journal(archive: SqlArchive) -> None:
    with archive.write("S") as work:
        work.put_setting("backup.folder", "ergens")
        work.put_setting("backup.folder", "ergens")
    with archive.read() as reader:
        assert reader.settings() == {"backup.folder": "ergens"}
        assert [row.item_id for row in reader.journal("") if row.collection == "setting"] == ["backup.folder"]


def test_the_path_of_the_archive_plays_no_part(filled: SqlArchive, archives: SqlArchives, tmp_path: Path) -> None:
    filled.close()
    moved = filled.path.rename(tmp_path / "elders.orarchief")
    again = archives.open(moved, PASSPHRASE)
    assert again.verify().findings == ()
    again.close()
