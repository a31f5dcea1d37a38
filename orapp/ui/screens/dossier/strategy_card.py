"""The council's private note of goal and tactics: never in a letter or export, and not seen while the screen is shared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from orapp.domain.dossier import StrategyNote
from orapp.domain.editing import set_head
from orapp.ui.kit.cards import Card
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.labels import Pill, text_label
from orapp.ui.kit.look import Tone
from orapp.ui.screens.dossier.in_place import InPlaceText, Target

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.domain.editing import Edit
    from orapp.ui.kit.editor import DossierEditor
    from orapp.ui.kit.workplace import Workplace


class StrategyCard(Card):
    """Goal and tactics, edited where they stand."""

    def __init__(self, place: Workplace, editor: DossierEditor) -> None:
        super().__init__(place.look)
        self._place = place
        self.setObjectName("strategie")
        head = FlowRow(place.look)
        private = Pill(self.tr("privé: nooit in een brief of export"), Tone.ATTENTION)
        head.fill([text_label(self.tr("Strategie van de OR"), "heading"), private])
        self.body.insertWidget(0, head)
        self._fields: dict[str, InPlaceText] = {}
        for name, words, hint in (
            ("goal", self.tr("Doel"), self.tr("Wat wil de OR bereiken?")),
            ("tactics", self.tr("Aanpak"), self.tr("Hoe, in welke volgorde, en met wie?")),
        ):
            self._fields[name] = InPlaceText(place, editor, f"strategie-{name}", words, lines=2, hint=hint)
            self.body.addWidget(text_label(words, "quiet"))
            self.body.addWidget(self._fields[name])

    def show_dossier(self, dossier: Dossier) -> None:
        """Shows the note; hidden while others look along."""
        self.setVisible(not self._place.here.shared)
        for name, field in self._fields.items():
            field.show_target(_note_target(dossier, name, self.tr("strategie gewijzigd")))

    def offer_drafts(self, drafts: Mapping[tuple[str, str, str], str]) -> None:
        """Puts back what was typed and never kept."""
        for field in self._fields.values():
            field.offer_drafts(drafts)


def _note_target(dossier: Dossier, name: str, words: str) -> Target:
    """How one part of the note is edited."""
    return Target(
        dossier_id=dossier.id,
        item_id=dossier.id,
        field=f"strategy.{name}",
        text=getattr(dossier.strategy or StrategyNote(), name),
        edit=partial(_note_edit, dossier, name),
        words=words,
        on=lambda later: _note_target(later, name, words),
    )


def _note_edit(dossier: Dossier, name: str, text: str) -> Edit:
    """The edit of one part of the note; an empty note is none."""
    changed: Callable[..., StrategyNote] = replace
    note = changed(dossier.strategy or StrategyNote(), **{name: text})
    return set_head(dossier, strategy=note if note.goal or note.tactics else None)
