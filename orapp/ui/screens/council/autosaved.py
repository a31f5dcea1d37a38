"""A form that saves itself: when a field is left, and when typing has rested for a moment."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit
from typing_extensions import override

from orapp.ui.kit.forms import Form
from orapp.ui.kit.look import Look

REST_MS = 1500
LINES = 4


class LinesField(QPlainTextEdit):
    """A few lines of text, as an address has; Tab goes on to the next field."""

    left = Signal()

    def __init__(self, look: Look, lines: int = LINES) -> None:
        super().__init__()
        self._look = look
        self._lines = lines
        self.setTabChangesFocus(True)
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * self._lines + self._look.px(30)))

    def lines(self) -> tuple[str, ...]:
        """The lines that hold something."""
        return tuple(line.strip() for line in self.toPlainText().splitlines() if line.strip())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class AutosavedForm(Form):
    """Tells by `ready` which field should be kept now. While somebody types, what is shown anew does not touch that field."""

    ready = Signal(str)

    def __init__(self, look: Look, *, label_pixels: int = 170) -> None:
        super().__init__(look, label_pixels=label_pixels)
        self._typing = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._rested)

    def watch_line(self, key: str, field: QLineEdit) -> None:
        """Keeps a line when it is left."""
        field.textEdited.connect(lambda _text: self._typed(key))
        field.editingFinished.connect(lambda: self._leave(key))

    def watch_lines(self, key: str, field: LinesField) -> None:
        """Keeps lines of text when they are left."""
        field.textChanged.connect(lambda: self._typed(key) if field.hasFocus() else None)
        field.left.connect(lambda: self._leave(key))

    def watch_choice(self, key: str, field: QComboBox) -> None:
        """Keeps a choice at once."""
        field.activated.connect(lambda _number: self.ready.emit(key))

    def watch_check(self, key: str, field: QCheckBox) -> None:
        """Keeps a tick at once."""
        field.clicked.connect(lambda _on: self.ready.emit(key))

    def put_line(self, key: str, field: QLineEdit, text: str) -> None:
        """Shows a text, unless somebody is typing there or what stands there was refused."""
        if self._typing != key and field.property("refused") != "true" and field.text() != text:
            field.setText(text)
            field.setCursorPosition(0)

    def put_lines(self, key: str, field: LinesField, lines: tuple[str, ...]) -> None:
        """Shows lines, unless somebody is typing there."""
        if self._typing != key and field.lines() != lines:
            field.setPlainText("\n".join(lines))

    def _typed(self, key: str) -> None:
        if self._typing not in {"", key}:
            self.ready.emit(self._typing)
        self._typing = key
        self._rest.start()

    def _leave(self, key: str) -> None:
        if self._typing == key:
            self._rested()

    def _rested(self) -> None:
        key, self._typing = self._typing, ""
        self._rest.stop()
        if key:
            self.ready.emit(key)
