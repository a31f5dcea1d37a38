"""A row that goes while something is typed in it: the text is offered again, and its editor is not asked for any more."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from orapp.domain import editing
from orapp.domain.dossier import Dossier
from orapp.services.desk import Desk
from orapp.services.failures import Refusal
from orapp.ui.kit.workplace import Workplace
from tests.ui.conftest import Settled, Shown, the_dossiers
from tests.ui.question_list import Listed, begun, listed, told, with_three_questions


@pytest.fixture
def here(place: Workplace, desk: Desk, shown: Shown, settled: Settled) -> Listed:
    return begun(listed(place, desk, with_three_questions(desk)), shown, settled)


@pytest.fixture
def another_window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def begin_typing(here: Listed, item_id: str) -> None:
    here.items.choose(item_id)
    QTest.keyClicks(here.grid, "H")
    QTest.keyClicks(here.field(), "alf getypt")


def removed_elsewhere(desk: Desk, here: Listed, *item_ids: str) -> Dossier:
    dossier = here.editor.dossier
    assert dossier is not None
    return desk.dossiers.edit(dossier.id, editing.remove("questions", *item_ids), "een ander", "venster-2").dossier


@pytest.mark.parametrize("away", [True, False])
@pytest.mark.parametrize("gone", [("vraag-2",), ("vraag-1", "vraag-2", "vraag-3")])
def test_what_was_typed_in_a_row_that_another_window_removed_is_offered_again(
    here: Listed, desk: Desk, settled: Settled, qtbot: QtBot, another_window: QWidget, *, away: bool, gone: tuple[str, ...]
) -> None:
    begin_typing(here, "vraag-2")
    if away:
        another_window.show()
        another_window.activateWindow()
        qtbot.waitUntil(another_window.isActiveWindow)
    changed = removed_elsewhere(desk, here, *gone)
    here.editor.take(changed)
    here.items.show_items(changed, "")
    assert not here.items.grid().is_editing()
    settled()
    here.items.resize(500, 600)
    settled()
    assert here.shown() == [question.text for question in changed.questions]
    assert told(here)
    act = here.items.findChild(QPushButton, "vragen-melding-doe")
    assert isinstance(act, QPushButton)
    act.click()
    assert here.field().property("plainText") == "Half getypt"
    QTest.keyClick(here.field(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert "Half getypt" in here.texts()


def test_an_editor_in_which_nothing_was_typed_goes_with_its_row(
    here: Listed, desk: Desk, settled: Settled, qtbot: QtBot, another_window: QWidget
) -> None:
    here.items.choose("vraag-2")
    QTest.keyClick(here.grid, Qt.Key.Key_F2)
    another_window.show()
    another_window.activateWindow()
    qtbot.waitUntil(another_window.isActiveWindow)
    changed = removed_elsewhere(desk, here, "vraag-2")
    here.items.show_items(changed, "")
    here.items.resize(500, 600)
    settled()
    assert not here.items.grid().is_editing()
    assert not told(here)


def test_what_is_typed_when_another_dossier_is_shown_is_kept_in_its_own(
    here: Listed, desk: Desk, settled: Settled, qtbot: QtBot, another_window: QWidget
) -> None:
    begin_typing(here, "vraag-2")
    another_window.show()
    another_window.activateWindow()
    qtbot.waitUntil(another_window.isActiveWindow)
    first, other = here.editor.dossier, desk.dossiers.view(the_dossiers()[1].reference).dossier
    assert first is not None
    here.editor.take(other)
    here.items.show_items(other, "")
    settled()
    here.items.resize(500, 600)
    settled()
    assert here.shown() == [question.text for question in other.questions]
    kept = desk.dossiers.view(first.reference).dossier
    assert [question.text for question in kept.questions] == ["Wat kost het?", "Half getypt", "Wanneer begint het?"]


def test_what_is_refused_when_another_dossier_is_shown_already_is_told_all_the_same(
    here: Listed, desk: Desk, settled: Settled, qtbot: QtBot, another_window: QWidget
) -> None:
    begin_typing(here, "vraag-2")
    another_window.show()
    another_window.activateWindow()
    qtbot.waitUntil(another_window.isActiveWindow)
    removed_elsewhere(desk, here, "vraag-2")
    refused: list[object] = []
    here.editor.refused.connect(refused.append)
    other = desk.dossiers.view(the_dossiers()[1].reference).dossier
    here.editor.take(other)
    here.items.show_items(other, "")
    settled()
    assert [type(one) for one in refused] == [Refusal]
    assert here.shown() == [question.text for question in other.questions]
    assert not told(here), "the list of this dossier has nothing to do with it"
