"""Who works on this device: the name that stands in the journal and on proof sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from orapp.ui.kit.card_stack import CardStack
from orapp.ui.kit.cards import Card, button
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Tone

if TYPE_CHECKING:
    from orapp.domain.council import Council
    from orapp.services.desk import Desk
    from orapp.services.upkeep import Upkeep
    from orapp.ui.kit.workplace import Workplace

OTHER = ""
PERSON = "person"


class WhoPart(CardStack):
    """A member of the council, or another name; remembered on this computer for this archive."""

    def __init__(self, desk: Desk, place: Workplace, upkeep: Upkeep) -> None:
        super().__init__(place.look)
        self._desk = desk
        self._place = place
        self._upkeep = upkeep
        look = place.look
        column = self.column
        card = Card(look, self.tr("Wie werkt hier"))
        words = self.tr(
            "Deze naam komt in het logboek en op bewijsbladen bij wat u op deze computer doet. Het is een opgave, geen bewijs: "
            "wie de wachtzin kent, kan het archief openen."
        )
        card.body.addWidget(text_label(words, "quiet", wrap=True))
        self.form = Form(look)
        self.member = self.form.choice("member", self.tr("L&id van de raad"), [])
        self.other = self.form.line("other", self.tr("A&ndere naam"))
        card.body.addWidget(self.form)
        row = QHBoxLayout()
        self.keep = button(self.tr("&Opslaan"), "wie-ik-ben-opslaan", "primary")
        row.addWidget(self.keep)
        row.addStretch(1)
        card.body.addLayout(row)
        self._hidden = text_label(self.tr("Verborgen: het scherm wordt gedeeld."), "quiet", wrap=True)
        self._hidden.setObjectName("wie-verborgen")
        card.body.addWidget(self._hidden)
        column.addWidget(card)
        column.addStretch(1)
        self.member.activated.connect(lambda _number: self._show_other())
        self.keep.clicked.connect(self._keep)
        self._hide_names()
        place.here.changed.connect(self.show_part)

    def show_part(self) -> None:
        """Reads who is in the council; nobody is named to others who look along."""
        self._hide_names()
        self._place.tasks.read(self, "raad", self._desk.council.read, self._show)

    def _hide_names(self) -> None:
        shared = self._place.here.shared
        self.form.setVisible(not shared)
        self.keep.setVisible(not shared)
        self._hidden.setVisible(shared)
        if shared:
            self.notice.hide()  # it may name who works here

    def _show(self, council: Council) -> None:
        if self.other.isModified():
            return
        present = self._place.here.person
        names = [member.name for member in council.members]
        self.member.clear()
        for name in names:
            self.member.addItem(name, name)
        self.member.addItem(self.tr("Iemand anders"), OTHER)
        known = present in names
        self.member.setCurrentIndex(names.index(present) if known else len(names))
        self.other.setText("" if known else present)
        self._show_other()

    def _show_other(self) -> None:
        self.other.setEnabled(self.member.currentData() == OTHER)

    def _keep(self) -> None:
        name = str(self.member.currentData() or "") or self.other.text().strip()
        if not name:
            self.form.refuse("other", self.tr("Vul een naam in."))
            return
        self.form.clear_all()
        self.other.setModified(False)
        self._place.memory.keep(f"{PERSON} {self._upkeep.path}", name)
        self._place.here.work_as(name)
        self.notice.tell(self.tr("Vanaf nu staat {name} in het logboek.").format(name=name), Tone.GOOD)
