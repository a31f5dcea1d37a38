"""The versions of a request, by keyboard only: added, judged by the council, changed, taken away and brought back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget

from orapp.domain.items import Judgement
from orapp.domain.requests import RequestVersion
from orapp.services.desk import Desk
from orapp.ui.kit.editor import DossierEditor
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.summary_tab import SummaryTab
from orapp.ui.screens.dossier.versions_card import VersionsCard, VersionSheet
from tests.ui.conftest import DEMO_DAY, Settled
from tests.ui.dossier_tabs.at_a_tab import HOUSING, Opened, focused, kept, press

CONSENT = "2025-001"
ASKED = "g2-r5"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tab(desk: Desk, place: Workplace, editor: DossierEditor) -> SummaryTab:
    return SummaryTab(desk, place, editor)


def versions(desk: Desk, reference: str, request_id: str) -> tuple[RequestVersion, ...]:
    request = kept(desk, reference).request(request_id)
    assert request is not None
    return request.versions


def sheet_of(tab: SummaryTab, name: str, settled: Settled) -> VersionSheet:
    press(tab, name)
    settled()
    sheets = tab.window().findChildren(VersionSheet)
    assert sheets
    return sheets[-1]


def said(tab: SummaryTab, number: int) -> str:
    labels = tab.findChildren(QLabel, f"versie-gezegd-{number}")
    assert labels
    return labels[-1].text()  # those of before are on their way out


def judge(sheet: VersionSheet, answer: str) -> None:
    """Chooses the answer with the keyboard."""
    box = sheet.findChild(QComboBox, "answer")
    assert box is not None
    box.setFocus()
    for _ in range(box.count()):
        if box.currentData() == answer:
            break
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == answer


def test_a_version_is_added_and_judged_and_the_program_says_who_and_when(
    tab: SummaryTab, desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened, settled: Settled
) -> None:
    opened(tab, HOUSING)
    sheet = sheet_of(tab, "versie-toevoegen", settled)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is sheet.findChild(QWidget, "label")
    QTest.keyClicks(focused(), "v2.0")
    QTest.keyClick(focused(), Qt.Key.Key_Return, CTRL)
    settled()
    added = versions(desk, HOUSING, ASKED)[-1]
    assert added == RequestVersion(number=2, received_on=DEMO_DAY, label="v2.0")
    assert "wezenlijk anders: nog niet beoordeeld" in said(tab, 2)
    editor.undo()
    settled()
    assert len(versions(desk, HOUSING, ASKED)) == 1
    editor.redo()
    settled()
    sheet = sheet_of(tab, "versie-wijzigen-2", settled)
    judge(sheet, "yes")
    QTest.keyClick(sheet, Qt.Key.Key_Return, CTRL)
    settled()
    judged = versions(desk, HOUSING, ASKED)[-1].essentially_different
    assert judged == Judgement(answer="yes", by=place.here.person, on=DEMO_DAY)
    assert "wezenlijk anders: ja, zegt de OR" in said(tab, 2)
    # A judgement is no step to take back.
    assert "gewijzigd" not in editor.undo_words


def test_an_answer_that_stays_keeps_its_day_and_its_name(
    tab: SummaryTab, desk: Desk, place: Workplace, opened: Opened, settled: Settled
) -> None:
    opened(tab, CONSENT)
    before = versions(desk, CONSENT, "g1-r3")
    assert before[1].essentially_different is not None
    sheet = sheet_of(tab, "versie-wijzigen-2", settled)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_A, CTRL)
    QTest.keyClicks(focused(), "versie 2")
    QTest.keyClick(sheet, Qt.Key.Key_Return, CTRL)
    settled()
    after = versions(desk, CONSENT, "g1-r3")
    assert after[1].label == "versie 2"
    assert after[1].essentially_different == before[1].essentially_different
    assert before[1].essentially_different.by in said(tab, 2)
    place.here.share(True)
    card = tab.findChild(VersionsCard)
    assert card is not None
    card.show_request(kept(desk, CONSENT), kept(desk, CONSENT).request("g1-r3"))
    assert before[1].essentially_different.by not in said(tab, 2)
    place.here.share(False)


def test_a_version_taken_away_comes_back_and_the_keys_stay_here(
    tab: SummaryTab, desk: Desk, editor: DossierEditor, opened: Opened, settled: Settled
) -> None:
    opened(tab, CONSENT)
    before = versions(desk, CONSENT, "g1-r3")
    press(tab, "versie-verwijderen-3")
    settled()
    assert versions(desk, CONSENT, "g1-r3") == before[:2]
    assert focused().objectName() == "versie-toevoegen"
    editor.undo()
    settled()
    assert versions(desk, CONSENT, "g1-r3") == before


def test_nothing_is_offered_where_the_archive_is_only_read(desk: Desk, place: Workplace, opened: Opened) -> None:
    tab = SummaryTab(desk, place, DossierEditor(desk.dossiers, place, read_only=True))
    opened(tab, HOUSING)
    card = tab.findChild(VersionsCard)
    assert card is not None
    assert not [one for one in card.findChildren(QPushButton) if one.isVisible()]
