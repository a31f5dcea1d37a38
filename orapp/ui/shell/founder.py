"""Makes a new archive: asks what it needs, founds it on the write lane, and shows its emergency sheets once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from orapp.services.desk import Desk
    from orapp.services.ports import Archive
    from orapp.services.rows import EmergencySheet
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.shell.doors import Doors
    from orapp.ui.shell.founding import NewArchive
    from orapp.ui.shell.new_archive import NewArchiveWizard

Opened = tuple["Archive", "Desk"]


class Founder:
    """`founded` gets the archive that is open, and the name of who works here or nothing."""

    def __init__(self, window: QWidget, place: Workplace, doors: Doors, founded: Callable[[Opened, str], None]) -> None:
        self._window = window
        self._place = place
        self._doors = doors
        self._founded = founded

    def ask(self) -> None:
        """Asks what a new archive needs."""
        from orapp.ui.shell.new_archive import NewArchiveWizard  # after the first paint, as all that is not seen at once

        dialog = NewArchiveWizard(self._window, self._place, self._doors)
        dialog.asked.connect(lambda wanted: self._make(wanted, dialog))
        dialog.open()

    def _make(self, wanted: NewArchive, dialog: NewArchiveWizard) -> None:
        doors = self._doors

        def work() -> tuple[Opened, tuple[EmergencySheet, ...]]:
            person = wanted.name_here() or doors.person
            archives = doors.archives()
            archives.create(wanted.path, wanted.passphrase, wanted.council(doors.new_id), person).close()
            sheets = doors.emergency_sheets(wanted.path, wanted.passphrase)
            archive = archives.open(wanted.path, wanted.passphrase, keep_key=wanted.keep_key, person=person)
            return (archive, doors.desk(archive).read_ahead()), sheets

        def done(made: tuple[Opened, tuple[EmergencySheet, ...]]) -> None:
            from orapp.ui.kit.emergency_sheets import EmergencySheetsDialog

            dialog.close()
            self._founded(made[0], wanted.name_here())
            EmergencySheetsDialog(self._window, self._place, made[1]).open()

        self._place.tasks.write(self._window, work, done, dialog.refuse)
