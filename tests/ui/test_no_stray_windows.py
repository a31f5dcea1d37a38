"""What is replaced before it was ever shown goes without appearing as a window of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from orapp.ui.kit.cards import Column
from orapp.ui.kit.flow_row import FlowRow
from orapp.ui.kit.look import Look
from tests.ui.conftest import Shown


class Watch(QObject):
    """Hears of each widget that shows itself without standing in another."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QLabel) and watched.isWindow():
            self.windows.append(watched.text())
        return False


def column(look: Look) -> tuple[QWidget, Callable[[QWidget], object]]:
    made = Column(look)
    return made, made.fill


def row(look: Look) -> tuple[QWidget, Callable[[QWidget], object]]:
    holder, made = QWidget(), FlowRow(look)
    QVBoxLayout(holder).addWidget(made)
    return holder, lambda widget: made.fill([widget])


@pytest.mark.parametrize("kind", [column, row])
def test_what_is_replaced_at_once_opens_no_window(
    kind: Callable[[Look], tuple[QWidget, Callable[[QWidget], object]]], look: Look, shown: Shown, qtbot: QtBot
) -> None:
    """As when one types fast: the second filling comes before Qt has shown what the first put in."""
    holder, fill = kind(look)
    shown(holder)
    watch, first, second = Watch(), QLabel("eerst"), QLabel("daarna")
    gone: list[bool] = []
    first.installEventFilter(watch)
    first.destroyed.connect(lambda: gone.append(True))
    fill(first)
    fill(second)
    qtbot.waitUntil(lambda: second.isVisible() and bool(gone))
    assert not watch.windows
