"""Steps that follow each other in turns of the loop: what comes between is done between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from shiboken6 import delete

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from orapp.ui.kit.tasks import Tasks
    from tests.ui.conftest import Settled


def test_each_step_has_its_own_turn_and_counts_as_pending(tasks: Tasks, settled: Settled) -> None:
    done: list[str] = []
    owner = QObject()

    def first() -> None:
        done.append("first")
        QTimer.singleShot(0, lambda: done.append("between"))

    tasks.in_turn(owner, "tonen", first, lambda: done.append("second"))
    assert done == []
    assert tasks.pending == 1
    settled()
    assert done == ["first", "between", "second"]
    assert tasks.pending == 0


def test_a_newer_row_takes_the_place_of_what_is_left(tasks: Tasks, settled: Settled) -> None:
    done: list[str] = []
    owner = QObject()

    def again() -> None:
        done.append("first")
        tasks.in_turn(owner, "tonen", lambda: done.append("new"))

    tasks.in_turn(owner, "tonen", again, lambda: done.append("old"))
    tasks.in_turn(owner, "anders", lambda: done.append("other"))
    settled()
    assert sorted(done) == ["first", "new", "other"]
    assert tasks.pending == 0


def test_steps_go_with_their_owner(tasks: Tasks, settled: Settled, qtbot: QtBot) -> None:
    done: list[str] = []
    owner = QObject()
    tasks.in_turn(owner, "tonen", lambda: delete(owner), lambda: done.append("after"))
    with qtbot.waitSignal(tasks.quiet):
        pass
    settled()
    assert done == []
    assert tasks.pending == 0


def test_steps_of_two_rows_never_come_in_one_turn(tasks: Tasks, settled: Settled) -> None:
    done: list[str] = []
    first, second = QObject(), QObject()

    def step(words: str) -> None:
        done.append(words)
        QTimer.singleShot(0, lambda: done.append("between"))

    tasks.in_turn(first, "tonen", lambda: step("one"), lambda: step("three"))
    tasks.in_turn(second, "tonen", lambda: step("two"))
    assert tasks.pending == 2
    settled()
    assert done == ["one", "between", "two", "between", "three", "between"]
    assert tasks.pending == 0
