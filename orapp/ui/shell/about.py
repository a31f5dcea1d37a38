"""What this program is: its version, the law it knows, where its data stays, and the parts it is made with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

import orapp
from orapp.texts.dates import plain_date
from orapp.ui.kit.cards import Column as CardColumn
from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.tables import Cell, Column, FittedTable, RowModel

if TYPE_CHECKING:
    from orapp.law.book import LawBook
    from orapp.ui.kit.workplace import Workplace

PARTS: tuple[tuple[str, str], ...] = (
    ("Qt en PySide6", "LGPL 3"),
    ("Python", "PSF"),
    ("SQLAlchemy", "MIT"),
    ("SQLCipher", "BSD"),
    ("sqlcipher3", "zlib"),
    ("Alembic", "MIT"),
    ("python-docx", "MIT"),
    ("lxml", "BSD"),
    ("XlsxWriter", "BSD"),
    ("Hunspell (chunspell)", "MPL 1.1"),
    ("Woordenlijst OpenTaal", "BSD"),
    ("pypdf", "BSD"),
    ("Jinja2", "BSD"),
    ("keyring", "MIT"),
    ("jsonschema", "MIT"),
    ("msgspec", "BSD"),
    ("RapidFuzz", "MIT"),
    ("platformdirs", "MIT"),
    ("uuid6", "MIT"),
    ("typing-extensions", "PSF"),
    ("tzdata", "Apache 2.0"),
)
"""The parts that come with the program and the licence of each."""


class AboutSheet(Sheet):
    """Says in plain words what is here. What the law is known on is read on a lane."""

    def __init__(self, parent: QWidget, place: Workplace) -> None:
        super().__init__(parent, place.look, self.tr("Over orapp"), "over-orapp")
        room = CardColumn(place.look)
        column = QVBoxLayout()
        column.setSpacing(place.look.px(8))
        column.addWidget(text_label(self.tr("orapp, versie {version}").format(version=orapp.__version__), "heading"))
        self._line(column, self.tr("Dossiers, termijnen en formele brieven van een ondernemingsraad."))
        self.law = self._line(column, "")
        self._line(
            column,
            self.tr(
                "Uw gegevens staan in één versleuteld bestand op deze computer en in de reservekopieën daarvan. Het programma "
                "gebruikt geen netwerk en stuurt niets weg."
            ),
        )
        self._line(column, self.tr("Het programma stelt voor; de OR beslist. Het geeft geen juridisch advies."))
        self._line(
            column,
            self.tr(
                "Het programma gebruikt deze onderdelen van anderen. Qt en PySide6 vallen onder de LGPL, versie 3: u mag die "
                "onderdelen vervangen door een eigen versie."
            ),
        )
        inside = QWidget()
        inside.setLayout(column)
        room.fill(inside)
        self.body.addWidget(room, 1)
        column.addWidget(self._parts_table(place))
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = button(self.tr("&Sluiten"), "over-sluiten", "primary")
        close.clicked.connect(self.close)
        row.addWidget(close)
        self.body.addLayout(row)
        self.take_size(560, 620)
        close.setFocus()
        place.tasks.read(self, "wet", place.law, self._show_law)

    def _parts_table(self, place: Workplace) -> QWidget:
        columns: list[Column[tuple[str, str]]] = [
            Column(key="part", title=self.tr("Onderdeel"), cell=lambda row: Cell(text=row[0]), weight=1),
            Column(key="licence", title=self.tr("Licentie"), cell=lambda row: Cell(text=row[1]), pixels=110),
        ]
        model: RowModel[tuple[str, str]] = RowModel(columns)
        table = FittedTable(model, place.look, "over-onderdelen", self.tr("Onderdelen van anderen en hun licentie"))
        model.show(PARTS)
        table.choose_first()
        return table

    def _line(self, column: QVBoxLayout, words: str) -> QLabel:
        made = text_label(words, wrap=True)
        column.addWidget(made)
        return made

    def _show_law(self, book: LawBook) -> None:
        self.law.setText(
            self.tr("De wet in dit programma is die zoals bekend op {day}. Kijk bij twijfel op wetten.overheid.nl.").format(
                day=plain_date(book.known_on)
            )
        )
