"""An argument parser that speaks Dutch: usage, help and errors."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from typing import NoReturn

WRONG_USE = 2

# What argparse says, and how we say it. argparse takes its words from gettext, which needs a language set in the
# environment; a table works on every machine, and a test watches that nothing English is left.
_ERRORS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), dutch)
    for pattern, dutch in (
        (r"the following arguments are required: (.*)", r"er ontbreekt iets: \1"),
        (r"unrecognized arguments: (.*)", r"onbekend: \1"),
        (r"argument (.*?): expected one argument", r"na \1 hoort een waarde"),
        (r"argument (.*?): expected at least one argument", r"na \1 hoort ten minste één waarde"),
        (r"argument (.*?): not allowed with argument (.*)", r"\1 gaat niet samen met \2"),
        (r"argument (.*?): ignored explicit argument (.*)", r"\1 heeft geen waarde nodig; \2 is te veel"),
        (r"argument (.*?): invalid choice: (.*?) \(choose from (.*)\)", r"\1 kent \2 niet; kies uit \3"),
        (r"argument (.*?): invalid \w+ value: (.*)", r"\1: \2 past hier niet"),
        (r"one of the arguments (.*) is required", r"een van deze is nodig: \1"),
        (r"argument (.*?): (.*)", r"\1: \2"),
    )
)


class DutchFormatter(argparse.HelpFormatter):
    """Help in Dutch."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=34, width=100)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class DutchParser(argparse.ArgumentParser):
    """A parser without abbreviations. Wrong use ends the program with 2 and two lines: how it goes, and what was wrong."""

    def __init__(self, *, prog: str, description: str = "", epilog: str = "") -> None:
        super().__init__(
            prog=prog,
            description=description or None,
            epilog=epilog or None,
            formatter_class=DutchFormatter,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title = "wat erbij hoort"
        self._optionals.title = "opties"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USE, f"{self.format_usage().rstrip()}\n{self.prog}: {in_dutch(message)}\n")


def in_dutch(message: str) -> str:
    """An error of argparse in Dutch; a message of our own passes as it is."""
    for pattern, dutch in _ERRORS:
        if pattern.fullmatch(message):
            return pattern.sub(dutch, message, count=1)
    return message
