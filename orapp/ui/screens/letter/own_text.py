"""A field for the council's own words in a letter: as high as its text, left by the keys that lead to the next section."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy
from typing_extensions import override

from orapp.ui.kit import a11y
from orapp.ui.kit.look import Look

LEAST_LINES, MOST_LINES = 3, 14


class OwnText(QPlainTextEdit):
    """`written` is emitted with each change that a person makes, `left` when the focus goes elsewhere."""

    written = Signal(str)
    left = Signal()
    next_asked = Signal(int)  # the next section (1) or the one before (-1)
    close_asked = Signal()

    def __init__(self, look: Look, object_name: str, accessible: str, text: str) -> None:
        super().__init__()
        a11y.name(self, object_name, accessible)
        self._look = look
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setPlainText(text)
        self.textChanged.connect(self._tell)
        self._fit()

    def show_text(self, text: str) -> None:
        """Shows a text that was changed elsewhere; nothing is emitted, the cursor stays where it can."""
        if text == self.toPlainText():
            return
        place = self.textCursor().position()
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(text)))
        self.setTextCursor(cursor)
        self._fit()

    def put_in(self, text: str) -> None:
        """Puts a text at the cursor, with a space before it where words would touch, and goes on after it."""
        cursor = self.textCursor()
        before = self.toPlainText()[: cursor.selectionStart()]
        cursor.insertText(text if not before or before[-1].isspace() or before[-1] in "(“" else f" {text}")
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def paragraph(self) -> int:
        """The paragraph in which the cursor stands, empty lines not counted."""
        block = self.textCursor().block()
        count = 0
        while block.previous().isValid():
            block = block.previous()
            count += bool(block.text().strip())
        return count

    def _tell(self) -> None:
        self._fit()
        self.written.emit(self.toPlainText())

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        lines = max(LEAST_LINES, min(MOST_LINES, round(self.document().size().height())))
        height = lines * line + self._look.px(20)
        if height != self.height():
            self.setFixedHeight(height)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.next_asked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_asked.emit()
        else:
            super().keyPressEvent(event)

    def go_to_end(self) -> None:
        """Puts the cursor at the end and takes the keys."""
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
