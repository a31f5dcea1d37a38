"""Which parts of the windows wear the sheet of the look, and how another one comes: first on what is seen, part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

MOMENT_S = 0.01
FRAME = "holds-parts"


class Turns(Protocol):
    """Does steps one by one, each in a turn of the loop of its own; a newer row takes the place of an older one."""

    def in_turn(self, owner: QObject, topic: str, *steps: Callable[[], None]) -> None:
        """Begins a row of steps."""
        ...


def as_frame(*grounds: QWidget) -> None:
    """Says that these only hold others, and have nothing themselves that a sheet would change: their children are the parts.

    Qt dresses a widget together with all that is in it, at about 0.2 ms each. Of a window with screens and tabs most is not
    seen, so only what holds no hidden screens wears a sheet of its own. What comes into a frame later is dressed by who
    puts it there.
    """
    for ground in grounds:
        ground.setProperty(FRAME, True)


class Dressing(QObject):
    """Keeps the sheet on each part. With `turns` another sheet keeps nobody waiting; without, all wear it at once."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.turns: Turns | None = None
        self._sheet = ""
        self._parts: list[QWidget] = []
        self._still: list[QWidget] = []

    @property
    def sheet(self) -> str:
        """The sheet that all wear, or will in a moment."""
        return self._sheet

    def dress(self, window: QWidget) -> None:
        """Puts the sheet on a window, a dialog, or what comes into a frame; what stands in a dressed part follows that."""
        self._parts = [one for one in self._parts if isValid(one)]
        for part in _parts_of(window):
            if not _wears(part):
                self._parts.append(part)
                part.setStyleSheet(self._sheet)

    def wear(self, sheet: str, told: Callable[[], None]) -> None:
        """Another sheet for all. `told` is called when it is on all that is seen, and again when it is on the rest.

        What is seen stands still until all of it wears the new sheet: nobody sees half of each.
        """
        self._sheet = sheet
        self._parts = [one for one in self._parts if isValid(one)]
        seen = [part for part in self._parts if part.isVisible()]
        if self.turns is None or not seen:
            for part in self._parts:
                part.setStyleSheet(sheet)
            told()
            return
        for window in {part.window() for part in seen}:
            self._still.append(window)
            window.setUpdatesEnabled(False)
        rest = [self._dress_rest] * len(self._parts)  # what is seen now may be put away before its turn came
        moving = [self._move] * len(self._still)
        self.turns.in_turn(self, "look", *[self._dress_seen] * len(seen), told, *moving, *rest, told)

    def _dress_seen(self) -> None:
        self._dress([part for part in self._old() if part.isVisible()])

    def _dress_rest(self) -> None:
        """What came in sight meanwhile goes first."""
        self._dress(sorted(self._old(), key=lambda part: not part.isVisible()))

    def _old(self) -> list[QWidget]:
        """The parts that still wear the sheet of before."""
        return [part for part in self._parts if isValid(part) and part.styleSheet() != self._sheet]

    def _dress(self, parts: list[QWidget]) -> None:
        """As many of these as are done in a moment."""
        end = perf_counter() + MOMENT_S
        for part in parts:
            part.setStyleSheet(self._sheet)
            if perf_counter() > end:
                return

    def _move(self) -> None:
        """Lets the next window move again, and paints it, which takes its time too."""
        window = self._still.pop()
        if isValid(window):
            window.setUpdatesEnabled(True)
            window.repaint()


def _parts_of(widget: QWidget) -> Iterator[QWidget]:
    if not widget.property(FRAME):
        yield widget
        return
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield from _parts_of(child)


def _wears(part: QWidget) -> bool:
    """Whether it, or what it stands in, wears a sheet already."""
    around: QWidget | None = part
    while around is not None:
        if around.styleSheet():
            return True
        around = around.parentWidget()
    return False
