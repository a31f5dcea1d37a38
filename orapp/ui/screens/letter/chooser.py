"""Which letter: what fits each request of the dossier, with what it is for, the likeliest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from orapp.services.letter_drafts import status_of
from orapp.ui.kit.cards import Card, Column, empty_hint
from orapp.ui.kit.labels import Pill, text_label
from orapp.ui.kit.look import Tone
from orapp.ui.screens.letter.row_button import RowButton

if TYPE_CHECKING:
    from orapp.services.letter_drafts import Offer
    from orapp.ui.kit.workplace import Workplace


class KindChooser(Column):
    """A card for each request with its letters. `chosen` gives kind, request id and letter id (empty: a new letter)."""

    chosen = Signal(str, str, str)

    def __init__(self, place: Workplace) -> None:
        super().__init__(place.look)
        self._place = place
        self.setObjectName("kies-brief")
        self.rows: list[RowButton] = []

    def show_offers(self, offers: tuple[Offer, ...], request_id: str) -> None:
        """Shows what can be written; the request that is named comes first."""
        self.rows = []
        ids = list(dict.fromkeys(offer.request.id for offer in offers))
        ids.sort(key=lambda one: one != request_id)
        cards = [self._card([offer for offer in offers if offer.request.id == one]) for one in ids]
        if not cards:
            cards = [Card(self._place.look, self.tr("Geen brief"))]
            hint = self.tr("Bij dit dossier kan dit programma nog geen brief maken. Leg eerst de aanvraag of het verzoek vast.")
            cards[0].body.addWidget(empty_hint(hint))
        self.fill(*cards)
        for first, second in zip(self.rows, self.rows[1:], strict=False):
            QWidget.setTabOrder(first, second)

    def focus_first(self) -> None:
        """Takes the keys on the first letter."""
        if self.rows:
            self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, offers: list[Offer]) -> Card:
        look = self._place.look
        card = Card(look, offers[0].request.title)
        card.body.setSpacing(look.px(2))
        for offer in offers:
            letter = offer.letter
            adopted = letter is not None and letter.adopted_on is not None
            card.body.addWidget(self._row(offer, letter.id if letter is not None else ""))
            if adopted and letter is not None:
                card.body.addWidget(self._row(offer, ""))
        return card

    def _row(self, offer: Offer, letter_id: str) -> RowButton:
        look, kind, letter = self._place.look, offer.kind, offer.letter
        there = letter is not None and bool(letter_id)
        again = letter is not None and not letter_id
        row = RowButton(look, f"kies-{kind.key}-{offer.request.id}{'-nieuw' if again else ''}")
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        title = self.tr("{title}: een nieuwe brief").format(title=kind.title) if again else kind.title
        first = QHBoxLayout()
        first.addWidget(text_label(title, "strong", wrap=True), 1)
        state = ""
        if there:
            state = self._place.texts.label(status_of(letter))
            first.addWidget(Pill(state, Tone.ATTENTION if letter and letter.adopted_on is None else Tone.GOOD))
        elif offer.first:
            state = self.tr("ligt voor de hand")
            first.addWidget(Pill(state, Tone.ACCENT))
        words.addLayout(first)
        if not again:
            words.addWidget(text_label(kind.purpose, "quiet", wrap=True))
        row.row.addLayout(words, 1)
        row.setAccessibleName(", ".join(one for one in (title, state) if one))
        row.setAccessibleDescription(kind.purpose)
        row.clicked.connect(lambda: self.chosen.emit(kind.key, offer.request.id, letter_id))
        self.rows.append(row)
        return row
