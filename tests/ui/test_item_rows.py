"""Rows of the editable list as a whole: pasted and copied, its menu, its columns, and reading only."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from orapp.domain.dossier import Dossier
from orapp.domain.items import Theme
from orapp.services.desk import Desk
from orapp.ui.kit.cards import Column
from orapp.ui.kit.workplace import Workplace
from tests.ui.conftest import Settled, Shown, the_dossiers
from tests.ui.question_list import Listed, begun, listed, told, with_questions, with_three_questions

Key = Qt.Key
CTRL, SHIFT, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def dossier(desk: Desk) -> Dossier:
    return with_three_questions(desk)


@pytest.fixture
def here(place: Workplace, desk: Desk, dossier: Dossier, shown: Shown, settled: Settled) -> Listed:
    return begun(listed(place, desk, dossier), shown, settled)


def clipboard(text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def test_pasting_lines_makes_items_in_one_step(here: Listed, settled: Settled) -> None:
    clipboard("1. Eerste vraag?\n2. Tweede vraag?\n• Derde vraag?\n")
    QTest.keyClick(here.grid, Key.Key_V, CTRL)
    settled()
    assert here.texts() == [
        "Wat kost het?",
        "Eerste vraag?",
        "Tweede vraag?",
        "Derde vraag?",
        "Wie beslist?",
        "Wanneer begint het?",
    ]
    assert told(here) == "3 vragen toegevoegd."
    here.editor.undo()
    settled()
    assert here.texts() == ["Wat kost het?", "Wie beslist?", "Wanneer begint het?"]


def test_pasting_a_table_follows_its_headings(here: Listed, settled: Settled) -> None:
    html = (
        "<table><tr><th>Antwoord</th><th>Vraag</th><th>Uiterlijk</th><th>Thema</th></tr>"
        "<tr><td>Nee</td><td>Q7 Mag dit?</td><td>1 dec 2026</td><td>privacy</td></tr>"
        "<tr><td></td><td>Nog een?</td><td>ooit</td><td>onzin</td></tr></table>"
    )
    clipboard("wat anders", html)
    QTest.keyClick(here.grid, Key.Key_V, CTRL)
    settled()
    dossier = here.editor.dossier
    assert dossier is not None
    first, second = dossier.questions[1:3]
    assert (first.text, first.answer, first.theme) == ("Mag dit?", "Nee", Theme.PRIVACY)
    assert first.answer_due is not None
    assert (second.text, second.answer_due, second.theme) == ("Nog een?", None, Theme.OTHER)
    assert told(here) == "2 vragen toegevoegd. Niet begrepen en leeg gelaten: 2."


def test_what_is_copied_can_be_pasted_back(here: Listed, settled: Settled) -> None:
    QTest.keyClick(here.grid, Key.Key_Down, SHIFT)
    QTest.keyClick(here.grid, Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().splitlines()[0].split("\t")[:2] == ["Q1", "Wat kost het?"]
    assert "<td>Wie beslist?</td>" in data.html()
    here.items.choose("vraag-3")
    QTest.keyClick(here.grid, Key.Key_V, CTRL)
    settled()
    assert here.texts()[3:] == ["Wat kost het?", "Wie beslist?"]


def test_the_menu_has_the_acts_of_the_list_and_what_every_list_can_do(here: Listed) -> None:
    words = [action.text().replace("&", "") for action in here.items.acts().menu().actions() if action.text()]
    assert words[:7] == [
        "Toevoegen",
        "Cel bewerken",
        "Openen in formulier",
        "Omhoog",
        "Omlaag",
        "Plakken als rijen",
        "Verwijderen",
    ]
    assert words[7:] == ["Kopiëren", "Afdrukken…", "Lijst exporteren", "Kolommen…"]
    here.items.set_read_only(True)
    assert [action.text().replace("&", "") for action in here.items.acts().menu().actions() if action.text()] == words[7:]


def test_a_hidden_column_is_passed_by_and_a_moved_one_is_taken_in_its_place(here: Listed, settled: Settled) -> None:
    arrangement = here.items.acts().arrangement
    arrangement.show_column("theme", False)
    arrangement.move("answer_due", -2)
    here.items.choose("vraag-1")
    QTest.keyClick(here.grid, Key.Key_F2)
    QTest.keyClick(here.field(), Key.Key_Tab)
    QTest.keyClicks(here.field(), "1 dec")
    QTest.keyClick(here.field(), Key.Key_Tab)
    QTest.keyClicks(here.field(), "Ja")
    QTest.keyClick(here.field(), Key.Key_Return, CTRL)
    settled()
    dossier = here.editor.dossier
    assert dossier is not None
    asked = dossier.questions[0]
    assert asked.answer == "Ja"
    assert asked.answer_due is not None
    assert asked.answer_due.isoformat() == "2026-12-01"
    arrangement.reset()


def test_a_narrow_list_says_below_the_text_what_has_no_column(here: Listed, settled: Settled, qtbot: QtBot) -> None:
    here.items.resize(420, 600)
    settled()
    grid = here.items.grid()
    qtbot.waitUntil(lambda: grid.isColumnHidden(here.cell(0, "state").column()))
    cell = grid.row_model.columns[here.cell(0, "text").column()].cell(grid.row_model.rows[0])
    assert "Oordeel: " in cell.second
    assert not grid.isColumnHidden(here.cell(0, "text").column())


def test_an_empty_clipboard_is_told(here: Listed) -> None:
    clipboard("  \n\n")
    QTest.keyClick(here.grid, Key.Key_V, CTRL)
    assert told(here) == "Er staan geen rijen op het klembord om te plakken."


def test_read_only_changes_nothing(here: Listed, settled: Settled) -> None:
    here.items.set_read_only(True)
    for key in (Key.Key_F2, Key.Key_Insert, Key.Key_Delete, Key.Key_X):
        QTest.keyClick(here.grid, key)
    QTest.keyClick(here.grid, Key.Key_Down, ALT)
    settled()
    assert not here.items.grid().is_editing()
    assert here.texts() == ["Wat kost het?", "Wie beslist?", "Wanneer begint het?"]


def test_what_is_told_is_seen_below_in_a_long_list_too(place: Workplace, desk: Desk, shown: Shown, settled: Settled) -> None:
    here = listed(place, desk, with_questions(desk, the_dossiers()[0], *(f"Vraag {number}?" for number in range(80))))
    column = Column(place.look)
    column.body.addWidget(here.items)
    shown(column)
    column.resize(750, 500)
    settled()
    here.items.choose("vraag-70")
    QTest.keyClick(here.grid, Key.Key_Delete)
    settled()
    said = column.findChild(QLabel, "vragen-melding-tekst")
    assert isinstance(said, QLabel)
    assert said.text() == "Vraag Q70 verwijderd."
    assert not said.visibleRegion().isEmpty()
    here.items.choose("vraag-1")
    QTest.keyClick(here.grid, Key.Key_Delete)
    settled()
    assert told(here) == "Vraag Q1 verwijderd."
