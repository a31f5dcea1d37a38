"""`--self-check`: an installed or frozen program proves that it works, one line per part, and leaves nothing behind."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import orapp
from orapp.cli.passphrases import PUBLISHED_FOR_DEMO
from orapp.services.failures import Failure

if TYPE_CHECKING:
    from orapp.app.wiring import Program

WINDOW_SECONDS = 60
WINDOW_WORD = "--self-check-window"

# Rule, start, last day and safe day: an ordinary month, a month that ends on a Sunday, and the short month.
KNOWN_TERMS = (
    ("wor-26-2-beroep", date(2026, 9, 15), date(2026, 10, 15), date(2026, 10, 15)),
    ("wor-26-2-beroep", date(2027, 1, 29), date(2027, 3, 1), date(2027, 2, 26)),
    ("wor-26-2-beroep", date(2025, 1, 31), date(2025, 2, 28), date(2025, 2, 28)),
)


class CheckFailedError(Exception):
    """A check did not come out; the message says what was seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One part that is tried; `attempt` gives what was seen, or raises."""

    name: str
    attempt: Callable[[], str]


def self_check() -> int:
    """Try every part and print a line for each; gives 0 when all are well, else 1."""
    from orapp.app import wiring

    print(f"orapp {orapp.__version__}")
    with tempfile.TemporaryDirectory(prefix="orapp-zelfcontrole-") as folder:
        program = wiring.build_under(Path(folder))
        results = [_tried(program, check) for check in checks(program, Path(folder))]
    print("Alles in orde." if all(results) else "Niet alles is in orde.")
    return 0 if all(results) else 1


def checks(program: Program, folder: Path) -> tuple[Check, ...]:
    """The parts that are tried, in order; what an archive needs is made in the folder."""
    path = folder / "zelfcontrole.orarchief"
    return (
        Check(name="teksten", attempt=lambda: _texts(program)),
        Check(name="wet", attempt=lambda: _law(program)),
        Check(name="termijnen", attempt=lambda: _terms(program)),
        Check(name="archief", attempt=lambda: _archive(program, path)),
        Check(name="brief", attempt=lambda: _letter(program, path)),
        Check(name="sleutelbos", attempt=lambda: _keyring(program)),
        Check(name="venster", attempt=lambda: _window(path)),
    )


def _tried(program: Program, check: Check) -> bool:
    try:
        seen = check.attempt()
    except Failure as failure:
        seen = program.texts.say(failure.code, **failure.fields) if program.texts.knows(failure.code) else failure.code
    except (CheckFailedError, ImportError, LookupError, OSError, RuntimeError, TypeError, ValueError, AttributeError) as error:
        # In a frozen program a missing module or file shows itself in any of these ways.
        seen = f"{type(error).__name__}: {error}"
    else:
        print(f"  goed  {check.name}: {seen}")
        return True
    print(f"  FOUT  {check.name}: {seen}")
    return False


def _texts(program: Program) -> str:
    return f"{len(program.texts.codes())} zinnen, {len(program.texts.labelled())} namen"


def _law(program: Program) -> str:
    law = program.law
    return f"{len(law.rules)} termijnregels, {len(law.procedures)} procedures, bekend op {law.known_on.isoformat()}"


def _terms(program: Program) -> str:
    for rule, start, last_day, safe_day in KNOWN_TERMS:
        result = program.terms.compute(rule, start)
        if (result.last_day, result.safe_day) != (last_day, safe_day):
            raise CheckFailedError(f"{rule} vanaf {start.isoformat()} gaf {result.last_day.isoformat()}")
    return f"{len(KNOWN_TERMS)} bekende gevallen kloppen"


def _archive(program: Program, path: Path) -> str:
    from orapp.cli.making import make_demo

    dossiers = make_demo(program, path)
    archive = program.archives.open(path, PUBLISHED_FOR_DEMO)
    try:
        report = archive.verify()
    finally:
        archive.close()
    if report.findings:
        raise CheckFailedError(f"{len(report.findings)} bevindingen bij het controleren")
    if path.read_bytes()[:15] == b"SQLite format 3":
        raise CheckFailedError("het archief is niet versleuteld")
    return f"gemaakt, geopend en gecontroleerd, {dossiers} dossiers"


def _letter(program: Program, path: Path) -> str:
    from orapp.app.demo import ADVICE, housing_dossier
    from orapp.cli.making import DEMO_PERSON

    archive = program.archives.open(path, PUBLISHED_FOR_DEMO, person=DEMO_PERSON)
    try:
        made = program.desk(archive).letters.make(housing_dossier(program, archive), ADVICE, DEMO_PERSON)
    finally:
        archive.close()
    with zipfile.ZipFile(io.BytesIO(made.data)) as package:
        broken = package.testzip()
        if broken is not None or "word/document.xml" not in package.namelist():
            raise CheckFailedError("het Word-bestand is niet heel")
    return f"{made.file_name}, {len(made.data) // 1024} kB"


def _keyring(program: Program) -> str:
    match program.keyring.state():
        case "available":
            return "aanwezig"
        case "absent":
            return "niet aanwezig; de wachtzin wordt gevraagd"
        case _:
            return "op slot of geweigerd; de wachtzin wordt gevraagd"


def _window(path: Path) -> str:
    """Draws the main window offscreen in a process of its own: Qt ends the process when it finds no platform."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "orapp"]
    try:
        done = subprocess.run(
            [*program, WINDOW_WORD, str(path)],
            env=environment,
            capture_output=True,
            text=True,
            timeout=WINDOW_SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired as error:
        raise CheckFailedError(f"geen venster binnen {WINDOW_SECONDS} seconden") from error
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:] or [f"einde met {done.returncode}"]
        raise CheckFailedError(last[0])
    return done.stdout.strip()


def show_window(path: Path) -> int:
    """Draw the main window on this demo archive and say what drew it; `_window` starts this in a process of its own."""
    from PySide6 import __version__ as qt_version
    from PySide6.QtGui import QGuiApplication, QImage

    from orapp.app import window, wiring

    target = path.with_suffix(".png")
    try:
        window.picture(wiring.build_under(path.parent / "venster"), path, PUBLISHED_FOR_DEMO, target)
    except window.PictureError as error:
        print(f"PictureError: {error}", file=sys.stderr)
        return 1
    picture = QImage(str(target))
    print(f"Qt {qt_version} toont het hoofdvenster ({QGuiApplication.platformName()}, {picture.width()} x {picture.height()})")
    return 0 if not picture.isNull() else 1
