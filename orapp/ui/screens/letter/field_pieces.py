"""How each kind of field of a letter is typed: a line, a date, money, a choice, or rows."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.letters.letter_fields import LetterFieldKind
from orapp.ui.kit import a11y
from orapp.ui.kit.dates import DateField
from orapp.ui.kit.fields import Field, FieldKind
from orapp.ui.kit.grid_values import read, typed
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.look import restyle
from orapp.ui.kit.typed_rows import Rows, RowsEditor
from orapp.ui.kit.workplace import capital

if TYPE_CHECKING:
    from orapp.letters.shown_fields import ShownField
    from orapp.ui.kit.workplace import Workplace

FEWEST_LETTERS = 14


class FieldPiece(QWidget):
    """One field. `typed` gives its value as it is kept and its rows with each keystroke, `left` when the keys go elsewhere."""

    typed = Signal(str, tuple)
    left = Signal()

    def __init__(self, place: Workplace, shown: ShownField, *, read_only: bool) -> None:
        super().__init__()
        self._place = place
        self._filling = False
        self.shown = shown
        self.key = shown.key
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(place.look.px(2))
        self.field = self._build()
        self.setFocusProxy(self.field)
        column.addWidget(self.field)
        self._refusal = text_label("", "refusal", wrap=True)
        self._refusal.setObjectName(f"veld-{self.key}-geweigerd")
        self._refusal.hide()
        column.addWidget(self._refusal)
        self.own_words = text_label("", "small", wrap=True)
        self.own_words.setObjectName(f"veld-{self.key}-eigen-tekst")
        self.own_words.hide()
        column.addWidget(self.own_words)
        self.show_value(shown)
        if read_only:
            self.set_read_only()

    def _build(self) -> QWidget:
        raise NotImplementedError

    def _name(self, widget: QWidget) -> None:
        outline = self.shown.outline
        a11y.name(widget, f"veld-{self.key}", outline.label, outline.hint)

    def show_value(self, shown: ShownField) -> None:
        """Shows the value that was changed elsewhere; what is being typed stays."""
        self.shown = shown
        self._say_own_words(shown.own_words)
        if self.is_typing():
            return
        self._filling = True
        self._put()
        self._filling = False

    def _say_own_words(self, headings: tuple[str, ...]) -> None:
        """Says where the text was written by the council itself: what changes here would go unnoticed there."""
        words = self.tr("Onderdeel “{headings}” is zelf geschreven: wat u hier wijzigt, verandert die tekst niet.")
        self.own_words.setText(words.format(headings="”, “".join(headings)) if headings else "")
        self.own_words.setVisible(bool(headings))
        if self._refusal.isHidden():
            self.field.setAccessibleDescription(self._described())

    def _described(self) -> str:
        return " ".join(part for part in (self.shown.outline.hint, self.own_words.text()) if part)

    def _put(self) -> None:
        raise NotImplementedError

    def is_typing(self) -> bool:
        """Whether the keys are here."""
        return self.field.hasFocus()

    def focus_in(self) -> None:
        """Takes the keys."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_read_only(self) -> None:
        """Only to be read."""
        self.field.setEnabled(False)

    def _tell(self, value: str, rows: Rows = ()) -> None:
        if not self._filling:
            self.typed.emit(value, rows)

    def refuse(self, words: str) -> None:
        """Says why what stands here is no value, or takes that away; it stays as it was typed."""
        self._refusal.setText(words)
        self._refusal.setVisible(bool(words))
        self.field.setProperty("refused", "true" if words else "false")
        self.field.setAccessibleDescription(words or self._described())
        restyle(self.field)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)


class LinePiece(FieldPiece):
    """One line of text."""

    def _build(self) -> QWidget:
        self.line = QLineEdit()
        self._name(self.line)
        self.line.setPlaceholderText(self.shown.outline.hint)
        self.line.setToolTip(self.shown.outline.hint)
        self.line.textEdited.connect(self._follow)
        self.line.installEventFilter(self)
        return self.line

    def _put(self) -> None:
        if self.line.text() != self.shown.value:
            self.line.setText(self.shown.value)

    def _follow(self, text: str) -> None:
        self._tell(text)

    def set_read_only(self) -> None:
        self.line.setReadOnly(True)


