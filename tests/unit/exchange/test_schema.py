"""The committed schemas are those of the domain, and an old file is still read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from orapp.exchange.dossier_json import read_dossier
from orapp.exchange.schema import CHOICES, FILES, dossier_schema, write, written
from tests.fakes.dossiers import PLAIN_CHOICES

RESOURCES = Path(__file__).parents[3] / "resources"
SAMPLES = Path(__file__).parent / "samples"


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_committed_schema_is_the_generated_one(name: str) -> None:
    committed = (RESOURCES / "schema" / name).read_text(encoding="utf-8")
    assert committed == written(FILES[name]()), "draai: python -m orapp.exchange.schema"
    Draft202012Validator.check_schema(json.loads(committed))


def test_writing_makes_every_schema_file(tmp_path: Path) -> None:
    write(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(FILES)


def test_no_group_of_fields_takes_unknown_ones() -> None:
    schema = dossier_schema()
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)
    groups = [schema, *(part for part in definitions.values() if part.get("type") == "object")]
    assert len(groups) > 30
    assert all(group["additionalProperties"] is False for group in groups)
    assert all(part["description"] for part in definitions.values())


def test_words_of_plain_text_fields_are_the_same_everywhere() -> None:
    assert dict(CHOICES) == dict(PLAIN_CHOICES)


def test_the_kept_sample_of_the_first_format_is_still_read() -> None:
    read = read_dossier((SAMPLES / "orapp-dossier-1.json").read_bytes())
    assert read.dossier.title == "Nieuw rooster voor de balie"
    assert [one.number for one in read.dossier.conditions] == [1]
    assert list(read.files.values()) == [b"Instemmingsverzoek nieuw rooster, versie 1."]
