"""The key of the archive: its passphrase, its emergency sheets, and what the keyring of this computer keeps."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from orapp.services.failures import Failure
from orapp.services.keys import KeyringState, KeyState
from orapp.ui.kit import a11y
from orapp.ui.kit.card_stack import CardStack
from orapp.ui.kit.cards import Card, button
from orapp.ui.kit.emergency_sheets import EmergencySheetsDialog
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.labels import set_tone, text_label
from orapp.ui.kit.look import Tone
from orapp.ui.screens.settings.key_sheets import AskKeySheet, ChangeKeySheet

if TYPE_CHECKING:
    from orapp.services.desk import Desk
    from orapp.services.rows import EmergencySheet
    from orapp.services.upkeep import Absence, Upkeep
    from orapp.ui.kit.workplace import Workplace


class KeyPart(CardStack):
    """`leave_asked` asks the window to close the archive for another passphrase."""

    leave_asked = Signal(object)

    def __init__(self, desk: Desk, place: Workplace, upkeep: Upkeep) -> None:
        super().__init__(place.look)
        self._desk = desk
        self._place = place
        self._upkeep = upkeep
        column = self.column
        column.addWidget(self._build_passphrase())
        column.addWidget(self._build_keyring())
        column.addWidget(self._build_protection())
        column.addStretch(1)
        self._connect()

    # -- build ---------------------------------------------------------------------------------------------------------

    def _build_passphrase(self) -> Card:
        card = Card(self._place.look, self.tr("Wachtzin en noodbladen"))
        words = self.tr(
            "De wachtzin opent dit archief op elke computer. Wie haar kwijt is en geen noodblad heeft, kan het archief nooit "
            "meer openen; ook de maker van het programma niet."
        )
        card.body.addWidget(text_label(words, "quiet", wrap=True))
        self.change = button(self.tr("&Wachtzin wijzigen…"), "wachtzin-wijzigen")
        self.sheets = button(self.tr("&Noodbladen afdrukken…"), "noodbladen-tonen")
        row = FlowRow(self._place.look)
        row.fill((self.change, self.sheets))
        card.body.addWidget(row)
        return card

    def _build_keyring(self) -> Card:
        card = Card(self._place.look, self.tr("Sleutelbos van deze computer"))
        words = self.tr("Met de sleutel in de sleutelbos gaat het archief hier open zonder dat u de wachtzin typt.")
        card.body.addWidget(text_label(words, "quiet", wrap=True))
        self.state = text_label("", wrap=True)
        self.state.setObjectName("sleutelbos-stand")
        card.body.addWidget(self.state)
        self.keep = button(self.tr("Sleutel &bewaren…"), "sleutel-bewaren")
        self.forget = button(self.tr("Sleutel &vergeten"), "sleutel-vergeten")
        row = FlowRow(self._place.look)
        row.fill((self.keep, self.forget))
        card.body.addWidget(row)
        self.always = QCheckBox(self.tr("Al&tijd de wachtzin vragen (op deze computer)"))
        a11y.name(self.always, "altijd-vragen", self.tr("Altijd de wachtzin vragen op deze computer"))
        card.body.addWidget(self.always)
        hint = self.tr("Dan wordt geen sleutel uit de sleutelbos gebruikt en er ook geen in bewaard, voor geen enkel archief.")
        card.body.addWidget(text_label(hint, "small", wrap=True))
        return card

    def _build_protection(self) -> Card:
        card = Card(self._place.look, self.tr("Waartegen dit beschermt"))
        for said in (
            self._place.texts.say("archive.protects"),
            self.tr(
                "Geheimhouding in een dossier (art. 20 WOR) bewaakt wat het archief verlaat: brieven, afdrukken, uitvoer en een "
                "gedeeld scherm. Het is geen toegangsslot: wie de wachtzin kent, leest alles."
            ),
            self.tr(
                "Wie iets deed, is een opgave van de persoon en het apparaat, geen bewijs. Het logboek laat ongelukken en "
                "gedeeltelijk knoeien zien; meer zeggen wij niet."
            ),
            self.tr(
                "Word heeft een leesbaar bestand nodig. Wat u in Word opent, staat zo lang in een eigen map van dit programma."
            ),
        ):
            card.body.addWidget(text_label(said, wrap=True))
        return card

    # -- connect -------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.change.clicked.connect(self._ask_change)
        self.sheets.clicked.connect(self._ask_sheets)
        self.keep.clicked.connect(self._ask_keep)
        self.forget.clicked.connect(self._forget)
        self.always.clicked.connect(self._set_always)

    # -- show ----------------------------------------------------------------------------------------------------------

    def show_part(self) -> None:
        """Asks the keyring how it stands; that may take a moment."""
        self.always.setChecked(self._upkeep.always_ask())
        self.change.setEnabled(not self._desk.archive.read_only)
        self.state.setText(self.tr("De sleutelbos wordt gevraagd…"))
        set_tone(self.state, Tone.PLAIN)
        for made in (self.keep, self.forget):
            made.setEnabled(False)
        self._place.tasks.work(self, lambda _progress: self._upkeep.keys.state(), self._show_state, self._tell)

    def _show_state(self, state: KeyState) -> None:
        asked = self._upkeep.always_ask()
        if state.keyring is KeyringState.ABSENT:
            said = self.tr("Deze computer heeft geen sleutelbos voor dit programma. U typt de wachtzin bij het openen.")
        elif state.keyring is KeyringState.REFUSED:
            said = self.tr("De sleutelbos is op slot of geeft geen antwoord. U typt de wachtzin bij het openen.")
        elif state.kept:
            said = self.tr("De sleutel van dit archief staat in de sleutelbos.")
        else:
            said = self.tr("De sleutel van dit archief staat niet in de sleutelbos. U typt de wachtzin bij het openen.")
        self.state.setText(said)
        set_tone(self.state, Tone.GOOD if state.kept else Tone.PLAIN)
        there = state.keyring is KeyringState.AVAILABLE
        self.keep.setEnabled(there and not state.kept and not asked)
        self.forget.setEnabled(there and state.kept)

    # -- slots ---------------------------------------------------------------------------------------------------------

    def _ask_change(self) -> None:
        sheet = ChangeKeySheet(self, self._place, self._upkeep)
        sheet.agreed.connect(self.leave_for)
        sheet.open()

    def leave_for(self, absence: Absence) -> None:
        """Asks the window to close the archive for this work."""
        self.leave_asked.emit(absence)

    def _ask_sheets(self) -> None:
        title, act = self.tr("Noodbladen afdrukken"), self.tr("Noodbladen &tonen")

        def make(typed: str, done: Callable[[object], None], failed: Callable[[Failure], None]) -> None:
            self._place.tasks.work(self, lambda _progress: self._upkeep.keys.sheets(typed), done, failed)

        sheet = AskKeySheet(self, self._place, title, act, make)
        sheet.given.connect(self._show_sheets)
        sheet.open()

    def _show_sheets(self, sheets: tuple[EmergencySheet, ...]) -> None:
        EmergencySheetsDialog(self, self._place, sheets).open()

    def _ask_keep(self) -> None:
        title, act = self.tr("Sleutel in de sleutelbos bewaren"), self.tr("&Bewaren")

        def make(typed: str, done: Callable[[object], None], failed: Callable[[Failure], None]) -> None:
            self._place.tasks.work(self, lambda _progress: self._upkeep.keys.keep(typed), done, failed)

        sheet = AskKeySheet(self, self._place, title, act, make)
        sheet.given.connect(self._show_state)
        sheet.open()

    def _forget(self) -> None:
        self._place.tasks.work(self, lambda _progress: self._upkeep.keys.forget(), self._show_state, self._tell)

    def _set_always(self, asked: bool) -> None:
        self._upkeep.keep_always_ask(asked)
        if asked:
            self._forget()
        else:
            self.show_part()

    def _tell(self, failure: Failure) -> None:
        self.notice.tell(self._place.said(failure), Tone.DANGER)
