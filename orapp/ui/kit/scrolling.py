"""Areas that scroll: without a frame, on the ground of the window, and no stop for Tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from orapp.ui.kit.look import Look


def scrolled(inside: QWidget, *, sideways: bool = True) -> QScrollArea:
    """An area in which a widget scrolls; without `sideways` it only goes up and down."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if not sideways:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area


def scrolled_column(look: Look, spacing: int) -> tuple[QScrollArea, QVBoxLayout]:
    """An area with a column in it, `spacing` (drawn at 13 px text) between its widgets: the body of a dialog."""
    inside = QWidget()
    inside.setProperty("part", "ground")
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, look.px(6), 0)
    column.setSpacing(look.px(spacing))
    return scrolled(inside), column
