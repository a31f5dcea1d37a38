"""A cell of several lines says which keys go on and which make a line, where it is typed in; by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from orapp.ui.kit.grid_editors import GrowingText
from orapp.ui.kit.typed_rows import RowsEditor
from orapp.ui.kit.workplace import Workplace
from tests.ui.conftest import Settled, Shown


@pytest.fixture
def rows(place: Workplace, shown: Shown, settled: Settled) -> Iterator[RowsEditor]:
    made = RowsEditor(place, "rijen", "Onderdelen", ("Onderwerp", "Wat wordt afgesproken"), (1, 3))
    made.show_rows((("Werkplek", "Vaste plekken"), ("Geluid", "")))
    made.resize(620, 400)
    shown(made)
    settled()
    yield made
    place.look.set_text_percent(100)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def open_cell(rows: RowsEditor, qtbot: QtBot) -> GrowingText:
    rows.grid.setFocus()
    rows.grid.setCurrentIndex(rows.grid.row_model.index(0, 1))
    QTest.keyClick(rows.grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), GrowingText))
    cell = focused()
    assert isinstance(cell, GrowingText)
    return cell


def test_enter_makes_a_line_and_tab_goes_on_as_the_cell_says(rows: RowsEditor, qtbot: QtBot, settled: Settled) -> None:
    cell = open_cell(rows, qtbot)
    assert cell.hint is not None
    assert cell.hint.isVisible()
    assert cell.hint.text() == "Tab: verder · Enter: nieuwe regel"
    assert cell.accessibleDescription() == "Tab gaat naar de volgende cel, Enter maakt een nieuwe regel."
    QTest.keyClick(cell, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(cell, Qt.Key.Key_Return)
    QTest.keyClicks(cell, "en stilteplekken")
    QTest.keyClick(cell, Qt.Key.Key_Tab)
    settled()
    assert rows.rows()[0] == ("Werkplek", "Vaste plekken\nen stilteplekken")
    assert rows.grid.currentIndex().row() == 1
    assert rows.grid.currentIndex().column() == 0
    assert not isinstance(focused(), GrowingText)
    assert focused().accessibleDescription() == ""


@pytest.mark.parametrize("percent", [100, 200])
def test_the_text_is_not_covered_by_what_the_cell_says(
    percent: int, rows: RowsEditor, place: Workplace, qtbot: QtBot, settled: Settled
) -> None:
    place.look.set_text_percent(percent)
    settled()
    cell = open_cell(rows, qtbot)
    QTest.keyClick(cell, Qt.Key.Key_Return)
    QTest.keyClicks(cell, "tweede regel")
    settled()
    hint = cell.hint
    assert hint is not None
    assert hint.height() >= hint.heightForWidth(hint.width())
    assert cell.viewport().geometry().bottom() < hint.geometry().top() + hint.height()
    text = cell.cursorRect().translated(cell.viewport().pos())
    assert text.bottom() <= hint.geometry().top()
    assert cell.rect().contains(hint.geometry())
