"""A row of fields and buttons that goes on below where it is narrow: at large text nothing of it is cut off."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from orapp.ui.kit.look import Look


class FlowRow(QWidget):
    """Widgets side by side, as wide as they like; `growing` takes what is left of the first line."""

    def __init__(self, look: Look, *, gap: int = 8) -> None:
        super().__init__()
        self._look = look
        self._gap = gap
        self._row: list[QWidget] = []
        self._growing: QWidget | None = None
        self._busy = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.arrange)

    def fill(self, widgets: Sequence[QWidget], growing: QWidget | None = None) -> None:
        """Puts these widgets in the row, in the order of the keyboard too; those that are not among them any more go."""
        for old in self._row:
            if old not in widgets:
                old.hide()
                old.setParent(None)
                old.deleteLater()
        self._row = list(widgets)
        self._growing = growing
        for widget in self._row:
            if widget.parentWidget() is not self:
                # Taking a parent hides a widget; what was hidden on purpose stays so.
                hidden = widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
                widget.setParent(self)
                widget.setHidden(hidden)
        for first, second in pairwise(self._row):
            QWidget.setTabOrder(first, second)
        self.arrange()

    def arrange(self) -> None:
        """Gives each widget its place, and the row the height that it needs."""
        if self._busy:
            return
        self._busy = True
        gap, room = self._look.px(self._gap), max(1, self.width())
        lines: list[list[tuple[QWidget, QSize]]] = [[]]
        used = 0
        for widget in self._row:
            if widget.isHidden():
                continue
            size = widget.sizeHint().expandedTo(widget.minimumSizeHint()).expandedTo(widget.minimumSize())
            size.setWidth(min(size.width(), room))
            if lines[-1] and used + gap + size.width() > room:
                lines.append([])
                used = 0
            used += size.width() + (gap if lines[-1] else 0)
            lines[-1].append((widget, size))
        top = 0
        for line in lines:
            top = self._arrange_line(line, top, room, gap) + gap
        self.setFixedHeight(max(0, top - gap))
        self._busy = False

    def _arrange_line(self, line: list[tuple[QWidget, QSize]], top: int, room: int, gap: int) -> int:
        left = room - sum(size.width() for _, size in line) - gap * max(0, len(line) - 1)
        height = max((size.height() for _, size in line), default=0)
        at = 0
        for widget, size in line:
            width = size.width() + (max(0, left) if widget is self._growing else 0)
            widget.setGeometry(QRect(at, top + (height - size.height()) // 2, width, size.height()))
            at += width + gap
        return top + height

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    @override
    def minimumSizeHint(self) -> QSize:
        widest = max((widget.minimumSizeHint().width() for widget in self._row if not widget.isHidden()), default=0)
        return QSize(widest, self.height())
