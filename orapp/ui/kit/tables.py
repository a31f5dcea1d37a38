"""Real tables: a model is a tuple of frozen rows plus declared columns, shown by a view that works with the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView, QWidget
from typing_extensions import override

from orapp.ui.kit.labels import nature_word
from orapp.ui.kit.list_host import host_of
from orapp.ui.kit.look import Look, Tone

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 1
SORT_ROLE = int(Qt.ItemDataRole.UserRole) + 2
ROOT = QModelIndex()
ROW_PIXELS = 48
READABLE_PIXELS = 84
"""The least width of a column that shares what is left; below it words are cut into letters.

Where large text leaves less, a compact table is wider than its room, and scrolls sideways.
"""
BAR = {False: Qt.ScrollBarPolicy.ScrollBarAlwaysOff, True: Qt.ScrollBarPolicy.ScrollBarAlwaysOn}
# What stands around the words of a heading.
HEADING_ROOM = 18
# As wide as "wo 24 aug 2027".
DATE_PIXELS = 118
LEAST_PIXELS = 460
# What a column of cards leaves of the smallest screen at large text; what is longer in a cell is said in its tooltip.
MOST_LEAST_WIDTH = 760


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands in one place of a table. `pill` puts the text on a soft ground, `nature` puts the mark of a term before it.

    `lines` is the most lines that the text takes (0: as many as it needs); then the second line takes one. What is left out
    of such a text is left out at its end, or with `ends` before its last word: of a title both ends tell which it is.
    """

    text: str
    second: str = ""
    strong: bool = False
    quiet: bool = False
    tone: Tone | None = None
    pill: Tone | None = None
    nature: str = ""
    lines: int = 0
    ends: bool = False

    def spoken(self) -> str:
        """The cell as a screen reader says it."""
        mark = nature_word(self.nature) if self.nature else ""
        return ", ".join(part for part in (mark, self.text, self.second) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[R]):
    """A declared column: its key, its heading, its cell for a row, a Python value to sort on, and its width.

    `weight` shares what is left; `pixels` is a fixed width at 13 px text. `export` gives what leaves with the list in the
    place of the words of the cell: a day as a day, a number as a number. `hidden` columns are shown when a person asks.
    """

    key: str
    title: str
    cell: Callable[[R], Cell]
    sort: Callable[[R], str | int | date | None] | None = None
    pixels: int = 0
    weight: int = 0
    export: Callable[[R], str | int | date | None] | None = None
    hidden: bool = False


