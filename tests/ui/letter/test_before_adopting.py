"""Handing over a letter is told with its version; what stands in the way of adopting stands at the top of the dialog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from orapp.domain.letters import Letter
from orapp.domain.requests import Outcome
from orapp.letters.content import FindingWeight
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.letter.screen import LetterScreen
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled
from tests.ui.letter.hands import HOUSING, REQUEST
from tests.ui.letter.test_confirming import adopting, with_outcome


def test_handing_over_tells_the_version_and_the_pill_agrees(
    qtbot: QtBot, screen: LetterScreen, kept: Callable[[], Letter], settled: Settled
) -> None:
    assert screen.bar.state.text() == "concept 1"
    adopt = adopting(qtbot, screen, settled)
    assert screen.notice.text() == "Ter vaststelling: versie 1. Het Word-bestand staat in het dossier."
    assert kept().versions[-1].number == 1
    assert screen.bar.state.text() == "concept, ter vaststelling"
    adopt.reject()


def test_what_the_resolution_itself_records_does_not_stand_in_its_way(
    qtbot: QtBot, archive: MemoryArchive, place: Workplace, screen: LetterScreen, concept: str, settled: Settled
) -> None:
    with_outcome(archive, Outcome.WAIVED)
    screen.open(HOUSING, "A9", REQUEST, concept)
    settled()
    assert screen.draft is not None
    codes = {one.code for one in screen.draft.findings if one.weight is FindingWeight.BLOCKING}
    assert "letter.waiver_without_resolution" in codes
    adopt = adopting(qtbot, screen, settled)
    assert "vraagt een vastgelegd besluit" not in adopt.obstacles.accessibleName()
    assert adopt.obstacles.isHidden() is (codes == {"letter.waiver_without_resolution"})
    adopt.reject()


def test_what_blocks_stands_above_the_fields(
    qtbot: QtBot, archive: MemoryArchive, screen: LetterScreen, concept: str, settled: Settled
) -> None:
    dossier = archive.kept[HOUSING]
    archive.kept[HOUSING] = replace(
        dossier,
        proposed_decisions=tuple(replace(one, outcome=Outcome.UNDECIDED) for one in dossier.proposed_decisions),
    )
    screen.open(HOUSING, "A9", REQUEST, concept)
    settled()
    assert screen.draft is not None
    blocking = [one for one in screen.draft.findings if one.weight is FindingWeight.BLOCKING]
    assert blocking
    adopt = adopting(qtbot, screen, settled)
    assert adopt.obstacles.isVisible()
    words = adopt.obstacles.accessibleName()
    assert words.startswith("Zo kan de brief niet worden vastgesteld.")
    assert words.count("\n– ") == len(blocking)
    top = QPoint(0, 0)
    assert adopt.obstacles.mapTo(adopt, top).y() < adopt.form.mapTo(adopt, top).y()
    adopt.reject()
