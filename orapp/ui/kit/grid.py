"""A table that is edited in place, by keys as in a spreadsheet, as high as its rows."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from orapp.domain.items import Item
from orapp.ui.kit.fields import Field
from orapp.ui.kit.grid_cells import GridDelegate
from orapp.ui.kit.grid_model import GridModel
from orapp.ui.kit.tables import Index, Table
from orapp.ui.kit.workplace import Workplace

Part = TypeVar("Part", bound=Item)

LEAST_TEXT_PIXELS = 190
NARROWEST = 150
ROWS_AT_ONCE = 60


class Grid(Table[Part], Generic[Part]):
    """Cells with a current one. F2, Enter or typing edits it; Tab in an editor goes to the next cell that can be edited.

    `committed` gives (item as it was when the editor opened, field, value), `refused` (item, field, text, why), `typed`
    (item id, field, text) with each keystroke, `left` (item id, field, whether its text was kept), `past_end` when Tab goes
    beyond the last cell, `moved` (item id, rank) after dragging, `form_wanted` with the item whose form is to open.
    """

    committed = Signal(object, object, object)
    refused = Signal(object, object, str, str)
    typed = Signal(str, object, str)
    left = Signal(str, object, bool)
    past_end = Signal()
    form_wanted = Signal(object)
    moved = Signal(str, int)

    compact = False

    def __init__(self, model: GridModel[Part], place: Workplace, object_name: str, accessible: str, *, fitted: bool) -> None:
        super().__init__(model, place.look, object_name, accessible)
        self.grid_model = model
        self._fitted = fitted
        self._fitting = False
        self.covered = 0  # of the foot of the column, in pixels, by what is told there
        self._widths: tuple[int, ...] = ()
        self.cells = GridDelegate(place, self)
        self.setItemDelegate(self.cells)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.fit)
        self._see = QTimer(self)
        self._see.setSingleShot(True)
        self._see.setInterval(0)
        self._see.timeout.connect(lambda: self.show_in_column(self.currentIndex()))
        self._measured = 0
        self._piece = QTimer(self)
        self._piece.setSingleShot(True)
        self._piece.setInterval(0)
        self._piece.timeout.connect(self._measure_on)
        if fitted:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        model.rowsInserted.connect(lambda _parent, first, last: self._fit_new(first, last))
        model.rowsRemoved.connect(lambda *_rows: self._take_height())
        model.dataChanged.connect(lambda first, last, _roles: self.fit_rows(first.row(), last.row()))
        self.look.changed.connect(self._forget_widths)
        self.selectionModel().currentChanged.connect(lambda index, _before: self.show_in_column(index))

    # ------------------------------------------------------------------------------------------------------- measures

    def _forget_widths(self) -> None:
        self._widths = ()
        self._later.start()

    def forget_heights(self) -> None:
        """Measures every row again, soon: its words may have changed."""
        self._forget_widths()

    @override
    def share_width(self) -> None:
        """Gives each column its room; where the text would get too little, the last columns are folded below it."""
        columns = self.row_model.columns
        if not isinstance(self.row_model, GridModel) or not columns:
            return
        room = self.viewport().width()
        arranged = self.widths(room) if self.widths is not None else {}
        shown = [number for number in range(len(columns)) if not arranged or number in arranged]
        folded = self._without_room(shown, room)
        if self.grid_model.fold(folded):
            self._widths = ()
        kept = [number for number in shown if number not in folded]
        left = max(0, room - sum(self.look.px(columns[number].pixels) for number in kept))
        total = sum(columns[number].weight for number in kept) or 1
        self.sharing = True
        for number, column in enumerate(columns):
            self.setColumnHidden(number, number not in kept)
            if number in kept:
                width = self.look.px(column.pixels) + left * column.weight // total
                self.setColumnWidth(number, width if folded else arranged.get(number, width))
        self.sharing = False
        if self._widths != self._widths_now():
            self._later.start()

    def _without_room(self, shown: list[int], room: int) -> frozenset[int]:
        """The last columns, as many as the main text needs to have room; the code and the main text always stay."""
        columns, least = self.row_model.columns, self.look.px(LEAST_TEXT_PIXELS)
        kept = list(shown)
        foldable = [number for number in shown if number != self.grid_model.main and self.grid_model.fields[number] is not None]

        def wanted() -> int:
            fixed = sum(self.look.px(columns[number].pixels) for number in kept)
            others = sum(1 for number in kept if columns[number].weight and number != self.grid_model.main)
            return fixed + least + others * least * 2 // 3

        while foldable and wanted() > room:
            kept.remove(foldable.pop())
        return frozenset(shown) - frozenset(kept)

    def _widths_now(self) -> tuple[int, ...]:
        return tuple(self.columnWidth(number) for number in range(len(self.row_model.columns)))

    def fit(self) -> None:
        """Makes every row as high as its text, when the widths changed since."""
        if self._fitting or not self.isVisible():
            return
        self._fitting = True
        self.share_width()
        widths = self._widths_now()
        if widths != self._widths:
            self._widths = widths
            self._measured = 0
            self._measure_on()
        self._take_height()
        self._fitting = False

    def _fit_new(self, first: int, last: int) -> None:
        if last - first < ROWS_AT_ONCE:
            self.fit_rows(first, last)
        else:
            self._forget_widths()

    def _measure_on(self) -> None:
        """Measures the next rows; a long list is measured in pieces, so that the keyboard never waits for it."""
        start, self._measured = self._measured, self._measured + ROWS_AT_ONCE
        self.fit_rows(start, self._measured - 1)
        if self._measured < len(self.row_model.rows):
            self._piece.start()

    def fit_rows(self, first: int, last: int) -> None:
        """Makes these rows as high as their text, or as the editor that is open in them."""
        if not self._widths:
            self._later.start()
            return
        for row in range(first, min(last, len(self.row_model.rows) - 1) + 1):
            height = self.sizeHintForRow(row)
            if height != self.rowHeight(row):
                self.setRowHeight(row, height)
        self._take_height()

    @override
    def sizeHintForRow(self, row: int) -> int:
        return max(self.look.px(34), self.cells.editor_height(row), self.cells.highest_in(row))

    def _take_height(self) -> None:
        if not self._fitted:
            return
        header = 0 if self.horizontalHeader().isHidden() else self.horizontalHeader().height()
        wanted = header + self.verticalHeader().length() + 2 * self.frameWidth() + 2
        if wanted != self.height() or wanted != self.minimumHeight():
            self.setFixedHeight(wanted)

    def show_in_column(self, index: Index) -> None:
        """Scrolls the column around this table so that a cell is seen; the table itself does not scroll when it is fitted."""
        area = self.around()
        if area is None or not self._fitted or not index.isValid() or not (self.hasFocus() or self.is_editing()):
            return
        box = self.visualRect(index)
        inside = area.widget()
        if inside is not None:
            corner = self.viewport().mapTo(inside, box.topLeft())
            margin = self.look.px(12)
            bar = area.verticalScrollBar()
            if corner.y() - margin < bar.value():
                bar.setValue(corner.y() - margin - self.horizontalHeader().height())
            elif corner.y() + box.height() + margin > bar.value() + area.viewport().height() - self.covered:
                bar.setValue(corner.y() + box.height() + margin - area.viewport().height() + self.covered)

    def see_current(self) -> None:
        """Scrolls to the current cell, once everything has its height."""
        self._see.start()

    def around(self) -> QScrollArea | None:
        """The column that scrolls this table, or None."""
        parent = self.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                return parent
            parent = parent.parentWidget()
        return None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(NARROWEST), self.look.px(62))

    # -------------------------------------------------------------------------------------------------------- editing

    def edit_cell(self, index: Index, text: str | None = None, *, replace: bool = True) -> bool:
        """Opens the editor of a cell; `text` was typed already, in the place of what stands there (or put back)."""
        if not self._can_edit(index):
            return False
        self.close_editor(keep=True)
        target = self.row_model.index(index.row(), index.column())
        self.setCurrentIndex(target)
        if not self.edit(target, QAbstractItemView.EditTrigger.AllEditTriggers, QEvent(QEvent.Type.None_)):
            return False
        self.cells.begin(text, replace=replace)
        return True

    def close_editor(self, *, keep: bool) -> bool:
        """Closes the open editor, keeping what was typed or not; False where it is refused and stays open."""
        return self.cells.finish(keep=keep)

    def leave_editor(self) -> None:
        """Closes the open editor, whatever stands in it: what is refused is told, and held by whoever shows it."""
        self.cells.finish(keep=True, leaving=True)

    def is_editing(self) -> bool:
        """Whether a cell editor is open."""
        return self.cells.opened is not None

    def edited_id(self) -> str:
        """The item in whose row an editor is open, or empty."""
        return self.cells.opened.item.id if self.cells.opened is not None else ""

    def next_cell(self, start: Index, step: int) -> QModelIndex:
        """The next cell that can be edited, to the right and then below (or with -1 before it); invalid beyond the ends."""
        header, rows = self.horizontalHeader(), len(self.row_model.rows)
        columns = len(self.row_model.columns)
        place = start.row() * columns + header.visualIndex(start.column()) + step
        while 0 <= place < rows * columns:
            index = self.row_model.index(place // columns, header.logicalIndex(place % columns))
            if self._can_edit(index):
                return index
            place += step
        return QModelIndex()

    def first_cell(self, row: int) -> QModelIndex:
        """The first cell of a row that can be edited."""
        first = self.row_model.index(row, self.horizontalHeader().logicalIndex(0))
        if self._can_edit(first):
            return first
        found = self.next_cell(first, 1)
        return found if found.isValid() else first

    def _can_edit(self, index: Index) -> bool:
        return self.grid_model.field_at(index) is not None and not self.isColumnHidden(index.column())

    def walk(self, start: Index, step: int) -> None:
        """Edits the next cell, or the one before; beyond the last one a new row is asked for."""
        index = self.next_cell(start, step)
        if index.isValid():
            self.edit_cell(index)
        elif step > 0:
            self.past_end.emit()

    def field_of(self, index: Index) -> Field | None:
        """The field of a cell that can be edited, or None."""
        return self.grid_model.field_at(index)

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if index.isValid() and plain:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open(index)
                return
            typed = event.text()
            if typed and typed.isprintable() and not typed.isspace() and self.edit_cell(index, typed):
                return
        super().keyPressEvent(event)

    @override
    def _open(self, index: QModelIndex) -> None:
        row = self.row_model.row_at(index)
        if row is None:
            return
        if not self.edit_cell(index):
            self.form_wanted.emit(row)
        elif self.cells.opened is not None:
            self.cells.opened.editor.open_list()

    @override
    def keyboardSearch(self, search: str) -> None:
        """Typing edits; it does not search."""

    # ------------------------------------------------------------------------------------------------------- dragging

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        item = self.current()
        if event.source() is not self or item is None:
            event.ignore()
            return
        rank = self.rank_at(event.position().toPoint())
        here = self.grid_model.place_of(item.id)
        # The rows are put in order by an edit, so Qt is not to take them away itself.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        target = rank - 1 if rank > here else rank
        if target != here:
            self.moved.emit(item.id, target)

    def rank_at(self, point: QPoint) -> int:
        """Before which row something is dropped at this point."""
        index = self.indexAt(point)
        if not index.isValid():
            return len(self.row_model.rows)
        box: QRect = self.visualRect(index)
        return index.row() + (1 if point.y() > box.center().y() else 0)
