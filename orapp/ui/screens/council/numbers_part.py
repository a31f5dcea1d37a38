"""The patterns of reference numbers, with an example that follows what is typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from orapp.domain.council import Council
from orapp.domain.reference_patterns import dossier_example, letter_example
from orapp.ui.kit.cards import Card
from orapp.ui.kit.labels import set_tone, text_label
from orapp.ui.kit.look import Tone
from orapp.ui.screens.council.autosaved import AutosavedForm

if TYPE_CHECKING:
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.council.keeper import CouncilKeeper

DOSSIER, LETTER = "dossier_pattern", "letter_pattern"


class NumbersPart(QWidget):
    """How dossiers and letters are numbered from now on; what has a number keeps it."""

    def __init__(self, place: Workplace, keeper: CouncilKeeper) -> None:
        super().__init__()
        self._place = place
        self._keeper = keeper
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card(place.look, self.tr("Kenmerken"))
        why = self.tr("Een patroon geldt voor wat hierna een kenmerk krijgt. Wat al een kenmerk heeft, houdt dat.")
        card.body.addWidget(text_label(why, "small", wrap=True))
        form = self.form = AutosavedForm(place.look)
        self.dossier = form.line(
            DOSSIER,
            self.tr("D&ossier"),
            self.tr("{left}year{right} is het jaar, {left}number:03{right} het volgnummer in drie cijfers.").format(
                left="{", right="}"
            ),
        )
        self.letter = form.line(
            LETTER,
            self.tr("&Brief"),
            self.tr(
                "{left}council{right} is de soort raad (OR), {left}dossier{right} het dossier, {left}number{right} het nummer."
            ).format(left="{", right="}"),
        )
        form.watch_line(DOSSIER, self.dossier)
        form.watch_line(LETTER, self.letter)
        card.body.addWidget(form)
        self.example = text_label("", wrap=True)
        self.example.setObjectName("kenmerk-voorbeeld")
        card.body.addWidget(self.example)
        column.addWidget(card)
        column.addStretch(1)
        self.dossier.textChanged.connect(lambda _text: self._show_example())
        self.letter.textChanged.connect(lambda _text: self._show_example())
        form.ready.connect(self._keep)

    def show_council(self) -> None:
        """Shows the patterns as they stand."""
        council = self._keeper.council
        if council is None:
            return
        self.form.put_line(DOSSIER, self.dossier, council.dossier_reference_pattern)
        self.form.put_line(LETTER, self.letter, council.letter_reference_pattern)
        self.form.setEnabled(self._keeper.can_edit)
        self._show_example()

    def _examples(self) -> tuple[str, str]:
        """A dossier and a letter by what stands in the fields; empty where a pattern does not do."""
        council = self._keeper.council
        kind = council.kind.value.upper() if council is not None else ""
        try:
            dossier = dossier_example(self.dossier.text().strip(), self._place.today().year)
        except ValueError:
            dossier = ""
        try:
            letter = letter_example(self.letter.text().strip(), kind, dossier or "2026-014", self._place.today().year)
        except ValueError:
            letter = ""
        return dossier, letter

    def _show_example(self) -> None:
        dossier, letter = self._examples()
        none = self.tr("dit patroon kan zo niet")
        words = self.tr("Voorbeeld: dossier {dossier}, brief {letter}")
        self.example.setText(words.format(dossier=dossier or none, letter=letter or none))
        set_tone(self.example, Tone.PLAIN if dossier and letter else Tone.ATTENTION)

    def _keep(self, key: str) -> None:
        dossier, letter = self._examples()
        if not (dossier if key == DOSSIER else letter):
            code = "council.dossier_pattern" if key == DOSSIER else "council.letter_pattern"
            self.form.refuse(key, self._place.texts.say(code))
            return
        self._keeper.apply(self.tr("kenmerken wijzigen"), lambda council: self._edited(council, key), key)

    def _edited(self, council: Council, key: str) -> Council:
        if key == DOSSIER:
            return replace(council, dossier_reference_pattern=self.dossier.text().strip())
        return replace(council, letter_reference_pattern=self.letter.text().strip())
