"""The views above the list: those that every council needs and those that people saved, each with its count."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from orapp.services.list_views import AFTERCARE, EVERYTHING, OPEN, OUR_TURN, UNDATED, ListView
from orapp.services.rows import DossierQuery
from orapp.ui.kit.cards import button
from orapp.ui.kit.flow_row import FlowRow

if TYPE_CHECKING:
    from orapp.services.desk import Desk
    from orapp.ui.kit.workplace import Workplace


class Views(QWidget):
    """A button for each view; the one that shows what the list shows is marked."""

    chosen = Signal(object)
    keep_asked = Signal()
    remove_asked = Signal(str)

    def __init__(self, desk: Desk, place: Workplace) -> None:
        super().__init__()
        self._desk = desk
        self._place = place
        self._own: tuple[ListView, ...] = ()
        self._counts: dict[str, int] = {}
        self._shown = DossierQuery()
        self._buttons: dict[str, QPushButton] = {}
        self.row = FlowRow(place.look, gap=6)
        self.keep_button = button(self.tr("Weergave bewaren…"), "weergave-bewaren", "link")
        self.remove_button = button(self.tr("Weergave verwijderen"), "weergave-verwijderen", "link")
        self.remove_button.hide()
        self.keep_button.clicked.connect(self.keep_asked.emit)
        self.remove_button.clicked.connect(lambda: self.remove_asked.emit(self.current_own()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        self._fill()

    def standard(self) -> tuple[ListView, ...]:
        """The views that are always there."""
        return (
            ListView(name=self.tr("Lopend"), query=DossierQuery(statuses=OPEN)),
            ListView(name=self.tr("OR aan zet"), query=OUR_TURN),
            ListView(name=self.tr("Nazorg"), query=AFTERCARE),
            ListView(name=self.tr("Zonder volgende datum"), query=UNDATED),
            ListView(name=self.tr("Alles"), query=EVERYTHING),
        )

    def all(self) -> tuple[ListView, ...]:
        """Every view that may be seen here: one that names a person or what is secret is not offered to who looks along."""
        shared = self._place.here.shared
        return self.standard() + tuple(view for view in self._own if not shared or not (view.query.owner or view.query.secret))

    def show_own(self, views: tuple[ListView, ...]) -> None:
        """Shows what people saved."""
        self._own = views
        self._fill()
        self.count()

    def mark(self, query: DossierQuery) -> None:
        """Marks the view that asks for just this."""
        self._shown = replace(query, limit=0, after=None)
        current = self._current()
        for name, made in self._buttons.items():
            made.setChecked(current is not None and current.name == name)
        self.remove_button.setVisible(bool(self.current_own()))
        self.row.arrange()

    def current_own(self) -> str:
        """The name of the saved view that is shown, or empty."""
        current = self._current()
        return current.name if current is not None and current in self._own else ""

    def count(self) -> None:
        """Counts each view again, one after the other, so that a page of the list never waits for all of them."""
        dossiers, visibility = self._desk.dossiers, self._place.here.visibility
        for view in self.all():
            self._place.tasks.read(
                self, f"aantal {view.name}", partial(dossiers.count, view.query, visibility), partial(self._counted, view.name)
            )

    def _counted(self, name: str, count: int) -> None:
        self._counts[name] = count
        self._say(name)
        self.row.arrange()

    def _current(self) -> ListView | None:
        return next((view for view in reversed(self.all()) if replace(view.query, limit=0, after=None) == self._shown), None)

    def _fill(self) -> None:
        focused = next((name for name, made in self._buttons.items() if made.hasFocus()), "")
        self._buttons = {}
        for view in self.all():
            made = button(view.name, f"weergave-{view.name}", "chip")
            made.setCheckable(True)
            made.clicked.connect(partial(self._press, view))
            self._buttons[view.name] = made
            self._say(view.name)
        self.row.fill([*self._buttons.values(), self.keep_button, self.remove_button])
        self.mark(self._shown)
        if focused in self._buttons:
            self._buttons[focused].setFocus()

    def _say(self, name: str) -> None:
        made = self._buttons.get(name)
        if made is None:
            return
        count = self._counts.get(name)
        made.setText(name.replace("&", "&&") if count is None else f"{name.replace('&', '&&')}  {count}")
        made.setAccessibleName(
            self.tr("Weergave {name}").format(name=name)
            if count is None
            else self.tr("Weergave {name}, {count}").format(name=name, count=count)
        )

    def _press(self, view: ListView, _checked: bool = False) -> None:
        self.chosen.emit(view)
