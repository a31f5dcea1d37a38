"""No part of the program is a window of its own for a moment, and nothing that was closed asks the lanes for anything."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from orapp.services.desk import Desk
from orapp.ui.kit.dossier_tabs import ORDER
from orapp.ui.kit.item_form import DRAFT_MILLISECONDS, ItemDialog
from orapp.ui.kit.look import Look, Tone
from orapp.ui.kit.notices import NoticeBar
from orapp.ui.kit.tasks import Tasks
from orapp.ui.kit.wizard import Wizard
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.screen import DossierScreen
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled, Shown, the_dossiers
from tests.ui.question_list import listed, question_kind, with_questions
from tests.ui.stray_windows import stands_alone

HOUSING = "2025-003"


def test_a_part_that_shows_itself_outside_a_window_is_found(look: Look, strays: list[str]) -> None:
    bar = NoticeBar(look)
    bar.show()  # a test may
    bar.hide()
    assert not strays
    bar.tell("Te vroeg.", Tone.PLAIN)
    assert [one for one in strays if "NoticeBar" in one and "notices.py" in one]
    strays.clear()
    bar.hide()
    window = QWidget()
    QVBoxLayout(window).addWidget(bar)
    bar.tell("Op tijd.", Tone.PLAIN)
    assert not strays


def test_what_is_meant_as_a_window_does_not_stand_alone(look: Look) -> None:
    window = QWidget()
    assert stands_alone(window)
    assert not stands_alone(QLabel(window))
    assert not stands_alone(Wizard(window, look, "wizard"))


def test_the_keyboard_stays_at_the_tabs_of_a_dossier_while_each_is_built(
    place: Workplace, desk: Desk, shown: Shown, settled: Settled, strays: list[str], tmp_path: Path
) -> None:
    screen = DossierScreen(desk, place, lambda: tmp_path)
    shown(screen)
    screen.open(HOUSING)
    settled()
    for tab in range(len(ORDER)):
        screen.show_tab(tab)
        screen.tabs.setFocus()
        settled()
        QTest.qWait(0)
        assert QApplication.focusWidget() is screen.tabs
        assert screen.isActiveWindow()
    assert not strays


def test_a_text_typed_at_the_last_moment_starts_no_lane_anew(
    place: Workplace, desk: Desk, archive: MemoryArchive, tasks: Tasks, shown: Shown, settled: Settled
) -> None:
    here = listed(place, desk, with_questions(desk, the_dossiers()[0], "Wat kost het?"))
    shown(here.items)
    settled()
    dossier = here.editor.dossier
    assert dossier is not None
    dialog = ItemDialog(here.items, here.editor, place, question_kind(place), dossier.questions[0])
    dialog.open()
    settled()
    field = dialog.findChild(QPlainTextEdit, "text")
    assert field is not None
    QTest.keyClicks(field, "!")
    tasks.close()
    before = set(threading.enumerate())
    QTest.qWait(DRAFT_MILLISECONDS + 100)
    assert not archive.typed
    assert tasks.pending == 0
    assert not set(threading.enumerate()) - before


def test_lanes_that_were_closed_take_nothing(qapp: QApplication) -> None:
    lanes, owner = Tasks(lambda _defect: None), QObject()
    done: list[str] = []
    lanes.close()
    lanes.write(owner, lambda: done.append("geschreven"), lambda _done: None)
    lanes.read(owner, "iets", lambda: done.append("gelezen"), lambda _done: None)
    assert lanes.pending == 0
    assert not done
