"""Opens the window on the archive used last, and knows whether it would be seen. Nothing heavy is imported here."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orapp.app.wiring import Program

# A window keeps most of what it makes: looking through all of it for waste every 700 objects only slows the start.
PATIENT = (20_000, 20, 20)


def be_patient() -> None:
    """Let Python look for waste less often, as fits a program that starts once and then waits."""
    gc.set_threshold(*PATIENT)


def open_window(program: Program) -> int:
    """Open the window; gives its exit code. Without a screen one line says so, and it is 1."""
    if not has_display():
        from orapp.cli.writing import error_line

        error_line(program.texts.say("app.no_display"))
        return 1
    be_patient()
    from orapp.app import window

    return window.run(program)


def has_display() -> bool:
    """Whether a window would be seen: on Linux only with a display, and nowhere when Qt is told to draw offscreen."""
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in {"offscreen", "minimal"}:
        return False
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
