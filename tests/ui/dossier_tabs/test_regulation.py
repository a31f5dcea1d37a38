"""The regulation that consent is asked for, by keyboard only: typed, pasted, put in order, refused, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from orapp.domain.requests import PartResult, ProposedDecision, Regulation, RegulationPart
from orapp.services.desk import Desk
from orapp.ui.kit.editor import DossierEditor
from orapp.ui.kit.typed_rows import RowsEditor
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.decision_tab import DecisionTab
from orapp.ui.screens.dossier.regulation_sheet import RegulationSheet
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled
from tests.ui.dossier_tabs.at_a_tab import Opened, focused, kept, press

CONSENT, ASKED = "2025-001", "g1-b5"
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def tab(desk: Desk, place: Workplace, editor: DossierEditor) -> DecisionTab:
    return DecisionTab(desk, place, editor)


@pytest.fixture
def without(archive: MemoryArchive) -> None:
    """A request for consent of which the regulation was not filled in yet."""
    dossier = archive.kept[CONSENT]
    bare = tuple(replace(one, regulation=None) if one.id == ASKED else one for one in dossier.proposed_decisions)
    archive.kept[CONSENT] = replace(dossier, proposed_decisions=bare)


def asked(desk: Desk) -> ProposedDecision:
    return next(one for one in kept(desk, CONSENT).proposed_decisions if one.id == ASKED)


def regulation(desk: Desk) -> Regulation:
    found = asked(desk).regulation
    assert found is not None
    return found


def sheet_of(tab: DecisionTab, settled: Settled) -> RegulationSheet:
    press(tab, f"regeling-{ASKED}")
    settled()
    sheet = tab.findChild(RegulationSheet)
    assert sheet is not None
    return sheet


def field(sheet: RegulationSheet, key: str) -> QWidget:
    found = sheet.findChild(QWidget, key)
    assert found is not None, key
    return found


def rows_of(sheet: RegulationSheet) -> RowsEditor:
    found = sheet.findChild(RowsEditor)
    assert found is not None
    return found


def copied(text: str) -> None:
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)


@pytest.mark.usefixtures("without")
def test_a_regulation_is_filled_in_with_parts_that_were_pasted(
    tab: DecisionTab, desk: Desk, editor: DossierEditor, opened: Opened, settled: Settled
) -> None:
    opened(tab, CONSENT)
    said = tab.findChild(QLabel, f"regeling-gezegd-{ASKED}")
    assert said is not None
    assert "Nog niet ingevuld" in said.text()
    sheet = sheet_of(tab, settled)
    assert focused() is field(sheet, "title")
    QTest.keyClicks(focused(), "Thuiswerkregeling")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "3")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "9-10-2025")
    rows = rows_of(sheet)
    for _ in range(9):
        if focused() is rows.add_button:
            break
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is rows.add_button
    heads = "Onderdeel\tOordeel van de OR\tUitkomst\n"
    copied(f"{heads}Vergoeding\tTe laag\tNiet akkoord\nDagen\tGoed\takkoord\nArbo\tNog niet klaar\topen")
    QTest.keyClick(rows.add_button, Qt.Key.Key_V, CTRL)
    QTest.keyClick(rows.grid, Qt.Key.Key_Down, ALT)
    assert [row[0] for row in rows.rows()] == ["Dagen", "Vergoeding", "Arbo"]
    QTest.keyClick(rows.grid, Qt.Key.Key_Return, CTRL)
    settled()
    found = regulation(desk)
    assert (found.title, found.version, found.dated_on, found.action) == ("Thuiswerkregeling", "3", date(2025, 10, 9), "adopt")
    assert found.parts == (
        RegulationPart(article="Dagen", opinion="Goed", result=PartResult.AGREED),
        RegulationPart(article="Vergoeding", opinion="Te laag", result=PartResult.NOT_AGREED),
        RegulationPart(article="Arbo", opinion="Nog niet klaar"),
    )
    said = tab.findChild(QLabel, f"regeling-gezegd-{ASKED}")
    assert said is not None
    assert "“Thuiswerkregeling”, versie 3, van 9 oktober 2025" in said.text()
    assert "1 akkoord, 1 niet akkoord, 1 open" in said.text()
    editor.undo()
    settled()
    assert asked(desk).regulation is None


def test_a_part_is_typed_and_another_taken_away(tab: DecisionTab, desk: Desk, opened: Opened, settled: Settled) -> None:
    opened(tab, CONSENT)
    before = regulation(desk)
    sheet = sheet_of(tab, settled)
    rows = rows_of(sheet)
    rows.focus_in()
    QTest.keyClick(rows.grid, Qt.Key.Key_Delete)
    QTest.keyClick(rows.grid, Qt.Key.Key_Insert)
    typing = QApplication.focusWidget()
    assert typing is not None
    QTest.keyClicks(typing, "Bezwaar")
    # What stands in a cell that is still open is kept with the rest.
    sheet.save()
    settled()
    assert regulation(desk) == replace(before, parts=(*before.parts[1:], RegulationPart(article="Bezwaar", opinion="")))


def test_a_row_is_taken_away_by_its_button_and_given_back(tab: DecisionTab, desk: Desk, opened: Opened, settled: Settled) -> None:
    opened(tab, CONSENT)
    sheet = sheet_of(tab, settled)
    rows = rows_of(sheet)
    before = rows.rows()
    rows.focus_in()
    assert not rows.undo_button.isVisible()
    for _ in range(4):
        if focused() is rows.remove_button:
            break
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is rows.remove_button
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert rows.rows() == before[1:]
    assert focused() is rows.remove_button
    assert rows.hint.text() == "1 rij verwijderd."
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is rows.undo_button
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert (rows.rows(), focused()) == (before, rows.grid)
    for _ in before:
        rows.remove_button.click()
    assert rows.rows() == ()
    assert focused() is rows.add_button
    assert not rows.remove_button.isVisible()
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert not rows.undo_button.isVisible()


def test_a_result_that_is_none_is_refused_and_nothing_is_lost(
    tab: DecisionTab, desk: Desk, opened: Opened, settled: Settled
) -> None:
    opened(tab, CONSENT)
    before = regulation(desk)
    sheet = sheet_of(tab, settled)
    rows = rows_of(sheet)
    copied("Slot\tGoed\t\t\tprima")
    QTest.keyClick(rows.grid, Qt.Key.Key_V, CTRL)
    save = sheet.findChild(QPushButton, "formulier-bewaren")
    assert save is not None
    QTest.keyClick(save, Qt.Key.Key_Space)
    settled()
    refused = sheet.findChild(QLabel, "parts-refused")
    assert refused is not None
    assert f"Rij {len(before.parts) + 1}: kies bij Uitkomst" in refused.text()
    assert rows.rows()[-1][-1] == "prima"
    assert regulation(desk) == before


@pytest.mark.usefixtures("without")
def test_what_was_typed_comes_back_after_a_power_cut(
    tab: DecisionTab, place: Workplace, archive: MemoryArchive, opened: Opened, settled: Settled
) -> None:
    dossier_id = archive.kept[CONSENT].id
    archive.typed[ASKED, "regulation.title", place.here.window] = (dossier_id, "Half getypt")
    archive.typed[ASKED, "regulation.parts", place.here.window] = (dossier_id, '[["Dagen", "Goed", "", "", "agreed"]]')
    opened(tab, CONSENT)
    sheet = sheet_of(tab, settled)
    title = field(sheet, "title")
    assert isinstance(title, QLineEdit)
    assert title.text() == "Half getypt"
    assert rows_of(sheet).rows() == (("Dagen", "Goed", "", "", "agreed"),)


def test_nothing_opens_where_the_archive_is_only_read(desk: Desk, place: Workplace, opened: Opened) -> None:
    tab = DecisionTab(desk, place, DossierEditor(desk.dossiers, place, read_only=True))
    opened(tab, CONSENT)
    assert tab.findChild(QLabel, f"regeling-gezegd-{ASKED}") is not None
    assert tab.findChild(QPushButton, f"regeling-{ASKED}") is None
