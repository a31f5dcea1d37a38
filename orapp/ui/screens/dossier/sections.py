"""A row of names with counts, of which one is chosen: the parts within a tab. The row breaks where it is narrow."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from orapp.ui.kit import a11y
from orapp.ui.kit.cards import button
from orapp.ui.kit.dressing import as_frame
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.item_list import ItemList

if TYPE_CHECKING:
    from orapp.ui.kit.workplace import Workplace


class Sections(QWidget):
    """Parts of a tab, each made when it is first chosen. The arrow keys walk along the names; the choice is remembered.

    Alt with Page down or Page up goes to the list of the next part or the one before, from anywhere in the tab.
    """

    chosen = Signal(str)

    def __init__(self, place: Workplace, object_name: str, accessible: str) -> None:
        super().__init__()
        self._place = place
        self._key = f"sections.{object_name}"
        self._buttons: dict[str, QPushButton] = {}
        self._words: dict[str, str] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._made: dict[str, QWidget] = {}
        self._group = QButtonGroup(self)
        self._current = ""
        self.row = FlowRow(place.look, gap=4)
        a11y.name(self.row, object_name, accessible)
        self.pages = QStackedWidget()
        self.pages.setProperty("part", "ground")
        as_frame(self, self.pages)
        place.look.changed.connect(self._fit_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(place.look.px(8))
        column.addWidget(self.row)
        column.addWidget(self.pages, 1)
        for keys, step in (("Alt+PgDown", 1), ("Alt+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self, lambda step=step: self.walk(step))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def add(self, key: str, words: str, make: Callable[[], QWidget]) -> None:
        """Adds a part; `make` is called when it is first chosen."""
        made = button(words, f"onderdeel-{key}", "nav")
        made.setCheckable(True)
        made.clicked.connect(lambda _checked=False: self.choose(key))
        self._group.addButton(made)
        self._buttons[key] = made
        self._words[key] = words
        self._fit(made)
        self._makers[key] = make
        self.row.fill(list(self._buttons.values()))

    def count(self, key: str, number: int | None) -> None:
        """Shows how many there are in a part; None shows no number."""
        words = self._words[key] if number is None else f"{self._words[key]} {number}"
        made = self._buttons[key]
        if made.text() != words:
            made.setText(words)
            made.setAccessibleName(words)
            self._fit(made)
            self.row.arrange()

    def _fit(self, made: QPushButton) -> None:
        """Gives a name the room that it takes when it is chosen and bold, so that nothing moves or is cut off."""
        look = self._place.look
        bold = QFontMetrics(look.font(strong=True))
        made.setMinimumWidth(bold.horizontalAdvance(made.text()) + look.px(26))

    def _fit_all(self) -> None:
        for made in self._buttons.values():
            self._fit(made)
        self.row.arrange()

    @property
    def current(self) -> str:
        """The part that is seen."""
        return self._current

    def choose(self, key: str) -> None:
        """Shows a part."""
        if key not in self._buttons:
            return
        if key not in self._made:
            self._made[key] = self._makers[key]()
            self.pages.addWidget(self._made[key])
            self._place.look.dress(self._made[key])
        self.pages.setCurrentWidget(self._made[key])
        self._buttons[key].setChecked(True)
        self.row.arrange()
        if key != self._current:
            self._current = key
            self._place.memory.keep(self._key, key)
            self.chosen.emit(key)

    def walk(self, step: int) -> None:
        """Goes some parts further, around the end, and puts the keyboard in the list there."""
        keys = list(self._buttons)
        key = keys[(keys.index(self._current) + step) % len(keys)]
        self.choose(key)
        lists = [one for one in self._made[key].findChildren(ItemList) if one.isVisible()]
        first = next(iter(lists), None) or self._buttons[key]
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose_remembered(self, otherwise: str) -> None:
        """Shows the part that was seen last on this machine, or another."""
        kept = self._place.memory.value(self._key)
        self.choose(kept if kept in self._buttons else otherwise)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        turn = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        keys = list(self._buttons)
        focused = next((number for number, key in enumerate(keys) if self._buttons[key].hasFocus()), None)
        if turn and focused is not None:
            target = keys[(focused + turn) % len(keys)]
            self.choose(target)
            self._buttons[target].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)
