"""A screen of several parts: their names at the left, the chosen part at the right; where it is narrow, a choice above it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from orapp.ui.kit import a11y
from orapp.ui.kit.dressing import as_frame
from orapp.ui.kit.look import Look

LIST_PIXELS = 182
NARROW_PIXELS = 720
WIDEST_PIXELS = 860


class Parts(QWidget):
    """Each part is made when it is first chosen. Up and down walk through the names, Tab goes on into the part."""

    chosen = Signal(str)

    def __init__(self, look: Look, object_name: str, accessible: str) -> None:
        super().__init__()
        self._look = look
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._made: dict[str, tuple[QWidget, QScrollArea]] = {}
        self._names: dict[str, _PartName] = {}
        self._current = ""
        self.setObjectName(object_name)
        self.list = QWidget()
        a11y.name(self.list, f"{object_name}-namen", accessible)
        self._column = QVBoxLayout(self.list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(2))
        self._column.addStretch(1)
        self._group = QButtonGroup(self)
        self.choice = QComboBox()
        a11y.name(self.choice, f"{object_name}-keuze", accessible)
        self.pages = QStackedWidget()
        self.pages.setProperty("part", "ground")
        as_frame(self, self.pages)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(10))
        outer.addWidget(self.choice)
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        row.addWidget(self.list)
        row.addWidget(self.pages, 1)
        outer.addLayout(row, 1)
        self.choice.activated.connect(lambda number: self.show_part(str(self.choice.itemData(number))))
        look.changed.connect(self._fit)
        self._fit()

    def add(self, key: str, title: str, make: Callable[[], QWidget]) -> None:
        """Adds a part below the others; the first one added is shown when the screen asks for it."""
        name = _PartName(title, f"deel-{key}")
        name.clicked.connect(lambda: self.show_part(key))
        self._group.addButton(name)
        self._names[key] = name
        self._column.insertWidget(self._column.count() - 1, name)
        self.choice.addItem(title.replace("&", ""), key)
        self._makers[key] = make

    def part_keys(self) -> tuple[str, ...]:
        """The parts, from the top."""
        return tuple(self._makers)

    @property
    def current(self) -> str:
        """The part that is shown, empty before the first."""
        return self._current

    def part(self, key: str) -> QWidget:
        """The part itself, made when nobody saw it yet."""
        if key not in self._made:
            made = self._makers[key]()
            room = _Room()
            room.setWidgetResizable(True)
            room.setFrameShape(QFrame.Shape.NoFrame)
            room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            ground = _Ground()
            ground.setProperty("part", "ground")
            row = QHBoxLayout(ground)
            row.setContentsMargins(0, 0, self._look.px(4), self._look.px(8))
            made.setMaximumWidth(self._look.px(WIDEST_PIXELS))
            row.addWidget(made, 40)
            row.addStretch(1)
            room.setWidget(ground)
            self.pages.addWidget(room)
            self._look.dress(room)
            self._made[key] = (made, room)
        return self._made[key][0]

    def made(self) -> tuple[QWidget, ...]:
        """The parts that were seen."""
        return tuple(part for part, _room in self._made.values())

    def show_part(self, key: str) -> None:
        """Shows a part."""
        self.part(key)
        self.pages.setCurrentWidget(self._made[key][1])
        self._current = key
        self._names[key].setChecked(True)
        self.choice.setCurrentIndex(self.choice.findData(key))
        self.chosen.emit(key)

    def focus_first(self) -> None:
        """Puts the keyboard on the name of the part that is shown."""
        names: QWidget = self._names[self._current or next(iter(self._names))]
        where = self.choice if self._narrow() else names
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def _narrow(self) -> bool:
        return self.width() < self._look.px(NARROW_PIXELS)

    def _fit(self) -> None:
        self.list.setFixedWidth(self._look.px(LIST_PIXELS))
        self.list.setVisible(not self._narrow())
        self.choice.setVisible(self._narrow())
        for part, _room in self._made.values():
            part.setMaximumWidth(self._look.px(WIDEST_PIXELS))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(360), self._look.px(240))


class _Ground(QWidget):
    """As high as its content is at the width that it has; Qt would take the height at the least width."""

    def __init__(self) -> None:
        super().__init__()
        self.room = 0

    @override
    def minimumSizeHint(self) -> QSize:
        layout, least = self.layout(), super().minimumSizeHint()
        if layout is not None and self.room and layout.hasHeightForWidth():
            least.setHeight(layout.minimumHeightForWidth(max(self.room, least.width())))
        return least


class _Room(QScrollArea):
    """Tells its ground how wide it may be."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        ground = self.widget()
        if isinstance(ground, _Ground):
            ground.room = event.size().width()
            ground.updateGeometry()
        super().resizeEvent(event)


class _PartName(QPushButton):
    """The name of a part: arrows choose the one above or below at once, as in a list."""

    def __init__(self, title: str, object_name: str) -> None:
        super().__init__(title)
        self.setObjectName(object_name)
        self.setAccessibleName(title.replace("&", ""))
        self.setProperty("part", "nav")
        self.setCheckable(True)
        self.setAutoDefault(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        group = self.group()
        if step is None or group is None:
            super().keyPressEvent(event)
            return
        names = group.buttons()
        wanted = names.index(self) + step
        if 0 <= wanted < len(names):
            names[wanted].setFocus(Qt.FocusReason.TabFocusReason)
            names[wanted].click()
