"""How a dialog of the walk is left: Esc closes it, Enter has its act, and the keyboard comes back to where it was."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from shiboken6 import isValid

from tests.ui.walk import Walk
from tests.ui.walk_checks import said_of, seen

# It has no buttons: what is chosen in its list is what Enter opens.
WITHOUT_BUTTONS = {"Palette"}


def without_act(top: QWidget) -> list[str]:
    """A dialog in which Enter does nothing: none of its buttons is the one that it presses."""
    if not isinstance(top, QDialog) or type(top).__name__ in WITHOUT_BUTTONS:
        return []
    acts = [one for one in seen(top) if isinstance(one, QPushButton) and one.isDefault()]
    return [] if len(acts) == 1 else [f"{len(acts)} knoppen voor Enter"]


def leaving(walk: Walk, top: QWidget, before: QWidget | None) -> list[str]:
    """Presses Esc in a dialog in which nothing was typed, and looks where the keyboard is then."""
    if not isinstance(top, QDialog):
        return []
    focused: QWidget | None = top.focusWidget()
    QTest.keyClick(top if focused is None else focused, Qt.Key.Key_Escape)
    walk.settle()
    if isValid(top) and top.isVisible():
        return [f"Esc sluit {said_of(top)} niet"]
    # A desktop brings the window below forward; a platform without a screen leaves that to whoever closes.
    walk.window.activateWindow()
    walk.settle()
    after = QApplication.focusWidget()
    if after is None or not after.isVisible():
        return ["niets heeft het toetsenbord"]
    if before is not None and isValid(before) and before.isVisible() and before.isEnabled() and after is not before:
        return [f"het toetsenbord was in {said_of(before)} en is nu in {said_of(after)}"]
    return []
