"""How the window looks on this computer: light or dark, the size of all text, and whether spelling is checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QRadioButton, QVBoxLayout, QWidget

from orapp.ui.kit import a11y, ways
from orapp.ui.kit.cards import Card
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label

if TYPE_CHECKING:
    from orapp.services.upkeep import Upkeep
    from orapp.ui.kit.workplace import Workplace

SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
SYSTEM, LIGHT, DARK = "system", "light", "dark"


class LookPart(QWidget):
    """Each choice works at once and is remembered."""

    def __init__(self, place: Workplace, upkeep: Upkeep) -> None:
        super().__init__()
        self._place = place
        self._upkeep = upkeep
        look = place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        colours = Card(look, self.tr("Kleuren"))
        self._group = QButtonGroup(self)
        self.choices: dict[str, QRadioButton] = {}
        for value, words in ((SYSTEM, self.tr("Zoals het s&ysteem")), (LIGHT, self.tr("L&icht")), (DARK, self.tr("Do&nker"))):
            choice = QRadioButton(words)
            a11y.name(choice, f"kleuren-{value}", words.replace("&", ""))
            choice.setProperty("value", value)
            self._group.addButton(choice)
            colours.body.addWidget(choice)
            self.choices[value] = choice
        hint = self.tr(
            "Staat in het systeem hoog contrast aan, dan gelden de kleuren van het systeem en niet die van dit programma."
        )
        colours.body.addWidget(text_label(hint, "small", wrap=True))
        column.addWidget(colours)
        sizes = Card(look, self.tr("Grootte van de tekst"))
        self.form = Form(look)
        self.percent = self.form.add(
            "text_percent", self.tr("Gr&ootte"), QComboBox(), self.tr("Alles groeit mee, ook knoppen en tabellen.")
        )
        for percent in SIZES:
            self.percent.addItem(self.tr("{percent} %").format(percent=percent), percent)
        sizes.body.addWidget(self.form)
        self.sample = text_label(self.tr("Zo groot staat de tekst in lijsten en formulieren."), wrap=True)
        sizes.body.addWidget(self.sample)
        column.addWidget(sizes)
        column.addWidget(self._build_writing())
        column.addStretch(1)
        self._group.buttonClicked.connect(lambda choice: self._choose(str(choice.property("value"))))
        self.percent.activated.connect(lambda number: self._resize(int(self.percent.itemData(number))))
        look.changed.connect(self.show_part)

    def _build_writing(self) -> Card:
        card = Card(self._place.look, self.tr("Schrijven"))
        words = self.tr("S&pelling controleren tijdens het typen")
        self.spelling = QCheckBox(words)
        a11y.name(self.spelling, "spelling-controleren", words.replace("&", ""))
        card.body.addWidget(self.spelling)
        hint = self.tr(
            "Woorden die niet in de woordenlijst staan, krijgen in de eigen tekst van een brief een golflijn. Het programma "
            "verandert nooit zelf een woord. De woorden van de raad staan bij Raad en mensen."
        )
        card.body.addWidget(text_label(hint, "small", wrap=True))
        self.to_words = ways.way_button(self.tr("Naar de &woorden van de raad"), "naar-woorden", ways.COUNCIL, ways.TEXTS)
        card.body.addWidget(self.to_words, 0, Qt.AlignmentFlag.AlignLeft)
        spelling = self._place.spelling
        if spelling is None:
            card.hide()
        else:
            self.spelling.clicked.connect(spelling.turn)
        return card

    def show_part(self) -> None:
        """Shows what is in force."""
        look = self._place.look
        self.choices[look.chosen].setChecked(True)
        nearest = min(SIZES, key=lambda percent: abs(percent - look.text_percent))
        self.percent.setCurrentIndex(SIZES.index(nearest))
        spelling = self._place.spelling
        self.spelling.setChecked(spelling is not None and spelling.is_chosen)

    def _choose(self, value: str) -> None:
        look = self._place.look
        look.choose(value)
        self._upkeep.keep_look(look.chosen, look.text_percent)

    def _resize(self, percent: int) -> None:
        look = self._place.look
        look.set_text_percent(percent)
        self._upkeep.keep_look(look.chosen, look.text_percent)
