"""What a dossier or one of its requests is about, in the council's own words, edited where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from orapp.ui.kit.cards import Card
from orapp.ui.kit.labels import text_label
from orapp.ui.screens.dossier.head_fields import head_target, request_target
from orapp.ui.screens.dossier.in_place import InPlaceText
from orapp.ui.screens.dossier.title import cited

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from orapp.domain.dossier import Dossier
    from orapp.domain.requests import Request
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace


class AboutCard(Card):
    """The summary of the dossier, and of the request that is shown how the council understands it."""

    def __init__(self, place: Workplace, editor: DossierEditor) -> None:
        super().__init__(place.look)
        self.body.insertWidget(0, text_label(self.tr("Waar het om gaat"), "heading"))
        about = self.tr("Waar gaat dit dossier over, en waar staat het? Twee of drie zinnen.")
        self._summary = InPlaceText(place, editor, "samenvatting-dossier", self.tr("Samenvatting"), lines=2, hint=about)
        self.body.addWidget(self._summary)
        self._grounds = text_label("", "quiet", wrap=True)
        self.body.addWidget(self._grounds)
        self._label = text_label(self.tr("Het voorstel zoals de OR het begrijpt"), "quiet")
        understood = self.tr("Wat wil de ondernemer besluiten? Zo komt het in de brief.")
        self._understanding = InPlaceText(place, editor, "begrip-aanvraag", self._label.text(), lines=2, hint=understood)
        self._label.setBuddy(self._understanding.text)
        self.body.addWidget(self._label)
        self.body.addWidget(self._understanding)

    def show_request(self, dossier: Dossier, request: Request | None) -> None:
        """Shows the words of the dossier and of one request."""
        self._summary.show_target(head_target(dossier, "summary", self.tr("samenvatting gewijzigd")))
        grounds = (request.grounds if request is not None else ()) or dossier.grounds
        self._grounds.setText(self.tr("Gronden: {grounds}").format(grounds=cited(grounds)) if grounds else "")
        self._grounds.setVisible(bool(grounds))
        self._label.setVisible(request is not None)
        self._understanding.setVisible(request is not None)
        if request is not None:
            words = self.tr("begrip van het voorstel gewijzigd")
            self._understanding.show_target(request_target(dossier, request, "understanding", words))

    def offer_drafts(self, drafts: Mapping[tuple[str, str, str], str]) -> None:
        """Puts back what was typed and never kept."""
        self._summary.offer_drafts(drafts)
        self._understanding.offer_drafts(drafts)


def list_card(place: Workplace, shown: QWidget) -> Card:
    """A card around a list that has its own heading."""
    card = Card(place.look)
    card.body.addWidget(shown)
    return card
