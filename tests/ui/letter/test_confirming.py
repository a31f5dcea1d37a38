"""What a letter leaves open or gives up is told in the dialog and confirmed there, before the letter is adopted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from orapp.domain.letters import Letter
from orapp.domain.requests import Outcome
from orapp.ui.screens.letter.act_sheet import ActSheet
from orapp.ui.screens.letter.screen import LetterScreen
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled
from tests.ui.letter.hands import HOUSING, REQUEST, press
from tests.ui.letter.test_letter_out import sheet


def with_outcome(archive: MemoryArchive, outcome: Outcome) -> None:
    """The first proposed decision of the housing with this outcome."""
    dossier = archive.kept[HOUSING]
    first = next(one for one in dossier.proposed_decisions if one.request_id == REQUEST)
    changed = tuple(
        replace(one, outcome=outcome if one.id == first.id else one.outcome, political=None) for one in dossier.proposed_decisions
    )
    archive.kept[HOUSING] = replace(dossier, proposed_decisions=changed)


def adopting(qtbot: QtBot, screen: LetterScreen, settled: Settled) -> ActSheet:
    """The dialog in which a letter that was handed over is adopted."""
    screen.bar.act_button.click()
    given = sheet(screen, "ter-vaststelling")
    qtbot.waitUntil(given.isActiveWindow)
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    settled()
    screen.bar.act_button.click()
    return sheet(screen, "vaststellen")


def test_no_advice_yet_is_spelled_out_and_confirmed(
    qtbot: QtBot, archive: MemoryArchive, screen: LetterScreen, kept: Callable[[], Letter], concept: str, settled: Settled
) -> None:
    with_outcome(archive, Outcome.NOT_YET)
    screen.open(HOUSING, "A9", REQUEST, concept)
    settled()
    adopt = adopting(qtbot, screen, settled)
    assert "Beroep blijft mogelijk" in adopt.effect.accessibleName()
    for name, value in (("votes_for", "7"), ("votes_against", "0")):
        field = adopt.findChild(QLineEdit, name)
        assert field is not None
        field.setText(value)
    quorum = adopt.findChild(QComboBox, "quorum_met")
    assert quorum is not None
    quorum.setCurrentIndex(quorum.findData("yes"))
    box = adopt.findChild(QCheckBox, "confirmed")
    assert box is not None
    assert not box.isChecked()
    adopt.do_button.click()
    settled()
    said = [label.text() for label in adopt.findChildren(QLabel) if label.isVisible()]
    assert any("Bevestig eerst dat u het gevolg" in text for text in said)
    box.setChecked(True)
    adopt.do_button.click()
    settled()
    assert kept().adopted_on is not None


def test_an_advice_that_gives_up_nothing_asks_nothing_more(qtbot: QtBot, screen: LetterScreen, settled: Settled) -> None:
    adopt = adopting(qtbot, screen, settled)
    assert adopt.findChild(QCheckBox, "confirmed") is None
    assert "Gevolg:" not in adopt.effect.accessibleName()
    adopt.reject()
