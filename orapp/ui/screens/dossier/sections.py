"""A row of names with counts, of which one is chosen: the parts within a tab. The row breaks where it is narrow."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.ui.kit import a11y
from orapp.ui.kit.cards import button

if TYPE_CHECKING:
    from orapp.ui.kit.look import Look
    from orapp.ui.kit.workplace import Workplace


class FlowRow(QWidget):
    """Widgets side by side, and below each other where there is no more room for them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.arrange)

    def add(self, widget: QWidget) -> None:
        """Puts a widget at the end of the row."""
        widget.setParent(self)
        widget.show()
        self._shown.append(widget)
        for first, second in zip(self._shown, self._shown[1:], strict=False):
            QWidget.setTabOrder(first, second)
        self.arrange()

    def arrange(self) -> None:
        """Gives each widget its place, and the row the height that it needs."""
        gap = self._look.px(6)
        x = y = line = 0
        for widget in self._shown:
            if widget.isHidden():
                continue
            size = widget.sizeHint().expandedTo(widget.minimumSize())
            # A chosen name is bolder than the others: each has the room of the boldest, so that nothing moves.
            width = min(size.width() + self._look.px(8), max(1, self.width()))
            if x and x + width > self.width():
                x, y, line = 0, y + line + gap, 0
            widget.setGeometry(x, y, width, size.height())
            x += width + gap
            line = max(line, size.height())
        self.setFixedHeight(y + line)

    @override
    def sizeHint(self) -> QSize:
        widths = [widget.sizeHint().width() for widget in self._shown if not widget.isHidden()]
        return QSize(sum(widths) + self._look.px(6) * len(widths), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        widths = [widget.sizeHint().width() for widget in self._shown if not widget.isHidden()]
        return QSize(max(widths, default=0), self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self.arrange()
        return super().event(event)


class Sections(QWidget):
    """Parts of a tab, each made when it is first chosen. The arrow keys walk along the names; the choice is remembered."""

    chosen = Signal(str)

    def __init__(self, place: Workplace, object_name: str, accessible: str) -> None:
        super().__init__()
        self._place = place
        self._key = f"sections.{object_name}"
        self._buttons: dict[str, QPushButton] = {}
        self._words: dict[str, str] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._made: dict[str, QWidget] = {}
        self._group = QButtonGroup(self)
        self._current = ""
        self.row = FlowRow(place.look)
        a11y.name(self.row, object_name, accessible)
        self.pages = QStackedWidget()
        self.pages.setProperty("part", "ground")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(place.look.px(8))
        column.addWidget(self.row)
        column.addWidget(self.pages, 1)

    def add(self, key: str, words: str, make: Callable[[], QWidget]) -> None:
        """Adds a part; `make` is called when it is first chosen."""
        made = button(words, f"onderdeel-{key}", "nav")
        made.setCheckable(True)
        made.clicked.connect(lambda _checked=False: self.choose(key))
        self._group.addButton(made)
        self._buttons[key] = made
        self._words[key] = words
        self._makers[key] = make
        self.row.add(made)

    def count(self, key: str, number: int | None) -> None:
        """Shows how many there are in a part; None shows no number."""
        words = self._words[key] if number is None else f"{self._words[key]} {number}"
        made = self._buttons[key]
        if made.text() != words:
            made.setText(words)
            made.setAccessibleName(words)
            self.row.arrange()

    @property
    def current(self) -> str:
        """The part that is seen."""
        return self._current

    def choose(self, key: str) -> None:
        """Shows a part."""
        if key not in self._buttons:
            return
        if key not in self._made:
            self._made[key] = self._makers[key]()
            self.pages.addWidget(self._made[key])
        self.pages.setCurrentWidget(self._made[key])
        self._buttons[key].setChecked(True)
        self.row.arrange()
        if key != self._current:
            self._current = key
            self._place.memory.keep(self._key, key)
            self.chosen.emit(key)

    def choose_remembered(self, otherwise: str) -> None:
        """Shows the part that was seen last on this machine, or another."""
        kept = self._place.memory.value(self._key)
        self.choose(kept if kept in self._buttons else otherwise)

    def made(self, key: str) -> QWidget | None:
        """A part, where it was chosen before."""
        return self._made.get(key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        turn = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        keys = list(self._buttons)
        focused = next((number for number, key in enumerate(keys) if self._buttons[key].hasFocus()), None)
        if turn and focused is not None:
            target = keys[(focused + turn) % len(keys)]
            self.choose(target)
            self._buttons[target].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)
