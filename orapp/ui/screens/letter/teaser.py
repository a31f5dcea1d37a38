"""How a text begins, on one line and in the room that there is: the whole stands elsewhere, and in the tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from orapp.ui.kit.labels import ShortenedLabel


class Teaser(ShortenedLabel):
    """Asks for no more room than a few letters, and takes what is left."""

    def __init__(self, part: str = "") -> None:
        super().__init__(part)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), super().sizeHint().height())
