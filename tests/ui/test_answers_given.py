"""What the council answers per proposed decision is recorded where its advice stands, by keyboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QTableView
from pytestqt.qtbot import QtBot

from orapp.domain.requests import Outcome
from orapp.services.desk import Desk
from orapp.ui.kit.item_form import ItemDialog
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.screen import DossierScreen
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled, Shown


def test_enter_on_a_proposed_decision_asks_only_for_answers_that_fit(
    desk: Desk, place: Workplace, archive: MemoryArchive, shown: Shown, settled: Settled, qtbot: QtBot, tmp_path: Path
) -> None:
    screen = DossierScreen(desk, place, lambda: tmp_path)
    shown(screen)
    screen.open("2025-003")
    settled()
    screen.requests.setCurrentIndex(next(n for n in range(screen.requests.count()) if screen.requests.itemData(n) == "g2-r4"))
    screen.requests.activated.emit(screen.requests.currentIndex())
    screen.show_part("decision", "")
    settled()
    table = screen.findChild(QTableView, "advies-per-besluit")
    assert table is not None
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    dialog = next(found for found in screen.findChildren(ItemDialog) if found.isVisible())
    outcome = dialog.findChild(QComboBox, "outcome")
    assert outcome is not None
    values = [outcome.itemData(number) for number in range(outcome.count())]
    assert Outcome.NEGATIVE.value in values
    assert Outcome.CONSENT.value not in values
    outcome.setFocus()
    outcome.setCurrentIndex(values.index(Outcome.NEGATIVE.value))
    outcome.activated.emit(outcome.currentIndex())
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    (first, *_) = archive.kept["2025-003"].of_request("g2-r4")
    assert first.outcome is Outcome.NEGATIVE
