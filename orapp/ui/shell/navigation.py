"""The navigation at the left: only screens that exist, each with its count."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Look

WIDTH = 208


class Navigation(QFrame):
    """A column of entries; the arrow keys walk, Enter goes there."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("navigatie")
        self.setAccessibleName(self.tr("Navigatie"))
        self.setProperty("part", "side")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(look.px(8), look.px(10), look.px(8), look.px(10))
        self._column.setSpacing(look.px(2))
        self._column.addStretch(1)
        self._buttons: dict[str, QPushButton] = {}
        self._words: dict[str, str] = {}
        self._counts: dict[str, QLabel] = {}
        look.changed.connect(self._take_width)

    def add(self, key: str, words: str) -> None:
        """Adds an entry below the others."""
        made = QPushButton(words)
        made.setObjectName(f"naar-{key}")
        made.setAccessibleName(words.replace("&", ""))
        made.setProperty("part", "nav")
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.clicked.connect(lambda: self.chosen.emit(key))
        count = text_label("", "quiet")
        count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside = QGridLayout(made)
        inside.setContentsMargins(0, 0, self._look.px(10), 0)
        inside.addWidget(count, 0, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._column.insertWidget(self._column.count() - 1, made)
        self._buttons[key] = made
        self._words[key] = words.replace("&", "")
        self._counts[key] = count
        self._take_width()

    def _take_width(self) -> None:
        # Large text needs no more than its words: the room is for the screen beside it.
        needed = max((entry.sizeHint().width() for entry in self._buttons.values()), default=0) + self._look.px(70)
        self.setFixedWidth(min(self._look.px(WIDTH), max(WIDTH, needed)))

    def show_count(self, key: str, count: int) -> None:
        """Shows how many there are beside an entry."""
        self._counts[key].setText(str(count) if count else "")
        self._buttons[key].setAccessibleName(f"{self._words[key]}, {count}" if count else self._words[key])

    def mark(self, key: str) -> None:
        """Marks the entry whose screen is shown."""
        for other, entry in self._buttons.items():
            entry.setChecked(other == key)

    def entries(self) -> tuple[QWidget, ...]:
        """The entries, from top to bottom."""
        return tuple(self._buttons.values())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        turn = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        entries = list(self._buttons.values())
        focused = next((number for number, entry in enumerate(entries) if entry.hasFocus()), None)
        if turn and focused is not None and 0 <= focused + turn < len(entries):
            entries[focused + turn].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)
