"""A reason that was being typed for leaving something out of a letter is found back after a kill, until it is recorded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from orapp.domain.letters import Letter
from orapp.services.desk import Desk
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.letter.screen import LetterScreen
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled, Shown
from tests.ui.letter.hands import HOUSING, REQUEST, card

Opens = Callable[[str], LetterScreen]
HALF = "staat al in de bijl"


@pytest.fixture
def opens(desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path) -> Opens:
    """A window on a letter; the one before is not closed, as a killed one is not."""

    def make(letter_id: str) -> LetterScreen:
        made = LetterScreen(desk, place, tmp_path)
        shown(made)
        made.open(HOUSING, "A9", REQUEST, letter_id)
        settled()
        return made

    return make


def section(screen: LetterScreen, key: str) -> QWidget:
    found = card(screen, key)
    return found if found.is_open else screen.sections.open(key) or found


def line(within: QWidget, name: str) -> QLineEdit:
    found = within.findChild(QLineEdit, name)
    assert found is not None
    return found


def texts(archive: MemoryArchive) -> list[str]:
    return [text for _, text in archive.typed.values()]


def test_the_reason_to_leave_a_section_out(
    opens: Opens, concept: str, kept: Callable[[], Letter], archive: MemoryArchive, qtbot: QtBot, settled: Settled
) -> None:
    killed = section(opens(concept), "staff")
    act = killed.findChild(QWidget, "weglaten-onderdeel-staff")
    assert act is not None
    QTest.keyClick(act, Qt.Key.Key_Space)
    QTest.keyClicks(line(killed, "reden-onderdeel-staff"), HALF)
    qtbot.waitUntil(lambda: texts(archive) == [HALF])

    screen = opens(concept)
    assert "Waarom bewust niet?" in screen.notice.text()
    reason = line(section(screen, "staff"), "reden-onderdeel-staff")
    assert reason.text() == HALF
    qtbot.waitUntil(reason.isVisible)
    section(screen, "advice")  # another section opened and closed again: it stays
    reason = line(section(screen, "staff"), "reden-onderdeel-staff")
    assert reason.text() == HALF
    QTest.keyClicks(reason, "age")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    settled()
    assert [one.reason for one in kept().left_out] == [f"{HALF}age"]
    assert not archive.typed
    assert not opens(concept).notice.text()


def test_the_reason_to_leave_an_item_out_of_a_letter_that_was_never_kept(
    opens: Opens, concept: str, archive: MemoryArchive, qtbot: QtBot, settled: Settled
) -> None:
    screen = opens(concept)
    ground = screen.composition.ground
    assert ground is not None
    screen.composition.begin_anew(ground, "A9", REQUEST)
    settled()
    letter = screen.composition.letter
    assert letter is not None
    key, item_id = next(
        (key, item.item_id) for key in screen.sections.keys for item in card(screen, key).part.items if item.included
    )
    opened = section(screen, key)
    tick = opened.findChild(QCheckBox, f"keuze-{item_id}")
    assert tick is not None
    tick.click()
    QTest.keyClicks(line(opened, f"reden-{item_id}"), HALF)
    qtbot.waitUntil(lambda: texts(archive) == [HALF])
    settled()

    again = section(opens(letter.id), key)
    assert line(again, f"reden-{item_id}").text() == HALF
    box = again.findChild(QCheckBox, f"keuze-{item_id}")
    assert box is not None
    assert not box.isChecked()
    box.click()  # it stands in the letter after all
    qtbot.waitUntil(lambda: not archive.typed)
    assert not line(again, f"reden-{item_id}").isVisible()
