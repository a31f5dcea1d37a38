"""Composing a letter: by keyboard alone, typed text seen at once and found back, and choices with reasons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from orapp.domain.editing import change
from orapp.domain.letters import Letter, StrategicGoal
from orapp.letters.parts import PartState
from orapp.services.desk import Desk
from orapp.ui.kit.labels import Pill
from orapp.ui.kit.letter_document import LetterSheet
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.letter.screen import LetterScreen
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled, Shown
from tests.ui.letter.hands import HOUSING, JOBS, MERGER, REQUEST, card, draft_of, findings_of, focused, press, write

# -- by keyboard alone -------------------------------------------------------------------------------------------------


def test_a_letter_is_written_by_keyboard_alone(
    qtbot: QtBot, screen: LetterScreen, settled: Settled, kept: Callable[[], Letter]
) -> None:
    assert focused() is card(screen, "summary").head
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert focused() is card(screen, "course").head
    press(Qt.Key.Key_Return)
    assert screen.sections.current == "course"
    write("De OR was er vroeg bij.")
    settled()
    assert "De OR was er vroeg bij." in screen.preview.text()
    assert card(screen, "course").part.state is PartState.MIXED
    press(Qt.Key.Key_Down, modifier=Qt.KeyboardModifier.ControlModifier)
    settled()
    assert screen.sections.current == "information"
    assert not card(screen, "course").is_open
    assert [text.text for text in kept().texts] == ["De OR was er vroeg bij."]
    press(Qt.Key.Key_Escape)
    assert focused() is card(screen, "information").head
    press(Qt.Key.Key_Up, modifier=Qt.KeyboardModifier.AltModifier)
    settled()
    assert screen.sections.keys[2:4] == ("information", "course")
    assert kept().section_order[2:4] == ("information", "course")
    text = screen.preview.text()
    assert text.index("3. Informatiebasis") < text.index("4. Feiten en verloop")
    screen.acts.undo.trigger()
    settled()
    assert screen.sections.keys[2:4] == ("course", "information")
    screen.acts.undo.trigger()
    settled()
    assert not kept().texts
    assert "De OR was er vroeg bij." not in screen.preview.text()
    with qtbot.waitSignal(screen.back_asked):
        QTest.keyClick(screen.bar.back_button, Qt.Key.Key_Space)


def test_the_typing_is_undone_before_the_letter(screen: LetterScreen, settled: Settled) -> None:
    screen.sections.open("motives")
    write("Eerste.")
    press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    settled()
    editor = card(screen, "motives").editor
    assert editor is not None
    assert not editor.toPlainText()
    assert "Eerste." not in screen.preview.text()


# -- looking and typing ------------------------------------------------------------------------------------------------


def test_looking_keeps_nothing_and_the_first_letter_typed_keeps_the_letter(
    archive: MemoryArchive, desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path
) -> None:
    made = LetterScreen(desk, place, tmp_path)
    shown(made)
    before = archive.kept[JOBS]
    request = next(one.id for one in before.requests if one.legal.value == "consent")
    bare = replace(before, letters=tuple(one for one in before.letters if one.kind != "A10"))
    archive.kept[JOBS] = bare
    made.open(JOBS, "A10", request)
    settled()
    assert archive.kept[JOBS] == bare
    made.sections.open("motivation")
    write("Omdat het kan.")
    made.composition.settle()
    settled()
    letters = [one for one in archive.kept[JOBS].letters if one.kind == "A10"]
    assert [one.text for letter in letters for one in letter.texts] == ["Omdat het kan."]


def test_a_letter_follows_its_dossier_also_after_another_was_left_while_it_was_typed(
    desk: Desk, archive: MemoryArchive, screen: LetterScreen, settled: Settled, concept: str
) -> None:
    screen.sections.open("motives")
    write("Nog op weg.")
    screen.open(MERGER, "", "")
    settled()
    screen.open(HOUSING, "A9", REQUEST, concept)
    settled()
    dossier = archive.kept[HOUSING]
    letter = next(one for one in dossier.letters if one.id == concept)
    screen.editor.submit(change("letters", letter, replace(letter, subject="Van elders")), "onderwerp")
    settled()
    assert screen.composition.letter is not None
    assert screen.composition.letter.subject == "Van elders"


def test_what_was_typed_is_found_back_after_a_crash(
    qtbot: QtBot,
    archive: MemoryArchive,
    desk: Desk,
    place: Workplace,
    shown: Shown,
    screen: LetterScreen,
    settled: Settled,
    tmp_path: Path,
    concept: str,
    kept: Callable[[], Letter],
) -> None:
    screen.sections.open("motives")
    write("Nog niet klaar")
    qtbot.waitUntil(lambda: bool(archive.typed))
    settled()
    assert not kept().texts
    # The program ends here: what the first screen does when it is left, never happened.
    left, typed = archive.kept[HOUSING], dict(archive.typed)
    screen.composition.leave()
    settled()
    archive.kept[HOUSING], archive.typed = left, typed
    again = LetterScreen(desk, place, tmp_path)
    shown(again)
    again.open(HOUSING, "A9", REQUEST, concept)
    settled()
    settled()
    assert "Nog niet klaar" in again.preview.text()
    assert "teruggevonden" in again.notice.text()
    again.composition.settle()
    settled()
    assert [one.text for one in kept().texts] == ["Nog niet klaar"]
    assert not archive.typed


def test_a_section_can_be_written_oneself_and_given_back(
    screen: LetterScreen, settled: Settled, kept: Callable[[], Letter]
) -> None:
    opened = screen.sections.open("weighing")
    assert opened is not None
    opened.write_asked.emit("weighing")
    settled()
    settled()
    opened = card(screen, "weighing")
    assert opened.part.state is PartState.OWN
    assert opened.editor is not None
    assert "O1" in opened.editor.toPlainText()
    assert kept().texts[0].replaces
    assert all(finding.code != "letter.objection_not_in_letter" for finding in findings_of(screen))
    opened.editor.selectAll()
    opened.editor.setFocus()
    write("Alleen dit.")
    settled()
    assert any(finding.code == "letter.objection_not_in_letter" for finding in findings_of(screen))
    opened.back_asked.emit("weighing")
    settled()
    settled()
    assert card(screen, "weighing").part.state is PartState.DOSSIER
    assert not kept().texts


def test_the_preview_shows_what_is_typed_and_keeps_its_place(screen: LetterScreen, settled: Settled) -> None:
    bar = screen.preview.pages.verticalScrollBar()
    screen.sections.open("consequences")
    settled()
    place = bar.value()
    assert place > 0
    write("Teh  dubbele spatie, zoals getypt")
    settled()
    assert "Teh  dubbele spatie, zoals getypt" in screen.preview.text()
    assert abs(bar.value() - place) < screen.preview.pages.viewport().height()
    document = screen.preview.document()
    assert document is not None
    assert LetterSheet(draft_of(screen).content, screen).document.toHtml() == document.toHtml()


# -- items and sections that stay out ----------------------------------------------------------------------------------


def test_an_item_stays_out_only_with_a_reason(screen: LetterScreen, settled: Settled, archive: MemoryArchive) -> None:
    screen.sections.open("weighing")
    settled()
    objection = next(one for one in archive.kept[HOUSING].objections if one.request_id in {"", REQUEST})
    row = card(screen, "weighing").items[objection.id]
    row.focus()
    press(Qt.Key.Key_Space)
    assert focused() is row.reason
    press(Qt.Key.Key_Return)
    assert row.reason.property("refused") == "true"
    write("is opgelost")
    press(Qt.Key.Key_Return)
    settled()
    choice = next(one for one in archive.kept[HOUSING].objections if one.id == objection.id).letters[-1]
    assert (choice.letter, choice.included, choice.reason, choice.by) == ("A9", False, "is opgelost", "secretaris")
    assert objection.text not in screen.preview.text()
    row = card(screen, "weighing").items[objection.id]
    assert "bewust niet" in [pill.text() for pill in row.findChildren(Pill)]
    row.tick.click()
    settled()
    assert next(one for one in archive.kept[HOUSING].objections if one.id == objection.id).letters[-1].included
    screen.acts.undo.trigger()
    settled()
    assert not next(one for one in archive.kept[HOUSING].objections if one.id == objection.id).letters[-1].included


def test_a_section_stays_out_with_a_reason_and_a_mandatory_one_does_not(
    screen: LetterScreen, settled: Settled, kept: Callable[[], Letter]
) -> None:
    opened = screen.sections.open("staff")
    assert opened is not None
    act = opened.findChild(QWidget, "weglaten-onderdeel-staff")
    reason = opened.findChild(QLineEdit, "reden-onderdeel-staff")
    assert act is not None
    assert reason is not None
    act.setFocus()
    press(Qt.Key.Key_Space)
    assert focused() is reason
    write("staat in een bijlage")
    press(Qt.Key.Key_Return)
    settled()
    assert card(screen, "staff").part.state is PartState.LEFT_OUT
    assert [one.reason for one in kept().left_out] == ["staat in een bijlage"]
    assert "Inbreng van de achterban" not in screen.preview.text()
    card(screen, "staff").in_asked.emit("staff")
    settled()
    assert not kept().left_out
    decisive = screen.sections.open("advice")
    assert decisive is not None
    assert decisive.findChild(QWidget, "weglaten-onderdeel-advice") is None


def test_a_section_is_dragged_to_another_place(screen: LetterScreen, settled: Settled, kept: Callable[[], Letter]) -> None:
    head, target = card(screen, "summary").head, card(screen, "course")
    below = head.mapFromGlobal(target.mapToGlobal(QPoint(20, target.height() - 4)))
    QTest.mousePress(head, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    QTest.mouseMove(head, QPoint(20, 60))
    QTest.mouseMove(head, below)
    QTest.mouseRelease(head, Qt.MouseButton.LeftButton, pos=below)
    settled()
    assert kept().section_order[:3] == ("request", "course", "summary")
    assert not screen.sections.current


# -- around the letter -------------------------------------------------------------------------------------------------


def test_what_surrounds_the_letter_is_edited(screen: LetterScreen, settled: Settled, kept: Callable[[], Letter]) -> None:
    screen.head.head.setFocus()
    press(Qt.Key.Key_Space)
    screen.head.subject.setFocus()
    write("Advies over iets (artikel 25 WOR)")
    press(Qt.Key.Key_Return)
    settled()
    assert "Betreft: Advies over iets (artikel 25 WOR)" in screen.preview.text()
    screen.head.copies.setFocus()
    write("A. Een; B. Twee")
    press(Qt.Key.Key_Return)
    settled()
    goal = screen.head.goal
    goal.setCurrentIndex(goal.findData(StrategicGoal.NEGOTIATE.value))
    goal.activated.emit(goal.currentIndex())
    settled()
    next(iter(screen.head.annexes.values())).click()
    settled()
    letter = kept()
    assert letter.subject == "Advies over iets (artikel 25 WOR)"
    assert letter.copies == ("A. Een", "B. Twee")
    assert letter.goal is StrategicGoal.NEGOTIATE
    assert len(letter.annex_ids) == 1
    assert "onderhandelen" not in screen.preview.text()
