"""Finding anything by a few letters: dossiers, letters, papers and terms, misspelled too, never what may not be shown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from orapp.domain.items import Secrecy
from orapp.domain.letters import Letter
from orapp.domain.papers import Paper, PaperKind
from orapp.services.finding import FindService, likeness
from orapp.services.rows import FULL_VIEW, SHARED_SCREEN, DeadlineQuery, FoundKind, FoundMark, FoundRow
from orapp.storage.archive import SqlArchive
from tests.storage.material import TODAY, sample_dossier

pytestmark = pytest.mark.usefixtures("quick_disk")


@pytest.fixture
def filled(archive: SqlArchive) -> SqlArchive:
    with archive.write("S") as work:
        work.add(
            sample_dossier(
                1,
                title="Verhuizing naar Het Kwadrant",
                papers=(
                    Paper(id="stuk-1", title="Ontruimingsplan tweede etage", kind=PaperKind.ANNEX, received_on=TODAY),
                    Paper(id="stuk-2", title="Geheim huurcontract", secrecy=Secrecy(imposed_by="bestuurder", scope="alles")),
                ),
                letters=(Letter(id="brief-1", kind="A9", subject="Advies over de verhuizing", sent_on=TODAY),),
            )
        )
        work.add(sample_dossier(2, title="Roosterbeleid 2027", papers=(), letters=()))
        work.add(sample_dossier(3, title="Verkoop van het pand", secret=True, papers=(), letters=()))
    return archive


def found(archive: SqlArchive, typed: str, *, shared: bool = False) -> list[tuple[FoundKind, str]]:
    rows = FindService(archive).find(typed, SHARED_SCREEN if shared else FULL_VIEW)
    return [(row.kind, row.title) for row in rows]


def test_a_few_letters_find_dossier_letter_and_paper(filled: SqlArchive) -> None:
    assert (FoundKind.DOSSIER, "Verhuizing naar Het Kwadrant") in found(filled, "verh")
    assert (FoundKind.LETTER, "Advies over de verhuizing") in found(filled, "advies verh")
    assert found(filled, "ontruim") == [(FoundKind.PAPER, "Ontruimingsplan tweede etage")]


@pytest.mark.parametrize("typed", ["verhiuzing", "verhuzing", "kwadarnt", "Kwadrand", "verhuisin"])
def test_what_is_misspelled_is_found_too(filled: SqlArchive, typed: str) -> None:
    assert (FoundKind.DOSSIER, "Verhuizing naar Het Kwadrant") in found(filled, typed)


def test_nonsense_signs_and_nothing_find_nothing(filled: SqlArchive) -> None:
    assert [found(filled, typed) for typed in ("", "   ", '"*', "AND OR (", "zzzzqqqq")] == [[]] * 5


def test_a_shared_screen_finds_no_secret_dossier_no_secret_paper_and_no_person(filled: SqlArchive) -> None:
    assert found(filled, "verkoop") != []
    assert found(filled, "verkoop", shared=True) == []
    assert found(filled, "huurcontract") != []
    assert found(filled, "huurcontract", shared=True) == []
    with filled.read() as reader:
        name = reader.council().members[0].name
    assert (FoundKind.PERSON, name) in found(filled, name)
    assert (FoundKind.PERSON, name) not in found(filled, name, shared=True)


def test_a_running_term_is_found_by_its_name(filled: SqlArchive) -> None:
    with filled.read() as reader:
        title = reader.deadlines(DeadlineQuery(), FULL_VIEW)[0].title
    assert FoundKind.DEADLINE in [kind for kind, _ in found(filled, title.split()[0])]


def test_parts_follow_their_dossier(filled: SqlArchive) -> None:
    with filled.write("S") as work:
        before = work.dossier_by_id(sample_dossier(1).id)
        renamed = replace(before.papers[0], title="Vluchtroutes")
        work.save(before, replace(before, papers=(renamed,)))
    assert found(filled, "ontruimingsplan") == []
    assert found(filled, "vluchtroutes") == [(FoundKind.PAPER, "Vluchtroutes")]
    with filled.write("S") as work:
        work.move_to_bin(before.id)
    assert found(filled, "vluchtroutes") == []
    with filled.write("S") as work:
        work.take_from_bin(before.id)
    assert found(filled, "vluchtroutes") == [(FoundKind.PAPER, "Vluchtroutes")]


def test_the_last_opened_keep_their_order_and_leave_out_what_may_not_be_shown(filled: SqlArchive) -> None:
    marks = [FoundMark(kind=FoundKind.DOSSIER, dossier_id=sample_dossier(number).id) for number in (3, 1, 9)]

    def titles(rows: tuple[FoundRow, ...]) -> list[str]:
        return [row.title for row in rows]

    finder = FindService(filled)
    assert titles(finder.again(marks)) == ["Verkoop van het pand", "Verhuizing naar Het Kwadrant"]
    assert titles(finder.again(marks, SHARED_SCREEN)) == ["Verhuizing naar Het Kwadrant"]


def test_a_beginning_counts_fully_and_another_word_hardly() -> None:
    assert likeness("verh kw", "Verhuizing naar Het Kwadrant") == 100
    assert likeness("2026-014", "2026-014 Verzelfstandiging") == 100
    assert likeness("verhiuzing", "Verhuizing") > likeness("verhiuzing", "Vergadering")
