"""An adopted letter of which the archive keeps no version: it is read, and nobody types where nothing is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from orapp.domain.letters import Letter
from orapp.services.desk import Desk
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.letter.own_text import OwnText
from orapp.ui.screens.letter.screen import LetterScreen
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled, Shown
from tests.ui.letter.hands import HOUSING


def writable(screen: QWidget) -> list[str]:
    """The fields that are seen and take what is typed."""
    texts: list[QTextEdit | QLineEdit] = [*screen.findChildren(OwnText), *screen.findChildren(QLineEdit)]
    return [field.objectName() for field in texts if field.isVisibleTo(screen) and field.isEnabled() and not field.isReadOnly()]


def without_file(archive: MemoryArchive) -> Letter:
    return next(one for one in archive.kept[HOUSING].letters if one.adopted_on is not None and not one.versions)


def test_an_adopted_letter_that_came_without_its_file_is_only_read(
    archive: MemoryArchive, desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path
) -> None:
    letter = without_file(archive)
    screen = LetterScreen(desk, place, tmp_path)
    shown(screen)
    screen.open(HOUSING, letter.kind, letter.request_id, letter.id)
    settled()
    found: list[str] = []
    for key in screen.sections.keys:
        screen.sections.open(key)
        found += writable(screen)
    screen.head.open(True)
    assert [*found, *writable(screen)] == []
    place.changes.day_changed()
    settled()
    assert writable(screen) == []
    assert not screen.fields.isVisible()
    assert screen.preview.isVisible()
    assert screen.composition.letter == letter