class RowModel(QAbstractTableModel, Generic[R]):
    """A tuple of rows under columns. More rows can be asked for by scrolling (`more_wanted`)."""

    more_wanted = Signal()

    def __init__(self, columns: Sequence[Column[R]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[R, ...] = ()
        self._more = False
        self.wraps = False  # whether a heading that is longer than its column goes on below

    def show(self, rows: tuple[R, ...], *, more: bool = False) -> None:
        """Shows these rows instead of what stood here."""
        self.beginResetModel()
        self.rows = rows
        self._more = more
        self.endResetModel()

    def append(self, rows: tuple[R, ...], *, more: bool) -> None:
        """Adds the next page below."""
        self._more = more
        if rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows += rows
            self.endInsertRows()

    def row_at(self, index: Index) -> R | None:
        """The row of an index, or None outside the table."""
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        column = self.columns[index.column()]
        if role == CELL_ROLE:
            return column.cell(row)
        if role == SORT_ROLE:
            return column.sort(row) if column.sort else column.cell(row).text
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            cell = column.cell(row)
            return "\n".join(part for part in (cell.text, cell.second) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            spoken = column.cell(row).spoken()
            return f"{column.title}: {spoken}" if column.title else spoken
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return left.value | Qt.TextFlag.TextWordWrap.value if self.wraps else left
        return None

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not parent.isValid()

    @override
    def fetchMore(self, parent: Index) -> None:
        if self._more:
            self._more = False
            self.more_wanted.emit()


class Table(QTableView, Generic[R]):
    """A table of rows: Enter and double click open, Tab leaves it, arrows walk, letters find."""

    row_opened = Signal(object)
    row_chosen = Signal(object)
    menu_wanted = Signal(QPoint)
    copy_wanted = Signal()
    compact = True

    def __init__(self, model: RowModel[R], look: Look, object_name: str, accessible: str) -> None:
        super().__init__()
        from orapp.ui.kit.cells import CellDelegate  # the delegate paints Cells, which are declared here

        self.row_model = model
        self.look = look
        # Who gave this table its menu, and who shares its width; without them it is a plain table.
        self.equipped: QObject | None = None
        self.widths: Callable[[int], dict[int, int]] | None = None
        self.sharing = False
        self.setObjectName(object_name)
        self.setAccessibleName(accessible)
        self.setModel(model)
        model.setParent(self)
        self.painter = CellDelegate(look, self, compact=self.compact)
        self.setItemDelegate(self.painter)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setWordWrap(True)
        if not self.compact:
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        if self.compact:
            self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            self._set_row_height()
            look.changed.connect(self._set_row_height)
        self.setCornerButtonEnabled(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_header_height()
        look.changed.connect(self._set_header_height)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._choose)

    def _set_header_height(self) -> None:
        header = self.horizontalHeader()
        header.setMinimumSectionSize(self.look.px(24))
        header.setFixedHeight(self.look.px(28))

    def _set_row_height(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.look.px(ROW_PIXELS))

    def current(self) -> R | None:
        """The row that is chosen."""
        return self.row_model.row_at(self.currentIndex())

    def choose_first(self) -> None:
        """Chooses the first row, so that the keyboard has a place to begin."""
        if not self.currentIndex().isValid():
            self.choose(0)

    def choose(self, number: int, down: bool = True) -> None:
        """Chooses a line, or where that is no row the nearest row below it (or above)."""
        lines = range(number, self.row_model.rowCount()) if down else range(number, -1, -1)
        for line in lines:
            index = self.row_model.index(line, max(0, self.currentIndex().column()))
            if self.row_model.row_at(index) is not None:
                self.setCurrentIndex(index)
                return

    def chosen_rows(self) -> tuple[R, ...]:
        """The rows that are selected, from top to bottom."""
        numbers = sorted({index.row() for index in self.selectionModel().selectedRows()})
        found = (self.row_model.row_at(self.row_model.index(number, 0)) for number in numbers)
        return tuple(row for row in found if row is not None)

    def _open(self, index: QModelIndex) -> None:
        row = self.row_model.row_at(index)
        if row is not None:
            self.row_opened.emit(row)

    def _choose(self, index: QModelIndex, _previous: QModelIndex) -> None:
        row = self.row_model.row_at(index)
        if row is not None:
            self.row_chosen.emit(row)

    def share_width(self) -> None:
        """Gives each column its fixed width or its share of what is left."""
        self.sharing = True
        if self.widths is not None:
            for number, width in self.widths(self.viewport().width()).items():
                self.setColumnWidth(number, width)
            self.sharing = False
            return
        fixed = [self.look.px(column.pixels) for column in self.row_model.columns]
        left = max(0, self.viewport().width() - sum(fixed))
        total = sum(column.weight for column in self.row_model.columns) or 1
        for number, column in enumerate(self.row_model.columns):
            least = self.look.px(READABLE_PIXELS) if self.compact and column.weight else 0
            self.setColumnWidth(number, max(least, fixed[number] + left * column.weight // total))
        self.sharing = False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        if plain and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.row_model.rows:
            # A whole row is chosen, so the ends are those of the list and not those of the row.
            first = event.key() == Qt.Key.Key_Home
            self.choose(0 if first else self.row_model.rowCount() - 1, down=first)
            return
        if event.matches(QKeySequence.StandardKey.Copy) and self.equipped is not None:
            self.copy_wanted.emit()
            return
        super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.equipped is None:
            super().contextMenuEvent(event)
            return
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.visualRect(self.currentIndex()).bottomLeft() if by_key else event.pos()
        self.menu_wanted.emit(self.viewport().mapToGlobal(place) if by_key else event.globalPos())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        host = host_of(self) if self.equipped is None else None
        if host is not None:
            host.equip(self)
        super().showEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_width()


class FittedTable(Table[R]):
    """A short table that is as high as its rows, inside a column that scrolls."""

    compact = False

    def __init__(self, model: RowModel[R], look: Look, object_name: str, accessible: str) -> None:
        super().__init__(model, look, object_name, accessible)
        self._unfit = True
        self._measured: tuple[int, ...] = ()
        model.wraps = True
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        model.modelReset.connect(self._fit_anew)
        look.changed.connect(self._fit_anew)

    def _fit_anew(self) -> None:
        self._measured = ()
        self.fit()

    def fit(self) -> None:
        """Makes the rows as high as their text, and the table as high as its rows; while it is not seen, that waits."""
        self._unfit = not self.isVisible()
        if self._unfit:
            return
        self.share_width()
        self._fit_header()
        widths = tuple(self.columnWidth(number) for number in range(len(self.row_model.columns)))
        if widths != self._measured:
            self._measured = widths
            self.resizeRowsToContents()
        header = 0 if self.horizontalHeader().isHidden() else self.horizontalHeader().height()
        rows = sum(self.rowHeight(number) for number in range(self.row_model.rowCount()))
        self.setHorizontalScrollBarPolicy(BAR[wide := self.horizontalHeader().length() > self.viewport().width()])
        bar = self.horizontalScrollBar().sizeHint().height() if wide else 0
        self.setFixedHeight(header + rows + bar + 2 * self.frameWidth() + 2)

    def _fit_header(self) -> None:
        header, highest = self.horizontalHeader(), 0
        metrics, room = QFontMetrics(header.font()), self.look.px(HEADING_ROOM)
        for number, column in enumerate(self.row_model.columns):
            if not self.isColumnHidden(number):
                space = QRect(0, 0, max(1, self.columnWidth(number) - room), 10_000)
                wrapped = metrics.boundingRect(space, Qt.TextFlag.TextWordWrap.value, column.title)
                highest = max(highest, wrapped.height() - metrics.height())
        header.setFixedHeight(self.look.px(28) + highest)

    @override
    def share_width(self) -> None:
        """As every table does; then a column narrower than the longest word of its heading takes from the widest."""
        super().share_width()
        self.sharing = True
        metrics, room = QFontMetrics(self.horizontalHeader().font()), self.look.px(HEADING_ROOM)
        shown = [number for number in range(len(self.row_model.columns)) if not self.isColumnHidden(number)]
        needed = {
            number: room
            + max((metrics.horizontalAdvance(word) for word in self.row_model.columns[number].title.split()), default=0)
            for number in shown
        }
        for number in shown:
            spare = {one: self.columnWidth(one) - needed[one] for one in shown}
            giver = max(shown, key=lambda one: spare[one])
            # Where there is nothing left to take, the table is wider than its room, and scrolls sideways.
            self.setColumnWidth(number, self.columnWidth(number) + max(0, -spare[number]))
            if min(-spare[number], spare[giver]) > 0:
                self.setColumnWidth(giver, max(needed[giver], self.columnWidth(giver) + spare[number]))
        self.sharing = False

    @override
    def sizeHintForRow(self, row: int) -> int:
        return self.painter.highest_in(row)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._unfit:
            self.fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.look.px(LEAST_PIXELS), MOST_LEAST_WIDTH), self.look.px(28))
