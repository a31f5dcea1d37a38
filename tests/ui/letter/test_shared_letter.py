"""A letter on a shared screen: its words without names and strategy, and it does not leave like that."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel

from orapp.services.desk import Desk
from orapp.services.failures import Refusal
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.letter.hidden_names import people_of
from orapp.ui.screens.letter.screen import LetterScreen
from orapp.ui.screens.settings.who_part import WhoPart
from orapp.ui.shell.doors import Doors
from tests.fakes.archive import MemoryArchive
from tests.fakes.surroundings import MemoryArchives
from tests.ui.conftest import Settled, Shown
from tests.ui.letter.hands import HOUSING, REQUEST


def text_of(screen: LetterScreen) -> str:
    document = screen.preview.document()
    assert document is not None
    return document.toPlainText()


def test_names_and_strategy_go_while_others_look_along_and_come_back(
    archive: MemoryArchive, place: Workplace, screen: LetterScreen, settled: Settled
) -> None:
    screen.open(HOUSING, "A9", REQUEST)
    settled()
    ground = screen.composition.ground
    assert ground is not None
    director = ground.council.director(ground.dossier.organisation)
    assert director is not None
    assert director.name in text_of(screen)
    assert director.name in screen.head.told.text()
    screen.head.open(True)
    place.here.share(True)
    settled()
    assert director.name not in text_of(screen)
    assert "[naam verborgen]" in text_of(screen)
    assert director.name not in screen.head.told.text()
    assert director.name not in screen.head.head.accessibleName()
    for name in ("brief-aan", "brief-doel"):
        field = screen.head.findChild(QComboBox, name)
        assert field is None or not field.isVisible()
    screen._export("pdf")
    assert "Scherm delen" in screen.notice.text()
    place.here.share(False)
    settled()
    assert director.name in text_of(screen)


def test_a_secret_dossier_goes_whole(archive: MemoryArchive, place: Workplace, screen: LetterScreen, settled: Settled) -> None:
    archive.kept[HOUSING] = replace(archive.kept[HOUSING], secret=True)
    screen.open(HOUSING, "A9", REQUEST)
    settled()
    assert screen.pages.isVisible()
    place.here.share(True)
    settled()
    assert not screen.pages.isVisible()
    place.here.share(False)
    settled()
    assert screen.pages.isVisible()


def test_who_works_here_is_not_told_to_others(
    archives: MemoryArchives, archive: MemoryArchive, desk: Desk, place: Workplace, doors: Doors, shown: Shown, settled: Settled
) -> None:
    part = WhoPart(desk, place, doors.upkeep(archive))
    shown(part)
    part.show_part()
    settled()
    assert part.member.isVisible()
    place.here.share(True)
    settled()
    assert not part.member.isVisible()
    assert not part.other.isVisible()
    hidden = part.findChild(QLabel, "wie-verborgen")
    assert hidden is not None
    assert hidden.isVisible()
    place.here.share(False)
    settled()
    assert part.member.isVisible()


def test_a_dossier_that_is_gone_is_told_without_its_inner_id(desk: Desk, place: Workplace) -> None:
    with pytest.raises(Refusal) as refused, desk.archive.read() as reader:
        reader.dossier_by_id("0197-inner")
    assert "0197-inner" not in place.said(refused.value)


def test_in_an_archive_that_is_only_read_the_head_of_a_letter_shows_no_caret(
    archive: MemoryArchive, desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path, concept: str
) -> None:
    archive.read_only = True
    screen = LetterScreen(desk, place, tmp_path)
    shown(screen)
    screen.open(HOUSING, "A9", REQUEST, concept)
    settled()
    screen.head.open(True)
    assert screen.head.subject.isReadOnly()
    assert screen.head.copies.isReadOnly()
    assert screen.head.dated.line().isReadOnly()
    assert not screen.head.addressee.isEnabled()
    assert not any(tick.isEnabled() for tick in screen.head.annexes.values())


def test_the_name_of_the_organisation_is_nobody_s_name(archive: MemoryArchive) -> None:
    people = people_of(archive.the_council, archive.kept[HOUSING])
    assert archive.the_council.organisation not in people
    assert archive.the_council.members[0].name in people
