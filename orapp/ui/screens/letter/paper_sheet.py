"""A dialog in which paper is made ready: what it needs to know, what is told meanwhile, and one act at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from orapp.services.failures import Circumstance
from orapp.ui.kit.a11y import announce
from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.labels import set_tone, text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.scrolling import scrolled_column

if TYPE_CHECKING:
    from pathlib import Path

    from orapp.services.failures import Failure
    from orapp.ui.kit.workplace import Workplace


LONGEST = 60


class PaperSheet(Sheet):
    """`room` takes the content, `acts` the buttons; what is done, or stands in the way, is told above the buttons."""

    def __init__(self, parent: QWidget, place: Workplace, title: str, object_name: str) -> None:
        super().__init__(parent, place.look, title, object_name)
        self._place = place
        self.body.addWidget(text_label(title, "title", wrap=True))
        self.area, self.room = scrolled_column(place.look, 8)
        self.body.addWidget(self.area, 1)
        self.notice = text_label("", wrap=True)
        self.notice.setObjectName("stand")
        self.notice.hide()
        self.body.addWidget(self.notice)
        self.acts = QHBoxLayout()
        self.acts.addStretch(1)
        self.close_button = button(self.tr("&Sluiten"), "sluiten")
        self.close_button.clicked.connect(self.reject)
        self.acts.addWidget(self.close_button)
        self.body.addLayout(self.acts)

    def add_act(self, words: str, object_name: str) -> None:
        """The act of this dialog, at the right; Ctrl+Enter does it too."""
        self.do_button = button(words, object_name, "primary")
        self.do_button.clicked.connect(self.perform)
        self.acts.addWidget(self.do_button)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._by_key)

    def _by_key(self) -> None:
        if self.do_button.isEnabled():
            self.perform()

    def perform(self) -> None:
        """Does the act."""
        raise NotImplementedError

    def tell(self, words: str, tone: Tone = Tone.PLAIN) -> None:
        """Says above the buttons, and aloud, how it goes."""
        self.notice.setText(words)
        set_tone(self.notice, tone)
        self.notice.setVisible(bool(words))
        if words:
            announce(self, words, urgent=tone is Tone.DANGER)

    def fail(self, failure: Failure) -> None:
        """Says what stood in the way; the act can be done again."""
        self.do_button.setEnabled(True)
        self.tell(self._place.said(failure), Tone.DANGER)


def shortened(text: str) -> str:
    """A title that fits beside a box to tick, which does not go on below; the whole of it is said elsewhere."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def write_file(place: Workplace, path: Path, data: bytes) -> None:
    """Writes a file whole; what stood there stays when that fails. Raises Circumstance("paper.unwritable")."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        place.write_file(path, data)
    except (OSError, ValueError) as error:
        raise Circumstance("paper.unwritable", path=str(path)) from error
