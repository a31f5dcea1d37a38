"""Every part of a window wears the look, and another one comes part by part: what is seen first, and never half of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMessageBox, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from orapp.ui.kit import dressing as dressing_module
from orapp.ui.kit.dialogs import WindowAsker
from orapp.ui.kit.dossier_tabs import ORDER
from orapp.ui.kit.dressing import FRAME, Dressing, as_frame
from orapp.ui.kit.look import DARK, LIGHT, Look
from orapp.ui.kit.tasks import Tasks
from orapp.ui.kit.workplace import Workplace
from orapp.ui.shell.doors import Doors
from orapp.ui.shell.places import BIN, COUNCIL, DEADLINES, DOSSIERS, OVERVIEW, SETTINGS
from orapp.ui.shell.window import ShellWindow
from tests.fakes.archive import MemoryArchive
from tests.fakes.surroundings import MemoryArchives
from tests.ui.conftest import Settled, Shown
from tests.ui.walk import MERGER

WEARS = "QStyleSheetStyle"


class Counted:
    """Keeps the steps until the test does them."""

    def __init__(self) -> None:
        self.steps: list[Callable[[], None]] = []

    def in_turn(self, owner: QObject, topic: str, *steps: Callable[[], None]) -> None:
        self.steps = list(steps)

    def step(self) -> None:
        self.steps.pop(0)()


def undressed(window: QWidget) -> set[str]:
    """What wears nothing and does not say that it only holds others."""
    inside = (one for one in window.findChildren(QWidget) if not one.property(FRAME))
    return {f"{one!r}" for one in inside if one.style().metaObject().className() != WEARS}


@pytest.fixture
def window(
    place: Workplace, doors: Doors, shown: Shown, archives: MemoryArchives, archive: MemoryArchive, settled: Settled
) -> ShellWindow:
    archives.in_keyring = True
    made = ShellWindow(place, doors)
    shown(made)
    made.opening.choose(archive.path)
    settled()
    return made


@pytest.fixture
def in_turns(look: Look, tasks: Tasks) -> Iterator[Look]:
    look.take_turns(tasks)
    yield look
    look._dressing.turns = None


def test_every_screen_tab_and_window_wears_the_look_and_another_one_reaches_all(
    window: ShellWindow, place: Workplace, in_turns: Look, settled: Settled
) -> None:
    inside = window.workspace
    assert inside is not None
    for key in (OVERVIEW, DOSSIERS, DEADLINES, COUNCIL, SETTINGS, BIN):
        inside.go_to(key)
        settled()
    inside.open_letter(MERGER, "", "")
    settled()
    inside.open_dossier(MERGER)
    settled()
    for number in range(len(ORDER)):
        inside.dossier.show_tab(number)
        settled()
    window.open_dossier_window(MERGER)
    settled()
    (beside,) = window.beside.all()
    assert undressed(window) | undressed(beside) == set()
    for chosen, tokens in (("dark", DARK), ("light", LIGHT)):
        in_turns.choose(chosen)
        settled()
        worn = {one.styleSheet() for top in (window, beside) for one in top.findChildren(QWidget)} - {"", "/* */"}
        assert worn == {in_turns.sheet}
        title = inside.overview.day
        assert title.palette().color(QPalette.ColorRole.WindowText).name() == tokens.ink
        assert window.updatesEnabled()
        assert beside.updatesEnabled()
    beside.close()


def test_a_question_over_a_window_of_parts_wears_the_look(window: ShellWindow, look: Look, qtbot: QtBot) -> None:
    WindowAsker(look).tell(window, "Er is iets", "Dit is wat er is.")
    (box,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()]
    assert box.style().metaObject().className() == WEARS
    box.close()
    window.ask_new()
    qtbot.waitUntil(lambda: any(isinstance(one, QDialog) and one.isVisible() for one in QApplication.topLevelWidgets()))
    (wizard,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    assert undressed(wizard) == set()
    menu = window.menuBar().actions()[0].menu()
    assert isinstance(menu, QWidget)
    assert menu.style().metaObject().className() == WEARS
    line = wizard.findChild(QLineEdit)
    assert line is not None
    assert line.createStandardContextMenu().style().metaObject().className() == WEARS
    wizard.close()


def test_what_is_seen_comes_first_and_stands_still_until_all_of_it_has_changed(qtbot: QtBot) -> None:
    window, pages, head = QWidget(), QStackedWidget(), QLabel("Termijn")
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(head)
    column.addWidget(pages)
    seen, hidden = QLabel("Wat u ziet"), QLabel("Wat u niet ziet")
    pages.addWidget(hidden)
    pages.addWidget(seen)
    pages.setCurrentWidget(seen)
    as_frame(window, pages)
    dressing, turns, told = Dressing(window), Counted(), list[bool]()
    dressing.dress(window)
    dressing.turns = turns
    window.show()
    dressing.wear("QLabel { color: red }", lambda: told.append(window.updatesEnabled()))
    assert not window.updatesEnabled()
    while not told:
        turns.step()
    assert {seen.styleSheet(), head.styleSheet()} == {dressing.sheet}
    assert (told, hidden.styleSheet(), window.updatesEnabled()) == ([False], "", False)
    turns.step()
    assert window.updatesEnabled()
    pages.setCurrentWidget(hidden)
    while turns.steps:
        turns.step()
    assert (hidden.styleSheet(), window.styleSheet(), told) == (dressing.sheet, "", [False, True])


def test_a_newer_look_takes_the_place_of_one_that_is_still_coming(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dressing, turns, told = Dressing(window), Counted(), list[str]()
    dressing.dress(window)
    dressing.turns = turns
    window.show()
    dressing.wear("QLabel { color: red }", lambda: told.append("red"))
    dressing.wear("QLabel { color: blue }", lambda: told.append("blue"))
    while turns.steps:
        turns.step()
    assert (window.styleSheet(), window.updatesEnabled()) == ("QLabel { color: blue }", True)
    assert set(told) == {"blue"}


def test_what_stands_in_a_part_follows_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dressing = Dressing(window)
    dressing.wear("QLabel { color: red }", lambda: None)
    dressing.dress(window)
    over = QDialog(window)
    dressing.dress(over)
    label = QLabel("Termijn", over)
    label.move(QPoint(0, 0))
    assert (over.styleSheet(), label.style().metaObject().className()) == ("", WEARS)


def test_what_is_put_away_before_its_turn_wears_the_new_look_too(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dressing_module, "MOMENT_S", 0)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    parts = [QLabel("Termijn") for _ in range(4)]
    for part in parts:
        column.addWidget(part)
    as_frame(window)
    dressing, turns = Dressing(window), Counted()
    dressing.dress(window)
    dressing.turns = turns
    window.show()
    parts[3].hide()
    dressing.wear("QLabel { color: red }", lambda: None)
    turns.step()
    window.hide()
    while turns.steps:
        turns.step()
    assert {part.styleSheet() for part in parts} == {dressing.sheet}
    assert window.updatesEnabled()
