"""Starts the program: the window, or the command line without a trace of Qt."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import orapp

if TYPE_CHECKING:
    from orapp.app.crash import CrashReport
    from orapp.app.wiring import Program


def main(given: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (those of the process by default); gives the exit code.

    Raises SystemExit(2) for wrong use, as the command line does.
    """
    try:
        return _chosen(list(sys.argv[1:] if given is None else given))
    except KeyboardInterrupt:
        print("orapp: Gestopt.", file=sys.stderr)
        return 1


def _chosen(arguments: list[str]) -> int:
    """What these arguments ask for, with no more imported than that needs."""
    if arguments == ["--version"]:
        print(f"orapp {orapp.__version__}")
        return 0
    if arguments == ["--self-check"]:
        from orapp.app.selfcheck import self_check

        return self_check()
    if len(arguments) == 2 and arguments[0] == "--self-check-window":
        from orapp.app.selfcheck import show_window

        return show_window(Path(arguments[1]))
    if not arguments or arguments == ["--demo"]:
        if arguments:
            from orapp.app.demo import open_demo

            return open_demo(_started())
        from orapp.app.starting import open_window

        return open_window(_started())
    from orapp.cli.command_line import run

    return run(arguments, _started)


def _started() -> Program:
    """The program with its log and crash reports, but without a window."""
    from orapp.app import wiring
    from orapp.app.crash import Crashes

    program = wiring.build()
    program.start_log()

    def tell(report: CrashReport) -> None:
        code = "app.defect_unsaved" if report.path is None else "app.defect"
        print(f"orapp: {program.texts.say(code, path=report.path)}", file=sys.stderr)

    Crashes(program.places.log, tell).install()
    return program
