"""The archive itself: where it stands, whether it can be written, and whether it is whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from orapp.services.failures import Circumstance, Failure
from orapp.ui.kit import a11y
from orapp.ui.kit.a11y import announce
from orapp.ui.kit.cards import Card, Pairs, button
from orapp.ui.kit.labels import breakable, set_tone, text_label
from orapp.ui.kit.look import Tone
from orapp.ui.screens.settings.facts import size_words

if TYPE_CHECKING:
    from orapp.services.desk import Desk
    from orapp.services.rows import VerifyReport
    from orapp.ui.kit.workplace import Workplace

MOST_FINDINGS = 20
HEAD_SIGNS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class _Standing:
    size: int
    rows: int
    head: str


class ArchivePart(QWidget):
    """Facts, and "Archief controleren" with its result in plain words."""

    def __init__(self, desk: Desk, place: Workplace) -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        look = place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        self._facts = Card(look, self.tr("Het archief"))
        self._pairs: QWidget | None = None
        column.addWidget(self._facts)
        card = Card(look, self.tr("Archief controleren"))
        words = self.tr(
            "Leest het hele bestand en kijkt of er niets aan is beschadigd, of het logboek klopt, of elk stuk er nog is en of de "
            "bewaarde termijnen die van de wet zijn. Er wordt niets veranderd; u kunt doorwerken."
        )
        card.body.addWidget(text_label(words, "quiet", wrap=True))
        row = QHBoxLayout()
        self.verify = button(self.tr("Archief &controleren"), "archief-controleren", "primary")
        row.addWidget(self.verify)
        self.busy = QProgressBar()
        a11y.name(self.busy, "controle-bezig", self.tr("Het archief wordt gecontroleerd"))
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.hide()
        row.addWidget(self.busy, 1)
        row.addStretch(1)
        card.body.addLayout(row)
        self.result = text_label("", wrap=True)
        self.result.setObjectName("controle-uitslag")
        self.result.hide()
        card.body.addWidget(self.result)
        column.addWidget(card)
        column.addStretch(1)
        self.verify.clicked.connect(self._verify)

    def show_part(self) -> None:
        """Reads the facts again."""
        archive = self._desk.archive

        def look_at() -> _Standing:
            try:
                size = archive.path.stat().st_size
            except OSError as error:
                raise Circumstance("archive.not_found", path=str(archive.path)) from error
            with archive.read() as reader:
                rows, head = reader.journal_head()
            return _Standing(size=size, rows=rows, head=head)

        self._place.tasks.read(self, "archief", look_at, self._show)

    def _show(self, standing: _Standing) -> None:
        archive, texts = self._desk.archive, self._place.texts
        because, warning = archive.read_only_because, archive.place_warning
        access = texts.say(because[0], **because[1]) if because else self.tr("lezen en schrijven")
        head = self.tr("{rows} regels, laatste kenmerk {head}").format(rows=standing.rows, head=standing.head[:HEAD_SIGNS])
        rows: list[tuple[str, str, Tone | None]] = [
            (self.tr("Bestand"), archive.path.name, None),
            (self.tr("Map"), breakable(archive.path.parent), None),
            (self.tr("Grootte"), size_words(standing.size), None),
            (self.tr("Toegang"), access, Tone.ATTENTION if because else None),
            (self.tr("Logboek"), head if standing.rows else self.tr("nog geen regels"), None),
        ]
        if warning is not None:
            rows.append((self.tr("Let op"), texts.say(warning[0], **warning[1]), Tone.ATTENTION))
        if self._pairs is not None:
            self._pairs.deleteLater()
        self._pairs = Pairs(self._place.look, rows)
        self._facts.body.addWidget(self._pairs)

    def _verify(self) -> None:
        self.verify.setEnabled(False)
        self.result.hide()
        self.busy.show()
        archive = self._desk.archive
        self._place.tasks.work(self, lambda _progress: archive.verify(), self._verified, self._not_verified)

    def _verified(self, report: VerifyReport) -> None:
        if not report.findings:
            words = self.tr("In orde: {dossiers} dossiers, {papers} stukken en {rows} regels van het logboek gecontroleerd.")
            said = words.format(dossiers=report.dossiers, papers=report.files, rows=report.journal_rows)
            self._tell(said, Tone.GOOD)
            return
        lines = [self._place.texts.say(code, **fields) for code, fields in report.findings[:MOST_FINDINGS]]
        if len(report.findings) > MOST_FINDINGS:
            lines.append(self.tr("En nog {count}.").format(count=len(report.findings) - MOST_FINDINGS))
        begin = self.tr("Niet in orde. Werk niet verder in dit archief voordat dit is bekeken.")
        self._tell("\n".join([begin, *lines]), Tone.DANGER)

    def _not_verified(self, failure: Failure) -> None:
        self._tell(self._place.said(failure), Tone.DANGER)

    def _tell(self, said: str, tone: Tone) -> None:
        self.busy.hide()
        self.verify.setEnabled(True)
        self.result.setText(said)
        set_tone(self.result, tone)
        self.result.show()
        announce(self.result, said, urgent=tone is Tone.DANGER)
