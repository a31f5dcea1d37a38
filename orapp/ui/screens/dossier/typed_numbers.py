"""Numbers and amounts of money as people type them."""

from __future__ import annotations

MOST_DIGITS = 12


def number(text: str) -> int | None:
    """A whole number as it was typed, with or without points, or None; so is one past all measure."""
    digits = text.strip().replace(".", "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS else None


def cents(text: str) -> int | None:
    """An amount as it was typed ("12.500,00") in cents, or None."""
    whole, _, rest = text.strip().removeprefix("€").strip().partition(",")
    euros, part = number(whole), number((rest + "00")[:2]) if rest.strip("-") else 0
    return None if euros is None or part is None else euros * 100 + part
