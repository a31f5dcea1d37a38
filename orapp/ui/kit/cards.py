"""Grounds of the window: cards, the band of the next step, hairlines, and columns that scroll."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from orapp.ui.kit.dressing import as_frame
from orapp.ui.kit.labels import set_tone, text_label
from orapp.ui.kit.look import Look, Tone

# With larger text the acts beside the words would leave these no room.
MOST_PERCENT_BESIDE = 160


class Card(QFrame):
    """A white card with a heading; content is put into `body`, and what belongs beside the heading into `aside`."""

    def __init__(self, look: Look, heading: str = "", aside: QWidget | None = None) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(14))
        self.body.setSpacing(look.px(8))
        if heading:
            row = QHBoxLayout()
            row.addWidget(text_label(heading, "heading", wrap=True), 1)
            if aside is not None:
                row.addWidget(aside)
            self.body.addLayout(row)


class Band(QFrame):
    """The band with what comes next: a strong line, a quiet explanation, and the acts at the right."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("part", "band")
        self.setProperty("tone", Tone.ACCENT.value)
        self._look = look
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(look.px(14), look.px(10), look.px(14), look.px(10))
        self._row.setSpacing(look.px(12))
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        first = QHBoxLayout()
        first.setSpacing(look.px(6))
        self._what = text_label("", "strong", wrap=True)
        words.addLayout(first)
        first.addWidget(self._what, 1)
        self._why = text_label("", "quiet", wrap=True)
        words.addWidget(self._why)
        self._row.addLayout(words, 1)
        self._acts = QHBoxLayout()
        self._acts.setSpacing(look.px(8))
        self._row.addLayout(self._acts)
        look.changed.connect(self._turn)
        self._turn()

    def _turn(self) -> None:
        """Where text is large the acts stand below the words."""
        large = self._look.text_percent > MOST_PERCENT_BESIDE
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)

    def show_next(self, what: str, why: str, tone: Tone) -> None:
        """Says what comes next and why."""
        self._what.setText(what)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        set_tone(self, tone)
        set_tone(self._what, tone)

    def add_act(self, button: QPushButton) -> None:
        """Puts an act at the right of the band."""
        self._acts.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def words(self) -> tuple[str, str]:
        """What the band says: its strong line and its explanation."""
        return self._what.text(), self._why.text()


class Column(QScrollArea):
    """A column of cards that scrolls when the window is low."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Kept by name: what Python holds only through its place can be taken for gone when Qt's tree is walked (PySide 6.11).
        self.ground = ground = QWidget()
        ground.setProperty("part", "ground")
        self.body = QVBoxLayout(ground)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(look.px(12))
        self.setWidget(ground)

    def hold_parts(self) -> None:
        """Each card takes another look in a turn of its own; for a column that is filled once, before it is dressed."""
        as_frame(self, self.viewport(), self.ground)

    def fill(self, *widgets: QWidget) -> None:
        """Replaces what stands in the column."""
        while self.body.count():
            item = self.body.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                # Qt still shows what was just put here and is not hidden: without a parent that is a window of its own.
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for widget in widgets:
            self.body.addWidget(widget)
        self.body.addStretch(1)


class Pages(QStackedWidget):
    """Screens of which one is seen; a page that is not seen asks for no room."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "ground")
        self.currentChanged.connect(lambda _number: self.updateGeometry())

    @override
    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        layout = page.layout() if page is not None else None
        if page is None or layout is None:
            return super().minimumSizeHint()
        least = page.minimumSizeHint()
        least.setHeight(self.heightForWidth(max(least.width(), self.width())))
        return least

    @override
    def heightForWidth(self, width: int) -> int:
        # The area around it scrolls below this height: the least that the page can do with, not what it likes best.
        page = self.currentWidget()
        layout = page.layout() if page is not None else None
        if page is None or layout is None:
            return super().heightForWidth(width)
        return layout.minimumHeightForWidth(width) if layout.hasHeightForWidth() else page.minimumSizeHint().height()


class Pairs(QWidget):
    """Rows of a label and what it says, with hairlines between; the label column is as wide as asked."""

    def __init__(self, look: Look, rows: Sequence[tuple[str, str, Tone | None]], label_pixels: int = 110) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        for index, (label, said, tone) in enumerate(rows):
            if index:
                column.addWidget(hairline())
            row = QHBoxLayout()
            row.setSpacing(look.px(12))
            left = text_label(label, "quiet", wrap=True)
            left.setFixedWidth(look.px(label_pixels))
            right = text_label(said, "" if tone is None else "strong", wrap=True, tone=tone)
            row.addWidget(left, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)


def hairline() -> QFrame:
    """A line that divides, and no more."""
    line = QFrame()
    line.setProperty("part", "hairline")
    line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return line


def empty_hint(text: str) -> QLabel:
    """What belongs here, where nothing stands yet."""
    return text_label(text, "quiet", wrap=True)


class ActButton(QPushButton):
    """Enter does what the button says, as the space bar does: not what the main button of the dialog does."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.click()
            return
        super().keyPressEvent(event)


def button(text: str, object_name: str, part: str = "") -> QPushButton:
    """A button with its words, the name that tests find it by, and its part of the look."""
    made = ActButton(text)
    made.setObjectName(object_name)
    made.setAccessibleName(text.replace("&", ""))
    made.setAutoDefault(False)
    if part:
        made.setProperty("part", part)
    return made
