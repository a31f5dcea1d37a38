"""What screen readers need: names, announcements, and a focus order that follows the eye."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget


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
