"""Steps by keyboard only: record a decision, judge its conditions, see two clocks appear; nothing is given up at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
)
from pytestqt.qtbot import QtBot

from orapp.domain.decisions import ResolutionKind, TakenOver
from orapp.domain.needs import Recorded
from orapp.domain.recording import record
from orapp.law.facts import FactKind, ProcedureKind
from orapp.services.desk import Desk
from orapp.ui.kit.dossier_tabs import ORDER
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.judging_dialog import JudgingDialog
from orapp.ui.screens.dossier.screen import DossierScreen
from orapp.ui.screens.dossier.step_dialog import StepDialog
from orapp.ui.screens.dossier.step_done import RecordedSheet
from orapp.ui.screens.dossier.step_list import StepList
from tests.fakes.surroundings import FixedClock
from tests.ui.conftest import Settled, Shown
from tests.ui.step_story import DECIDED, TODAY, advised, dialog_of, now, press, type_in, words


@pytest.fixture
def screen(desk: Desk, clock: FixedClock, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path) -> DossierScreen:
    clock.day = TODAY
    made = DossierScreen(desk, place, lambda: tmp_path)
    shown(made)
    made.open(advised(desk).reference)
    settled()
    return made


def records(qtbot: QtBot, desk: Desk, screen: DossierScreen, settled: Settled) -> None:
    assert ORDER[screen.tabs.currentIndex()] == "decision"
    assert screen.band.first.text() == "Besluit vastleggen"
    screen.band.first.setFocus()
    press(screen.band.first, Qt.Key.Key_Space)
    dialog = dialog_of(qtbot, screen, StepDialog)
    settled()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.text() == "13-01-2026"
    type_in("besluittekst", DECIDED, dialog)
    settled()
    effect = dialog.findChild(QLabel, "gevolg-tekst")
    assert effect is not None
    qtbot.waitUntil(lambda: "Twee klokken" in effect.text())
    assert "vrijdag 13 februari 2026" in effect.text()
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    decision = now(desk, screen).decisions[0]
    assert [known.on for known in decision.notices] == [TODAY]
    qtbot.waitUntil(lambda: "Twee klokken" in words(screen))
    assert "beroep schorst de uitvoering niet" in words(screen)
    assert "Plan binnen de maand" in words(screen)


def judges(qtbot: QtBot, desk: Desk, screen: DossierScreen, settled: Settled) -> None:
    assert screen.band.first.text() == "Voorwaarden be&oordelen"
    screen.band.first.setFocus()
    press(screen.band.first, Qt.Key.Key_Space)
    judging = dialog_of(qtbot, screen, JudgingDialog)
    passage = judging.findChild(QPlainTextEdit, "passage")
    assert passage is not None
    assert "31 december 2028" in passage.toPlainText()
    for verdict in ("yes", "no"):
        radio = judging.findChild(QRadioButton, f"oordeel-{verdict}")
        assert radio is not None
        assert not any(one.isChecked() for one in judging.findChildren(QRadioButton))
        radio.setFocus()
        press(radio, Qt.Key.Key_Space)
        press(judging, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settled()
    compared = now(desk, screen).decisions[0].comparisons
    assert [one.verdict for one in compared] == [TakenOver.YES, TakenOver.NO]
    assert [(one.judged.by, one.judged.on) for one in compared if one.judged is not None] == [("secretaris", TODAY)] * 2
    qtbot.waitUntil(lambda: not screen.findChildren(JudgingDialog))
    assert not screen.editor.undo_words.startswith("voorwaarde")


def resolves(qtbot: QtBot, desk: Desk, screen: DossierScreen, settled: Settled) -> None:
    assert screen.band.first.text() == "OR-besluit vastleggen"
    screen.band.first.setFocus()
    press(screen.band.first, Qt.Key.Key_Space)
    resolving = dialog_of(qtbot, screen, StepDialog)
    press(resolving, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert not now(desk, screen).resolutions[2:]
    radio = resolving.findChild(QRadioButton, "soort-judged_deviates")
    assert radio is not None
    radio.setFocus()
    press(radio, Qt.Key.Key_Space)
    type_in("vergadering", "OR-vergadering van 20 januari", resolving)
    type_in("stemmen-voor", "7", resolving)
    press(resolving, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    resolution = now(desk, screen).resolutions[-1]
    assert (resolution.kind, resolution.meeting, resolution.votes_for) == (
        ResolutionKind.DEVIATES,
        "OR-vergadering van 20 januari",
        7,
    )
    qtbot.waitUntil(lambda: "beroep" in screen.band.words()[0])


def test_a_decision_is_recorded_judged_and_starts_two_clocks_by_keyboard(
    qtbot: QtBot, desk: Desk, screen: DossierScreen, settled: Settled
) -> None:
    records(qtbot, desk, screen, settled)
    judges(qtbot, desk, screen, settled)
    resolves(qtbot, desk, screen, settled)


def test_giving_up_tells_its_effect_and_is_not_taken_back(
    qtbot: QtBot, desk: Desk, screen: DossierScreen, settled: Settled
) -> None:
    screen.acts.record((FactKind.DECISION_NOTIFIED,))
    press(dialog_of(qtbot, screen, StepDialog), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    qtbot.waitUntil(lambda: not screen.findChildren(StepDialog))
    act = screen.findChild(QPushButton, "handeling-opschorting")
    assert act is not None
    before = screen.editor.undo_words
    act.setFocus()
    press(act, Qt.Key.Key_Space)
    dialog = dialog_of(qtbot, screen, StepDialog)
    settled()
    assert "geen afzien van beroep" in words(dialog)
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert [item.kind for item in now(desk, screen).resolutions][-1] is ResolutionKind.WAIVE_SUSPENSION
    assert screen.editor.undo_words == before
    running = {item.rule for item in desk.dossiers.view(screen.reference).derived.deadlines if item.state.value == "running"}
    assert "wor-26-2-beroep" in running
    assert "wor-25-6-opschorting" not in running


def test_anything_can_be_recorded_by_a_few_letters(qtbot: QtBot, desk: Desk, screen: DossierScreen, settled: Settled) -> None:
    screen.record_button.setFocus()
    press(screen.record_button, Qt.Key.Key_Space)
    dialog_of(qtbot, screen, StepList)
    QTest.keyClicks(QApplication.focusWidget() or screen, "intrekking schriftelijk")
    press(QApplication.focusWidget() or screen, Qt.Key.Key_Return)
    dialog = dialog_of(qtbot, screen, StepDialog)
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert now(desk, screen).events[-1].kind is FactKind.WITHDRAWAL_CONFIRMED
    screen.editor.undo()
    settled()
    assert now(desk, screen).events[-1].kind is not FactKind.WITHDRAWAL_CONFIRMED


def test_what_is_recorded_twice_quickly_is_recorded_once_and_another_window_keeps_its_own_words(
    qtbot: QtBot, desk: Desk, screen: DossierScreen, settled: Settled
) -> None:
    before = now(desk, screen)
    desk.dossiers.put_draft(before.id, "r1", "stap/withdrawal_confirmed/tekst", "venster-2", "Van het andere venster", "x")
    screen.acts.record((FactKind.WITHDRAWAL_CONFIRMED,))
    dialog = dialog_of(qtbot, screen, StepDialog)
    settled()
    assert isinstance(dialog, StepDialog)
    assert dialog.step_form is not None
    assert "Van het andere venster" not in dialog.step_form.texts().values()
    dialog.keep()
    dialog.keep()
    settled()
    assert len(now(desk, screen).events) == len(before.events) + 1


def test_a_step_that_is_done_shows_what_was_recorded(qtbot: QtBot, screen: DossierScreen, settled: Settled) -> None:
    sent = next(one for one in screen.steps.buttons() if one.step.key == "sent")
    sent.setFocus()
    press(sent, Qt.Key.Key_Space)
    sheet = dialog_of(qtbot, screen, RecordedSheet)
    press(QApplication.focusWidget() or sheet, Qt.Key.Key_Return)
    settled()
    assert ORDER[screen.tabs.currentIndex()] == "course"


def test_a_step_of_the_plan_is_ticked_by_what_was_recorded(
    qtbot: QtBot, desk: Desk, screen: DossierScreen, settled: Settled
) -> None:
    screen.acts.record((FactKind.DECISION_NOTIFIED,))
    press(dialog_of(qtbot, screen, StepDialog), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    qtbot.waitUntil(lambda: not screen.findChildren(StepDialog))
    for name in ("plan-lawyer", "plan-executive"):
        tick = screen.findChild(QCheckBox, name)
        assert tick is not None
        assert not tick.isChecked()
        tick.setFocus()
        press(tick, Qt.Key.Key_Space)
        assert not tick.isChecked()
        dialog = dialog_of(qtbot, screen, StepDialog)
        press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settled()
        qtbot.waitUntil(lambda: not screen.findChildren(StepDialog))
        again = screen.findChild(QCheckBox, name)
        assert again is not None
        assert again.isChecked()
    assert FactKind.LAWYER_SPOKEN in [event.kind for event in now(desk, screen).events]


def test_tabs_turn_by_keys_and_are_remembered(desk: Desk, screen: DossierScreen, settled: Settled) -> None:
    first, start = screen.reference, screen.tabs.currentIndex()
    screen.tabs.setFocus()
    press(screen.tabs, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert screen.tabs.currentIndex() == (start + 1) % 6
    screen.open("2025-002")
    settled()
    screen.open(first)
    settled()
    assert screen.tabs.currentIndex() == (start + 1) % 6
    assert screen.tabs.count() == 6


def test_a_secret_dossier_shows_only_that_it_is_hidden(
    desk: Desk, place: Workplace, screen: DossierScreen, settled: Settled
) -> None:
    before = now(desk, screen)
    _, changes = desk.dossiers.save(before, replace(before, secret=True), "secretaris")
    place.changes.publish(changes)
    settled()
    assert "Verzelfstandiging" in words(screen)
    place.here.share(True)
    settled()
    assert "Verzelfstandiging" not in words(screen)
    assert not screen.tabs.isVisible()
    assert not screen.letter_button.isVisible()
    place.here.share(False)
    settled()
    assert "Verzelfstandiging" in words(screen)


def test_what_is_typed_outlives_the_dialog(
    qtbot: QtBot, desk: Desk, place: Workplace, screen: DossierScreen, settled: Settled
) -> None:
    screen.acts.record((FactKind.LAWYER_SPOKEN,))
    dialog = dialog_of(qtbot, screen, StepDialog)
    type_in("tekst", "Halfbakken zin", dialog)
    settled()
    dialog.close()
    qtbot.waitUntil(lambda: not screen.findChildren(StepDialog))
    screen.acts.record((FactKind.LAWYER_SPOKEN,))
    again = dialog_of(qtbot, screen, StepDialog)
    settled()
    text = again.findChild(QPlainTextEdit, "tekst")
    assert text is not None
    qtbot.waitUntil(lambda: text.toPlainText() == "Halfbakken zin")
    leave = again.findChild(QPushButton, "stap-annuleren")
    assert leave is not None
    leave.click()
    settled()
    assert not desk.dossiers.drafts(now(desk, screen).id)


def test_a_judgement_that_is_being_typed_outlives_the_dialog(
    qtbot: QtBot, desk: Desk, screen: DossierScreen, settled: Settled
) -> None:
    records(qtbot, desk, screen, settled)
    qtbot.waitUntil(lambda: not screen.findChildren(StepDialog))
    for typed in ("", "omdat drie jaar ontbreekt"):
        decision = now(desk, screen).decisions[0]
        screen.decision.judge(decision.id, "v2")
        dialog = dialog_of(qtbot, screen, JudgingDialog)
        settled()
        why = dialog.findChild(QLineEdit, "waarom")
        assert why is not None
        assert why.text() == typed
        if not typed:
            type_in("waarom", "omdat drie jaar ontbreekt", dialog)
        press(dialog, Qt.Key.Key_Escape)
        settled()
        qtbot.waitUntil(lambda: not screen.findChildren(JudgingDialog))
    assert now(desk, screen).decisions[0].comparisons[1].judged is None


def test_a_date_that_cannot_be_read_is_refused_beside_its_field(
    qtbot: QtBot, desk: Desk, screen: DossierScreen, settled: Settled
) -> None:
    before = now(desk, screen)
    screen.acts.record((FactKind.RULING,))
    dialog = dialog_of(qtbot, screen, StepDialog)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "32-13-2026")
    press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert dialog.isVisible()
    assert now(desk, screen) == before
    assert QApplication.focusWidget() is line


def test_closing_is_not_the_current_step_while_something_is_promised(
    desk: Desk, clock: FixedClock, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path
) -> None:
    clock.day = TODAY
    dossier = advised(desk)
    numbers = count(1)
    late = dossier
    for kind in (FactKind.DECISION_NOTIFIED, FactKind.JUDGED_FOLLOWS, FactKind.EXECUTED, FactKind.EVALUATED):
        typed = Recorded(kind=kind, on=date(2026, 1, 5), request_id="r1", promise="Evaluatie", promise_due=date(2026, 1, 8))
        late = record(late, typed, lambda: f"later-{next(numbers)}")
    desk.dossiers.save(dossier, late, "secretaris")
    screen = DossierScreen(desk, place, lambda: tmp_path)
    shown(screen)
    screen.open(dossier.reference)
    settled()
    assert "Vraag naar" in screen.band.words()[0].replace("vraag naar", "Vraag naar")
    assert "current" not in [one.step.progress.value for one in screen.steps.buttons()]
    screen.band.first.setFocus()
    press(screen.band.first, Qt.Key.Key_Space)
    assert ORDER[screen.tabs.currentIndex()] == "commitments"


def test_the_computation_of_a_clock_unfolds(screen: DossierScreen, desk: Desk, settled: Settled) -> None:
    fold = screen.findChild(QPushButton, "klok-berekening-0")
    steps = screen.findChild(QLabel, "berekening-0")
    if fold is None:
        screen.open("2025-002")
        settled()
        fold, steps = screen.findChild(QPushButton, "klok-berekening-0"), screen.findChild(QLabel, "berekening-0")
    assert fold is not None
    assert steps is not None
    assert not steps.isVisible()
    fold.setFocus()
    press(fold, Qt.Key.Key_Space)
    assert steps.text()
    assert not steps.isHidden()


def test_consent_offers_nullity_and_no_appeal(
    desk: Desk, clock: FixedClock, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path
) -> None:
    clock.day = TODAY
    dossier = advised(desk, legal=ProcedureKind.CONSENT)
    screen = DossierScreen(desk, place, lambda: tmp_path)
    shown(screen)
    screen.open(dossier.reference)
    settled()
    screen.show_part("decision", "")
    settled()
    assert screen.findChild(QPushButton, "handeling-nietigheid") is not None
    assert screen.findChild(QPushButton, "handeling-beroep") is None
