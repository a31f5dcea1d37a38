"""Rows under headings: a model that shows groups with their counts, open or closed, and pages through them from the top."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QModelIndex, Qt
from typing_extensions import override

from orapp.ui.kit.tables import ROOT, Index, RowModel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from orapp.ui.kit.tables import Column

R = TypeVar("R")

GROUP_ROLE = int(Qt.ItemDataRole.UserRole) + 3


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupHead:
    """The heading of a group: its value in the query, its words, and how many rows it has in all."""

    value: str
    words: str
    count: int
    open: bool = True

    def spoken(self) -> str:
        """The heading as a screen reader says it."""
        return f"{self.words}, {self.count}"


class GroupedModel(RowModel[R]):
    """A `RowModel` whose rows may stand under headings. Without groups it is an ordinary model."""

    def __init__(self, columns: Sequence[Column[R]], parent: QWidget | None = None) -> None:
        super().__init__(columns, parent)
        self._lines: tuple[R | GroupHead, ...] = ()
        self.groups: tuple[GroupHead, ...] = ()

    @override
    def show(self, rows: tuple[R, ...], *, more: bool = False) -> None:
        self.beginResetModel()
        self.rows, self._lines, self.groups, self._more = rows, rows, (), more
        self.endResetModel()

    @override
    def append(self, rows: tuple[R, ...], *, more: bool) -> None:
        self._more = more
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._lines), len(self._lines) + len(rows) - 1)
            self.rows += rows
            self._lines += rows
            self.endInsertRows()

    def show_groups(self, groups: tuple[GroupHead, ...], rows: Mapping[str, tuple[R, ...]], *, more: bool) -> None:
        """Shows groups with what is known of their rows, down to the first open group that is not known whole."""
        lines: list[R | GroupHead] = []
        shown: list[R] = []
        for head in groups:
            lines.append(head)
            if not head.open:
                continue
            known = rows.get(head.value, ())
            lines += known
            shown += known
            if len(known) < head.count and more:
                break
        self.beginResetModel()
        self.groups, self.rows, self._lines, self._more = groups, tuple(shown), tuple(lines), more
        self.endResetModel()

    def heads(self) -> dict[int, GroupHead]:
        """The headings that are shown, by their line."""
        return {line: found for line, found in enumerate(self._lines) if isinstance(found, GroupHead)}

    def head_at(self, index: Index) -> GroupHead | None:
        """The heading at an index, or None where a row stands."""
        found = self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None
        return found if isinstance(found, GroupHead) else None

    def line_of(self, row: R) -> int:
        """The line at which a row stands, or -1."""
        return next((line for line, found in enumerate(self._lines) if found is row), -1)

    @override
    def row_at(self, index: Index) -> R | None:
        found = self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None
        return None if isinstance(found, GroupHead) else found

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        head = self.head_at(index)
        if head is None:
            return super().data(index, role)
        if role == GROUP_ROLE:
            return head
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return head.spoken()
        return None
