"""The editor of one dossier: what was adopted can no longer be taken back, what was done beside it still can."""

from __future__ import annotations

from dataclasses import replace

from orapp.domain import editing
from orapp.domain.letters import Letter
from orapp.services.desk import Desk
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
