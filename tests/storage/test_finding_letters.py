"""Finding letters by what they are called, concepts too, and finding again what was chosen last."""

from __future__ import annotations

from dataclasses import replace

import pytest

from orapp.domain.letters import Letter
from orapp.domain.papers import Paper
from orapp.letters.letter_kinds import LetterKind
from orapp.services.finding import FindService
from orapp.services.rows import FULL_VIEW, SHARED_SCREEN, DeadlineQuery, FoundKind, FoundMark, FoundRow
from orapp.storage.archive import SqlArchive
from tests.storage.material import TODAY, sample_dossier

pytestmark = pytest.mark.usefixtures("quick_disk")

KINDS = tuple(
    LetterKind(key=key, title=title, purpose="", fits=(), outline_version="1")
    for key, title in (("A9", "Advies"), ("A11", "Beroep op de nietigheid"), ("A1", "Ontvangstbevestiging"))
)


@pytest.fixture
def finder(archive: SqlArchive) -> FindService:
    concept = Letter(id="brief-1", kind="A9")
    sent = Letter(id="brief-2", kind="A11", subject="Cameratoezicht", adopted_on=TODAY, sent_on=TODAY)
    with archive.write("S") as work:
        work.add(sample_dossier(1, title="Herhuisvesting", papers=(), letters=(concept, sent)))
        work.add(sample_dossier(2, title="Rooster", papers=(Paper(id="stuk-9", title="Herindeling"),), letters=()))
        work.add(sample_dossier(3, title="Verkoop", secret=True, papers=(), letters=(replace(concept, id="brief-3"),)))
    return FindService(archive, lambda: KINDS)


def letters(finder: FindService, typed: str) -> list[str]:
    return [row.item_id for row in finder.find(typed) if row.kind is FoundKind.LETTER]


@pytest.mark.parametrize(
    "typed",
    ["herhuisvesting advies", "adv herh", "advies concept herh", "concept 1 herhuis", "2026-001 advies", "advise herhuisvetsing"],
)
def test_a_concept_without_a_subject_is_found_by_its_kind_its_dossier_and_its_number(finder: FindService, typed: str) -> None:
    assert letters(finder, typed) == ["brief-1"]


def test_a_letter_is_found_by_its_kind_also_misspelled_and_not_by_the_word_of_another(finder: FindService) -> None:
    assert letters(finder, "nietig camera") == letters(finder, "nietihgeid") == ["brief-2"]
    assert letters(finder, "ontvangst") == []
    assert set(letters(finder, "herhuisvesting")) == {"brief-1", "brief-2"}


def test_a_letter_says_where_it_stands_under_the_name_of_its_kind(finder: FindService, archive: SqlArchive) -> None:
    def row() -> FoundRow:
        return next(row for row in finder.find("herhuisvesting advies") if row.kind is FoundKind.LETTER)

    assert (row().kind_title, row().state, row().number, row().second) == ("Advies", "concept", 1, "Herhuisvesting")
    with archive.write("S") as work:
        before = work.dossier_by_id(sample_dossier(1).id)
        adopted = replace(before.letters[0], adopted_on=TODAY)
        work.save(before, replace(before, title="Herhuisvesting Noord", letters=(adopted, *before.letters[1:])))
    assert letters(finder, "concept herhuisvesting") == []
    assert (row().state, row().second) == ("adopted", "Herhuisvesting Noord")
    assert letters(finder, "noord advies") == ["brief-1"]


def test_what_was_chosen_is_found_again_in_its_order_and_never_what_may_not_be_shown(
    finder: FindService, archive: SqlArchive
) -> None:
    first, second, third = (sample_dossier(number).id for number in (1, 2, 3))
    with archive.read() as reader:
        person = reader.council().members[0]
        term = reader.deadlines(DeadlineQuery(dossier_id=first), FULL_VIEW)[0]
    marks = [
        FoundMark(kind=FoundKind.PERSON, item_id=person.id),
        FoundMark(kind=FoundKind.LETTER, dossier_id=third, item_id="brief-3"),
        FoundMark(kind=FoundKind.DEADLINE, dossier_id=first, item_id=term.key),
        FoundMark(kind=FoundKind.LETTER, dossier_id=first, item_id="brief-2"),
        FoundMark(kind=FoundKind.PAPER, dossier_id=second, item_id="stuk-9"),
        FoundMark(kind=FoundKind.LETTER, dossier_id=first, item_id="gone"),
        FoundMark(kind=FoundKind.DOSSIER, dossier_id="gone"),
    ]
    named = [(row.kind, row.kind_title or row.title) for row in finder.again(marks)]
    assert named == [
        (FoundKind.PERSON, person.name),
        (FoundKind.LETTER, "Advies"),
        (FoundKind.DEADLINE, f"{term.title} {term.subject}".strip()),
        (FoundKind.LETTER, "Beroep op de nietigheid"),
        (FoundKind.PAPER, "Herindeling"),
    ]
    shown = {(row.kind, row.dossier_id) for row in finder.again(marks, SHARED_SCREEN)}
    assert FoundKind.PERSON not in {kind for kind, _ in shown}
    assert third not in {home for _, home in shown}
