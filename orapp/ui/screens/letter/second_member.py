"""The second member who agrees with what a letter gives up: who, and on which day (letters.md A9.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from datetime import date

    from orapp.services.letters import LetterGround, LetterService
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.letter.act_sheet import ActSheet


class SecondMember:
    """Two fields in the dialog of adoption. Nobody is chosen beforehand; who works here is not among the names."""

    def __init__(self, sheet: ActSheet, place: Workplace, letters: LetterService, ground: LetterGround) -> None:
        members = letters.may_agree(ground.council, ground.dossier, place.here.person)
        first = (
            QCoreApplication.translate("second", "kies het lid dat akkoord is")
            if members
            else QCoreApplication.translate("second", "geen ander lid bekend")
        )
        names = [("", first), *((one.id, one.name) for one in members)]
        self._who = sheet.form.choice("second", QCoreApplication.translate("second", "&Tweede lid akkoord"), names)
        self._on = sheet.day_field("second_on", QCoreApplication.translate("second", "Akkoord o&p"))

    @property
    def member_id(self) -> str:
        """Who was chosen; empty for nobody."""
        return str(self._who.currentData() or "")

    @property
    def day(self) -> date | None:
        """The day on which the member agreed, or None where none can be read."""
        return self._on.value()
