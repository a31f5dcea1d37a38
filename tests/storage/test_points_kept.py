"""The points of dossiers in the archive: kept with the dossier, asked by kind and day, rebuilt when the law changes."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from orapp.domain.actions import ActionItem
from orapp.domain.dossier import Dossier, DossierStatus
from orapp.domain.papers import Paper
from orapp.domain.points import PointKind, PromiseState
from orapp.domain.promises import Commitment, CommitmentState
from orapp.services import rows
from orapp.services.overview import OverviewService
from orapp.services.rows import FULL_VIEW, SHARED_SCREEN, DeadlineQuery, DossierQuery, PointQuery, PointRow
from orapp.storage import points
from orapp.storage.archive import SqlArchive
from orapp.storage.archives import SqlArchives
from orapp.storage.tables import point
from tests.storage.material import PASSPHRASE, TODAY, FixedClock, make_archives, sample_dossier

pytestmark = pytest.mark.usefixtures("quick_disk")

FIRST = Path(__file__).parent / "samples" / "form-0001.bin"
ACTIONS = PointQuery(kind=PointKind.ACTION)


def busy(number: int, **values: Any) -> Dossier:
    """A dossier with two action items, a promise that is late, one that runs, and a paper that nobody registered."""
    return replace(
        sample_dossier(number),
        actions=(
            ActionItem(id=f"d{number}-x1", text="Zaal huren", owner="Bérk", due=TODAY + timedelta(days=number)),
            ActionItem(id=f"d{number}-x2", text="Brief sturen", owner="Sanne"),
        ),
        commitments=(
            Commitment(id=f"d{number}-t1", number=1, text="Stiltehoek", due=TODAY - timedelta(days=number)),
            Commitment(id=f"d{number}-t2", number=2, text="Rapport", due=TODAY),
            Commitment(id=f"d{number}-t3", number=3, text="Overzicht", state=CommitmentState.KEPT),
        ),
        papers=(Paper(id=f"d{number}-p1", number=1, title="Brief", received_on=TODAY),),
        **values,
    )


@pytest.fixture
def filled(archive: SqlArchive) -> SqlArchive:
    with archive.write("S") as work:
        for number in (1, 2, 3):
            work.add(busy(number, secret=number == 2))
    return archive


def asked(archive: SqlArchive, query: PointQuery, visibility: rows.Visibility = FULL_VIEW) -> tuple[PointRow, ...]:
    with archive.read() as reader:
        found = reader.points(query, visibility)
        assert reader.point_count(query, visibility) >= len(found)
    return found


def test_points_come_by_their_day_and_those_without_one_last(filled: SqlArchive) -> None:
    found = asked(filled, ACTIONS)
    assert [(row.text, row.reference) for row in found] == [
        *(("Zaal huren", f"2026-00{number}") for number in (1, 2, 3)),
        *(("Brief sturen", f"2026-00{number}") for number in (1, 2, 3)),
    ]
    assert [row.item_id for row in asked(filled, replace(ACTIONS, limit=2))] == ["d1-x1", "d2-x1"]


def test_points_by_owner_whatever_the_case_and_accents(filled: SqlArchive) -> None:
    assert {row.owner for row in asked(filled, replace(ACTIONS, owner="berk"))} == {"Bérk"}
    assert {row.owner for row in asked(filled, replace(ACTIONS, not_owner="berk"))} == {"Sanne"}


def test_a_shared_screen_hides_points_of_secret_dossiers_and_names(filled: SqlArchive) -> None:
    found = asked(filled, ACTIONS, SHARED_SCREEN)
    assert {row.dossier_id for row in found} == {"d1", "d3"}
    assert {row.owner for row in found} == {""}
    with filled.read() as reader:
        assert (reader.point_count(ACTIONS, FULL_VIEW), reader.point_count(ACTIONS, SHARED_SCREEN)) == (6, 4)


def test_late_is_asked_of_the_day_and_not_kept(filled: SqlArchive) -> None:
    late = PointQuery(kind=PointKind.PROMISE, state=PromiseState.OPEN.value, before=TODAY)
    running = replace(late, before=None, since=TODAY)
    assert [row.item_id for row in asked(filled, late)] == ["d3-t1", "d2-t1", "d1-t1"]
    assert len(asked(filled, running)) == 3
    tomorrow = TODAY + timedelta(days=1)
    assert (len(asked(filled, replace(late, before=tomorrow))), len(asked(filled, replace(running, since=tomorrow)))) == (6, 0)
    assert len(asked(filled, PointQuery(kind=PointKind.PROMISE, state=PromiseState.KEPT.value))) == 3


def test_counting_stops_where_it_says(filled: SqlArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(points, "MOST_COUNTED", 4)
    with filled.read() as reader:
        assert reader.point_count(ACTIONS, FULL_VIEW) == 4


def test_points_follow_the_dossier_in_the_same_transaction(filled: SqlArchive) -> None:
    with filled.write("S") as work:
        loaded = work.dossier("2026-001")
        done = replace(loaded.actions[0], done_on=TODAY)
        work.save(loaded, replace(loaded, actions=(done, *loaded.actions[1:])))
        assert "d1-x1" not in {row.item_id for row in work.points(ACTIONS, FULL_VIEW)}
    with filled.write("S") as work:
        work.move_to_bin("d2")
    assert {row.item_id for row in asked(filled, ACTIONS)} == {"d1-x2", "d3-x1", "d3-x2"}
    with filled.write("S") as work:
        work.take_from_bin("d2")
    assert len(asked(filled, ACTIONS)) == 5
    with filled.write("S") as work:
        work.destroy_dossier("d2", "bewaartermijn voorbij")
    assert {row.dossier_id for row in asked(filled, ACTIONS)} == {"d1", "d3"}


def test_another_law_derives_the_points_again(filled: SqlArchive) -> None:
    with filled.write("S") as work:
        points.remove(work._connection, "d1")
    filled.close()
    later = make_archives(law_stamp="2027-01-01", identities_from=500).open(filled.path, PASSPHRASE)
    assert {row.dossier_id for row in asked(later, ACTIONS)} == {"d2", "d3"}
    later.refresh_derived(TODAY)
    assert {row.dossier_id for row in asked(later, ACTIONS)} == {"d1", "d2", "d3"}
    later.close()


@pytest.mark.usefixtures("real_key")
def test_an_archive_of_an_older_form_has_its_points_after_the_first_look_at_the_day(
    archives: SqlArchives, tmp_path: Path, clock: FixedClock
) -> None:
    kept = tmp_path / "oud.orarchief"
    shutil.copyfile(FIRST, kept)
    opened = archives.open(kept, PASSPHRASE)
    with opened.read() as reader:
        count = reader.dossier_count(DossierQuery(), FULL_VIEW)
    assert opened.refresh_derived(clock.today()) == count
    assert opened.refresh_derived(clock.today()) == 0
    with opened.read() as reader:
        dossiers = reader.dossiers(DossierQuery(), FULL_VIEW).rows
        promises = {row.id: len(reader.dossier_by_id(row.id).commitments) for row in dossiers}
        kept_points = {row.id: sum(one.kind is PointKind.PROMISE for one in reader.points_of(row.id)) for row in dossiers}
    assert kept_points == promises
    opened.close()


@pytest.mark.parametrize(
    ("query", "index"),
    [
        (PointQuery(kind=PointKind.REGISTER), "ix_point_day"),
        (PointQuery(kind=PointKind.PROMISE, state="open", before=TODAY), "ix_point_day"),
        (PointQuery(kind=PointKind.ACTION, owner="Sanne"), "ix_point_owner"),
    ],
)
def test_each_question_has_its_index(filled: SqlArchive, query: PointQuery, index: str) -> None:
    with filled.read() as reader:
        statement = points._asked(query, select(point.c.dossier_id)).order_by(point.c.day_key)
        compiled = statement.compile(reader._connection, compile_kwargs={"literal_binds": True})
        plan = [row[3] for row in reader._connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}")]
    assert len(plan) == 1
    assert f"COVERING INDEX {index}" in plan[0]


def test_open_dossiers_without_a_date_and_those_that_ask(filled: SqlArchive) -> None:
    with filled.write("S") as work:
        work.add(replace(sample_dossier(7), proposed_decisions=(), requests=()))
        work.add(replace(sample_dossier(8), proposed_decisions=(), requests=(), status=DossierStatus.CLOSED))
    with filled.read() as reader:
        undated = reader.dossiers(DossierQuery(undated=True), FULL_VIEW).rows
        assert [row.id for row in undated] == ["d7"]
        assert reader.dossier_count(DossierQuery(undated=True), FULL_VIEW) == 1
        asking = reader.dossiers(DossierQuery(asks_until=TODAY), SHARED_SCREEN).rows
        assert [row.id for row in asking] == ["d1", "d3", "d7"]


def test_terms_page_by_page_are_all_terms(filled: SqlArchive) -> None:
    with filled.read() as reader:
        whole = reader.deadlines(DeadlineQuery(), FULL_VIEW)
        paged: list[rows.DeadlineRow] = []
        while page := reader.deadlines(DeadlineQuery(limit=2, after=paged[-1].place if paged else None), FULL_VIEW):
            paged += page
        assert tuple(paged) == whole
        assert len(whole) > 4
        assert {row.reference for row in reader.deadlines(DeadlineQuery(text="2026-003"), FULL_VIEW)} == {"2026-003"}
        assert reader.deadlines(DeadlineQuery(actors=("director",)), FULL_VIEW) == ()
        assert {row.severity for row in reader.deadlines(DeadlineQuery(fatal=True), FULL_VIEW)} == {"fatal"}
        last = whole[-1].act_by
        assert all(row.act_by >= last for row in reader.deadlines(DeadlineQuery(since=last), FULL_VIEW))


def test_the_overview_is_one_look(filled: SqlArchive, clock: FixedClock) -> None:
    service = OverviewService(filled, clock)
    overview = service.read("sanne")
    assert [row.owner for row in overview.actions.rows[:4]] == ["Sanne", "Sanne", "Sanne", "Bérk"]
    assert (overview.actions.count, overview.register.count, overview.undated) == (6, 3, 0)
    assert (overview.promises.kept, overview.promises.running, overview.promises.late) == (3, 3, 3)
    assert not overview.empty
    assert len(service.read("sanne", SHARED_SCREEN).asking) == 2


def test_a_fatal_term_is_told_from_its_seventh_day_or_in_its_last_week(archive: SqlArchive, clock: FixedClock) -> None:
    service = OverviewService(archive, clock)
    assert service.read("").empty
    with archive.write("S") as work:
        work.add(sample_dossier(1, opened_on=TODAY))
    assert service.read("").fatal is None
    clock.forward(7)
    fatal = service.read("").fatal
    assert fatal is not None
    assert fatal.red
    assert (fatal.deadline.key, fatal.row.start) == (fatal.row.key, TODAY)
    assert (fatal.lawyer, fatal.costs, fatal.resolved) == (None, None, None)


def test_a_clock_that_was_ahead_leaves_no_term_closed(archive: SqlArchive, clock: FixedClock) -> None:
    with archive.write("S") as work:
        work.add(sample_dossier(1, opened_on=TODAY))
    clock.forward(400)
    assert archive.refresh_derived(clock.today()) == 1
    with archive.read() as reader:
        assert reader.dossiers(DossierQuery(), FULL_VIEW).rows[0].phase == "passed"
    clock.forward(-400)
    assert archive.refresh_derived(clock.today()) == 1
    assert archive.refresh_derived(clock.today()) == 0
    with archive.read() as reader:
        assert reader.dossiers(DossierQuery(), FULL_VIEW).rows[0].phase == "running"
