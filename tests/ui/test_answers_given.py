"""What the council answers per proposed decision is recorded where its advice stands, by keyboard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from orapp.domain.requests import Outcome, ProposedDecision
from orapp.services.desk import Desk
from orapp.ui.kit.item_form import ItemDialog
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.decision_tab_cards import to_answer
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


def test_the_button_begins_with_the_first_without_an_answer_and_names_it(
    desk: Desk, place: Workplace, archive: MemoryArchive, shown: Shown, settled: Settled, tmp_path: Path
) -> None:
    screen = DossierScreen(desk, place, lambda: tmp_path)
    shown(screen)
    screen.open("2025-003")
    settled()
    request = next(one for one in archive.kept["2025-003"].requests if len(archive.kept["2025-003"].of_request(one.id)) > 1)
    screen.requests.setCurrentIndex(next(n for n in range(screen.requests.count()) if screen.requests.itemData(n) == request.id))
    screen.requests.activated.emit(screen.requests.currentIndex())
    screen.show_part("decision", "")
    settled()
    subjects = archive.kept["2025-003"].of_request(request.id)
    table = screen.findChild(QTableView, "advies-per-besluit")
    record = screen.findChild(QPushButton, "antwoord-vastleggen")
    assert table is not None
    assert record is not None
    table.setCurrentIndex(table.model().index(0, 0))
    record.click()
    dialog = next(found for found in screen.findChildren(ItemDialog) if found.isVisible())
    wanted = next((one for one in subjects if one.outcome is Outcome.UNDECIDED), subjects[0])
    assert dialog.windowTitle() == f"Antwoord op B{wanted.number} – {wanted.title}"
    dialog.reject()


def test_an_answer_that_stands_is_not_opened_while_another_waits() -> None:
    first, second = (
        ProposedDecision(id=f"b{number}", number=number, request_id="r", title="Besluit", outcome=outcome)
        for number, outcome in ((1, Outcome.NEGATIVE), (2, Outcome.UNDECIDED))
    )
    third = replace(second, id="b3", number=3)
    assert to_answer((first, second, third), first) is second
    assert to_answer((first, second, third), None) is second
    assert to_answer((first, second, third), third) is third
    assert to_answer((first,), first) is first
