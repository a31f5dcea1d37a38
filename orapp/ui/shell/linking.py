"""Who works on this device in which archive: the member that was linked to it, else the name of the login."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from orapp.domain.council import Council
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.shell.doors import Doors
    from orapp.ui.shell.workspace import Workspace

PERSON = "person"


class Linking:
    """Asks and remembers who works here; the answer stands in `here.person`, and in the journal from then on."""

    def __init__(self, place: Workplace, doors: Doors) -> None:
        self._place = place
        self._doors = doors

    def person_at(self, path: Path) -> str:
        """Who works in this archive on this device."""
        return self._doors.memory.value(f"{PERSON} {path}") or self._doors.person

    def remember(self, path: Path, name: str) -> None:
        """Links this device to a person, in this archive."""
        self._doors.memory.keep(f"{PERSON} {path}", name)

    def begin(self, inside: Workspace, *, asks: bool) -> None:
        """Asks in one line while nobody is linked. Examples and archives that are only read have nobody at work."""
        archive = inside.desk.archive
        inside.who.chosen.connect(lambda name: self._work_as(inside, name))
        known = self._doors.memory.value(f"{PERSON} {archive.path}")
        if asks and not known and not archive.read_only and archive.path != self._doors.demo_path:
            self._place.tasks.read(inside, "wie", inside.desk.council.read, inside.who.ask)

    def ask(self, parent: QWidget, inside: Workspace) -> None:
        """Asks in a dialog, with another name as a choice."""
        path = inside.desk.archive.path
        if self._place.here.shared:
            what = QCoreApplication.translate("linking", "De namen zijn verborgen: het scherm wordt gedeeld")
            explanation = QCoreApplication.translate("linking", "Zet 'Scherm delen' uit om te kiezen wie hier werkt.")
            self._place.asker.tell(parent, what, explanation)
            return

        def show(council: Council) -> None:
            from orapp.ui.shell.who import WhoDialog

            dialog = WhoDialog(parent, self._place, council, self.person_at(path))
            dialog.chosen.connect(lambda name: self._work_as(inside, name))
            dialog.open()

        self._place.tasks.read(parent, "raad", inside.desk.council.read, show)

    def _work_as(self, inside: Workspace, name: str) -> None:
        self.remember(inside.desk.archive.path, name)
        self._place.here.work_as(name)
        inside.who.hide()
