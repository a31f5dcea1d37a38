"""Where a passphrase comes from: a file, the input, or a question; never an argument."""

from __future__ import annotations

import sys
from pathlib import Path

from orapp.cli.files import read
from orapp.services.failures import Circumstance
from orapp.texts.sentences import Texts

PUBLISHED_FOR_DEMO = "demo-archief-zonder-geheimen"
"""The words that open every demo archive; they stand in the README, since the demo holds nothing secret."""


def from_file(path: Path) -> str:
    """The passphrase in a file: one line, UTF-8; "-" is the input.

    Raises Circumstance "cli.passphrase_file_unreadable", "cli.passphrase_file_empty" or "cli.passphrase_file_lines".
    """
    try:
        text = sys.stdin.read() if str(path) == "-" else read(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Circumstance("cli.passphrase_file_unreadable", path=str(path)) from error
    except Circumstance as failure:
        raise Circumstance("cli.passphrase_file_unreadable", path=str(path)) from failure
    lines = text.rstrip("\r\n").splitlines()
    if not lines or not lines[0].strip():
        raise Circumstance("cli.passphrase_file_empty", path=str(path))
    if len(lines) > 1:
        raise Circumstance("cli.passphrase_file_lines", path=str(path))
    return lines[0]


def asked(archive: Path, texts: Texts) -> str:
    """The passphrase as a person types it, unseen. Raises Circumstance where nobody can be asked or nothing was typed."""
    if not sys.stdin.isatty():
        raise Circumstance("cli.passphrase_needed", archive=str(archive))
    from getpass import getpass

    try:
        typed = getpass(f"{texts.say('cli.passphrase_prompt', archive=archive.name)} ")
    except EOFError as error:
        raise Circumstance("cli.passphrase_stopped") from error
    if not typed:
        raise Circumstance("cli.passphrase_stopped")
    return typed
