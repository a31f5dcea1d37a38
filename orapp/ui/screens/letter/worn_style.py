"""Lets the preview of a letter wear the house style in which its next version is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from orapp.services.klassiek_page import KLASSIEK_PAGE

if TYPE_CHECKING:
    from orapp.domain.letters import Letter
    from orapp.services.desk import Desk
    from orapp.services.letters import LetterGround
    from orapp.ui.kit.letter_preview import LetterPreview
    from orapp.ui.kit.workplace import Workplace


class WornStyle(QObject):
    """Asks for the look of a style only where another may have been chosen; until it is there, the pages stay as they are."""

    def __init__(self, desk: Desk, place: Workplace, preview: LetterPreview, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._place = place
        self._preview = preview
        self._asked: object = None

    def follow(self, letter: Letter, ground: LetterGround) -> None:
        """Looks whether the letter has another style now."""
        council, dossier = ground.council, ground.dossier
        asked = (
            letter.id,
            letter.style_id,
            letter.dated,
            letter.adopted_on,
            letter.versions,
            council.styles,
            council.usual_styles,
        )
        if asked == self._asked or self._desk.make_house_styles is None:
            return
        self._asked = asked
        desk, on = self._desk, self._place.today()  # what reads styles is imported on the lane: that takes longer than a key
        self._place.tasks.read(
            self, "brief-huisstijl", lambda: desk.house_styles.page_for(dossier, letter, on), self._preview.wear, self._not_read
        )

    def _not_read(self, _failure: object) -> None:
        """The letter never wears the style of the one before it; making it says what is wrong with its own."""
        self._preview.wear(KLASSIEK_PAGE)
