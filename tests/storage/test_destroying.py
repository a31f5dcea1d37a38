"""Destruction is real: it reaches the journal, drafts, documents and the search index, and says which backups still hold it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text

from orapp.domain.papers import Paper
from orapp.services.failures import Refusal
from orapp.services.rows import FULL_VIEW, DossierQuery
from orapp.storage.archive import SqlArchive
from orapp.storage.tables import metadata
from tests.storage.material import FixedClock, sample_dossier


def everything(archive: SqlArchive) -> str:
    """All that the archive still says, in one text."""
    names = [table.name for table in metadata.sorted_tables] + ["dossier_search", "dossier_search_content"]
    with archive.read() as reader:
        return "\n".join(
            repr(tuple(row))
            for name in names
            for row in reader._connection.execute(select(text("*")).select_from(text(name))).all()
        )


def indexed(archive: SqlArchive) -> bytes:
    """The pages of the search index as they are stored."""
    with archive.read() as reader:
        pages = reader._connection.exec_driver_sql("SELECT block FROM dossier_search_data ORDER BY id").scalars().all()
    return b"|".join(bytes(page) for page in pages)


@pytest.fixture
def filled(archive: SqlArchive) -> SqlArchive:
    with archive.write("Sanne Secretaris") as work:
        shared = work.put_file([b"gedeeld stuk"], "gedeeld.pdf", "application/pdf")
        own = work.put_file([b"eigen stuk met naam Zonnebloem"], "eigen.pdf", "application/pdf")
        work.add(
            sample_dossier(
                1,
                title="Zonnebloem",
                papers=(Paper(id="p1", title="Zonnebloemnota", file=own), Paper(id="p2", title="b", file=shared)),
            )
        )
        work.add(sample_dossier(2, papers=(Paper(id="p3", title="c", file=shared),), owner="lid-2", team=("lid-1", "lid-2")))
        work.put_draft("d1", "d1-v1", "text", "venster", "half over Zonnebloem")
    return archive


def test_nothing_of_a_destroyed_dossier_is_left(filled: SqlArchive) -> None:
    assert "Zonnebloem" in everything(filled)
    assert b"zonnebloem" in indexed(filled)
    with filled.write("S") as work:
        report = work.destroy_dossier("d1", "bewaartermijn voorbij")
    assert (report.items, report.last_backup_ends, report.backups_holding) == (7, None, ())
    assert report.journal_values == 7
    left = everything(filled)
    assert "Zonnebloem" not in left
    assert "zonnebloem" not in left
    assert b"onneb" not in indexed(filled)
    with filled.read() as reader:
        assert reader.dossier_count(DossierQuery(), FULL_VIEW) == 1
        assert reader.dossier_count(DossierQuery(text="zonnebloem"), FULL_VIEW) == 0
        shared = reader.dossier("2026-002").papers[0].file
        assert shared is not None
        assert b"".join(reader.read_file(shared.sha256)) == b"gedeeld stuk"
        told = [row for row in reader.journal("") if row.action == "destroyed"]
        rows = reader.journal("d1")
    assert [row.after for row in told] == ["bewaartermijn voorbij"]
    assert {row.destroyed for row in rows} == {"bewaartermijn voorbij"}
    assert not any(row.before or row.after for row in rows)
    report_of_check = filled.verify()
    assert report_of_check.findings == ()
    assert report_of_check.files == 1


def test_words_that_were_rewritten_or_binned_leave_the_index(filled: SqlArchive) -> None:
    with filled.write("S") as work:
        loaded = work.dossier("2026-001")
        work.save(loaded, replace(loaded, title="Kantoor", tags=("margriet",)))
    assert b"onneb" not in indexed(filled)
    assert b"margriet" in indexed(filled)
    with filled.write("S") as work:
        work.move_to_bin("d1")
    assert b"argrie" not in indexed(filled)
    with filled.write("S") as work:
        work.take_from_bin("d1")
    assert b"margriet" in indexed(filled)
    assert filled.verify().findings == ()


def test_the_reference_is_not_given_again(filled: SqlArchive) -> None:
    with filled.write("S") as work:
        work.destroy_dossier("d1", "reden")
        work.destroy_dossier("d2", "reden")
        assert work.next_reference(2026) == "2026-003"


def test_a_reason_is_needed(filled: SqlArchive) -> None:
    with pytest.raises(Refusal) as refused, filled.write("S") as work:
        work.destroy_dossier("d1", "  ")
    assert refused.value.code == "destroy.no_reason"
    with pytest.raises(Refusal) as refused, filled.write("S") as work:
        work.destroy_dossier("weg", "reden")
    assert refused.value.code == "dossier.gone"


def test_backups_that_still_hold_it_are_named(filled: SqlArchive, clock: FixedClock, tmp_path: Path) -> None:
    automatic = filled.backup_if_due(clock.today())
    by_hand = filled.backup(tmp_path / "hand.orarchief")
    assert automatic is not None
    with filled.write("S") as work:
        report = work.destroy_dossier("d1", "reden")
    assert set(report.backups_holding) == {automatic.name, by_hand.name}
    assert report.backups_kept_by_hand == (by_hand.name,)
    assert report.last_backup_ends is not None
    assert clock.today() < report.last_backup_ends <= clock.today() + timedelta(days=366)


def test_a_person_is_taken_out_of_council_dossiers_and_journal(filled: SqlArchive) -> None:
    with filled.write("Voorbeeld Voorzitter") as work:
        council = work.council()
        work.save_council(council, replace(council, place="Voorbeeldstad", members=council.members[::-1]))
        loaded = work.dossier("2026-002")
        work.save(loaded, replace(loaded, summary="Gesproken met Sanne Secretaris"))
        work.put_draft("d2", "d2-v1", "text", "venster", "vraag het Sanne Secretaris")
    with filled.write("Voorbeeld Voorzitter") as work:
        report = work.destroy_person("lid-2", "uit de raad, op verzoek")
    assert report.items == 2
    assert report.journal_values >= 4
    assert report.mentions_left == 1
    with filled.read() as reader:
        council = reader.council()
        dossier = reader.dossier("2026-002")
        assert [member.id for member in council.members] == ["lid-1"]
        assert council.signatories == ()
        assert (dossier.owner, dossier.team) == ("", ("lid-1",))
        assert reader.drafts("d2") == {}
        assert all("Sanne" not in row.before + row.after + row.person for row in (*reader.journal(""), *reader.journal("d2")))
    assert everything(filled).count("Sanne Secretaris") == 1  # the council's own words
    assert filled.verify().findings == ()
