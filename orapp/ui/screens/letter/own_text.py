"""A field for the council's own words in a letter, as they will look: as high as its text, left by the keys of sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QTextEdit
from typing_extensions import override

from orapp.letters.typed_lines import LineKind, TypedLine, lines_of
from orapp.letters.typed_stretches import Stretch
from orapp.letters.typed_text import references_in
from orapp.ui.kit import a11y
from orapp.ui.screens.letter import rich_acts, rich_levels, rich_paste
from orapp.ui.screens.letter.rich_document import Dress, write_lines
from orapp.ui.screens.letter.rich_reading import WrittenText, text_of_selection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orapp.ui.kit.look import Look
    from orapp.ui.screens.letter.rich_document import Naming

LEAST_LINES, MOST_LINES = 3, 14
OWN_FORM = "application/x-orapp-text"
INSERT, QUOTE_WITH_SOURCE = "insert", "quote"

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
# Which sign Shift makes of a figure depends on the keyboard; a keypad or a screen keyboard gives the figure.
_SEVEN = (Qt.Key.Key_7, Qt.Key.Key_Ampersand, Qt.Key.Key_Slash)
_EIGHT = (Qt.Key.Key_8, Qt.Key.Key_Asterisk, Qt.Key.Key_ParenLeft)
_DEEPER, _HIGHER = (Qt.Key.Key_BracketRight,), (Qt.Key.Key_BracketLeft,)
_NINE = (Qt.Key.Key_9, Qt.Key.Key_ParenLeft, Qt.Key.Key_ParenRight)


class OwnText(QTextEdit):
    """Typed text (see `letters.typed_lines`) as it will look. `written` is emitted with each change that a person makes.

    `left` is emitted when the focus goes elsewhere, `menu_asked` with what is to be put in here (INSERT, QUOTE_WITH_SOURCE).
    """

    written = Signal(str)
    left = Signal()
    entered = Signal()
    next_asked = Signal(int)  # the next section (1) or the one before (-1)
    close_asked = Signal()
    menu_asked = Signal(str)

    def __init__(
        self, look: Look, object_name: str, accessible: str, text: str, naming: Naming, *, least: int = LEAST_LINES
    ) -> None:
        super().__init__()
        a11y.name(self, object_name, accessible)
        self._look = look
        self.dress = Dress(look, naming)
        self._quiet = False
        self._least = least
        self._text = text
        self._before = 0
        self.setProperty("part", "writing")
        self.setTabChangesFocus(True)
        self.setAcceptRichText(True)
        self.setUndoRedoEnabled(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(look.px(2))
        self._written = WrittenText(self.document())
        self._set(text)
        self.document().contentsChange.connect(self._follow)
        self.textChanged.connect(self._tell)
        self.cursorPositionChanged.connect(self._walk)
        look.changed.connect(self._dress_again)
        self._fit()

    # -- the text ------------------------------------------------------------------------------------------------------

    def typed(self) -> str:
        """The text with its signs."""
        return self._text

    def show_text(self, text: str) -> None:
        """Shows a text that was changed elsewhere; nothing is emitted, the cursor stays where it can."""
        if text != self._text:
            self._text = text
            self._set(text)

    def rename(self, naming: Naming) -> None:
        """Takes the words of references anew; where one reads otherwise now, the text is set again."""
        before, self.dress.naming = self.dress.naming, naming
        if any(before(ref) != naming(ref) for ref in references_in(self._text)):
            self._set(self._text)

    def put_in(self, text: str) -> None:
        """Puts a text that has no signs at the cursor, with a space before it where words would touch, and goes on after it."""
        self._put([_literal(line) for line in text.splitlines()])

    def put_in_typed(self, text: str) -> None:
        """Puts a text with signs at the cursor and goes on after it."""
        self._put(lines_of(text))

    def _put(self, lines: Sequence[TypedLine]) -> None:
        rich_acts.put_in_lines(self, lines, self.dress, spaced=True)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def paragraph(self) -> int:
        """The paragraph in which the cursor stands, empty lines not counted."""
        block = self.textCursor().block()
        count = 0
        while block.previous().isValid():
            block = block.previous()
            count += bool(block.text().strip())
        return count

    def go_to_end(self) -> None:
        """Puts the cursor at the end and takes the keys."""
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set(self, text: str) -> None:
        place = self.textCursor().position()
        self._quiet = True
        document = self.document()
        document.setUndoRedoEnabled(False)
        document.clear()
        document.setIndentWidth(self._look.px(22))
        write_lines(QTextCursor(document), lines_of(text), self.dress, opens=True)
        document.setUndoRedoEnabled(True)
        self._written.read_all()
        cursor = self.textCursor()
        cursor.setPosition(min(place, max(0, document.characterCount() - 1)))
        self.setTextCursor(cursor)
        self._quiet = False
        self._fit()

    def _follow(self, position: int, removed: int, added: int) -> None:
        if not self._quiet:
            self._written.follow(position, removed, added)

    def _tell(self) -> None:
        if self._quiet:
            return
        if orphans := self._written.orphans():
            # This changes the text once more, and tells it.
            rich_levels.settle(self, orphans)
            return
        self._fit()
        text = self._written.text()
        if text != self._text:
            self._text = text
            self.written.emit(text)

    def _walk(self) -> None:
        # A letter is composed on another thread by now: each call to Qt that is spared here spares a wait for Python.
        if self._quiet or "[[" not in self._text:
            return
        rich_acts.out_of_reference(self, self._before)
        self._before = self.textCursor().position()

    def _dress_again(self) -> None:
        """Sets the text in another look; what is selected stays so, and what was turned bold or italic for what comes next."""
        anchor, place = self.textCursor().anchor(), self.textCursor().position()
        held = self.currentCharFormat()
        self._set(self._text)
        if anchor != place:
            rich_acts.select(self, anchor, place)
        else:
            rich_acts.keep_turned(self, held)

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        wanted = round(self.document().size().height())
        height = max(self._least * line, min(MOST_LINES * line, wanted)) + self._look.px(20)
        if height != self.height():
            self.setFixedHeight(height)

    # -- Qt ------------------------------------------------------------------------------------------------------------

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._is_ours(event):
            # Here Ctrl+B is bold; elsewhere it is the letter of the menu.
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & _CONTROL)
        if control and event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.next_asked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_asked.emit()
        elif not self._act(event) and not self._edit(event):
            super().keyPressEvent(event)
            self._after_key(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        # Tab and Shift+Tab walk the cells as in Word; past the ends of the table they leave the field, as everywhere.
        if not self.isReadOnly() and rich_acts.step_cell(self, 1 if next else -1):
            return True
        return super().focusNextPrevChild(next)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        rich_acts.out_of_reference(self, self._before)
        super().inputMethodEvent(event)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        data = super().createMimeDataFromSelection()
        # Until it is asked for one of its own forms, Qt's data names no other.
        data.html()
        selected = QTextDocument()
        QTextCursor(selected).insertFragment(self.textCursor().selection())
        data.setData(OWN_FORM, text_of_selection(selected).encode("utf-8", "surrogatepass"))
        return data

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasFormat(OWN_FORM) or source.hasHtml() or source.hasText()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasFormat(OWN_FORM):
            lines = lines_of(bytes(source.data(OWN_FORM).data()).decode("utf-8", "surrogatepass"))
        elif source.hasHtml() and (found := rich_paste.lines_of_html(source.html())):
            lines = found
        else:
            lines = rich_paste.lines_of_plain(source.text())
        rich_acts.put_in_lines(self, lines, self.dress)

    # -- keys ----------------------------------------------------------------------------------------------------------

    def _is_ours(self, event: QKeyEvent) -> bool:
        held, key = event.modifiers() & (_CONTROL | _SHIFT | Qt.KeyboardModifier.AltModifier), event.key()
        if held == _CONTROL:
            return key in {Qt.Key.Key_B, Qt.Key.Key_I, *_DEEPER, *_HIGHER}
        if held == _SHIFT | Qt.KeyboardModifier.AltModifier:
            return key in {Qt.Key.Key_Right, Qt.Key.Key_Left}
        return held == _CONTROL | _SHIFT and key in {*_SEVEN, *_EIGHT, *_NINE, Qt.Key.Key_I, Qt.Key.Key_V, Qt.Key.Key_Q}

    def _act(self, event: QKeyEvent) -> bool:
        """The keys of the bar above the text."""
        if not self._is_ours(event):
            return False
        shifted, key = bool(event.modifiers() & _SHIFT), event.key()
        if key in {*_DEEPER, Qt.Key.Key_Right}:
            rich_levels.go_down(self, self.dress)
        elif key in {*_HIGHER, Qt.Key.Key_Left}:
            rich_levels.go_up(self, self.dress)
        elif not shifted:
            (rich_acts.turn_bold if key == Qt.Key.Key_B else rich_acts.turn_italic)(self)
        elif key == Qt.Key.Key_I:
            self.menu_asked.emit(INSERT)
        elif key == Qt.Key.Key_Q:
            self.menu_asked.emit(QUOTE_WITH_SOURCE)
        elif key == Qt.Key.Key_V:
            self.paste_plain()
        else:
            kind = LineKind.NUMBERED if key in _SEVEN else LineKind.BULLET if key in _EIGHT else LineKind.QUOTE
            rich_acts.turn_kind(self, kind, self.dress)
        return True

    def _edit(self, event: QKeyEvent) -> bool:
        """Keys that mean something else in a list, a quotation, a table or beside a reference."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and held == Qt.KeyboardModifier.NoModifier:
            return rich_acts.end_paragraph(self, self.dress)
        if event.key() == Qt.Key.Key_Backspace and held == Qt.KeyboardModifier.NoModifier:
            return rich_acts.remove_reference(self, forward=False) or rich_acts.take_back_kind(self, self.dress)
        if event.key() == Qt.Key.Key_Delete and held == Qt.KeyboardModifier.NoModifier:
            return rich_acts.remove_reference(self, forward=True)
        return event.text() == " " and rich_acts.begin_by_signs(self, self.dress)

    def _after_key(self, event: QKeyEvent) -> None:
        if event.text() != "[":
            return
        cursor = self.textCursor()
        if cursor.block().text()[: cursor.positionInBlock()].endswith("[["):
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, 2)
            cursor.removeSelectedText()
            self.menu_asked.emit(INSERT)

    def paste_plain(self) -> None:
        """Puts in what was copied, without looks."""
        from PySide6.QtWidgets import QApplication

        rich_acts.put_in_lines(self, rich_paste.lines_of_plain(QApplication.clipboard().text()), self.dress)


def _literal(line: str) -> TypedLine:
    return TypedLine(stretches=(Stretch(text=line),) if line else ())
