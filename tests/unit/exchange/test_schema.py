"""The committed schemas are those of the domain, and the demo fits them."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from orapp.domain.council import ContactRole, MemberRole
from orapp.domain.dossier import Dossier
from orapp.exchange.council_json import export_council, read_council
from orapp.exchange.dossier_json import export_dossier, read_dossier
from orapp.exchange.schema import CHOICES, FILES, dossier_schema, write, written
from orapp.law.articles import Catalogue
from tests.fakes.dossiers import PLAIN_CHOICES

RESOURCES = Path(__file__).parents[3] / "resources"
SAMPLES = Path(__file__).parent / "samples"
DEMO = sorted((RESOURCES / "demo").glob("20*.json"))


def demo(reference: str) -> Dossier:
    path = next(path for path in DEMO if path.name.startswith(reference))
    return read_dossier(path.read_bytes()).dossier


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


@pytest.mark.parametrize("path", DEMO, ids=lambda path: path.stem)
def test_a_demo_dossier_is_valid_and_in_its_written_form(path: Path) -> None:
    data = path.read_bytes()
    read = read_dossier(data)
    assert export_dossier(read.dossier, read.council_name, include_strategy=True, include_personal=True) == data
    assert read.dossier.reference == path.name[:8]
    assert read.dossier.strategy is not None


def test_the_demo_has_four_dossiers_of_one_council() -> None:
    council = read_council((RESOURCES / "demo" / "council.json").read_bytes())
    dossiers = [read_dossier(path.read_bytes()) for path in DEMO]
    assert len({read.dossier.id for read in dossiers}) == len({read.dossier.reference for read in dossiers}) == 4
    assert {read.council_name for read in dossiers} == {council.name}
    people = {member.id for member in council.members} | {contact.id for contact in council.contacts}
    named = {letter.addressee_id for read in dossiers for letter in read.dossier.letters if letter.addressee_id}
    assert named <= people
    directors = {contact.organisation for contact in council.contacts if contact.role is ContactRole.DIRECTOR}
    assert {"Gemeente Eikenrode", "GR Sociale Dienst Merenrijk", "GR De Schakel", "Gemeente Boskerland"} <= directors
    assert len([one for one in council.members if MemberRole.OFFICIAL_SECRETARY not in one.roles]) == 9
    assert read_council(export_council(council)) == council


def test_every_ground_in_the_demo_is_an_article() -> None:
    files = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in (RESOURCES / "law").glob("*.toml")}
    from orapp.law.book import load

    catalogue: Catalogue = load(files).articles
    for path in DEMO:
        dossier = read_dossier(path.read_bytes()).dossier
        grounds = {*dossier.grounds, *(key for one in dossier.requests for key in one.grounds)}
        grounds |= {key for one in dossier.proposed_decisions for key in one.grounds}
        assert not [key for key in grounds if not catalogue.has(key)], path.name


def test_the_demo_holds_what_was_promised() -> None:
    """Dates, states and counts of the four dossiers that the demo is shown by."""
    housing, transfer, grading, jobs = demo("2025-003"), demo("2025-002"), demo("2025-001"), demo("2026-001")
    assert [len(one.papers) for one in (grading, housing, transfer, jobs)] == [28, 30, 26, 10]
    assert {one.number: one.state.value for one in housing.commitments} == {
        1: "open",
        2: "kept",
        3: "kept",
        4: "kept",
        5: "partly",
    }
    assert {one.number: one.state.value for one in jobs.commitments} == {1: "kept", 2: "kept", 3: "partly", 4: "partly"}
    verdicts = {line.item_id: line.verdict.value for one in housing.decisions for line in one.comparisons}
    assert verdicts == {"g2-v1": "yes", "g2-v2": "yes", "g2-v3": "partly", "g2-v4": "yes", "g2-v5": "yes"}
    assert [line.verdict.value for line in transfer.decisions[-1].comparisons] == ["yes"] * 5 + ["no"]
    assert any(one.due == date(2026, 11, 24) for one in housing.agreed_dates)
    assert any(one.due == date(2026, 11, 26) for one in transfer.agreed_dates)
    assert any(one.due == date(2026, 10, 1) and one.state.value == "open" for one in grading.commitments)
    before = sum(one.fte_before_tenths or 0 for one in transfer.consequences if one.headcount is None)
    after = sum(one.fte_after_tenths or 0 for one in transfer.consequences if one.headcount is None)
    assert (before, after) == (946, 865)
    staff = next(sheet for sheet in grading.sheets if len(sheet.rows) == 14)
    assert staff.personal
    assert {row[0] for row in staff.rows} == {f"M{number:02}" for number in range(1, 15)}


def test_the_kept_sample_of_the_first_format_is_still_read() -> None:
    read = read_dossier((SAMPLES / "orapp-dossier-1.json").read_bytes())
    assert read.dossier.title == "Nieuw rooster voor de balie"
    assert [one.number for one in read.dossier.conditions] == [1]
    assert list(read.files.values()) == [b"Instemmingsverzoek nieuw rooster, versie 1."]
