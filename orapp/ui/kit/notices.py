"""What stands in the way, told where it is seen: a circumstance with what to do, or a word that something was done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from orapp.ui.kit.a11y import announce
from orapp.ui.kit.cards import button
from orapp.ui.kit.labels import set_tone, text_label
from orapp.ui.kit.look import Look, Tone


class NoticeBar(QFrame):
    """One line above the screen, hidden while there is nothing to say; it stays until it is closed or replaced."""

    def __init__(self, look: Look, object_name: str = "melding") -> None:
        super().__init__()
        self.setObjectName(object_name)
        self.setProperty("part", "band")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(14), look.px(8), look.px(10), look.px(8))
        row.setSpacing(look.px(12))
        self._text = text_label("", wrap=True)
        self._text.setObjectName(f"{object_name}-tekst")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(self._text, 1)
        self._done: Callable[[], None] | None = None
        self.act = button("", f"{object_name}-daad")
        self.act.clicked.connect(self._do)
        self.act.hide()
        row.addWidget(self.act)
        self._close = button(self.tr("Sluiten"), f"{object_name}-sluiten")
        self._close.clicked.connect(self.hide)
        row.addWidget(self._close)
        self.hide()

    def text(self) -> str:
        """What is told, empty while nothing is."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, text: str, tone: Tone, act: str = "", done: Callable[[], None] | None = None) -> None:
        """Tells something, aloud too; with `act` there is a button that does something about it, once."""
        self._done = done
        self.act.setText(act)
        self.act.setAccessibleName(act.replace("&", ""))
        self.act.setVisible(bool(act) and done is not None)
        self._text.setText(text)
        self.setAccessibleName(text)
        set_tone(self, tone)
        self.show()
        announce(self, text, urgent=tone is Tone.DANGER)

    def _do(self) -> None:
        done, self._done = self._done, None
        self.hide()
        if done is not None:
            done()
