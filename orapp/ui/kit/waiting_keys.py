"""Keys that are typed while a screen is still being read: they wait, and reach the place that gets the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from typing_extensions import override

MOST_KEYS = 200
PASSED_ON = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Alt, Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Meta})
"""Escape means to leave, and does so at once; a key that only goes with another says nothing by itself."""


COMMANDS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier


class WaitingKeys(QObject):
    """Holds the keyboard for a screen until it is ready. Who goes elsewhere meanwhile takes the keyboard along."""

    def __init__(self, screen: QWidget) -> None:
        super().__init__(screen)
        self._screen = screen
        self._waits = False
        self._keys: list[QKeyEvent] = []
        self._watched: QWindow | None = None
        screen.installEventFilter(self)

    def wait(self) -> None:
        """From now on keys are kept, where the screen is seen."""
        self._keys.clear()
        self._waits = self._screen.isVisible()
        if self._waits:
            self._screen.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """The screen is ready and what it begins with has the keyboard: that gets what was typed, in its order."""
        self._waits = False
        if self._keys:
            self._watch()
            QTimer.singleShot(0, self, self._give_next)

    def drop(self) -> None:
        """There is nothing to type in."""
        self._waits = False
        self._keys.clear()

    def _watch(self) -> None:
        """What is typed while the keys of before are being given comes after them: it is met where it enters the window."""
        window = self._screen.window().windowHandle()
        if window is not None and window is not self._watched:
            self._watched = window
            window.installEventFilter(self)

    def _give_next(self) -> None:
        # One at a time: Enter may open the field that the next letter is meant for.
        target = QApplication.focusWidget()
        if target is None or not (self._screen is target or self._screen.isAncestorOf(target)):
            self._keys.clear()
        if target is None or not self._keys:
            return
        typed = self._keys.pop(0)
        # Before what it does: a menu that opens has a loop of its own, and the next key may be for that menu.
        QTimer.singleShot(0, self, self._give_next)
        if typed.modifiers() & COMMANDS and self._commanded(QKeySequence(typed.keyCombination())):
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, typed.key(), typed.modifiers(), typed.text(), False, typed.count())
            QCoreApplication.postEvent(QApplication.activePopupWidget() or QApplication.focusWidget() or target, event)

    def _commanded(self, keys: QKeySequence) -> bool:
        """Does what Alt and a letter, or a shortcut, stand for: Qt looks only at keys that come from the keyboard itself."""
        window = self._screen.window()
        for button in window.findChildren(QAbstractButton):
            if button.isVisible() and button.isEnabled() and button.shortcut() == keys:
                button.click()
                return True
        for act in window.findChildren(QAction):
            if act.isEnabled() and keys in act.shortcuts():
                act.trigger()
                return True
        return False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        holds = bool(self._keys) if watched is self._watched else self._waits
        if not holds:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() not in PASSED_ON:
            if len(self._keys) < MOST_KEYS:
                self._keys.append(event.clone())
            return True
        if watched is self._screen and self._is_gone(event):
            self._keys.clear()
        return False

    def _is_gone(self, event: QEvent) -> bool:
        """Whether this event takes the keyboard away from the screen."""
        return event.type() == QEvent.Type.Hide or (event.type() == QEvent.Type.FocusOut and self._is_left())

    def _is_left(self) -> bool:
        """Whether another place in this window was chosen: a dialog over it gives the keyboard back."""
        target = QApplication.focusWidget()
        here = target is None or target is self._screen or self._screen.isAncestorOf(target)
        return self._screen.window().isActiveWindow() and not here
