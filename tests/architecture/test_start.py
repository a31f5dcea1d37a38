"""The command line starts without a trace of Qt, on a machine without a screen."""

from __future__ import annotations

import subprocess
import sys

# All of the command line is imported, not only its front door.
IMPORT_ALL = """
import importlib, pkgutil, sys
import orapp.app.main, orapp.cli
for module in pkgutil.walk_packages(orapp.cli.__path__, "orapp.cli."):
    importlib.import_module(module.name)
print("\\n".join(sys.modules))
"""


def qt(names: list[str]) -> list[str]:
    return sorted(name for name in names if name.split(".")[0] in {"PySide6", "shiboken6", "Shiboken"})


def test_the_command_line_imports_nothing_of_qt() -> None:
    done = subprocess.run([sys.executable, "-c", IMPORT_ALL], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "orapp.cli" in done.stdout.split()
    assert not qt(done.stdout.split())


def test_a_command_imports_nothing_of_qt() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "orapp", "letter", "--kinds"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    imported = [line.rsplit("|", 1)[1].strip() for line in done.stderr.splitlines() if line.startswith("import time:")]
    assert "orapp" in imported
    assert not qt(imported)


# What the window shows first, and then the overview, each with what it brought along.
IMPORT_WINDOW = """
import sys
import orapp.app.window
print(*sys.modules)
import orapp.ui.shell.workspace, orapp.ui.screens.overview.screen, orapp.services.desk, orapp.services.dossiers
print(*sys.modules)
"""


def test_the_window_imports_what_it_shows_and_the_rest_later() -> None:
    done = subprocess.run([sys.executable, "-c", IMPORT_WINDOW], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    first, overview = (set(line.split()) for line in done.stdout.splitlines())
    assert "orapp.ui.shell.window" in first
    assert not first & {"orapp.domain.dossier", "orapp.law.book", "sqlalchemy", "multiprocessing"}
    assert "orapp.ui.screens.overview.screen" in overview
    assert not overview & {"orapp.law.book", "orapp.letters.outlines", "orapp.letters.content", "jinja2", "lxml"}
