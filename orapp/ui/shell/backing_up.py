"""A backup by hand: asks for a place and makes a checked copy of the open archive there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from orapp.services.ports import Archive
    from orapp.ui.kit.workplace import Workplace


def back_up(window: QWidget, place: Workplace, archive: Archive, folder: Path, told: Callable[[str], None]) -> None:
    """Asks for a place and makes the backup on a lane; `told` gets the words when it was made and checked."""
    proposal = folder / f"{archive.path.stem} {place.today().isoformat()}.orarchief"

    def make(path: Path) -> None:
        words = QCoreApplication.translate("backing_up", "Reservekopie gemaakt en gecontroleerd: {path}").format(path=path)
        place.tasks.work(window, lambda _progress: archive.backup(path), lambda _made: told(words))

    kinds = QCoreApplication.translate("backing_up", "Archieven (*.orarchief)")
    place.asker.name_file(window, QCoreApplication.translate("backing_up", "Reservekopie maken"), proposal, kinds, make)
