"""Keys by which lists sort: texts as people expect, and what has no date last."""

from __future__ import annotations

import unicodedata

# Sorts after every date: what has none comes last.
NO_DATE = "9999-99-99"


def sort_text(value: str) -> str:
    """A key by which texts sort as a person expects: without case and accents, numbers in the order of their size."""
    plain = unicodedata.normalize("NFKD", value.casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words: list[str] = []
    digits = ""
    for letter in letters + " ":
        if "0" <= letter <= "9":
            digits += letter
            continue
        if digits:
            words.append(digits.zfill(8))
            digits = ""
        words.append(letter)
    return "".join(words).strip()
