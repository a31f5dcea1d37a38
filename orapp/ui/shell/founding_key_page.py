"""The last question of a new archive: its key, whether this computer keeps it, and where the file stands."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.ui.kit.cards import button
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.wizard import WizardPage
from orapp.ui.shell.founding import SUFFIX, proposed_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.shell.doors import Doors

AVAILABLE = "available"


class KeyPage(WizardPage):
    """Proposes a passphrase of Dutch words and a place in the user's own folder."""

    def __init__(self, place: Workplace, doors: Doors, name: Callable[[], str]) -> None:
        super().__init__()
        self._place = place
        self._doors = doors
        self._name = name
        self._proposed_file = ""
        self.title = self.tr("De sleutel")
        self._build()
        self.another.clicked.connect(self.propose)
        self.choose.clicked.connect(self._choose_file)
        self.path.editingFinished.connect(self._look_at_place)
        self.propose()
        place.tasks.work(self, lambda _progress: doors.keyring_state(), self._offer_keyring)

    def _build(self) -> None:
        look = self._place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, look.px(8), 0)
        self.form = Form(look, label_pixels=150)
        advice = self.tr(
            "Deze woorden openen het archief op elke computer. Hierna drukt u er twee noodbladen van af. "
            "Wie de wachtzin en de noodbladen kwijt is, is het archief kwijt."
        )
        self.passphrase = self.form.line("passphrase", self.tr("&Wachtzin"), advice)
        self.another = button(self.tr("Andere w&oorden"), "andere-woorden")
        beside = QHBoxLayout()
        beside.addSpacing(look.px(162))
        beside.addWidget(self.another)
        beside.addStretch(1)
        column.addWidget(self.form)
        column.addLayout(beside)
        self.form_of_file = Form(look, label_pixels=150)
        self.keep = self.form_of_file.check("keep", self.tr("&Bewaar de sleutel in de sleutelbos van deze computer"))
        self.keep.hide()
        self.keyring_words = text_label("", "small", wrap=True)
        self.keyring_words.setObjectName("sleutelbos-uitleg")
        self.path = self.form_of_file.add("path", self.tr("Waar het &bestand staat"), QLineEdit())
        self.path.textEdited.connect(lambda _text: self.form_of_file.clear("path"))
        column.addWidget(self.form_of_file)
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(look.px(162), 0, 0, 0)
        self.choose = button(self.tr("Andere &plaats…"), "andere-plaats")
        inside.addWidget(self.choose)
        inside.addStretch(1)
        column.addWidget(row)
        self.place_warning = text_label("", "small", wrap=True, tone=Tone.ATTENTION)
        self.place_warning.setObjectName("plaats-waarschuwing")
        self.place_warning.hide()
        column.addWidget(self.place_warning)
        column.addWidget(self.keyring_words)
        honest = self.tr(
            "De versleuteling beschermt bij verlies en tegen derden, niet tegen een beheerder van deze computer "
            "terwijl het archief open is."
        )
        column.addWidget(text_label(honest, "small", wrap=True))
        column.addStretch(1)

    @property
    def file(self) -> Path:
        """Where the archive comes to stand."""
        path = Path(self.path.text().strip())
        return path if path.suffix == SUFFIX or not path.name else path.with_name(f"{path.name}{SUFFIX}")

    def propose(self) -> None:
        """Proposes another passphrase."""
        doors, before = self._doors, self.passphrase.text()
        self._place.tasks.work(
            self, lambda _progress: doors.archives().propose_passphrase(), lambda words: self._take_proposal(words, before)
        )

    def _take_proposal(self, words: str, before: str) -> None:
        if self.passphrase.text() != before:
            return  # somebody typed words of their own meanwhile
        self.passphrase.setText(words)
        self.passphrase.setCursorPosition(0)
        self.form.clear("passphrase")

    def _offer_keyring(self, state: str) -> None:
        """The keyring is offered only where there is one; what that means is said in plain words."""
        there = state == AVAILABLE
        self.keep.setVisible(there)
        self.keep.setChecked(there)
        if there:
            words = self.tr(
                "Met de sleutel in de sleutelbos opent het archief op deze computer zonder vraag, voor wie met uw account is "
                "aangemeld. Zonder vinkje vraagt het programma elke keer de wachtzin."
            )
        else:
            words = self.tr("Deze computer heeft geen sleutelbos die open is: het programma vraagt elke keer de wachtzin.")
        self.keyring_words.setText(words)

    @override
    def shown(self) -> None:
        """The file follows the name of the council until somebody chose another place."""
        if self.path.text() == self._proposed_file:
            self._proposed_file = str(proposed_file(self._doors.folder, self._name()))
            self.path.setText(self._proposed_file)
        self._look_at_place()
        self.passphrase.setFocus()

    @override
    def complete(self) -> bool:
        if not self.passphrase.text().strip():
            self.form.refuse("passphrase", self.tr("Kies een wachtzin, of neem de voorgestelde woorden."))
            return False
        if not self.file.name:
            self.form_of_file.refuse("path", self.tr("Kies waar het bestand komt te staan."))
            return False
        return True

    def _choose_file(self) -> None:
        kinds = self.tr("Archieven (*.orarchief)")
        title = self.tr("Waar komt het archief te staan?")
        self._place.asker.name_file(self, title, self.file, kinds, self._take_file)

    def _take_file(self, path: Path) -> None:
        self.path.setText(str(path))
        self.form_of_file.clear("path")
        self._look_at_place()

    def _look_at_place(self) -> None:
        """Says it where the folder is synchronised or on the network: an open archive may lose changes there."""
        if self.path.text().strip():
            path, look = self.file, self._doors.unsafe_place
            self._place.tasks.work(self, lambda _progress: look(path), self._show_warning)

    def _show_warning(self, found: tuple[str, Mapping[str, str]] | None) -> None:
        self.place_warning.setVisible(found is not None)
        if found is not None:
            self.place_warning.setText(self._place.texts.say(found[0], **found[1]))
