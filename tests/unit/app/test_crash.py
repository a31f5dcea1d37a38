"""A failure is reported once, kept here, and quotes nothing of a dossier."""

from __future__ import annotations

import gc
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from orapp.app.crash import Crashes, CrashReport, qt_message

SECRET = "Ontslag van mevrouw Voorbeeld"


@pytest.fixture
def told() -> list[CrashReport]:
    return []


@pytest.fixture
def crashes(tmp_path: Path, told: list[CrashReport]) -> Iterator[Crashes]:
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    crashes = Crashes(tmp_path / "log", told.append)
    crashes.install()
    yield crashes
    crashes.remove()
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks


def fail(text: str = SECRET) -> None:
    raise ValueError(text)


def caught(crashes: Crashes, times: int = 1) -> None:
    for _ in range(times):
        try:
            fail()
        except ValueError as error:
            crashes.caught(type(error), error, error.__traceback__)


def test_a_failure_is_kept_without_its_message(crashes: Crashes, told: list[CrashReport]) -> None:
    caught(crashes)
    (report,) = told
    assert report.first
    assert report.path is not None
    content = report.path.read_text(encoding="utf-8")
    assert content == report.text
    assert "ValueError" in content
    assert "test_crash.py" in content
    assert "Voorbeeld" not in content
    assert str(Path(__file__).parents[3]) not in content


def test_the_same_failure_is_kept_once(crashes: Crashes, told: list[CrashReport], tmp_path: Path) -> None:
    caught(crashes, times=3)
    assert [report.first for report in told] == [True, False, False]
    assert len(list((tmp_path / "log").glob("fout-*.txt"))) == 1


def test_causes_are_in_the_report_too(crashes: Crashes, told: list[CrashReport]) -> None:
    try:
        try:
            fail()
        except ValueError as cause:
            raise KeyError(SECRET) from cause
    except KeyError as error:
        crashes.caught(type(error), error, error.__traceback__)
    assert "KeyError" in told[0].text
    assert "ValueError" in told[0].text
    assert "Voorbeeld" not in told[0].text


@pytest.mark.usefixtures("crashes")
def test_a_failure_in_a_thread_is_reported(told: list[CrashReport]) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert len(told) == 1


@pytest.mark.usefixtures("crashes")
def test_a_failure_while_cleaning_up_is_kept_but_not_shown(told: list[CrashReport], tmp_path: Path) -> None:
    class Careless:
        def __del__(self) -> None:
            fail()

    careless = Careless()
    del careless
    gc.collect()
    assert not told
    assert len(list((tmp_path / "log").glob("fout-*.txt"))) == 1


def test_an_interruption_is_no_failure(crashes: Crashes, told: list[CrashReport]) -> None:
    crashes.caught(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not told


def test_a_failure_while_telling_hides_nothing(crashes: Crashes, tmp_path: Path) -> None:
    def broken(_: CrashReport) -> None:
        raise RuntimeError("the window is gone")

    crashes.tell = broken
    caught(crashes)
    assert len(list((tmp_path / "log").glob("fout-*.txt"))) == 1


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, told: list[CrashReport]) -> None:
    (tmp_path / "log").write_text("a file", encoding="utf-8")
    crashes = Crashes(tmp_path / "log", told.append)
    crashes.install()
    try:
        caught(crashes)
    finally:
        crashes.remove()
    assert told[0].path is None


@pytest.mark.parametrize(("level", "number"), [("debug", logging.DEBUG), ("info", logging.INFO)])
def test_messages_of_qt_go_to_the_log_without_quotes(level: str, number: int, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "orapp.qt"):
        qt_message(level, f'QObject::connect: No such slot "{SECRET}" in x')
    (record,) = caplog.records
    assert record.levelno == number
    assert record.getMessage() == "QObject::connect:_No_such_slot___in_x"


@pytest.mark.parametrize(
    ("level", "number"),
    [("warning", logging.WARNING), ("critical", logging.ERROR), ("fatal", logging.CRITICAL), ("?", logging.WARNING)],
)
def test_warnings_of_qt_are_warnings(level: str, number: int, expected_log: list[logging.LogRecord]) -> None:
    qt_message(level, "QPainter::begin: Paint device returned engine == 0")
    assert [record.levelno for record in expected_log] == [number]
