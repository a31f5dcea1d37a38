"""Input that does not fit is refused whole, and the refusal names the place."""

from __future__ import annotations

import base64
import hashlib
import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orapp.exchange.council_json import read_council
from orapp.exchange.dossier_json import ImportedDossier, read_dossier
from orapp.exchange.reading import read_document, upgraded
from orapp.services.failures import Refusal
from orapp.texts.sentences import Texts

RESOURCES = Path(__file__).parents[3] / "resources"
SAMPLE = (Path(__file__).parent / "samples" / "orapp-dossier-1.json").read_text(encoding="utf-8")
TEXTS = Texts.load({"exchange": tomllib.loads((RESOURCES / "texts" / "exchange.toml").read_text(encoding="utf-8"))})

Change = Callable[[dict[str, Any]], object]


def refused(data: bytes | str) -> Refusal:
    """The refusal of this input; its sentence is complete."""
    raw = data.encode("utf-8") if isinstance(data, str) else data
    with pytest.raises(Refusal) as caught:
        read_dossier(raw)
    assert TEXTS.say(caught.value.code, **caught.value.fields)
    return caught.value


def refused_after(change: Change) -> Refusal:
    document = json.loads(SAMPLE)
    change(document)
    return refused(json.dumps(document))


def put(path: str, value: object) -> Change:
    """Set the value at a path such as "conditions.0.due"."""

    def change(document: dict[str, Any]) -> None:
        *steps, last = path.split(".")
        part: Any = document
        for step in steps:
            part = part[int(step)] if isinstance(part, list) else part[step]
        part[int(last) if isinstance(part, list) else last] = value

    return change


@pytest.mark.parametrize(
    ("change", "place", "problem"),
    [
        (put("conditions.0.due", "morgen"), "$.conditions[0].due", "geen bestaande datum"),
        (put("conditions.0.due", "2026-02-30"), "$.conditions[0].due", "geen bestaande datum"),
        (put("opened_on", "5 januari 2026"), "$.opened_on", "geen bestaande datum"),
        (put("opened_on", None), "$.opened_on", "hier hoort een tekst"),
        (put("kind", "feestje"), "$.kind", "“feestje” is geen van:"),
        (put("title", 12), "$.title", "hier hoort een tekst"),
        (put("secret", "ja"), "$.secret", "true of false"),
        (put("tags", "rooster"), "$.tags", "een lijst"),
        (put("papers.0.pages", 1.5), "$.papers[0].pages", "een geheel getal"),
        (put("papers.0.pages", -1), "$.papers[0].pages", "kleiner dan 0"),
        (put("papers.0.pages", 2**60), "$.papers[0].pages", "groter dan"),
        (put("papers.0.colour", "rood"), "$.papers[0]", "het veld “colour” is onbekend"),
        (put("colour", "rood"), "$", "het veld “colour” is onbekend"),
        (put("papers.0.id", "met spatie"), "$.papers[0].id", "niet de juiste vorm"),
        (put("papers.0.id", "regel\n"), "$.papers[0].id", "niet de juiste vorm"),
        (put("papers.0.id", ""), "$.papers[0].id", "niet de juiste vorm"),
        (put("papers.0.file.sha256", "ABC"), "$.papers[0].file.sha256", "niet de juiste vorm"),
        (put("proposed_decisions.0.regulation.action", "slopen"), "$.proposed_decisions[0].regulation.action", "geen van:"),
        (put("questions.0.letters.0", {"letter": "A9"}), "$.questions[0].letters[0]", "het veld “included” ontbreekt"),
        (lambda document: document.pop("title"), "$", "het veld “title” ontbreekt"),
        (put("letters.0.versions.0.made_at", "gisteren"), "$.letters[0].versions[0].made_at", "niet de juiste vorm"),
        (put("letters.0.versions.0.made_at", "2026-02-12T10:30:00"), "$.letters[0].versions[0].made_at", "niet de juiste vorm"),
        (put("letters.0.versions.0.made_at", "2026-02-31T10:30:00Z"), "$.letters[0].versions[0].made_at", "past niet bij"),
        (put("papers.0.file.name", "../../.profile"), "$.papers[0].file.name", "niet de juiste vorm"),
        (put("papers.0.file.name", "C:\\win.ini"), "$.papers[0].file.name", "niet de juiste vorm"),
        (put("papers.0.file.name", ".."), "$.papers[0].file.name", "niet de juiste vorm"),
        (put("papers.0.file.name", ""), "$.papers[0].file.name", "niet de juiste vorm"),
        (put("title", "half \ud83d"), "$.title", "half teken"),
    ],
)
def test_what_does_not_fit_the_schema_is_told_with_its_place(change: Change, place: str, problem: str) -> None:
    refusal = refused_after(change)
    assert refusal.code == "import.schema"
    assert refusal.fields["place"] == place
    assert problem in refusal.fields["problem"]


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        (b"\xff\xfe{}", "import.not_utf8", "byte 1"),
        (b"", "import.not_json", "regel 1, positie 1"),
        (b'{"format": ', "import.not_json", "regel 1, positie 12"),
        (b'{"title": NaN}', "import.not_json", "NaN"),
        (b'{"number": ' + b"9" * 5000 + b"}", "import.not_json", "9" * 30 + "…"),
        (b"[]", "import.schema", "$"),
        (b"[" * 100_000, "import.too_deep", "$"),
        (b'{"a": ' + b"[" * 60 + b"]" * 60 + b"}", "import.too_deep", "$.a[0][0][0]"),
        (b"{}", "import.format", "$.format"),
        (b'{"format": "orapp-council/1"}', "import.format", "$.format"),
        (b'{"format": "orapp-dossier/0"}', "import.format", "$.format"),
        (b'{"format": 1}', "import.format", "$.format"),
        (b'{"format": "orapp-dossier/2"}', "import.newer", "$.format"),
        (b'{"format": "orapp-dossier/1", "papers": [{"id": "a", "id": "b"}]}', "import.duplicate_key", "$.papers[0]"),
    ],
)
def test_what_is_no_dossier_of_this_format_is_refused(data: bytes, code: str, place: str) -> None:
    refusal = refused(data)
    assert refusal.code == code
    assert refusal.fields["place"] == place


