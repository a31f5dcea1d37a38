"""The dialog in which a letter is adopted asks a second member where a right is given up, and the letter shows who it was."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from orapp.domain.letters import Letter
from orapp.domain.requests import Outcome
from orapp.ui.kit.dates import DateField
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.letter.screen import LetterScreen
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled
from tests.ui.letter.hands import HOUSING, REQUEST
from tests.ui.letter.test_confirming import adopting, with_outcome

ME = "S. Beukenlaan"


def test_giving_up_advice_asks_another_member_by_name(
    qtbot: QtBot,
    archive: MemoryArchive,
    place: Workplace,
    screen: LetterScreen,
    kept: Callable[[], Letter],
    concept: str,
    settled: Settled,
) -> None:
    place.here.work_as(ME)
    with_outcome(archive, Outcome.WAIVED)
    screen.open(HOUSING, "A9", REQUEST, concept)
    settled()
    adopt = adopting(qtbot, screen, settled)
    assert adopt.effect.property("tone") == "danger"
    assert "tweede lid" in adopt.effect.accessibleName()
    second = adopt.findChild(QComboBox, "second")
    assert second is not None
    names = [second.itemText(at) for at in range(second.count())]
    assert "F. Kastanje" in names
    assert ME not in names
    assert second.currentData() == ""
    for name, value in (("votes_for", "7"), ("votes_against", "0")):
        field = adopt.findChild(QLineEdit, name)
        assert field is not None
        field.setText(value)
    quorum = adopt.findChild(QComboBox, "quorum_met")
    assert quorum is not None
    quorum.setCurrentIndex(quorum.findData("yes"))
    dated, on, day = (adopt.findChild(DateField, key) for key in ("dated", "on", "second_on"))
    assert dated is not None
    assert on is not None
    assert day is not None
    on.set_value(dated.value())
    day.set_value(dated.value())
    for name in ("waives", "confirmed"):
        box = adopt.findChild(QCheckBox, name)
        if box is not None:
            box.setChecked(True)
    adopt.do_button.click()
    settled()
    assert kept().adopted_on is None
    said = [label.text() for label in adopt.findChildren(QLabel) if label.isVisible()]
    assert any("Kies een tweede lid" in text for text in said)
    second.setCurrentIndex(second.findText("F. Kastanje"))
    adopt.do_button.click()
    settled()
    assert (kept().agreed_by, kept().agreed_on) == ("F. Kastanje", day.value())
    assert any(
        label.text().startswith("Tweede lid akkoord met wat wordt opgegeven: F. Kastanje")
        for label in screen.versions.findChildren(QLabel)
    )
