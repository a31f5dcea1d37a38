"""After a defect in a write nothing waits for ever: what is typed next is kept, and what was done before is taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from orapp.domain.editing import set_head
from orapp.services.desk import Desk
from orapp.ui.kit.editor import DossierEditor
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.dossier.summary_tab import SummaryTab
from tests.ui.conftest import Defects, Settled
from tests.ui.dossier_tabs.at_a_tab import HOUSING, Opened, kept, text_of


def broken(*_given: object, **_named: object) -> object:
    raise ZeroDivisionError


@pytest.fixture
def tab(desk: Desk, place: Workplace, editor: DossierEditor, opened: Opened) -> SummaryTab:
    made = SummaryTab(desk, place, editor)
    opened(made, HOUSING)
    return made


def test_the_same_text_can_be_kept_once_the_defect_is_over(
    tab: SummaryTab, desk: Desk, settled: Settled, defects: Defects, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = text_of(tab, "samenvatting-dossier")
    with monkeypatch.context() as patch:
        patch.setattr(desk.dossiers, "edit", broken)
        summary.setFocus()
        QTest.keyClicks(summary, "Toch. ")
        QTest.keyClick(summary, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settled()
    assert [type(defect) for defect in defects.found] == [ZeroDivisionError]
    defects.found.clear()
    typed = summary.toPlainText()
    assert kept(desk, HOUSING).summary != typed.strip()
    QTest.keyClick(summary, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert kept(desk, HOUSING).summary == typed.strip()


def test_taking_back_does_not_wait_for_a_write_that_broke(
    tab: SummaryTab,
    editor: DossierEditor,
    desk: Desk,
    settled: Settled,
    defects: Defects,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = kept(desk, HOUSING)
    editor.submit(set_head(before, title="Anders"), "titel")
    settled()
    with monkeypatch.context() as patch:
        patch.setattr(desk.dossiers, "edit", broken)
        editor.submit(set_head(kept(desk, HOUSING), title="Nog anders"), "titel")
        settled()
    assert len(defects.found) == 1
    defects.found.clear()
    editor.undo()
    settled()
    assert kept(desk, HOUSING).title == before.title
