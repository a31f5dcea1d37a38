"""The program's own pages, drawn in a process of their own: a text is laid out where nothing waits for it.

A lane cannot do it (Qt lays a document out with timers, which only a thread with events has), and the window may not wait.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

from orapp.services.failures import Circumstance
from orapp.services.other_process import OtherProcess

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    from orapp.letters.content import LetterContent
    from orapp.services.page_look import PageLook
    from orapp.services.paper_ports import PlainSheet
    from orapp.ui.kit.look import Look

SECONDS: Final = 60


class OwnPages:
    """Draws pages elsewhere. The process begins with the first page that is asked and ends with this object.

    Letters wear the house style that is given, without one that of the program itself.

    Every method waits for the other process: on a lane, never in the window's thread. Raises Circumstance("paper.own_pages").
    """

    def __init__(self, look: Look, page_look: PageLook | None = None) -> None:
        from orapp.ui.kit.paper_pages import inks_of

        self._inks = inks_of(look)
        self._page_look = page_look
        self._other = OtherProcess(draw_for, seconds=SECONDS, absent="paper.own_pages")

    def letter(self, content: LetterContent, *, mark: str = "", foot: str = "") -> bytes:
        """The letter on A4 with page X of Y. `mark` stands at the head of every page, `foot` at its lower edge."""
        return bytes(self._ask("letter_pdf", self._inks, content, mark, foot, self._page_look))

    def sheet(self, sheet: PlainSheet) -> bytes:
        """A plain page, or as many as it takes."""
        return bytes(self._ask("sheet_pdf", self._inks, sheet))

    def picture(self, data: bytes) -> bytes | None:
        """A picture on a page of A4; None where it cannot be read."""
        try:
            made = self._ask("picture_pdf", data)
        except Circumstance:
            return None  # a picture that brings the other process down is one that cannot be read
        return bytes(made) if made is not None else None

    def _ask(self, task: str, *given: object) -> Any:
        return self._other.ask((task, given))


def draw_for(pipe: Connection) -> None:
    """The other process: draws what it is asked until nobody asks any more."""
    # It has no window: on macOS it stays out of the Dock.
    os.environ["QT_MAC_DISABLE_FOREGROUND_APPLICATION_TRANSFORM"] = "1"
    from PySide6.QtGui import QGuiApplication

    from orapp.ui.kit import paper_pages

    application = QGuiApplication([])
    work: dict[str, Callable[..., bytes | None]] = {
        "letter_pdf": paper_pages.letter_pdf,
        "sheet_pdf": paper_pages.sheet_pdf,
        "picture_pdf": paper_pages.picture_pdf,
    }
    with suppress(EOFError, OSError):
        while True:
            task, given = pipe.recv()
            pipe.send(work[task](*given))
    application.quit()
