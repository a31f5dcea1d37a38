"""The list of dossiers: sorted by stored keys, paged by keyset, filtered in SQL; deadlines over all dossiers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, literal_column, select

from orapp.domain.dossier import DossierKind, DossierStatus
from orapp.services.failures import Refusal
from orapp.services.rows import FULL_VIEW, SHARED_SCREEN, DeadlineQuery, DossierOrder, DossierQuery, DossierRow
from orapp.storage import listing, searching
from orapp.storage.archive import SqlArchive
from orapp.storage.derived_rows import Derivation, summary_values
from orapp.storage.sorting import sort_text
from orapp.storage.tables import FILTERED_COLUMNS, dossier_summary
from orapp.storage.tables import dossier as dossier_table
from tests.storage.material import PASSPHRASE, TODAY, Filling, FixedClock, make_archives, sample_dossier, small_law

TITLES = ["Éénmalige toeslag", "10 werkplekken", "9 werkplekken", "zonwering", "Arbo", "arbo", "Rooster", "rooster 2"]


pytestmark = pytest.mark.usefixtures("quick_disk")


@pytest.fixture(scope="module")
def filling() -> Filling:
    return [
        sample_dossier(
            number,
            title=title,
            opened_on=TODAY + timedelta(days=number % 3),
            kind=list(DossierKind)[number % 3],
            secret=number == 3,
            owner="Sanne",
            tags=("even",) if number % 2 == 0 else ("oneven", 'aan"halingsteken'),
            status=DossierStatus.CLOSED if number == 8 else DossierStatus.RUNNING,
            proposed_decisions=() if number == 5 else sample_dossier(number).proposed_decisions,
        )
        for number, title in enumerate(TITLES, start=1)
    ]


def paged(archive: SqlArchive, query: DossierQuery, limit: int) -> list[DossierRow]:
    rows: list[DossierRow] = []
    after: tuple[str, str] | None = None
    while True:
        with archive.read() as reader:
            page = reader.dossiers(
                DossierQuery(order=query.order, descending=query.descending, text=query.text, limit=limit, after=after),
                FULL_VIEW,
            )
        rows.extend(page.rows)
        if not page.more:
            return rows
        after = page.rows[-1].key


@pytest.mark.parametrize("order", list(DossierOrder))
@pytest.mark.parametrize("descending", [False, True])
def test_pages_together_are_the_whole_list(filled: SqlArchive, order: DossierOrder, descending: bool) -> None:
    query = DossierQuery(order=order, descending=descending)
    whole = paged(filled, query, 100)
    assert len(whole) == len(TITLES)
    assert [row.id for row in paged(filled, query, 3)] == [row.id for row in whole]
    keys = [row.key for row in whole]
    assert keys == sorted(keys, reverse=descending)


def test_titles_sort_as_a_person_expects(filled: SqlArchive) -> None:
    titles = [row.title for row in paged(filled, DossierQuery(order=DossierOrder.TITLE), 100)]
    assert titles == ["9 werkplekken", "10 werkplekken", "Arbo", "arbo", "Éénmalige toeslag", "Rooster", "rooster 2", "zonwering"]
    assert sort_text("B10a") > sort_text("B9z")


def test_dossiers_without_a_date_come_last(filled: SqlArchive) -> None:
    rows = paged(filled, DossierQuery(), 100)
    assert rows[-1].next_deadline is None
    days = [row.next_deadline for row in rows if row.next_deadline]
    assert days == sorted(days)


@pytest.mark.parametrize(
    ("query", "count"),
    [
        (DossierQuery(text="werkplek"), 2),
        (DossierQuery(text="WERKPLEKKEN 10"), 1),
        (DossierQuery(text="eenmalige"), 1),
        (DossierQuery(text="2026-004"), 1),
        (DossierQuery(text="flexwerken"), 7),
        (DossierQuery(text='"OR" NEAR( *'), 0),
        (DossierQuery(text="zonwering flexwerken huisvesting"), 1),
        (DossierQuery(text="bestaat niet"), 0),
        (DossierQuery(tag="even"), 4),
        (DossierQuery(tag='aan"halingsteken'), 4),
        (DossierQuery(kinds=(DossierKind.ADVICE_REQUEST,)), 2),
        (DossierQuery(statuses=(DossierStatus.CLOSED,)), 1),
        (DossierQuery(turn="council"), 8),
        (DossierQuery(turn="director"), 0),
    ],
)
def test_filters(filled: SqlArchive, query: DossierQuery, count: int) -> None:
    with filled.read() as reader:
        assert reader.dossier_count(query, FULL_VIEW) == count
        assert len(reader.dossiers(query, FULL_VIEW).rows) == count


@pytest.mark.parametrize("few", [0, 500])
@pytest.mark.parametrize("order", list(DossierOrder))
def test_rare_and_common_words_give_the_same_pages(
    filled: SqlArchive, monkeypatch: pytest.MonkeyPatch, order: DossierOrder, few: int
) -> None:
    """Whether the matching lines are fetched and sorted, or the sort index is walked: the pages are the same."""
    monkeypatch.setattr(listing, "FEW", few)
    whole = paged(filled, DossierQuery(order=order), 100)
    rows = paged(filled, DossierQuery(order=order, text="huisvesting verhuur gebou flex"), 3)
    assert rows == []
    rows = paged(filled, DossierQuery(order=order, text="gebou flex huisv"), 3)
    assert len(rows) == 7
    assert [row.id for row in rows] == [row.id for row in whole if row.id in {one.id for one in rows}]
    rows = paged(filled, DossierQuery(order=order, text="rooster"), 1)
    assert {row.title for row in rows} == {"Rooster", "rooster 2"}
    assert all(row.tags != () for row in rows)


@pytest.mark.parametrize(
    ("text", "count"), [("a_b", 1), ("ﬁ ½ ²", 0), ("a.b/c", 1), ("x'y\"z", 0), ("_ - '", 8), ("😀", 8), ("éénm", 1)]
)
def test_no_typed_sign_breaks_the_filter(filled: SqlArchive, text: str, count: int) -> None:
    with filled.write("S") as work:
        loaded = work.dossier("2026-005")
        work.save(loaded, replace(loaded, title="A B C"))
    with filled.read() as reader:
        assert reader.dossier_count(DossierQuery(text=text), FULL_VIEW) == count


def test_a_filtered_page_fetches_no_line_that_it_does_not_show(filled: SqlArchive) -> None:
    """The keys of the index answer the words, and the sort index answers the rest."""
    match = searching.match_of("gebouw")
    with filled.read() as reader:
        here = dossier_summary.c
        walked = select(here.dossier_id).where(
            literal_column("+dossier_summary.key").in_(searching.all_keys(match)), here.secret.is_(False), here.turn == "council"
        )
        compiled = walked.order_by(here.title_key, here.dossier_id).compile(
            reader._connection, compile_kwargs={"literal_binds": True}
        )
        plan = [row[3] for row in reader._connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}")]
    assert plan[0] == "SCAN dossier_summary USING COVERING INDEX ix_dossier_summary_title_key"
    assert not any("TEMP B-TREE FOR ORDER" in step for step in plan)


def test_a_shared_screen_hides_secret_dossiers_and_names(filled: SqlArchive) -> None:
    with filled.read() as reader:
        rows = reader.dossiers(DossierQuery(), SHARED_SCREEN).rows
        assert len(rows) == reader.dossier_count(DossierQuery(), SHARED_SCREEN) == 7
        assert {row.owner for row in rows} == {""}
        assert {row.dossier_id for row in reader.deadlines(DeadlineQuery(), SHARED_SCREEN)} == {
            row.id for row in rows if row.next_deadline
        }


def test_deadlines_by_dossier_nature_and_day(filled: SqlArchive) -> None:
    with filled.read() as reader:
        assert len(reader.deadlines(DeadlineQuery(), FULL_VIEW)) == 14
        assert len(reader.deadlines(DeadlineQuery(dossier_id="d1"), FULL_VIEW)) == 2
        assert len(reader.deadlines(DeadlineQuery(natures=("agreed",)), FULL_VIEW)) == 0
        assert len(reader.deadlines(DeadlineQuery(limit=5), FULL_VIEW)) == 5
        until = TODAY + timedelta(days=30)
        assert all((row.safe_day or row.plain_end) <= until for row in reader.deadlines(DeadlineQuery(until=until), FULL_VIEW))


def test_the_bin(filled: SqlArchive) -> None:
    with filled.write("S", "venster") as work:
        work.move_to_bin("d1")
        assert (work.changes.dossier_ids, work.changes.origin) == (("d1",), "venster")
    with filled.read() as reader:
        assert reader.dossier_count(DossierQuery(), FULL_VIEW) == 7
        assert [(row.id, row.label, row.by) for row in reader.bin()] == [("d1", "2026-001 Éénmalige toeslag", "S")]
        with pytest.raises(Refusal):
            reader.dossier("2026-001")
    assert filled.verify().findings == ()
    with filled.write("S") as work:
        work.take_from_bin("d1")
        assert work.dossier("2026-001").title == "Éénmalige toeslag"
        assert work.bin() == ()


def test_midnight_is_a_change(filled: SqlArchive, clock: FixedClock) -> None:
    assert filled.refresh_derived(clock.today()) == 0
    clock.forward(60)
    assert filled.refresh_derived(clock.today()) == 7
    assert filled.refresh_derived(clock.today()) == 0
    with filled.read() as reader:
        assert {row.phase for row in reader.dossiers(DossierQuery(), FULL_VIEW).rows} == {"passed", "running"}


def test_another_law_makes_everything_stale(filled: SqlArchive) -> None:
    filled.close()
    later = make_archives(law_stamp="2027-01-01", identities_from=500).open(filled.path, PASSPHRASE)
    assert later.verify().findings == ()
    assert later.refresh_derived(TODAY) == 8
    assert later.refresh_derived(TODAY) == 0
    later.close()


def test_ten_thousand_dossiers(archive: SqlArchive) -> None:
    """Every order has its index, and a page follows the page before it."""
    how = Derivation(derive=small_law, law_stamp="2026-11-01", program_version="0.1.0")
    at = datetime(2026, 11, 21, 9, tzinfo=UTC)
    wholes = [sample_dossier(number) for number in range(1, 10_001)]
    heads = [
        {"id": one.id, "council_id": "raad-1", "reference": one.reference, "created_at": at, "updated_at": at, "binned_by": ""}
        for one in wholes
    ]
    lines = [summary_values(how, one, small_law(one, TODAY), TODAY, at) for one in wholes]
    with archive.write("S") as work:
        work._connection.execute(insert(dossier_table), heads)
        work._connection.execute(insert(dossier_summary), lines)
    with archive.read() as reader:
        assert reader.dossier_count(DossierQuery(), FULL_VIEW) == 10_000
        page = reader.dossiers(DossierQuery(order=DossierOrder.TITLE, limit=50), FULL_VIEW)
        following = reader.dossiers(DossierQuery(order=DossierOrder.TITLE, limit=50, after=page.rows[-1].key), FULL_VIEW)
        assert [row.title for row in following.rows] == [f"Verhuizing naar gebouw {number}" for number in range(51, 101)]
        whole = [reader.dossiers(DossierQuery(order=order, limit=1), FULL_VIEW).rows[0].id for order in DossierOrder]
        assert len(whole) == len(DossierOrder)
    indexed = {tuple(column.name for column in index.columns) for index in dossier_summary.indexes}
    assert {(f"{order.value}_key", "dossier_id", *FILTERED_COLUMNS) for order in DossierOrder} <= indexed
