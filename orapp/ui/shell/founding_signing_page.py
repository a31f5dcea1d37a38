"""The third question of a new archive: who signs, under which mandate, and who works on this device."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QVBoxLayout
from typing_extensions import override

from orapp.domain.council import MemberRole
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone
from orapp.ui.kit.wizard import WizardPage
from orapp.ui.shell.founding import NamedPerson, Signing

if TYPE_CHECKING:
    from orapp.ui.kit.workplace import Workplace

NOBODY = ""


class SigningPage(WizardPage):
    """Proposes chair and secretary (art. 7 gives the chair representation in court only; a letter needs more)."""

    def __init__(self, place: Workplace, people: Callable[[], tuple[NamedPerson, ...]]) -> None:
        super().__init__()
        self._place = place
        self._people = people
        self._proposed: dict[str, str] = {}
        self.title = self.tr("Ondertekening")
        look = place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, look.px(8), 0)
        law = self.tr(
            "Artikel 7 WOR laat de voorzitter de raad alleen in rechte vertegenwoordigen. Voor een brief is een besluit van de "
            "raad nodig, of een mandaat dat de raad heeft vastgelegd. Noteer dat hier als het er is."
        )
        column.addWidget(text_label(law, "quiet", wrap=True))
        self.form = Form(look, label_pixels=150)
        self.first = self.form.choice("first", self.tr("&Eerste ondertekenaar"), [])
        self.second = self.form.choice("second", self.tr("T&weede ondertekenaar"), [])
        self.mandate = self.form.line(
            "mandate", self.tr("&Mandaat"), self.tr("Bijvoorbeeld: reglement artikel 12, of OR-besluit van 3 februari")
        )
        self.here = self.form.choice(
            "here",
            self.tr("W&ie werkt op dit apparaat"),
            [],
            self.tr("Deze naam komt in het logboek. Het is een opgave, geen bewijs."),
        )
        column.addWidget(self.form)
        self.caution = text_label("", "small", wrap=True, tone=Tone.ATTENTION)
        self.caution.setObjectName("mandaat-nodig")
        column.addWidget(self.caution)
        column.addStretch(1)
        for choice in (self.first, self.second):
            choice.currentIndexChanged.connect(self._show_caution)
        self.mandate.textChanged.connect(self._show_caution)

    @property
    def signing(self) -> Signing:
        """Who signs, as chosen."""
        keys = dict.fromkeys(str(choice.currentData() or NOBODY) for choice in (self.first, self.second))
        return Signing(keys=tuple(key for key in keys if key), mandate=self.mandate.text().strip())

    @property
    def works_here(self) -> str:
        """The key of who works on this device, or empty."""
        return str(self.here.currentData() or NOBODY)

    @override
    def shown(self) -> None:
        people = self._people()
        self._fill(self.first, people, "chair", self.tr("Niemand"))
        self._fill(self.second, people, "secretary", self.tr("Niemand"))
        self._fill(self.here, people, NOBODY, self.tr("Later kiezen"))
        self._show_caution()
        self.first.setFocus()

    def _fill(self, choice: QComboBox, people: tuple[NamedPerson, ...], usual: str, nobody: str) -> None:
        """The people as they are typed now; what was chosen stays, and who was named since is proposed once."""
        known = {person.key for person in people}
        chosen = str(choice.currentData() or NOBODY)
        if usual in known and self._proposed.get(choice.objectName()) != usual:
            chosen = self._proposed[choice.objectName()] = usual
        choice.clear()
        choice.addItem(nobody, NOBODY)
        for person in people:
            words = self.tr("{name}, {role}").format(name=person.name, role=self._place.texts.label(person.role))
            choice.addItem(words, person.key)
        choice.setCurrentIndex(max(0, choice.findData(chosen)))

    def _show_caution(self) -> None:
        official = {person.key for person in self._people() if person.role is MemberRole.OFFICIAL_SECRETARY}
        signing = self.signing
        needs = bool(official & set(signing.keys)) and not signing.mandate
        words = self.tr(
            "De ambtelijk secretaris is geen lid van de raad en ondertekent alleen met een vastgelegd mandaat. "
            "Zonder mandaat laat het programma deze ondertekening weg."
        )
        self.caution.setText(words if needs else "")
        self.caution.setVisible(needs)
