"""Bringing a house style, or making a kept one anew with other styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from orapp.domain.council_styles import CouncilStyle, StyleUse
from orapp.services.failures import Failure
from orapp.services.rows import Changes
from orapp.ui.kit.look import Tone
from orapp.ui.kit.wizard import Wizard
from orapp.ui.screens.council.style_wizard_pages import FilePage, LookPage, NamePage, RolesPage

if TYPE_CHECKING:
    from orapp.services.desk import Desk
    from orapp.services.style_rows import StyleSurvey
    from orapp.ui.kit.workplace import Workplace

WIDTH, HEIGHT = 1080, 700


class StyleWizard(Wizard):
    """Adds a house style; with `old`, asks only which of its styles does what. `kept` tells the style when it is kept."""

    kept = Signal(object)

    def __init__(self, parent: QWidget, desk: Desk, place: Workplace, origin: str, old: CouncilStyle | None = None) -> None:
        super().__init__(parent, place.look, "huisstijl-wizard")
        self._desk = desk
        self._place = place
        self._origin = origin
        self._old = old
        self.file = FilePage(desk, place)
        self.roles = RolesPage(place)
        self.letters = LookPage(desk, place, self.file, self.roles)
        self.names = NamePage(place)
        self.file.asked = self.names.asked = old is None
        title = self.tr("Huisstijl toevoegen") if old is None else self.tr("Stijlen van {name}").format(name=old.name)
        self.entitle(title, self.tr("&Bewaren"))
        self.set_pages((self.file, self.roles, self.letters, self.names))
        self.file.surveyed.connect(self._surveyed)
        self.finished_asked.connect(self._keep)
        self.take_size(WIDTH, HEIGHT)
        if old is not None:
            self._read(old)

    def _read(self, old: CouncilStyle) -> None:
        """Looks at the kept file again, beside the window."""
        self.show_page(1)
        self.set_busy(True)
        styles, work = self._desk.house_styles, self._place.tasks.work

        def take(data: bytes) -> None:
            self.file.data = data
            work(self, lambda _progress: styles.survey(data), self._take_old, self._refuse)

        self._place.tasks.read(self, "huisstijl", lambda: styles.original(old.id), take, self._refuse)

    def _take_old(self, survey: StyleSurvey) -> None:
        self.file.survey = survey
        self.set_busy(False)
        self.roles.show_survey(survey, self._old.assignment if self._old is not None else survey.proposal)
        self.show_page(1)

    def _surveyed(self, survey: StyleSurvey) -> None:
        self.roles.show_survey(survey, survey.proposal)
        self.names.propose(self.file.file_name)
        self.next_button.setFocus()

    def _keep(self) -> None:
        self.names.form.clear_all()
        self.set_busy(True)
        styles, person, origin, old = self._desk.house_styles, self._place.here.person, self._origin, self._old
        name, use = self.names.name.text(), StyleUse(str(self.names.use.currentData()))
        data, file_name, assignment = self.file.data, self.file.file_name, self.roles.assignment()
        usual = self.names.usual.isChecked()

        def keep() -> tuple[Changes, CouncilStyle]:
            if old is not None:
                return styles.remake(old.id, assignment, person, origin=origin)
            return styles.add(name, use, data, assignment, person, file_name=file_name, usual=usual, origin=origin)

        self._place.tasks.write(self, keep, lambda kept: self._done(*kept), self._refuse)

    def _done(self, changes: Changes, style: CouncilStyle) -> None:
        self._place.changes.publish(changes)
        self.kept.emit(style)
        self.accept()

    def _refuse(self, failure: Failure) -> None:
        self.set_busy(False)
        words = self._place.said(failure)
        if not self.names.form.refuse(failure.fields.get("place", ""), words):
            self.notice.tell(words, Tone.DANGER)
