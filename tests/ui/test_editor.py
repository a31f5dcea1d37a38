"""The editor of one dossier: what can be taken back and what no longer, in which order, and what outlives a window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from orapp.domain import editing
from orapp.domain.letters import Letter
from orapp.services.desk import Desk
from orapp.services.failures import Circumstance, Failure
from orapp.services.rows import Changes
from orapp.ui.kit.editor import DossierEditor
from orapp.ui.kit.workplace import Workplace
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled


def test_steps_of_an_adopted_letter_are_forgotten_and_others_stay(
    desk: Desk, place: Workplace, archive: MemoryArchive, settled: Settled
) -> None:
    dossier = archive.kept["2025-003"]
    editor = DossierEditor(desk.dossiers, place)
    editor.take(dossier)
    letter: Letter = dossier.letters[0]
    question = dossier.questions[0]
    editor.submit(editing.change("letters", letter, replace(letter, subject="Anders")), "brief gewijzigd")
    editor.submit(editing.change("questions", question, replace(question, why="Daarom")), "vraag gewijzigd")
    settled()
    editor.forget_steps_of(letter.id)
    assert editor.undo_words == "vraag gewijzigd"
    editor.undo()
    settled()
    assert editor.undo_words == ""
    kept = archive.kept["2025-003"]
    assert kept.letters[0].subject == "Anders"
    assert kept.questions[0].why == question.why


@pytest.fixture
def editor(desk: Desk, place: Workplace, archive: MemoryArchive) -> DossierEditor:
    made = DossierEditor(desk.dossiers, place)
    made.take(archive.kept["2025-003"])
    return made


def test_undo_waits_for_an_edit_that_is_on_its_way(editor: DossierEditor, archive: MemoryArchive, settled: Settled) -> None:
    dossier = archive.kept["2025-003"]
    editor.submit(editing.set_head(dossier, title="Eerst"), "titel")
    settled()
    editor.submit(editing.set_head(dossier, summary="Daarna"), "samenvatting")
    editor.undo()
    settled()
    assert archive.kept["2025-003"].title == "Eerst"
    assert archive.kept["2025-003"].summary == dossier.summary
    assert (editor.undo_words, editor.redo_words) == ("titel", "samenvatting")
    editor.redo()
    editor.undo()
    editor.undo()
    settled()
    assert archive.kept["2025-003"].title == dossier.title


def test_a_step_of_one_dossier_is_never_taken_back_in_another(
    editor: DossierEditor, archive: MemoryArchive, settled: Settled
) -> None:
    question = archive.kept["2025-003"].questions[0]
    other = archive.kept["2025-002"]
    editor.submit(editing.remove("questions", question.id), "vraag verwijderd")
    editor.take(other)
    settled()
    assert editor.undo_words == ""
    editor.undo()
    settled()
    assert archive.kept["2025-002"] == other


def test_what_could_not_be_taken_back_for_a_full_disk_can_be_tried_again(
    editor: DossierEditor, desk: Desk, archive: MemoryArchive, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = archive.kept["2025-003"]
    told: list[Failure] = []
    editor.refused.connect(told.append)
    editor.submit(editing.set_head(dossier, title="Anders"), "titel")
    settled()

    def full(*_asked: object) -> object:
        raise Circumstance("archive.disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(desk.dossiers, "undo", full)
        editor.undo()
        settled()
    assert [failure.code for failure in told] == ["archive.disk_full"]
    assert editor.undo_words == "titel"
    editor.undo()
    settled()
    assert archive.kept["2025-003"].title == dossier.title


def test_the_last_edit_of_a_window_that_closes_is_told_to_the_others(
    editor: DossierEditor, place: Workplace, archive: MemoryArchive, settled: Settled
) -> None:
    heard: list[Changes] = []
    place.changes.changed.connect(heard.append)
    dossier = archive.kept["2025-003"]
    editor.submit(editing.set_head(dossier, title="Bij het sluiten"), "titel")
    delete(editor)
    settled()
    assert archive.kept["2025-003"].title == "Bij het sluiten"
    assert [changes.dossier_ids for changes in heard] == [(dossier.id,)]


def test_a_failure_is_told_also_when_what_asked_for_it_is_gone(
    editor: DossierEditor, place: Workplace, archive: MemoryArchive, settled: Settled
) -> None:
    told: list[Failure] = []
    editor.refused.connect(told.append)
    place.tasks.failure.connect(told.append)
    dossier = archive.kept["2025-003"]
    gone = editing.change("questions", replace(dossier.questions[0], id="weg"), replace(dossier.questions[0], id="weg", why="x"))
    dialog = QObject()
    called: list[object] = []
    editor.submit(gone, "vraag", owner=dialog, done=called.append, failed=called.append)
    delete(dialog)
    settled()
    editor.submit(gone, "vraag")
    delete(editor)
    settled()
    assert [failure.code for failure in told] == ["item.changed_since", "item.changed_since"]
    assert not called


def test_drafts_of_one_dossier_are_not_given_to_who_asked_for_another(
    editor: DossierEditor, archive: MemoryArchive, settled: Settled
) -> None:
    given: list[str] = []
    editor.find_drafts(lambda _drafts: given.append("eerste"))
    editor.take(archive.kept["2025-002"])
    editor.find_drafts(lambda _drafts: given.append("tweede"))
    settled()
    assert given == ["tweede"]
