"""Where a long word may be divided: at the seams of a compound first, between its syllables only where that is not enough."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from orapp.ui.kit.long_words import SOFT_HYPHEN, hyphenated, in_syllables


@pytest.mark.parametrize(
    "divided",
    [
        "af-spraak",
        "be-stuur-der",
        "voor-waar-de",
        "wet-te-lij-ke",
        "bij-een-kom-sten",
        "ge-raad-pleegd",
        "in-rich-tings-plan",
        "ant-woord",
        "la-chen",
        "op-schor-ting",
        "2025-003",
        "B6",
    ],
)
def test_a_word_is_divided_between_its_syllables(divided: str) -> None:
    word = divided if divided[0].isdigit() else divided.replace("-", "")
    assert in_syllables(word).replace(SOFT_HYPHEN, "-") == divided


def test_seams_come_first_and_what_fits_stays_whole(qapp: QApplication) -> None:
    metrics = QFontMetricsF(qapp.font())

    def shown(width_of: str, *, syllables: bool = True) -> str:
        width = metrics.horizontalAdvance(width_of) + 1
        return hyphenated("de vergaderruimte", metrics, width, syllables=syllables).replace(SOFT_HYPHEN, "-")

    assert shown("vergaderruimte") == "de vergaderruimte"
    assert shown("vergader-") == "de vergader-ruimte"
    assert shown("ruimte-") == "de ver-ga-der-ruimte"
    assert shown("ruimte-", syllables=False) == "de vergader-ruimte"
