"""Finds what the program shows before it stands in anything: for a moment that is a window of its own, and takes the keyboard."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget

PROGRAM = "orapp"


def stands_alone(widget: QWidget) -> bool:
    """Whether showing this widget would make a window of what is a part of one."""
    is_window = isinstance(widget, QMainWindow) or widget.windowType() is not Qt.WindowType.Window
    return widget.isWindow() and not is_window and not widget.isVisible()


@contextmanager
def watched(found: list[str]) -> Iterator[None]:
    """Writes down in `found` each part that the program itself shows as a window, with the line that did."""

    def watch(name: str, shows: Callable[..., bool]) -> Callable[..., None]:
        real: Callable[..., None] = getattr(QWidget, name)

        def watching(widget: QWidget, *given: bool) -> None:
            if shows(*given) and stands_alone(widget):
                asked_by = sys._getframe(1)
                if str(asked_by.f_globals.get("__name__", "")).partition(".")[0] == PROGRAM:
                    where = f"{asked_by.f_code.co_filename}:{asked_by.f_lineno}"
                    found.append(f"{where} shows {type(widget).__name__} {widget.objectName()!r} as a window of its own")
            real(widget, *given)

        setattr(QWidget, name, watching)
        return real

    kept = {
        "show": watch("show", lambda: True),
        "setVisible": watch("setVisible", bool),
        "setHidden": watch("setHidden", lambda hidden: not hidden),
    }
    try:
        yield
    finally:
        for name, real in kept.items():
            setattr(QWidget, name, real)
