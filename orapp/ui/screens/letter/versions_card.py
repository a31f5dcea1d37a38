"""The versions that were made of a letter, each with its Word file, and what happened to the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal

from orapp.letters.content import LetterStatus
from orapp.letters.fingerprint import short
from orapp.texts.dates import plain_date
from orapp.ui.kit.cards import Card, empty_hint
from orapp.ui.kit.labels import Pill, text_label
from orapp.ui.kit.look import Tone
from orapp.ui.screens.letter.row_button import RowButton

if TYPE_CHECKING:
    from orapp.domain.letters import Letter, LetterVersion
    from orapp.ui.kit.workplace import Workplace

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class VersionsCard(Card):
    """Versions, newest first. `opened` gives the version whose Word file is asked, `pdf_asked` that whose PDF is.

    `returned_asked` asks to see what came back from Word.
    """

    opened = Signal(object)
    returned_asked = Signal()
    pdf_asked = Signal(object)

    def __init__(self, place: Workplace) -> None:
        super().__init__(place.look)
        self.setObjectName("versies")
        self._place = place
        self._shown: tuple[object, ...] = ()
        self._letter: Letter | None = None
        self._returned = ""
        self.body.setSpacing(place.look.px(2))

    def show_letter(self, letter: Letter) -> None:
        """Shows the versions and acts of a letter."""
        acts = self._acts(letter)
        self._letter = letter
        shown = (letter.id, letter.versions, acts, self._returned)
        if shown == self._shown:
            return
        self._shown = shown
        while self.body.count():
            item = self.body.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.body.addWidget(text_label(self.tr("Versies"), "heading"))
        for words in acts:
            self.body.addWidget(text_label(words, "quiet", wrap=True))
        if self._returned:
            self.body.addWidget(self._returned_row())
        for version in reversed(letter.versions):
            self.body.addWidget(self._row(version))
            if version.pdf is not None:
                self.body.addWidget(self._pdf_row(version))
        if not letter.versions:
            hint = self.tr("Nog geen versie. Elke keer dat u een Word-bestand maakt, bewaart het dossier die versie.")
            self.body.addWidget(empty_hint(hint))

    def show_returned(self, words: str) -> None:
        """Says that a file came back from Word and what is in it; empty words take that away."""
        if words != self._returned:
            self._returned = words
            if self._letter is not None:
                self.show_letter(self._letter)

    def _returned_row(self) -> RowButton:
        row = RowButton(self._place.look, "teruggekomen-uit-word")
        row.row.addWidget(text_label(self.tr("Uit Word: {what}").format(what=self._returned), wrap=True), 1)
        row.row.addWidget(Pill(self.tr("bekijken"), Tone.ACCENT))
        row.setAccessibleName(self.tr("Teruggekomen uit Word: {what}; bekijken").format(what=self._returned))
        row.clicked.connect(self.returned_asked)
        return row

    def _row(self, version: LetterVersion) -> RowButton:
        at = version.made_at.astimezone(AMSTERDAM)
        when = f"{plain_date(at.date())} {at:%H.%M}"
        words = self.tr("v{number} · {when} · {who}").format(number=version.number, when=when, who=version.made_by)
        row = RowButton(self._place.look, f"versie-{version.number}")
        row.row.addWidget(text_label(words, wrap=True), 1)
        status = self._place.texts.label_of("LetterStatus", version.status)
        tone = Tone.ATTENTION if version.status == LetterStatus.CONCEPT.value else Tone.GOOD
        row.row.addWidget(Pill(status, tone))
        row.setAccessibleName(self.tr("{version}, {status}: Word-bestand openen").format(version=words, status=status))
        row.setToolTip(self.tr("Opent het Word-bestand van deze versie"))
        row.clicked.connect(lambda: self.opened.emit(version))
        return row

    def _pdf_row(self, version: LetterVersion) -> RowButton:
        words = self.tr("v{number} als PDF · {by}").format(number=version.number, by=version.pdf_made_by)
        row = RowButton(self._place.look, f"pdf-{version.number}")
        row.row.addWidget(text_label(words, "quiet", wrap=True), 1)
        row.row.addWidget(Pill(self.tr("archief")))
        row.setAccessibleName(self.tr("{version}: openen").format(version=words))
        row.clicked.connect(lambda: self.pdf_asked.emit(version))
        return row

    def _acts(self, letter: Letter) -> tuple[str, ...]:
        found = []
        if letter.handed_over_on is not None:
            words = self.tr("Ter vaststelling gegeven op {on} door {who}.")
            if letter.handed_over_version:
                words = self.tr("Versie {version} ter vaststelling aangeboden op {on} door {who}.")
            on, who = plain_date(letter.handed_over_on), letter.handed_over_by
            found.append(words.format(on=on, who=who, version=letter.handed_over_version))
        if letter.adopted_on is not None:
            words = self.tr("Vastgesteld op {on} als {reference}.") if letter.reference else self.tr("Vastgesteld op {on}.")
            found.append(words.format(on=plain_date(letter.adopted_on), reference=letter.reference))
        if letter.agreed_on is not None:
            words = self.tr("Tweede lid akkoord met wat wordt opgegeven: {who}, {on}.")
            found.append(words.format(on=plain_date(letter.agreed_on), who=letter.agreed_by))
        if letter.signed_on is not None:
            words = self.tr("Ondertekend op {on} door {who}.")
            if letter.signed_under:
                words = self.tr("Ondertekend op {on} door {who}. Mandaat: {under}.")
            under = letter.signed_under.rstrip(". ")
            found.append(words.format(on=plain_date(letter.signed_on), who=" en ".join(letter.signed_by), under=under))
        if letter.sent_on is not None:
            words = self.tr("Verzonden op {on}: {channel}.")
            found.append(words.format(on=plain_date(letter.sent_on), channel=letter.sent_channel))
        found += self._after_sending(letter)
        return tuple(found)

    def _after_sending(self, letter: Letter) -> list[str]:
        found = []
        if letter.arrived_on is not None:
            words = self.tr("Ontvangen op {on}: {proof}.") if letter.arrival_proof else self.tr("Ontvangen op {on}.")
            found.append(words.format(on=plain_date(letter.arrived_on), proof=letter.arrival_proof))
        if letter.answered_on is not None:
            found.append(self.tr("Beantwoord op {on}.").format(on=plain_date(letter.answered_on)))
        if letter.archived_on is not None:
            words = self.tr("Gearchiveerd op {on} door {who}.")
            found.append(words.format(on=plain_date(letter.archived_on), who=letter.archived_by))
        if letter.fingerprint:
            found.append(self.tr("Vingerafdruk {short}.").format(short=short(letter.fingerprint)))
        return found
