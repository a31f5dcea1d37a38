"""The pages of a letter wear its own house style, or that of the program: never the one of the letter before it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from orapp.services.desk import Desk
from orapp.services.failures import Circumstance
from orapp.services.house_styles import HouseStyleService
from orapp.services.klassiek_page import KLASSIEK_PAGE
from orapp.ui.kit.letter_preview import LetterPreview
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.letter.worn_style import WornStyle
from tests.ui.conftest import Settled
from tests.ui.walk import MERGER


def test_a_style_that_cannot_be_read_leaves_no_other_on_the_pages(
    desk: Desk, place: Workplace, settled: Settled, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = LetterPreview(place.look)
    qtbot.addWidget(preview)
    worn = WornStyle(desk, place, preview, preview)
    ground = desk.letters.ground(MERGER)
    first, second = ground.dossier.letters[:2]
    other = replace(KLASSIEK_PAGE, width=KLASSIEK_PAGE.width + 9)
    monkeypatch.setattr(HouseStyleService, "page_for", lambda *_given: other)
    worn.follow(first, ground)
    settled()
    assert preview.page_look == other

    def missing(*_given: object) -> None:
        raise Circumstance("archive.damaged", path="raad.orarchief")

    monkeypatch.setattr(HouseStyleService, "page_for", missing)
    worn.follow(second, ground)
    settled()
    assert preview.page_look == KLASSIEK_PAGE
