"""Keeps None, True and False alive under Qt for Python on interpreters where they are counted like other objects."""

from __future__ import annotations

import ctypes
import sys

COUNTED_UNTIL = (3, 12)
SPARE = 1 << 40


def keep_constants() -> None:
    """Gives None, True and False so many references that they are never freed; call it before the first widget is made.

    PySide6 6.12 returns them without taking a reference: each call of a method that gives nothing takes one away from
    None, each `emit` one from True. Since Python 3.12 these objects are immortal (PEP 683) and nothing happens; on
    Python 3.11 the interpreter stops after some ten thousand calls ("deallocating None").
    """
    if sys.version_info >= COUNTED_UNTIL or sys.implementation.name != "cpython":
        return
    for constant in (None, True, False):
        count = ctypes.c_ssize_t.from_address(id(constant))
        if count.value < SPARE:
            count.value += SPARE
