"""The tabs of a dossier are made ahead while it is looked at; the keyboard and what is seen stay where they are."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from orapp.services.desk import Desk
from orapp.ui.kit.dossier_tabs import ORDER
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.screen import DossierScreen
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled, Shown
from tests.ui.walk import MERGER


def test_the_tabs_that_nobody_saw_are_made_dressed_and_filled_and_what_is_seen_stays(
    desk: Desk, place: Workplace, archive: MemoryArchive, shown: Shown, settled: Settled, qtbot: QtBot
) -> None:
    screen = DossierScreen(desk, place, lambda: archive.path.parent)
    shown(screen)
    screen.open(MERGER)
    settled()
    seen = screen.pages.stack.currentWidget()
    assert screen.pages.stack.count() == 1
    screen.tabs.setFocus()
    screen.make_ahead()
    qtbot.waitUntil(lambda: screen.pages.stack.count() == len(ORDER))
    settled()
    assert screen.pages.stack.currentWidget() is seen
    assert screen.tabs.hasFocus()
    made = [screen.tab(name) for name in ORDER]
    assert all(screen.pages.stack.indexOf(tab) >= 0 for tab in made)
    assert all(tab.column.count() for tab in made)
    assert {id(tab._view) for tab in made} == {id(screen._view)}
    screen.make_ahead()
    settled()
    assert [screen.tab(name) for name in ORDER] == made
