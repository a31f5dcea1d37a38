"""Who works here: links this device to a member of the council, so that the log names a person and not a login."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label

if TYPE_CHECKING:
    from orapp.domain.council import Council
    from orapp.ui.kit.workplace import Workplace

OTHER = ""


class WhoDialog(Sheet):
    """Asks for a member of the council, or another name."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, place: Workplace, council: Council, present: str) -> None:
        super().__init__(parent, place.look, self.tr("Wie werkt hier?"), "wie-werkt-hier")
        honest = self.tr(
            "Deze naam komt in het logboek en op bewijsbladen bij wat u op deze computer doet. Het is een opgave, geen bewijs: "
            "wie de wachtzin kent, kan het archief openen."
        )
        self.body.addWidget(text_label(honest, "small", wrap=True))
        self.form = Form(place.look)
        names = [member.name for member in council.members]
        options = [*((name, name) for name in names), (OTHER, self.tr("Iemand anders"))]
        self.member = self.form.choice("member", self.tr("&Lid van de raad"), options)
        self.other = self.form.line("other", self.tr("&Andere naam"))
        self.body.addWidget(self.form)
        known = present in names
        self.member.setCurrentIndex(names.index(present) if known else len(names))
        self.other.setText("" if known else present)
        row = QHBoxLayout()
        row.addStretch(1)
        self.cancel = button(self.tr("A&nnuleren"), "annuleren")
        self.keep = button(self.tr("&Opslaan"), "opslaan", "primary")
        self.keep.setDefault(True)
        row.addWidget(self.cancel)
        row.addWidget(self.keep)
        self.body.addLayout(row)
        self.setMinimumWidth(place.look.px(520))
        self.member.currentIndexChanged.connect(self._show_other)
        self.cancel.clicked.connect(self.close)
        self.keep.clicked.connect(self._keep)
        self._show_other()
        self.member.setFocus()

    def _show_other(self) -> None:
        self.other.setEnabled(self.member.currentData() == OTHER)

    def _keep(self) -> None:
        name = str(self.member.currentData() or "") or self.other.text().strip()
        if not name:
            self.form.refuse("other", self.tr("Vul een naam in."))
            return
        self.chosen.emit(name)
        self.close()
