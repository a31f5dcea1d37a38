"""The letters of a dossier: what was made, where each stands, and the way to a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from orapp.domain.letters import Letter
from orapp.texts.dates import short_date
from orapp.ui.kit.cards import Card, button, empty_hint
from orapp.ui.kit.cards import Column as CardColumn
from orapp.ui.kit.look import Tone
from orapp.ui.kit.tables import DATE_PIXELS, Cell, Column, FittedTable, RowModel

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.ui.kit.workplace import Workplace


class LettersTab(QWidget):
    """A table of letters; opening one, or the button, leads to the letter screen."""

    letter_asked = Signal(str, str)  # kind (empty for a new letter), request id

    def __init__(self, place: Workplace) -> None:
        super().__init__()
        self._place = place
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._cards = CardColumn(place.look)
        column.addWidget(self._cards)
        self.table: FittedTable[Letter] | None = None

    def show_letters(self, dossier: Dossier, titles: dict[str, str]) -> None:
        """Shows the letters, newest last; `titles` gives the name of each kind."""
        make = button(self.tr("&Nieuwe brief"), "nieuwe-brief", "primary")
        make.clicked.connect(lambda: self.letter_asked.emit("", ""))
        card = Card(self._place.look, self.tr("Brieven"), make)
        if not dossier.letters:
            hint = self.tr("Hier komen de brieven van de OR. Maak de eerste: een ontvangstbevestiging staat zo klaar.")
            card.body.addWidget(empty_hint(hint))
            self._cards.fill(card)
            return
        year = self._place.today().year

        def when(letter: Letter) -> Cell:
            day = letter.sent_on or letter.adopted_on or letter.dated
            return Cell(text=short_date(day, this_year=year) if day else self.tr("nog niet"), quiet=day is None)

        papers = {paper.id: f"D{paper.number}" for paper in dossier.papers if paper.number}

        def versions(letter: Letter) -> Cell:
            if letter.versions:
                return Cell(text=self.tr("versie {number}").format(number=letter.versions[-1].number), quiet=True)
            return Cell(text=papers.get(letter.paper_id, "–"), quiet=True)

        columns: list[Column[Letter]] = [
            Column(key="when", title=self.tr("Datum"), cell=when, pixels=DATE_PIXELS),
            Column(
                key="what",
                title=self.tr("Brief"),
                cell=lambda row: Cell(text=row.subject or titles.get(row.kind, row.kind), second=titles.get(row.kind, "")),
                weight=6,
            ),
            Column(key="reference", title=self.tr("Kenmerk"), cell=lambda row: Cell(text=row.reference, quiet=True), pixels=132),
            Column(key="versions", title=self.tr("Bestand"), cell=versions, pixels=90),
            Column(key="state", title=self.tr("Stand"), cell=self._state, pixels=128),
        ]
        model: RowModel[Letter] = RowModel(columns)
        self.table = FittedTable(model, self._place.look, "brieven", self.tr("Brieven van dit dossier"))
        self.table.row_opened.connect(lambda row: self.letter_asked.emit(row.kind, row.request_id))
        card.body.addWidget(self.table)
        self._cards.fill(card)
        model.show(dossier.letters)
        self.table.choose_first()

    def _state(self, letter: Letter) -> Cell:
        if letter.sent_on is not None:
            return Cell(text=self.tr("verzonden"), pill=Tone.GOOD)
        if letter.signed_on is not None:
            return Cell(text=self.tr("ondertekend"), pill=Tone.ACCENT)
        if letter.adopted_on is not None:
            return Cell(text=self.tr("vastgesteld"), pill=Tone.ACCENT)
        return Cell(text=self.tr("concept"), pill=Tone.ATTENTION)
