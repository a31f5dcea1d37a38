"""A lane that is being told a word while the archive closes keeps nobody waiting: in a process of its own, for else it hangs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
LONGEST_S = 60.0

CLOSING_MEANWHILE = """
import threading

from PySide6.QtCore import QCoreApplication

from orapp.domain.council import CouncilKind
from orapp.ui.kit import own_name

application = QCoreApplication([])
name = own_name.OwnName(application)
name.speak_for(CouncilKind.PVT)
inside, closed = threading.Event(), threading.Event()
real, heard = own_name.spoken_by, []


def told_slowly(words, by):
    inside.set()
    closed.wait()
    return real(words, by)


own_name.spoken_by = told_slowly
lane = threading.Thread(target=lambda: heard.append(QCoreApplication.translate("test", "de OR besluit")), daemon=True)
lane.start()
inside.wait()
name.speak_for(None)
closed.set()
lane.join()
print(heard, QCoreApplication.translate("test", "de OR besluit"))
"""


def test_an_archive_closes_while_a_lane_is_being_told_a_word() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CLOSING_MEANWHILE],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip().endswith("de OR besluit")
