"""Handing over a letter is told with its version; what stands in the way of adopting stands at the top of the dialog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from orapp.domain.letters import Letter
from orapp.domain.requests import Outcome
from orapp.letters.content import FindingWeight
from orapp.services.letter_handing import CHANGED_SINCE
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.letter.paper_compare import CompareSheet
from orapp.ui.screens.letter.screen import LetterScreen
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled
from tests.ui.letter.hands import HOUSING, REQUEST
from tests.ui.letter.test_confirming import adopting, with_outcome
from tests.ui.letter.test_letter_out import sheet


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
    found = {one.code: one.weight for one in screen.draft.findings}
    assert found["letter.waiver_at_adopting"] is FindingWeight.ATTENTION
    assert "letter.waiver_without_resolution" not in found
    card = [row.accessibleName() for row in screen.findings.rows if "afzien van advies over" in row.accessibleName()]
    assert [words.split(":")[0] for words in card] == ["Vraagt aandacht"]
    adopt = adopting(qtbot, screen, settled)
    assert adopt.obstacles.isHidden()
    assert adopt.findChild(QCheckBox, "waives") is not None
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


def test_a_text_that_was_edited_after_handing_over_is_told_with_its_difference_one_click_away(
    qtbot: QtBot, screen: LetterScreen, kept: Callable[[], Letter], settled: Settled
) -> None:
    adopt = adopting(qtbot, screen, settled)
    said = adopt.findChild(QLabel, "ter-vaststelling-aangeboden")
    assert said is not None
    assert said.text().startswith("Versie 1 is op ")
    assert "gewijzigd" not in said.text()
    assert adopt.findChild(QPushButton, "verschil-bekijken") is None
    adopt.reject()
    assert kept().handed_over_version == 1
    assert any(one.text().startswith("Versie 1 ter vaststelling aangeboden op") for one in screen.versions.findChildren(QLabel))
    assert screen.draft is not None
    assert CHANGED_SINCE not in {one.code for one in screen.draft.findings}

    screen.composition.type_text("execution", "Een heel ander aandachtspunt.", replaces=True)
    settled()
    found = next(row for row in screen.findings.rows if "gewijzigd sinds versie 1" in row.accessibleName())
    found.click()
    settled()
    compare = screen.window().findChild(CompareSheet)
    assert compare is not None
    assert (compare.first.currentData(), compare.second.currentData()) == (1, 0)
    assert "[+Een heel ander aandachtspunt.+]" in compare.shown()
    compare.reject()


def test_the_dialog_tells_what_was_handed_over_and_handing_over_again_mends_it(
    qtbot: QtBot, screen: LetterScreen, kept: Callable[[], Letter], settled: Settled
) -> None:
    adopting(qtbot, screen, settled).reject()
    screen.composition.type_text("execution", "Een heel ander aandachtspunt.", replaces=True)
    settled()
    screen.bar.act_button.click()
    again = sheet(screen, "vaststellen")
    said = again.findChild(QLabel, "ter-vaststelling-aangeboden")
    button = again.findChild(QPushButton, "verschil-bekijken")
    assert said is not None
    assert button is not None
    assert "vastgesteld wordt de tekst zoals die nu is" in said.text()
    button.click()
    settled()
    beside = again.findChild(CompareSheet)
    assert beside is not None
    assert beside.isVisible()
    assert "[+Een heel ander aandachtspunt.+]" in beside.shown()
    beside.reject()
    again.reject()

    assert screen.bar.again_act.isVisible()
    screen.bar.again_act.trigger()
    sheet(screen, "ter-vaststelling").do_button.click()
    settled()
    assert kept().handed_over_version == 2
    assert not any("gewijzigd sinds versie" in row.accessibleName() for row in screen.findings.rows)
