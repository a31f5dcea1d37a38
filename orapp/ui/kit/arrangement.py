"""How a person arranged the columns of a table: order, width and which are shown; remembered on this machine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHeaderView

from orapp.ui.kit.tables import READABLE_PIXELS

if TYPE_CHECKING:
    from orapp.ui.kit.here import Keeps
    from orapp.ui.kit.tables import Column, Table

LEAST_PIXELS = 40
STEP_PIXELS = 24
WIDEST_PIXELS = 900


class Arrangement(QObject):
    """The columns of one table by their keys. Widths are counted at 13 px text, so that they grow with the text."""

    changed = Signal()

    def __init__(self, table: Table[Any], memory: Keeps) -> None:
        super().__init__(table)
        self._table = table
        self._memory = memory
        self._widths: dict[str, int] = {}
        self._shown: dict[str, bool] = {}
        self._busy = False
        header = table.horizontalHeader()
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.widths = self.shared
        self._load()
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(lambda *_sections: self._keep())

    @property
    def _name(self) -> str:
        return f"kolommen.{self._table.objectName()}"

    @property
    def _columns(self) -> tuple[Column[Any], ...]:
        return self._table.row_model.columns

    def order(self) -> tuple[str, ...]:
        """The keys of all columns as they stand, from left to right."""
        header = self._table.horizontalHeader()
        return tuple(self._columns[header.logicalIndex(place)].key for place in range(len(self._columns)))

    def title(self, key: str) -> str:
        """The heading of a column, or where it has none its key."""
        column = self._columns[self._number(key)]
        return column.title or key

    def is_shown(self, key: str) -> bool:
        """Whether a column is shown."""
        return self._shown.get(key, not self._columns[self._number(key)].hidden)

    def shown_columns(self) -> tuple[Column[Any], ...]:
        """The columns that are shown, from left to right."""
        return tuple(self._columns[self._number(key)] for key in self.order() if self.is_shown(key))

    def width(self, key: str) -> int:
        """The width of a column at 13 px text."""
        return round(self._table.columnWidth(self._number(key)) / self._scale)

    def show_column(self, key: str, shown: bool) -> None:
        """Shows or hides a column; the last one that is shown stays."""
        if not shown and len(self.shown_columns()) == 1:
            return
        self._shown[key] = shown
        self._settle()

    def move(self, key: str, by: int) -> None:
        """Moves a column so many places to the right (or to the left)."""
        header = self._table.horizontalHeader()
        place = header.visualIndex(self._number(key))
        wanted = max(0, min(place + by, len(self._columns) - 1))
        if wanted != place:
            header.moveSection(place, wanted)
            self.changed.emit()

    def widen(self, key: str, by: int) -> None:
        """Makes a column so much wider (or narrower), at 13 px text."""
        self._widths[key] = max(LEAST_PIXELS, min(self.width(key) + by, WIDEST_PIXELS))
        self._settle()

    def reset(self) -> None:
        """As the table came: nothing is remembered any more."""
        self._widths.clear()
        self._shown.clear()
        self._in_order([column.key for column in self._columns])
        self._settle()
        self._memory.keep(self._name, "")

    def arranged(self) -> str:
        """The arrangement as text, empty where nothing was arranged."""
        order = list(self.order())
        if not self._widths and not self._shown and order == [column.key for column in self._columns]:
            return ""
        return json.dumps({"order": order, "shown": self._shown, "widths": self._widths}, ensure_ascii=False)

    def arrange(self, text: str) -> None:
        """Takes over an arrangement that `arranged` gave; what it does not know stays as it came."""
        found = _read(text)
        keys = [column.key for column in self._columns]
        self._widths = {key: width for key, width in found.widths.items() if key in keys}
        self._shown = {key: shown for key, shown in found.shown.items() if key in keys}
        self._in_order([key for key in found.order if key in keys] + [key for key in keys if key not in found.order])
        self._settle()

    def shared(self, room: int) -> dict[int, int]:
        """The width of each shown column: what a person chose, what is fixed, and a share of the rest that can be read.

        Where large text leaves too little for that, a compact table is wider than its room, and scrolls sideways.
        """
        look = self._table.look
        least = look.px(LEAST_PIXELS)
        shown = {number: column for number, column in enumerate(self._columns) if self.is_shown(column.key)}
        chosen = {number: look.px(self._widths[column.key]) for number, column in shown.items() if column.key in self._widths}
        fixed = {number: look.px(column.pixels) for number, column in shown.items() if number not in chosen}
        free = [number for number, column in shown.items() if number not in chosen and column.weight]
        left = max(0, room - sum(fixed.values()) - least * len(free))
        wanted = sum(chosen.values())
        if wanted > left:
            # Everything stays in sight: what was made wider gives back what the others need.
            chosen = {number: max(least, width * left // wanted) for number, width in chosen.items()}
        widths = {**fixed, **chosen}
        rest = max(0, room - sum(widths.values()))
        total = sum(self._columns[number].weight for number in free)
        readable = look.px(READABLE_PIXELS) if self._table.compact else 0
        for number in free:
            widths[number] = max(readable, widths[number] + rest * self._columns[number].weight // total)
        if not free and widths and rest:
            widths[self._number(self.shown_columns()[-1].key)] += rest
        return widths

    # -- within --------------------------------------------------------------------------------------------------------

    @property
    def _scale(self) -> float:
        return self._table.look.px(100) / 100

    def _number(self, key: str) -> int:
        return next((number for number, column in enumerate(self._columns) if column.key == key), 0)

    def _load(self) -> None:
        self.arrange(self._memory.value(self._name))

    def _in_order(self, keys: list[str]) -> None:
        header = self._table.horizontalHeader()
        self._busy = True
        for place, key in enumerate(keys):
            header.moveSection(header.visualIndex(self._number(key)), place)
        self._busy = False

    def _resized(self, number: int, _before: int, now: int) -> None:
        if self._table.sharing or self._busy or now <= 0 or number >= len(self._columns):
            return
        self._widths[self._columns[number].key] = max(LEAST_PIXELS, round(now / self._scale))
        self._busy = True
        self._table.share_width()
        self._busy = False
        self._keep()

    def _settle(self) -> None:
        self._busy = True
        for number, column in enumerate(self._columns):
            self._table.setColumnHidden(number, not self.is_shown(column.key))
        self._table.share_width()
        self._busy = False
        self._keep()

    def _keep(self) -> None:
        if not self._busy:
            kept = self.arranged()
            if kept != self._memory.value(self._name):
                self._memory.keep(self._name, kept)
            self.changed.emit()


class _Kept:
    """An arrangement as it was kept, whatever a file on this machine made of it."""

    def __init__(self, found: dict[str, Any]) -> None:
        order, shown, widths = found.get("order"), found.get("shown"), found.get("widths")
        self.order = [key for key in order if isinstance(key, str)] if isinstance(order, list) else []
        self.shown = {key: value is True for key, value in shown.items()} if isinstance(shown, dict) else {}
        known = widths.items() if isinstance(widths, dict) else ()
        self.widths = {key: min(max(value, LEAST_PIXELS), WIDEST_PIXELS) for key, value in known if isinstance(value, int)}


def _read(text: str) -> _Kept:
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        found = {}
    return _Kept(found if isinstance(found, dict) else {})
