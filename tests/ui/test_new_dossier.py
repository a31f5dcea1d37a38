"""The wizard of a new dossier: by keyboard alone from what came in to the terms that follow."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from orapp.law.facts import ProcedureKind
from orapp.services.desk import Desk
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.new_dossier.decisions_page import without_mark
from orapp.ui.screens.new_dossier.wizard import NewDossierWizard
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled, Shown


@pytest.fixture
def parent(shown: Shown) -> QWidget:
    return shown(QWidget())


@pytest.fixture
def wizard(parent: QWidget, desk: Desk, place: Workplace, settled: Settled, qtbot: QtBot) -> NewDossierWizard:
    made = NewDossierWizard(parent, desk, place)
    made.open()
    qtbot.waitUntil(made.isActiveWindow)
    settled()
    return made


def type_here(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def said(wizard: NewDossierWizard) -> str:
    return "\n".join(label.text() for label in wizard.outcome.findChildren(QLabel))


def test_by_keyboard_alone_a_request_becomes_a_dossier_with_its_terms(
    wizard: NewDossierWizard, archive: MemoryArchive, qtbot: QtBot, settled: Settled
) -> None:
    made: list[str] = []
    wizard.made.connect(made.append)
    type_here("Verhuizing")
    press(Qt.Key.Key_Return)
    settled()
    type_here("verhuizing")
    # What is found is shown a turn of the loop later; Tab comes to what is shown.
    qtbot.waitUntil(lambda: any(one.isVisible() for one in wizard.grounds.findChildren(QWidget, "grond-25.1.f")))
    while (focused := QApplication.focusWidget()) is not None and focused.objectName() != "grond-25.1.f":
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    type_here("Naar het nieuwe pand")
    press(Qt.Key.Key_Return)
    type_here("Minder bureaus")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert wizard.current == 3
    type_here("+42")
    press(Qt.Key.Key_Return)
    settled()
    assert "adviesdatum" in said(wizard).lower() or "Advies uitbrengen" in said(wizard)
    assert "zaterdag 2 januari 2027" in said(wizard)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(made))
    dossier = archive.kept[made[0]]
    assert dossier.title == "Verhuizing"
    assert dossier.requests[0].legal is ProcedureKind.ADVICE
    assert dossier.grounds == ("25.1.f",)
    assert [item.title for item in dossier.proposed_decisions] == ["Naar het nieuwe pand", "Minder bureaus"]
    assert dossier.agreed_dates[0].due == date(2027, 1, 2)
    assert dossier.owner == "secretaris"


def test_without_a_title_it_says_so_beside_the_field_and_stays(wizard: NewDossierWizard, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Return)
    refusal = wizard.start.findChild(QLabel, "title-refused")
    assert isinstance(refusal, QLabel)
    assert refusal.isVisible()
    assert wizard.current == 0


def test_a_mistyped_date_is_refused_and_kept_as_it_was_typed(wizard: NewDossierWizard, qtbot: QtBot) -> None:
    type_here("Iets")
    wizard.start.on.put_text("31-31-2026")
    press(Qt.Key.Key_Return)
    assert wizard.current == 0
    assert wizard.start.on.text() == "31-31-2026"


def test_going_back_loses_nothing(wizard: NewDossierWizard, qtbot: QtBot, settled: Settled) -> None:
    type_here("Rooster")
    press(Qt.Key.Key_Return)
    settled()
    wizard.go_back()
    assert wizard.current == 0
    assert wizard.start.name.text() == "Rooster"


def test_a_pasted_list_becomes_as_many_decisions(wizard: NewDossierWizard, qtbot: QtBot, settled: Settled) -> None:
    type_here("Reorganisatie")
    press(Qt.Key.Key_Return)
    settled()
    press(Qt.Key.Key_Return)
    QGuiApplication.clipboard().setText("1. Teams samenvoegen\n2) Functies vervallen\n\n• Nieuwe locatie\n")
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    titles = [item.title for item in wizard.known().decisions]
    assert titles == ["Teams samenvoegen", "Functies vervallen", "Nieuwe locatie"]


def test_a_file_that_vanished_is_told_and_nothing_is_made(
    parent: QWidget, desk: Desk, place: Workplace, archive: MemoryArchive, settled: Settled, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "aanvraag.pdf"
    path.write_bytes(b"%PDF-1.7")
    wizard = NewDossierWizard(parent, desk, place, path)
    wizard.open()
    before = set(archive.kept)
    assert wizard.start.name.text() == "aanvraag"
    path.unlink()
    for _ in range(5):
        wizard.go_on()
        settled()
    assert "kan niet worden gelezen" in wizard.notice.text()
    assert set(archive.kept) == before


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("1. Verhuizing", "Verhuizing"),
        ("B2: Rooster", "Rooster"),
        ("a) Functies", "Functies"),
        ("\t– Locatie", "Locatie"),
        ("2027 begint het", "2027 begint het"),
        ("3", "3"),
    ],
)
def test_marks_of_lists_are_taken_off(line: str, words: str) -> None:
    assert without_mark(line) == words
