"""The journal in plain Dutch: who changed what; nothing private where others look along, nothing where it was destroyed."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from orapp.domain.dossier import Dossier
from orapp.services.desk import Desk
from orapp.services.rows import JournalRow
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.course_journal import Journal, JournalLine, JournalWords
from tests.ui.conftest import Shown

HOUSING = "2025-003"


@pytest.fixture
def dossier(desk: Desk) -> Dossier:
    return desk.dossiers.view(HOUSING).dossier


def row(dossier: Dossier, collection: str, item_id: str, action: str, before: object, after: object, **more: str) -> JournalRow:
    return JournalRow(
        sequence=1,
        at=datetime(2026, 11, 21, 23, 30, tzinfo=UTC),
        person="secretaris",
        device="laptop",
        action=action,
        dossier_id=dossier.id,
        collection=collection,
        item_id=item_id,
        before=json.dumps(before) if before else "",
        after=json.dumps(after) if after else "",
        destroyed=more.get("destroyed", ""),
    )


def line(place: Workplace, dossier: Dossier, one: JournalRow, *, names: bool = True, strategy: bool = True) -> JournalLine:
    return JournalWords(place).line(one, dossier, names=names, strategy=strategy)


def test_a_change_names_item_field_and_both_values(place: Workplace, dossier: Dossier) -> None:
    question = dossier.questions[2]
    one = row(
        dossier, "questions", question.id, "changed", {"state": "open", "answer": ""}, {"state": "sufficient", "answer": "Ja."}
    )
    said = line(place, dossier, one)
    assert said.person == "Secretaris"
    assert said.what == f"vraag Q{question.number} gewijzigd: oordeel van de OR, antwoord"
    assert said.detail == "nog niet beantwoord → voldoende beantwoord; leeg → Ja."


def test_what_came_and_went_is_told_with_its_words(place: Workplace, dossier: Dossier) -> None:
    gone = line(place, dossier, row(dossier, "papers", "weg", "removed", {"title": "Oude notitie"}, None))
    assert (gone.what, gone.detail) == ("stuk verwijderd", "Oude notitie")
    binned = line(place, dossier, row(dossier, "dossier", dossier.id, "binned", None, None))
    assert binned.what == "dossier naar de prullenbak"


def test_others_who_look_along_see_no_names_and_no_strategy(place: Workplace, dossier: Dossier) -> None:
    one = row(dossier, "dossier", dossier.id, "changed", {"strategy": None}, {"strategy": {"goal": "winnen"}})
    assert "winnen" in line(place, dossier, one).detail
    hidden = line(place, dossier, one, names=False, strategy=False)
    assert "winnen" not in hidden.detail
    assert hidden.person == "verborgen"


def test_the_goal_of_a_letter_is_told_in_words_and_hidden_from_who_looks_along(place: Workplace, dossier: Dossier) -> None:
    one = row(dossier, "letters", dossier.letters[0].id, "changed", {"goal": None}, {"goal": "prepare_appeal"})
    told = line(place, dossier, one)
    assert (told.what, told.detail) == ("brief gewijzigd: strategisch doel", "leeg → beroep of procedure voorbereiden")
    assert line(place, dossier, one, strategy=False).detail == "verborgen"


def test_what_was_destroyed_says_why(place: Workplace, dossier: Dossier) -> None:
    said = line(place, dossier, row(dossier, "papers", "x", "changed", None, None, destroyed="bewaartermijn voorbij"))
    assert said.detail == "vernietigd: bewaartermijn voorbij"


def test_the_journal_is_filtered_and_tells_dutch_time(place: Workplace, dossier: Dossier, shown: Shown) -> None:
    journal = Journal(place)
    shown(journal)
    question = dossier.questions[2]
    rows = (
        row(dossier, "questions", question.id, "changed", {"answer": "a"}, {"answer": "b"}),
        row(dossier, "papers", "x", "added", None, {"title": "Notitie"}),
    )
    journal.show_rows(rows, dossier)
    assert journal.table.row_model.rowCount() == 2
    first = journal.table.row_model.columns[0].cell(journal.table.row_model.rows[0])
    assert (first.text, first.second) == ("zo 22 nov", "00.30")
    journal.filter.setText(f"q{question.number} antwoord")
    assert journal.table.row_model.rowCount() == 1
    journal.filter.setText("bestaat niet")
    assert not journal.table.isVisible()
