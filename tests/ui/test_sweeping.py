"""Unused objects are looked for on the window's thread only, and no lane is the last to hold a widget."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from orapp.ui.kit import sweeping
from orapp.ui.kit.sweeping import Sweeper
from orapp.ui.kit.tasks import Progress, Tasks
from tests.ui.conftest import Settled


@pytest.fixture
def sweeper(qtbot: QtBot) -> Iterator[Sweeper]:
    made = Sweeper()
    yield made
    made.deleteLater()


def test_no_lane_looks_for_unused_objects(sweeper: Sweeper, tasks: Tasks, settled: Settled) -> None:
    seen: set[str] = set()

    def note(phase: str, _info: dict[str, int]) -> None:
        seen.add(threading.current_thread().name)

    gc.callbacks.append(note)
    try:
        tasks.read(
            sweeper, "veel", lambda: [[number] for number in range(200_000)], lambda made: seen.update(() if made else ("leeg",))
        )
        settled()
        sweeper.sweep()
    finally:
        gc.callbacks.remove(note)
    assert seen <= {threading.main_thread().name}


def test_much_is_swept_and_little_is_left(sweeper: Sweeper, monkeypatch: pytest.MonkeyPatch) -> None:
    class Ring:
        def __init__(self) -> None:
            self.me = self

    gc.collect()
    ring = weakref.ref(Ring())
    sweeper.sweep()
    assert ring() is not None
    monkeypatch.setattr(sweeping, "YOUNG", 0)
    sweeper.sweep()
    assert ring() is None


def test_what_was_delivered_is_held_by_no_lane(tasks: Tasks, settled: Settled, qtbot: QtBot) -> None:
    class Held(QObject):
        pass

    owner = Held()
    gone = weakref.ref(owner)
    found: list[int] = []
    tasks.read(owner, "iets", lambda: 3, found.append)
    settled()
    assert found == [3]
    del owner
    assert gone() is None


def test_what_is_never_delivered_is_let_go_of_on_this_thread(qapp: QApplication) -> None:
    class Held(QObject):
        pass

    gone_on: list[str] = []
    lanes = Tasks(lambda _defect: None)
    go_on = threading.Event()

    def ask() -> None:
        owner = Held()
        weakref.finalize(owner, lambda: gone_on.append(threading.current_thread().name))

        def work(_progress: Progress) -> object:
            return go_on.wait(10) and owner

        lanes.work(owner, work, lambda _owner: None)

    for _ in range(3):
        ask()
    go_on.set()
    lanes.close()
    assert gone_on == [threading.main_thread().name] * 3
