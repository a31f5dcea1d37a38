"""Where long compound words may go on a next line, with a hyphen: Qt knows no syllables, and would break them anywhere."""

from __future__ import annotations

import re

from PySide6.QtGui import QFontMetricsF

SOFT_HYPHEN = "\u00ad"
# Only seams of compounds: each of these is a word of its own, and stands behind another one.
_LAST_PARTS = (
    "aanvraag|afspraak|bereiding|behandeling|beleid|beoordeling|bevestiging|bureau|commissie|formulier|instemming|ondersteuning"
    "|omstandigheden|overleg|plekken|procedure|punten|raadpleging|regeling|ruimte|systeem|tallig|tekening|termijn|verdeling"
    "|vergadering|vergelijking|verslag|voorwaarden|voorziening|waardering|waarden|werkgever|zegging|zeggenschap"
)
_SEAMS = re.compile(rf"(?<=[a-zé]{{3}})(?={_LAST_PARTS})")


def hyphenated(text: str, metrics: QFontMetricsF, width: float) -> str:
    """The text with places where a word may break that is wider than its line; every other word stays as it is."""
    if not _SEAMS.search(text):
        return text
    return " ".join(
        _SEAMS.sub(SOFT_HYPHEN, word) if metrics.horizontalAdvance(word) > width else word for word in text.split(" ")
    )
