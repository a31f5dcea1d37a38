"""What is kept of people and where, in plain words, and where the program's own log stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from orapp.services.failures import Circumstance, Failure
from orapp.ui.kit import ways
from orapp.ui.kit.card_stack import CardStack
from orapp.ui.kit.cards import Card, Pairs, button
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.labels import breakable, text_label
from orapp.ui.kit.look import Tone

if TYPE_CHECKING:
    from orapp.services.upkeep import Upkeep
    from orapp.ui.kit.workplace import Workplace


class PrivacyPart(CardStack):
    """Explanation, and the folder of the log."""

    def __init__(self, place: Workplace, upkeep: Upkeep) -> None:
        super().__init__(place.look)
        self._place = place
        self._upkeep = upkeep
        look = place.look
        column = self.column
        card = Card(look, self.tr("Persoonsgegevens in dit archief"))
        kept: list[tuple[str, str, Tone | None]] = [
            (
                self.tr("Van wie"),
                self.tr("Leden van de raad, mensen om de raad heen, en wie in dossiers en stukken wordt genoemd."),
                None,
            ),
            (self.tr("Wat"), self.tr("Naam, rol, zitting, functie, adres en e-mail; en wie wat wijzigde en wanneer."), None),
            (
                self.tr("Wat niet"),
                self.tr(
                    "Geen burgerservicenummers en geen gegevens over gezondheid: er is geen veld voor. Zet ze niet in teksten."
                ),
                None,
            ),
            (
                self.tr("Hoe lang"),
                self.tr(
                    "Het programma vernietigt niets uit zichzelf. Spreek bewaartermijnen af per soort dossier en vernietig wat "
                    "eraan voorbij is: een dossier vanuit de prullenbak, een persoon bij Raad en mensen. Vernietigen bereikt ook "
                    "het logboek; reservekopieën die het nog bevatten, worden bij naam genoemd."
                ),
                None,
            ),
            (
                self.tr("Waar"),
                self.tr(
                    "In één versleuteld bestand op deze computer en in zijn reservekopieën. Het programma gebruikt geen netwerk."
                ),
                None,
            ),
        ]
        card.body.addWidget(Pairs(look, kept))
        there = FlowRow(look)
        to_people = ways.way_button(self.tr("Naar Raad en &mensen"), "naar-mensen", ways.COUNCIL, ways.MEMBERS)
        there.fill([to_people, ways.way_button(self.tr("Naar de &prullenbak"), "open-prullenbak", ways.BIN)])
        card.body.addWidget(there)
        column.addWidget(card)
        log = Card(look, self.tr("Logbestand van het programma"))
        words = self.tr(
            "Voor als er iets misgaat. Dit logboek bevat geen namen en geen teksten uit dossiers, alleen kenmerken en aantallen. "
            "Het gaat nergens vanzelf heen en staat in {path}."
        ).format(path=breakable(upkeep.log_folder))
        log.body.addWidget(text_label(words, "quiet", wrap=True))
        row = QHBoxLayout()
        self.open_log = button(self.tr("Map van het logbestand &openen"), "log-openen")
        row.addWidget(self.open_log)
        row.addStretch(1)
        log.body.addLayout(row)
        column.addWidget(log)
        column.addStretch(1)
        self.open_log.clicked.connect(self._open_log)

    def show_part(self) -> None:
        """Nothing here changes while the program runs."""

    def _open_log(self) -> None:
        folder = self._upkeep.log_folder

        def work() -> None:
            if not folder.is_dir():
                raise Circumstance("settings.no_log", path=str(folder))
            self._place.open_file(folder)

        self._place.tasks.work(self, lambda _progress: work(), lambda _none: None, self._tell)

    def _tell(self, failure: Failure) -> None:
        self.notice.tell(self._place.said(failure), Tone.DANGER)
