"""A list of people or agreements with its acts, all by keyboard, and the form dialog in which one of them is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.ui.kit.cards import button, empty_hint
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.forms import Form
from orapp.ui.kit.look import Look
from orapp.ui.kit.tables import Column, FittedTable, RowModel

R = TypeVar("R")
UP, DOWN = -1, 1
# At large text a table gives way before the screen scrolls sideways; its cells wrap.
LEAST_WIDTH = 280


class RecordTable(FittedTable[R]):
    """A table whose rows are added (Insert), opened (Enter), removed (Delete) and moved (Alt with an arrow)."""

    add_asked = Signal()
    remove_asked = Signal()
    move_asked = Signal(int)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.AltModifier
        if key == Qt.Key.Key_Insert:
            self.add_asked.emit()
        elif key == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_asked.emit(UP if key == Qt.Key.Key_Up else DOWN)
        else:
            super().keyPressEvent(event)


class RecordList(QWidget, Generic[R]):
    """The list with its buttons. `moved` carries the row and the one with which it changes places."""

    add_asked = Signal()
    edit_asked = Signal(object)
    remove_asked = Signal(object)
    moved = Signal(object, object)

    def __init__(
        self,
        look: Look,
        columns: Sequence[Column[R]],
        *,
        name: str,
        accessible: str,
        empty: str,
        add_words: str,
        identity: Callable[[R], str],
        ordered: bool = True,
    ) -> None:
        super().__init__()
        self._identity = identity
        self._ordered = ordered
        self._can_edit = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        model: RowModel[R] = RowModel(columns)
        self.table: RecordTable[R] = RecordTable(model, look, name, accessible)
        self.table.setMinimumWidth(LEAST_WIDTH)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._hint = empty_hint(empty)
        column.addWidget(self.table)
        column.addWidget(self._hint)
        self.add = button(add_words, f"{name}-toevoegen")
        self.edit = button(self.tr("Wijzigen…"), f"{name}-wijzigen")
        self.remove = button(self.tr("Verwijderen"), f"{name}-verwijderen")
        self.up = button(self.tr("Omhoog"), f"{name}-omhoog")
        self.down = button(self.tr("Omlaag"), f"{name}-omlaag")
        self.up.setToolTip(self.tr("Omhoog (Alt+pijl omhoog)"))
        self.down.setToolTip(self.tr("Omlaag (Alt+pijl omlaag)"))
        row = FlowRow(look)
        row.fill(self._buttons()[: None if ordered else 3])
        column.addWidget(row)
        self._connect()

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.add, self.edit, self.remove, self.up, self.down

    def _connect(self) -> None:
        self.table.add_asked.connect(self._ask_add)
        self.table.remove_asked.connect(self._ask_remove)
        self.table.move_asked.connect(self._move)
        self.table.row_opened.connect(self._ask_edit)
        self.table.customContextMenuRequested.connect(self._offer)
        self.add.clicked.connect(self._ask_add)
        self.edit.clicked.connect(lambda: self._ask_edit(self.table.current()))
        self.remove.clicked.connect(self._ask_remove)
        self.up.clicked.connect(lambda: self._move(UP))
        self.down.clicked.connect(lambda: self._move(DOWN))

    def show_rows(self, rows: Sequence[R], *, can_edit: bool) -> None:
        """Shows these rows; the chosen one stays chosen, or the one that took its place."""
        self._can_edit = can_edit
        chosen = self.table.current()
        place = self.table.currentIndex().row()
        if tuple(rows) != self.table.row_model.rows:
            self.table.row_model.show(tuple(rows))
            self._choose_again(chosen, place)
        self.table.choose_first()
        self.table.setVisible(bool(rows))
        self._hint.setVisible(not rows)
        self.add.setEnabled(can_edit)
        for made in self._buttons()[1:]:
            made.setEnabled(can_edit and bool(rows))

    def choose(self, identity: str) -> None:
        """Chooses the row with this identity."""
        for number, row in enumerate(self.table.row_model.rows):
            if self._identity(row) == identity:
                self.table.setCurrentIndex(self.table.row_model.index(number, 0))

    def _choose_again(self, chosen: R | None, place: int) -> None:
        rows = self.table.row_model.rows
        if chosen is None or not rows:
            return
        known = [self._identity(row) for row in rows]
        wanted = self._identity(chosen)
        number = known.index(wanted) if wanted in known else min(place, len(rows) - 1)
        self.table.setCurrentIndex(self.table.row_model.index(max(0, number), 0))

    def _ask_add(self) -> None:
        if self._can_edit:
            self.add_asked.emit()

    def _ask_edit(self, row: R | None) -> None:
        if self._can_edit and row is not None:
            self.edit_asked.emit(row)

    def _ask_remove(self) -> None:
        row = self.table.current()
        if self._can_edit and row is not None:
            self.remove_asked.emit(row)

    def _move(self, step: int) -> None:
        rows, place = self.table.row_model.rows, self.table.currentIndex().row()
        if self._can_edit and self._ordered and place >= 0 and 0 <= place + step < len(rows):
            self.moved.emit(rows[place], rows[place + step])

    def _offer(self, at: QPoint) -> None:
        if not self._can_edit or self.table.current() is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for made in self._buttons():
            if made.isVisibleTo(self) and made.isEnabled():
                menu.addAction(made.text(), made.click)
        menu.popup(self.table.viewport().mapToGlobal(at))


class RecordForm(Form, Generic[R]):
    """The fields of one record."""

    def read(self) -> R | None:
        """What was filled in; None when a field was refused, which stands beside it."""
        raise NotImplementedError


class RecordSheet(Sheet, Generic[R]):
    """Writes one record: Enter keeps it, Esc leaves it."""

    kept = Signal(object)

    def __init__(self, parent: QWidget, look: Look, title: str, form: RecordForm[R], note: str = "") -> None:
        super().__init__(parent, look, title, "invulblad")
        self.form = form
        self.body.addWidget(form)
        if note:
            self.body.addWidget(empty_hint(note))
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = button(self.tr("Annuleren"), "annuleren")
        keep = button(self.tr("&Opslaan"), "opslaan", "primary")
        keep.setDefault(True)
        row.addWidget(cancel)
        row.addWidget(keep)
        self.body.addLayout(row)
        self.setMinimumWidth(min(look.px(560), self.screen().availableSize().width() - 80))
        cancel.clicked.connect(self.close)
        keep.clicked.connect(self._keep)

    def _keep(self) -> None:
        record = self.form.read()
        if record is not None:
            self.kept.emit(record)
            self.close()


def replaced(rows: tuple[R, ...], old: R, new: R) -> tuple[R, ...]:
    """The rows with one of them replaced."""
    return tuple(new if row == old else row for row in rows)


def exchanged(rows: tuple[R, ...], first: R, second: R) -> tuple[R, ...]:
    """The rows with two of them in each other's place."""
    other = {id(first): second, id(second): first}
    return tuple(other.get(id(row), row) for row in rows)
