"""The band of the next step: what comes next and why, and its acts as buttons, the step itself first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from orapp.ui.kit.cards import Band, button
from orapp.ui.kit.look import restyle

if TYPE_CHECKING:
    from orapp.ui.kit.look import Look
    from orapp.ui.screens.dossier.procedure import NextAct
    from orapp.ui.screens.dossier.step_acts import BandActs


class StepBand(Band):
    """What comes next with up to three acts: the step, a second way to it, and the proof sheet of its term."""

    first_asked = Signal()
    second_asked = Signal()
    proof_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setObjectName("volgende-stap")
        self._letters: QPushButton | None = None
        self.first = button("", "band-stap", "primary")
        self.second = button("", "band-tweede")
        self.proof = button(self.tr("Be&wijsblad"), "band-bewijsblad")
        for act in (self.first, self.second, self.proof):
            self.add_act(act)
        self.first.clicked.connect(self.first_asked)
        self.second.clicked.connect(self.second_asked)
        self.proof.clicked.connect(self.proof_asked)

    def offer_letters(self, letters: QPushButton) -> None:
        """Puts the button that begins a letter last; it is shown where a term runs and no step makes a letter itself."""
        self._letters = letters
        self.add_act(letters)

    def show_act(self, act: NextAct, offered: BandActs) -> None:
        """Says what comes next and offers its acts; without any, the proof sheet leads."""
        self.show_next(act.what, act.why, act.tone)
        _entitle(self.first, offered.first)
        _entitle(self.second, offered.second)
        self.proof.setVisible(act.deadline is not None)
        if self._letters is not None:
            self._letters.setVisible(act.deadline is not None and not offered.letter)
        part = "" if offered.first else "primary"
        if self.proof.property("part") != part:
            self.proof.setProperty("part", part)
            restyle(self.proof)


def _entitle(act: QPushButton, words: str) -> None:
    act.setText(words)
    act.setAccessibleName(words.replace("&", ""))
    act.setVisible(bool(words))
