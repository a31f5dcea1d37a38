"""Gegevens van deze brief: what its kind asks and no item of the dossier holds, the needed first and the rest folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from orapp.letters.content import FindingWeight
from orapp.letters.letter_fields import LetterFieldKind
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import Card, button
from orapp.ui.kit.labels import Pill, set_tone, text_label
from orapp.ui.kit.look import Tone, restyle
from orapp.ui.screens.letter.field_pieces import FieldPiece, piece_for
from orapp.ui.screens.letter.rich_field import RichPiece
from orapp.ui.screens.letter.row_button import RowButton, beside
from orapp.ui.screens.letter.teaser import Teaser

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.letters.shown_fields import ShownField
    from orapp.ui.kit.workplace import Workplace
    from orapp.ui.screens.letter.rich_field import Stuff

LABEL_PIXELS = 150
# A label of so many letters stands beside its field, a longer one above it.
SHORT_LABEL = 26
_WIDE = frozenset({LetterFieldKind.TEXT, LetterFieldKind.ROWS})


class FieldsCard(Card):
    """One line that says how far it is; opened the fields. `typed` gives key, value and rows with each keystroke."""

    typed = Signal(str, str, tuple)
    left = Signal()
    opened = Signal(QWidget)
    field_made = Signal(object)  # a text to write in (OwnText)
    insertion_opened = Signal(object, object)  # the sheet, and the text in which its choice comes

    def __init__(self, place: Workplace, *, read_only: bool = False) -> None:
        super().__init__(place.look)
        self._place = place
        self._read_only = read_only
        self._fields: tuple[ShownField, ...] = ()
        self._body: QWidget | None = None
        self._more: QWidget | None = None
        self._letter_id = ""
        self._stuff: tuple[Dossier, str] | None = None
        self._unfolded = False
        self.rows: dict[str, FieldRow] = {}
        look = place.look
        self.setObjectName("gegevens-kaart")
        self.body.setContentsMargins(look.px(6), look.px(4), look.px(6), look.px(4))
        self.body.setSpacing(look.px(2))
        self.head = RowButton(look, "gegevens")
        column = QVBoxLayout()
        column.setSpacing(look.px(2))
        first = QBoxLayout(beside(look))
        first.setSpacing(look.px(8))
        first.addWidget(text_label(self.tr("Gegevens van deze brief"), "strong", wrap=True), 1)
        self.pill = Pill("")
        first.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column.addLayout(first)
        self.told = Teaser("quiet")
        column.addWidget(self.told)
        self.head.row.addLayout(column, 1)
        self.head.setCheckable(True)
        self.head.clicked.connect(lambda: self.open(not self.is_open))
        self.body.addWidget(self.head)
        self.hide()

    # -- show ----------------------------------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return self._body is not None

    @property
    def asks(self) -> bool:
        """Whether a field without which the letter cannot be adopted is empty."""
        return any(one.missing is FindingWeight.BLOCKING or one.unreadable for one in self._fields)

    def show_fields(self, letter_id: str, fields: tuple[ShownField, ...], dossier: Dossier, request_id: str) -> None:
        """Shows these fields; what is being typed stays. A letter that was just opened shows them where something is needed."""
        self._fields = fields
        self._stuff = dossier, request_id
        fresh, self._letter_id = letter_id != self._letter_id, letter_id
        self.setVisible(bool(fields))
        self._dress()
        if fresh:
            self._unfolded = False
            self.open(self.asks and not self._read_only)
        elif self.is_open:
            self._sync()

    def forget(self) -> None:
        """The next letter is shown as one that was just opened."""
        self._letter_id = ""
        self._fields = ()
        self.open(False)
        self.hide()

    def open(self, on: bool) -> None:
        """Shows or hides the fields."""
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
            self._body = self._more = None
            self.rows = {}
        if on and self._fields:
            self._body = self._build()
            self.body.addWidget(self._body)
            self._sync()
        self.head.setChecked(self.is_open)
        self.setProperty("open", "true" if self.is_open else "false")
        restyle(self)
        self._dress()

    def focus_in(self, key: str = "") -> FieldPiece | None:
        """Opens the fields and goes to one: the named one, else the first that is needed, else the first."""
        if not self.is_open:
            self.open(True)
        wanted = key or next((one.key for one in self._fields if one.missing is FindingWeight.BLOCKING), "")
        row = self.rows.get(wanted) or next(iter(self.rows.values()), None)
        if row is None:
            return None
        if self._more is not None and self._more.isHidden() and self._more.isAncestorOf(row):
            self._unfold()
        row.piece.focus_in()
        self.opened.emit(row)
        return row.piece

    def _dress(self) -> None:
        asked = [one for one in self._fields if one.wanted]
        filled = sum(one.filled for one in asked)
        complete = filled == len(asked)
        words = self.tr("ingevuld") if complete else self.tr("{done} van {total} ingevuld").format(done=filled, total=len(asked))
        tone = Tone.GOOD if complete else Tone.DANGER if self.asks else Tone.ATTENTION
        if self.pill.text() != words or self.pill.property("tone") != tone.value:
            self.pill.setText(words)
            set_tone(self.pill, tone)
        wanting = ", ".join(one.outline.label for one in asked if not one.filled)
        told = self.tr("Nog nodig: {fields}").format(fields=wanting) if wanting else ""
        self.told.setText(told)
        self.told.setVisible(bool(told) and not self.is_open)
        title = self.tr("Gegevens van deze brief")
        self.head.setAccessibleName(", ".join(part for part in (title, words, told) if part))

    # -- build ---------------------------------------------------------------------------------------------------------

    def _build(self) -> QWidget:
        look = self._place.look
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(look.px(8), 0, look.px(8), look.px(8))
        column.setSpacing(look.px(6))
        needed = QWidget()
        column.addWidget(needed)
        self._fold_button = button("", "meer-gegevens", "link")
        self._fold_button.setCheckable(True)
        self._fold_button.clicked.connect(self._unfold)
        row = QHBoxLayout()
        row.addWidget(self._fold_button)
        row.addStretch(1)
        column.addLayout(row)
        self._more = QWidget()
        column.addWidget(self._more)
        self._groups = (_column_in(needed, look.px(6)), _column_in(self._more, look.px(6)))
        return body

    def _sync(self) -> None:
        """Brings the rows in line with the fields: what stays, stays as it is, with what is being typed."""
        needed = [one for one in self._fields if one.wanted] or list(self._fields)
        rest = [one for one in self._fields if one not in needed]
        wanted = {one.key: one for one in self._fields}
        for key in [key for key, row in self.rows.items() if key not in wanted or row.choices != wanted[key].choices]:
            row = self.rows.pop(key)
            row.hide()
            row.deleteLater()
        for column, fields in zip(self._groups, (needed, rest), strict=True):
            for number, one in enumerate(fields):
                row = self.rows.get(one.key) or self._make(one)
                if column.indexOf(row) != number:
                    column.insertWidget(number, row)
                row.show_field(one)
        if self._more is not None:
            self._more.setVisible(bool(rest) and self._unfolded)
        self._fold_button.setVisible(bool(rest))
        self._fold_button.setChecked(self._unfolded)
        filled = sum(one.filled for one in rest)
        words = self.tr("Meer gegevens ({n}, {filled} ingevuld)") if filled else self.tr("Meer gegevens ({n})")
        self._fold_button.setText(words.format(n=len(rest), filled=filled))
        self._fold_button.setAccessibleName(self._fold_button.text())
        fields_in_order = [self.rows[one.key].piece.field for one in needed]
        fields_after = [self.rows[one.key].piece.field for one in rest]
        # From one field the keys go to the next; the menus with looks come after them, for their keys do the same.
        tools, more = ([self.rows[one.key].tools for one in group] for group in (needed, rest))
        around = [*fields_in_order, *filter(None, tools), self._fold_button, *fields_after, *filter(None, more)]
        a11y.tab_order([self.head, *around])

    def _make(self, one: ShownField) -> FieldRow:
        row = FieldRow(self._place, one, self._given, read_only=self._read_only)
        row.piece.typed.connect(lambda value, rows, key=one.key: self.typed.emit(key, value, rows))
        row.piece.left.connect(self.left.emit)
        if isinstance(row.piece, RichPiece):
            row.piece.insertion_opened.connect(self.insertion_opened.emit)
            row.piece.edit.close_asked.connect(lambda: self.head.setFocus(Qt.FocusReason.OtherFocusReason))
            row.piece.edit.next_asked.connect(lambda step, key=one.key: self._step(key, step))
            self.field_made.emit(row.piece.edit)
        self.rows[one.key] = row
        return row

    def _given(self) -> tuple[Dossier, str]:
        if self._stuff is None:
            raise RuntimeError("fields are shown with their dossier")
        return self._stuff

    def _step(self, key: str, step: int) -> None:
        """To the next field, or the one before."""
        shown = [one.key for one in self._fields if one.key in self.rows and self.rows[one.key].isVisibleTo(self)]
        at = shown.index(key) + step
        if 0 <= at < len(shown):
            self.rows[shown[at]].piece.focus_in()

    def _unfold(self) -> None:
        self._unfolded = not self._unfolded
        self._sync()


class FieldRow(QWidget):
    """A field with its label beside it, or above it where it is wide, and whether it is still needed."""

    def __init__(self, place: Workplace, shown: ShownField, stuff: Stuff, *, read_only: bool) -> None:
        super().__init__()
        look, outline = place.look, shown.outline
        self.choices = shown.choices
        self.tools: QWidget | None = None
        if outline.kind is LetterFieldKind.TEXT:
            rich = RichPiece(place, shown, stuff, read_only=read_only)
            self.piece: FieldPiece = rich
            self.tools = rich.tools
        else:
            self.piece = piece_for(place, shown, read_only=read_only)
        self.label = text_label(outline.label, wrap=True)
        a11y.befriend(self.label, self.piece.field)
        self.pill = Pill("")
        self.pill.hide()
        narrow = beside(look) is QBoxLayout.Direction.TopToBottom
        above = narrow or outline.kind in _WIDE or len(outline.label) > SHORT_LABEL
        # Where text is large a long word and the pill do not fit on one line.
        line = QBoxLayout(beside(look))
        line.setSpacing(look.px(2 if narrow else 8))
        if above:
            column = QVBoxLayout(self)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(look.px(2))
            line.addWidget(self.label, 1)
            if self.tools is not None:
                line.addWidget(self.tools, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            column.addLayout(line)
            column.addWidget(self.piece)
            return
        self.setLayout(line)
        line.setContentsMargins(0, 0, 0, 0)
        self.label.setFixedWidth(look.px(LABEL_PIXELS))
        self.label.setContentsMargins(0, look.px(6), 0, 0)
        line.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.piece, 1)
        line.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_field(self, one: ShownField) -> None:
        """Shows the value as it stands, and beside it whether it is still needed, or wanted."""
        self.piece.show_value(one)
        needed = one.missing is FindingWeight.BLOCKING or one.unreadable
        words = self.tr("nodig") if needed else self.tr("gewenst") if one.missing is FindingWeight.ATTENTION else ""
        if self.pill.text() != words:
            self.pill.setText(words)
            set_tone(self.pill, Tone.DANGER if needed else Tone.ATTENTION)
        self.pill.setVisible(bool(words))


def _column_in(widget: QWidget, gap: int) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    return column
