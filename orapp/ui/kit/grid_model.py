"""The rows of an editable list: one item per row, changed in place so that selection, scroll and open editors stay."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from orapp.domain.dossier import CODE_LETTERS, Dossier, code
from orapp.domain.editing import changed_fields
from orapp.domain.items import Item
from orapp.ui.kit.fields import Field, FieldKind, ItemKind
from orapp.ui.kit.grid_values import Choices, choices_of, words
from orapp.ui.kit.tables import CELL_ROLE, DATE_PIXELS, ROOT, Cell, Column, Index, RowModel

Part = TypeVar("Part", bound=Item)

CODE_PIXELS = 46
TEXT_WEIGHT = 3
PIXELS = {
    FieldKind.DATE: DATE_PIXELS + 8,
    FieldKind.CHOICE: 128,
    FieldKind.ITEM: 128,
    FieldKind.ITEMS: 84,
    FieldKind.FLAG: 64,
    FieldKind.MAYBE: 92,
    FieldKind.NUMBER: 72,
    FieldKind.TENTHS: 80,
    FieldKind.CENTS: 104,
}


class GridModel(RowModel[Part], Generic[Part]):
    """Items under the columns of their kind. Columns that find no room are folded: said below the main text."""

    def __init__(self, kind: ItemKind[Part], parent: QWidget | None = None) -> None:
        self.kind = kind
        self.coded = kind.collection in CODE_LETTERS
        self.fields: tuple[Field | None, ...] = ((None,) if self.coded else ()) + kind.columns()
        super().__init__([self._column(field) for field in self.fields], parent)
        self.main = next((number for number, field in enumerate(self.fields) if field and self.columns[number].weight), 0)
        self.folded: frozenset[int] = frozenset()
        self.read_only = False
        self._lists: dict[str, Choices] = {}
        self._words: dict[str, dict[str, str]] = {}

    def _column(self, field: Field | None) -> Column[Part]:
        if field is None:
            collection = self.kind.collection
            heading = QCoreApplication.translate("grid_model", "Nr.")
            return Column(key="code", title=heading, pixels=CODE_PIXELS, cell=lambda item: _code_cell(collection, item))
        pixels = 0 if field.weight else field.pixels or PIXELS.get(field.kind, 0)
        weight = 0 if pixels else field.weight or TEXT_WEIGHT
        title = field.heading or field.label.replace("&", "")
        return Column(key=field.key, title=title, pixels=pixels, weight=weight, cell=lambda item: self.cell(field, item))

    def cell(self, field: Field, item: Part) -> Cell:
        """What one cell says."""
        value = getattr(item, field.key)
        text = words(field, value, self._words.get(field.key, {}))
        tone = field.tone(value) if field.tone is not None and text else None
        return Cell(text=text, second=self._folded_words(field, item), quiet=field.quiet, pill=tone)

    def _folded_words(self, field: Field, item: Part) -> str:
        if not self.folded or self.fields[self.main] is not field:
            return ""
        said = []
        for number in sorted(self.folded):
            folded = self.fields[number]
            if folded is not None:
                text = words(folded, getattr(item, folded.key), self._words.get(folded.key, {}))
                if text:
                    said.append(f"{self.columns[number].title}: {text}")
        return " · ".join(said)

    def choices(self, field: Field) -> Choices:
        """The choices of a field in the dossier that is shown."""
        return self._lists.get(field.key, [])

    def know(self, dossier: Dossier) -> bool:
        """Takes the choices of a dossier; True where one of them changed, so that cells may say something else."""
        return self.know_choices({field.key: choices_of(field, dossier) for field in self.kind.fields})

    def know_choices(self, lists: dict[str, Choices]) -> bool:
        """Takes choices by field that no dossier gives; True where one of them changed."""
        if lists == self._lists:
            return False
        self._lists = lists
        self._words = {key: dict(choices) for key, choices in lists.items()}
        return True

    def fold(self, folded: frozenset[int]) -> bool:
        """Folds these columns; True where that is another choice than before."""
        changed = folded != self.folded
        self.folded = folded
        return changed

    def place_of(self, item_id: str) -> int:
        """The row of an item, or -1."""
        return next((place for place, item in enumerate(self.rows) if item.id == item_id), -1)

    def field_at(self, index: Index) -> Field | None:
        """The field of a cell that can be edited in place, or None."""
        field = self.fields[index.column()] if index.isValid() else None
        return None if field is None or field.read_only or self.read_only else field

    def take(self, rows: tuple[Part, ...]) -> None:
        """Shows these items by as few changes as it takes: what stays, keeps its place, its selection and its editor."""
        if not self.rows or not rows:
            self._take_all(rows)
            return
        wanted = {item.id: place for place, item in enumerate(rows)}
        for place in range(len(self.rows) - 1, -1, -1):
            if self.rows[place].id not in wanted:
                self.beginRemoveRows(ROOT, place, place)
                self.rows = self.rows[:place] + self.rows[place + 1 :]
                self.endRemoveRows()
        for place, item in enumerate(rows):
            self._put(place, item, wanted)

    def _take_all(self, rows: tuple[Part, ...]) -> None:
        if self.rows:
            self.beginRemoveRows(ROOT, 0, len(self.rows) - 1)
            self.rows = ()
            self.endRemoveRows()
        if rows:
            self.beginInsertRows(ROOT, 0, len(rows) - 1)
            self.rows = rows
            self.endInsertRows()

    def _put(self, place: int, item: Part, wanted: dict[str, int]) -> None:
        if place + 1 < len(self.rows) and self.rows[place].id != item.id and self.rows[place + 1].id == item.id:
            # One item went down: moving that one is one change, moving all others up is many.
            self._move(place, min(wanted[self.rows[place].id], len(self.rows) - 1))
        there = next((at for at in range(place, len(self.rows)) if self.rows[at].id == item.id), -1)
        if there < 0:
            self.beginInsertRows(ROOT, place, place)
            self.rows = (*self.rows[:place], item, *self.rows[place:])
            self.endInsertRows()
            return
        if there > place:
            self._move(there, place)
        before = self.rows[place]
        if before != item:
            self.rows = (*self.rows[:place], item, *self.rows[place + 1 :])
            if before.number == item.number and not changed_fields(before, item):
                return  # only its rank is another: every row below a new one has that, and none says something else
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))

    def _move(self, start: int, end: int) -> None:
        if start == end:
            return
        # Qt names the row before which the moved one comes, counted with the moved one still in its place.
        self.beginMoveRows(ROOT, start, start, ROOT, end + 1 if end > start else end)
        rest = [*self.rows]
        rest.insert(end, rest.pop(start))
        self.rows = tuple(rest)
        self.endMoveRows()

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self.field_at(index) is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        if self.kind.ordered and not self.read_only:
            flags |= Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled
        return flags

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return None  # rows are as high as their text: nothing is hidden that a tooltip had to say
        if role == CELL_ROLE and index.isValid() and index.column() in self.folded:
            return Cell(text="")
        return super().data(index, role)


def _code_cell(collection: str, item: Item) -> Cell:
    return Cell(text=code(collection, item), quiet=True)
