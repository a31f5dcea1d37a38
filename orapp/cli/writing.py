"""How a command speaks: lines, tables and JSON on the output, one line on the error output."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Sequence
from datetime import date

GAP = "  "


def line(text: str = "", *, indent: int = 0) -> None:
    """One line on the output, `indent` signs to the right."""
    print(f"{' ' * indent}{plain(text)}")


def as_json(value: object) -> None:
    """A value as JSON, dates as YYYY-MM-DD; readable, with accents as they are."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=_as_text))


def error_line(text: str) -> None:
    """One line on the error output, whatever stands in the text."""
    print(f"orapp: {plain(text)}", file=sys.stderr)


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Columns that stand under their header; the last one runs on."""
    cells = [[plain(cell) for cell in row] for row in (header, *rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(header))]
    for row in cells:
        print(GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def plain(text: str) -> str:
    """The text on one line, without signs that steer a terminal or turn the direction of reading."""
    kept = "".join(" " if _steers(sign) else sign for sign in text)
    return " ".join(kept.split())


def prepare_output() -> None:
    """Makes the output take every sign: UTF-8 to a file or another program, what the terminal has to a terminal."""
    import io

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")


def _steers(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cf", "Zl", "Zp", "Cs"}


def _as_text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
