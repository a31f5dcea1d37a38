"""The Qt that is pinned counts what it returns: one that does not stops the interpreter after some ten thousand calls."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_a_call_that_gives_nothing_takes_no_reference_from_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(2000):
        label.setText("termijn")
    assert sys.getrefcount(None) > before - 1000
