"""What a window showed goes with it: no widget of a dossier outlives its window."""

from __future__ import annotations

import gc
from collections import Counter

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from orapp.ui.kit.item_list import ItemList
from orapp.ui.kit.workplace import Workplace
from orapp.ui.shell.doors import Doors
from orapp.ui.shell.window import ShellWindow
from tests.fakes.archive import MemoryArchive
from tests.fakes.surroundings import MemoryArchives
from tests.ui.conftest import Settled, Shown

HOUSING = "2025-003"


def widgets() -> Counter[str]:
    gc.collect()
    return Counter(type(widget).__name__ for widget in QApplication.allWidgets())


def test_a_window_of_a_dossier_takes_all_its_widgets_with_it(
    place: Workplace,
    doors: Doors,
    shown: Shown,
    archives: MemoryArchives,
    archive: MemoryArchive,
    settled: Settled,
    qtbot: QtBot,
) -> None:
    archives.in_keyring = True
    main = ShellWindow(place, doors)
    shown(main)
    main.opening.choose(archive.path)
    settled()

    def visit(tabs: int) -> None:
        main.open_dossier_window(HOUSING)
        settled()
        (window,) = main.beside.all()
        for number in range(tabs):
            window.dossier.show_tab(number)
            settled()
        if tabs:
            assert window.findChildren(ItemList)
        window.close()
        settled()
        qtbot.waitUntil(lambda: not isValid(window))

    visit(6)
    before = widgets()
    visit(6)
    visit(1)
    assert widgets() - before == Counter()
