"""Groups of the list, and its filters on owner, attention, secrecy and tags, in a real archive."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from orapp.domain.dossier import DossierKind, DossierStatus
from orapp.services.bulk import BulkService, add_tag, remove_tag, set_owner
from orapp.services.dossier_lists import DossierLists
from orapp.services.failures import Refusal
from orapp.services.list_views import SETTING, ListView, ListViewService
from orapp.services.rows import FULL_VIEW, SHARED_SCREEN, DossierGroup, DossierOrder, DossierQuery
from orapp.storage import grouping, listing
from orapp.storage.archive import SqlArchive
from tests.storage.material import TODAY, Filling, sample_dossier

OWNERS = ("Anna", "", "Éva", "anna")


pytestmark = pytest.mark.usefixtures("quick_disk")


@pytest.fixture(scope="module")
def filling() -> Filling:
    return [
        sample_dossier(
            number,
            opened_on=TODAY + timedelta(days=9 * number),
            kind=list(DossierKind)[number % 3],
            owner=OWNERS[number % 4],
            secret=number == 5,
            tags=("zorg rooster",) if number % 6 == 0 else ("zorg",),
            status=DossierStatus.CLOSED if number == 8 else DossierStatus.RUNNING,
        )
        for number in range(1, 25)
    ]


@pytest.mark.parametrize("few", [500, 3], ids=["looked up", "walked"])
@pytest.mark.parametrize("order", [DossierOrder.NEXT_DEADLINE, DossierOrder.PHASE, DossierOrder.TITLE])
@pytest.mark.parametrize("by", DossierGroup)
def test_the_groups_hold_every_line_once(
    by: DossierGroup, order: DossierOrder, few: int, filled: SqlArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "FEW", few)
    query = DossierQuery(group_by=by, order=order, limit=5)
    seen: list[str] = []
    with filled.read() as reader:
        groups = reader.dossier_groups(query, FULL_VIEW)
        assert sum(group.count for group in groups) == reader.dossier_count(query, FULL_VIEW) == 24
        for group in groups:
            asked = replace(query, group=group.value)
            assert reader.dossier_count(asked, FULL_VIEW) == group.count
            mine: list[str] = []
            while True:
                page = reader.dossiers(asked, FULL_VIEW)
                mine += [row.id for row in page.rows]
                if not page.more:
                    break
                asked = replace(asked, after=page.rows[-1].key)
            assert len(mine) == group.count
            seen += mine
    assert len(seen) == len(set(seen)) == 24


def test_groups_stand_in_an_order_that_people_expect(filled: SqlArchive) -> None:
    with filled.read() as reader:
        owners = [group.value for group in reader.dossier_groups(DossierQuery(group_by=DossierGroup.OWNER), FULL_VIEW)]
        months = [group.value for group in reader.dossier_groups(DossierQuery(group_by=DossierGroup.MONTH), FULL_VIEW)]
        assert reader.dossier_groups(DossierQuery(), FULL_VIEW) == ()
        assert reader.dossier_groups(DossierQuery(group_by=DossierGroup.OWNER), SHARED_SCREEN) == ()
    assert owners == ["Anna", "anna", "Éva", ""]
    assert sorted(months, key=lambda month: month or "~") == months


def test_pages_go_from_group_to_group(filled: SqlArchive) -> None:
    lists = DossierLists(filled)
    query = DossierQuery(group_by=DossierGroup.OWNER, order=DossierOrder.REFERENCE)
    first = lists.grouped(query, ("Éva",), {"Anna"}, 8)
    assert [group.value for group in first.groups] == ["Éva", "Anna", "anna", ""]
    assert [(value, len(rows)) for value, rows in first.rows] == [("Éva", 6), ("anna", 2)]
    assert first.more
    after = first.rows[-1][1][-1].key
    rest, more = lists.next_of_groups(query, ("anna", ""), after, 8)
    assert [(value, len(rows)) for value, rows in rest] == [("anna", 4), ("", 4)]
    assert more
    assert len(lists.every_row(query)) == 24
    assert len({row.id for row in lists.every_row(replace(query, group_by=None))}) == 24


@pytest.mark.parametrize("few", [500, 2])
def test_filters(few: int, filled: SqlArchive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "FEW", few)

    def found(query: DossierQuery) -> int:
        with filled.read() as reader:
            count = reader.dossier_count(query, FULL_VIEW)
            assert len(reader.dossiers(query, FULL_VIEW).rows) == count
        return count

    assert found(DossierQuery(owner="Anna")) == 6
    assert found(DossierQuery(secret=True)) == 1
    assert found(DossierQuery(tag="zorg")) == 20
    assert found(DossierQuery(tag="zorg rooster")) == 4
    assert found(DossierQuery(tag="rooster")) == 0
    everything = BulkService(filled)
    asking = [row for row in DossierLists(filled).every_row(DossierQuery()) if row.attention]
    assert found(DossierQuery(attention=True)) == len(asking)
    everything.change(("d1",), set_owner("Zoë"), "Sanne")
    assert found(DossierQuery(owner="Zoë")) == 1
    with filled.read() as reader:
        assert reader.dossier_count(DossierQuery(owner="Anna"), SHARED_SCREEN) == 0
        tags, owners = reader.list_words(FULL_VIEW)
        assert tags == ("zorg", "zorg rooster")
        assert sorted(owners) == ["Anna", "Zoë", "anna", "Éva"]
        assert reader.list_words(SHARED_SCREEN)[1] == ()


def test_a_group_is_found_by_an_index(filled: SqlArchive) -> None:
    """No look for a group walks all lines of the table: it goes along an index that has what it asks."""
    with filled.read() as reader:
        for by in DossierGroup:
            statement = grouping.counted(by).group_by(grouping._OF[by]).compile(compile_kwargs={"literal_binds": True})
            plan = reader._connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}").all()
            assert any("COVERING INDEX" in row[3] for row in plan), (by, plan)


def test_bulk_acts_are_one_write_with_a_line_each(filled: SqlArchive) -> None:
    bulk = BulkService(filled)
    ids = ("d1", "d2", "d3")
    done = bulk.change(ids, add_tag("  haast  nu "), "Sanne")
    assert done.count == 3
    assert set(done.changes.dossier_ids) == set(ids)
    with filled.read() as reader:
        assert reader.journal("d2", 1)[0].person == "Sanne"
        assert "haast nu" in reader.dossier_by_id("d2").tags
    assert bulk.change(ids, add_tag("haast nu"), "Sanne").count == 0
    bulk.undo(done, "Sanne")
    with filled.read() as reader:
        assert "haast nu" not in reader.dossier_by_id("d2").tags
    gone = bulk.change(ids, remove_tag("zorg"), "Sanne")
    owner = bulk.change(("d1",), set_owner("Piet"), "Sanne")
    bulk.change(("d2",), add_tag("later"), "Ander")
    with pytest.raises(Refusal, match="changed_since"):
        bulk.undo(gone, "Sanne")
    with filled.read() as reader:
        assert reader.dossier_by_id("d1").tags == ()
        assert reader.dossier_by_id("d1").owner == "Piet"
    bulk.undo(owner, "Sanne")
    with pytest.raises(Refusal):
        add_tag(" ")


def test_the_bin_takes_all_or_none(filled: SqlArchive) -> None:
    bulk = BulkService(filled)
    with pytest.raises(Refusal):
        bulk.to_bin(("d1", "er is geen"), "Sanne")
    with filled.read() as reader:
        assert reader.bin() == ()
    done = bulk.to_bin(("d1", "d5"), "Sanne")
    with filled.read() as reader:
        assert {(row.id, row.secret, row.by) for row in reader.bin()} == {("d1", False, "Sanne"), ("d5", True, "Sanne")}
        assert reader.dossier_count(DossierQuery(), FULL_VIEW) == 22
    bulk.undo(done, "Sanne")
    with filled.read() as reader:
        assert reader.dossier_count(DossierQuery(), FULL_VIEW) == 24


def test_views_are_kept_in_the_archive(filled: SqlArchive) -> None:
    views = ListViewService(filled)
    query = DossierQuery(
        kinds=(DossierKind.GENERAL,), statuses=(DossierStatus.RUNNING,), tag="zorg", group_by=DossierGroup.MONTH, attention=True
    )
    views.keep(ListView(name="  Mijn   lijst ", query=query, columns="{}"), "Sanne")
    assert views.read() == (ListView(name="Mijn lijst", query=query, columns="{}"),)
    views.keep(ListView(name="mijn lijst", query=DossierQuery()), "Sanne")
    assert [view.name for view in views.read()] == ["mijn lijst"]
    with filled.write("Sanne") as work:
        work.put_setting(SETTING, '[{"name": "nieuw", "order": "van later"}, 3]')
    assert views.read() == ()
    with pytest.raises(Refusal):
        views.keep(ListView(name=" ", query=DossierQuery()), "Sanne")
    assert views.remove("weg", "Sanne") == ()
