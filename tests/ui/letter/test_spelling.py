"""Spelling while a letter is written: marked, walked, mended by a choice, taken over, skipped, put off; by keyboard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QMenu
from pytestqt.qtbot import QtBot

from orapp.services.spelling import SpellingService
from orapp.ui.kit.spelling import Spelling
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.letter.own_text import OwnText
from orapp.ui.screens.letter.screen import LetterScreen
from orapp.ui.screens.letter.spelling_marks import SpellingMarks
from orapp.ui.screens.settings.look_part import LookPart
from tests.fakes.archive import MemoryArchive
from tests.fakes.surroundings import MemoryArchives
from tests.fakes.word_list import WordList
from tests.ui.conftest import PASSPHRASE, Settled, Shown, upkeep_of
from tests.ui.letter.hands import card, press, write

pytestmark = pytest.mark.qt_log_ignore(r"^This plugin does not support grabbing the keyboard$", extend=True)


@pytest.fixture
def words() -> WordList:
    return WordList()


@pytest.fixture
def place(place: Workplace, words: WordList) -> Workplace:
    return replace(place, spelling=Spelling(SpellingService(words), place.tasks, place.memory))


@pytest.fixture
def edit(screen: LetterScreen, settled: Settled) -> OwnText:
    key = screen.sections.keys[0]
    screen.sections.open(key)
    settled()
    found = card(screen, key).editor
    assert found is not None
    return found


def marks_of(edit: OwnText) -> SpellingMarks:
    found = edit.findChild(SpellingMarks)
    assert found is not None
    return found


def marked(edit: OwnText, settled: Settled) -> tuple[str, ...]:
    marks = marks_of(edit)
    marks.look_again()
    settled()
    return marks.marked()


def menu() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def offered() -> list[str]:
    return [act.text().replace("&", "") for act in menu().actions() if not act.isSeparator()]


def test_a_misspelled_word_is_marked_when_it_is_finished_and_never_changed(edit: OwnText, settled: Settled, qtbot: QtBot) -> None:
    write("De raad adviesqq")
    assert marked(edit, settled) == ()
    write(" dit.")
    qtbot.waitUntil(lambda: marks_of(edit).marked() == ("adviesqq",))
    assert edit.typed() == "De raad adviesqq dit."


def test_names_codes_and_references_are_not_marked(edit: OwnText, settled: Settled, screen: LetterScreen) -> None:
    ground = screen.composition.ground
    assert ground is not None
    name = ground.council.members[0].name
    edit.put_in(f"V2 en D13 van de OR aan {name} ")
    edit.put_in_typed("zie [[art:art.25]] en ookqq dit")
    assert marked(edit, settled) == ("ookqq",)


def test_f7_walks_and_enter_takes_the_suggestion(edit: OwnText, settled: Settled) -> None:
    write("eenqq twee drieqq vier")
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    press(Qt.Key.Key_F7)
    settled()
    assert edit.textCursor().selectedText() == "eenqq"
    assert offered()[:4] == ["een", "eenen", "Toevoegen aan de woorden van de raad", "Overal overslaan in deze brief"]
    press_menu(Qt.Key.Key_Return)
    assert edit.typed() == "een twee drieqq vier"
    press(Qt.Key.Key_F7)
    settled()
    assert edit.textCursor().selectedText() == "drieqq"
    press_menu(Qt.Key.Key_Escape)
    assert edit.typed() == "een twee drieqq vier"
    edit.undo()
    assert edit.typed() == "eenqq twee drieqq vier"


def press_menu(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(menu(), key)


def choose(words: str) -> None:
    act = next(one for one in menu().actions() if one.text().replace("&", "") == words)
    menu().setActiveAction(act)
    press_menu(Qt.Key.Key_Return)


def test_a_word_becomes_the_councils_own(edit: OwnText, settled: Settled, archive: MemoryArchive) -> None:
    write("Deelraadqq en deelraadqq ook")
    press(Qt.Key.Key_F7)
    settled()
    choose("Toevoegen aan de woorden van de raad")
    settled()
    assert marked(edit, settled) == ()
    with archive.read() as reader:
        assert reader.council().own_words == ("Deelraadqq",)


def test_a_word_is_skipped_in_this_letter_only(edit: OwnText, settled: Settled, archive: MemoryArchive) -> None:
    write("ditqq en ditqq en datqq zo")
    press(Qt.Key.Key_F7)
    settled()
    choose("Overal overslaan in deze brief")
    assert marked(edit, settled) == ("datqq",)
    with archive.read() as reader:
        assert reader.council().own_words == ()


def test_nothing_wrong_is_said(edit: OwnText, settled: Settled, screen: LetterScreen) -> None:
    write("Dit is goed")
    press(Qt.Key.Key_F7)
    settled()
    assert screen.notice.text() == "Geen spelfouten gevonden in deze tekst."


def test_put_off_it_is_remembered(edit: OwnText, settled: Settled, place: Workplace) -> None:
    write("ditqq zo")
    assert marked(edit, settled) == ("ditqq",)
    assert place.spelling is not None
    place.spelling.turn(False)
    assert marked(edit, settled) == ()
    assert not Spelling(SpellingService(WordList()), place.tasks, place.memory).is_on
    place.spelling.turn(True)
    assert marked(edit, settled) == ("ditqq",)


def test_without_a_dictionary_it_is_said_once_and_writing_goes_on(
    edit: OwnText, settled: Settled, screen: LetterScreen, words: WordList
) -> None:
    words.away = True
    write("nieuwqq zo")
    assert marked(edit, settled) == ()
    assert "zonder controle" in screen.notice.text()
    screen.notice.hide()
    write(" en nogqq wat")
    assert marked(edit, settled) == ()
    assert screen.notice.text() == ""
    assert edit.typed() == "nieuwqq zo en nogqq wat"


def test_the_settings_put_it_off_by_key(place: Workplace, shown: Shown, tmp_path: Path, archive: MemoryArchive) -> None:
    part = LookPart(place, upkeep_of(archive, MemoryArchives(archive, PASSPHRASE), tmp_path))
    shown(part)
    part.show_part()
    box = part.findChild(QCheckBox, "spelling-controleren")
    assert isinstance(box, QCheckBox)
    assert box.isChecked()
    box.setFocus()
    press(Qt.Key.Key_Space)
    assert place.spelling is not None
    assert not place.spelling.is_on
    assert place.memory.value("spelling") == "uit"
