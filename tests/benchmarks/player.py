"""Plays the keyboard on the real window: keys go to the window as the system gives them, and the loop of events turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.stage import Stage, StageError
from tests.watchdog import Watchdog

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, ALT, SHIFT = Mod.ControlModifier, Mod.AltModifier, Mod.ShiftModifier
BETWEEN_KEYS_MS = 25
"""A fast typist leaves more between two keys; so little shows what comes due while somebody types on."""
HELD_MS = 5
"""How long a key is held: in that time a window that it closes goes, and the platform has nobody to release it to."""


class Player:
    """Types, and watches how long each step of a story kept the window's thread."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.watch = Watchdog()

    @contextmanager
    def step(self, what: str) -> Iterator[None]:
        """One step: everything that is done in it, until the lanes are quiet and all is laid out."""
        with self.watch.during(what):
            yield
            self.stage.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Mod.NoModifier, times: int = 1) -> None:
        """Presses a key, once or more."""
        for _ in range(times):
            window = self._window()
            QTest.keyPress(window, key, modifier)
            self.stage.turn(HELD_MS)
            if window in QGuiApplication.allWindows():  # the key may have closed it: the release then goes to nobody
                QTest.keyRelease(window, key, modifier)
            self.stage.turn(BETWEEN_KEYS_MS)

    def type(self, words: str) -> None:
        """Types words letter by letter, all small, with the loop turning between them."""
        for letter in words:
            QTest.keyClick(self._window(), Qt.Key(ord(letter.upper())))
            self.stage.turn(BETWEEN_KEYS_MS)

    def at(self, name: str) -> QWidget:
        """Puts the keyboard on a field, as Tab would in so many steps; how it is reached is not what is measured."""
        return self._focus(lambda one: one.objectName() == name, name)

    def at_first(self, beginning: str) -> QWidget:
        """The same, on the first that takes the keyboard and whose name begins so."""

        def wanted(one: QWidget) -> bool:
            return one.objectName().startswith(beginning) and one.focusPolicy() != Qt.FocusPolicy.NoFocus

        return self._focus(wanted, beginning)

    def _focus(self, wanted: Callable[[QWidget], bool], name: str) -> QWidget:
        top = QApplication.activeModalWidget() or QApplication.activeWindow() or self.stage.window
        there = (one for one in top.findChildren(QWidget) if wanted(one) and one.isVisible() and one.isEnabled())
        found = next(there, None)
        if found is None:
            raise StageError(f"nothing here is called {name}")
        found.setFocus(Qt.FocusReason.TabFocusReason)
        self.stage.turn(BETWEEN_KEYS_MS)
        return found

    def close_over(self) -> None:
        """Leaves what lies over the window by Esc, where anything does."""
        for _ in range(4):
            if not any(isinstance(one, QDialog) and one.isVisible() for one in QApplication.topLevelWidgets()):
                return
            self.press(Key.Key_Escape)
            self.stage.settle()

    def _window(self) -> QWindow:
        """The window with the keyboard. Where a dialog was closed, a desktop gives it to the window below; so does this."""
        if QGuiApplication.focusWindow() is None:
            (QApplication.activeModalWidget() or self.stage.window).activateWindow()
            self.stage.until(QGuiApplication.focusWindow)
        return QGuiApplication.focusWindow()
