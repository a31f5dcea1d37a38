"""Where long words may go on a next line, with a hyphen: Qt knows no syllables, and would break them anywhere."""

from __future__ import annotations

import re

from PySide6.QtGui import QFontMetricsF

SOFT_HYPHEN = "\u00ad"
# Only seams of compounds: each of these is a word of its own, and stands behind another one.
_LAST_PARTS = (
    "aanvraag|afspraak|bereiding|behandeling|beleid|beoordeling|bevestiging|bureau|commissie|eenkomst|eenstemming|formulier|instemming"
    "|ondersteuning|omstandigheden|overleg|plekken|procedure|punten|raadpleging|regeling|ruimte|systeem|tallig|tekening|termijn|verdeling"
    "|vergadering|vergelijking|verslag|voorwaarden|voorziening|waardering|waarden|werkgever|zegging|zeggenschap"
)
_SEAMS = re.compile(rf"(?<=[a-zé]{{3}})(?={_LAST_PARTS})")
_VOWELS = "aeiouyáéíóúàèëïöüê"
_BETWEEN = re.compile(rf"(?<=[{_VOWELS}])[b-df-hj-np-tv-xz]+(?=[{_VOWELS}])", re.IGNORECASE)
# What a Dutch syllable begins with: as many of the consonants before its vowel as stand here together.
_ONSET = re.compile("schr?|spr?|str?|s[lt]|[bcdfgkptv]r|[bfgp]l|[dkz]w|th|ch|[b-df-hj-np-tv-xz]", re.IGNORECASE)
_LEAST_LETTERS = 2


def hyphenated(text: str, metrics: QFontMetricsF, width: float, *, syllables: bool = True) -> str:
    """The text with places where a word may break that is wider than its line; every other word stays as it is.

    A word breaks at the seams of a compound; between the syllables only where a part between two seams is still too wide.
    """
    widest = metrics.height()  # no letter is wider than a line is high: most words need not be measured
    return " ".join(
        _broken(word, metrics, width, syllables=syllables)
        if len(word) * widest > width and metrics.horizontalAdvance(word) > width
        else word
        for word in text.split(" ")
    )


def _broken(word: str, metrics: QFontMetricsF, width: float, *, syllables: bool) -> str:
    parts = _SEAMS.sub(SOFT_HYPHEN, word).split(SOFT_HYPHEN)
    if syllables:
        parts = [in_syllables(part) if metrics.horizontalAdvance(f"{part}-") > width else part for part in parts]
    return SOFT_HYPHEN.join(parts)


def in_syllables(word: str) -> str:
    """A Dutch word with a soft hyphen where it may be divided, as far as its letters tell: at least two stay on either side."""
    told = ""
    for piece in re.split(r"([^\W\d_]+)", word):
        at = [found.start() + _closing(piece, found.start(), found.group()) for found in _BETWEEN.finditer(piece)]
        kept = [end for end in at if _LEAST_LETTERS <= end <= len(piece) - _LEAST_LETTERS]
        told += SOFT_HYPHEN.join(piece[first:last] for first, last in zip([0, *kept], [*kept, len(piece)], strict=True))
    return told


def _closing(word: str, start: int, between: str) -> int:
    """How many of the consonants between two vowels still belong to the first; the j of "ij" does."""
    least = 1 if between[0] in "jJ" and word[start - 1] in "iI" else 0
    fits = (many for many in range(least, len(between)) if _ONSET.fullmatch(between, many))
    return next((many for many in fits if between[many - 1 : many + 1].lower() != "ch" or not many), len(between))
