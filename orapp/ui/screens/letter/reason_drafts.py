"""The reasons that are being typed for leaving something out of a letter: kept within a second, and found back after a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from orapp.ui.kit.look import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orapp.ui.kit.notices import NoticeBar
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.letter.composition import Composition
    from orapp.ui.screens.letter.section_list import SectionList

DRAFT_AFTER = 700
_MARK = "reden/"


class ReasonDrafts(QObject):
    """What was typed as a reason and not recorded, of each letter of this window, by what it would leave out."""

    def __init__(
        self, place: Workplace, composition: Composition, sections: SectionList, notice: NoticeBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._place = place
        self._composition = composition
        self._sections = sections
        self._notice = notice
        self._texts: dict[tuple[str, str], str] = {}
        self._waiting: set[tuple[str, str]] = set()
        self._timer = QTimer(self, singleShot=True, interval=DRAFT_AFTER)
        self._timer.timeout.connect(self._keep)
        composition.drafts_found.connect(self._recover)

    def of(self, what: str) -> str:
        """The reason that was typed in the letter that stands open, or empty."""
        letter = self._composition.letter
        return self._texts.get((letter.id, what), "") if letter is not None else ""

    def typed(self, what: str, text: str) -> None:
        """Takes what is being typed; it is kept soon."""
        letter = self._composition.letter
        if letter is None or letter.adopted_on is not None or self.of(what) == text:
            return
        self._texts[letter.id, what] = text
        self._waiting.add((letter.id, what))
        if not self._timer.isActive():
            self._timer.start()

    def used(self, what: str) -> None:
        """The reason was recorded, or what it was about stands in the letter again."""
        letter = self._composition.letter
        if letter is not None and self._texts.pop((letter.id, what), None) is not None:
            self._waiting.discard((letter.id, what))
            self._composition.editor.clear_draft(letter.id, f"{_MARK}{what}")

    def _keep(self) -> None:
        letter, waiting = self._composition.letter, sorted(self._waiting)
        self._waiting.clear()
        for letter_id, what in waiting:
            # Of a letter that was put down meanwhile it stays here, for when that is opened again.
            if letter is None or letter.id != letter_id:
                continue
            text = self._texts[letter_id, what]
            if text:
                self._composition.begin_letter()
                self._composition.editor.put_draft(letter_id, f"{_MARK}{what}", text)
            else:
                self._composition.editor.clear_draft(letter_id, f"{_MARK}{what}")

    def _recover(self, drafts: Mapping[tuple[str, str, str], str]) -> None:
        letter = self._composition.letter
        if letter is None:
            return
        found = {
            (item_id, field.removeprefix(_MARK)): text
            for (item_id, field, window), text in drafts.items()
            if item_id == letter.id and field.startswith(_MARK) and window == self._place.here.window and text
        }
        lost = {name: text for name, text in found.items() if name not in self._texts}
        self._texts.update(lost)
        card = self._sections.card(self._sections.current)
        if card is not None and card.is_open:
            card.put_reasons()
        if lost and self._notice.isHidden():
            words = self.tr(
                "Wat u typte bij “Waarom bewust niet?” en niet vastlegde, is teruggevonden ({n}). "
                "Het staat weer bij het onderdeel."
            )
            self._notice.tell(words.format(n=len(lost)), Tone.GOOD)
