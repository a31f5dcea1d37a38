"""What every part of a dossier shares: a lasting identity, a code that is given once, and a place in its list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A part of a dossier.

    `id` is a UUIDv7 in text. `number` makes the code together with the kind's letter (2 → V2); it is given once and never
    reused; 0 where the kind has no code. `position` is the order on the screen and in letters.
    """

    id: str
    number: int = 0
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """An answer of a person to a question that the program may not decide: what, by whom, when, and why."""

    answer: str
    by: str = ""
    on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterChoice:
    """Whether an item stands in a kind of letter ("A9"), or is deliberately left out, why, by whom and when."""

    letter: str
    included: bool
    reason: str = ""
    by: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRef:
    """A stored file: its content by SHA-256 (hex), its name, its size in bytes and its media type."""

    sha256: str
    name: str
    size: int
    media_type: str = "application/octet-stream"


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrecy:
    """Secrecy that was imposed (art. 20 WOR): by whom, on what, until when (None: no end named), except for whom."""

    imposed_by: str
    scope: str
    until: date | None = None
    except_for: str = ""
    imposed_on: date | None = None
    reason: str = ""


class Theme(StrEnum):
    """What an objection, consideration or question is about, in the order of the advice letter."""

    MOTIVES = "motives"  # beweegredenen, art. 25 lid 3
    CONSEQUENCES = "consequences"  # gevolgen
    MEASURES = "measures"  # maatregelen
    ALTERNATIVES = "alternatives"
    PROCESS = "process"
    FINANCE = "finance"
    GOVERNANCE = "governance"
    WORKING_CONDITIONS = "working_conditions"
    PRIVACY = "privacy"
    PLANNING = "planning"
    OTHER = "other"
