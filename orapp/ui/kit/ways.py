"""Ways from one screen to another: a screen that names another place leads there, without knowing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from orapp.ui.kit.cards import button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

COUNCIL, BIN = "raad", "prullenbak"
MEMBERS, STYLES, TEXTS = "leden", "huisstijlen", "teksten"


class Ways(QObject):
    """Stands in the window around the screens. `asked` carries a place and the part of it, or an empty part.

    `renewal_asked`: the words of the window are to be said anew, in the name that the council has now.
    """

    asked = Signal(str, str)
    renewal_asked = Signal()


def ways_of(widget: QWidget) -> Ways | None:
    """The ways of the window around a widget, through its dialogs."""
    around: QObject | None = widget
    while around is not None:
        found = around.findChildren(Ways, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if found:
            return found[0]
        around = around.parent()
    return None


def go(widget: QWidget, place: str, part: str = "") -> None:
    """Goes from the screen of this widget to another place; "terug" leads back."""
    ways = ways_of(widget)
    if ways is not None:
        ways.asked.emit(place, part)


def way_button(words: str, object_name: str, place: str, part: str = "") -> QPushButton:
    """A button, set as a link, that goes to another place."""
    made = button(words, object_name, "link")
    made.clicked.connect(lambda: go(made, place, part))
    return made
