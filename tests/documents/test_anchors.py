"""Each place of a letter has one bookmark of its own, within what Word allows."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from orapp.documents.anchors import LONGEST, Bookmarks, bookmark_name


def test_a_short_place_stays_readable() -> None:
    assert bookmark_name("voorwaarden/lijst/v2") == "_orapp_voorwaarden_lijst_v2"


def test_a_long_place_is_cut_and_hashed() -> None:
    name = bookmark_name("voorwaarden/" + "a" * 100)
    assert len(name) == LONGEST
    assert name != bookmark_name("voorwaarden/" + "a" * 101)


def test_places_that_differ_only_in_signs_word_does_not_tell_apart_get_other_names() -> None:
    names = {bookmark_name(place).casefold() for place in ("a/b", "a_b", "a-b", "A/b", "A/B", "a//b")}
    assert len(names) == 6


@given(st.text(max_size=80))
def test_any_name_is_one_that_word_takes(place: str) -> None:
    assert re.fullmatch(r"_orapp_[a-z0-9_]*", bookmark_name(place))
    assert len(bookmark_name(place)) <= LONGEST


def test_a_place_that_comes_twice_gets_two_names() -> None:
    marks = Bookmarks()
    both = marks.around("a/b", "") + marks.around("a/b", "")
    assert len(set(re.findall('w:name="([^"]+)"', both))) == 2
    assert re.findall('bookmarkStart w:id="([^"]+)"', both) == ["1", "2"]
