"""Ctrl+K: letters by the name they have, and persons, terms and letters back on top once they were chosen; keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from orapp.services.desk import Desk
from orapp.ui.kit.workplace import Workplace
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled, Shown
from tests.ui.test_palette import Went, opened, titles


@pytest.fixture
def window(shown: Shown) -> QMainWindow:
    made = QMainWindow()
    shown(made)
    return made


def test_a_concept_is_found_by_kind_and_dossier_never_shown_by_its_code_and_stands_first_the_next_time(
    window: QMainWindow, desk: Desk, place: Workplace, qtbot: QtBot, settled: Settled, archive: MemoryArchive
) -> None:
    went = Went()
    dossier = archive.kept["2025-003"]
    name = archive.the_council.members[0].name
    letter = next(one for one in dossier.letters if one.kind == "A12b")
    called = f"Aankondiging van beroep en kosten (concept {len(letter.versions) + 1}) — {dossier.title}"

    def choose(typed: str) -> None:
        palette = opened(window, desk, place, went, qtbot, settled)
        QTest.keyClicks(palette.field, typed)
        settled()
        assert not [goal for goal in palette.table.row_model.rows if goal.title.startswith("brief A") or " A1" in goal.mark]
        QTest.keyClick(palette.field, Qt.Key.Key_Return)

    choose("2025-003 aankondiging kosten")
    choose(name)
    assert went.to == [("letter", "2025-003", "A12b", letter.id), ("screen", "raad")]
    again = opened(window, desk, place, went, qtbot, settled)
    assert titles(again) == [name, called]
    QTest.keyClick(again.field, Qt.Key.Key_Down)
    QTest.keyClick(again.field, Qt.Key.Key_Return)
    assert went.to[-1] == ("letter", "2025-003", "A12b", letter.id)
