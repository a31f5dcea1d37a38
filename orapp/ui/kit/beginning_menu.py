"""Brief beginnen: a button that offers the letters that fit what is chosen, and begins the one that is picked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from orapp.ui.kit import a11y
from orapp.ui.kit.cards import ActButton

if TYPE_CHECKING:
    from orapp.domain.dossier import Dossier
    from orapp.letters.beginnings import Beginning, Thing
    from orapp.services.letters import LetterService
    from orapp.ui.kit.workplace import Workplace

Source = Callable[[], tuple["Dossier", "Thing"] | None]
"""Gives the dossier and what in it the letter is begun from; called on the read lane. None where it is gone."""

Chosen = Callable[[], Source | None]
"""What is chosen on the screen now, or None where nothing is."""


class BeginButton(ActButton):
    """`begun` gives the beginning that was picked; one without a kind asks for the list of all letters."""

    begun = Signal(object)

    def __init__(
        self, place: Workplace, letters: Callable[[], LetterService], object_name: str, chosen: Chosen, part: str = ""
    ) -> None:
        super().__init__()
        self._place = place
        self._letters = letters
        self._chosen = chosen
        self.setText(self.tr("Brief beginnen…"))
        a11y.name(self, object_name, self.tr("Brief beginnen"))
        self.setToolTip(self.tr("Toont welke brieven hierbij passen"))
        self.setAutoDefault(False)
        if part:
            self.setProperty("part", part)
        self.clicked.connect(lambda _checked: self.offer())

    def offer(self, at: QPoint | None = None) -> None:
        """Opens the menu, below the button or at a place on the screen."""
        source = self._chosen()
        if source is None:
            a11y.announce(self, self.tr("Kies eerst waarover de brief gaat."))
            return
        letters = self._letters

        def look() -> tuple[tuple[Beginning, ...], dict[str, str]]:
            service = letters()
            found = source()
            titles = {kind.key: kind.title for kind in service.kinds()}
            return (service.beginnings(*found) if found is not None else (), titles)

        self._place.tasks.read(self, "brief-beginnen", look, lambda found: self._open(*found, at))

    def add_to(self, menu: QMenu, parent: QWidget) -> None:
        """Puts the same in the menu of a list."""
        act = QAction(self.text(), menu)
        act.setObjectName("brief-beginnen")
        where = parent.mapToGlobal(QPoint(self._place.look.px(24), self._place.look.px(24)))
        act.triggered.connect(lambda _checked=False: self.offer(where))
        menu.addAction(act)

    def _open(self, found: tuple[Beginning, ...], titles: dict[str, str], at: QPoint | None) -> None:
        if not self.window().isVisible():
            return
        from orapp.letters.beginnings import Beginning  # was read with the letters, that no list needs

        menu = QMenu(self)
        menu.setObjectName("brief-beginnen-menu")
        menu.setAccessibleName(self.tr("Brief beginnen"))
        for one in found:
            words = titles.get(one.kind, one.kind)
            if one.resolution is not None:
                words = self.tr("{letter} (vraagt een OR-besluit)").format(letter=words)
            self._add(menu, words, f"begin-{one.kind}", one)
        if found:
            menu.addSeparator()
        else:
            nothing = QAction(self.tr("Hierbij past geen brief"), menu)
            nothing.setEnabled(False)
            menu.addAction(nothing)
        request_id = found[0].request_id if found else ""
        self._add(menu, self.tr("Andere brief kiezen…"), "begin-andere", Beginning(kind="", request_id=request_id))
        menu.aboutToHide.connect(menu.deleteLater)
        first = next((act for act in menu.actions() if act.isEnabled() and not act.isSeparator()), None)
        menu.popup(at or self.mapToGlobal(QPoint(0, self.height())))
        if first is not None:
            menu.setActiveAction(first)

    def _add(self, menu: QMenu, words: str, name: str, beginning: Beginning) -> None:
        act = QAction(words.replace("&", "&&"), menu)
        act.setObjectName(name)
        act.triggered.connect(partial(self._begin, beginning))
        menu.addAction(act)

    def _begin(self, beginning: Beginning, _checked: bool = False) -> None:
        self.begun.emit(beginning)
