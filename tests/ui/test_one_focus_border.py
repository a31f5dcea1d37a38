"""Who has the keyboard by Tab is marked by one border: nothing is drawn over the words inside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QRadioButton, QVBoxLayout, QWidget

from orapp.ui.kit.cards import button
from tests.ui.conftest import Shown


@pytest.mark.parametrize("make", [QCheckBox, QRadioButton, lambda words: button(words, "knop", "link")])
def test_no_second_border_comes_with_tab(make: type[QCheckBox | QRadioButton | QPushButton], shown: Shown) -> None:
    top = QWidget()
    top.setProperty("part", "ground")
    column = QVBoxLayout(top)
    first, tested = QLineEdit(), make("Ook afgesloten")
    column.addWidget(first)
    column.addWidget(tested)
    shown(top)
    first.setFocus()
    before = inside(tested)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert tested.hasFocus()
    assert inside(tested) == before


def inside(widget: QWidget) -> QImage:
    """What is painted within the border."""
    return widget.grab(QRect(widget.rect().adjusted(3, 3, -3, -3))).toImage()
