"""A small table that is typed or pasted: rows of plain cells under given heads, as a letter or a sheet has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from orapp.domain.items import Item
from orapp.ui.kit import a11y
from orapp.ui.kit.cards import button
from orapp.ui.kit.fields import Field, FieldKind, ItemKind
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.grid import Grid
from orapp.ui.kit.grid_model import GridModel
from orapp.ui.kit.grid_values import Choices, successor
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.pasting import place_rows, rows_of_html, rows_of_text
from orapp.ui.kit.tables import BAR, HEADING_ROOM

if TYPE_CHECKING:
    from orapp.ui.kit.workplace import Workplace

MOST_COLUMNS = 8
LEAST_CELL = 84
# From this relative width on a column holds sentences, that go on below.
SENTENCE = 3

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedRow(Item):
    """One row while it is typed; what stands beyond the heads stays empty."""

    c0: str = ""
    c1: str = ""
    c2: str = ""
    c3: str = ""
    c4: str = ""
    c5: str = ""
    c6: str = ""
    c7: str = ""


class RowsGrid(Grid[TypedRow]):
    """Where its columns find no room, it scrolls sideways: a cell that cannot be seen could not be typed in."""

    @override
    def share_width(self) -> None:
        super().share_width()
        metrics, columns = QFontMetrics(self.horizontalHeader().font()), self.row_model.columns
        self.sharing = True
        for number, column in enumerate(columns):
            longest = max((metrics.horizontalAdvance(word) for word in column.title.split()), default=0)
            self.setColumnWidth(
                number, max(self.columnWidth(number), longest + self.look.px(HEADING_ROOM), self.look.px(LEAST_CELL))
            )
        self._give_back()
        self.sharing = False
        self.setHorizontalScrollBarPolicy(BAR[self.horizontalHeader().length() > self.viewport().width()])

    def _give_back(self) -> None:
        """What narrow columns were given is taken from the widest, as far as that stays readable."""
        over = self.horizontalHeader().length() - self.viewport().width()
        widest = max(range(len(self.row_model.columns)), key=self.columnWidth)
        if over > 0:
            least = max(self.look.px(2 * LEAST_CELL), self.columnWidth(widest) - over)
            self.setColumnWidth(widest, min(self.columnWidth(widest), least))

    @override
    def _without_room(self, shown: list[int], room: int) -> frozenset[int]:
        return frozenset()

    @override
    def _take_height(self) -> None:
        super()._take_height()
        if self.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOn:
            self.setFixedHeight(self.height() + self.horizontalScrollBar().sizeHint().height())


class RowsEditor(QWidget):
    """Rows under heads. `changed` gives all rows that hold something with each keystroke; `left` when the keys go elsewhere.

    Insert adds a row, Delete takes the chosen ones away, Alt with an arrow moves one, Ctrl+V pastes rows of Word or Excel;
    adding and taking away have a button too, and what was taken away is given back as long as nothing else was done.
    `choices` says by column which values its cells hold and what these are called: such a cell is chosen, or pasted as words.
    `also` gives other heads by column under which pasted rows are recognised.
    """

    changed = Signal(tuple)
    left = Signal()

    def __init__(
        self,
        place: Workplace,
        object_name: str,
        accessible: str,
        columns: Sequence[str],
        widths: Sequence[int] = (),
        choices: Mapping[int, Choices] | None = None,
        also: Mapping[int, Sequence[str]] | None = None,
    ) -> None:
        super().__init__()
        self._also = dict(also or {})
        self._choices = dict(choices or {})
        self._place = place
        self._heads = tuple(columns[:MOST_COLUMNS])
        self._names = count(1)
        self._before_removing: tuple[TypedRow, ...] | None = None
        self.setObjectName(object_name)
        self._build(object_name, accessible, widths)

    def _build(self, object_name: str, accessible: str, widths: Sequence[int]) -> None:
        look = self._place.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        fields = tuple(self._field(number, head, widths) for number, head in enumerate(self._heads))
        kind: ItemKind[TypedRow] = ItemKind(
            collection="typed_rows", singular="", plural="", empty="", fields=fields, make=lambda _d, one, _r: TypedRow(id=one)
        )
        self._model = GridModel(kind)
        self._model.know_choices({f"c{number}": found for number, found in self._choices.items()})
        self.grid = RowsGrid(self._model, self._place, f"{object_name}-tabel", accessible, fitted=True)
        self.grid.installEventFilter(self)
        self.grid.typed.connect(self._follow)
        self.grid.committed.connect(self._commit)
        self.grid.left.connect(lambda _id, _field, kept: None if kept else self._tell())
        self.grid.past_end.connect(self.add)
        self.grid.moved.connect(self._put_at)
        column.addWidget(self.grid)
        self._build_acts(object_name, accessible)
        column.addWidget(self._acts)
        self.hint = text_label(self._how_to_paste(), "small", wrap=True)
        column.addWidget(self.hint)
        column.addStretch(1)
        self._show_or_hide()

    def _build_acts(self, object_name: str, accessible: str) -> None:
        self.add_button = button(self.tr("Rij toevoegen"), f"{object_name}-toevoegen", "link")
        self.add_button.setAccessibleName(self.tr("Rij toevoegen aan {table}").format(table=accessible))
        self.add_button.clicked.connect(self.add)
        self.add_button.installEventFilter(self)
        self.remove_button = button(self.tr("Rij verwijderen"), f"{object_name}-verwijderen", "link")
        self.remove_button.setAccessibleName(self.tr("Gekozen rij verwijderen uit {table}").format(table=accessible))
        self.remove_button.setToolTip(self.tr("Verwijdert de gekozen rijen (Del)"))
        self.remove_button.clicked.connect(self.remove)
        self.undo_button = button(self.tr("Ongedaan maken"), f"{object_name}-terug", "link")
        self.undo_button.setAccessibleName(self.tr("Verwijderde rijen terugzetten in {table}").format(table=accessible))
        self.undo_button.clicked.connect(self.give_back)
        self._acts = FlowRow(self._place.look)
        self._acts.fill((self.add_button, self.remove_button, self.undo_button))

    def _field(self, number: int, head: str, widths: Sequence[int]) -> Field:
        weight = widths[number] if number < len(widths) else SENTENCE
        kind = FieldKind.TEXT if weight >= SENTENCE else FieldKind.LINE
        if number in self._choices:
            kind = FieldKind.CHOICE
        return Field(key=f"c{number}", label=head, kind=kind, column=True, weight=weight)

    # -- what stands ---------------------------------------------------------------------------------------------------

    def rows(self) -> Rows:
        """The rows that hold something, each as many cells as there are heads."""
        return self._filled(self._model.rows)

    def show_rows(self, rows: Rows) -> None:
        """Shows rows that were changed elsewhere; while a cell is typed in, that stays."""
        if self.grid.is_editing() or rows == self.rows():
            return
        self._forget_removed()
        self._model.take(tuple(self._made(row) for row in rows))
        self._show_or_hide()

    def set_read_only(self) -> None:
        """Only to be read and copied."""
        self._model.read_only = True
        self._acts.hide()
        self.hint.hide()

    def focus_in(self) -> None:
        """Takes the keys where is typed first."""
        if self._model.rows:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            self.grid.choose_first()
        else:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, cells: Sequence[str]) -> TypedRow:
        values = {f"c{number}": text for number, text in enumerate(cells[: len(self._heads)])}
        return successor(TypedRow(id=f"rij-{next(self._names)}"), values)

    def _cells(self, row: TypedRow) -> tuple[str, ...]:
        return tuple(str(getattr(row, f"c{number}")) for number in range(len(self._heads)))

    def _filled(self, rows: Sequence[TypedRow]) -> Rows:
        found = (self._cells(row) for row in rows)
        return tuple(cells for cells in found if any(cell.strip() for cell in cells))

    def _show_or_hide(self) -> None:
        self.grid.setVisible(bool(self._model.rows))
        self.grid.forget_heights()
        self.remove_button.setVisible(bool(self._model.rows))
        self.undo_button.setVisible(self._before_removing is not None)
        self._acts.arrange()

    # -- change --------------------------------------------------------------------------------------------------------

    def add(self) -> None:
        """Begins a row below the others and goes to its first cell."""
        if self._model.read_only:
            return
        self._take((*self._model.rows, self._made(())))
        self.grid.edit_cell(self.grid.first_cell(len(self._model.rows) - 1))

    def remove(self) -> None:
        """Takes the chosen rows away; the keys that came with Tab stand on a row without choosing it."""
        current = self.grid.current()
        gone = {row.id for row in self.grid.chosen_rows()} or ({current.id} if current is not None else set())
        if self._model.read_only:
            return
        if not gone:
            self._say(self.tr("Kies eerst een rij."))
            return
        at, before = self.grid.currentIndex().row(), self._model.rows
        if len(gone) == len(before):
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._take(tuple(row for row in before if row.id not in gone))
        self._choose(min(at, len(self._model.rows) - 1))
        self._tell()
        self._before_removing = before
        self._show_or_hide()
        self._say(
            self.tr("1 rij verwijderd.") if len(gone) == 1 else self.tr("{count} rijen verwijderd.").format(count=len(gone))
        )
        self.left.emit()

    def give_back(self) -> None:
        """Shows the rows again as they stood before the last were taken away."""
        before = self._before_removing
        if before is None or self._model.read_only:
            return
        self._take(before)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._choose(0)
        self._tell()
        self.left.emit()

    def paste(self, data: QMimeData) -> None:
        """Puts what was copied below the rows that stand; a first row with the heads is recognised and left out."""
        if self._model.read_only:
            return
        html = data.html() if data.hasHtml() else ""
        rows = rows_of_html(html) if "<table" in html[:200_000].lower() else rows_of_text(data.text())
        columns = [(f"c{number}", (head, *self._also.get(number, ()))) for number, head in enumerate(self._heads)]
        found = place_rows(rows, columns, "c0")
        if not found.rows:
            return
        made = [self._made([self._value(at, row.get(f"c{at}", "")) for at in range(len(columns))]) for row in found.rows]
        kept = [row for row in self._model.rows if any(cell.strip() for cell in self._cells(row))]
        self._take((*kept, *made))
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._choose(len(kept))
        said = self.tr("{count} rijen geplakt.").format(count=len(made))
        if found.left_out:
            said = f"{said} {self.tr('Kolommen zonder plaats hier: {count}.').format(count=found.left_out)}"
        self._tell()
        self._say(said)
        self.left.emit()

    def _how_to_paste(self) -> str:
        return self.tr("Of plak rijen uit Word of Excel (Ctrl+V).")

    def _say(self, words: str) -> None:
        self.hint.setText(words)
        a11y.announce(self, words)

    def _value(self, number: int, text: str) -> str:
        """What a pasted cell holds: the value of the words, and of words that are no choice the words themselves."""
        known = {said.casefold(): value for value, said in self._choices.get(number, ())}
        return known.get(text.casefold(), text)

    def _choose(self, number: int) -> None:
        """Chooses one row, also while Ctrl or Alt is held: with the keys of pasting and moving Qt would add it to the others."""
        index = self._model.index(number, 0)
        if index.isValid():
            only = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.grid.selectionModel().setCurrentIndex(index, only)

    def _take(self, rows: tuple[TypedRow, ...]) -> None:
        self.grid.close_editor(keep=True)
        self._forget_removed()
        self._model.take(rows)
        self._show_or_hide()

    def _with(self, row_id: str, field: Field, text: str) -> tuple[TypedRow, ...]:
        return tuple(successor(row, {field.key: text}) if row.id == row_id else row for row in self._model.rows)

    def _follow(self, row_id: str, field: Field, text: str) -> None:
        self._forget_removed()
        self.changed.emit(self._filled(self._with(row_id, field, text)))

    def _commit(self, row: TypedRow, field: Field, value: object) -> None:
        self._forget_removed()
        self._model.take(self._with(row.id, field, str(value or "")))
        self._tell()

    def _put_at(self, row_id: str, rank: int) -> None:
        moving = [row for row in self._model.rows if row.id == row_id]
        rest = [row for row in self._model.rows if row.id != row_id]
        if moving and not self._model.read_only:
            at = max(0, min(rank, len(rest)))
            self._forget_removed()
            self._model.take((*rest[:at], *moving, *rest[at:]))
            self._choose(at)
            self._tell()
            self.left.emit()

    def _forget_removed(self) -> None:
        """What was taken away is given back only while nothing else was done: it would undo that too."""
        if self._before_removing is not None:
            self._before_removing = None
            self.undo_button.hide()
            self.hint.setText(self._how_to_paste())

    def _tell(self) -> None:
        self.changed.emit(self.rows())

    # -- keys ----------------------------------------------------------------------------------------------------------

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and watched is self.grid and not self.grid.is_editing():
            self.left.emit()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._pressed(watched, event):
            return True
        return super().eventFilter(watched, event)

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if control and event.key() == Qt.Key.Key_V:
            self.paste(QGuiApplication.clipboard().mimeData())
        elif event.key() == Qt.Key.Key_Insert and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.add()
        elif event.key() == Qt.Key.Key_Insert:
            self.paste(QGuiApplication.clipboard().mimeData())
        elif watched is self.grid and event.key() == Qt.Key.Key_Delete:
            self.remove()
        elif watched is self.grid and step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            row = self.grid.current()
            if row is not None:
                self._put_at(row.id, self._model.place_of(row.id) + step)
        else:
            return False
        return True
