"""Each screen has a story by keyboard alone; those that stand nowhere else are told here, in one window."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QWidget
from shiboken6 import isValid

import orapp.ui
from orapp.ui.kit.dossier_tabs import ASSESSMENT, COMMITMENTS, ORDER, SUMMARY
from orapp.ui.kit.look import Look
from orapp.ui.shell.dossier_window import DossierWindow
from tests.ui.keyboard_stories import STORIES
from tests.ui.walk import MERGER, Walk

TESTS = Path(__file__).resolve().parents[1]
UI = Path(orapp.ui.__path__[0])
BY_MOUSE = {"click", "mouseClick", "mouseDClick", "mousePress", "mouseRelease", "mouseMove"}
KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
LONGEST_ROUND = 90


def told() -> dict[str, ast.FunctionDef]:
    """Every test by its name."""
    return {
        one.name: one
        for path in TESTS.rglob("test_*.py")
        for one in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(one, ast.FunctionDef) and one.name.startswith("test_")
    }


def screens() -> set[str]:
    """What a person can be in: the screens, the tabs of a dossier, and the windows and first screens of the shell."""
    found = {f"screens/{path.parent.name}" for path in (UI / "screens").glob("*/__init__.py")}
    found |= {f"tab/{tab}" for tab in ORDER}
    for path in (UI / "shell").glob("*.py"):
        made = [one for one in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(one, ast.ClassDef)]
        if {"QMainWindow", "Wizard"} & {ast.unparse(base) for one in made for base in one.bases} and path.stem != "window":
            found.add(f"shell/{path.stem}")
    return found


def test_every_screen_has_its_story() -> None:
    assert not screens() - set(STORIES)


def test_every_story_is_told_without_a_mouse() -> None:
    tests = told()
    assert not set(STORIES.values()) - set(tests)
    for name in STORIES.values():
        used = {one.attr for one in ast.walk(tests[name]) if isinstance(one, ast.Attribute)}
        assert not used & BY_MOUSE, name


class Keys:
    """What a person does who has no mouse: keys go to whatever has the keyboard, and only Tab and shortcuts lead elsewhere."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk

    @property
    def focused(self) -> QWidget:
        """What has the keyboard."""
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses one key, and waits until what it asked for is there."""
        QTest.keyClick(self.focused, key, held)
        self.walk.settle()

    def type(self, text: str) -> None:
        """Types."""
        QTest.keyClicks(self.focused, text)

    def tab_to(self, name: str) -> None:
        """Presses Tab until that has the keyboard."""
        for _ in range(LONGEST_ROUND):
            if self.focused.objectName() == name:
                return
            QTest.keyClick(self.focused, KEY.Key_Tab)
        raise AssertionError(f"Tab never comes to {name}")

    def turn_to(self, tab: str) -> None:
        """Turns to a tab of the dossier with the arrows."""
        self.tab_to("tabbladen")
        bar = self.focused
        assert isinstance(bar, QTabBar)
        for _ in range(bar.count()):
            if bar.currentIndex() == ORDER.index(tab):
                return
            self.press(KEY.Key_Right if bar.currentIndex() < ORDER.index(tab) else KEY.Key_Left)
        raise AssertionError(f"the arrows never come to {tab}")


@pytest.fixture(scope="module")
def walk(look: Look, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    look.choose("light")
    look.set_text_percent(100)
    made = Walk(look, tmp_path_factory.mktemp("toetsenbord"))
    made.open()
    yield made
    made.end()
    assert not made.defects


@pytest.fixture
def keys(walk: Walk) -> Keys:
    walk.close_over()
    walk.window.activateWindow()
    walk.inside.open_dossier(MERGER)
    walk.settle()
    walk.inside.dossier.tabs.setFocus()
    return Keys(walk)


def test_the_summary_is_written_by_keyboard_alone(keys: Keys) -> None:
    keys.turn_to(SUMMARY)
    keys.tab_to("samenvatting-dossier")
    keys.press(KEY.Key_A, CONTROL)
    keys.type("Lindewerk gaat verder als zelfstandig bedrijf.")
    keys.press(KEY.Key_Tab)
    assert keys.walk.archive.kept[MERGER].summary == "Lindewerk gaat verder als zelfstandig bedrijf."


def test_a_question_is_asked_by_keyboard_alone(keys: Keys) -> None:
    before = len(keys.walk.archive.kept[MERGER].questions)
    keys.turn_to(ASSESSMENT)
    keys.tab_to("vragen-toevoegen")
    keys.press(KEY.Key_Space)
    keys.type("Hoe lang blijft de huidige cao gelden?")
    keys.press(KEY.Key_Tab)
    questions = keys.walk.archive.kept[MERGER].questions
    assert len(questions) == before + 1
    assert "Hoe lang blijft de huidige cao gelden?" in {one.text for one in questions}


def test_a_promise_is_written_down_by_keyboard_alone(keys: Keys) -> None:
    before = {one.id for one in keys.walk.archive.kept[MERGER].commitments}
    keys.turn_to(COMMITMENTS)
    keys.tab_to("toezeggingen-toevoegen")
    keys.press(KEY.Key_Space)
    keys.type("De bestuurder legt de begroting voor.")
    keys.press(KEY.Key_Tab)
    made = [one for one in keys.walk.archive.kept[MERGER].commitments if one.id not in before]
    assert [one.text for one in made] == ["De bestuurder legt de begroting voor."]


def test_a_dossier_comes_back_from_the_bin_by_keyboard_alone(keys: Keys) -> None:
    archive = keys.walk.archive
    assert archive.binned
    keys.tab_to("naar-prullenbak")
    keys.press(KEY.Key_Space)
    keys.tab_to("prullenbaklijst")
    keys.press(KEY.Key_Home)
    keys.tab_to("terugzetten")
    keys.press(KEY.Key_Space)
    assert not archive.binned
    assert "2025-009" in archive.kept


def test_a_second_window_is_opened_left_and_closed_by_keyboard_alone(keys: Keys) -> None:
    keys.press(KEY.Key_O, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    second = next(one for one in QApplication.topLevelWidgets() if isinstance(one, DossierWindow) and one.isVisible())
    second.activateWindow()
    keys.walk.settle()
    keys.tab_to("brief")
    keys.press(KEY.Key_Space)
    assert not second.shows_dossier()
    keys.press(KEY.Key_Escape)
    assert second.shows_dossier()
    keys.press(KEY.Key_W, CONTROL)
    assert not isValid(second) or not second.isVisible()
