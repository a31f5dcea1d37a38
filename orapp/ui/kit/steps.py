"""A procedure as a row of steps: each step is a real button, and the same steps stand in a table for who reads them there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from orapp.ui.kit.long_words import hyphenated
from orapp.ui.kit.look import Look, Tone

STEP_GAP = 9
LEAST_STEP = 78
NO_BREAK = "\u00a0"


class Progress(StrEnum):
    """Where a step stands; each has a shape of its own."""

    DONE = "done"
    CURRENT = "current"
    SKIPPED = "skipped"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStep:
    """One step as it is shown: its name, when it was done or must be done, and where it stands."""

    key: str
    title: str
    note: str
    progress: Progress
    tone: Tone = Tone.ACCENT
    explanation: str = ""


def progress_word(progress: Progress) -> str:
    """Where a step stands, in a word."""
    match progress:
        case Progress.DONE:
            return QCoreApplication.translate("steps", "gedaan")
        case Progress.CURRENT:
            return QCoreApplication.translate("steps", "nu aan de orde")
        case Progress.SKIPPED:
            return QCoreApplication.translate("steps", "overgeslagen")
        case Progress.OPEN:
            return QCoreApplication.translate("steps", "nog niet")


class StepButton(QAbstractButton):
    """One step: a mark on the line, its name and its date below."""

    def __init__(self, step: ShownStep, number: int, count: int, look: Look) -> None:
        super().__init__()
        self.step = step
        self._look = look
        self._first = number == 1
        self._last = number == count
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName(f"stap-{step.key}")
        self.setText(step.title)
        self.setAccessibleName(
            QCoreApplication.translate("steps", "Stap {number} van {count}: {title}").format(
                number=number, count=count, title=step.title
            )
        )
        said = ", ".join(part for part in (progress_word(step.progress), step.note, step.explanation) if part)
        self.setAccessibleDescription(said)
        self.setToolTip(f"{step.title}: {said}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def lines_height(self, width: int) -> int:
        """How high the words are at this width."""
        look = self._look
        title = _wrapped(self.step.title, look.font(12, strong=self._now()), width, 2)[1]
        note = _wrapped(self.step.note, look.font(12, strong=self._now()), width, 2)[1] if self.step.note else 0.0
        return round(look.px(24) + title + note + look.px(4))

    def _now(self) -> bool:
        return self.step.progress is Progress.CURRENT

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(96), self.lines_height(self._look.px(96)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_line(painter)
        self._paint_mark(painter)
        look = self._look
        width = self.width() - look.px(STEP_GAP)
        title, height = _wrapped(self.step.title, look.font(12, strong=self._now()), width, 2)
        painter.setPen(look.colour("ink" if self._now() else "quiet"))
        top = look.px(24)
        title.draw(painter, QPointF(0, top))
        if self.step.note:
            ink = look.toned(self.step.tone)[0] if self._now() else look.colour("quiet")
            painter.setPen(ink)
            note, _ = _wrapped(self.step.note, look.font(12, strong=self._now()), width, 2)
            note.draw(painter, QPointF(0, top + height))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -3, -1), 4, 4)
        painter.end()

    def _paint_line(self, painter: QPainter) -> None:
        look = self._look
        if self._last:
            return
        colour = look.colour("good" if self.step.progress is Progress.DONE else "field")
        painter.setPen(QPen(colour, 2 if self.step.progress is Progress.DONE else 1))
        y = look.px(10)
        painter.drawLine(QPointF(look.px(18), y), QPointF(self.width(), y))

    def _paint_mark(self, painter: QPainter) -> None:
        look = self._look
        side = look.px(14)
        box = QRectF(look.px(2), look.px(3), side, side)
        match self.step.progress:
            case Progress.DONE:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("good"))
                painter.drawRoundedRect(box, 4, 4)
                painter.setPen(QPen(look.colour("surface"), 1.6))
                points = [QPointF(0.25, 0.55), QPointF(0.43, 0.72), QPointF(0.76, 0.32)]
                painter.drawPolyline([box.topLeft() + point * side for point in points])
            case Progress.CURRENT:
                ink = look.toned(self.step.tone)[0]
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ink)
                painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), 5, 5)
                painter.setBrush(look.colour("surface"))
                painter.drawEllipse(box.center(), side * 0.2, side * 0.2)
            case Progress.SKIPPED:
                painter.setBrush(look.colour("surface"))
                painter.setPen(QPen(look.colour("field"), 1.2, Qt.PenStyle.DotLine))
                painter.drawRoundedRect(box, 4, 4)
            case Progress.OPEN:
                painter.setBrush(look.colour("surface"))
                painter.setPen(QPen(look.colour("field"), 1.4))
                painter.drawRoundedRect(box, 4, 4)


class ProcedureSteps(QWidget):
    """The steps side by side; the arrow keys walk along them, Enter or Space opens one."""

    step_opened = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._buttons: list[StepButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._place)

    def show_steps(self, steps: Sequence[ShownStep]) -> None:
        """Shows these steps instead of what stood here."""
        for old in self._buttons:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._buttons = []
        for number, step in enumerate(steps, start=1):
            made = StepButton(step, number, len(steps), self._look)
            made.setParent(self)
            made.clicked.connect(lambda _checked=False, shown=step: self.step_opened.emit(shown))
            made.show()
            self._buttons.append(made)
        for first, second in pairwise(self._buttons):
            QWidget.setTabOrder(first, second)
        self._place()

    def buttons(self) -> tuple[StepButton, ...]:
        """The steps, from left to right."""
        return tuple(self._buttons)

    def _place(self) -> None:
        if not self._buttons:
            self.setFixedHeight(0)
            return
        # Where large text would break the words of a step, the steps take more lines, equally filled.
        most = max(1, self.width() // self._look.px(LEAST_STEP))
        lines = -(-len(self._buttons) // most)
        beside = -(-len(self._buttons) // lines)
        width = self.width() / beside
        height = max(button.lines_height(int(width) - self._look.px(STEP_GAP)) for button in self._buttons)
        for number, button in enumerate(self._buttons):
            line, place = divmod(number, beside)
            left = round(place * width)
            button.setGeometry(left, line * height, round((place + 1) * width) - left, height)
        self.setFixedHeight(lines * height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        turn = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        focused = next((number for number, button in enumerate(self._buttons) if button.hasFocus()), None)
        if turn and focused is not None and 0 <= focused + turn < len(self._buttons):
            self._buttons[focused + turn].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)


def _wrapped(text: str, font: QFont, width: int, most: int) -> tuple[QTextLayout, float]:
    """The text in at most so many lines, the last one shortened where it does not fit."""
    metrics = QFontMetricsF(font)
    room = max(1, width)
    if any(metrics.horizontalAdvance(word) > room for word in text.split(" ") if NO_BREAK in word):
        # A date that fits on no line is better broken between its words than within one.
        text = text.replace(NO_BREAK, " ")
    text = hyphenated(text, metrics, room)
    layout = _laid_out(text, font, room)
    if layout.lineCount() > most:
        start = layout.lineAt(most - 1).textStart()
        last = metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, room)
        layout = _laid_out(text[:start] + last, font, room)
    return layout, sum(layout.lineAt(number).height() for number in range(min(most, layout.lineCount())))


def _laid_out(text: str, font: QFont, width: int) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout
