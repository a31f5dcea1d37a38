"""Questions, judgements, promises and action items of a dossier, by keyboard only."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from orapp.domain.actions import ActionItem
from orapp.domain.assessment import AnswerState
from orapp.domain.editing import add
from orapp.domain.promises import CommitmentState
from orapp.services.desk import Desk
from orapp.ui.kit.editor import DossierEditor
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.assessment_tab import AssessmentTab
from orapp.ui.screens.dossier.commitments_tab import CommitmentsTab
from orapp.ui.screens.dossier.paste_answers import AnswersDialog
from tests.ui.conftest import DEMO_DAY, Settled
from tests.ui.dossier_tabs.at_a_tab import HOUSING, MERGER, Opened, focused, kept, press

# ---------------------------------------------------------------------------------------------------------- assessment


def test_answers_are_pasted_to_their_question_and_judged(
    qtbot: QtBot, desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened, settled: Settled
) -> None:
    tab = AssessmentTab(desk, place, editor)
    opened(tab, MERGER)
    shown = tab.questions.questions()
    first, second = shown[0], shown[1]
    text = f"Geachte OR,\nVraag {first.number}: {first.text}\nNieuw antwoord.\n\nVraag {second.number}:\nTweede antwoord."
    QApplication.clipboard().setText(text)
    press(tab, "antwoorden-plakken-knop")
    dialog = tab.window().findChildren(AnswersDialog)[0]
    qtbot.waitUntil(dialog.isActiveWindow)
    assert [row.question_id() for row in dialog.rows()] == ["", first.id, second.id]
    said = dialog.findChild(QLabel, "verdeling")
    assert said is not None
    assert f"Q{first.number}" in said.text()
    assert kept(desk, MERGER).find(first.id) == first
    press(dialog, "antwoorden-bewaren")
    settled()
    answers = {one.id: one for one in kept(desk, MERGER).questions}
    assert (answers[first.id].answer, answers[second.id].answer) == ("Nieuw antwoord.", "Tweede antwoord.")
    assert (answers[first.id].state, answers[first.id].judged) == (AnswerState.OPEN, None)
    tab.choose(second.id)
    press(tab, "oordeel-insufficient")
    settled()
    judged = next(one for one in kept(desk, MERGER).questions if one.id == second.id)
    assert judged.state is AnswerState.INSUFFICIENT
    assert judged.judged is not None
    assert (judged.judged.by, judged.judged.on) == ("secretaris", DEMO_DAY)
    assert "onvoldoende" in tab.questions.stand.text()
    assert editor.undo_words == "2 antwoorden geplakt"
    editor.undo()
    settled()


def test_every_part_is_reached_by_arrow_and_says_what_belongs_in_it(
    desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened, settled: Settled
) -> None:
    tab = AssessmentTab(desk, place, editor)
    dossier = opened(tab, "2026-001")
    names = tab.sections.row.findChildren(QPushButton)
    names[0].setFocus()
    seen = [tab.sections.current]
    for _ in names[1:]:
        QTest.keyClick(focused(), Qt.Key.Key_Right)
        settled()
        seen.append(tab.sections.current)
        page = tab.sections.pages.currentWidget()
        assert page is not None
        assert any(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert len(set(seen)) == len(names) == 8
    assert not dossier.experts
    tab.sections.choose("experts")
    said = [label.text() for label in tab.findChildren(QLabel) if label.isVisible()]
    assert any("art. 22 lid 2" in words for words in said)


def test_an_item_is_found_in_its_part(desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened) -> None:
    tab = AssessmentTab(desk, place, editor)
    dossier = opened(tab, MERGER)
    request_id = desk.dossiers.view(MERGER).derived.summary.request_id
    objection = next(one for one in dossier.objections if one.request_id == request_id)
    tab.choose(objection.id)
    assert tab.sections.current == "objections"


# --------------------------------------------------------------------------------------------------------- commitments


def done_on(desk: Desk, item_id: str) -> date | None:
    return next(one.done_on for one in kept(desk, HOUSING).actions if one.id == item_id)


def test_a_promise_is_kept_and_an_action_is_ticked_off(
    desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened, settled: Settled
) -> None:
    tab = CommitmentsTab(desk, place, editor)
    dossier = opened(tab, HOUSING)
    promise = next(one for one in dossier.commitments if one.state is not CommitmentState.KEPT)
    tab.choose(promise.id)
    press(tab, "toezegging-nagekomen")
    settled()
    after = next(one for one in kept(desk, HOUSING).commitments if one.id == promise.id)
    assert (after.state, after.kept_on) == (CommitmentState.KEPT, DEMO_DAY)
    action = ActionItem(id="actie", text="Concept rondsturen", owner="secretaris", due=date(2026, 11, 25))
    editor.submit(add("actions", action), "actiepunt toegevoegd")
    settled()
    tab.choose("actie")
    press(tab, "actie-gedaan")
    settled()
    assert done_on(desk, "actie") == DEMO_DAY
    press(tab, "actie-gedaan")
    settled()
    assert done_on(desk, "actie") is None


def test_the_picture_of_promises_says_its_numbers(desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened) -> None:
    tab = CommitmentsTab(desk, place, editor)
    dossier = opened(tab, HOUSING)
    open_states = {CommitmentState.OPEN, CommitmentState.PARTLY}
    late = [one for one in dossier.commitments if one.state in open_states and one.due is not None and one.due < DEMO_DAY]
    assert late
    assert f"{len(late)} over datum" in tab.promised.words.text()
