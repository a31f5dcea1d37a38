"""What screen readers need: names, announcements, and a focus order that follows the eye."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cmp_to_key
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

# What is inside these has no place of its own in the order.
_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox, QPlainTextEdit, QTabBar, QTextEdit)


def name(widget: QWidget, object_name: str, accessible: str, description: str = "") -> None:
    """Gives a widget the name tests find it by and the name a screen reader says."""
    widget.setObjectName(object_name)
    widget.setAccessibleName(accessible)
    if description:
        widget.setAccessibleDescription(description)


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Lets a screen reader say something that appeared without focus: the result of work, a refusal."""
    event = QAccessibleAnnouncementEvent(widget, text)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


def tab_order(widgets: Sequence[QWidget]) -> None:
    """Puts the focus order of these widgets as they are given."""
    for first, second in pairwise(widgets):
        QWidget.setTabOrder(first, second)


def befriend(label: QLabel, widget: QWidget) -> None:
    """Lets the letter of a label lead to a field, also where the field is a box round the line that takes the keys.

    A label goes only to what can have the focus itself, so it is given what the box hands its focus to.
    """
    while (inner := widget.focusProxy()) is not None:
        widget = inner
    label.setBuddy(widget)


def label_for(text: str, widget: QWidget) -> QLabel:
    """A label that belongs to a field: it moves the focus there, and names it."""
    label = QLabel(text)
    befriend(label, widget)
    if not widget.accessibleName():
        widget.setAccessibleName(text.replace("&", ""))
    return label


_HELD = "held"


def step_by_sight(root: QWidget, *, forward: bool) -> bool:
    """Moves the keyboard as the screen is read: line by line, a column after the one at its left, and round the end again.

    Qt's own chain puts what was made anew last, wherever it stands, and stops at what hands the keyboard to a part of itself.
    False where the keyboard is on nothing that stands in this order.
    """
    stops, focused = _stops(root), root.window().focusWidget()
    if focused not in stops:
        return False
    target = stops[(stops.index(focused) + (1 if forward else -1)) % len(stops)]
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


class _Held:
    """Keeps what Python knows of the widgets inside another, as long as that one is there."""

    __slots__ = ("widgets",)

    def __init__(self, widgets: list[QWidget]) -> None:
        self.widgets = widgets


def _stops(root: QWidget) -> list[QWidget]:
    found: list[QWidget] = []
    _gather(root, found)
    return found


def _gather(widget: QWidget, found: list[QWidget]) -> None:
    if widget.isEnabled() and widget.focusProxy() is None and _takes_tab(widget):
        found.append(widget)
    if isinstance(widget, _WHOLE):
        return
    # `children()` would hand out what belongs to a menu too, and take it from who holds it (PySide 6.11).
    direct = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if not direct:
        return
    # What Python knows only through this walk is let go after it, and PySide then takes for deleted what stands inside.
    widget.setProperty(_HELD, _Held(direct))
    inside = [child for child in direct if child.isVisible() and not child.isWindow()]
    for child in sorted(inside, key=cmp_to_key(_reading)):
        _gather(child, found)


def _takes_tab(widget: QWidget) -> bool:
    """Of a group of which one is chosen Tab comes to that one; the arrow keys go on.

    Qt settles that in each button's own policy only once one of them has had the keyboard, and then takes it away from the one
    that is chosen where Tab had come to another first.
    """
    policy = widget.focusPolicy()
    if policy == Qt.FocusPolicy.NoFocus:
        return False
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    chosen = group.checkedButton() if group is not None and group.exclusive() else None
    if chosen is not None and _seen(chosen):
        return chosen is widget
    return bool(policy & Qt.FocusPolicy.TabFocus)


def _seen(button: QAbstractButton) -> bool:
    return button.isVisible() and button.isEnabled()


def _reading(first: QWidget, second: QWidget) -> int:
    """Below zero where the first is read before the second."""
    one, other = first.geometry(), second.geometry()
    beside = one.top() < other.bottom() and other.top() < one.bottom()
    return one.left() - other.left() if beside else one.top() - other.top()
