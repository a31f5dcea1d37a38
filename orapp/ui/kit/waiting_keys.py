"""Keys that are typed while a screen is still being read: they wait, and reach the place that gets the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

MOST_KEYS = 200
PASSED_ON = frozenset({Qt.Key.Key_Escape})
"""Keys that mean to leave: they do so at once."""


class WaitingKeys(QObject):
    """Holds the keyboard for a screen until it is ready. Who goes elsewhere meanwhile takes the keyboard along."""

    def __init__(self, screen: QWidget) -> None:
        super().__init__(screen)
        self._screen = screen
        self._waits = False
        self._keys: list[QKeyEvent] = []
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
            QTimer.singleShot(0, self, self._give_next)

    def drop(self) -> None:
        """There is nothing to type in."""
        self._waits = False
        self._keys.clear()

    def _give_next(self) -> None:
        # One at a time: Enter may open the field that the next letter is meant for.
        target = QApplication.focusWidget()
        if target is None or not (self._screen is target or self._screen.isAncestorOf(target)):
            self._keys.clear()
        if target is None or not self._keys:
            return
        typed = self._keys.pop(0)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, typed.key(), typed.modifiers(), typed.text(), False, typed.count())
            QCoreApplication.postEvent(QApplication.focusWidget() or target, event)
        QTimer.singleShot(0, self, self._give_next)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self._waits:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() not in PASSED_ON:
            if len(self._keys) < MOST_KEYS:
                self._keys.append(event.clone())
            return True
        if event.type() == QEvent.Type.Hide or (event.type() == QEvent.Type.FocusOut and self._is_left()):
            self._keys.clear()
        return False

    def _is_left(self) -> bool:
        """Whether another place in this window was chosen: a dialog over it gives the keyboard back."""
        target = QApplication.focusWidget()
        here = target is None or target is self._screen or self._screen.isAncestorOf(target)
        return self._screen.window().isActiveWindow() and not here
