"""A new archive in four short questions: the council, its people, who signs, and the key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from orapp.ui.kit.forms import Form
from orapp.ui.kit.look import Tone
from orapp.ui.kit.wizard import Wizard
from orapp.ui.shell.founding import NewArchive
from orapp.ui.shell.founding_council_page import CouncilPage
from orapp.ui.shell.founding_key_page import KeyPage
from orapp.ui.shell.founding_people_page import PeoplePage
from orapp.ui.shell.founding_signing_page import SigningPage

if TYPE_CHECKING:
    from orapp.services.failures import Failure
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.shell.doors import Doors

SIZE = (800, 590)
EXISTS = "archive.exists"


class NewArchiveWizard(Wizard):
    """Asks what a new archive needs. Only the name must be typed; Enter four times then makes the archive."""

    asked = Signal(object)

    def __init__(self, parent: QWidget, place: Workplace, doors: Doors) -> None:
        super().__init__(parent, place.look, "nieuw-archief-venster")
        self.entitle(self.tr("Nieuw archief"), self.tr("Archief &maken"))
        self._place = place
        self.council = CouncilPage(place)
        self.people = PeoplePage(place)
        self.signing = SigningPage(place, lambda: self.people.people)
        self.key = KeyPage(place, doors, self.council.name.text)
        self.set_pages((self.council, self.people, self.signing, self.key))
        self.finished_asked.connect(self._ask)
        self.take_size(*SIZE)
        self.council.name.setFocus()

    def refuse(self, failure: Failure) -> None:
        """Shows why the archive was not made: the step that it is about, beside its field."""
        said = self._place.said(failure)
        self.set_busy(False)
        where = "path" if failure.code == EXISTS else failure.fields.get("place", "")
        forms: tuple[tuple[int, Form], ...] = (
            (0, self.council.form),
            (3, self.key.form),
            (3, self.key.form_of_file),
        )
        for number, form in forms:
            if form.has(where):
                self.show_page(number)
                form.refuse(where, said)
                return
        self.notice.tell(said, Tone.DANGER)

    def _ask(self) -> None:
        # What was typed on an earlier page may have been taken away since.
        if not self.council.complete():
            self.show_page(0)
            self.council.complete()
            return
        self.set_busy(True)
        council, people = self.council, self.people
        self.asked.emit(
            NewArchive(
                path=self.key.file,
                name=council.name.text().strip(),
                organisation=council.organisation.text().strip(),
                kind=council.council_kind,
                public_employer=council.public.isChecked(),
                place=council.place.text().strip(),
                people=people.people,
                director=people.director.text().strip(),
                director_function=people.function.text().strip(),
                signing=self.signing.signing,
                works_here=self.signing.works_here,
                passphrase=self.key.passphrase.text().strip(),
                keep_key=self.key.keep.isChecked(),
            )
        )
