"""From composed to sent: findings that lead somewhere, the choice of a letter, Word files, and the acts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from orapp.domain.letters import Letter
from orapp.letters.content import LetterStatus
from orapp.services.desk import Desk
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.letter.act_sheet import ActSheet
from orapp.ui.screens.letter.row_button import RowButton
from orapp.ui.screens.letter.screen import LetterScreen
from tests.fakes.archive import MemoryArchive
from tests.fakes.asker import AnsweringAsker
from tests.ui.conftest import Settled, Shown
from tests.ui.letter.hands import HOUSING, JOBS, REQUEST, draft_of, findings_of, focused, press, write

# -- findings ----------------------------------------------------------------------------------------------------------


def test_every_finding_is_said_and_leads_somewhere(
    archive: MemoryArchive, place: Workplace, screen: LetterScreen, settled: Settled
) -> None:
    dossier = archive.kept[HOUSING]
    conditions = tuple(replace(item, evidence="") for item in dossier.conditions)
    archive.kept[HOUSING] = replace(dossier, conditions=conditions)
    screen.open(HOUSING, "A9", REQUEST)
    settled()
    findings = findings_of(screen)
    said = "\n".join(label.text() for label in screen.findings.findChildren(QLabel))
    assert findings
    asked: list[tuple[str, ...]] = []
    screen.part_opened.connect(lambda *where: asked.append(where))
    for number, finding in enumerate(findings):
        assert place.texts.say(finding.code, **finding.fields) in said
        screen.sections.open("")
        screen.head.open(False)
        before = len(asked)
        screen.findings.rows[number].click()
        settled()
        assert screen.sections.current or screen.head.is_open or len(asked) > before
    wanted = next(number for number, one in enumerate(findings) if one.code == "letter.condition_not_measurable")
    screen.findings.rows[wanted].click()
    assert screen.sections.current == "conditions"
    assert isinstance(focused(), QCheckBox)


# -- choosing ----------------------------------------------------------------------------------------------------------


def test_the_chooser_offers_what_fits_and_opens_it(
    qtbot: QtBot, desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path
) -> None:
    made = LetterScreen(desk, place, tmp_path)
    shown(made)
    with qtbot.waitSignal(made.ready):
        made.open(JOBS, "", "")
    dossier = desk.dossiers.view(JOBS).dossier
    offered = {(one.kind.key, one.request.legal.value) for one in desk.letters.offers(dossier)}
    assert ("A10", "consent") in offered
    assert ("A9", "consent") not in offered
    names = [row.objectName() for row in made.chooser.findChildren(RowButton)]
    assert len(names) == len(set(names)) >= 2
    assert focused() is made.chooser.rows[0]
    press(Qt.Key.Key_Space)
    settled()
    assert made.pages.currentIndex() == 1
    assert made.bar.title.text().startswith("Brief: ")


def test_a_letter_that_cannot_be_says_why(desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path) -> None:
    made = LetterScreen(desk, place, tmp_path)
    shown(made)
    advice = next(one for one in desk.dossiers.view(HOUSING).procedures if one.request.id == REQUEST)
    made.open(HOUSING, "A10", advice.request.id)
    settled()
    assert made.refused.isVisible()
    assert not made.bar.open_button.isEnabled()


# -- Word files --------------------------------------------------------------------------------------------------------


def test_a_version_is_made_and_kept(
    asker: AnsweringAsker, screen: LetterScreen, settled: Settled, kept: Callable[[], Letter], opened_files: list[Path]
) -> None:
    assert asker.path is not None
    screen.bar.make_act.trigger()
    settled()
    with ZipFile(asker.path) as made:
        assert "word/document.xml" in made.namelist()
    assert str(asker.path) in screen.notice.text()
    assert len(kept().versions) == 1
    settled()
    row = screen.versions.findChild(RowButton, "versie-1")
    assert row is not None
    row.click()
    screen.bar.open_button.click()
    settled()
    assert [path.suffix for path in opened_files] == [".docx", ".docx"]
    assert len(kept().versions) == 2


def test_an_unwritable_place_keeps_no_version(
    asker: AnsweringAsker, screen: LetterScreen, settled: Settled, tmp_path: Path, kept: Callable[[], Letter]
) -> None:
    (tmp_path / "bezet").write_text("geen map")
    asker.path = tmp_path / "bezet" / "brief.docx"
    screen.bar.make_act.trigger()
    settled()
    assert "kan niet worden geschreven" in screen.notice.text()
    assert not kept().versions
    assert screen.bar.open_button.isEnabled()


# -- the acts ----------------------------------------------------------------------------------------------------------


def sheet(screen: LetterScreen, name: str) -> ActSheet:
    found = screen.findChild(ActSheet, name)
    assert found is not None
    return found


def hand_over_and_adopt(qtbot: QtBot, screen: LetterScreen, settled: Settled) -> None:
    """The first two acts, a forgotten vote between them."""
    screen.bar.act_button.click()
    given = sheet(screen, "ter-vaststelling")
    qtbot.waitUntil(given.isActiveWindow)
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    settled()
    screen.bar.act_button.click()
    adopt = sheet(screen, "vaststellen")
    adopt.do_button.click()
    settled()
    refused = adopt.findChild(QLabel, "votes_for-refused")
    assert refused is not None
    assert refused.isVisible()
    for name, text in (("votes_for", "7"), ("votes_against", "0")):
        field = adopt.findChild(QLineEdit, name)
        assert field is not None
        field.setFocus()
        write(text)
    quorum = adopt.findChild(QComboBox, "quorum_met")
    assert quorum is not None
    quorum.setCurrentIndex(quorum.findData("yes"))
    adopt.do_button.click()
    settled()
    settled()


def test_handed_over_adopted_signed_and_sent(
    qtbot: QtBot, screen: LetterScreen, settled: Settled, kept: Callable[[], Letter], archive: MemoryArchive
) -> None:
    screen.sections.open(screen.sections.keys[0])
    hand_over_and_adopt(qtbot, screen, settled)
    letter = kept()
    assert letter.handed_over_on is not None
    assert letter.adopted_on is not None
    assert [version.status for version in letter.versions] == ["concept", "adopted"]
    assert letter.reference.startswith("OR/2025-003/")
    assert screen.bar.state.text() == "vastgesteld"
    assert not screen.sections.isVisible()
    assert draft_of(screen).content.status is LetterStatus.ADOPTED
    assert not screen.notice.text(), "that it was handed over is history by now"

    assert screen.focusWidget() is screen.bar.act_button, "where the sheet gives the keys back"
    screen.bar.act_button.click()
    sheet(screen, "ondertekenen").do_button.click()
    settled()
    settled()
    assert len(kept().signed_by) == 2

    screen.bar.act_button.click()
    settled()
    send = sheet(screen, "verzenden")
    said = send.findChild(QLabel, "gevolg-tekst")
    assert said is not None
    assert "In het verloop komt: advies verzonden" in said.text()
    send.do_button.click()
    settled()
    settled()
    assert kept().sent_on is not None
    assert archive.kept[HOUSING].paper(kept().paper_id) is not None
    assert screen.bar.state.text() == "verzonden"
    assert not screen.editor.undo_words
    QTest.keyClick(screen.bar.act_button, Qt.Key.Key_Escape)
    assert screen.focusWidget() is screen.bar.act_button, "not a section that is no longer seen"
