"""What goes out comes in again: any dossier, with its files, and without what must stay behind."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings

from orapp.domain.dossier import COLLECTIONS, Dossier, DossierKind, StrategyNote
from orapp.domain.items import FileRef
from orapp.domain.letters import Letter, StrategicGoal
from orapp.domain.papers import Paper, Sheet
from orapp.domain.references import OUTSIDE, REFERENCES, references
from orapp.exchange.codec import JsonDossiers
from orapp.exchange.dossier_json import export_dossier, read_dossier
from orapp.exchange.schema import INSTANTS
from tests.fakes.dossiers import POINTERS, dossiers

COUNCIL = "Ondernemingsraad Voorbeeldstad"


def small(**changes: Any) -> Dossier:
    dossier = Dossier(
        id="d-1", reference="2026-001", title="Verhuizing", kind=DossierKind.ADVICE_REQUEST, opened_on=date(2026, 1, 5)
    )
    return replace(dossier, **changes)


def file_of(content: bytes, name: str = "brief.pdf") -> FileRef:
    return FileRef(sha256=hashlib.sha256(content).hexdigest(), name=name, size=len(content), media_type="application/pdf")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(dossiers())
def test_any_dossier_comes_back_the_same(dossier: Dossier) -> None:
    data = export_dossier(dossier, COUNCIL, include_strategy=True, include_personal=True)
    read = read_dossier(data)
    assert read.dossier == dossier
    assert read.council_name == COUNCIL
    assert export_dossier(read.dossier, COUNCIL, include_strategy=True, include_personal=True) == data


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(dossiers())
def test_what_stays_behind_leaves_no_loose_ends(dossier: Dossier) -> None:
    read = read_dossier(export_dossier(dossier, COUNCIL)).dossier
    assert read.strategy is None
    assert all(letter.goal is None for letter in read.letters)
    assert not any(sheet.personal for sheet in read.sheets)
    assert not any(paper.personal and paper.file for paper in read.papers)
    kept = {item.id for _, item in read.items()}
    assert kept == {item.id for name, item in dossier.items() if not (name == "sheets" and getattr(item, "personal", False))}


def test_defaults_are_left_out_and_keys_are_the_domains_own() -> None:
    document = json.loads(export_dossier(small(), COUNCIL))
    assert document == {
        "format": "orapp-dossier/1",
        "council": COUNCIL,
        "id": "d-1",
        "reference": "2026-001",
        "title": "Verhuizing",
        "kind": "advice_request",
        "opened_on": "2026-01-05",
    }


def test_strategy_goes_along_only_when_asked() -> None:
    letter = Letter(id="l-1", kind="A9", goal=StrategicGoal.PREPARE_APPEAL)
    dossier = small(strategy=StrategyNote(goal="winnen", tactics="wachten"), letters=(letter,))
    without = export_dossier(dossier, COUNCIL)
    assert b"winnen" not in without
    assert b"prepare_appeal" not in without
    assert read_dossier(export_dossier(dossier, COUNCIL, include_strategy=True)).dossier == dossier


def test_personal_things_go_along_only_when_asked() -> None:
    content = b"salaris van M01"
    paper = Paper(id="p-1", number=1, title="Zienswijze", personal=True, file=file_of(content))
    sheet = Sheet(id="s-1", title="Indeling", columns=("Medewerker", "Schaal"), rows=(("M01", "9"),), personal=True)
    letter = Letter(id="l-1", kind="A9", annex_ids=("p-1", "s-1"))
    dossier = small(papers=(paper,), sheets=(sheet,), letters=(letter,))
    files = {file_of(content).sha256: content}
    without = read_dossier(export_dossier(dossier, COUNCIL, files))
    assert without.dossier == small(papers=(replace(paper, file=None),), letters=(replace(letter, annex_ids=("p-1",)),))
    assert without.files == {}
    everything = read_dossier(export_dossier(dossier, COUNCIL, files, include_personal=True))
    assert everything.dossier == dossier
    assert everything.files == files


def test_files_travel_inside_or_by_reference() -> None:
    inside, outside = bytes(range(256)), b"alleen genoemd"
    papers = (
        Paper(id="p-1", number=1, title="Aanvraag", file=file_of(inside)),
        Paper(id="p-2", number=2, title="Bijlage", file=file_of(outside, "bijlage.docx")),
    )
    dossier = small(papers=papers)
    codec = JsonDossiers()
    stranger = b"hoort bij een ander dossier"
    given_files = {file_of(inside).sha256: inside, file_of(stranger).sha256: stranger}
    back, files = codec.read(codec.write(dossier, COUNCIL, given_files, include_strategy=False, include_personal=False))
    assert back == dossier
    assert dict(files) == {file_of(inside).sha256: inside}


def domain_fields() -> list[tuple[str, str, Any]]:
    """Each field of a dossier and of what stands in it, as (class, field, type)."""
    found = []
    seen: list[type] = [Dossier]
    for kind in seen:
        hints = get_type_hints(kind)
        for field in fields(kind):
            found.append((kind.__name__, field.name, hints[field.name]))
            stack = [hints[field.name]]
            while stack:
                hint = stack.pop()
                stack.extend(get_args(hint))
                if isinstance(hint, type) and is_dataclass(hint) and hint not in seen:
                    seen.append(hint)
    return found


def test_every_instant_must_say_its_offset() -> None:
    assert {(owner, name) for owner, name, hint in domain_fields() if datetime in (hint, *get_args(hint))} == INSTANTS


def test_every_field_that_names_an_item_is_checked() -> None:
    """A new field that ends in _id must be placed: inside the dossier, or outside it."""
    pointing = {name for _, name, _ in domain_fields() if name.endswith(("_id", "_ids"))}
    assert pointing - OUTSIDE == set(REFERENCES)
    assert dict(REFERENCES) == dict(POINTERS)
    assert {target for targets in REFERENCES.values() for target in targets} == set(COLLECTIONS)


@pytest.mark.parametrize("name", sorted(REFERENCES))
def test_each_kind_of_reference_is_found(name: str) -> None:
    """The walk over a dossier sees every such field, at the top of an item or inside it."""
    from orapp.domain.decisions import Comparison, Decision

    if name == "item_id":
        dossier = small(decisions=(Decision(id="x", title="Besluit", comparisons=(Comparison(item_id="nergens"),)),))
        assert [found.place for found in references(dossier)] == ["$.decisions[0].comparisons[0].item_id"]
        return
    collection, kind = next(
        (collection, kind) for collection, kind in COLLECTIONS.items() if name in {field.name for field in fields(kind)}
    )
    required: dict[str, Any] = {field.name: _filler(field.name) for field in fields(kind) if _is_required(kind, field.name)}
    item = kind(**{**required, "id": "x", name: ("nergens",) if name.endswith("_ids") else "nergens"})
    where = f"$.{collection}[0].{name}" + ("[0]" if name.endswith("_ids") else "")
    assert [found.place for found in references(small(**{collection: (item,)}))] == [where]


def _is_required(kind: type, name: str) -> bool:
    from dataclasses import MISSING

    field = next(field for field in fields(kind) if field.name == name)
    return field.default is MISSING and field.default_factory is MISSING


def _filler(name: str) -> object:
    return date(2026, 1, 5) if name in {"on", "due"} else "x"
