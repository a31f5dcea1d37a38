"""Reads what a page of the wizard kept as plain values; what has another form counts as not there."""

from __future__ import annotations

from collections.abc import Mapping


def texts_of(standing: Mapping[str, object], key: str) -> list[str]:
    """A list of texts."""
    found = standing.get(key)
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def texts_in(standing: Mapping[str, object], key: str) -> dict[str, str]:
    """Texts by their names."""
    found = part_of(standing, key)
    return {name: text for name, text in found.items() if isinstance(text, str)}


def part_of(standing: Mapping[str, object], key: str) -> dict[str, object]:
    """Values by their names."""
    found = standing.get(key)
    return {str(name): value for name, value in found.items()} if isinstance(found, dict) else {}
