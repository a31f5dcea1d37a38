"""Backups: checked before they count, kept by the calendar, put back with the present archive aside."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orapp.services.failures import Circumstance
from orapp.storage.archive import SqlArchive
from orapp.storage.archives import SqlArchives
from orapp.storage.retention import DAYS, MONTHS, WEEKS, Copy, ends_on, kept
from tests.storage.material import PASSPHRASE, TODAY, FixedClock, MemoryKeyring, sample_dossier

PLENTY = 10**12
NEW_PASSPHRASE = "groene trein zoekt warme sjaal"


def change(archive: SqlArchive, title: str) -> None:
    with archive.write("S") as work:
        loaded = work.dossier("2026-001")
        work.save(loaded, replace(loaded, title=title))


@pytest.fixture
def filled(archive: SqlArchive) -> SqlArchive:
    with archive.write("S") as work:
        work.add(sample_dossier())
    return archive


def test_a_backup_is_one_plain_file_that_opens(filled: SqlArchive, archives: SqlArchives, tmp_path: Path) -> None:
    made = filled.backup(tmp_path / "kopie.orarchief")
    change(filled, "Later gewijzigd")
    assert made.size == (tmp_path / "kopie.orarchief").stat().st_size
    assert not made.automatic
    with pytest.raises(Circumstance) as refused:
        filled.backup(tmp_path / "kopie.orarchief")
    assert refused.value.code == "archive.target_exists"
    copy = archives.open(tmp_path / "kopie.orarchief", PASSPHRASE, read_only=True)
    with copy.read() as reader:
        assert reader.dossier("2026-001").title == "Verhuizing naar gebouw 1"
    assert copy.verify().findings == ()
    copy.close()
    assert sorted(found.name for found in tmp_path.glob("*kopie*")) == ["kopie.orarchief"]


def test_one_automatic_backup_a_day_and_only_after_a_change(filled: SqlArchive, clock: FixedClock) -> None:
    assert filled.backup_if_due(clock.today()) is not None
    change(filled, "a")
    assert filled.backup_if_due(clock.today()) is None
    clock.forward(1)
    assert filled.backup_if_due(clock.today()) is not None
    clock.forward(1)
    assert filled.backup_if_due(clock.today()) is None
    with filled.write("S") as work:
        work.put_draft("d1", "d1-v1", "text", "venster", "half")
    assert filled.backup_if_due(clock.today()) is not None
    assert len(filled.backups()) == 3


def test_automatic_backups_go_by_the_calendar(filled: SqlArchive, clock: FixedClock, tmp_path: Path) -> None:
    by_hand = filled.backup(tmp_path / "hand.orarchief")
    for day in range(30):
        change(filled, f"dag {day}")
        assert filled.backup_if_due(clock.today()) is not None
        clock.forward(1)
    automatic = [one for one in filled.backups() if one.automatic]
    assert DAYS <= len(automatic) <= DAYS + 4
    assert {Path(one.path) for one in automatic} == set((tmp_path / "reserve").iterdir())
    assert by_hand.name in {one.name for one in filled.backups()}


def test_folder_and_size_are_settings(filled: SqlArchive, clock: FixedClock, tmp_path: Path) -> None:
    with filled.write("S") as work:
        work.put_setting("backup.folder", str(tmp_path / "elders"))
        work.put_setting("backup.most_bytes", "1")
    for day in range(3):
        change(filled, f"dag {day}")
        filled.backup_if_due(clock.today())
        clock.forward(1)
    assert len(list((tmp_path / "elders").iterdir())) == 1


def test_restoring_keeps_the_present_archive_aside(filled: SqlArchive, archives: SqlArchives, tmp_path: Path) -> None:
    filled.backup(tmp_path / "kopie.orarchief")
    change(filled, "Later gewijzigd")
    with pytest.raises(Circumstance) as refused:
        archives.restore(tmp_path / "kopie.orarchief", filled.path, PASSPHRASE)
    assert refused.value.code == "archive.in_use"
    filled.close()
    aside = archives.restore(tmp_path / "kopie.orarchief", filled.path, PASSPHRASE)
    for path, title in ((filled.path, "Verhuizing naar gebouw 1"), (aside, "Later gewijzigd")):
        opened = archives.open(path, PASSPHRASE)
        with opened.read() as reader:
            assert reader.dossier("2026-001").title == title
        if path == filled.path:
            with opened.write("S") as work:
                report = work.destroy_dossier("d1", "reden")
            assert report.backups_kept_by_hand == (aside.name,)
        opened.close()


def test_a_bad_backup_is_not_put_in_place(filled: SqlArchive, archives: SqlArchives, tmp_path: Path) -> None:
    copy = tmp_path / "kopie.orarchief"
    filled.backup(copy)
    filled.close()
    before = filled.path.read_bytes()
    content = bytearray(copy.read_bytes())
    content[9 * 4096 + 100] ^= 1
    copy.write_bytes(content)
    with pytest.raises(Circumstance) as refused:
        archives.restore(copy, filled.path, PASSPHRASE)
    assert refused.value.code in {"archive.backup_failed", "archive.damaged"}
    with pytest.raises(Circumstance) as refused:
        archives.restore(copy, filled.path, "een heel andere wachtzin")
    assert refused.value.code == "archive.wrong_key"
    assert filled.path.read_bytes() == before
    assert [found.name for found in filled.path.parent.iterdir()] == [filled.path.name]


def test_restoring_where_nothing_stands(filled: SqlArchive, archives: SqlArchives, tmp_path: Path) -> None:
    filled.backup(tmp_path / "kopie.orarchief")
    target = tmp_path / "nieuw.orarchief"
    assert archives.restore(tmp_path / "kopie.orarchief", target, PASSPHRASE) == target
    archives.open(target, PASSPHRASE).close()


def test_a_new_passphrase(filled: SqlArchive, archives: SqlArchives, keyring: MemoryKeyring) -> None:
    filled.close()
    opened = archives.open(filled.path, PASSPHRASE, keep_key=True)
    salt = opened.salt
    opened.change_passphrase(PASSPHRASE, NEW_PASSPHRASE)
    change(opened, "Na de wijziging")
    assert opened.salt == salt
    earlier = Path(opened.backups()[0].path)
    opened.close()
    with pytest.raises(Circumstance) as refused:
        archives.open(filled.path, PASSPHRASE)
    assert refused.value.code == "archive.wrong_key"
    by_hint = archives.open(filled.path, None)
    with by_hint.read() as reader:
        assert reader.dossier("2026-001").title == "Na de wijziging"
    assert by_hint.verify().findings == ()
    by_hint.close()
    archives.open(filled.path, NEW_PASSPHRASE).close()
    archives.open(earlier, PASSPHRASE, read_only=True).close()
    assert [found.name for found in filled.path.parent.iterdir()] == [filled.path.name]


def test_the_copy_before_a_new_passphrase_does_not_replace_the_daily_one(filled: SqlArchive, clock: FixedClock) -> None:
    filled.change_passphrase(PASSPHRASE, NEW_PASSPHRASE)
    made = filled.backup_if_due(clock.today())
    assert made is not None
    assert len(filled.backups()) == 2
    for _ in range(DAYS):
        clock.forward(1)
        change(filled, f"na {clock.today()}")
        filled.backup_if_due(clock.today())
    assert not [one for one in filled.backups() if "oude-wachtzin" in one.name]


def test_a_new_passphrase_needs_the_old_and_nobody_else(filled: SqlArchive, archives: SqlArchives) -> None:
    with pytest.raises(Circumstance) as refused:
        filled.change_passphrase("niet de oude wachtzin", NEW_PASSPHRASE)
    assert refused.value.code == "archive.wrong_key"
    second = archives.open(filled.path, PASSPHRASE)
    with second.read() as reader:
        reader.council()
        with pytest.raises(Circumstance) as refused:
            filled.change_passphrase(PASSPHRASE, NEW_PASSPHRASE)
    assert refused.value.code == "archive.being_read"
    second.close()
    change(filled, "gaat gewoon door")
    filled.close()
    archives.open(filled.path, PASSPHRASE).close()


def test_too_little_space_for_a_new_passphrase(filled: SqlArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    import shutil

    usage = shutil.disk_usage(filled.path.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=1000))
    with pytest.raises(Circumstance) as refused:
        filled.change_passphrase(PASSPHRASE, NEW_PASSPHRASE)
    assert refused.value.code == "archive.no_space"


copies = st.lists(
    st.builds(
        lambda ago, size, order: (TODAY - timedelta(days=ago), size, order),
        st.integers(-3, 900),
        st.integers(0, 100),
        st.integers(0, 3),
    ),
    max_size=60,
).map(lambda rows: [Copy(name=str(n), day=day, order=str(order), size=size) for n, (day, size, order) in enumerate(rows)])


@settings(max_examples=60, deadline=None)
@given(copies, st.integers(0, 3000))
def test_the_calendar_keeps_what_it_says(rows: list[Copy], most: int) -> None:
    stay = kept(rows, TODAY, most)
    assert stay <= {row.name for row in rows}
    assert len(stay) <= 1 + DAYS + WEEKS + MONTHS
    if rows:
        newest = max(rows, key=lambda row: (row.day, row.order, row.name))
        assert newest.name in stay
        assert len(stay) == 1 or sum(row.size for row in rows if row.name in stay) <= most
        rest = [row for row in rows if row.name in stay]
        assert kept(rest, TODAY, most) == stay


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 600))
def test_daily_backups_reach_back_a_year(start: int) -> None:
    today = TODAY + timedelta(days=start)
    rows = [Copy(name=str(ago), day=today - timedelta(days=ago), order="", size=1) for ago in range(500)]
    stay = kept(rows, today, PLENTY)
    days = sorted((today - row.day).days for row in rows if row.name in stay)
    assert days[:DAYS] == list(range(DAYS))
    assert 300 <= days[-1] <= 366  # the twelfth month back, to its last day
    weeks = [age for age in days if age < 7 * (WEEKS - 1)]
    assert all(later - earlier <= 7 for earlier, later in itertools.pairwise(weeks))


@settings(max_examples=25, deadline=None)
@given(copies.filter(bool))
def test_the_end_of_a_backup_is_foretold(rows: list[Copy]) -> None:
    one = rows[0]
    last = ends_on(one.name, rows, TODAY, PLENTY)
    assert TODAY < last <= TODAY + timedelta(days=370)
    if last > TODAY + timedelta(days=1):
        newer = Copy(name="nieuw", day=last - timedelta(days=1), order="~")
        assert one.name in kept([*rows, newer], last - timedelta(days=1), PLENTY)


def test_an_old_backup_ends_at_the_turn_of_its_month() -> None:
    rows = [Copy(name="a", day=date(2026, 3, 31), order="", size=1)]
    assert ends_on("a", rows, TODAY, PLENTY) == date(2027, 3, 1)
