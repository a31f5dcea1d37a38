"""Before a window closes: text that could not be kept is offered to be saved elsewhere, and never goes without a word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from orapp.services.failures import Circumstance
from orapp.ui.kit import a11y
from orapp.ui.kit.a11y import announce
from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.labels import text_label

if TYPE_CHECKING:
    from orapp.services.failures import Failure
    from orapp.ui.kit.unkept import UnkeptText
    from orapp.ui.kit.workplace import Workplace

WIDTH, HEIGHT = 640, 520


class Parting(QObject):
    """Lets a window go only when what was typed in it is kept, saved elsewhere, or given up in so many words."""

    def __init__(self, window: QWidget, place: Workplace, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._place = place
        self._folder = folder
        self._waits = False

    def ask(self, go: Callable[[], None]) -> None:
        """Waits for what is still being written, and then goes, or first asks about what could not be."""
        if self._waits:
            return
        self._waits = True
        self._window.setEnabled(False)
        self._place.tasks.write(self, lambda: None, lambda _done: self._written(go))

    def _written(self, go: Callable[[], None]) -> None:
        self._waits = False
        self._window.setEnabled(True)
        if self._place.unkept:
            sheet = UnkeptSheet(self._window, self._place, self._folder)
            sheet.accepted.connect(go)
            sheet.open()
        else:
            go()


class UnkeptSheet(Sheet):
    """Shows the text itself, to save as a file or to copy; accepted when the window may close."""

    def __init__(self, parent: QWidget, place: Workplace, folder: Path) -> None:
        super().__init__(parent, place.look, self.tr("Niet alles is opgeslagen"), "niet-opgeslagen")
        self._place = place
        self._folder = folder
        self._content = written(place.unkept.texts())
        self._build()

    def _build(self) -> None:
        look = self._place.look
        self.body.addWidget(text_label(self.windowTitle(), "title", wrap=True))
        words = self.tr(
            "Deze tekst kon niet in het archief worden opgeslagen. Sluit u nu zonder meer, dan is hij weg. Bewaar hem als "
            "tekstbestand op een andere schijf of kopieer hem; een tekstbestand is niet versleuteld."
        )
        self.body.addWidget(text_label(words, wrap=True))
        self.text = QPlainTextEdit(self._content)
        self.text.setObjectName("niet-opgeslagen-tekst")
        self.text.setAccessibleName(self.tr("Tekst die niet is opgeslagen"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.body.addWidget(a11y.label_for(self.tr("T&ekst die niet is opgeslagen"), self.text))
        self.body.addWidget(self.text, 1)
        self._told = text_label("", "quiet", wrap=True)
        self._told.setObjectName("niet-opgeslagen-melding")
        self._told.hide()
        self.body.addWidget(self._told)
        self.save = button(self.tr("&Als tekstbestand bewaren…"), "niet-opgeslagen-bewaren", "primary")
        self.copy = button(self.tr("&Kopiëren"), "niet-opgeslagen-kopieren")
        self.go = button(self.tr("&Sluiten zonder deze tekst"), "niet-opgeslagen-weg")
        self.back = button(self.tr("&Terug"), "niet-opgeslagen-terug")
        self.save.clicked.connect(self._ask_name)
        self.copy.clicked.connect(self._copy)
        self.go.clicked.connect(self._give_up)
        self.back.clicked.connect(self.reject)
        row = FlowRow(look)
        row.fill((self.save, self.copy, self.go, self.back))
        self.body.addWidget(row)
        self.take_size(WIDTH, HEIGHT)
        self.save.setFocus()

    def _ask_name(self) -> None:
        day = self._place.today().isoformat()
        proposal = self._folder / f"{day} Niet opgeslagen tekst.txt"
        kinds = self.tr("Tekstbestand (*.txt)")
        self._place.asker.name_file(self, self.tr("Tekst bewaren"), proposal, kinds, self._write)

    def _write(self, path: Path) -> None:
        write, content = self._place.write_file, self._content

        def work() -> None:
            try:
                write(path, content.encode("utf-8"))
            except OSError as error:
                raise Circumstance("window.pdf_unwritable", path=str(path)) from error

        self._place.tasks.write(self, work, lambda _done: self._give_up(), self._tell)

    def _tell(self, failure: Failure) -> None:
        self._say(self._place.said(failure))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._content)
        self._say(self.tr("Gekopieerd. Plak de tekst ergens anders voordat u sluit."))

    def _say(self, words: str) -> None:
        self._told.setText(words)
        self._told.show()
        announce(self._told, words, urgent=True)

    def _give_up(self) -> None:
        self._place.unkept.clear()
        self.accept()


def written(texts: tuple[UnkeptText, ...]) -> str:
    """The texts below each other, each with where it was typed."""
    return "\n\n".join(f"{one.place}\n{one.text}" for one in texts) + "\n"
