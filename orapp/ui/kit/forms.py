"""Forms built in code: every field has its label, its accessible name, and its refusal beside it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from orapp.ui.kit.a11y import announce, befriend
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import Look, restyle

W = TypeVar("W", bound=QWidget)


class Form(QWidget):
    """Rows of a label and a field. A refusal names its field, stands below it, is read aloud and takes the focus."""

    def __init__(self, look: Look, *, label_pixels: int = 170) -> None:
        super().__init__()
        self._look = look
        self._fields: dict[str, QWidget] = {}
        self._refusals: dict[str, QLabel] = {}
        self._labels: dict[str, QLabel] = {}
        self._hints: dict[str, QLabel] = {}
        self._rows = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(12))
        self._grid.setVerticalSpacing(look.px(4))
        self._grid.setColumnMinimumWidth(0, look.px(label_pixels))
        self._grid.setColumnStretch(1, 1)

    def add(self, key: str, label: str, field: W, hint: str = "") -> W:
        """Adds a row; `key` is the place that a refusal names, and the object name of the field."""
        words = QLabel(label)
        befriend(words, field)
        field.setObjectName(key)
        field.setAccessibleName(label.replace("&", ""))
        if hint:
            field.setAccessibleDescription(hint)
        self._grid.addWidget(words, self._rows, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        words.setContentsMargins(0, self._look.px(6), 0, 0)
        self._grid.addWidget(field, self._rows, 1)
        self._rows += 1
        self._labels[key] = words
        if hint:
            self._hints[key] = text_label(hint, "small", wrap=True)
            self._grid.addWidget(self._hints[key], self._rows, 1)
            self._rows += 1
        refusal = text_label("", "refusal", wrap=True)
        refusal.setObjectName(f"{key}-refused")
        refusal.hide()
        self._grid.addWidget(refusal, self._rows, 1)
        self._rows += 1
        self._grid.setRowMinimumHeight(self._rows, self._look.px(4))
        self._rows += 1
        self._fields[key] = field
        self._refusals[key] = refusal
        return field

    def line(self, key: str, label: str, hint: str = "", *, secret: bool = False) -> QLineEdit:
        """A field for one line of text; a secret one shows dots."""
        field = self.add(key, label, QLineEdit(), hint)
        if secret:
            field.setEchoMode(QLineEdit.EchoMode.Password)
        field.textEdited.connect(lambda _text: self.clear(key))
        return field

    def choice(self, key: str, label: str, options: list[tuple[str, str]], hint: str = "") -> QComboBox:
        """A choice from (value, words)."""
        field = self.add(key, label, QComboBox(), hint)
        # A long choice is read in the list that opens; the field itself fits beside its label at any size of text.
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(14)
        for value, words in options:
            field.addItem(words, value)
        return field

    def check(self, key: str, words: str) -> QCheckBox:
        """A box to tick; its words stand beside it."""
        field = QCheckBox(words)
        field.setObjectName(key)
        field.setAccessibleName(words.replace("&", ""))
        self._grid.addWidget(field, self._rows, 1)
        self._rows += 1
        self._fields[key] = field
        return field

    def set_row_visible(self, key: str, visible: bool) -> None:
        """Shows or hides a row whole: its label, its field and its hint."""
        self._fields[key].setVisible(visible)
        for parts in (self._labels, self._hints):
            if key in parts:
                parts[key].setVisible(visible)
        if not visible:
            self.clear(key)

    def set_label(self, key: str, label: str) -> None:
        """Gives a row another label, and its field the name that goes with it."""
        self._labels[key].setText(label)
        self._fields[key].setAccessibleName(label.replace("&", ""))

    def has(self, place: str) -> bool:
        """Whether a refusal of this place can be shown here."""
        return place in self._refusals

    def refuse(self, place: str, text: str) -> bool:
        """Shows why a field is refused and goes there; False when this form has no such field."""
        label = self._refusals.get(place)
        field = self._fields.get(place)
        if label is None or field is None:
            return False
        label.setText(text)
        label.show()
        field.setProperty("refused", "true")
        field.setAccessibleDescription(text)
        restyle(field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(field, text, urgent=True)
        return True

    def clear(self, place: str) -> None:
        """Takes a refusal away."""
        label = self._refusals.get(place)
        if label is not None and not label.isHidden():
            label.hide()
            field = self._fields[place]
            field.setProperty("refused", "false")
            field.setAccessibleDescription("")
            restyle(field)

    def clear_all(self) -> None:
        """Takes every refusal away."""
        for key in self._refusals:
            self.clear(key)
