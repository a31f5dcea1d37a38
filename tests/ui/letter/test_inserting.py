"""Text blocks and earlier letters in a letter: found by name and words, filled, quoted with their source; by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from orapp.domain.text_blocks import TextBlock
from orapp.services.desk import Desk
from orapp.services.rows import FULL_VIEW, SHARED_SCREEN
from orapp.services.spelling import SpellingService
from orapp.ui.kit.spelling import Spelling
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.letter.earlier_sheet import EarlierSheet
from orapp.ui.screens.letter.inserting import BlockNameSheet
from orapp.ui.screens.letter.own_text import OwnText
from orapp.ui.screens.letter.rich_insert import InsertSheet
from orapp.ui.screens.letter.screen import LetterScreen
from tests.fakes.archive import MemoryArchive
from tests.fakes.word_list import WordList
from tests.ui.conftest import Settled
from tests.ui.letter.hands import HOUSING, card, focused, press, write

pytestmark = pytest.mark.qt_log_ignore(r"^This plugin does not support grabbing the keyboard$", extend=True)

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BLOCKS = (
    TextBlock(id="tb1", name="Vervolgafspraak", text="**Afspraak** over {{titel}} ({{dossier}}) met {{or}}."),
    TextBlock(id="tb2", name="Alleen instemming", text="Instemming", kinds=("A10",)),
    TextBlock(id="tb3", name="Met een vreemd veld", text="Zie {{wachtwoord}}."),
)


@pytest.fixture
def place(place: Workplace) -> Workplace:
    return replace(place, spelling=Spelling(SpellingService(WordList()), place.tasks, place.memory))


@pytest.fixture
def archive(archive: MemoryArchive) -> MemoryArchive:
    with archive.write("secretaris") as work:
        before = work.council()
        work.save_council(before, replace(before, text_blocks=BLOCKS))
    return archive


@pytest.fixture
def edit(screen: LetterScreen, settled: Settled) -> OwnText:
    key = screen.sections.keys[0]
    screen.sections.open(key)
    settled()
    found = card(screen, key).editor
    assert found is not None
    return found


S = TypeVar("S", bound=QWidget)


@pytest.fixture
def sheet_of(qtbot: QtBot, screen: LetterScreen) -> Callable[[type[S]], S]:
    """The sheet of this kind, once it has the keyboard."""

    def find(kind: type[S]) -> S:
        qtbot.waitUntil(lambda: any(one.isVisible() for one in screen.findChildren(kind)))
        found = next(one for one in screen.findChildren(kind) if one.isVisible())
        assert isinstance(found, kind)
        qtbot.waitUntil(found.isActiveWindow)
        qtbot.waitUntil(lambda: found.isAncestorOf(QApplication.focusWidget() or screen))
        return found

    return find


def test_a_text_block_is_found_by_name_and_filled(
    qtbot: QtBot, sheet_of: Any, edit: OwnText, screen: LetterScreen, settled: Settled
) -> None:
    press(Qt.Key.Key_I, modifier=CONTROL | SHIFT)
    settled()
    sheet_of(InsertSheet)
    write("vervolgaf")
    press(Qt.Key.Key_Return)
    settled()
    ground = screen.composition.ground
    assert ground is not None
    assert edit.typed() == f"**Afspraak** over {ground.dossier.title} ({HOUSING}) met {ground.council.name}."
    screen.activateWindow()
    qtbot.waitUntil(edit.hasFocus)
    assert screen.notice.text() == ""


def test_a_text_block_for_other_letters_is_not_offered(sheet_of: Any, edit: OwnText, screen: LetterScreen) -> None:
    press(Qt.Key.Key_I, modifier=CONTROL | SHIFT)
    sheet = sheet_of(InsertSheet)
    names = [row.name for row in sheet.table.row_model.rows]
    assert names[:2] == ["Vervolgafspraak", "Met een vreemd veld"]
    assert "Alleen instemming" not in names


def test_an_unknown_field_is_told_and_stays(sheet_of: Any, edit: OwnText, screen: LetterScreen) -> None:
    press(Qt.Key.Key_I, modifier=CONTROL | SHIFT)
    sheet_of(InsertSheet)
    write("vreemd")
    press(Qt.Key.Key_Return)
    assert edit.typed() == "Zie {{wachtwoord}}."
    assert "{{wachtwoord}}" in screen.notice.text()


def test_chosen_text_becomes_a_text_block(sheet_of: Any, edit: OwnText, settled: Settled, archive: MemoryArchive) -> None:
    edit.put_in_typed("Een **vaste** zin.")
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    edit.moveCursor(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    at = edit.cursorRect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, edit.mapToGlobal(at))
    QApplication.sendEvent(edit, asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.setActiveAction(next(act for act in menu.actions() if "tekst&blok" in act.text()))
    QTest.keyClick(menu, Qt.Key.Key_Return)
    sheet = sheet_of(BlockNameSheet)
    write("vervolgafspraak")
    press(Qt.Key.Key_Return)
    settled()
    assert "al een tekstblok" in sheet.refused.text()
    field = focused()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    write("Vaste zin")
    press(Qt.Key.Key_Return)
    settled()
    with archive.read() as reader:
        kept = reader.council().text_blocks[-1]
    assert (kept.name, kept.text, kept.kinds) == ("Vaste zin", "Een **vaste** zin.", ())
    assert edit.typed() == "Een **vaste** zin."


def test_what_was_written_before_is_quoted_with_its_source(
    sheet_of: Any, edit: OwnText, screen: LetterScreen, settled: Settled
) -> None:
    press(Qt.Key.Key_I, modifier=CONTROL | SHIFT)
    sheet = sheet_of(InsertSheet)
    write("werkdruk")
    sheet.earlier.setFocus()
    press(Qt.Key.Key_Space)
    settled()
    earlier = sheet_of(EarlierSheet)
    assert earlier.field.text() == "werkdruk"
    rows = earlier.table.row_model.rows
    assert rows
    assert all("werkdruk" in row.words for row in rows)
    assert "<b>" in earlier.passage.toHtml() or "font-weight" in earlier.passage.toHtml()
    first = rows[0]
    earlier.field.setFocus()
    press(Qt.Key.Key_Return)
    settled()
    lines = edit.typed().splitlines()
    assert lines[0].startswith("> ")
    assert lines[-1].startswith("> — brief van de OR van ")
    assert first.reference in lines[-1]


def test_the_words_of_an_earlier_letter_come_without_a_source(
    sheet_of: Any, edit: OwnText, screen: LetterScreen, settled: Settled
) -> None:
    press(Qt.Key.Key_I, modifier=CONTROL | SHIFT)
    sheet = sheet_of(InsertSheet)
    sheet.earlier.click()
    settled()
    earlier = sheet_of(EarlierSheet)
    press(Qt.Key.Key_Down)
    chosen = earlier.table.current()
    assert chosen is not None
    press(Qt.Key.Key_Return, modifier=SHIFT)
    settled()
    assert edit.typed() == chosen.typed


def test_earlier_letters_by_words_kind_and_article(desk: Desk, archive: MemoryArchive) -> None:
    every = desk.earlier_letters.find("", "", FULL_VIEW, 100_000)
    assert every.passages
    sent = {letter.id for dossier in archive.kept.values() for letter in dossier.letters if letter.sent_on is not None}
    assert {one.letter_id for one in every.passages} <= sent
    days = [one.sent_on for one in every.passages]
    assert days == sorted(days, reverse=True)
    kind = every.kinds[0][0]
    assert {one.kind for one in desk.earlier_letters.find("", kind, FULL_VIEW).passages} == {kind}
    by_article = desk.earlier_letters.find("art. 25", "", FULL_VIEW)
    assert by_article.passages == desk.earlier_letters.find("artikel 25", "", FULL_VIEW).passages
    assert desk.earlier_letters.find("ditwoordstaaternergens", "", FULL_VIEW).passages == ()


def test_a_shared_screen_does_not_look_in_secret_dossiers(desk: Desk, archive: MemoryArchive) -> None:
    shown = desk.earlier_letters.find("", "", FULL_VIEW, 100_000)
    reference = shown.passages[0].dossier
    archive.kept[reference] = replace(archive.kept[reference], secret=True)
    assert reference in {one.dossier for one in desk.earlier_letters.find("", "", FULL_VIEW, 100_000).passages}
    assert reference not in {one.dossier for one in desk.earlier_letters.find("", "", SHARED_SCREEN, 100_000).passages}
