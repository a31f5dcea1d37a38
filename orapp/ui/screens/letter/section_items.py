"""The items of a section with their choice: in the letter, or deliberately not, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from orapp.texts.dates import plain_date
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import button
from orapp.ui.kit.labels import Pill, text_label
from orapp.ui.kit.look import Tone, restyle
from orapp.ui.screens.letter.row_button import beside

if TYPE_CHECKING:
    from orapp.letters.parts import PartItem
    from orapp.ui.kit.look import Look


class ItemChoice(QWidget):
    """One item: a tick, its words, and the way to it in the dossier. Taking the tick away asks for the reason first."""

    chosen = Signal(str, bool, str)  # item id, whether it stands in the letter, why not
    opened = Signal(str, str)  # collection, item id
    reason_typed = Signal(str, str)  # item id, the reason as far as it was typed

    def __init__(self, look: Look, item: PartItem, refusal: str) -> None:
        super().__init__()
        self._look = look
        self._item = item
        self._refusal_words = refusal
        self._build()

    def _build(self) -> None:
        look, item = self._look, self._item
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        self.tick = QCheckBox(item.code)
        a11y.name(
            self.tick,
            f"keuze-{item.item_id}",
            self.tr("{item} in de brief").format(item=item.code or item.text[:60]),
            item.text,
        )
        self.tick.setChecked(item.included)
        self.tick.clicked.connect(self._ticked)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        words = text_label(_short(item.text), "" if item.included else "quiet", wrap=True)
        words.setContentsMargins(0, look.px(5), 0, 0)
        if words.text() != item.text:
            words.setToolTip(item.text)
        row.addWidget(words, 1)
        if not item.included and beside(look) is QBoxLayout.Direction.LeftToRight:
            row.addWidget(Pill(self.tr("bewust niet"), Tone.ATTENTION), 0, Qt.AlignmentFlag.AlignTop)
        there = button(self.tr("dossier"), f"naar-{item.item_id}", "link")
        there.setAccessibleName(self.tr("{item} openen in het dossier").format(item=item.code or item.text[:40]))
        there.clicked.connect(lambda: self.opened.emit(item.collection, item.item_id))
        column.addLayout(row)
        if beside(look) is QBoxLayout.Direction.LeftToRight:
            row.addWidget(there, 0, Qt.AlignmentFlag.AlignTop)
        else:
            column.addWidget(there, 0, Qt.AlignmentFlag.AlignLeft)
        if not item.included:
            column.addWidget(self._why())
        column.addWidget(self._build_reason())

    def _why(self) -> QWidget:
        item = self._item
        who = ", ".join(part for part in (item.by, plain_date(item.on) if item.on else "") if part)
        reason = item.reason or self.tr("reden niet vastgelegd")
        words = self.tr("Reden: {reason} ({who})") if who else self.tr("Reden: {reason}")
        label = text_label(words.format(reason=reason, who=who), "small", wrap=True)
        label.setContentsMargins(self._look.px(28), 0, 0, 0)
        return label

    def _build_reason(self) -> QWidget:
        self._ask = QWidget()
        column = QVBoxLayout(self._ask)
        column.setContentsMargins(self._look.px(28), 0, 0, self._look.px(4))
        column.setSpacing(self._look.px(2))
        row = QBoxLayout(beside(self._look))
        row.setSpacing(self._look.px(8))
        self.reason = QLineEdit()
        a11y.name(self.reason, f"reden-{self._item.item_id}", self.tr("Waarom staat dit bewust niet in de brief?"))
        self.reason.setPlaceholderText(self.tr("Waarom bewust niet?"))
        self.reason.textChanged.connect(lambda text: self.reason_typed.emit(self._item.item_id, text))
        self.reason.returnPressed.connect(self._leave_out)
        row.addWidget(self.reason, 1)
        agree = button(self.tr("Bewust niet"), f"weglaten-{self._item.item_id}")
        agree.clicked.connect(self._leave_out)
        row.addWidget(agree)
        column.addLayout(row)
        self._refusal = text_label(self._refusal_words, "refusal", wrap=True)
        self._refusal.hide()
        column.addWidget(self._refusal)
        self._ask.hide()
        return self._ask

    def put_reason(self, reason: str) -> None:
        """Puts back a reason that was typed and not recorded; one that is being typed here stays."""
        if reason and self._item.included and not self.reason.text():
            self.tick.setChecked(False)
            self._ask.show()
            self.reason.setText(reason)

    def focus(self) -> None:
        """Takes the keys."""
        self.tick.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ticked(self, on: bool) -> None:
        if on:
            self._ask.hide()
            self.reason_typed.emit(self._item.item_id, "")
            if not self._item.included:
                self.chosen.emit(self._item.item_id, True, "")
            return
        self._ask.show()
        self.reason_typed.emit(self._item.item_id, self.reason.text())
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_out(self) -> None:
        reason = self.reason.text().strip()
        if reason:
            self.chosen.emit(self._item.item_id, False, reason)
            return
        self._refusal.show()
        self.reason.setProperty("refused", "true")
        restyle(self.reason)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        a11y.announce(self.reason, self._refusal_words, urgent=True)


def _short(text: str, most: int = 170) -> str:
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"
