"""Proposing a passphrase of plain words, and the content of the emergency sheets."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from orapp.services.failures import Circumstance
from orapp.services.rows import EmergencySheet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

WORDS = 6
LEAST_WORDS = 2048


def propose(words: Sequence[str]) -> str:
    """Six words, drawn with the system's own source of chance: of 2048 words, 66 bits to guess.

    Raises Circumstance("archive.no_words") for too short a list.
    """
    distinct = sorted(set(words))
    if len(distinct) < LEAST_WORDS:
        raise Circumstance("archive.no_words", count=str(len(distinct)), least=str(LEAST_WORDS))
    return " ".join(secrets.choice(distinct) for _ in range(WORDS))


def emergency_sheets(
    *, archive_name: str, council_name: str, passphrase: str, salt: str, made_on: date
) -> tuple[EmergencySheet, EmergencySheet]:
    """The two sheets: each with everything that is needed, and its own place to be kept."""
    day = f"{made_on:%d-%m-%Y}"
    lines: tuple[tuple[str, dict[str, str]], ...] = (
        ("sheet.archive", {"archive": archive_name, "council": council_name}),
        ("sheet.passphrase", {"passphrase": passphrase}),
        ("sheet.how", {}),
        ("sheet.mark", {"salt": salt, "day": day}),
        ("sheet.changed", {}),
        ("sheet.lost", {}),
    )
    first, second = (
        EmergencySheet(
            title=("sheet.title", {"number": str(number), "council": council_name}), lines=(*lines, (f"sheet.keep_{number}", {}))
        )
        for number in (1, 2)
    )
    return first, second
