"""The demo is whole: four dossiers of one council, valid, exact, and good for real letters."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from orapp.domain.council import ContactRole, Council, MemberRole
from orapp.domain.derivation import derive
from orapp.domain.derived import Deadline
from orapp.domain.dossier import Dossier
from orapp.exchange.council_json import export_council, read_council
from orapp.exchange.dossier_json import export_dossier, read_dossier
from orapp.law import book as law_book
from orapp.letters import outlines
from orapp.letters.compose import compose
from orapp.letters.content import LetterStatus
from orapp.letters.order import ComposedLetter, LetterOrder

RESOURCES = Path(__file__).parents[3] / "resources"
DEMO = sorted((RESOURCES / "demo").glob("20*.json"))
TODAY = date(2026, 11, 21)


def tables(folder: str) -> dict[str, dict[str, object]]:
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((RESOURCES / folder).glob("*.toml"))}


LAW = law_book.load(tables("law"))
BOOK = outlines.load(tables("letters"))


@cache
def read(path: Path) -> Dossier:
    return read_dossier(path.read_bytes()).dossier


def demo(reference: str) -> Dossier:
    return read(next(path for path in DEMO if path.name.startswith(reference)))


def council() -> Council:
    return read_council((RESOURCES / "demo" / "council.json").read_bytes())


@pytest.mark.parametrize("path", DEMO, ids=lambda path: path.stem)
def test_a_demo_dossier_is_valid_and_in_its_written_form(path: Path) -> None:
    data = path.read_bytes()
    read = read_dossier(data)
    assert export_dossier(read.dossier, read.council_name, include_strategy=True, include_personal=True) == data
    assert read.dossier.reference == path.name[:8]
    assert read.dossier.strategy is not None


def test_the_demo_has_four_dossiers_of_one_council() -> None:
    home = council()
    dossiers = [read_dossier(path.read_bytes()) for path in DEMO]
    assert len({read.dossier.id for read in dossiers}) == len({read.dossier.reference for read in dossiers}) == 4
    assert {read.council_name for read in dossiers} == {home.name}
    people = {member.id for member in home.members} | {contact.id for contact in home.contacts}
    named = {letter.addressee_id for read in dossiers for letter in read.dossier.letters if letter.addressee_id}
    assert named <= people
    directors = {contact.organisation for contact in home.contacts if contact.role is ContactRole.DIRECTOR}
    assert {"Gemeente Eikenrode", "GR Sociale Dienst Merenrijk", "GR De Schakel", "Gemeente Boskerland"} <= directors
    assert len([one for one in home.members if MemberRole.OFFICIAL_SECRETARY not in one.roles]) == 9
    assert read_council(export_council(home)) == home


def test_every_ground_in_the_demo_is_an_article() -> None:
    for path in DEMO:
        dossier = read_dossier(path.read_bytes()).dossier
        grounds = {*dossier.grounds, *(key for one in dossier.requests for key in one.grounds)}
        grounds |= {key for one in dossier.proposed_decisions for key in one.grounds}
        assert not [key for key in grounds if not LAW.articles.has(key)], path.name


def test_the_demo_holds_what_was_promised() -> None:
    """Dates, states and counts of the four dossiers that the demo is shown by."""
    housing, transfer, grading, jobs = demo("2025-003"), demo("2025-002"), demo("2025-001"), demo("2026-001")
    assert [len(one.papers) for one in (grading, housing, transfer, jobs)] == [28, 31, 27, 10]
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


def deadline(dossier: Dossier, rule: str, code: str) -> Deadline:
    found = derive(dossier, LAW, TODAY).deadlines
    return next(one for one in found if one.rule == rule and code in one.subject.split(", "))


@pytest.mark.parametrize(
    ("reference", "rule", "code", "safe", "last"),
    [
        ("2025-003", "wor-27-5-nietigheid", "B4", date(2025, 7, 17), date(2025, 7, 17)),
        ("2025-003", "wor-26-2-beroep", "B2", date(2025, 12, 31), date(2026, 1, 5)),
        ("2025-002", "wor-26-2-beroep", "B1", date(2026, 5, 29), date(2026, 6, 1)),
    ],
)
def test_the_months_of_the_demo_end_when_they_should(reference: str, rule: str, code: str, safe: date, last: date) -> None:
    found = deadline(demo(reference), rule, code)
    assert (found.safe_day, found.last_day) == (safe, last)


def test_what_comes_next_in_the_demo() -> None:
    derived = {one.reference: derive(one, LAW, TODAY) for one in map(demo, ("2025-001", "2025-002", "2025-003", "2026-001"))}
    due = {reference: [one.act_by for one in all_.deadlines if not one.closed_because] for reference, all_ in derived.items()}
    assert due["2025-001"] == [date(2026, 10, 1)]
    assert date(2026, 11, 24) in due["2025-003"]
    assert date(2026, 10, 1) in due["2025-003"]
    assert due["2025-002"][0] == date(2026, 11, 26)
    assert due["2026-001"][0] == date(2026, 12, 10)
    assert {all_.summary.turn.value for all_ in derived.values()} == {"council"}


def composed(reference: str, kind: str, request_id: str) -> ComposedLetter:
    dossier = demo(reference)
    letter = [one for one in dossier.letters if one.kind == kind and one.request_id == request_id][-1]
    assert letter.dated is not None
    order = LetterOrder(
        kind=kind,
        request_id=request_id,
        decision_ids=letter.decision_ids,
        letter=letter,
        dated=letter.dated,
        status=LetterStatus.SENT,
        reference=letter.reference,
    )
    return compose(BOOK, LAW, council(), dossier, order)


@pytest.mark.parametrize("path", DEMO, ids=lambda path: path.stem)
def test_every_adopted_letter_stands_on_what_the_council_resolved(path: Path) -> None:
    """A resolution with its meeting, votes and quorum, or a mandate; the letter has no day before it."""
    dossier = read_dossier(path.read_bytes()).dossier
    resolutions = {one.id: one for one in dossier.resolutions}
    adopted = [letter for letter in dossier.letters if letter.adopted_on is not None]
    assert adopted
    for letter in adopted:
        found = resolutions[letter.resolution_id]
        assert (found.letter_id, found.on) == (letter.id, letter.adopted_on)
        assert letter.dated is not None
        assert found.on <= letter.dated
        assert found.carried
        assert found.mandate or (found.meeting and found.quorum_met and found.votes_for is not None)
    assert {one.letter_id for one in dossier.resolutions} - {""} == {letter.id for letter in adopted}


@pytest.mark.parametrize("path", DEMO, ids=lambda path: path.stem)
def test_nothing_blocks_a_letter_that_was_adopted(path: Path) -> None:
    dossier = read_dossier(path.read_bytes()).dossier
    for letter in dossier.letters:
        if letter.adopted_on is None or letter.dated is None:
            continue
        status = LetterStatus.ADOPTED if letter.sent_on is None else LetterStatus.SENT
        order = LetterOrder(
            kind=letter.kind,
            request_id=letter.request_id,
            decision_ids=letter.decision_ids,
            letter=letter,
            dated=letter.dated,
            status=status,
            reference=letter.reference,
        )
        assert compose(BOOK, LAW, council(), dossier, order).blocking == (), letter.id


@pytest.mark.parametrize(
    ("reference", "paper", "count"),
    [("2025-001", 16, 9), ("2025-002", 11, 24), ("2025-002", 13, 9), ("2025-003", 15, 22), ("2026-001", 1, 5)],
)
def test_as_many_questions_were_asked_as_the_course_tells(reference: str, paper: int, count: int) -> None:
    dossier = demo(reference)
    asked_in = next(one.id for one in dossier.papers if one.number == paper)
    assert len([one for one in dossier.questions if one.asked_in_id == asked_in]) == count


LETTERS = [
    (path.name[:8], letter.kind, letter.request_id)
    for path in DEMO
    for letter in read(path).letters
    if letter.kind in {"A1", "A9", "A10"} and letter.dated is not None
]


@pytest.mark.parametrize(("reference", "kind", "request_id"), LETTERS)
def test_the_letters_of_the_demo_can_be_adopted(reference: str, kind: str, request_id: str) -> None:
    assert composed(reference, kind, request_id).blocking == ()


def test_the_advice_on_housing_is_whole() -> None:
    """All sixteen sections, every objection, condition and commitment, and nothing that came after it."""
    content = composed("2025-003", "A9", "g2-r4").content
    assert len(content.sections) == 16
    words = " ".join(text for _, text in content.texts())
    assert all(f"V{number}" in words for number in range(1, 6))
    assert "T5" not in words
    assert "168 bureaus" not in words
    assert 2000 < len(words.split()) < 4500
