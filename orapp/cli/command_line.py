"""Runs one command: reads the arguments, does it, and turns every failure into one line and an exit code."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from orapp.cli import arguments
from orapp.cli.files import reason
from orapp.cli.program import Program
from orapp.cli.session import Session
from orapp.cli.writing import error_line, prepare_output
from orapp.services.failures import Failure

DONE = 0
REFUSED = 1

Command = Callable[[Session], int]


def run(given: Sequence[str], build: Callable[[], Program]) -> int:
    """Run the command in these arguments; gives 0 (done) or 1 (refused or hindered, with one line on the error output).

    Wrong use ends with SystemExit(2). `build` makes the program, only once the arguments are right.
    """
    prepare_output()
    parsed = _parsed(given)
    program = build()
    return guarded(program, lambda: _command(parsed)(Session(program=program, arguments=parsed)))


def guarded(program: Program, act: Callable[[], int]) -> int:
    """Do something and flush the output; a failure becomes one line on the error output and 1."""
    try:
        code = act()
        # Not sys.stdout.flush(): a program without a console has no output at all.
        print(end="", flush=True)
    except Failure as failure:
        error_line(program.texts.say(failure.code, **failure.fields))
    except KeyboardInterrupt:
        error_line(program.texts.say("cli.stopped"))
    except BrokenPipeError:
        _abandon_output()
        error_line(program.texts.say("cli.output_unread"))
    except OSError as error:
        if error.filename is not None:
            error_line(program.texts.say("cli.place_failed", path=error.filename, reason=reason(error)))
        else:
            _abandon_output()
            error_line(program.texts.say("cli.output_unwritable", reason=reason(error)))
    else:
        return code
    return REFUSED


def _parsed(given: Sequence[str]) -> argparse.Namespace:
    parser = arguments.parser()
    parsed = parser.parse_args(list(given))
    asked_apart = [name for name in ("version", "self_check", "demo") if getattr(parsed, name)]
    if asked_apart:
        parser.error(f"--{asked_apart[0].replace('_', '-')} staat alleen")
    if parsed.command is None:
        parser.error("een opdracht ontbreekt")
    if parsed.command == "letter" and not parsed.kinds:
        missing = [
            name
            for name, value in (
                ("ARCHIEF", parsed.archive),
                ("KENMERK", parsed.reference),
                ("SOORT", parsed.kind),
                ("-o BESTAND.docx", parsed.output),
            )
            if value is None
        ]
        if missing:
            parser.error(f"bij letter ontbreekt: {', '.join(missing)}")
    return parsed


def _command(parsed: argparse.Namespace) -> Command:
    """What does this command; each family of commands is imported only when one of it is asked for."""
    match parsed.command:
        case "new" | "demo":
            from orapp.cli import making

            return making.new if parsed.command == "new" else making.demo
        case "import" | "export" | "letter":
            from orapp.cli import carrying

            if parsed.command == "letter":
                return carrying.letter_kinds if parsed.kinds else carrying.letter
            return carrying.import_ if parsed.command == "import" else carrying.export
        case "read-back":
            from orapp.cli.returning import read_back

            return read_back
        case "backup" | "restore" | "verify":
            from orapp.cli import keeping

            return {"backup": keeping.backup, "restore": keeping.restore, "verify": keeping.verify}[parsed.command]
        case "council" | "backups":
            from orapp.cli import arranging

            return arranging.council if parsed.command == "council" else arranging.backups
        case "passphrase" | "destroy" | "destroy-person":
            from orapp.cli import guarding

            guards = {"passphrase": guarding.passphrase, "destroy": guarding.destroy, "destroy-person": guarding.destroy_person}
            return guards[parsed.command]
        case "sheets":
            from orapp.cli.sheets import sheets

            return sheets
        case "term":
            from orapp.cli.counting import term

            return term
        case _:
            from orapp.cli import looking

            return {"dossiers": looking.dossiers, "show": looking.show, "deadlines": looking.deadlines}[parsed.command]


def _abandon_output() -> None:
    """Points the output at nothing, so that Python does not complain again when it closes it."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    os.close(nothing)
