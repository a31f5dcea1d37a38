"""Leads what is done on the cards of sections to the letter that is composed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from orapp.domain.letter_edits import with_section_in, with_section_out, with_text, without_text
from orapp.domain.letters import SectionChoice
from orapp.ui.screens.letter.head_card import with_values
from orapp.ui.screens.letter.reason_drafts import ReasonDrafts
from orapp.ui.screens.letter.section_card import ITEM, SECTION

if TYPE_CHECKING:
    from orapp.ui.kit.notices import NoticeBar
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.letter.composition import Composition
    from orapp.ui.screens.letter.section_card import SectionCard
    from orapp.ui.screens.letter.section_list import SectionList


class SectionWiring(QObject):
    """Each act of a card becomes typing, a change of the letter, or a choice about an item."""

    part_opened = Signal(str, str)

    def __init__(
        self, place: Workplace, composition: Composition, sections: SectionList, notice: NoticeBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._place = place
        self._composition = composition
        self._sections = sections
        self._reasons = ReasonDrafts(place, composition, sections, notice, self)
        sections.card_made.connect(self._join)
        sections.reordered.connect(self._reorder)

    def change_fields(self, values: dict[str, object], words: str) -> None:
        """Changes what surrounds the letter."""
        letter = self._composition.letter
        if letter is not None:
            self._composition.change(with_values(letter, values), words)

    def _join(self, card: SectionCard) -> None:
        composition = self._composition
        card.written.connect(lambda key, text, replaces: composition.type_text(key, text, replaces=replaces))
        card.left.connect(composition.settle)
        card.write_asked.connect(self._write)
        card.back_asked.connect(self._from_dossier)
        card.out_asked.connect(self._leave_out)
        card.in_asked.connect(self._take_in)
        card.item_chosen.connect(self._choose)
        card.part_opened.connect(self.part_opened.emit)
        card.reason_of = self._reasons.of
        card.reason_typed.connect(self._reasons.typed)

    def _heading(self, key: str) -> str:
        card = self._sections.card(key)
        return card.part.heading if card is not None else key

    def _write(self, key: str) -> None:
        letter = self._composition.letter
        if letter is None:
            return
        text = self._composition.plain_section(key)
        words = self.tr("“{section}” zelf geschreven").format(section=self._heading(key))
        self._composition.change(with_text(letter, key, text, replaces=True), words)

    def _from_dossier(self, key: str) -> None:
        letter = self._composition.letter
        if letter is not None:
            words = self.tr("“{section}” weer uit het dossier").format(section=self._heading(key))
            self._composition.change(without_text(letter, key), words)

    def _leave_out(self, key: str, reason: str) -> None:
        letter, place = self._composition.letter, self._place
        if letter is not None:
            choice = SectionChoice(section=key, reason=reason, by=place.here.person, on=place.today())
            words = self.tr("“{section}” bewust weggelaten").format(section=self._heading(key))
            self._reasons.used(f"{SECTION}{key}")
            self._composition.change(with_section_out(letter, choice), words)

    def _take_in(self, key: str) -> None:
        letter = self._composition.letter
        if letter is not None:
            words = self.tr("“{section}” weer opgenomen").format(section=self._heading(key))
            self._composition.change(with_section_in(letter, key), words)

    def _reorder(self, keys: tuple[str, ...]) -> None:
        letter = self._composition.letter
        if letter is not None:
            self._composition.change(replace(letter, section_order=keys), self.tr("volgorde van de brief"))

    def _choose(self, item_id: str, included: bool, reason: str) -> None:
        words = self.tr("punt in de brief opgenomen") if included else self.tr("punt bewust niet in de brief")
        self._reasons.used(f"{ITEM}{item_id}")
        self._composition.choose(item_id, included=included, reason=reason, words=words)
