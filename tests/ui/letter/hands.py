"""What the tests of the composer do: press keys, write, and look at what stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from orapp.letters.content import Finding
from orapp.services.letters import LetterDraft
from orapp.ui.screens.letter.screen import LetterScreen
from orapp.ui.screens.letter.section_card import SectionCard

HOUSING, MERGER, JOBS = "2025-003", "2025-002", "2025-001"
REQUEST = "g2-r4"


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(focused(), key, modifier)


def card(screen: LetterScreen, key: str) -> SectionCard:
    found = screen.sections.card(key)
    assert found is not None
    return found


def draft_of(screen: LetterScreen) -> LetterDraft:
    assert screen.draft is not None
    return screen.draft


def findings_of(screen: LetterScreen) -> tuple[Finding, ...]:
    return draft_of(screen).findings


def write(text: str) -> None:
    QTest.keyClicks(focused(), text)
