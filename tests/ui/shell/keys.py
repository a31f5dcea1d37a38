"""The keys that are pressed in the window, the acts in its menus, and the dossiers that they lead to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from orapp.ui.shell.window import ShellWindow

MERGER, HOUSING = "2025-002", "2025-003"
CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(QApplication.focusWidget() or widget, key, modifier)


def act(window: ShellWindow, words: str) -> QAction:
    return next(one for one in window.menus.acts if one.text().replace("&", "") == words)
