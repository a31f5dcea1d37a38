"""A disk that is full while somebody types: nothing on the screen is lost, it is told, and it is kept once there is room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton

from orapp.domain.letters import Letter
from orapp.services.desk import Desk
from orapp.services.failures import Circumstance
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.council.screen import CouncilScreen
from orapp.ui.screens.letter.screen import LetterScreen
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled, Shown, the_dossiers
from tests.ui.letter.conftest import concept, kept, screen
from tests.ui.letter.hands import card
from tests.ui.question_list import listed, with_questions

__all__ = ["concept", "kept", "screen"]

CTRL = Qt.KeyboardModifier.ControlModifier
Full = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def full(archive: MemoryArchive, monkeypatch: pytest.MonkeyPatch) -> Full:
    """A disk without room, for a while."""

    def no_room(_person: str, _origin: str = "") -> NoReturn:
        raise Circumstance("archive.disk_full", path=str(archive.path))

    @contextmanager
    def while_full() -> Iterator[None]:
        with monkeypatch.context() as patched:
            patched.setattr(archive, "write", no_room)
            yield

    return while_full


@pytest.fixture
def council(desk: Desk, place: Workplace, shown: Shown, settled: Settled) -> CouncilScreen:
    made = CouncilScreen(desk, place)
    shown(made)
    made.reload()
    settled()
    return made


def line(of: CouncilScreen, name: str) -> QLineEdit:
    found = of.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def fill(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)


def test_the_council_keeps_what_was_typed_without_room_and_stores_it_later(
    council: CouncilScreen, archive: MemoryArchive, settled: Settled, full: Full
) -> None:
    before = archive.the_council
    name, email = line(council, "name"), line(council, "email")
    with full():
        fill(name, "OR Zonder Ruimte")
        fill(email, "or@voorbeeld.example")
        settled()
        council.reload()
        settled()
    assert (name.text(), email.text()) == ("OR Zonder Ruimte", "or@voorbeeld.example")
    assert "vol" in council.notice.text()
    assert archive.the_council == before
    council.notice.act.click()
    settled()
    kept = archive.the_council
    assert (kept.name, kept.email) == ("OR Zonder Ruimte", "or@voorbeeld.example")
    assert not council.keeper.is_behind
    council.keeper.undo()
    council.keeper.undo()
    settled()
    assert archive.the_council.name == before.name


def test_the_next_edit_of_the_council_brings_along_what_had_no_room(
    council: CouncilScreen, archive: MemoryArchive, settled: Settled, full: Full
) -> None:
    with full():
        fill(line(council, "name"), "OR Eerst")
        settled()
    fill(line(council, "email"), "later@voorbeeld.example")
    settled()
    assert (archive.the_council.name, archive.the_council.email) == ("OR Eerst", "later@voorbeeld.example")
    assert not council.notice.text()


def test_a_letter_keeps_what_was_typed_without_room_and_stores_it_later(
    screen: LetterScreen, settled: Settled, kept: Callable[[], Letter], full: Full
) -> None:
    screen.sections.open("motives")
    settled()
    editor = card(screen, "motives").editor
    assert editor is not None
    with full():
        QTest.keyClicks(editor, "Getypt zonder ruimte.")
        screen.composition.settle()
        settled()
    editor = card(screen, "motives").editor
    assert editor is not None
    assert editor.toPlainText() == "Getypt zonder ruimte."
    assert "Getypt zonder ruimte." in screen.preview.text()
    assert not kept().texts
    screen.composition.settle()
    settled()
    assert [one.text for one in kept().texts] == ["Getypt zonder ruimte."]
    with full():
        QTest.keyClicks(editor, " Nog iets.")
        screen.composition.settle()
        settled()
    QTest.keyClicks(editor, " En weer.")
    screen.composition.settle()
    settled()
    assert [one.text for one in kept().texts] == ["Getypt zonder ruimte. Nog iets. En weer."]


def test_two_cells_without_room_are_both_offered_back(
    place: Workplace, desk: Desk, shown: Shown, settled: Settled, full: Full
) -> None:
    here = listed(place, desk, with_questions(desk, the_dossiers()[0], "Wat kost het?", "Wie beslist?"))
    shown(here.items)
    settled()
    with full():
        for number, text in (("vraag-1", "Eerste antwoord"), ("vraag-2", "Tweede antwoord")):
            here.items.choose(number)
            QTest.keyClick(here.grid, Qt.Key.Key_F2)
            QTest.keyClick(here.field(), Qt.Key.Key_A, CTRL)
            QTest.keyClicks(here.field(), text)
            QTest.keyClick(here.field(), Qt.Key.Key_Return, CTRL)
            settled()
    told = here.items.findChild(QLabel, "vragen-melding-tekst")
    act = here.items.findChild(QPushButton, "vragen-melding-doe")
    assert isinstance(told, QLabel)
    assert isinstance(act, QPushButton)
    for text in ("Tweede antwoord", "Eerste antwoord"):
        assert "vol" in told.text()
        act.click()
        field = here.field()
        assert isinstance(field, QPlainTextEdit)
        assert field.toPlainText() == text
        QTest.keyClick(here.field(), Qt.Key.Key_Return, CTRL)
        settled()
    assert here.texts()[:2] == ["Eerste antwoord", "Tweede antwoord"]
    assert not act.isVisible()
