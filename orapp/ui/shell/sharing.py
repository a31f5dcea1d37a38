"""The band that says, for as long as others look along, what this screen does not show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from orapp.ui.kit.a11y import announce
from orapp.ui.kit.cards import button
from orapp.ui.kit.labels import set_tone, text_label
from orapp.ui.kit.look import Tone

if TYPE_CHECKING:
    from orapp.ui.kit.here import Here
    from orapp.ui.kit.look import Look


class SharedBand(QFrame):
    """Seen only while the screen is shared (practice, words and screens: strategy, secret dossiers and names are hidden)."""

    stop_asked = Signal()

    def __init__(self, look: Look, here: Here) -> None:
        super().__init__()
        self._here = here
        self.setObjectName("gedeeld-scherm")
        self.setProperty("part", "band")
        set_tone(self, Tone.ATTENTION)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(14), look.px(6), look.px(10), look.px(6))
        row.setSpacing(look.px(12))
        self.words = text_label(
            self.tr(
                "Scherm delen staat aan. Verborgen zijn: strategie, geheime dossiers en namen van mensen. "
                "Een brief of stuk dat u opent, is wel helemaal te lezen."
            ),
            wrap=True,
        )
        row.addWidget(self.words, 1)
        stop = button(self.tr("Uitzetten"), "delen-uitzetten")
        stop.clicked.connect(self.stop_asked.emit)
        row.addWidget(stop)
        here.changed.connect(self.show_state)
        if not here.shared:
            self.hide()  # where the screen is shared already, it comes with the window that it is put in

    def show_state(self) -> None:
        """Appears or goes, and says so aloud when it appears."""
        appears = self._here.shared and self.isHidden()
        self.setVisible(self._here.shared)
        if appears:
            announce(self, self.words.text())
