"""How promises stand as one bar: kept, running, late; the same numbers stand below it in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.domain.promises import Commitment, CommitmentState, Condition, ConditionState
from orapp.ui.kit.labels import text_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from orapp.ui.kit.look import Look

HEIGHT = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How many were kept, are running, are past their date, and were not kept."""

    kept: int = 0
    running: int = 0
    late: int = 0
    broken: int = 0

    @property
    def all(self) -> int:
        """How many there are."""
        return self.kept + self.running + self.late + self.broken


def of_commitments(commitments: Iterable[Commitment], today: date) -> Standing:
    """How commitments stand on a day; what was replaced no longer counts."""
    kept = running = late = broken = 0
    for one in commitments:
        match one.state:
            case CommitmentState.KEPT:
                kept += 1
            case CommitmentState.BROKEN:
                broken += 1
            case CommitmentState.REPLACED:
                pass
            case CommitmentState.OPEN | CommitmentState.PARTLY:
                if one.due is not None and one.due < today:
                    late += 1
                else:
                    running += 1
    return Standing(kept=kept, running=running, late=late, broken=broken)


def of_conditions(conditions: Iterable[Condition], today: date) -> Standing:
    """How conditions stand on a day; what was dropped no longer counts."""
    kept = running = late = broken = 0
    for one in conditions:
        match one.state:
            case ConditionState.MET:
                kept += 1
            case ConditionState.REFUSED:
                broken += 1
            case ConditionState.DROPPED:
                pass
            case _:
                if one.due is not None and one.due < today:
                    late += 1
                else:
                    running += 1
    return Standing(kept=kept, running=running, late=late, broken=broken)


class _Bar(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._standing = Standing()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_standing(self, standing: Standing) -> None:
        self._standing = standing
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(whole, whole.height() / 2, whole.height() / 2)
        painter.setClipPath(shape)
        painter.fillRect(whole, self._look.colour("line"))
        left = 0.0
        count = max(1, self._standing.all)
        parts = (
            (self._standing.kept, "good"),
            (self._standing.running, "field"),
            (self._standing.late, "danger"),
            (self._standing.broken, "attention"),
        )
        for number, colour in parts:
            width = whole.width() * number / count
            painter.fillRect(QRectF(left, 0, width, whole.height()), self._look.colour(colour))
            left += width
        painter.end()


class StandingPicture(QWidget):
    """The bar with its words."""

    def __init__(self, look: Look, object_name: str) -> None:
        super().__init__()
        self.setObjectName(object_name)
        self._bar = _Bar(look)
        self.words = text_label("", "quiet", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(self._bar)
        column.addWidget(self.words)

    def show_standing(self, standing: Standing) -> None:
        """Shows how it stands; hidden where there is nothing to count."""
        self.setVisible(bool(standing.all))
        self._bar.show_standing(standing)
        parts = [
            self.tr("{count} nagekomen").format(count=standing.kept),
            self.tr("{count} lopend").format(count=standing.running),
            self.tr("{count} over datum").format(count=standing.late),
        ]
        if standing.broken:
            parts.append(self.tr("{count} niet nagekomen").format(count=standing.broken))
        said = " · ".join(parts)
        self.words.setText(said)
        self._bar.setAccessibleName(said)
