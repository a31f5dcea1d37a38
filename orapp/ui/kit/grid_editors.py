"""One small editor for every kind of field, the same in the cell of a list and in a form."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from orapp.ui.kit.dates import DateField
from orapp.ui.kit.fields import Field, FieldKind
from orapp.ui.kit.grid_values import Choices, Read, chosen_key, read, short_words, typed, value_of
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.workplace import Workplace

MOST_LINES = 14
LONGEST_CHOICE = 28
HINT_EDGE = 8


class FieldEditor(QObject):
    """The editor of one field: `widget` is put in place, `focus` gets the keyboard, `edited` says that a person typed.

    `picked` says that one was picked from an open list, so that nothing is left to do there.
    """

    edited = Signal()
    picked = Signal()

    def __init__(self, place: Workplace, field: Field, choices: Choices, widget: QWidget) -> None:
        super().__init__(widget)
        self.place = place
        self.field = field
        self.choices = choices
        self.widget = widget
        self.focus: QWidget = widget

    def show(self, value: object) -> None:
        """Shows a value of the attribute."""
        self.put_text(typed(self.field, value))

    def read(self) -> Read:
        """What stands here: the value of the attribute, or why it is refused."""
        return read(self.field, self.text(), self.choices, self.place.today())

    def text(self) -> str:
        """What stands here as text, so that it can be kept and put back."""
        raise NotImplementedError

    def put_text(self, text: str) -> None:
        """Puts back what `text` gave."""
        raise NotImplementedError

    def begin_with(self, text: str) -> None:
        """Begins with a letter that was typed on the cell, in the place of what stood there."""
        self.put_text(text)
        self.edited.emit()

    def select_all(self) -> None:
        """Marks all of it, where typing replaces."""

    def open_list(self) -> None:
        """Opens the list to choose from, where there is one."""


class LineEditor(FieldEditor):
    """One line: text and numbers."""

    def __init__(self, place: Workplace, field: Field, choices: Choices) -> None:
        self._line = QLineEdit()
        super().__init__(place, field, choices, self._line)
        self._line.textEdited.connect(lambda _text: self.edited.emit())

    @override
    def text(self) -> str:
        return self._line.text()

    @override
    def put_text(self, text: str) -> None:
        self._line.setText(" ".join(text.split()))

    @override
    def select_all(self) -> None:
        self._line.selectAll()


class GrowingText(QPlainTextEdit):
    """Several lines, as high as what stands in it; Tab leaves it, Ctrl+Enter is left to whoever holds it.

    `hint` stands in a small line below the text, inside the frame.
    """

    grown = Signal()

    def __init__(self, place: Workplace, least_lines: int = 1, hint: str = "") -> None:
        super().__init__()
        self._place = place
        self._least = least_lines
        self.hint: QLabel | None = None
        if hint:
            self.hint = text_label(hint, "small", wrap=True)
            self.hint.setParent(self)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def wanted_height(self) -> int:
        """How high it is with all of its text, in pixels; at most so many lines."""
        # The layout of plain text counts its height in lines.
        lines = max(self._least, min(MOST_LINES, self._lines()))
        return lines * self.fontMetrics().lineSpacing() + self._place.look.px(14) + self._hint_height()

    def _hint_height(self) -> int:
        return self.hint.heightForWidth(self._hint_width()) if self.hint is not None else 0

    def _hint_width(self) -> int:
        return max(1, self.width() - self._place.look.px(2 * HINT_EDGE))

    def _place_hint(self) -> None:
        if self.hint is not None:
            edge, high = self._place.look.px(HINT_EDGE), self._hint_height()
            self.setViewportMargins(0, 0, 0, high)
            self.hint.setGeometry(edge, self.height() - high - self._place.look.px(3), self._hint_width(), high)

    def _lines(self) -> int:
        return round(self.document().size().height())

    def _grow(self) -> None:
        # A bar that comes and goes while the box grows would make the lines shorter, and so the box higher.
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if self._lines() > MOST_LINES else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        wanted = self.wanted_height()
        if wanted != self.minimumHeight():
            self.setMinimumHeight(wanted)
            self.setMaximumHeight(wanted)
            self.grown.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()
        self._place_hint()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.wanted_height())


class TextEditor(FieldEditor):
    """Several lines of text."""

    def __init__(self, place: Workplace, field: Field, choices: Choices, *, least_lines: int = 1, hint: str = "") -> None:
        self.box = GrowingText(place, least_lines, hint)
        super().__init__(place, field, choices, self.box)
        self._shown = ""
        self.box.textChanged.connect(self._tell)

    def _tell(self) -> None:
        if self.box.toPlainText() != self._shown:
            self._shown = self.box.toPlainText()
            self.edited.emit()

    @override
    def text(self) -> str:
        return self.box.toPlainText()

    @override
    def put_text(self, text: str) -> None:
        self._shown = text
        self.box.setPlainText(text)
        self._shown = self.box.toPlainText()
        self.box.moveCursor(self.box.textCursor().MoveOperation.End)


class DateEditor(FieldEditor):
    """A date."""

    def __init__(self, place: Workplace, field: Field, choices: Choices, *, narrow: bool = False) -> None:
        self._date = DateField(place, field.key, field.label, narrow=narrow)
        super().__init__(place, field, choices, self._date)
        self.focus = self._date.line()
        self._date.edited.connect(self.edited.emit)

    @override
    def text(self) -> str:
        return self._date.text()

    @override
    def put_text(self, text: str) -> None:
        self._date.put_text(text)

    @override
    def select_all(self) -> None:
        self._date.line().selectAll()


class _ChoiceBox(QComboBox):
    """A choice that says when one was picked from its open list; arrows in a closed one pick nothing yet."""

    picked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._closing = False
        self.activated.connect(self._take)

    def _take(self, _place: int) -> None:
        if self._closing:
            self.picked.emit()

    def _closed(self) -> None:
        self._closing = False

    @override
    def hidePopup(self) -> None:
        # Qt closes the list first and says right after it what was chosen.
        self._closing = True
        QTimer.singleShot(0, self, self._closed)
        super().hidePopup()


class ChoiceEditor(FieldEditor):
    """A choice from a list; typing letters finds it."""

    def __init__(self, place: Workplace, field: Field, choices: Choices) -> None:
        self._box = _ChoiceBox()
        super().__init__(place, field, choices, self._box)
        # What is picked closes the cell, which cannot be done while the box is still speaking.
        self._box.picked.connect(self.picked.emit, Qt.ConnectionType.QueuedConnection)
        empty = field.kind is FieldKind.ITEM and all(key for key, _ in choices)
        self._keys = ["", *(key for key, _ in choices)] if empty else [key for key, _ in choices]
        if empty:
            self._box.addItem(QCoreApplication.translate("grid_editors", "geen"), "")
        for key, said in choices:
            self._box.addItem(said, key)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(6)
        self._box.activated.connect(lambda _place: self.edited.emit())
        self._box.installEventFilter(self)

    @override
    def show(self, value: object) -> None:
        self.put_text(chosen_key(self.field, value))

    @override
    def read(self) -> Read:
        key = self.text()
        if self.field.required and not key:
            return Read(refusal=QCoreApplication.translate("grid_editors", "Kies er een."))
        return Read(value=value_of(self.field, key))

    @override
    def text(self) -> str:
        return self._keys[self._box.currentIndex()] if self._box.currentIndex() >= 0 else ""

    @override
    def put_text(self, text: str) -> None:
        if text not in self._keys:
            # What stands there and is no choice any more is kept until a person chooses something else.
            self._keys.append(text)
            self._box.addItem(text, text)
        self._box.setCurrentIndex(self._keys.index(text))

    @override
    def open_list(self) -> None:
        self._box.showPopup()

    @override
    def begin_with(self, text: str) -> None:
        wanted = text.casefold()
        for place in range(self._box.count()):
            if self._box.itemText(place).casefold().startswith(wanted):
                self._box.setCurrentIndex(place)
                self.edited.emit()
                return

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The wheel scrolls the page; it does not change what was chosen on the way.
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class _TickMenu(QMenu):
    """A menu that stays open while things are ticked."""

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.activeAction()
        if action is not None and action.isCheckable():
            action.trigger()
            return
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None and action.isCheckable():
            action.trigger()
            return
        super().keyPressEvent(event)


class TicksEditor(FieldEditor):
    """Several of a list: a button that says which, and opens them to tick."""

    def __init__(self, place: Workplace, field: Field, choices: Choices) -> None:
        self._button = QPushButton()
        self._button.setAutoDefault(False)
        super().__init__(place, field, choices, self._button)
        self._menu = _TickMenu(self._button)
        self._ticks: dict[str, QAction] = {}
        for key, said in choices:
            action = self._menu.addAction(said.replace("&", "&&"))
            action.setCheckable(True)
            action.toggled.connect(self._tell)
            action.triggered.connect(lambda _on: self.edited.emit())
            self._ticks[key] = action
        self._chosen: tuple[str, ...] = ()
        self._button.setMenu(self._menu)
        self._tell()

    def _tell(self) -> None:
        ticked = [key for key, action in self._ticks.items() if action.isChecked()]
        # What is no choice any more stays until a person takes the item itself away.
        kept = (key for key in self._chosen if key in ticked or key not in self._ticks)
        self._chosen = (*kept, *(key for key in ticked if key not in self._chosen))
        said = ", ".join(short_words(self._ticks[key].text()) for key in self._chosen if key in self._ticks)
        nothing = QCoreApplication.translate("grid_editors", "kies …")
        self._button.setText(said if len(said) <= LONGEST_CHOICE else f"{said[:LONGEST_CHOICE]}…")
        if not said:
            self._button.setText(nothing)
        self._button.setToolTip(said)

    @override
    def open_list(self) -> None:
        self._button.showMenu()

    @override
    def text(self) -> str:
        return "\n".join(self._chosen)

    @override
    def put_text(self, text: str) -> None:
        chosen = tuple(key for key in text.split("\n") if key)
        for key, action in self._ticks.items():
            action.setChecked(key in chosen)
        self._chosen = chosen
        self._tell()

    @override
    def read(self) -> Read:
        if self.field.required and not self._chosen:
            return Read(refusal=QCoreApplication.translate("grid_editors", "Kies er een of meer."))
        return Read(value=self._chosen)


def cell_keys() -> str:
    """What the keys do in a cell of several lines, for who hears it; the cell says it shorter."""
    return QCoreApplication.translate("grid_editors", "Tab gaat naar de volgende cel, Enter maakt een nieuwe regel.")


def make_editor(place: Workplace, field: Field, choices: Choices, *, in_cell: bool) -> FieldEditor:
    """The editor for a field."""
    match field.kind:
        case FieldKind.TEXT:
            hint = QCoreApplication.translate("grid_editors", "Tab: verder · Enter: nieuwe regel") if in_cell else ""
            return TextEditor(place, field, choices, least_lines=1 if in_cell else 3, hint=hint)
        case FieldKind.DATE:
            return DateEditor(place, field, choices, narrow=in_cell)
        case FieldKind.CHOICE | FieldKind.ITEM | FieldKind.MAYBE | FieldKind.FLAG:
            return ChoiceEditor(place, field, choices)
        case FieldKind.ITEMS:
            return TicksEditor(place, field, choices)
        case FieldKind.LINE | FieldKind.NAMES | FieldKind.NUMBER | FieldKind.TENTHS | FieldKind.CENTS:
            return LineEditor(place, field, choices)
