"""What came back from Word: section by section what changed, what is told beside it, and what others did in it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from orapp.letters.content import FindingWeight
from orapp.letters.read_letter import TraceKind
from orapp.texts.dates import plain_date
from orapp.ui.kit.a11y import announce
from orapp.ui.kit.cards import Card, Column, button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.labels import text_label
from orapp.ui.screens.letter.returned_block import ReturnedBlock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from orapp.letters.content import Finding
    from orapp.letters.reading_back import ReturnedNote, ReturnedTrace
    from orapp.services.failures import Failure
    from orapp.services.reading_back import ReturnedLetter
    from orapp.services.returned_files import ReturnedFile
    from orapp.ui.kit.workplace import Workplace

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class ReturnedSheet(Sheet):
    """`taken` gives the keys of what is to be taken over. A later save of the same file shows itself in the open sheet."""

    taken = Signal(object)

    def __init__(self, parent: QWidget, place: Workplace, returned: ReturnedLetter, file: ReturnedFile) -> None:
        super().__init__(parent, place.look, self.tr("Teruggekomen uit Word"), "teruggekomen")
        self._place = place
        self.returned = returned
        self.file = file
        self.blocks: list[ReturnedBlock] = []
        self.body.addWidget(text_label(self.tr("Teruggekomen uit Word"), "title"))
        self.about = text_label("", "quiet", wrap=True)
        self.about.setObjectName("waarover")
        self.body.addWidget(self.about)
        self.column = Column(place.look)
        self.body.addWidget(self.column, 1)
        self.refusal = text_label("", "refusal", wrap=True)
        self.refusal.setObjectName("geweigerd")
        self.refusal.hide()
        self.body.addWidget(self.refusal)
        self._build_acts()
        self.show_returned(returned, file)
        self.take_size(980, 720)

    def _build_acts(self) -> None:
        row = QHBoxLayout()
        row.addWidget(text_label(self.tr("Ctrl+Enter neemt over wat is gekozen"), "small"))
        row.addStretch(1)
        self.close_button = button(self.tr("&Sluiten"), "sluiten")
        self.close_button.clicked.connect(self.reject)
        self.all_button = button(self.tr("&Alles overnemen"), "alles-overnemen")
        self.all_button.clicked.connect(self._take_all)
        self.take_button = button("", "gekozen-overnemen", "primary")
        self.take_button.clicked.connect(self._take_chosen)
        for one in (self.close_button, self.all_button, self.take_button):
            row.addWidget(one)
        self.body.addLayout(row)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.take_button.click)

    # -- show ----------------------------------------------------------------------------------------------------------

    def show_returned(self, returned: ReturnedLetter, file: ReturnedFile) -> None:
        """Shows what came back; what was chosen before about a section that stayed the same stays chosen."""
        kept = {block.change: block.is_taken for block in self.blocks}
        self.returned, self.file = returned, file
        self.about.setText(self._about())
        fixed = returned.adopted
        self.blocks = [ReturnedBlock(self._place, change, fixed=fixed) for change in returned.asking]
        for block in self.blocks:
            block.take(taken=kept.get(block.change, False))
            block.chosen.connect(self._count)
        parts: list[QWidget] = []
        if returned.findings:
            parts.append(self._told(self.tr("Let op"), "let-op", [self._finding(one) for one in returned.findings]))
        parts += self.blocks
        comparison = returned.comparison
        others = [*(self._note(one) for one in comparison.notes), *(self._trace(one) for one in comparison.traces)]
        if others:
            heading = self.tr("Opmerkingen en bijgehouden wijzigingen van anderen")
            parts.append(self._told(heading, "van-anderen", others))
        if not self.blocks:
            words = self.tr("In de tekst van de brief is niets veranderd dat hier niet al staat.")
            parts.append(self._told(self.tr("De tekst"), "niets", [words]))
        self.column.fill(*parts)
        self.column.body.addStretch(1)
        self.all_button.setVisible(bool(self.blocks) and not fixed)
        self.take_button.setVisible(bool(self.blocks) and not fixed)
        self._count()
        self._begin()
        announce(self, self.about.text())

    def _begin(self) -> None:
        first = next((field for block in self.blocks if (field := block.first_field()) is not None), None)
        (first or self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _about(self) -> str:
        returned, count = self.returned, len(self.returned.asking)
        what = self.tr("1 onderdeel is veranderd") if count == 1 else self.tr("{n} onderdelen zijn veranderd").format(n=count)
        words = self.tr("{path}, vergeleken met versie {version}: {what}.")
        said = words.format(path=self.file.path.name, version=returned.version.number, what=what)
        if self.file.open_elsewhere:
            still = self.tr("Het bestand staat nog open in een ander programma; u ziet wat er het laatst is bewaard.")
            said = f"{said} {still}"
        return said

    def _told(self, heading: str, name: str, lines: list[str]) -> Card:
        card = Card(self._place.look, heading)
        card.setObjectName(name)
        for words in lines:
            card.body.addWidget(text_label(words, wrap=True))
        return card

    def _finding(self, finding: Finding) -> str:
        words = self._place.texts.say(finding.code, **finding.fields)
        if finding.weight is FindingWeight.NOTE:
            return words
        return f"{self._place.texts.label(finding.weight).capitalize()}: {words}"

    def _note(self, note: ReturnedNote) -> str:
        words = self.tr("{who} merkt op bij “{about}” ({section}): {text}")
        return words.format(who=self._who(note), about=note.about, section=note.section or "–", text=note.text)

    def _trace(self, trace: ReturnedTrace) -> str:
        words = {
            TraceKind.INSERTED: self.tr("{who} voegde in ({section}): {text}"),
            TraceKind.DELETED: self.tr("{who} schrapte ({section}): {text}"),
            TraceKind.MOVED: self.tr("{who} verplaatste ({section}): {text}"),
        }[trace.kind]
        return words.format(who=self._who(trace), section=trace.section or "–", text=trace.text.strip())

    def _who(self, what: ReturnedNote | ReturnedTrace) -> str:
        who = what.author or self.tr("Iemand")
        if what.at is None:
            return who
        at = what.at.astimezone(AMSTERDAM)
        return self.tr("{who}, {day} {time}").format(who=who, day=plain_date(at.date()), time=f"{at:%H.%M}")

    # -- slots ---------------------------------------------------------------------------------------------------------

    def chosen(self) -> tuple[str, ...]:
        """The keys of what is chosen to be taken over."""
        return tuple(block.change.key for block in self.blocks if block.is_taken)

    def _count(self) -> None:
        count = len(self.chosen())
        words = self.tr("&Overnemen (1)") if count == 1 else self.tr("&Overnemen ({n})").format(n=count)
        self.take_button.setText(words)
        self.take_button.setAccessibleName(self.tr("{n} gekozen onderdelen overnemen").format(n=count))
        self.take_button.setEnabled(count > 0)

    def _take_chosen(self) -> None:
        self._ask(self.chosen())

    def _take_all(self) -> None:
        risky = [block.heading for block in self.blocks if not block.change.safe]
        keys = tuple(block.change.key for block in self.blocks)
        if not risky:
            self._ask(keys)
            return
        question = self.tr("Alles overnemen?")
        words = self.tr("Dan veranderen ook besluitzinnen of vervalt wat hier sindsdien is getypt, in: {sections}.")
        self._place.asker.confirm(
            self, question, words.format(sections=", ".join(risky)), self.tr("Alles overnemen"), lambda: self._ask(keys)
        )

    def _ask(self, keys: tuple[str, ...]) -> None:
        self.refusal.hide()
        self.take_button.setEnabled(False)
        self.taken.emit(keys)

    def refuse(self, failure: Failure) -> None:
        """Says why nothing was taken over."""
        self.refusal.setText(self._place.said(failure))
        self.refusal.show()
        self._count()
        announce(self, self.refusal.text(), urgent=True)
