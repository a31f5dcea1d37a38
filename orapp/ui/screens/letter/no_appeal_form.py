"""The separate resolution to file no appeal, asked for where the letter that tells it is adopted.

Nothing is chosen beforehand: a tick opens its fields, and without the tick the letter is not adopted like this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from orapp.domain.needs import Votes

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QLineEdit

    from orapp.ui.screens.letter.act_sheet import ActSheet

_FIELDS = ("no_appeal_on", "no_appeal_meeting", "no_appeal_for", "no_appeal_against", "no_appeal_abstentions", "no_appeal_quorum")


class NoAppealForm:
    """A tick and the fields of a resolution in the dialog of adoption."""

    def __init__(self, sheet: ActSheet) -> None:
        say, form = QCoreApplication.translate, sheet.form
        self._sheet = sheet
        self.resolved = form.check("no_appeal", say("noappeal", "De OR heeft apart besloten &geen beroep in te stellen"))
        self.on = sheet.day_field("no_appeal_on", say("noappeal", "Besloten op"))
        self.on.set_value(None)
        self.meeting = form.line("no_appeal_meeting", say("noappeal", "In vergadering"))
        self.votes_for = form.line("no_appeal_for", say("noappeal", "Voor geen beroep"))
        self.votes_against = form.line("no_appeal_against", say("noappeal", "Tegen"))
        self.abstentions = form.line("no_appeal_abstentions", say("noappeal", "Onthouden"))
        self.quorum = form.choice(
            "no_appeal_quorum",
            say("noappeal", "Quorum daarbij"),
            [
                ("", say("noappeal", "kies ja of nee")),
                ("yes", say("noappeal", "ja")),
                ("no", say("noappeal", "nee")),
            ],
        )
        self.resolved.toggled.connect(self._open)
        self._open(self.resolved.isChecked())

    def _open(self, on: bool) -> None:
        for key in _FIELDS:
            self._sheet.form.set_row_visible(key, on)

    @property
    def day(self) -> date | None:
        """The day of the resolution, or None."""
        return self.on.value() if self.resolved.isChecked() else None

    def counts(self) -> tuple[tuple[str, QLineEdit], ...]:
        """The fields of numbers that are asked, by key."""
        if not self.resolved.isChecked():
            return ()
        fields = (self.votes_for, self.votes_against, self.abstentions)
        return tuple(zip(_FIELDS[2:5], fields, strict=True))

    def votes(self) -> Votes | None:
        """How the council resolved; None where nobody says that it did. Read after `counts` were found to be numbers."""
        if not self.resolved.isChecked():
            return None
        for_, against, abstained = (int(text) if (text := field.text().strip()) else None for _, field in self.counts())
        return Votes(
            meeting=self.meeting.text().strip(),
            votes_for=for_,
            votes_against=against,
            abstentions=abstained,
            quorum_met={"yes": True, "no": False}.get(self.quorum.currentData()),
        )
