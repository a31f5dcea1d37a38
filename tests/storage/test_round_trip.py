"""Any dossier that the domain can hold comes back the same, and any edit of it is kept as it was made."""

from __future__ import annotations

import types
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orapp.domain.council import Council
from orapp.domain.dossier import CODE_LETTERS, COLLECTIONS, Dossier, DossierKind
from orapp.domain.items import FileRef, Item
from orapp.services.failures import Refusal
from orapp.storage.archive import SqlArchive
from orapp.storage.payloads import council_from, encoded
from tests.storage.material import PASSPHRASE, make_archives, small_council

pytestmark = pytest.mark.usefixtures("quick_disk")

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(
    ["", "O'Brien & <b>", "\0", "\u202eomgekeerd", "👩‍💼", 'aan"halings\\teken', "regel\nregel\r\n"]
)


@cache
def strategy(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a type of the domain; identities of items are given apart, stored files do not come out of thin air."""
    origin = get_origin(kind)
    if origin is tuple:
        arguments = get_args(kind)
        if arguments[-1] is Ellipsis:
            return st.lists(strategy(arguments[0]), max_size=2).map(tuple)
        return st.tuples(*(strategy(argument) for argument in arguments))
    if origin in {Union, types.UnionType}:
        choices = [argument for argument in get_args(kind) if argument is not FileRef]
        return st.one_of(*(strategy(argument) for argument in choices))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(list(kind))
    if is_dataclass(kind):
        return built(kind)
    simple: dict[Any, st.SearchStrategy[Any]] = {
        str: TEXTS,
        int: st.integers(0, 10**6),
        bool: st.booleans(),
        date: st.dates(),
        datetime: st.datetimes(timezones=st.just(UTC)),
        type(None): st.none(),
    }
    return simple[kind]


def built(kind: Any) -> st.SearchStrategy[Any]:
    """Instances of a dataclass: every field at random, or half the time its default."""
    hints = get_type_hints(kind)
    given: dict[str, st.SearchStrategy[Any]] = {}
    for field in fields(kind):
        if field.name in {"version", "versions"} or hints[field.name] is FileRef:
            continue
        values = strategy(hints[field.name])
        given[field.name] = values if field.default is MISSING else st.just(field.default) | values
    return st.builds(kind, **given)


@cache
def items_of(collection: str) -> st.SearchStrategy[tuple[Item, ...]]:
    kind = COLLECTIONS[collection]
    numbered = st.integers(1, 50) if collection in CODE_LETTERS else st.just(0)
    one = st.builds(lambda item, number: replace(item, number=number), built(kind), numbered)
    return st.lists(one, max_size=3).map(tuple)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    names = draw(st.lists(st.sampled_from(sorted(COLLECTIONS)), unique=True, max_size=5))
    parts: dict[str, Any] = {}
    for name in names:
        items = draw(items_of(name))
        parts[name] = tuple(replace(item, id=f"{name}-{place}") for place, item in enumerate(items))
    hints = get_type_hints(Dossier)
    head = {
        field.name: draw(strategy(hints[field.name]))
        for field in fields(Dossier)
        if field.name not in COLLECTIONS and field.name not in {"id", "version", "opened_on"}
    }
    return Dossier(**head, **parts, id="d-x", opened_on=draw(st.dates(date(1990, 1, 1), date(2100, 1, 1))), version=1)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> SqlArchive:
    """One archive for all examples; each example rolls back."""
    path: Path = tmp_path_factory.mktemp("heen-en-terug") / "a.orarchief"
    return make_archives().create(path, PASSPHRASE, small_council(), "S")


class UndoError(Exception):
    """Ends the transaction of an example."""


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(first=dossiers(), second=dossiers())
def test_dossiers_and_edits_come_back_the_same(kept: SqlArchive, first: Dossier, second: Dossier) -> None:
    with pytest.raises(UndoError):
        try_both(kept, first, second)


def try_both(kept: SqlArchive, first: Dossier, second: Dossier) -> None:
    """Adds, edits, looks, and leaves nothing behind."""
    with kept.write("S") as work:
        work.add(first)
        loaded = work.dossier_by_id("d-x")
        assert loaded == first
        saved = work.save(loaded, second)
        assert replace(saved, version=0) == replace(second, version=0)
        assert work.dossier_by_id("d-x") == saved
        assert work.derived("d-x") is not None
        again = work.save(saved, second)
        assert again == saved
        raise UndoError


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(built(Council))
def test_councils_come_back_the_same(council: Council) -> None:
    assert council_from(encoded(council), 0) == council


def test_half_a_character_is_refused_whole(archive: SqlArchive) -> None:
    whole = Dossier(id="d1", reference="2026-001", title="voor \ud83d na", kind=DossierKind.GENERAL, opened_on=date(2026, 1, 1))
    with pytest.raises(Refusal) as refused, archive.write("S") as work:
        work.add(whole)
    assert refused.value.code == "text.not_storable"
    with archive.write("S") as work:
        work.add(replace(whole, title="heel"))
    with pytest.raises(Refusal) as refused, archive.write("S") as work:
        work.put_draft("d1", "x", "text", "venster", "half \ud83d")
    assert refused.value.code == "text.not_storable"


def test_every_collection_takes_part() -> None:
    for name, kind in COLLECTIONS.items():
        hints = get_type_hints(kind)
        assert {"id", "number", "position"} <= set(hints), name
        anything: Any = kind
        assert strategy(anything) is not None
