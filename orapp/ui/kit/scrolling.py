"""Areas that scroll: without a frame, on the ground of the window, and no stop for Tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QScrollArea, QVBoxLayout, QWidget

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


def into_sight(widget: QWidget, part: QRect | None = None, *, on_top: bool = False) -> None:
    """Moves each area around a widget as far as it takes to see it there, or a part of it.

    `on_top` brings its beginning to the top of the area, as far as that goes: what comes below it is seen as well.
    """
    wanted = part if part is not None else widget.rect()
    around = widget.parentWidget()
    while around is not None:
        inside = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and inside is not None and inside.isAncestorOf(widget):
            bar, high = around.verticalScrollBar(), around.viewport().height()
            top = widget.mapTo(inside, wanted.topLeft()).y()
            if on_top or top < bar.value():
                bar.setValue(top)
            elif top + wanted.height() > bar.value() + high:
                bar.setValue(min(top, top + wanted.height() - high))
        around = around.parentWidget()


def row_into_sight(widget: QWidget | None) -> None:
    """Moves the areas around a list so that its current row is seen; what is no list stays where it is."""
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        into_sight(widget.viewport(), widget.visualRect(widget.currentIndex()))
