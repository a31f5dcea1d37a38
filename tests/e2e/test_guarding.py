"""Another passphrase, and destruction that reaches the journal, through the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.commands import HOUSING, PASSPHRASE

if TYPE_CHECKING:
    from pathlib import Path

    from orapp.app.wiring import Program
    from tests.e2e.commands import NearDesk


def test_after_a_change_only_the_new_passphrase_opens(archive: Path, near: NearDesk, tmp_path: Path) -> None:
    (tmp_path / "nieuw").write_text("zeven wilde zwanen boven zee\n", encoding="utf-8")
    done = near.well("passphrase", archive, "--new-passphrase-file", "nieuw")
    assert "oude wachtzin" in done.out
    near.refused("dossiers", archive)
    assert HOUSING in near.well("dossiers", archive, "--passphrase-file", "nieuw", key=False).out


def test_a_proposed_passphrase_is_shown_before_it_counts(archive: Path, near: NearDesk, program: Program) -> None:
    shown = near.well("passphrase", archive).out.splitlines()[0].split(": ", 1)[1]
    opened = program.archives.open(archive, shown, read_only=True)
    opened.close()


def test_a_wrong_present_passphrase_changes_nothing(archive: Path, near: NearDesk, tmp_path: Path) -> None:
    (tmp_path / "fout").write_text("dit is haar niet\n", encoding="utf-8")
    before = archive.read_bytes()
    done = near.run("passphrase", archive, "--passphrase-file", "fout", key=False)
    assert (done.code, len(done.err.splitlines())) == (1, 1)
    assert archive.read_bytes() == before


def test_a_dossier_is_destroyed_only_when_it_is_named_twice(archive: Path, near: NearDesk, tmp_path: Path) -> None:
    near.refused("destroy", archive, HOUSING, "--reason", "bewaartermijn voorbij", "--sure", "2025-001")
    assert HOUSING in near.well("dossiers", archive).out
    done = near.well("destroy", archive, HOUSING, "--reason", "bewaartermijn voorbij", "--sure", HOUSING)
    assert "Vernietigd" in done.out
    assert HOUSING not in near.well("dossiers", archive).out
    assert near.well("verify", archive).out.startswith("In orde")


def test_a_person_is_destroyed_and_the_chain_still_holds(archive: Path, near: NearDesk, program: Program) -> None:
    opened = program.archives.open(archive, PASSPHRASE, read_only=True)
    name = program.desk(opened).council.read().contacts[-1].name
    opened.close()
    near.refused("destroy-person", archive, "Niemand", "--reason", "verzoek", "--sure", "Niemand")
    done = near.well("destroy-person", archive, name, "--reason", "verzoek van betrokkene", "--sure", name)
    assert "Vernietigd" in done.out
    assert near.well("verify", archive).out.startswith("In orde")
    opened = program.archives.open(archive, PASSPHRASE, read_only=True)
    assert name not in [person.name for person in program.desk(opened).council.read().contacts]
    opened.close()
