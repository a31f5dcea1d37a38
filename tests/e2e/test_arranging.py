"""The council as a file, and where backups stand, through the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.commands import NearDesk


def test_a_council_goes_out_and_comes_into_a_new_archive(archive: Path, near: NearDesk, tmp_path: Path) -> None:
    near.well("council", archive, "-o", "raad.json")
    near.well("new", "leeg.orarchief")
    assert "overgenomen" in near.well("council", "leeg.orarchief", "--take", "raad.json").out
    assert near.well("council", "leeg.orarchief").out == near.well("council", archive).out
    near.well("council", "leeg.orarchief", "-o", "terug.json")

    def told(name: str) -> dict[str, Any]:
        read = cast("dict[str, Any]", json.loads((tmp_path / name).read_text(encoding="utf-8")))
        return {key: value for key, value in read.items() if key not in {"id", "version"}}

    assert told("terug.json") == told("raad.json")


def test_a_file_that_is_no_council_changes_nothing(archive: Path, near: NearDesk, tmp_path: Path) -> None:
    before = near.well("council", archive).out
    (tmp_path / "fout.json").write_text('{"format": "orapp-council/1"}', encoding="utf-8")
    assert "Er is niets ingelezen" in near.refused("council", archive, "--take", "fout.json")
    assert near.well("council", archive).out == before


def test_backups_are_listed_and_arranged(archive: Path, near: NearDesk, tmp_path: Path) -> None:
    assert "nog geen" in near.well("backups", archive).out
    place = tmp_path / "kopieën"
    place.mkdir()
    assert "Ingesteld" in near.well("backups", archive, "--folder", place, "--most-mb", "50").out
    near.refused("backups", archive, "--most-mb", "0")
    near.refused("backups", archive, "--folder", "nergens")
    assert near.well("backups", archive, "--json").json == []
