"""A letter that was edited in Word and comes back to the composer: seen, shown section by section, and taken over by choice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from orapp.domain.letter_edits import text_of
from orapp.domain.letters import Letter
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.letter.returned_sheet import ReturnedSheet
from orapp.ui.screens.letter.row_button import RowButton
from orapp.ui.screens.letter.screen import LetterScreen
from tests.documents.word_edits import EditedWord
from tests.fakes.asker import AnsweringAsker
from tests.ui.conftest import Settled
from tests.ui.letter.hands import HOUSING, MERGER, REQUEST, focused, press

Kept = Callable[[], Letter]
Saves = Callable[[Callable[[EditedWord], None]], Path]


@pytest.fixture
def saves(screen: LetterScreen, settled: Settled, opened_files: list[Path]) -> Saves:
    """Opens the letter in Word and saves it there with an edit, as Word does: by another file in its place."""

    def save(edit: Callable[[EditedWord], None]) -> Path:
        if not opened_files:
            screen.bar.open_button.click()
            settled()
        path = opened_files[-1]
        word = EditedWord(path.read_bytes())
        edit(word)
        beside = path.with_name("~WRD0001.tmp")
        beside.write_bytes(word.saved())
        beside.replace(path)
        screen.returns.watch.look()
        settled()
        return path

    return save


def new_words(word: EditedWord) -> None:
    word.section("motives")[-1].addnext(word.new("In Word getypt."))


def sheet_of(screen: LetterScreen) -> ReturnedSheet:
    sheet = screen.returns.sheet
    assert sheet is not None
    return sheet


def said(sheet: ReturnedSheet) -> str:
    return "\n".join(label.text() for label in sheet.findChildren(QLabel))


def radio(sheet: ReturnedSheet, name: str) -> QRadioButton:
    found = sheet.findChild(QRadioButton, name)
    assert isinstance(found, QRadioButton)
    return found


def test_a_save_in_word_is_seen_and_offered(screen: LetterScreen, saves: Saves, qtbot: QtBot, settled: Settled) -> None:
    path = saves(new_words)
    assert path.name in screen.notice.text()
    assert "1 onderdeel is veranderd" in screen.notice.text()
    row = screen.versions.findChild(RowButton, "teruggekomen-uit-word")
    assert row is not None
    row.click()
    settled()
    sheet = sheet_of(screen)
    assert sheet.isVisible()
    assert "In Word getypt." in said(sheet)
    assert [block.change.key for block in sheet.blocks] == ["motives"]
    sheet.close()


def test_the_watch_sees_a_save_by_itself(screen: LetterScreen, saves: Saves, qtbot: QtBot, settled: Settled) -> None:
    path = saves(lambda _word: None)
    word = EditedWord(path.read_bytes())
    new_words(word)
    with qtbot.waitSignal(screen.returns.watch.saved):
        path.write_bytes(word.saved())
    settled()
    assert "1 onderdeel is veranderd" in screen.notice.text()


def test_taking_over_is_one_step_with_the_next_version_and_can_be_undone(
    screen: LetterScreen, saves: Saves, settled: Settled, kept: Kept
) -> None:
    saves(new_words)
    screen.notice.act.click()
    settled()
    sheet = sheet_of(screen)
    assert sheet.chosen() == ("motives",)
    sheet.take_button.click()
    settled()
    own = text_of(kept(), "motives")
    assert own is not None
    assert own.text.endswith("In Word getypt.")
    assert [version.number for version in kept().versions] == [1, 2]
    assert "Versie 2 is gemaakt" in screen.notice.text()
    assert screen.versions.findChild(RowButton, "teruggekomen-uit-word") is None
    screen.editor.undo()
    settled()
    assert text_of(kept(), "motives") is None
    assert len(kept().versions) == 2


def test_what_is_left_stays_as_it_is(screen: LetterScreen, saves: Saves, settled: Settled, kept: Kept) -> None:
    def both(word: EditedWord) -> None:
        new_words(word)
        word.remove_section("staff")

    saves(both)
    screen.returns.show()
    settled()
    sheet = sheet_of(screen)
    radio(sheet, "laten-motives").click()
    assert sheet.chosen() == ("staff",)
    sheet.take_button.click()
    settled()
    assert text_of(kept(), "motives") is None
    assert [one.section for one in kept().left_out] == ["staff"]


def test_what_was_typed_here_meanwhile_is_shown_and_not_chosen(
    screen: LetterScreen, saves: Saves, settled: Settled, kept: Kept, asker: AnsweringAsker
) -> None:
    saves(lambda _word: None)
    screen.composition.type_text("motives", "Hier getypt.", replaces=True)
    saves(new_words)
    screen.returns.show()
    settled()
    sheet = sheet_of(screen)
    (block,) = sheet.blocks
    assert block.change.clashes
    assert not block.is_taken
    assert not sheet.take_button.isEnabled()
    assert "ook hier gewijzigd" in said(sheet)
    assert "Hier getypt." in said(sheet)
    sheet.all_button.click()
    settled()
    assert asker.asked[-1] == "Alles overnemen?"
    own = text_of(kept(), "motives")
    assert own is not None
    assert "In Word getypt." in own.text


def test_a_second_save_shows_itself_in_the_open_sheet(screen: LetterScreen, saves: Saves, settled: Settled) -> None:
    saves(new_words)
    screen.returns.show()
    settled()
    sheet = sheet_of(screen)
    saves(lambda word: word.remove_section("staff"))
    assert sheet_of(screen) is sheet
    assert [block.change.key for block in sheet.blocks] == ["motives", "staff"]
    sheet.close()


def test_what_others_did_and_what_may_not_change_is_listed(screen: LetterScreen, saves: Saves, settled: Settled) -> None:
    def edit(word: EditedWord) -> None:
        paragraph = word.section("motives")[1]
        word.insert_tracked(paragraph, " Een lid vulde aan.")
        word.remark(paragraph, "Is dit nog zo?")
        word.retype(word.saying("Geachte"), lambda _said: "Beste Jan,")

    saves(edit)
    screen.returns.show()
    settled()
    words = said(sheet_of(screen))
    assert "A. Lid, 21 november 2025 11.00 voegde in" in words
    assert "Is dit nog zo?" in words
    assert "De aanhef is in Word veranderd" in words
    sheet_of(screen).close()


def test_a_file_is_chosen_and_a_wrong_one_is_refused(
    screen: LetterScreen, saves: Saves, settled: Settled, asker: AnsweringAsker, tmp_path: Path
) -> None:
    path = saves(new_words)
    elsewhere = tmp_path / "Naar huis gemaild.docx"
    elsewhere.write_bytes(path.read_bytes())
    asker.path = elsewhere
    screen.bar.read_back_act.trigger()
    settled()
    assert sheet_of(screen).isVisible()
    assert "Naar huis gemaild.docx" in sheet_of(screen).about.text()
    sheet_of(screen).close()
    (tmp_path / "oud.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 oud")
    asker.path = tmp_path / "oud.docx"
    screen.bar.read_back_act.trigger()
    settled()
    assert "(.doc)" in screen.notice.text()


def test_a_word_file_that_is_dropped_is_read_back(screen: LetterScreen, saves: Saves, settled: Settled) -> None:
    path = saves(new_words)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(screen, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(screen, drop)
    settled()
    assert sheet_of(screen).isVisible()
    sheet_of(screen).close()


def test_a_file_that_was_edited_is_not_overwritten_by_opening_its_version(
    screen: LetterScreen, saves: Saves, settled: Settled, kept: Kept, opened_files: list[Path]
) -> None:
    path = saves(new_words)
    edited = path.read_bytes()
    screen.files.open_version(kept().versions[0])
    settled()
    assert opened_files[-1] == path
    assert path.read_bytes() == edited
    assert "wat u erin typte" in screen.notice.text()


def test_an_edit_that_was_made_while_the_program_was_closed_is_offered(
    screen: LetterScreen, saves: Saves, settled: Settled, concept: str
) -> None:
    saves(new_words)
    screen.open(HOUSING, "A1", "")
    settled()
    assert screen.versions.findChild(RowButton, "teruggekomen-uit-word") is None
    screen.open(HOUSING, "A9", REQUEST, concept)
    settled()
    assert screen.versions.findChild(RowButton, "teruggekomen-uit-word") is not None


def test_a_file_that_got_another_name_is_still_followed(screen: LetterScreen, saves: Saves, settled: Settled) -> None:
    path = saves(lambda _word: None)
    renamed = path.with_name("Advies, eindversie.docx")
    path.rename(renamed)
    word = EditedWord(renamed.read_bytes())
    new_words(word)
    renamed.write_bytes(word.saved())
    screen.returns.watch.look()
    settled()
    assert renamed in screen.returns.watch.paths
    assert path not in screen.returns.watch.paths
    assert "Advies, eindversie.docx is in Word bewaard" in screen.notice.text()


def test_a_file_that_was_moved_away_is_told_once_it_stays_away(screen: LetterScreen, saves: Saves, settled: Settled) -> None:
    path = saves(new_words)
    screen.notice.hide()
    path.rename(path.parent.parent / path.name)
    for _ in range(2):
        screen.returns.watch.look()
        settled()
    assert "staat niet meer op zijn plaats" in screen.notice.text()
    assert path not in screen.returns.watch.paths


def test_a_shared_screen_shows_nothing_of_it(screen: LetterScreen, saves: Saves, settled: Settled, place: Workplace) -> None:
    saves(new_words)
    screen.returns.show()
    settled()
    sheet = sheet_of(screen)
    place.here.share(True)
    assert not sheet.isVisible()
    screen.returns.show()
    settled()
    assert "Scherm delen" in screen.notice.text()
    place.here.share(False)


def test_an_adopted_letter_only_tells(
    screen: LetterScreen, saves: Saves, settled: Settled, kept: Kept, opened_files: list[Path], tmp_path: Path
) -> None:
    screen.open(MERGER, "A9", "")
    settled()
    letter = screen.composition.letter
    assert letter is not None
    assert letter.adopted_on is not None
    screen.bar.open_button.click()
    settled()
    saves(lambda word: word.section("motives")[-1].addnext(word.new("Te laat.")))
    screen.returns.show()
    settled()
    sheet = sheet_of(screen)
    assert not sheet.take_button.isVisible()
    assert not sheet.findChildren(QRadioButton)
    assert "is vastgesteld" in said(sheet)
    sheet.close()


def test_it_goes_by_keyboard_alone(screen: LetterScreen, saves: Saves, settled: Settled, kept: Kept, qtbot: QtBot) -> None:
    def both(word: EditedWord) -> None:
        new_words(word)
        word.remove_section("staff")

    saves(both)

    def rows() -> list[RowButton]:
        # What is made anew stands beside what goes until the next turn of the loop.
        return [one for one in screen.versions.findChildren(RowButton, "teruggekomen-uit-word") if one.isVisible()]

    qtbot.waitUntil(lambda: len(rows()) == 1)
    rows()[0].setFocus()
    qtbot.waitUntil(lambda: focused() is rows()[0])
    press(Qt.Key.Key_Return)
    settled()
    sheet = sheet_of(screen)
    assert focused() is radio(sheet, "overnemen-motives")
    press(Qt.Key.Key_Right)
    assert radio(sheet, "laten-motives").isChecked()
    press(Qt.Key.Key_Tab)
    assert focused() is radio(sheet, "overnemen-staff")
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    settled()
    assert [one.section for one in kept().left_out] == ["staff"]
    assert text_of(kept(), "motives") is None
