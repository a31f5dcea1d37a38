"""Who works here: links this device to a member of the council, so that the log names a person and not a login."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QWidget

from orapp.ui.kit.a11y import announce
from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import set_tone, text_label
from orapp.ui.kit.look import Tone

if TYPE_CHECKING:
    from orapp.domain.council import Council
    from orapp.ui.kit.look import Look
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


class WhoBar(QFrame):
    """One calm line that asks who works on this device, with the members as choices; "later" asks again another time."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("wie-balk")
        self.setProperty("part", "band")
        set_tone(self, Tone.ACCENT)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(14), look.px(6), look.px(10), look.px(6))
        row.setSpacing(look.px(10))
        words = self.tr("Wie werkt hier? Uw naam komt in het logboek en op bewijsbladen.")
        row.addWidget(text_label(words, wrap=True), 1)
        self.member = QComboBox()
        self.member.setObjectName("wie-lid")
        self.member.setAccessibleName(self.tr("Wie werkt hier?"))
        self.member.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.keep = button(self.tr("Dit ben ik"), "wie-opslaan", "primary")
        self.later = button(self.tr("Later"), "wie-later")
        for part in (self.member, self.keep, self.later):
            row.addWidget(part)
        self.keep.clicked.connect(self._keep)
        self.later.clicked.connect(self.hide)
        self.hide()

    def ask(self, council: Council) -> None:
        """Asks, where there is somebody to choose from."""
        self.member.clear()
        for member in council.members:
            self.member.addItem(member.name)
        if self.member.count():
            self.show()
            announce(self, self.member.accessibleName())

    def hide_names(self, *, hidden: bool) -> None:
        """Others look along: who could be at work here is not named."""
        self.member.setVisible(not hidden)
        self.keep.setVisible(not hidden)

    def _keep(self) -> None:
        self.hide()
        self.chosen.emit(self.member.currentText())
