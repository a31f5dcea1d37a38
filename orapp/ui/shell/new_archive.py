"""A new archive: the council's name and organisation, a proposed passphrase, and where the file stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from orapp.domain.council import CouncilKind
from orapp.services.failures import Failure
from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.notices import NoticeBar
from orapp.ui.kit.workplace import capital

if TYPE_CHECKING:
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.shell.doors import Doors

SHORTEST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class NewArchive:
    """What is asked for a new archive."""

    path: Path
    name: str
    organisation: str
    kind: CouncilKind
    public_employer: bool
    passphrase: str
    keep_key: bool


class NewArchiveDialog(Sheet):
    """Asks what a new archive needs, and no more."""

    asked = Signal(object)

    def __init__(self, parent: QWidget, place: Workplace, doors: Doors) -> None:
        super().__init__(parent, place.look, self.tr("Nieuw archief"), "nieuw-archief-venster")
        self._place = place
        self._doors = doors
        look = place.look
        self.notice = NoticeBar(look)
        self.body.addWidget(self.notice)
        self.form = Form(look)
        self.name = self.form.line("name", self.tr("&Naam van de ondernemingsraad"), self.tr("Bijvoorbeeld: OR Lindewaard"))
        self.organisation = self.form.line("organisation", self.tr("&Onderneming"))
        kinds = [(kind.value, capital(place.texts.label(kind))) for kind in CouncilKind]
        self.kind = self.form.choice("kind", self.tr("&Soort"), kinds)
        self.public = self.form.check("public", self.tr("O&verheidswerkgever (art. 46d WOR kan spelen)"))
        advice = self.tr(
            "Deze woorden openen het archief op elke computer. Hierna drukt u er twee noodbladen van af. "
            "Wie de wachtzin en de noodbladen kwijt is, is het archief kwijt."
        )
        self.passphrase = self.form.line("passphrase", self.tr("&Wachtzin"), advice)
        self.keep = self.form.check("keep", self.tr("&Bewaar de sleutel in de sleutelbos van deze computer"))
        self.body.addWidget(self.form)
        honest = self.tr(
            "De versleuteling beschermt bij verlies en tegen derden, niet tegen een beheerder van deze computer "
            "terwijl het archief open is."
        )
        self.body.addWidget(text_label(honest, "small", wrap=True))
        row = QHBoxLayout()
        row.addStretch(1)
        self.cancel = button(self.tr("&Annuleren"), "annuleren")
        self.make = button(self.tr("Archief &maken…"), "maken", "primary")
        self.make.setDefault(True)
        row.addWidget(self.cancel)
        row.addWidget(self.make)
        self.body.addLayout(row)
        self.setMinimumWidth(look.px(700))
        self.cancel.clicked.connect(self.close)
        self.make.clicked.connect(self._check)
        self.name.setFocus()
        place.tasks.work(self, lambda _progress: doors.archives().propose_passphrase(), self.passphrase.setText)

    def refuse(self, failure: Failure) -> None:
        """Shows why the archive was not made: beside its field where it names one."""
        said = self._place.said(failure)
        self.make.setEnabled(True)
        if not self.form.refuse(failure.fields.get("place", ""), said):
            self.notice.tell(said, Tone.DANGER)

    def _check(self) -> None:
        if not self.name.text().strip():
            self.form.refuse("name", self.tr("Geef de ondernemingsraad een naam."))
            return
        if len(self.passphrase.text().strip()) < SHORTEST:
            self.form.refuse("passphrase", self.tr("Kies een wachtzin van ten minste {count} tekens.").format(count=SHORTEST))
            return
        proposal = self._doors.folder / f"{self.name.text().strip()}.orarchief"
        kinds = self.tr("Archieven (*.orarchief)")
        self._place.asker.name_file(self, self.tr("Waar komt het archief te staan?"), proposal, kinds, self._ask)

    def _ask(self, path: Path) -> None:
        self.make.setEnabled(False)
        self.asked.emit(
            NewArchive(
                path=path,
                name=self.name.text().strip(),
                organisation=self.organisation.text().strip(),
                kind=CouncilKind(self.kind.currentData()),
                public_employer=self.public.isChecked(),
                passphrase=self.passphrase.text().strip(),
                keep_key=self.keep.isChecked(),
            )
        )
