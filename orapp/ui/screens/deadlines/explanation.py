"""Beside the list of terms: the chosen one with its reason, and the way to its proof sheet and its dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from orapp.ui.kit.cards import Card, Pairs, button, empty_hint
from orapp.ui.kit.cards import Column as CardColumn
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.term_reasons import term_reasons

if TYPE_CHECKING:
    from orapp.domain.derived import Deadline
    from orapp.services.rows import DeadlineRow
    from orapp.ui.kit.workplace import Workplace

LABEL_PIXELS = 96


class Explanation(QWidget):
    """Says why the chosen term is what it is."""

    proof_asked = Signal(object)
    dossier_asked = Signal(str)

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        self._row: DeadlineRow | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(place.look.px(8))
        card = Card(place.look)
        column.addWidget(card)
        self.title = text_label("", "heading", wrap=True)
        self.about = text_label("", "quiet", wrap=True)
        self.hint = empty_hint(
            self.tr("Kies een termijn: hier staat dan hoe zij is berekend en wat het betekent als zij wordt gemist.")
        )
        for label in (self.title, self.about, self.hint):
            card.body.addWidget(label)
        acts = FlowRow(place.look)
        self.open = button(self.tr("Dossier &openen"), "termijn-dossier", "primary")
        self.proof = button(self.tr("&Bewijsblad"), "termijn-bewijsblad")
        acts.fill([self.open, self.proof])
        self._acts = acts
        card.body.addWidget(acts)
        self._shown: Pairs | None = None
        self._reasons = CardColumn(place.look)
        self._reasons.setObjectName("termijn-reden")
        self._reasons.body.addStretch(1)
        card.body.addWidget(self._reasons, 1)
        self.open.clicked.connect(self._ask_dossier)
        self.proof.clicked.connect(self._ask_proof)
        self.show_row(None)

    def add_act(self, act: QWidget) -> None:
        """Puts an act of the screen behind the others."""
        self._acts.fill([self.open, self.proof, act])

    @property
    def row(self) -> DeadlineRow | None:
        """The term that is explained."""
        return self._row

    def show_row(self, row: DeadlineRow | None) -> None:
        """Names a term; its reason follows when it was read."""
        changed = row is None or self._row is None or row.place != self._row.place
        self._row = row
        for widget in (self.title, self.about, self._acts):
            widget.setVisible(row is not None)
        self.hint.setVisible(row is None)
        if row is not None:
            self.title.setText(f"{row.title} {row.subject}".strip())
            self.about.setText(f"{row.reference} {row.dossier_title}")
        if changed:
            self._forget()

    def explain(self, deadline: Deadline) -> None:
        """Gives the reason of the term that is named."""
        if self._row is not None and self._row.key == deadline.key:
            self._forget()
            self._shown = Pairs(self._place.look, term_reasons(deadline), LABEL_PIXELS)
            self._reasons.body.insertWidget(0, self._shown)

    def _forget(self) -> None:
        # Hidden where it stands: a widget that is taken out becomes a window for a moment, and the keyboard leaves this one.
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None

    def explained(self) -> tuple[str, ...]:
        """What is said, as it stands on the screen."""
        return tuple(label.text() for label in self._shown.findChildren(QLabel)) if self._shown is not None else ()

    def _ask_dossier(self) -> None:
        if self._row is not None:
            self.dossier_asked.emit(self._row.reference)

    def _ask_proof(self) -> None:
        if self._row is not None:
            self.proof_asked.emit(self._row)
