"""Menus with their acts: each has a letter, may have a shortcut, and is offered only while it can be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu


def always() -> bool:
    """An act that can be done at any time."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class _Offered:
    act: QAction
    when: Callable[[], bool]
    words: Callable[[], str] | None


class Acts(QObject):
    """The menu bar of a window. `acts` is every act in order: its words, its shortcut, whether it is offered, its trigger."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.window = window
        self._offered: list[_Offered] = []
        self.acts: list[QAction] = []
        window.menuBar().setObjectName("menubalk")
        window.menuBar().setAccessibleName(self.tr("Menu"))

    def menu(self, title: str) -> QMenu:
        """A menu at the end of the bar."""
        menu = self.window.menuBar().addMenu(title)
        menu.setAccessibleName(title.replace("&", ""))
        return menu

    def act(
        self,
        menu: QMenu,
        words: str,
        keys: tuple[str, ...],
        do: Callable[[], object],
        *,
        when: Callable[[], bool] = always,
        renamed: Callable[[], str] | None = None,
    ) -> QAction:
        """Adds an act; `when` says whether it can be done now, `renamed` what it would do now."""
        act = QAction(words, self)
        act.setShortcuts([QKeySequence(key) for key in keys])
        act.triggered.connect(lambda _checked=False: do())
        menu.addAction(act)
        self.acts.append(act)
        self._offered.append(_Offered(act=act, when=when, words=renamed))
        return act

    def refresh(self) -> None:
        """Offers what can be done now, and says what it would do."""
        for offered in self._offered:
            offered.act.setEnabled(offered.when())
            if offered.words is not None:
                offered.act.setText(offered.words())
