"""The dialogs that ask for the passphrase: once for an act, and with a new one to change it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from orapp.services.failures import Failure
from orapp.services.upkeep import Absence, Return
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label

if TYPE_CHECKING:
    from orapp.services.upkeep import Upkeep
    from orapp.ui.kit.workplace import Workplace

SHORTEST = 12
OLD, NEW, AGAIN = "old", "new", "again"

Act = Callable[[str, Callable[[object], None], Callable[[Failure], None]], None]
"""Does something with the passphrase on a lane, and calls back with the outcome or the failure."""


def _buttons(sheet: Sheet) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    sheet.body.addLayout(row)
    return row


class AskKeySheet(Sheet):
    """Asks for the passphrase and does one act with it; a wrong one is told beside the field. `given` carries what it gave."""

    given = Signal(object)

    def __init__(self, parent: QWidget, place: Workplace, title: str, act: str, make: Act) -> None:
        super().__init__(parent, place.look, title, "wachtzin-venster")
        self._place = place
        self._make = make
        self.form = Form(place.look, label_pixels=110)
        self.typed = self.form.line(OLD, self.tr("&Wachtzin"), self.tr("Zij staat op de noodbladen."), secret=True)
        self.body.addWidget(self.form)
        row = _buttons(self)
        self.cancel = button(self.tr("&Annuleren"), "annuleren")
        self.act = button(act, "wachtzin-gebruiken", "primary")
        self.act.setDefault(True)
        row.addWidget(self.cancel)
        row.addWidget(self.act)
        self.setMinimumWidth(min(place.look.px(520), self.screen().availableSize().width() - 80))
        self.cancel.clicked.connect(self.close)
        self.act.clicked.connect(self._do)
        self.typed.setFocus()

    def _do(self) -> None:
        typed = self.typed.text().strip()
        if not typed:
            self.form.refuse(OLD, self.tr("Vul de wachtzin in."))
            return
        self.act.setEnabled(False)
        self._make(typed, self._done, self._failed)

    def _done(self, outcome: object) -> None:
        self.close()
        self.given.emit(outcome)

    def _failed(self, failure: Failure) -> None:
        self.act.setEnabled(True)
        self.form.refuse(OLD, self._place.said(failure))


class ChangeKeySheet(Sheet):
    """Asks for the old passphrase and twice for the new one. `agreed` carries the work, for which the archive is closed."""

    agreed = Signal(object)

    def __init__(self, parent: QWidget, place: Workplace, upkeep: Upkeep) -> None:
        super().__init__(parent, place.look, self.tr("Wachtzin wijzigen"), "wachtzin-wijzigen-venster")
        self._place = place
        self._upkeep = upkeep
        words = self.tr(
            "Het archief wordt gesloten, krijgt een nieuwe wachtzin en gaat weer open. Vooraf komt er een reservekopie. Eerdere "
            "kopieën gaan open met de oude wachtzin: bewaar het oude noodblad zolang die er zijn, en druk twee nieuwe af."
        )
        self.body.addWidget(text_label(words, wrap=True))
        self.form = Form(place.look, label_pixels=150)
        self.old = self.form.line(OLD, self.tr("&Wachtzin van nu"), secret=True)
        self.new = self.form.line(NEW, self.tr("&Nieuwe wachtzin"), secret=True)
        self.again = self.form.line(AGAIN, self.tr("Nieuwe wachtzin no&gmaals"), secret=True)
        self.body.addWidget(self.form)
        self.show_words = QCheckBox(self.tr("Nieuwe wachtzin &tonen"))
        a11y.name(self.show_words, "wachtzin-tonen", self.tr("Nieuwe wachtzin tonen"))
        self.body.addWidget(self.show_words)
        row = _buttons(self)
        self.propose: QPushButton = button(self.tr("Zes woorden &voorstellen"), "wachtzin-voorstellen")
        self.cancel = button(self.tr("&Annuleren"), "annuleren")
        self.act = button(self.tr("Wachtzin w&ijzigen"), "wachtzin-zetten", "primary")
        self.act.setDefault(True)
        row.insertWidget(0, self.propose)
        row.addWidget(self.cancel)
        row.addWidget(self.act)
        self.setMinimumWidth(min(place.look.px(620), self.screen().availableSize().width() - 80))
        self.show_words.toggled.connect(self._show_words)
        self.propose.clicked.connect(self._ask_words)
        self.cancel.clicked.connect(self.close)
        self.act.clicked.connect(self._check)
        self.old.setFocus()

    def _show_words(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.new.setEchoMode(mode)
        self.again.setEchoMode(mode)

    def _ask_words(self) -> None:
        self._place.tasks.work(self, lambda _progress: self._upkeep.keys.propose(), self._take_words, self._failed)

    def _take_words(self, words: str) -> None:
        """What is proposed must be seen, or nobody can write it down."""
        self.show_words.setChecked(True)
        self.new.setText(words)
        self.again.setText(words)
        self.form.clear_all()
        self.act.setFocus()

    def _check(self) -> None:
        self.form.clear_all()
        old, new = self.old.text().strip(), self.new.text().strip()
        if not old:
            self.form.refuse(OLD, self.tr("Vul de wachtzin van nu in."))
        elif len(new) < SHORTEST:
            self.form.refuse(NEW, self._place.texts.say("passphrase.too_short", least=SHORTEST))
        elif self.again.text().strip() != new:
            self.form.refuse(AGAIN, self.tr("Dit is niet dezelfde wachtzin als hierboven."))
        else:
            self.act.setEnabled(False)
            # Known before the archive is closed: whoever mistypes stays where he is.
            self._place.tasks.work(
                self, lambda _progress: self._upkeep.keys.check(old), lambda _none: self._agree(old, new), self._failed
            )

    def _failed(self, failure: Failure) -> None:
        self.act.setEnabled(True)
        self.form.refuse(OLD, self._place.said(failure))

    def _agree(self, old: str, new: str) -> None:
        upkeep, person = self._upkeep, self._place.here.person
        said = self._place.texts.say("archive.passphrase_changed")

        def work() -> Return:
            upkeep.keys.change(old, new, person)
            return Return(path=upkeep.path, passphrase=new, said=said)

        words = self.tr("De wachtzin wordt gewijzigd. Dit duurt even; zet de computer niet uit.")
        self.agreed.emit(Absence(words=words, work=work, otherwise=Return(path=upkeep.path, passphrase=old)))
        self.close()
