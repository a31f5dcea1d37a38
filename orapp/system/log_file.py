"""The log of the program: ids and counts, never names or texts, because dossiers are confidential (art. 20 WOR)."""

from __future__ import annotations

import logging
import re
import traceback
from enum import Enum
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from orapp.services.failures import Circumstance
from orapp.system.places import made

FILE = "orapp.log"
MAX_BYTES = 512 * 1024
KEPT = 4

_PLAIN = re.compile(r"[\w.:+-]{1,80}")


class QuietFormatter(logging.Formatter):
    """Writes what may be written.

    Of our own lines the fields must be ids, counts or codes: anything with a space or longer than 80 characters becomes
    a mark. Of other packages only the place is written, since we do not know what they put in a line. An exception is
    written as its kind and its places in the source, without its message, which may quote a dossier.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%S%z")

    def format(self, record: logging.LogRecord) -> str:
        quiet = logging.makeLogRecord(record.__dict__)
        if record.name == "orapp" or record.name.startswith("orapp."):
            quiet.args = _quiet_arguments(record.args)
        else:
            quiet.msg, quiet.args = "%s:%d", (record.module, record.lineno)
        quiet.exc_text = _quiet_exception(record.exc_info) or None
        quiet.exc_info = None
        quiet.stack_info = None
        return super().format(quiet)


def places_of(trace: TracebackType | None) -> tuple[str, ...]:
    """Where an exception passed, innermost first, as file name, line and function; no values and no source lines."""
    frames = traceback.extract_tb(trace)
    return tuple(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames))


def _quiet_exception(information: object) -> str:
    match information:
        case (type() as kind, BaseException(), TracebackType() | None as trace):
            return f"{kind.__name__} {' < '.join(places_of(trace))}"
        case _:
            return ""


def start_log(folder: Path) -> RotatingFileHandler | None:
    """Begin to write the log in this folder, kept small; None where the folder cannot be written (the program goes on)."""
    try:
        made(folder)
        handler = RotatingFileHandler(folder / FILE, maxBytes=MAX_BYTES, backupCount=KEPT, encoding="utf-8", delay=True)
    except (OSError, Circumstance):
        return None
    handler.setFormatter(QuietFormatter())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger("orapp").setLevel(logging.INFO)
    return handler


def _quiet_arguments(arguments: object) -> tuple[object, ...] | dict[str, object]:
    if isinstance(arguments, tuple):
        return tuple(_quiet(argument) for argument in arguments)
    if isinstance(arguments, dict):
        return {str(name): _quiet(argument) for name, argument in arguments.items()}
    return ()


def _quiet(value: object) -> object:
    if isinstance(value, Enum):
        return value.name
    if value is None or isinstance(value, (bool, int, float)):
        return value
    written = str(value)
    return written if _PLAIN.fullmatch(written) else "(…)"
