"""One line at a list: what was done and can be taken back, or what was refused and how to go on with what was typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QWidget
from typing_extensions import override

from orapp.ui.kit.a11y import announce
from orapp.ui.kit.cards import button
from orapp.ui.kit.labels import set_tone, text_label
from orapp.ui.kit.look import Look, Tone


class ListNotice(QFrame):
    """A band with one act; hidden while there is nothing to say."""

    def __init__(self, look: Look, object_name: str) -> None:
        super().__init__()
        self.setObjectName(object_name)
        self.setProperty("part", "band")
        self._act: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(12), look.px(6), look.px(8), look.px(6))
        row.setSpacing(look.px(10))
        self._text = text_label("", wrap=True)
        self._text.setObjectName(f"{object_name}-tekst")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(self._text, 1)
        self._do = button("", f"{object_name}-doe", "link")
        self._do.clicked.connect(self._done)
        row.addWidget(self._do)
        close = button(self.tr("Sluiten"), f"{object_name}-sluiten", "link")
        close.clicked.connect(self.hide)
        row.addWidget(close)
        self.hide()

    def tell(self, text: str, tone: Tone, act: str = "", done: Callable[[], None] | None = None) -> None:
        """Tells something, aloud too; `act` is the word of what can be done about it."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._act = done
        self._do.setText(act)
        self._do.setAccessibleName(act)
        self._do.setVisible(done is not None)
        set_tone(self, tone)
        self.show()
        announce(self, text, urgent=tone is Tone.DANGER)

    def stand(self, home: QBoxLayout, place: int, heading: QWidget, area: QScrollArea | None) -> int:
        """Stands below its heading; where that is scrolled out of sight, at the foot of what is seen: gives what it covers."""
        if area is None or not heading.visibleRegion().isEmpty():
            if home.indexOf(self) < 0:
                home.insertWidget(place, self)
            return 0
        home.removeWidget(self)
        self.setParent(area)
        width = area.viewport().width()
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        self.setGeometry(0, area.height() - height, width, height)
        self.show()
        self.raise_()
        return height

    def text(self) -> str:
        """What is told, empty while nothing is."""
        return "" if self.isHidden() else self._text.text()

    def _done(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
