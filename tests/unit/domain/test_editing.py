"""Edits of a dossier: what they do, that their inverse takes them back, and where two windows meet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orapp.domain import editing
from orapp.domain.assessment import Objection, Question
from orapp.domain.decisions import Comparison, Decision
from orapp.domain.dossier import CODE_LETTERS, COLLECTIONS, Dossier, DossierKind
from orapp.domain.items import Item
from orapp.domain.papers import Paper
from orapp.domain.promises import Commitment, Condition
from orapp.domain.references import references
from tests.fakes.dossiers import dossiers


def small(**collections: tuple[Item, ...]) -> Dossier:
    made: Callable[..., Dossier] = Dossier
    return made(id="d", reference="2026-001", title="Proef", kind=DossierKind.GENERAL, opened_on=date(2026, 1, 2), **collections)


def questions(*texts: str) -> tuple[Question, ...]:
    return tuple(Question(id=f"q{place}", text=text, position=place) for place, text in enumerate(texts))


def essence(dossier: Dossier) -> Dossier:
    """The dossier without what an archive gives out: numbers and positions."""
    untyped: Callable[..., Dossier] = replace
    bare = {name: tuple(replace(item, number=0, position=0) for item in getattr(dossier, name)) for name in COLLECTIONS}
    return untyped(dossier, version=0, **bare)


def texts(dossier: Dossier) -> list[str]:
    return [question.text for question in dossier.questions]


@settings(max_examples=20, deadline=None)
@given(dossiers(), dossiers())
def test_the_inverse_of_a_difference_gives_back_what_was(first: Dossier, second: Dossier) -> None:
    back = editing.inverse(editing.difference(first, second))(second)
    assert essence(back) == essence(first)


@settings(max_examples=20, deadline=None)
@given(dossiers(most_items=3), st.data())
def test_removing_leaves_no_reference_that_leads_nowhere_and_undo_brings_all_back(dossier: Dossier, data: st.DataObject) -> None:
    everything = [(name, item.id) for name, item in dossier.items()]
    if not everything:
        return
    name, item_id = data.draw(st.sampled_from(everything))
    after = editing.remove(name, item_id)(dossier)
    assert after.find(item_id) is None
    left = {item.id for _, item in after.items()}
    assert all(found.target in left for found in references(after))
    back = editing.inverse(editing.difference(dossier, after))(after)
    assert essence(back) == essence(dossier)
    again = editing.inverse(editing.difference(after, back))(back)
    assert essence(again) == essence(after)


@settings(max_examples=20, deadline=None)
@given(dossiers(most_items=4), st.data())
def test_moving_keeps_every_item_and_is_taken_back(dossier: Dossier, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(COLLECTIONS)))
    items = editing.items_of(dossier, name)
    if not items:
        return
    moved = data.draw(st.sampled_from(items))
    to = data.draw(st.integers(-2, 6))
    after = editing.move(name, moved.id, to)(dossier)
    assert {item.id for item in editing.items_of(after, name)} == {item.id for item in items}
    assert editing.items_of(after, name)[max(0, min(to, len(items) - 1))].id == moved.id
    assert [item.position for item in editing.items_of(after, name)] == list(range(len(items)))
    assert essence(editing.inverse(editing.difference(dossier, after))(after)) == essence(dossier)


def test_several_removed_come_back_in_their_places() -> None:
    before = small(questions=questions("a", "b", "c", "d"))
    after = editing.remove("questions", "q1", "q2")(before)
    assert texts(after) == ["a", "d"]
    assert texts(editing.inverse(editing.difference(before, after))(after)) == ["a", "b", "c", "d"]


def test_a_removed_condition_takes_its_comparison_along_and_the_names_of_it() -> None:
    compared = Comparison(item_id="v1", passage="niet passend")
    before = small(
        conditions=(Condition(id="v1", text="Terugkeer"), Condition(id="v2", text="Evaluatie")),
        objections=(Objection(id="o1", text="Zorg", destination_ids=("v1", "v2")),),
        decisions=(Decision(id="e1", title="Besluit", comparisons=(compared, Comparison(item_id="v2"))),),
    )
    after = editing.remove("conditions", "v1")(before)
    assert after.objections[0].destination_ids == ("v2",)
    assert [one.item_id for one in after.decisions[0].comparisons] == ["v2"]
    back = editing.inverse(editing.difference(before, after))(after)
    assert back.decisions[0].comparisons[0] == compared
    assert back.objections[0].destination_ids == ("v1", "v2")


def test_removing_what_nothing_names_leaves_the_others_untouched() -> None:
    before = small(papers=(Paper(id="p1", title="Nota"),), commitments=(Commitment(id="t1", text="Brief"),))
    after = editing.remove("papers", "p1")(before)
    assert after.commitments is before.commitments
    assert editing.remove("papers", "weg")(before) is before


def test_two_windows_change_two_fields_of_one_question() -> None:
    start = small(questions=questions("a"))
    asked = start.questions[0]
    one = editing.change("questions", asked, replace(asked, text="b"))
    other = editing.change("questions", asked, replace(asked, answer="ja"))
    both = other(one(start))
    assert (both.questions[0].text, both.questions[0].answer) == ("b", "ja")


def test_two_windows_change_the_same_field_and_the_second_is_told() -> None:
    start = small(questions=questions("a"))
    asked = start.questions[0]
    changed = editing.change("questions", asked, replace(asked, text="b"))(start)
    with pytest.raises(editing.EditConflict) as told:
        editing.change("questions", asked, replace(asked, text="c"))(changed)
    assert (told.value.collection, told.value.item_id) == ("questions", "q0")
    assert editing.change("questions", asked, replace(asked, text="b"))(changed) == changed


def test_changing_or_moving_what_is_gone_is_told_and_removing_it_twice_is_not() -> None:
    start = small(questions=questions("a", "b"))
    asked = start.questions[0]
    gone = editing.remove("questions", "q0")(start)
    with pytest.raises(editing.EditConflict):
        editing.change("questions", asked, replace(asked, text="c"))(gone)
    with pytest.raises(editing.EditConflict):
        editing.move("questions", "q0", 1)(gone)
    assert editing.remove("questions", "q0")(gone) is gone


def test_undo_is_refused_where_another_window_changed_the_field_since() -> None:
    start = small(questions=questions("a"))
    asked = start.questions[0]
    mine = editing.change("questions", asked, replace(asked, text="b"))(start)
    theirs = editing.change("questions", mine.questions[0], replace(mine.questions[0], text="c"))(mine)
    with pytest.raises(editing.EditConflict):
        editing.inverse(editing.difference(start, mine))(theirs)
    added = editing.add("questions", Question(id="n", text="nieuw"))(start)
    changed = editing.change("questions", added.questions[1], replace(added.questions[1], text="anders"))(added)
    with pytest.raises(editing.EditConflict):
        editing.inverse(editing.difference(start, added))(changed)


def test_the_head_is_set_and_set_back() -> None:
    start = small()
    after = editing.set_head(start, title="Anders", tags=("a",))(start)
    assert editing.difference(start, after).head == (("title", "Proef", "Anders"), ("tags", (), ("a",)))
    assert editing.inverse(editing.difference(start, after))(after) == start
    with pytest.raises(editing.EditConflict):
        editing.set_head(start, title="Derde")(after)


def test_edits_together_are_taken_back_together() -> None:
    start = small(questions=questions("a", "b"))
    edit = editing.together(
        editing.add("questions", Question(id="n", text="n"), at=1),
        editing.remove("questions", "q0"),
        editing.move("questions", "q1", 0),
    )
    after = edit(start)
    assert texts(after) == ["b", "n"]
    assert texts(editing.inverse(editing.difference(start, after))(after)) == ["a", "b"]


def test_codes_are_no_difference() -> None:
    start = small(questions=questions("a"))
    numbered = replace(start, questions=(replace(start.questions[0], number=4),))
    assert "questions" in CODE_LETTERS
    assert not editing.difference(start, numbered)
