"""What stands typed in the dialog of a step survives a program that was killed: dates, votes and a new paper too."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from orapp.law.facts import FactKind
from orapp.services.desk import Desk
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.screen import DossierScreen
from orapp.ui.screens.dossier.step_dialog import StepDialog
from tests.fakes.archive import MemoryArchive
from tests.fakes.surroundings import FixedClock
from tests.ui.conftest import Settled, Shown
from tests.ui.step_story import TODAY, advised, dialog_of, now, press, type_in


@pytest.fixture
def reference(desk: Desk, clock: FixedClock) -> str:
    clock.day = TODAY
    return advised(desk).reference


def window(reference: str, desk: Desk, place: Workplace, shown: Shown, settled: Settled, folder: Path) -> DossierScreen:
    made = DossierScreen(desk, place, lambda: folder)
    shown(made)
    made.open(reference)
    settled()
    return made


def line(dialog: QWidget, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, name)
    assert found is not None
    return found


def asked(qtbot: QtBot, screen: DossierScreen, settled: Settled, *kinds: FactKind) -> QWidget:
    screen.acts.record(kinds)
    dialog = dialog_of(qtbot, screen, StepDialog)
    settled()
    return dialog


def told_again(dialog: QWidget) -> bool:
    found = dialog.findChild(QLabel, "stap-weer-terug")
    assert found is not None
    return found.isVisible()


def kept(archive: MemoryArchive) -> set[str]:
    return {text for _, text in archive.typed.values()}


def test_a_half_date_and_half_votes_stand_there_again_after_a_kill(
    qtbot: QtBot,
    desk: Desk,
    place: Workplace,
    reference: str,
    archive: MemoryArchive,
    shown: Shown,
    settled: Settled,
    tmp_path: Path,
) -> None:
    killed = window(reference, desk, place, shown, settled, tmp_path)
    dialog = asked(qtbot, killed, settled, FactKind.ADOPTED)
    assert not told_again(dialog)
    line(dialog, "dag-invoer").selectAll()
    type_in("dag-invoer", "12 jan of zo", dialog)
    type_in("stemmen-voor", "zeven?", dialog)
    qtbot.waitUntil(lambda: kept(archive) >= {"12 jan of zo", "zeven?"})

    again = asked(qtbot, window(reference, desk, place, shown, settled, tmp_path), settled, FactKind.ADOPTED)
    qtbot.waitUntil(lambda: line(again, "stemmen-voor").text() == "zeven?")
    assert line(again, "dag-invoer").text() == "12 jan of zo"
    assert told_again(again)
    leave = again.findChild(QPushButton, "stap-annuleren")
    assert leave is not None
    leave.click()
    settled()
    assert not archive.typed


def test_a_new_paper_and_a_date_that_was_agreed_come_back_and_go_when_they_were_recorded(
    qtbot: QtBot,
    desk: Desk,
    place: Workplace,
    reference: str,
    archive: MemoryArchive,
    shown: Shown,
    settled: Settled,
    tmp_path: Path,
) -> None:
    kind = FactKind.EXECUTION_ADVICE_ASKED
    dialog = asked(qtbot, window(reference, desk, place, shown, settled, tmp_path), settled, kind)
    choice = dialog.findChild(QComboBox, "stuk-keuze")
    assert choice is not None
    choice.setCurrentIndex(1)
    type_in("stuk-titel", "Brief over de uitvoering", dialog)
    type_in("afgesproken-invoer", "eind maart", dialog)
    qtbot.waitUntil(lambda: kept(archive) >= {"Brief over de uitvoering", "eind maart"})

    screen = window(reference, desk, place, shown, settled, tmp_path)
    again = asked(qtbot, screen, settled, kind)
    qtbot.waitUntil(lambda: line(again, "stuk-titel").text() == "Brief over de uitvoering")
    assert line(again, "stuk-titel").isVisible()
    press(again, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert again.isVisible()  # what is no date is not dropped in silence
    line(again, "afgesproken-invoer").setText("27-03-2026")
    press(again, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not screen.findChildren(StepDialog))
    settled()
    assert "Brief over de uitvoering" in [paper.title for paper in now(desk, screen).papers]
    assert date(2026, 3, 27) in [one.due for one in now(desk, screen).agreed_dates]
    assert not archive.typed
