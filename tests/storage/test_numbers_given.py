"""References without gaps or doubles, codes that are never reused, letters in order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orapp.domain.promises import Condition
from orapp.services.failures import Refusal
from orapp.services.rows import FULL_VIEW, DossierQuery
from orapp.storage.archive import SqlArchive
from orapp.storage.counters import reference_parts
from tests.storage.material import sample_dossier

pytestmark = pytest.mark.usefixtures("quick_disk")


def take(archive: SqlArchive, number: int, *, keep: bool) -> str:
    """The reference that a new dossier gets; without `keep` the transaction is undone."""
    with archive.write("S") as work:
        reference = work.next_reference(2026)
        work.add(sample_dossier(number, reference=reference))
        if not keep:
            work.add(sample_dossier(number, reference=reference))
    return reference


def test_references_have_no_gaps_and_no_doubles(archive: SqlArchive) -> None:
    assert take(archive, 1, keep=True) == "2026-001"
    with pytest.raises(Refusal):
        take(archive, 2, keep=False)
    assert take(archive, 2, keep=True) == "2026-002"


def test_a_reference_from_elsewhere_counts(archive: SqlArchive) -> None:
    with archive.write("S") as work:
        work.add(sample_dossier(1, reference="2026-014"))
        assert work.next_reference(2026) == "2026-015"
        assert work.next_reference(2027) == "2027-001"
        work.add(sample_dossier(2, reference="eigen kenmerk"))
        loaded = work.dossier("eigen kenmerk")
        work.save(loaded, replace(loaded, reference="2026-020"))
        assert work.next_reference(2026) == "2026-021"
        assert work.dossier("2026-020").id == "d2"


def test_a_reference_is_of_one_dossier(archive: SqlArchive) -> None:
    with archive.write("S") as work:
        work.add(sample_dossier(1))
        work.add(sample_dossier(2))
    for wrong in (sample_dossier(3, reference="2026-001"), sample_dossier(1, reference="2026-009")):
        with pytest.raises(Refusal), archive.write("S") as work:
            work.add(wrong)
    with archive.read() as reader:
        loaded = reader.dossier("2026-002")
    with pytest.raises(Refusal) as refused, archive.write("S") as work:
        work.save(loaded, replace(loaded, reference="2026-001"))
    assert refused.value.code == "dossier.reference_taken"


def test_one_identity_stands_once_in_a_dossier(archive: SqlArchive) -> None:
    twice = sample_dossier(1, conditions=(Condition(id="x", text="a"), Condition(id="x", text="b")))
    with pytest.raises(Refusal) as refused, archive.write("S") as work:
        work.add(twice)
    assert refused.value.code == "item.id_twice"


def test_codes_from_elsewhere_are_kept_and_count(archive: SqlArchive) -> None:
    conditions = (Condition(id="a", text="a", number=7), Condition(id="b", text="b"), Condition(id="c", text="c", number=2))
    with archive.write("S") as work:
        work.add(sample_dossier(1, conditions=conditions))
        loaded = work.dossier("2026-001")
        assert [condition.number for condition in loaded.conditions] == [7, 8, 2]
        without = work.save(loaded, replace(loaded, conditions=()))
        again = work.save(without, replace(without, conditions=(Condition(id="d", text="d"),)))
    assert again.conditions[0].number == 9


def test_two_windows_that_add_get_two_numbers_and_both_stay(archive: SqlArchive) -> None:
    with archive.write("S") as work:
        work.add(sample_dossier(1))
    with archive.read() as reader:
        loaded = reader.dossier("2026-001")
    for window in ("a", "b"):
        with archive.write("S", window) as work:
            work.save(loaded, replace(loaded, conditions=(*loaded.conditions, Condition(id=f"v-{window}", text=window))))
    with archive.read() as reader:
        assert [(condition.text, condition.number) for condition in reader.dossier("2026-001").conditions] == [
            ("Voldoende stilteplekken", 1),
            ("a", 2),
            ("b", 3),
        ]


def test_an_order_of_the_list_is_kept(archive: SqlArchive) -> None:
    with archive.write("S") as work:
        work.add(sample_dossier(1, conditions=tuple(Condition(id=letter, text=letter) for letter in "abcd")))
        loaded = work.dossier("2026-001")
        turned = work.save(loaded, replace(loaded, conditions=loaded.conditions[::-1]))
        assert [condition.text for condition in turned.conditions] == list("dcba")
        assert work.changes.items[-1].action == "added"
        fewer = work.save(turned, replace(turned, conditions=turned.conditions[1:]))
        assert [condition.number for condition in fewer.conditions] == [3, 2, 1]


def test_letters_are_numbered_per_dossier(archive: SqlArchive) -> None:
    with archive.write("S") as work:
        work.add(sample_dossier(1))
        assert [work.next_letter_number("d1"), work.next_letter_number("d1"), work.next_letter_number("d2")] == [1, 2, 1]


def test_the_list_follows_an_edit(archive: SqlArchive) -> None:
    with archive.write("S") as work:
        work.add(sample_dossier(1))
        loaded = work.dossier("2026-001")
        work.save(loaded, replace(loaded, title="Zonwering", conditions=()))
    with archive.read() as reader:
        assert reader.dossiers(DossierQuery(), FULL_VIEW).rows[0].title == "Zonwering"
        assert reader.dossier_count(DossierQuery(text="verhuizing"), FULL_VIEW) == 0
        assert reader.dossier_count(DossierQuery(text="zonw"), FULL_VIEW) == 1


@given(st.integers(1900, 2200), st.integers(1, 99999))
def test_a_reference_is_read_as_it_was_made(year: int, number: int) -> None:
    for pattern in ("{year}-{number:03}", "OR/{number}/{year}", "{year}.{year}-{number:05}"):
        assert reference_parts(pattern, pattern.format(year=year, number=number)) == (year, number)
    assert reference_parts("{council}-{number}", "x-1") is None
