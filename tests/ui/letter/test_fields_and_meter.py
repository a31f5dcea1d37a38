"""The fields of a kind of letter, the meter of completeness, the list of letters, and beginning from the dossier."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from orapp.domain.assessment import Destination
from orapp.domain.editing import change
from orapp.domain.letters import Letter
from orapp.letters.beginnings import Beginning
from orapp.letters.completeness import Meter
from orapp.services.desk import Desk
from orapp.ui.kit.beginning_menu import BeginButton
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.screen import DossierScreen
from orapp.ui.screens.letter.field_pieces import RowsPiece
from orapp.ui.screens.letter.screen import LetterScreen
from tests.fakes.archive import MemoryArchive
from tests.fakes.surroundings import FixedClock
from tests.ui.conftest import Settled, Shown
from tests.ui.letter.hands import HOUSING, JOBS, REQUEST, draft_of, findings_of, focused, press, write

pytestmark = pytest.mark.qt_log_ignore(r"^This plugin does not support grabbing the keyboard$", extend=True)

MONTH = date(2025, 6, 20)


@pytest.fixture
def made(desk: Desk, place: Workplace, shown: Shown, tmp_path: Path) -> LetterScreen:
    screen = LetterScreen(desk, place, tmp_path)
    shown(screen)
    return screen


def begin(screen: LetterScreen, settled: Settled, kind: str, request_id: str = REQUEST) -> None:
    screen.begin(HOUSING, Beginning(kind=kind, request_id=request_id))
    settled()


def kept(archive: MemoryArchive, kind: str) -> Letter:
    return [one for one in archive.kept[HOUSING].letters if one.kind == kind][-1]


def values(letter: Letter) -> dict[str, str]:
    return {one.key: one.value for one in letter.fields}


# -- fields ------------------------------------------------------------------------------------------------------------


def test_a_field_is_seen_in_the_letter_with_each_keystroke_and_becomes_one_edit(
    archive: MemoryArchive, made: LetterScreen, settled: Settled
) -> None:
    begin(made, settled, "A12b")
    assert made.fields.is_open
    assert focused().objectName() == "veld-lawyer"
    write("Vos Advocaten")
    settled()
    assert "Vos Advocaten" in made.preview.text()
    made.composition.settle()
    settled()
    assert values(kept(archive, "A12b")) == {"lawyer": "Vos Advocaten"}
    made.acts.undo.trigger()
    settled()
    assert values(made.composition.letter or Letter(id="", kind="")) == {}
    assert "Vos Advocaten" not in made.preview.text()


def test_money_that_cannot_be_read_stays_as_typed_with_the_reason_and_stands_in_the_way(
    made: LetterScreen, settled: Settled
) -> None:
    begin(made, settled, "A12b")
    piece = made.fields.focus_in("estimate")
    assert piece is not None
    write("tien")
    settled()
    assert [one.code for one in findings_of(made) if one.place == "field/estimate"] == ["letter.field_unreadable"]
    assert piece.field.property("refused") == "true"
    press(Qt.Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    write("1.250,00")
    settled()
    assert not [one for one in findings_of(made) if one.place == "field/estimate"]
    assert values(made.composition.letter or Letter(id="", kind=""))["estimate"] == "125000"
    assert piece.field.property("refused") == "false"


def test_a_field_comes_and_goes_with_its_condition_and_typing_goes_on(made: LetterScreen, settled: Settled) -> None:
    begin(made, settled, "A12b")
    made.fields.focus_in("settlement")
    assert "settlement_by" not in made.fields.rows
    typing = focused()
    for letter in "Stel uit":
        write(letter)
        settled()
    assert focused() is typing
    assert "settlement_by" in made.fields.rows
    assert values(made.composition.letter or Letter(id="", kind=""))["settlement"] == "Stel uit"


def test_what_may_stay_empty_is_folded_and_a_finding_leads_to_its_field(made: LetterScreen, settled: Settled) -> None:
    begin(made, settled, "A11")
    assert not made.fields.rows["talk_on"].isVisible()
    assert made.fields.rows["undo"].isVisible()
    finding = next(one for one in findings_of(made) if one.place == "field/undo")
    row = next(row for row in made.findings.rows if finding.fields["label"] in row.accessibleName())
    row.setFocus()
    press(Qt.Key.Key_Return)
    assert focused().objectName() == "veld-undo"
    made.fields.focus_in("talk_on")
    assert made.fields.rows["talk_on"].isVisible()


def test_rows_are_typed_by_keyboard_and_pasted_from_word_with_their_heads(
    archive: MemoryArchive, made: LetterScreen, settled: Settled
) -> None:
    begin(made, settled, "A16", "")
    piece = made.fields.focus_in("training")
    assert isinstance(piece, RowsPiece)
    press(Qt.Key.Key_Insert)
    write("Reorganisatie")
    settled()
    assert "Reorganisatie" in made.preview.text()
    press(Qt.Key.Key_Tab)
    write("Tweedaags")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Escape)
    assert focused() is piece.rows.grid
    data = QMimeData()
    data.setHtml(
        "<table><tr><th>Scholing</th><th>Vorm</th><th>Kosten (€)</th></tr>"
        "<tr><td>WOR basis</td><td>Dag</td><td>900</td></tr></table>"
    )
    QGuiApplication.clipboard().setMimeData(data)
    press(Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    settled()
    rows = next(one.rows for one in kept(archive, "A16").fields if one.key == "training")
    assert [(row[0], row[1], row[6]) for row in rows] == [("Reorganisatie", "Tweedaags", ""), ("WOR basis", "Dag", "900")]
    assert "WOR basis" in made.preview.text()
    press(Qt.Key.Key_Delete)
    settled()
    assert len(piece.rows.rows()) == 1


def test_what_was_typed_in_a_field_is_found_back_after_a_crash(
    archive: MemoryArchive, desk: Desk, place: Workplace, made: LetterScreen, settled: Settled, shown: Shown, tmp_path: Path
) -> None:
    begin(made, settled, "A12b")
    write("Vos")
    made.composition._put_drafts()
    settled()
    made.composition._edit_timer.stop()
    made.fields.blockSignals(True)  # the program ended: nothing more is told
    again = LetterScreen(desk, place, tmp_path)
    shown(again)
    again.open(HOUSING, "A12b", REQUEST, kept(archive, "A12b").id)
    settled()
    assert values(again.composition.letter or Letter(id="", kind=""))["lawyer"] == "Vos"


def test_a_letter_without_fields_shows_no_card(made: LetterScreen, settled: Settled) -> None:
    made.open(JOBS, "A1", "")
    settled()
    assert made.fields.isHidden()


# -- the meter ---------------------------------------------------------------------------------------------------------


def test_the_meter_follows_typing_and_leads_to_what_is_wanting(made: LetterScreen, settled: Settled) -> None:
    begin(made, settled, "A12b")
    found = {one.meter: one for one in draft_of(made).measures}
    assert (found[Meter.FIELDS].done, found[Meter.FIELDS].total) == (0, 2)
    assert made.meter.bar.value() == 0
    row = made.meter.rows["fields"]
    assert "0 van 2" in row.accessibleName()
    write("Vos")
    settled()
    assert made.meter.rows["fields"] is row
    assert "1 van 2" in row.accessibleName()
    row.setFocus()
    press(Qt.Key.Key_Return)
    assert focused().objectName() == "veld-estimate"
    write("100,00")
    settled()
    assert "fields" not in made.meter.rows
    assert made.meter.bar.value() == made.meter.bar.maximum()
    assert "gegevens ingevuld (2)" in made.meter.whole.text()


def test_an_objection_deliberately_out_counts_with_its_reason(qtbot: QtBot, screen: LetterScreen, settled: Settled) -> None:
    dossier = screen.composition.dossier
    assert dossier is not None
    one = dossier.objections[0]
    open_one = replace(one, destination=Destination.OPEN)
    screen.editor.submit(change("objections", one, open_one), "bezwaar")
    qtbot.waitUntil(lambda: "objections" in screen.meter.rows)
    settled()
    row = screen.meter.rows["objections"]
    assert f"O{one.number}" in row.accessibleName()
    qtbot.waitUntil(row.isVisible)
    row.setFocus()
    press(Qt.Key.Key_Return)
    assert focused().objectName() == f"keuze-{one.id}"
    press(Qt.Key.Key_Space)
    assert focused().objectName() == f"reden-{one.id}"
    write("Staat al in het verslag.")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "objections" not in screen.meter.rows)
    settled()
    head = screen.sections.card(screen.sections.current)
    assert head is not None
    assert f"O{one.number} bewust niet" in head.part.told


# -- which letter ------------------------------------------------------------------------------------------------------


def found(screen: LetterScreen) -> set[str]:
    """The letters that are shown, by their names."""
    return {row.accessibleName().split(":")[0].split(",")[0] for row in screen.chooser.rows}


def test_a_letter_is_found_by_a_few_letters_also_misspelled_by_keyboard_alone(
    made: LetterScreen, settled: Settled, qtbot: QtBot
) -> None:
    made.open(HOUSING, "", REQUEST)
    settled()
    assert focused() is made.chooser.rows[0]
    write("n")
    assert focused() is made.chooser.field
    write("ietihgeid")
    qtbot.waitUntil(lambda: found(made) == {"Beroep op de nietigheid"})
    press(Qt.Key.Key_Down)
    assert focused() is made.chooser.rows[0]
    press(Qt.Key.Key_Return)
    settled()
    assert made.composition.kind == "A11"
    assert made.composition.request_id == REQUEST


def test_enter_takes_the_first_letter_also_before_the_search_was_shown(made: LetterScreen, settled: Settled) -> None:
    made.open(HOUSING, "", REQUEST)
    settled()
    write("nietigheid")
    press(Qt.Key.Key_Return)
    settled()
    assert made.composition.kind == "A11"


def test_what_is_not_found_is_said_and_a_letter_about_the_whole_dossier_is_found(
    made: LetterScreen, settled: Settled, qtbot: QtBot
) -> None:
    made.open(HOUSING, "", REQUEST)
    settled()
    made.chooser.field.setText("xqzw")
    qtbot.waitUntil(lambda: not made.chooser.rows)
    made.chooser.field.setText("scholing")
    qtbot.waitUntil(lambda: bool(made.chooser.rows) and made.chooser.rows[0].objectName() == "kies-A16-")
    heads = [label.text() for label in made.chooser.findChildren(QLabel) if not label.isHidden()]
    assert "Over het dossier als geheel" in heads


def test_letters_of_other_requests_are_folded_and_unfold_by_keyboard(made: LetterScreen, settled: Settled) -> None:
    made.open(HOUSING, "", REQUEST)
    settled()
    fold = next(one for one in made.chooser.findChildren(QPushButton) if one.objectName().startswith("meer-brieven-"))
    other = fold.objectName().removeprefix("meer-brieven-")
    before = {row.objectName() for row in made.chooser.rows}
    fold.setFocus()
    press(Qt.Key.Key_Space)
    fresh = {row.objectName() for row in made.chooser.rows} - before
    assert fresh
    assert all(name.removesuffix("-nieuw").endswith(other) for name in fresh)
    assert focused().objectName() in fresh


# -- from the dossier --------------------------------------------------------------------------------------------------


def begun_from_the_month(qtbot: QtBot, dossier: DossierScreen, settled: Settled) -> tuple[str, Beginning]:
    """What the first letter of the menu on the running month of art. 27 lid 5 begins, chosen by keys."""
    dossier.show_tab(1)
    dossier.course.sections.choose("terms")
    terms = dossier.course.deadlines
    terms.choose(next(one for one in terms.table.row_model.rows if one.rule == "wor-27-5-nietigheid"))
    button = dossier.findChild(BeginButton, "termijn-brief")
    assert button is not None
    button.setFocus()
    with qtbot.waitSignal(dossier.letter_begun) as begun:
        press(Qt.Key.Key_Space)
        settled()
        menu = button.findChild(QMenu, "brief-beginnen-menu")
        assert menu is not None
        assert menu.activeAction().objectName() == "begin-A11"
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert begun.args is not None
    reference, beginning = begun.args
    return str(reference), beginning


def test_from_a_running_month_to_word_by_keyboard_alone(
    qtbot: QtBot,
    desk: Desk,
    place: Workplace,
    archive: MemoryArchive,
    clock: FixedClock,
    made: LetterScreen,
    shown: Shown,
    settled: Settled,
    tmp_path: Path,
) -> None:
    clock.day = archive._today = MONTH
    dossier = DossierScreen(desk, place, lambda: tmp_path)
    shown(dossier)
    dossier.open(HOUSING)
    settled()
    reference, beginning = begun_from_the_month(qtbot, dossier, settled)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.begin(reference, beginning)
    settled()
    assert made.composition.letter is not None
    assert made.composition.letter.about_ids == beginning.about_ids
    assert made.composition.letter.reply_due is None
    assert focused().objectName() == "veld-why_consent"
    write("Het geldt voor alle medewerkers.")
    press(Qt.Key.Key_Tab)
    assert focused().objectName() == "veld-consent_state"
    press(Qt.Key.Key_Down, Qt.Key.Key_Tab)
    write("Zet de sensoren uit.")
    settled()
    assert "Zet de sensoren uit." in made.preview.text()
    fields = next(one for one in draft_of(made).measures if one.meter is Meter.FIELDS)
    assert f"3 van {fields.total}" in made.meter.rows["fields"].accessibleName()
    made.composition.settle()
    settled()
    made.bar.open_button.setFocus()
    press(Qt.Key.Key_Space)
    settled()
    letter = next(one for one in archive.kept[HOUSING].letters if one.id == made.composition.letter.id)
    assert len(letter.versions) == 1
    assert values(letter)["consent_state"] == "not_asked"


def test_the_same_beginning_takes_up_the_concept_that_was_begun(
    archive: MemoryArchive, made: LetterScreen, settled: Settled
) -> None:
    decision = archive.kept[HOUSING].decisions[-1]
    beginning = Beginning(kind="A19c", request_id=decision.request_id, about_ids=(decision.id,))
    made.begin(HOUSING, beginning)
    settled()
    made.fields.focus_in("view")
    write("Goed.")
    made.composition.settle()
    settled()
    first = made.composition.letter
    made.begin(HOUSING, beginning)
    settled()
    assert made.composition.letter == first


def test_a_proposed_day_for_the_answer_stands_in_the_letter_once_it_is_taken_over(
    archive: MemoryArchive, made: LetterScreen, settled: Settled
) -> None:
    made.begin(HOUSING, Beginning(kind="A12b", request_id=REQUEST, reply_due=date(2026, 12, 5)))
    settled()
    made.head.open(True)
    act = made.head.findChild(QPushButton, "brief-antwoord-voorstel")
    assert act is not None
    assert "5 december 2026" in act.text()
    assert made.composition.letter is not None
    assert made.composition.letter.reply_due is None
    act.setFocus()
    press(Qt.Key.Key_Space)
    settled()
    assert kept(archive, "A12b").reply_due == date(2026, 12, 5)
