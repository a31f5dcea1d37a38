"""A letter for which no program is found is kept all the same, and is told where it stands; keys in the composer do one thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton

from orapp.domain.letters import Letter
from orapp.services.desk import Desk
from orapp.services.failures import Circumstance
from orapp.ui.kit.look import Tone
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.letter.screen import LetterScreen
from tests.ui.conftest import Settled, Shown
from tests.ui.letter.hands import HOUSING, REQUEST


def test_the_version_is_kept_and_the_place_of_its_file_is_told(
    desk: Desk,
    place: Workplace,
    shown: Shown,
    settled: Settled,
    tmp_path: Path,
    concept: str,
    kept: Callable[[], Letter],
) -> None:
    asked: list[Path] = []

    def refuses(path: Path) -> None:
        asked.append(path)
        raise Circumstance("open.no_program", path=str(path))

    screen = LetterScreen(desk, replace(place, open_file=refuses), tmp_path)
    shown(screen)
    screen.open(HOUSING, "A9", REQUEST, concept)
    settled()
    screen.bar.open_button.click()
    settled()
    settled()
    (path,) = asked
    assert path.is_file()
    assert len(kept().versions) == 1
    assert screen.bar.state.text() == "concept 2"
    assert screen.bar.open_button.isEnabled()
    assert screen.notice.text() == place.said(Circumstance("open.no_program", path=str(path)))
    assert str(path) in screen.notice.text()


def test_a_notice_about_a_return_and_the_reading_text_have_keys_of_their_own(screen: LetterScreen, settled: Settled) -> None:
    screen.head.open(True)
    screen.notice.tell("Er is een brief teruggekomen.", Tone.ACCENT, "Bek&ijken…", lambda: None)
    settled()
    words = [one.text() for one in screen.findChildren(QAbstractButton) if one.isVisible()]
    words += [one.text() for one in screen.findChildren(QLabel) if one.isVisible() and one.buddy() is not None]
    keys = [QKeySequence.mnemonic(one).toString() for one in words]
    for button in (screen.preview.as_text, screen.notice.findChild(QPushButton, "melding-daad")):
        assert button is not None
        key = QKeySequence.mnemonic(button.text()).toString()
        assert key
        assert keys.count(key) == 1
