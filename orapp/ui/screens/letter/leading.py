"""Leads from what the checks and the meter found to its place: a field, a section, the head, or the dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from orapp.services.letter_handing import CHANGED_SINCE
from orapp.ui.screens.letter.finding_places import FindingPlace, place_at, place_of

if TYPE_CHECKING:
    from orapp.letters.completeness import Gap
    from orapp.letters.content import Finding
    from orapp.services.letters import LetterDraft
    from orapp.ui.screens.letter.card_column import CardColumn
    from orapp.ui.screens.letter.composition import Composition
    from orapp.ui.screens.letter.fields_card import FieldsCard
    from orapp.ui.screens.letter.head_card import HeadCard
    from orapp.ui.screens.letter.section_list import SectionList


class Leading(QObject):
    """Goes to a place on the cards. `left_for` gives (tab of the dossier, item id) where it is mended there.

    `compare_asked` asks to see two versions, where that is what a finding is about.
    """

    left_for = Signal(str, str)
    compare_asked = Signal()

    def __init__(
        self,
        composition: Composition,
        cards: CardColumn,
        head: HeadCard,
        fields: FieldsCard,
        sections: SectionList,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._composition = composition
        self._cards = cards
        self._head = head
        self._fields = fields
        self._sections = sections

    def go_to_finding(self, finding: Finding, draft: LetterDraft | None) -> None:
        """Goes to where a finding is mended."""
        dossier = self._composition.dossier
        if finding.code == CHANGED_SINCE:
            self.compare_asked.emit()
        elif draft is not None and dossier is not None:
            self._lead(place_of(finding, draft.parts, dossier))

    def go_to_gap(self, gap: Gap | None, draft: LetterDraft | None) -> None:
        """Goes to what is wanting."""
        dossier = self._composition.dossier
        if gap is not None and draft is not None and dossier is not None:
            self._lead(place_at(gap.place, draft.parts, dossier))

    def _lead(self, where: FindingPlace) -> None:
        if where.field:
            self._fields.focus_in(where.field)
        elif where.around:
            self._head.focus_in()
            self._cards.reveal(self._head)
        elif where.section:
            card = self._sections.open(where.section)
            item = card.items.get(where.item_id) if card is not None else None
            if item is not None:
                item.focus()
                self._cards.reveal(item)
        else:
            self.left_for.emit(where.tab, where.item_id)
