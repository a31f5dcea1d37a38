"""Where a letter says that no appeal comes, adopting asks for that resolution in full; cancelling leaves nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from orapp.domain.decisions import ResolutionKind
from orapp.domain.letters import Letter, LetterField
from orapp.ui.kit.dates import DateField
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.letter.act_sheet import ActSheet
from orapp.ui.screens.letter.screen import LetterScreen
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled
from tests.ui.letter.hands import HOUSING, REQUEST
from tests.ui.letter.test_confirming import adopting

ROWS = ("no_appeal_on", "no_appeal_meeting", "no_appeal_for", "no_appeal_against", "no_appeal_quorum")


@pytest.fixture
def concept(archive: MemoryArchive) -> str:
    """A letter that lets the suspension lapse and gives up the appeal, without a resolution on either; its id."""
    dossier = archive.kept[HOUSING]
    fields = (LetterField(key="gives_up", value="appeal"), LetterField(key="against", value="Er komt een bus."))
    letter = Letter(id="opgeven", kind="A12c", request_id=REQUEST, fields=fields)
    rights = {ResolutionKind.NO_APPEAL, ResolutionKind.WAIVE_SUSPENSION, ResolutionKind.APPEAL}
    kept = tuple(one for one in dossier.resolutions if one.kind not in rights)
    archive.kept[HOUSING] = replace(dossier, letters=(*dossier.letters, letter), resolutions=kept)
    return letter.id


@pytest.fixture
def adopt(
    qtbot: QtBot, place: Workplace, screen: LetterScreen, archive: MemoryArchive, concept: str, settled: Settled
) -> ActSheet:
    place.here.work_as("S. Beukenlaan")
    screen.open(HOUSING, "A12c", REQUEST, concept)
    settled()
    return adopting(qtbot, screen, settled)


def fill(adopt: ActSheet, **values: str) -> None:
    """Types and chooses these, each by its name."""
    for name, value in values.items():
        field = adopt.findChild(QLineEdit, name) or adopt.findChild(QComboBox, name)
        if isinstance(field, QComboBox):
            field.setCurrentIndex(max(field.findData(value), field.findText(value)))
        else:
            assert isinstance(field, QLineEdit)
            field.setText(value)


def tick(adopt: ActSheet, name: str) -> QCheckBox:
    found = adopt.findChild(QCheckBox, name)
    assert found is not None
    return found


def day(adopt: ActSheet, name: str) -> DateField:
    found = adopt.findChild(DateField, name)
    assert found is not None
    return found


def test_nothing_is_chosen_beforehand_and_cancelling_leaves_nothing(
    archive: MemoryArchive, adopt: ActSheet, settled: Settled
) -> None:
    assert not tick(adopt, "no_appeal").isChecked()
    assert day(adopt, "no_appeal_on").isHidden()
    tick(adopt, "no_appeal").setChecked(True)
    assert not day(adopt, "no_appeal_on").isHidden()
    assert day(adopt, "no_appeal_on").value() is None
    fill(adopt, no_appeal_for="6", no_appeal_against="1", no_appeal_quorum="yes")
    before = archive.kept[HOUSING]
    adopt.reject()
    settled()
    assert archive.kept[HOUSING] == before
    assert not any(one.kind is ResolutionKind.NO_APPEAL for one in before.resolutions)


def test_the_resolution_is_asked_in_full_and_kept_with_the_adoption(
    archive: MemoryArchive, adopt: ActSheet, kept: Callable[[], Letter], settled: Settled
) -> None:
    fill(adopt, votes_for="7", votes_against="0", quorum_met="yes", second="F. Kastanje")
    dated = day(adopt, "dated").value()
    for name in ("on", "second_on"):
        day(adopt, name).set_value(dated)
    tick(adopt, "confirmed").setChecked(True)
    adopt.do_button.click()
    settled()
    said = [label.text() for label in adopt.findChildren(QLabel) if label.isVisible()]
    assert any("Zonder een eigen besluit van de OR" in text for text in said)
    tick(adopt, "no_appeal").setChecked(True)
    fill(adopt, no_appeal_for="zes", no_appeal_against="1")
    adopt.do_button.click()
    fill(adopt, no_appeal_for="6")
    adopt.do_button.click()
    settled()
    assert kept().adopted_on is None
    day(adopt, "no_appeal_on").set_value(dated)
    fill(adopt, no_appeal_quorum="yes")
    adopt.do_button.click()
    settled()
    assert kept().adopted_on == dated
    apart = [one for one in archive.kept[HOUSING].resolutions if one.kind is ResolutionKind.NO_APPEAL]
    assert [(one.on, one.votes_for, one.votes_against, one.quorum_met) for one in apart] == [(dated, 6, 1, True)]
