"""What a screen names elsewhere it leads to, by keyboard and with a spoken name; and back again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from orapp.ui.kit import ways
from orapp.ui.screens.council import screen as council_screen
from orapp.ui.shell import places
from orapp.ui.shell.workspace import Workspace
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled


def press(inside: Workspace, part: str, name: str, qtbot: QtBot, settled: Settled) -> QPushButton:
    inside.go_to(places.SETTINGS)
    inside.settings.show_part(part)
    settled()
    found = inside.settings.findChild(QPushButton, name)
    assert found is not None
    found.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(found.hasFocus)
    QTest.keyClick(found, Qt.Key.Key_Space)
    settled()
    return found


@pytest.mark.parametrize(
    ("part", "name", "spoken", "leads_to"),
    [
        ("huisstijl", "naar-huisstijlen", "Naar de huisstijlen van de raad", council_screen.STYLES),
        ("privacy", "naar-mensen", "Naar Raad en mensen", council_screen.MEMBERS),
    ],
)
def test_the_settings_lead_to_the_council_and_back(
    part: str, name: str, spoken: str, leads_to: str, inside: Workspace, qtbot: QtBot, settled: Settled
) -> None:
    pressed = press(inside, part, name, qtbot, settled)
    assert pressed.accessibleName() == spoken
    assert pressed.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert inside.pages.currentWidget() is inside.council
    assert inside.council.parts.current == leads_to
    inside.back()
    settled()
    assert inside.pages.currentWidget() is inside.settings
    assert inside.settings.parts.current == part


def test_the_settings_lead_to_the_bin(inside: Workspace, qtbot: QtBot, settled: Settled) -> None:
    press(inside, "privacy", "open-prullenbak", qtbot, settled)
    assert inside.pages.currentWidget() is inside.bin


def test_the_places_have_one_name_everywhere_and_a_widget_outside_leads_nowhere(qtbot: QtBot) -> None:
    assert (ways.COUNCIL, ways.BIN) == (places.COUNCIL, places.BIN)
    parts = (council_screen.MEMBERS, council_screen.STYLES, council_screen.TEXTS)
    assert parts == (ways.MEMBERS, ways.STYLES, ways.TEXTS)
    alone = QWidget()
    qtbot.addWidget(alone)
    assert ways.ways_of(alone) is None
    ways.go(alone, ways.COUNCIL)


def test_a_word_that_became_the_councils_own_leads_to_the_words_and_back_to_the_letter(
    inside: Workspace, qtbot: QtBot, settled: Settled, archive: MemoryArchive
) -> None:
    letter = next(one for one in archive.kept["2025-003"].letters if one.adopted_on is None)
    inside.open_letter("2025-003", letter.kind, "", letter.id)
    settled()
    inside.letter.spelling.take_word("aanlandplek")
    settled()
    act = inside.letter.notice.act
    assert act.isVisible()
    assert act.accessibleName() == "Naar de woorden"
    act.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(act.hasFocus)
    QTest.keyClick(act, Qt.Key.Key_Space)
    settled()
    assert inside.pages.currentWidget() is inside.council
    assert inside.council.parts.current == council_screen.TEXTS
    inside.back()
    settled()
    assert inside.pages.currentWidget() is inside.letter
