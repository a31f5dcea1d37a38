"""An override of Qt that fails is a defect that is told, and the program goes on: in a process of its own, for else it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST_S = 60.0

FAILING = """
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete
from typing_extensions import override

import orapp.ui


class Failing(QWidget):
    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        {fails}


application = QApplication([])
gone = QWidget()
delete(gone)
told = []
sys.excepthook = lambda kind, error, trace: told.append((kind.__name__, trace is not None))
window = Failing()
QTimer.singleShot(0, window, window.show)
QTimer.singleShot(50, window, application.quit)
application.exec()
print(told)
"""


@pytest.mark.parametrize(
    ("fails", "kind"),
    [
        ("gone.objectName()", "RuntimeError"),
        ("int('geen getal')", "ValueError"),
        ("[][1]", "IndexError"),
        ("self.setObjectName(3)", "TypeError"),
        ("raise ValueError('zo maar')", "ValueError"),
    ],
)
def test_an_override_that_fails_is_told_and_the_program_goes_on(fails: str, kind: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FAILING.format(fails=fails)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert f"('{kind}', True)" in done.stdout
