"""An advice that is still a concept, on the screen on which it is composed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from orapp.domain.letters import Letter
from orapp.services.desk import Desk
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.letter.screen import LetterScreen
from tests.fakes.archive import MemoryArchive
from tests.ui.conftest import Settled, Shown
from tests.ui.letter.hands import HOUSING, REQUEST


@pytest.fixture
def concept(archive: MemoryArchive) -> str:
    """The advice on the housing as it was before it was adopted; its id."""
    dossier = archive.kept[HOUSING]
    letter = next(one for one in dossier.letters if one.kind == "A9")
    bare = Letter(
        id=letter.id,
        kind="A9",
        request_id=letter.request_id,
        decision_ids=letter.decision_ids,
        reply_due=letter.reply_due,
        dated=letter.dated,
    )
    archive.kept[HOUSING] = replace(dossier, letters=tuple(bare if one.id == letter.id else one for one in dossier.letters))
    return letter.id


@pytest.fixture
def screen(desk: Desk, place: Workplace, shown: Shown, settled: Settled, tmp_path: Path, concept: str) -> LetterScreen:
    made = LetterScreen(desk, place, tmp_path)
    shown(made)
    made.open(HOUSING, "A9", REQUEST, concept)
    settled()
    return made


@pytest.fixture
def kept(archive: MemoryArchive, concept: str) -> Callable[[], Letter]:
    """The letter as the archive has it."""
    return lambda: next(one for one in archive.kept[HOUSING].letters if one.id == concept)
