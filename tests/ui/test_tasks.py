"""The lanes: order, the latest request wins, an owner that is gone, and three kinds of failure."""

from __future__ import annotations

import threading
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from orapp.services.failures import Circumstance, Failure, Refusal
from orapp.ui.kit.tasks import Progress, Tasks
from tests.ui.conftest import Defects, Settled

WAIT = 10


def test_writes_are_done_one_after_the_other_beside_the_window(tasks: Tasks, settled: Settled) -> None:
    owner = QObject()
    order: list[int] = []
    threads: set[str] = set()

    def write(number: int) -> int:
        threads.add(threading.current_thread().name)
        return number

    for number in range(20):
        tasks.write(owner, partial(write, number), order.append)
    settled()
    assert order == list(range(20))
    assert threads == {"orapp-write"}


def test_the_callback_runs_on_the_windows_thread(tasks: Tasks, settled: Settled) -> None:
    seen: list[threading.Thread] = []
    tasks.work(QObject(tasks), lambda _progress: None, lambda _nothing: seen.append(threading.current_thread()))
    settled()
    assert seen == [threading.main_thread()]


def test_the_latest_read_wins_and_breaks_off_the_one_that_runs(tasks: Tasks, settled: Settled, qtbot: QtBot) -> None:
    owner = QObject()
    started, broken_off = threading.Event(), threading.Event()
    got: list[str] = []
    tasks.on_interrupt(broken_off.set)

    def slow() -> str:
        started.set()
        assert broken_off.wait(WAIT)
        raise Circumstance("archive.cannot_open", path="x")

    tasks.read(owner, "lijst", slow, got.append)
    qtbot.waitUntil(started.is_set)
    tasks.read(owner, "lijst", lambda: "tussen", got.append)
    tasks.read(owner, "lijst", lambda: "laatste", got.append)
    settled()
    assert got == ["laatste"]


def test_another_topic_is_left_alone(tasks: Tasks, settled: Settled) -> None:
    owner = QObject()
    got: list[str] = []
    tasks.read(owner, "lijst", lambda: "lijst", got.append)
    tasks.read(owner, "raad", lambda: "raad", got.append)
    settled()
    assert got == ["lijst", "raad"]


def test_nothing_is_delivered_to_an_owner_that_is_gone(tasks: Tasks, settled: Settled, qtbot: QtBot) -> None:
    owner = QWidget()
    go = threading.Event()
    got: list[bool] = []
    tasks.work(owner, lambda _progress: go.wait(WAIT), got.append)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    go.set()
    settled()
    assert got == []


def test_a_failure_comes_where_it_is_expected(tasks: Tasks, settled: Settled) -> None:
    owner = QObject()
    here: list[Failure] = []
    elsewhere: list[Failure] = []
    tasks.failure.connect(elsewhere.append)

    def refuse() -> None:
        raise Refusal("dossier.no_title", place="title")

    tasks.write(owner, refuse, lambda _nothing: None, here.append)
    tasks.write(owner, refuse, lambda _nothing: None)
    settled()
    assert [failure.code for failure in here] == ["dossier.no_title"]
    assert [failure.fields for failure in elsewhere] == [{"place": "title"}]


def test_a_defect_is_reported_and_the_lane_goes_on(tasks: Tasks, settled: Settled, defects: Defects) -> None:
    owner = QObject()
    got: list[int] = []
    tasks.write(owner, lambda: 1 // 0, got.append)
    tasks.write(owner, lambda: 7, got.append)
    settled()
    assert got == [7]
    assert [type(defect) for defect in defects.found] == [ZeroDivisionError]
    defects.found.clear()


def test_long_work_tells_how_far_it_is_and_can_be_cancelled(tasks: Tasks, settled: Settled, qtbot: QtBot) -> None:
    owner = QObject()
    told: list[tuple[int, int]] = []
    done: list[None] = []
    half, go_on = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        progress.report(1, 2)
        half.set()
        assert go_on.wait(WAIT)
        progress.report(2, 2)

    progress = tasks.work(owner, work, done.append, told=lambda step, total: told.append((step, total)))
    qtbot.waitUntil(lambda: half.is_set() and told == [(1, 2)])
    progress.cancel()
    go_on.set()
    settled()
    assert (told, done) == ([(1, 2)], [])


def test_closing_finishes_what_was_asked(qtbot: QtBot) -> None:
    lanes = Tasks(lambda _defect: None)
    written: list[int] = []
    for number in range(5):
        lanes.write(lanes, partial(written.append, number), lambda _nothing: None)
    lanes.close()
    assert written == [0, 1, 2, 3, 4]
