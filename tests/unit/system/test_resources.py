"""The data of the program is found in a checkout and in a frozen program, and only below its folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from orapp.system.resources import MissingResource, Resources


def test_the_data_of_a_checkout_is_found(project: Path) -> None:
    found = Resources.found()
    assert found.folder == project / "resources"
    assert "terms" in found.toml_folder("law")
    assert "cli" in found.toml_folder("texts")
    assert found.read_bytes("templates/klassiek.docx")[:2] == b"PK"


def test_a_frozen_program_has_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources" / "law").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert Resources.found().folder == tmp_path / "resources"


def test_names_are_in_order_and_of_one_kind(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    (folder / "map.json").mkdir(parents=True)
    for name in ("b.json", "a.json", "c.txt"):
        (folder / name).write_text("{}", encoding="utf-8")
    assert Resources(tmp_path).names("demo", ".json") == ("demo/a.json", "demo/b.json")
    assert Resources(tmp_path).names("nergens") == ()


@pytest.mark.parametrize("name", ["../geheim", "law/../../x", "/etc/passwd"])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="outside"):
        Resources(tmp_path).path(name)


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(MissingResource):
        Resources(tmp_path).read_bytes("law/x.toml")
    with pytest.raises(MissingResource):
        Resources(tmp_path).toml_folder("law")


def test_a_fingerprint_changes_with_any_file_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "law").mkdir()
    (tmp_path / "law" / "terms.toml").write_text("amount = 1", encoding="utf-8")
    resources = Resources(tmp_path)
    first = resources.fingerprint("law")
    assert first == resources.fingerprint("law")
    (tmp_path / "law" / "terms.toml").write_text("amount = 2", encoding="utf-8")
    second = resources.fingerprint("law")
    (tmp_path / "law" / "calendar.toml").write_text("", encoding="utf-8")
    assert len({first, second, resources.fingerprint("law")}) == 3
