"""What the checks found in a letter, the heaviest first, each leading to its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout

from orapp.letters.content import FindingWeight
from orapp.ui.kit.cards import Card, empty_hint
from orapp.ui.kit.labels import Pill, text_label
from orapp.ui.kit.look import Tone, restyle
from orapp.ui.kit.workplace import capital
from orapp.ui.screens.letter.row_button import RowButton, beside

if TYPE_CHECKING:
    from orapp.letters.content import Finding
    from orapp.ui.kit.workplace import Workplace


def tone_of(weight: FindingWeight) -> Tone:
    """The tone of a weight."""
    match weight:
        case FindingWeight.BLOCKING:
            return Tone.DANGER
        case FindingWeight.ATTENTION:
            return Tone.ATTENTION
        case FindingWeight.NOTE:
            return Tone.PLAIN


class FindingsCard(Card):
    """Controle: findings by weight. `chosen` gives the finding that was opened."""

    chosen = Signal(object)

    def __init__(self, place: Workplace) -> None:
        super().__init__(place.look)
        self.setObjectName("controle")
        self._place = place
        self._findings: tuple[Finding, ...] | None = None
        self.rows: list[RowButton] = []
        self.body.setSpacing(place.look.px(2))

    def show_findings(self, findings: tuple[Finding, ...], *, frozen: bool) -> None:
        """Shows these findings; the same ones stay as they are."""
        if findings == self._findings and not frozen:
            return
        had = next((number for number, row in enumerate(self.rows) if row.hasFocus()), -1)
        self._findings = findings
        self._empty()
        look = self._place.look
        # The rows have a border of their own; where text is large the long words of a finding need the room.
        side = look.px(4 if beside(look) is QBoxLayout.Direction.TopToBottom else 16)
        self.body.setContentsMargins(side, look.px(12), side, look.px(14))
        heaviest = findings[0].weight if findings else None
        mark = {FindingWeight.BLOCKING: "danger", FindingWeight.ATTENTION: "attention"}.get(heaviest or FindingWeight.NOTE, "")
        self.setProperty("mark", mark)
        restyle(self)
        self.body.addWidget(text_label(self.tr("Controle"), "heading"))
        self.setAccessibleName(self.tr("Controle: {n} bevindingen").format(n=len(findings)))
        for weight in FindingWeight:
            found = [one for one in findings if one.weight is weight]
            if found:
                words = capital(self._place.texts.label(weight))
                self.body.addWidget(Pill(f"{words} · {len(found)}", tone_of(weight)))
            for one in found:
                self._add(one)
        if not findings:
            words = self.tr("De brief is vastgesteld.") if frozen else self.tr("De controle vond niets.")
            self.body.addWidget(empty_hint(words))
        if 0 <= had < len(self.rows):
            self.rows[had].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, finding: Finding) -> None:
        words = self._place.texts.say(finding.code, **finding.fields)
        row = RowButton(self._place.look, f"bevinding-{len(self.rows) + 1}")
        row.row.addWidget(text_label(words, wrap=True), 1)
        row.setAccessibleName(f"{capital(self._place.texts.label(finding.weight))}: {words}")
        row.setToolTip(self.tr("Ga naar deze plaats"))
        row.clicked.connect(lambda: self.chosen.emit(finding))
        self.body.addWidget(row)
        self.rows.append(row)

    def _empty(self) -> None:
        self.rows = []
        while self.body.count():
            item = self.body.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
