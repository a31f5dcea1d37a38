"""How many voted for, against, or abstained, side by side in the form of a step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from orapp.ui.kit.a11y import label_for
from orapp.ui.screens.dossier.typed_numbers import number

if TYPE_CHECKING:
    from orapp.ui.kit.look import Look


class VoteCounts(QWidget):
    """`edited` is emitted with each keystroke."""

    edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._fields: list[QLineEdit] = []
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(6))
        for key, words in (("voor", self.tr("voor")), ("tegen", self.tr("tegen")), ("onthouden", self.tr("onthouden"))):
            field = QLineEdit()
            field.setObjectName(f"stemmen-{key}")
            field.setAccessibleName(self.tr("Stemmen {kind}").format(kind=words))
            field.setFixedWidth(look.px(52))
            field.textEdited.connect(lambda _text: self.edited.emit())
            line.addWidget(label_for(words, field))
            line.addWidget(field)
            self._fields.append(field)
        line.addStretch(1)
        self.setFocusProxy(self._fields[0])

    def counts(self) -> tuple[int | None, int | None, int | None]:
        """For, against and abstentions; None where no number stands."""
        votes_for, against, abstained = (number(field.text()) for field in self._fields)
        return votes_for, against, abstained
