"""The way of Tab through a place: everything is reached, nothing holds it, and it goes as one reads.

One reads line by line; where blocks stand beside each other (navigation and screen, main and side column, list and page) the
left block is read whole before the one at its right. So a next stop never lies left on the same line, and never higher unless
it begins a block further to the right. Round the end Tab begins again: that one step back is allowed, and only that one.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QMenu,
    QPlainTextEdit,
    QTextBrowser,
    QWidget,
)

from tests.ui.walk_checks import said_of, seen, takes_tab


def blocks_of(one: QWidget, other: QWidget) -> tuple[QRect, QRect]:
    """Where the two stand in what holds both, or the blocks that hold them there: so that scrolling is no matter."""
    above: set[QWidget] = set()
    parent: QWidget | None = one
    while parent is not None:
        above.add(parent)
        parent = parent.parentWidget()
    second, holder = other, other.parentWidget()
    while holder is not None and holder not in above:
        second, holder = holder, holder.parentWidget()
    first, below = one, one.parentWidget()
    while below is not None and below is not holder:
        first, below = below, below.parentWidget()
    return first.geometry(), second.geometry()


def goes_back(one: QWidget, other: QWidget) -> bool:
    """Against the reading order: to the left on a line, or up, unless it is to a block further right."""
    before, after = blocks_of(one, other)
    on_a_line = before.top() < after.center().y() < before.bottom()
    if on_a_line:
        return after.right() <= before.left()
    return after.bottom() <= before.top() and after.left() < before.right()


def one_of_a_group(button: QAbstractButton) -> bool:
    """Whether choosing this one takes another away; a box to tick alone is none."""
    group = button.group()
    return button.autoExclusive() or (group is not None and group.exclusive())


def _stops(top: QWidget) -> tuple[list[QWidget], set[QWidget]]:
    """What Tab has to come to, and of that what it may pass over.

    Of a group of which one is chosen Tab comes to that one, and the arrow keys go on: Qt, as every desktop, has it so.
    """
    stops = [one for one in seen(top) if takes_tab(one) and one.focusProxy() is None]
    passed: set[QWidget] = {
        one for one in stops if isinstance(one, QAbstractButton) and one_of_a_group(one) and not one.isChecked()
    }
    return stops, passed


def _press_tab(focused: QWidget) -> None:
    """Presses Tab; where Tab is a letter of the text, Ctrl+Tab leads out."""
    holds = isinstance(focused, QPlainTextEdit) and not focused.tabChangesFocus() and not focused.isReadOnly()
    holding = Qt.KeyboardModifier.ControlModifier if holds else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(focused, Qt.Key.Key_Tab, holding)


def _round(top: QWidget, stops: list[QWidget]) -> tuple[list[QWidget], str]:
    """The stops in the order in which Tab came to them, once round, and what stopped it."""
    focused = QApplication.focusWidget()
    if focused is None or focused.window() is not top or not focused.isVisible():
        stops[0].setFocus()
    visited: list[QWidget] = []
    for _ in range(2 * len(stops) + 40):
        focused = QApplication.focusWidget()
        if focused is None:
            return visited, "niets heeft de focus"
        if focused in visited[:-1]:
            # Round; where it began need not be a stop of Tab itself.
            return visited[visited.index(focused) :], ""
        if focused not in visited:
            visited.append(focused)
        _press_tab(focused)
        if QApplication.focusWidget() is focused and len(stops) > 1 and not isinstance(focused, QTextBrowser):
            # A page is left only after its links.
            return visited, f"Tab blijft in {said_of(focused)}"
    return visited, "" if len(stops) == 1 else "Tab komt niet terug"


def tab_faults(top: QWidget) -> list[str]:
    """Presses Tab all the way round: what is never reached, where it stays, and where it goes against the reading order."""
    stops, passed = _stops(top)
    if isinstance(top, QMenu | QAbstractItemView) or not stops:
        return []
    visited, stopped = _round(top, stops)
    found = [stopped] if stopped else []
    found += [f"nooit bereikt: {said_of(one)}" for one in stops if one not in visited and one not in passed]
    if stopped:
        return found
    return found + against_reading(visited, top)


def against_reading(visited: list[QWidget], top: QWidget) -> list[str]:
    """Steps of one round against the reading order, besides the one with which it begins again."""
    steps = list(zip(visited, [*visited[1:], *visited[:1]], strict=True))
    back = [step for step in steps if goes_back(*step)]
    if back:
        begins = min(back, key=lambda step: (high := step[1].mapTo(top, QPoint(0, 0))).y() * top.width() + high.x())
        back.remove(begins)
    return [f"terug: {said_of(one)} -> {said_of(other)}" for one, other in back]
