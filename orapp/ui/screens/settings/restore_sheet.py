"""Tries a backup, and puts it in the archive's place only after it was opened and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget
from typing_extensions import override

from orapp.services.upkeep import Absence, Return
from orapp.ui.kit import a11y
from orapp.ui.kit.a11y import announce
from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import breakable, set_tone, text_label
from orapp.ui.kit.look import Tone

if TYPE_CHECKING:
    from pathlib import Path

    from orapp.services.backups import TriedBackup
    from orapp.services.failures import Failure
    from orapp.services.upkeep import Upkeep
    from orapp.ui.kit.tasks import Progress
    from orapp.ui.kit.workplace import Workplace

KEY_FIELD = "passphrase"


class RestoreSheet(Sheet):
    """`tried` carries the name of a backup that was found good; `agreed` carries the work of putting it back."""

    tried = Signal(str)
    agreed = Signal(object)

    def __init__(self, parent: QWidget, place: Workplace, upkeep: Upkeep, backup: Path, *, restore: bool) -> None:
        super().__init__(parent, place.look, "", "herstel-venster")
        self._place = place
        self._upkeep = upkeep
        self._backup = backup
        self._restore = restore
        self._progress: Progress | None = None
        name = self.tr("Reservekopie terugzetten") if restore else self.tr("Proefherstel")
        self.setWindowTitle(name)
        self.setAccessibleName(name)
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self._place.look
        words = self.tr("Kopie: {path}").format(path=breakable(self._backup))
        self.body.addWidget(text_label(words, "strong", wrap=True))
        if self._restore:
            spelled = self.tr(
                "Eerst wordt de kopie op een eigen plaats geopend en gecontroleerd. Daarna zet u haar terug: het archief wordt "
                "gesloten, de kopie komt op zijn plaats en gaat open. Wat u na die kopie deed, staat er dan niet in. Het "
                "archief van nu wordt niet weggegooid: het blijft ernaast staan onder een andere naam."
            )
        else:
            spelled = self.tr(
                "De kopie wordt op een eigen plaats geopend, gecontroleerd en weer weggehaald. Uw archief blijft zoals het is."
            )
        self.body.addWidget(text_label(spelled, wrap=True))
        self.form = Form(look, label_pixels=110)
        hint = self.tr("Leeg: met de sleutel in de sleutelbos. Een kopie van vóór een nieuwe wachtzin gaat open met de oude.")
        self.passphrase = self.form.line(KEY_FIELD, self.tr("&Wachtzin"), hint, secret=True)
        self.body.addWidget(self.form)
        self.busy = QProgressBar()
        a11y.name(self.busy, "herstel-bezig", self.tr("De kopie wordt gecontroleerd"))
        self.busy.setTextVisible(False)
        self.busy.hide()
        self.body.addWidget(self.busy)
        self.outcome = text_label("", wrap=True)
        self.outcome.setObjectName("herstel-uitslag")
        self.outcome.hide()
        self.body.addWidget(self.outcome)
        row = QHBoxLayout()
        row.addStretch(1)
        self.cancel = button(self.tr("&Annuleren"), "annuleren")
        self.check = button(self.tr("&Openen en controleren"), "kopie-controleren", "primary")
        self.act = button(self.tr("&Terugzetten"), "terugzetten", "primary")
        self.check.setDefault(True)
        self.act.hide()
        for made in (self.cancel, self.check, self.act):
            row.addWidget(made)
        self.body.addLayout(row)
        self.setMinimumWidth(min(look.px(620), self.screen().availableSize().width() - 80))
        self.passphrase.setFocus()

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.close)
        self.check.clicked.connect(self._check)
        self.act.clicked.connect(self._agree)
        self.passphrase.textEdited.connect(lambda _text: self._again())

    def _typed(self) -> str | None:
        return self.passphrase.text().strip() or None

    def _again(self) -> None:
        """Another passphrase wants another look at the backup."""
        self.act.hide()
        self.check.show()
        self.check.setDefault(True)

    def _check(self) -> None:
        self.form.clear_all()
        self.outcome.hide()
        self.check.setEnabled(False)
        self.busy.setRange(0, 0)
        self.busy.show()
        restoring, backup, typed = self._upkeep.restoring, self._backup, self._typed()
        self._progress = self._place.tasks.work(
            self, lambda progress: restoring.trial(backup, typed, progress.report), self._tried, self._failed, self._told
        )

    def _told(self, done: int, total: int) -> None:
        self.busy.setRange(0, total)
        self.busy.setValue(done)

    def _tried(self, found: TriedBackup) -> None:
        self._rest()
        if found.findings:
            lines = [self._place.texts.say(code, **fields) for code, fields in found.findings[:10]]
            self._say("\n".join([self.tr("Deze kopie gaat open, maar is niet in orde:"), *lines]), Tone.DANGER)
            return
        words = self.tr(
            "De kopie is in orde. Archief van {council}: {dossiers} dossiers, {letters} brieven, {papers} stukken en {rows} "
            "regels in het logboek."
        )
        said = words.format(
            council=found.council, dossiers=found.dossiers, letters=found.letters, papers=found.files, rows=found.journal_rows
        )
        self._say(said, Tone.GOOD)
        self.tried.emit(found.name)
        if self._restore:
            self.check.hide()
            self.act.show()
            self.act.setDefault(True)
            self.act.setFocus()
        else:
            self.cancel.setText(self.tr("&Sluiten"))
            self.cancel.setFocus()

    def _failed(self, failure: Failure) -> None:
        self._rest()
        said = self._place.said(failure)
        if failure.code in {"archive.wrong_key", "archive.key_needed"}:
            self.form.refuse(KEY_FIELD, said)
        else:
            self._say(said, Tone.DANGER)

    def _rest(self) -> None:
        self._progress = None
        self.busy.hide()
        self.check.setEnabled(True)

    def _say(self, said: str, tone: Tone) -> None:
        self.outcome.setText(said)
        set_tone(self.outcome, tone)
        self.outcome.show()
        self.adjustSize()
        announce(self.outcome, said, urgent=tone is Tone.DANGER)

    def _agree(self) -> None:
        upkeep, backup, typed = self._upkeep, self._backup, self._typed()
        done = self.tr("{backup} is teruggezet. Het archief van daarvoor staat in {aside}.")

        def work() -> Return:
            aside = upkeep.restoring.restore(backup, typed)
            return Return(path=upkeep.path, passphrase=typed, said=done.format(backup=backup.name, aside=aside))

        words = self.tr("De reservekopie wordt teruggezet.")
        self.agreed.emit(Absence(words=words, work=work, otherwise=Return(path=upkeep.path)))
        self.close()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._progress is not None:
            self._progress.cancel()
        super().closeEvent(event)