def test_a_byte_order_mark_does_no_harm() -> None:
    assert read_dossier(b"\xef\xbb\xbf" + SAMPLE.encode()).dossier == read_dossier(SAMPLE.encode()).dossier


def test_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(Refusal) as caught:
        read_document(b" " * 3_000_000, most_bytes=2_000_000)
    assert caught.value.code == "import.too_large"
    assert TEXTS.say(caught.value.code, **caught.value.fields)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("questions.0.request_id", "$.questions[0].request_id"),
        ("conditions.0.decision_ids.0", "$.conditions[0].decision_ids[0]"),
        ("requests.0.versions.0.paper_id", "$.requests[0].versions[0].paper_id"),
        ("decisions.0.notices.0.paper_id", "$.decisions[0].notices[0].paper_id"),
        ("decisions.0.comparisons.0.item_id", "$.decisions[0].comparisons[0].item_id"),
        ("letters.0.resolution_id", "$.letters[0].resolution_id"),
    ],
)
def test_a_reference_to_nothing_is_refused(path: str, place: str) -> None:
    refusal = refused_after(put(path, "bestaat-niet"))
    assert refusal.code == "import.reference"
    assert refusal.fields == {"place": place, "id": "bestaat-niet"}


def test_a_reference_to_the_wrong_kind_is_refused() -> None:
    refusal = refused_after(put("questions.0.request_id", "d1"))
    assert (refusal.code, refusal.fields["place"]) == ("import.reference", "$.questions[0].request_id")


def test_an_id_that_is_given_twice_is_refused() -> None:
    refusal = refused_after(put("questions.0.id", "d1"))
    assert (refusal.code, refusal.fields["place"], refusal.fields["id"]) == ("import.duplicate_id", "$.questions[0].id", "d1")


def test_a_code_that_is_given_twice_is_refused() -> None:
    def change(document: dict[str, Any]) -> None:
        document["conditions"].append({**document["conditions"][0], "id": "v-other"})

    refusal = refused_after(change)
    assert (refusal.code, refusal.fields["place"], refusal.fields["code"]) == (
        "import.duplicate_code",
        "$.conditions[1].number",
        "V1",
    )


