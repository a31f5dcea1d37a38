"""What the tests of the command line share: running a command as a person or a script would, without display or keyring."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from typing_extensions import override

from orapp.cli.command_line import run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orapp.cli.program import Program

PASSPHRASE = "paard vijver lamp fiets"
TODAY = "2026-11-21"
HOUSING = "2025-003"
DOSSIER_KEYS = {"reference", "title", "kind", "phase", "next_step", "next_deadline"}
TIMEOUT = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> object:
        return json.loads(self.out)


class Desk:
    """A folder with a passphrase file in which commands are run, each in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.passphrase = folder / "wachtzin.txt"
        self.passphrase.write_text(f"{PASSPHRASE}\n", encoding="utf-8")

    def run(self, *arguments: str | Path, key: bool = True, environment: dict[str, str] | None = None, said: str = "") -> Done:
        """Run a command; with `key` the passphrase file is given along."""
        done = subprocess.run(
            command(self.given(arguments, key=key)),
            cwd=self.folder,
            env=surroundings(environment),
            input=said,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=TIMEOUT,
        )
        return Done(code=done.returncode, out=done.stdout, err=done.stderr)

    def well(self, *arguments: str | Path, key: bool = True) -> Done:
        """Run a command that must end well, and say nothing on the error output."""
        done = self.run(*arguments, key=key)
        assert (done.code, done.err) == (0, ""), done
        return done

    def refused(self, *arguments: str | Path, key: bool = True) -> str:
        """Run a command that must be refused with exactly one line; gives that line."""
        done = self.run(*arguments, key=key)
        assert done.code == 1, done
        assert done.err.count("\n") == 1, done
        assert done.err.startswith("orapp: "), done
        assert "Traceback" not in done.err
        assert "fout gestuit" not in done.err, done
        assert PASSPHRASE not in done.out + done.err
        return done.err

    def given(self, arguments: Sequence[str | Path], *, key: bool) -> list[str]:
        """The arguments as they are given."""
        more = ["--passphrase-file", str(self.passphrase)] if key else []
        return [*(str(argument) for argument in arguments), *more]


class NearDesk(Desk):
    """The same without a process for each command, for the many small ones; what the program does not expect fails the test."""

    def __init__(self, folder: Path, program: Program) -> None:
        super().__init__(folder)
        self._program = program

    @override
    def run(self, *arguments: str | Path, key: bool = True, environment: dict[str, str] | None = None, said: str = "") -> Done:
        assert not environment, "another environment needs a process"
        out, err, before = io.StringIO(), io.StringIO(), sys.stdin
        sys.stdin = io.StringIO(said)
        try:
            with contextlib.chdir(self.folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                code = self._code(self.given(arguments, key=key))
        finally:
            sys.stdin = before
        return Done(code=code, out=out.getvalue(), err=err.getvalue())

    def _code(self, given: list[str]) -> int:
        try:
            return run(given, lambda: self._program)
        except SystemExit as end:
            return int(end.code or 0)


def command(given: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "orapp", *given]


def surroundings(more: dict[str, str] | None = None) -> dict[str, str]:
    """No display, no keyring, another language, and a fixed day; what is compiled stays with its source for the next."""
    without = {"DISPLAY", "WAYLAND_DISPLAY", "PYTHONDONTWRITEBYTECODE"}
    kept = {name: value for name, value in os.environ.items() if name not in without}
    return {
        **kept,
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "ORAPP_TODAY": TODAY,
        "LC_ALL": "C",
        **(more or {}),
    }


def demo_files(project: Path) -> list[Path]:
    return sorted(path for path in (project / "resources" / "demo").glob("*.json") if path.name != "council.json")


def objects(value: object) -> list[dict[str, object]]:
    assert isinstance(value, list)
    return cast("list[dict[str, object]]", value)
