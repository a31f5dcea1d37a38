"""The command line reads its arguments strictly, and says in Dutch what is wrong with them."""

from __future__ import annotations

import argparse
import re
from datetime import date
from pathlib import Path

import pytest

from orapp.cli.arguments import day, parser, place
from orapp.cli.dutch_parser import in_dutch

ENGLISH = re.compile(
    r"\b(usage|options|error|argument|expected|required|invalid|choose|unrecognized|following|show this|positional)\b"
)
COMMANDS = (
    "new",
    "sheets",
    "demo",
    "dossiers",
    "show",
    "deadlines",
    "term",
    "import",
    "export",
    "letter",
    "backup",
    "restore",
    "verify",
)

WRONG = [
    ["nieuw", "x"],
    ["--json"],
    ["--versio"],
    ["new"],
    ["new", "x", "--kind", "raad"],
    ["new", "x", "--passphrase", "geheim"],
    ["new", "x", "--passphrase-file"],
    ["term", "wor-26-2-beroep"],
    ["term", "wor-26-2-beroep", "gisteren"],
    ["term", "wor-26-2-beroep", "2026-02-30"],
    ["term", "wor-26-2-beroep", "2026-09-15", "extra"],
    ["dossiers", "x", "--json=ja"],
    ["import", "x", "y", "--same", "merge"],
    ["dossiers", ""],
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_use_ends_with_two_in_dutch(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parser().parse_args(arguments)
    said = capsys.readouterr()
    assert end.value.code == 2
    assert said.out == ""
    assert said.err.startswith("gebruik: orapp")
    assert not ENGLISH.search(said.err)
    assert "geheim" not in said.err or "onbekend" in said.err


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself_in_dutch(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parser().parse_args([command, "--help"])
    said = capsys.readouterr().out
    assert end.value.code == 0
    assert said.startswith(f"gebruik: orapp {command}")
    assert not ENGLISH.search(said)


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["--help"])
    said = capsys.readouterr().out
    assert all(re.search(rf"^ +{command} ", said, re.MULTILINE) for command in COMMANDS)
    assert not ENGLISH.search(said)


@pytest.mark.parametrize("written", ["2026-11-20", "20-11-2026", " 2026-11-20 "])
def test_a_date_is_read_as_people_write_it(written: str) -> None:
    assert day(written) == date(2026, 11, 20)


def test_a_day_before_a_month() -> None:
    assert day("1-2-2026") == date(2026, 2, 1)


@pytest.mark.parametrize("written", ["", "11-20-2026", "20-11-26", "20261120", "2026-W47-5", "\u0662026-11-20", "x"])
def test_anything_else_is_no_date(written: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        day(written)


def test_a_path_is_taken_as_it_is() -> None:
    assert place("map met spatie/é.orarchief") == Path("map met spatie/é.orarchief")


@pytest.mark.parametrize("written", ["", "a\0b"])
def test_what_no_file_can_be_called_is_refused(written: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        place(written)


def test_a_message_of_our_own_passes() -> None:
    assert in_dutch("bij letter ontbreekt: SOORT") == "bij letter ontbreekt: SOORT"
