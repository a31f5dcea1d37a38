"""The columns of a table in a dialog: which are shown, in which order, how wide; all of it by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QPushButton, QWidget

from orapp.ui.kit.arrangement import STEP_PIXELS
from orapp.ui.kit.cards import button
from orapp.ui.kit.dialogs import Sheet
from orapp.ui.kit.labels import text_label
from orapp.ui.kit.scrolling import scrolled

if TYPE_CHECKING:
    from orapp.ui.kit.arrangement import Arrangement
    from orapp.ui.kit.look import Look


class ColumnSheet(Sheet):
    """Each column with a box to tick and four buttons; what is changed is seen at once in the table behind."""

    def __init__(self, parent: QWidget, look: Look, arrangement: Arrangement) -> None:
        super().__init__(parent, look, self.tr("Kolommen"), "kolommen-indelen")
        self._arrangement = arrangement
        self.body.addWidget(
            text_label(self.tr("Vink aan welke kolommen u ziet. De volgorde is die van links naar rechts."), "quiet", wrap=True)
        )
        self._grid_ground = QWidget()
        self._grid = QGridLayout(self._grid_ground)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(6))
        self._grid.setVerticalSpacing(look.px(4))
        self._grid.setColumnStretch(0, 1)
        self._grid_ground.setProperty("part", "ground")
        self.body.addWidget(scrolled(self._grid_ground), 1)
        acts = QHBoxLayout()
        self.reset_button = button(self.tr("&Begininstelling herstellen"), "kolommen-herstellen")
        self.done_button = button(self.tr("&Klaar"), "kolommen-klaar", "primary")
        acts.addWidget(self.reset_button)
        acts.addStretch(1)
        acts.addWidget(self.done_button)
        self.body.addLayout(acts)
        self.reset_button.clicked.connect(self._reset)
        self.done_button.clicked.connect(self.accept)
        self._fill("")
        self.take_size(640, 600)

    def _fill(self, focus: str) -> None:
        """One line for each column; the keyboard comes back to what it pressed."""
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        wanted: QWidget | None = None
        for line, key in enumerate(self._arrangement.order()):
            title = self._arrangement.title(key)
            shown = QCheckBox(title.replace("&", "&&"))
            shown.setObjectName(f"toon-{key}")
            shown.setAccessibleName(self.tr("{column} tonen").format(column=title))
            shown.setChecked(self._arrangement.is_shown(key))
            shown.toggled.connect(lambda on, key=key: self._show(key, on))
            self._grid.addWidget(shown, line, 0)
            wanted = wanted or shown
            for place, made in enumerate(self._line_buttons(key, title), start=1):
                self._grid.addWidget(made, line, place)
                if made.objectName() == focus:
                    wanted = made
            if shown.objectName() == focus:
                wanted = shown
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line_buttons(self, key: str, title: str) -> list[QPushButton]:
        acts = (
            ("links", self.tr("Naar links"), lambda: self._arrangement.move(key, -1)),
            ("rechts", self.tr("Naar rechts"), lambda: self._arrangement.move(key, 1)),
            ("smaller", self.tr("Smaller"), lambda: self._arrangement.widen(key, -STEP_PIXELS)),
            ("breder", self.tr("Breder"), lambda: self._arrangement.widen(key, STEP_PIXELS)),
        )
        made = []
        for name, words, act in acts:
            one = button(words, f"{name}-{key}")
            one.setAccessibleName(f"{title}: {words.lower()}")
            pressed = partial(self._do, act, f"{name}-{key}")
            one.clicked.connect(lambda _checked=False, pressed=pressed: pressed())
            made.append(one)
        return made

    def _do(self, act: Callable[[], None], focus: str) -> None:
        act()
        self._fill(focus)

    def _show(self, key: str, on: bool) -> None:
        self._arrangement.show_column(key, on)
        self._fill(f"toon-{key}")

    def _reset(self) -> None:
        self._arrangement.reset()
        self._fill("")
