"""A dossier goes in and comes out the same; what changes is told, and nobody's change is overwritten."""

from __future__ import annotations

from dataclasses import replace

import pytest

from orapp.domain.dossier import Dossier
from orapp.domain.promises import Condition
from orapp.services.failures import Refusal
from orapp.services.rows import FULL_VIEW, DeadlineQuery, DossierQuery
from orapp.storage.archive import SqlArchive
from orapp.storage.archives import SqlArchives
from tests.storage.material import PASSPHRASE, sample_dossier

pytestmark = pytest.mark.usefixtures("quick_disk")


def test_a_dossier_comes_back_with_its_codes(archive: SqlArchive, archives: SqlArchives) -> None:
    with archive.write("S") as work:
        work.add(sample_dossier())
    archive.close()
    with archives.open(archive.path, PASSPHRASE).read() as reader:
        found = reader.dossier("2026-001")
    assert [decision.number for decision in found.proposed_decisions] == [1, 2]
    assert replace(found, requests=(), proposed_decisions=(), conditions=(), version=0) == replace(
        sample_dossier(), requests=(), proposed_decisions=(), conditions=()
    )


def test_what_is_derived_is_written_along(archive: SqlArchive) -> None:
    with archive.write("S") as work:
        work.add(sample_dossier())
    with archive.read() as reader:
        derived = reader.derived("d1")
        page = reader.dossiers(DossierQuery(), FULL_VIEW)
        deadlines = reader.deadlines(DeadlineQuery(), FULL_VIEW)
    assert derived is not None
    assert len(derived.deadlines) == 2
    assert [row.reference for row in page.rows] == ["2026-001"]
    assert page.rows[0].next_deadline == deadlines[0].safe_day
    assert [row.subject for row in deadlines] == ["B1", "B2"]


def test_two_windows_meet_on_the_same_item_only(archive: SqlArchive) -> None:
    with archive.write("S") as work:
        work.add(sample_dossier())
    with archive.read() as reader:
        loaded = reader.dossier("2026-001")
    one = replace(loaded, conditions=(replace(loaded.conditions[0], text="Tien stilteplekken"),))
    other = replace(loaded, proposed_decisions=(loaded.proposed_decisions[0], replace(loaded.proposed_decisions[1], title="X")))
    same = replace(loaded, conditions=(replace(loaded.conditions[0], text="Twintig stilteplekken"),))
    with archive.write("S") as work:
        work.save(loaded, one)
    with archive.write("V") as work:
        merged = work.save(loaded, other)
    assert merged.conditions[0].text == "Tien stilteplekken"
    assert merged.proposed_decisions[1].title == "X"
    with pytest.raises(Refusal) as refused, archive.write("V") as work:
        work.save(loaded, same)
    assert refused.value.code == "item.changed_since"
    assert refused.value.fields["code"] == "V1"


def test_a_number_is_never_given_again(archive: SqlArchive) -> None:
    with archive.write("S") as work:
        work.add(sample_dossier())
        first = work.dossier("2026-001")
        second = work.save(first, replace(first, conditions=(*first.conditions, Condition(id="v-b", text="b"))))
        third = work.save(second, replace(second, conditions=second.conditions[:1]))
        fourth = work.save(third, replace(third, conditions=(*third.conditions, Condition(id="v-c", text="c"))))
    assert [condition.number for condition in fourth.conditions] == [1, 3]


def add_both(archive: SqlArchive, one: Dossier, other: Dossier) -> None:
    with archive.write("S") as work:
        work.add(one)
        work.add(other)


def test_nothing_is_half_saved(archive: SqlArchive) -> None:
    with pytest.raises(Refusal):
        add_both(archive, sample_dossier(), sample_dossier(2, id="d1"))
    with archive.read() as reader:
        assert reader.dossier_count(DossierQuery(), FULL_VIEW) == 0
        assert not reader.journal("d1")
