"""Words on the screen: titles, pills, wrapped text, and marks that tell by their shape where a term comes from."""

from __future__ import annotations

import re
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from orapp.ui.kit.look import Look, Tone, restyle

LEAST_LETTERS = 8
STATUTORY, AGREED, CUSTOMARY, OWN = "statutory", "agreed", "customary", "own"


def text_label(text: str, part: str = "", *, wrap: bool = False, tone: Tone | None = None) -> QLabel:
    """A label of a part of the look: title, heading, strong, quiet, small, code. Text can be marked and copied."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if part:
        label.setProperty("part", part)
    if tone is not None:
        label.setProperty("tone", tone.value)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
    return label


class ShortenedLabel(QLabel):
    """A line that is shortened where the window is too narrow for it; the tooltip and a screen reader give the whole."""

    def __init__(self, part: str = "") -> None:
        super().__init__("")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        if part:
            self.setProperty("part", part)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(super().minimumSizeHint().width(), LEAST_LETTERS * self.fontMetrics().averageCharWidth()), 0)

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell_whole()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        self.setToolTip(self.text() if self._shown() != self.text() else "")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        alignment = int(self.alignment() | Qt.AlignmentFlag.AlignVCenter)
        self.style().drawItemText(
            painter, self.contentsRect(), alignment, self.palette(), self.isEnabled(), self._shown(), self.foregroundRole()
        )
        painter.end()

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())


def set_tone(widget: QWidget, tone: Tone) -> None:
    """Changes the tone of a label or band."""
    widget.setProperty("tone", tone.value)
    restyle(widget)


def nature_word(nature: str) -> str:
    """Where a term comes from, in one word."""
    match nature:
        case "statutory":
            return QCoreApplication.translate("labels", "wet")
        case "agreed":
            return QCoreApplication.translate("labels", "afspraak")
        case "customary":
            return QCoreApplication.translate("labels", "gebruik")
        case _:
            return QCoreApplication.translate("labels", "eigen")


class Inks(Protocol):
    """Gives a colour by its name: the look of the window, or the ink of a printed sheet."""

    def colour(self, name: str) -> QColor: ...


def paint_nature(painter: QPainter, box: QRectF, nature: str, look: Inks) -> None:
    """Draws the mark of a term: filled disc for the law, square for an agreement, diamond for custom, dashed ring for our own."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match nature:
        case "statutory":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("danger"))
            painter.drawEllipse(box)
        case "agreed":
            painter.setPen(QPen(look.colour("attention"), 2))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)
        case "customary":
            painter.setPen(QPen(look.colour("accent"), 1.6))
            middle = box.center()
            painter.translate(middle)
            painter.rotate(45)
            side = box.width() * 0.36
            painter.drawRect(QRectF(-side, -side, 2 * side, 2 * side))
        case _:
            painter.setPen(QPen(look.colour("quiet"), 1.4, Qt.PenStyle.DashLine))
            painter.drawEllipse(box.adjusted(0.7, 0.7, -0.7, -0.7))
    painter.restore()


class NatureMark(QWidget):
    """The mark of where a term comes from; the word stands beside it."""

    def __init__(self, nature: str, look: Look) -> None:
        super().__init__()
        self._nature = nature
        self._look = look
        self.setFixedSize(self.sizeHint())
        look.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(10), self._look.px(10))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_nature(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._nature, self._look)
        painter.end()


class Pill(QLabel):
    """A short word on a soft ground."""

    def __init__(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("part", "pill")
        self.setProperty("tone", tone.value)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class NatureLegend(QWidget):
    """What the marks mean, once above a list of terms."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(6))
        for nature in (STATUTORY, AGREED, CUSTOMARY, OWN):
            row.addWidget(NatureMark(nature, look))
            row.addWidget(text_label(nature_word(nature), "small"))
            row.addSpacing(look.px(4))


def breakable(path: object) -> str:
    """A path that may go on below after each of its folders, so that a long one is never cut off."""
    return re.sub(r"([/\\])", "\\1\N{ZERO WIDTH SPACE}", str(path))