def test_items_without_a_code_may_be_many() -> None:
    document = json.loads(SAMPLE)
    for name in ("v-a", "v-b"):
        document["conditions"].append({"id": name, "text": "Nog zonder code."})
    assert len(read_dossier(json.dumps(document).encode()).dossier.conditions) == 3


def test_a_row_of_another_length_is_refused() -> None:
    refusal = refused_after(put("sheets.0.rows.1", ["maandag"]))
    assert refusal.code == "import.row"
    assert refusal.fields == {"place": "$.sheets[0].rows[1]", "cells": "1", "columns": "2"}


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("entry", "place", "problem"),
    [
        ({"content": base64.b64encode(b"iets anders").decode()}, "$.files[0].content", "controlesom"),
        ({"content": "geen base64!"}, "$.files[0].content", "geen base64"),
        ({"content": "é"}, "$.files[0].content", "geen base64"),
        ({"sha256": sha(b"vreemd"), "content": base64.b64encode(b"vreemd").decode()}, "$.files[0]", "noemt dit bestand"),
    ],
)
def test_an_embedded_file_that_is_not_what_it_says_is_refused(entry: dict[str, str], place: str, problem: str) -> None:
    refusal = refused_after(lambda document: document["files"][0].update(entry))
    assert (refusal.code, refusal.fields["place"]) == ("import.file", place)
    assert problem in refusal.fields["problem"]


def test_a_file_that_is_given_twice_or_has_another_size_is_refused() -> None:
    twice = refused_after(lambda document: document["files"].append(document["files"][0]))
    assert (twice.code, twice.fields["place"]) == ("import.file", "$.files[1]")
    size = refused_after(put("papers.0.file.size", 7))
    assert (size.code, size.fields["place"]) == ("import.file", "$.files[0].content")


@given(st.integers(min_value=0, max_value=len(SAMPLE)), st.binary(min_size=1, max_size=3))
def test_damage_is_refused_or_does_no_harm_but_is_never_a_defect(at: int, damage: bytes) -> None:
    raw = SAMPLE.encode("utf-8")
    outcome: Refusal | ImportedDossier
    try:
        outcome = read_dossier(raw[:at] + damage + raw[at + len(damage) :])
    except Refusal as refusal:
        outcome = refusal
    if isinstance(outcome, Refusal):
        assert TEXTS.say(outcome.code, **outcome.fields)
    else:
        assert outcome.dossier.id


def test_an_older_format_is_brought_up_step_by_step() -> None:
    steps = {
        1: lambda document: {**document, "name": document["titel"]},
        2: lambda document: {**document, "title": document["name"]},
    }
    document = upgraded({"format": "orapp-dossier/1", "titel": "Oud"}, "orapp-dossier", 3, steps)
    assert document == {"format": "orapp-dossier/3", "titel": "Oud", "name": "Oud", "title": "Oud"}
    with pytest.raises(Refusal, match=r"import\.format"):
        upgraded({"format": "orapp-dossier/1"}, "orapp-dossier", 3, {2: steps[2]})


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        (put("contacts.0.id", "lid-eikelaar"), "import.duplicate_id", "$.contacts[0].id"),
        (put("signatories.0.member_id", "niemand"), "import.reference", "$.signatories[0].member_id"),
        (put("kind", "club"), "import.schema", "$.kind"),
        (put("format", "orapp-council/2"), "import.newer", "$.format"),
    ],
)
def test_a_council_is_held_to_the_same(change: Change, code: str, place: str) -> None:
    document = json.loads((RESOURCES / "demo" / "council.json").read_text(encoding="utf-8"))
    change(document)
    with pytest.raises(Refusal) as caught:
        read_council(json.dumps(document).encode())
    assert (caught.value.code, caught.value.fields["place"]) == (code, place)


def test_every_sentence_is_used() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (RESOURCES.parent / "orapp" / "exchange").glob("*.py"))
    assert [code for code in TEXTS.codes() if f'"{code}"' not in source] == []
