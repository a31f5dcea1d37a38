"""The chosen paper: its dates, its file, and what can be done with it; and how far the adding of files is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Card, button
from orapp.ui.kit.file_handle import FileHandle
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.labels import text_label
from orapp.ui.screens.dossier.paper_words import said_of

if TYPE_CHECKING:
    from orapp.domain.papers import Paper
    from orapp.ui.kit.workplace import Workplace

ADD, PASTE, OPEN, KEEP, VERSION = "toevoegen", "plakken", "openen", "bewaren", "versie"
REGISTER, SECRECY, COPY, STOP = "registreren", "geheim", "kopieren", "stoppen"


class PaperCard(Card):
    """`asked` is emitted with the name of an act, `wanted` when the file is taken hold of to be dragged."""

    asked = Signal(str)

    def __init__(self, place: Workplace) -> None:
        super().__init__(place.look)
        self._place = place
        self._title = text_label("", "heading", wrap=True)
        self._said = text_label("", "quiet", wrap=True)
        self._said.setObjectName("stuk-datums")
        self.body.setSpacing(place.look.px(4))
        self.body.addWidget(self._title)
        self.body.addWidget(self._said)
        self._acts: dict[str, QPushButton] = {}
        acts = FlowRow(place.look)
        a11y.name(acts, "stuk-acties", self.tr("Wat u met stukken kunt doen"))
        for key, words, tip in (
            (ADD, self.tr("Bestand toevoegen"), self.tr("Een nieuw stuk van een bestand")),
            (PASTE, self.tr("Plakken"), self.tr("Bestanden van het klembord toevoegen (Ctrl+V)")),
            (OPEN, self.tr("Openen"), self.tr("Een kopie openen om te lezen")),
            (KEEP, self.tr("Opslaan als"), self.tr("Een kopie bewaren onder een naam")),
            (VERSION, self.tr("Nieuwe versie"), self.tr("Een bestand bij dit stuk; de oude versie blijft staan")),
            (REGISTER, self.tr("Registreren"), self.tr("Vastleggen dat het stuk vandaag is geregistreerd")),
            (SECRECY, self.tr("Geheimhouding"), self.tr("Geheimhouding van dit stuk vastleggen of opheffen")),
            (COPY, self.tr("Kopiëren"), self.tr("Het bestand op het klembord zetten, voor mail of een map")),
        ):
            self._acts[key] = self._act(key, words, tip)
        tip = self.tr("Sleep het bestand hiervandaan naar een mail of een map. Met het toetsenbord: Kopiëren.")
        self.handle = FileHandle(self.tr("⠿ slepen"), tip)
        self.handle.setObjectName("stuk-slepen")
        self._row_of_acts = acts
        acts.fill([*self._acts.values(), self.handle])
        self.body.addWidget(acts)
        self._progress = QWidget()
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(0, 0, 0, 0)
        self._doing = text_label("", "small")
        self._bar = QProgressBar()
        a11y.name(self._bar, "stuk-voortgang", self.tr("Voortgang van het toevoegen"))
        self._bar.setTextVisible(False)
        row.addWidget(self._doing)
        row.addWidget(self._bar, 1)
        row.addWidget(self._act(STOP, self.tr("Stoppen"), self.tr("Het toevoegen stoppen")))
        self.body.addWidget(self._progress)
        self._progress.hide()

    def add_act(self, act: QWidget) -> None:
        """Puts an act of the tab among the others."""
        self._row_of_acts.fill([*self._acts.values(), act, self.handle])

    def _act(self, key: str, words: str, tip: str) -> QPushButton:
        made = button(words, f"stuk-{key}", "primary" if key == ADD else "link")
        made.setToolTip(tip)
        made.clicked.connect(lambda _checked=False: self.asked.emit(key))
        return made

    def show_paper(self, paper: Paper | None) -> None:
        """Shows a paper, or how files come in where none is chosen."""
        has_file = paper is not None and paper.file is not None
        number = f"D{paper.number}" if paper is not None and paper.number else ""
        none = self.tr("Sleep bestanden hierheen, plak ze, of voeg ze toe")
        self._title.setText(none if paper is None else f"{number} {paper.title}".strip())
        names = self._place.here.visibility.names
        self._said.setText("" if paper is None else said_of(paper, self._place.today(), names=names))
        self._said.setVisible(paper is not None)
        for key in (OPEN, KEEP, COPY):
            self._acts[key].setEnabled(has_file)
        self.handle.setEnabled(has_file)
        for key in (VERSION, REGISTER, SECRECY):
            self._acts[key].setEnabled(paper is not None)
        self._word(VERSION, self.tr("Nieuwe versie") if has_file or paper is None else self.tr("Bestand erbij"))
        done = paper is not None and paper.registered_on is not None
        self._word(REGISTER, self.tr("Registratie wissen") if done else self.tr("Registreren"))

    def words(self) -> str:
        """What is said of the paper that is shown."""
        return self._said.text()

    def show_progress(self, name: str, done: int, total: int) -> None:
        """Shows how far a file is."""
        self._progress.show()
        self._doing.setText(self.tr("{name} wordt toegevoegd").format(name=name))
        self._bar.setRange(0, 1000)
        self._bar.setValue(done * 1000 // max(1, total))

    def hide_progress(self) -> None:
        """Nothing is being added any more."""
        self._progress.hide()

    def _word(self, key: str, words: str) -> None:
        self._acts[key].setText(words)
        self._acts[key].setAccessibleName(words)
