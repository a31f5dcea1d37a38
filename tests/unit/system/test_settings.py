"""Settings are read with care: what is broken is kept aside, and the program begins with the usual ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as run_with
from hypothesis import strategies as st

from orapp.services.failures import Circumstance
from orapp.system.settings import VERSION, Look, Settings, SettingsFile


def file_in(folder: Path) -> SettingsFile:
    return SettingsFile(folder / "config" / "instellingen.json")


def test_without_a_file_the_usual_settings_hold(tmp_path: Path) -> None:
    read = file_in(tmp_path).read()
    assert read.settings == Settings()
    assert read.kept_aside is None


names = st.text(max_size=20)


@run_with(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    given_settings=st.builds(
        Settings,
        recent_archives=st.lists(names, max_size=3).map(tuple),
        look=st.sampled_from(Look),
        text_percent=st.integers(80, 200),
        always_ask_passphrase=st.booleans(),
        backup_folder=names,
        window=st.dictionaries(names, names, max_size=2),
    )
)
def test_what_is_written_is_read(tmp_path: Path, given_settings: Settings) -> None:
    file_in(tmp_path).write(given_settings)
    assert file_in(tmp_path).read().settings == given_settings


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"version": 99}',
        json.dumps({"version": VERSION, "look": "roze"}).encode(),
        json.dumps({"version": VERSION, "text_percent": "groot"}).encode(),
        json.dumps({"version": VERSION, "text_percent": 20}).encode(),
        json.dumps({"version": VERSION, "text_percent": True}).encode(),
        json.dumps({"version": VERSION, "recent_archives": "x"}).encode(),
        json.dumps({"version": VERSION, "recent_archives": [1]}).encode(),
        json.dumps({"version": VERSION, "window": {"a": 1}}).encode(),
        json.dumps({"version": VERSION, "window": {"geometry": "\ud800"}}).encode(),
        json.dumps({"version": VERSION, "always_ask_passphrase": "ja"}).encode(),
    ],
)
def test_a_broken_file_is_kept_aside(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "config" / "instellingen.json"
    place.parent.mkdir()
    for number in (1, 2):
        place.write_bytes(content)
        read = file_in(tmp_path).read()
        assert read.settings == Settings()
        assert read.kept_aside == place.with_name(f"instellingen.onleesbaar-{number}.json")
        assert read.kept_aside.read_bytes() == content
        assert not place.exists()


def test_what_a_later_program_adds_is_passed_over(tmp_path: Path) -> None:
    place = tmp_path / "config" / "instellingen.json"
    place.parent.mkdir()
    place.write_text(json.dumps({"version": VERSION, "look": "dark", "nieuw": 1}), encoding="utf-8")
    read = file_in(tmp_path).read()
    assert read.settings == Settings(look=Look.DARK)
    assert read.kept_aside is None


def test_a_folder_that_cannot_be_written_is_a_circumstance(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file", encoding="utf-8")
    with pytest.raises(Circumstance):
        file_in(tmp_path).write(Settings())


def test_the_last_archive_stands_on_top_once() -> None:
    recent = Settings(recent_archives=("a", "b", *"cdefghijk"))
    assert recent.with_recent(Path("b"))[:3] == ("b", "a", "c")
    assert len(recent.with_recent(Path("z"))) == 10


def test_what_an_earlier_version_wrote_besides_is_passed_over(tmp_path: Path) -> None:
    place = tmp_path / "config" / "instellingen.json"
    place.parent.mkdir()
    place.write_text(json.dumps({"version": VERSION, "members": {"ab": "lid"}, "backup_mebibytes": 2048, "text_percent": 120}))
    read = file_in(tmp_path).read()
    assert read.kept_aside is None
    assert read.settings == Settings(text_percent=120)