class NumberPiece(LinePiece):
    """Money in euro cents, or a whole number. What is no number stays as it was typed, with the reason."""

    def _kind(self) -> Field:
        money = self.shown.outline.kind is LetterFieldKind.MONEY
        kind = FieldKind.CENTS if money else FieldKind.NUMBER
        return Field(key=self.key, label=self.shown.outline.label, kind=kind)

    def _build(self) -> QWidget:
        built = super()._build()
        if self.shown.outline.kind is LetterFieldKind.MONEY and not self.shown.outline.hint:
            self.line.setPlaceholderText(self.tr("euro, bijvoorbeeld 1.250,00"))
        self.line.setMaximumWidth(self._place.look.px(220))
        return built

    def _put(self) -> None:
        value = self.shown.value
        try:
            words = typed(self._kind(), int(value)) if value else ""
        except ValueError:
            words = value
        self.line.setText(words)
        self._judge(words)

    def _follow(self, text: str) -> None:
        found = self._judge(text)
        self._tell(text.strip() if found is None else str(found))

    def _judge(self, text: str) -> int | None:
        found = read(self._kind(), text, (), self._place.today())
        self.refuse(found.refusal)
        return found.value if isinstance(found.value, int) else None


class DayPiece(FieldPiece):
    """A date."""

    def _build(self) -> QWidget:
        self.day = DateField(self._place, f"veld-{self.key}", self.shown.outline.label)
        self.day.edited.connect(self._follow)
        self.day.changed.connect(lambda _day: self._follow())
        self.day.line().installEventFilter(self)
        return self.day

    def _follow(self) -> None:
        day = self.day.value()
        self._tell(day.isoformat() if day is not None else self.day.text().strip())

    def _put(self) -> None:
        value = self.shown.value
        with suppress(ValueError):
            self.day.set_value(date.fromisoformat(value) if value else None)
            return
        self.day.put_text(value)

    def is_typing(self) -> bool:
        return self.day.line().hasFocus()

    def set_read_only(self) -> None:
        self.day.line().setReadOnly(True)
        for opener in self.day.findChildren(QAbstractButton):
            opener.setEnabled(False)


class ChoicePiece(FieldPiece):
    """One of a few, or none yet."""

    def _build(self) -> QWidget:
        self.box = QComboBox()
        self._name(self.box)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(FEWEST_LETTERS)
        self.box.addItem(self.tr("Nog niet gekozen"), "")
        for value, words in self.shown.choices:
            self.box.addItem(capital(words), value)
        self.box.activated.connect(self._follow)
        return self.box

    def _follow(self, _number: int) -> None:
        self._tell(str(self.box.currentData() or ""))
        self.left.emit()

    def _put(self) -> None:
        self.box.setCurrentIndex(max(0, self.box.findData(self.shown.value)))
        self.box.setToolTip(self.box.currentText())

    def is_typing(self) -> bool:
        return False


class RowsPiece(FieldPiece):
    """A table that is typed or pasted."""

    def _build(self) -> QWidget:
        outline = self.shown.outline
        self.rows = RowsEditor(self._place, f"veld-{self.key}", outline.label, outline.columns, outline.widths)
        self.rows.changed.connect(lambda rows: self._tell("", rows))
        self.rows.left.connect(self.left.emit)
        return self.rows

    def _put(self) -> None:
        self.rows.show_rows(self.shown.rows)

    def is_typing(self) -> bool:
        return self.rows.grid.is_editing()

    def focus_in(self) -> None:
        self.rows.focus_in()

    def set_read_only(self) -> None:
        self.rows.set_read_only()


def piece_for(place: Workplace, shown: ShownField, *, read_only: bool) -> FieldPiece:
    """The piece with which a field is typed; one of several lines needs the dossier too (see `rich_field`)."""
    match shown.outline.kind:
        case LetterFieldKind.LINE | LetterFieldKind.TEXT:
            return LinePiece(place, shown, read_only=read_only)
        case LetterFieldKind.DATE:
            return DayPiece(place, shown, read_only=read_only)
        case LetterFieldKind.MONEY | LetterFieldKind.NUMBER:
            return NumberPiece(place, shown, read_only=read_only)
        case LetterFieldKind.CHOICE | LetterFieldKind.ITEM:
            return ChoicePiece(place, shown, read_only=read_only)
        case LetterFieldKind.ROWS:
            return RowsPiece(place, shown, read_only=read_only)
