"""Destroying a dossier for good: what it means, the reason that stays, and afterwards what backups still hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from orapp.services.failures import Failure
from orapp.texts.dates import long_date
from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.forms import Form
from orapp.ui.kit.labels import text_label

if TYPE_CHECKING:
    from orapp.services.rows import BinRow, DestructionReport
    from orapp.ui.kit.look import Look

MOST_NAMED = 5


class DestroySheet(Sheet):
    """Spells out what destroying means and asks for the reason; `destroy` gets it and may come back with a refusal."""

    def __init__(self, parent: QWidget, look: Look, row: BinRow, destroy: Callable[[str], None]) -> None:
        super().__init__(parent, look, self.tr("Voorgoed vernietigen"), "vernietigen")
        self._destroy = destroy
        self.body.addWidget(text_label(row.label, "strong", wrap=True))
        for words in (
            self.tr("Alles van dit dossier gaat weg: de aanvraag, de stukken, de brieven, de toezeggingen en de aantekeningen."),
            self.tr(
                "Ook wat het logboek van de inhoud bewaart, gaat weg. Dat iets is vernietigd, door wie en waarom, blijft staan."
            ),
            self.tr(
                "Dit is niet ongedaan te maken. In eerdere reservekopieën staat het dossier nog; u leest straks tot wanneer."
            ),
        ):
            self.body.addWidget(text_label(words, "", wrap=True))
        self.form = Form(look, label_pixels=90)
        self.reason = self.form.line(
            "reason",
            self.tr("&Reden"),
            self.tr("Bijvoorbeeld: bewaartermijn verstreken. Schrijf hier niets uit het dossier zelf."),
        )
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        acts = QHBoxLayout()
        acts.addStretch(1)
        self.destroy_button = button(self.tr("Voorgoed &vernietigen"), "vernietigen-nu", "danger")
        self.cancel_button = button(self.tr("&Annuleren"), "vernietigen-annuleren", "primary")
        acts.addWidget(self.cancel_button)
        acts.addWidget(self.destroy_button)
        self.body.addLayout(acts)
        self.destroy_button.clicked.connect(lambda: self._destroy(self.reason.text()))
        self.cancel_button.clicked.connect(self.reject)
        self.take_size(560, 400)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, failure: Failure, said: str) -> None:
        """Says beside the field why it was not done."""
        self.form.refuse(failure.fields.get("place", "reason"), said)


def told(report: DestructionReport) -> str:
    """What was destroyed, and until when backups still hold it."""
    counts = QCoreApplication.translate(
        "bin", "Vernietigd: {items} onderdelen van het dossier en {values} waarden in het logboek."
    ).format(items=report.items, values=report.journal_values)
    said = [counts]
    if report.last_backup_ends is not None:
        said.append(
            QCoreApplication.translate(
                "bin", "Automatische reservekopieën bevatten het dossier nog. De laatste daarvan vervalt op {day}."
            ).format(day=long_date(report.last_backup_ends))
        )
    else:
        said.append(QCoreApplication.translate("bin", "Geen automatische reservekopie bevat het dossier nog."))
    if report.backups_kept_by_hand:
        names = ", ".join(report.backups_kept_by_hand[:MOST_NAMED])
        more = len(report.backups_kept_by_hand) - MOST_NAMED
        if more > 0:
            names = QCoreApplication.translate("bin", "{names} en nog {more}").format(names=names, more=more)
        said.append(
            QCoreApplication.translate(
                "bin", "Met de hand gemaakte kopieën vervallen niet vanzelf; verwijder ze zelf: {names}."
            ).format(names=names)
        )
    return "\n\n".join(said)
