"""What all tests share: no screen, no trace in the user's folders, and no warning or skip that nobody expected."""

from __future__ import annotations

import logging
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import coverage
import pytest
from _pytest.assertion import rewrite
from hypothesis import settings
from typing_extensions import override

from tests.unmeasured import unmeasured

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"

SKIP_WITHOUT_SHARED = "../shared staat niet naast het project"
ALLOWED_SKIPS = frozenset({SKIP_WITHOUT_SHARED})

ON_CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}

_home = pytest.StashKey[Path]()
_coverage = pytest.StashKey[coverage.Coverage]()


def pytest_configure(config: pytest.Config) -> None:
    """Gives the run, and every program it starts, a home of its own and no keyring; offscreen unless a platform is asked for."""
    # A busy machine is no failure: generated tests are held to what they assert, not to the clock.
    settings.register_profile("orapp", deadline=None)
    settings.load_profile("orapp")
    home = Path(tempfile.mkdtemp(prefix="orapp-tests-"))
    config.stash[_home] = home
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    os.environ.update(
        HOME=str(home),
        USERPROFILE=str(home),
        XDG_DATA_HOME=str(home / "data"),
        XDG_CONFIG_HOME=str(home / "config"),
        XDG_CACHE_HOME=str(home / "cache"),
        XDG_STATE_HOME=str(home / "state"),
        XDG_RUNTIME_DIR=str(runtime),
        PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring",
        PYTHONPATH=os.pathsep.join(filter(None, [str(PROJECT), os.environ.get("PYTHONPATH", "")])),
    )
    if sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _start_coverage(config)


def _start_coverage(config: pytest.Config) -> None:
    """Measures the process that runs tests, when `make test` asks for it: this one, or each worker of pytest-xdist."""
    runs_tests = hasattr(config, "workerinput") or not config.getoption("numprocesses", None)
    if os.environ.get("ORAPP_COVERAGE") == "1" and runs_tests:
        measuring = coverage.Coverage(config_file=str(PROJECT / "pyproject.toml"), data_suffix=True)
        config.stash[_coverage] = measuring
        measuring.start()
        # To make the asserts tell what they compared is no code of the program, and took half of the time of collecting.
        pytest.MonkeyPatch().setattr(rewrite, "rewrite_asserts", unmeasured()(rewrite.rewrite_asserts))


def pytest_unconfigure(config: pytest.Config) -> None:
    """Keeps what was measured and clears the run's home."""
    measuring = config.stash.get(_coverage, None)
    if measuring is not None:
        measuring.stop()
        measuring.save()
    shutil.rmtree(config.stash[_home], ignore_errors=True)


def _skip_reason(longrepr: object) -> str:
    """The reason alone: pytest gives (file, line, "Skipped: reason")."""
    reason = longrepr[2] if isinstance(longrepr, tuple) else str(longrepr)
    return reason.removeprefix("Skipped: ")


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turns a skip into a failure, unless its reason is on the list and this is no build machine."""
    if report.outcome != "skipped" or hasattr(report, "wasxfail"):
        return
    reason = _skip_reason(report.longrepr)
    if reason in ALLOWED_SKIPS and not ON_CI:
        return
    report.outcome = "failed"
    report.longrepr = f"a skipped test is a failed test here: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """No test is skipped silently."""
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Nor a whole module."""
    report = yield
    _refuse_skip(report)
    return report


class _Records(logging.Handler):
    """Keeps what was logged at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.records: list[logging.LogRecord] = []

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def logged_warnings(request: pytest.FixtureRequest) -> Iterator[list[logging.LogRecord]]:
    """What this test made the program warn about: nothing, or with `expected_log` (fixture or marker) at least something."""
    handler = _Records()
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield handler.records
    finally:
        root.removeHandler(handler)
    expected = "expected_log" in request.fixturenames or request.node.get_closest_marker("expected_log") is not None
    if expected and not handler.records:
        pytest.fail("the test expected a warning in the log, and none came")
    if not expected and handler.records:
        lines = "\n".join(f"{record.levelname} {record.name}: {record.getMessage()}" for record in handler.records)
        pytest.fail(f"the program warned, and the test did not expect it:\n{lines}")


@pytest.fixture
def expected_log(logged_warnings: list[logging.LogRecord]) -> list[logging.LogRecord]:
    """For a test that makes the program warn on purpose: the records at WARNING and above, so that it can look at them."""
    return logged_warnings


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder of the checkout."""
    return PROJECT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder ../shared with the Word checker and its schemas: a test may do without it, but not on the build machine."""
    if not SHARED.is_dir():
        pytest.skip(SKIP_WITHOUT_SHARED)
    return SHARED
