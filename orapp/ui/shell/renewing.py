"""Makes the screens of an open archive anew where the council has another name than they were made in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from orapp.ui.kit.look import Tone
from orapp.ui.shell.places import COUNCIL

if TYPE_CHECKING:
    from orapp.services.desk import Desk
    from orapp.ui.kit.tasks import Tasks
    from orapp.ui.shell.workspace import Workspace


class Renewable(Protocol):
    """The window around the screens."""

    @property
    def tasks(self) -> Tasks: ...

    @property
    def workspace(self) -> Workspace | None: ...

    def renew(self, desk: Desk) -> None: ...


def renew_when_asked(window: Renewable, inside: Workspace) -> None:
    """Lets these screens ask to be made anew; the archive stays open, and the council is shown again.

    Long work may keep that waiting. Who went on meanwhile, to another screen or in a dialog, is not taken away from there.
    """
    tasks = window.tasks

    def show(desk: Desk) -> None:
        if not isValid(inside) or window.workspace is not inside:
            return
        if inside.pages.currentWidget() is not inside.council or QApplication.activeModalWidget() is not None:
            return
        if inside.council.keeper.is_behind:
            return  # what is typed there stands nowhere else, and the screen tells that it could not be kept
        window.renew(desk)
        made: Workspace | None = window.workspace
        if made is not None:
            made.show_place(COUNCIL, COUNCIL)
            words = QCoreApplication.translate("renewing", "Het venster noemt de raad nu bij de nieuwe soort.")
            made.notice.tell(words, Tone.GOOD)

    def wait(desk: Desk) -> None:
        # No lane may be asking a word while the words of another body are put in place.
        tasks.quiet.connect(lambda: show(desk), Qt.ConnectionType.SingleShotConnection)

    def begin() -> None:
        # On the lane of writing, behind what was typed: the kind that is read is the one that is kept.
        tasks.write(inside, replace(inside.desk).read_ahead, wait)

    inside.ways.renewal_asked.connect(begin)
