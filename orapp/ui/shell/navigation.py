"""The navigation at the left: only screens that exist, in groups, each with its count and what is urgent in it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.ui.kit.labels import Pill, text_label
from orapp.ui.kit.look import Look, Tone

WIDTH = 208


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    words: str
    button: QPushButton
    count: QLabel
    urgent: Pill


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
        self._entries: dict[str, _Entry] = {}
        self._foot = 0
        look.changed.connect(self._take_width)

    def add(self, key: str, words: str, *, at_foot: bool = False) -> None:
        """Adds an entry below the others, or at the foot of the column."""
        plain = words.replace("&", "")
        made = QPushButton(words)
        made.setObjectName(f"naar-{key}")
        made.setAccessibleName(plain)
        made.setProperty("part", "nav")
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.clicked.connect(lambda: self.chosen.emit(key))
        urgent = Pill("", Tone.DANGER)
        urgent.hide()
        count = text_label("", "quiet")
        inside = QHBoxLayout(made)
        inside.setContentsMargins(0, 0, self._look.px(10), 0)
        inside.setSpacing(self._look.px(6))
        inside.addStretch(1)
        for label in (urgent, count):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        if at_foot:
            self._column.addWidget(made)
            self._foot += 1
        else:
            self._column.insertWidget(self._column.count() - 1 - self._foot, made)
        self._entries[key] = _Entry(words=plain, button=made, count=count, urgent=urgent)
        self._take_width()

    def add_group(self, words: str) -> None:
        """Adds a small heading; the entries that follow stand under it."""
        label = text_label(words, "group")
        # A label with padding is indented once more by Qt, and would stand beside the words of the entries.
        label.setIndent(0)
        self._column.insertWidget(self._column.count() - 1 - self._foot, label)

    def has(self, key: str) -> bool:
        """Whether there is an entry of this name."""
        return key in self._entries

    def words(self, key: str) -> str:
        """What an entry is called."""
        return self._entries[key].words

    def _take_width(self) -> None:
        # Large text needs no more than its words: the room is for the screen beside it.
        needed = max((entry.button.sizeHint().width() for entry in self._entries.values()), default=0) + self._look.px(70)
        self.setFixedWidth(min(self._look.px(WIDTH), max(WIDTH, needed)))

    def show_count(self, key: str, count: int, urgent: int = 0) -> None:
        """Shows how many there are beside an entry and, in red, how many of them are urgent."""
        entry = self._entries[key]
        entry.count.setText(str(count) if count else "")
        entry.urgent.setText(str(urgent))
        entry.urgent.setVisible(bool(urgent))
        said = f"{entry.words}, {count}" if count else entry.words
        if urgent:
            said = self.tr("{said}, waarvan {urgent} binnen een week te doen").format(said=said, urgent=urgent)
        entry.button.setAccessibleName(said)
        entry.button.setToolTip(said if urgent else "")

    def mark(self, key: str) -> None:
        """Marks the entry whose screen is shown."""
        for other, entry in self._entries.items():
            entry.button.setChecked(other == key)

    def entries(self) -> tuple[QWidget, ...]:
        """The entries, from top to bottom."""
        return tuple(entry.button for entry in self._entries.values())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Only in its window are the entries as wide as they will be seen.
        if event.type() == QEvent.Type.StyleChange:
            self._take_width()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        turn = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        entries = self.entries()
        focused = next((number for number, entry in enumerate(entries) if entry.hasFocus()), None)
        if turn and focused is not None and 0 <= focused + turn < len(entries):
            entries[focused + turn].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)
