"""What a person does and sees at a tab of a dossier."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from orapp.domain.dossier import Dossier
from orapp.services.desk import Desk
from orapp.ui.screens.dossier.in_place import GrowingText
from orapp.ui.screens.dossier.tab import DossierTab

HOUSING = "2025-003"
MERGER = "2025-002"

Opened = Callable[[DossierTab, str], Dossier]


def press(tab: QWidget, name: str) -> None:
    """Presses a button with the keyboard."""
    made = tab.findChild(QPushButton, name)
    assert made is not None, name
    made.setFocus()
    QTest.keyClick(made, Qt.Key.Key_Space)


def text_of(tab: QWidget, name: str) -> GrowingText:
    found = tab.findChild(GrowingText, name)
    assert found is not None
    return found


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def kept(desk: Desk, reference: str) -> Dossier:
    return desk.dossiers.view(reference).dossier
