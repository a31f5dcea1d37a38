"""The sample letter in the settings wears the style that the council has as usual."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from orapp.domain.council_styles import MODERN, StyleUse
from orapp.services.desk import Desk
from orapp.services.house_styles import with_usual
from orapp.services.klassiek_page import KLASSIEK_PAGE
from orapp.ui.kit.workplace import Workplace
from orapp.ui.screens.settings.style_part import StylePart
from tests.fakes.archive import MemoryArchive
from tests.fakes.surroundings import MemoryArchives
from tests.ui.conftest import PASSPHRASE, Settled, Shown, upkeep_of


def test_the_sample_wears_the_usual_style(
    desk: Desk, archive: MemoryArchive, place: Workplace, shown: Shown, settled: Settled
) -> None:
    part = StylePart(desk, place, upkeep_of(archive, MemoryArchives(archive, PASSPHRASE), place.private_folder()))
    shown(part)
    part.show_part()
    settled()
    assert part.preview.page_look == KLASSIEK_PAGE
    before = desk.council.read()
    desk.council.save(before, with_usual(before, StyleUse.LETTER, MODERN), "secretaris")
    part.show_part()
    settled()
    assert part.preview.page_look == desk.house_styles.page_of(MODERN) != KLASSIEK_PAGE
    name = part.findChild(QLabel, "huisstijl-naam")
    assert name is not None
    assert "Modern" in name.text()
