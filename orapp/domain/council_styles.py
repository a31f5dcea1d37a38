"""The house styles of a council: Word files of its own, for what they are used, and which of their styles does what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from orapp.domain.items import FileRef


class StyleUse(StrEnum):
    """For what a house style is used."""

    LETTER = "letter"
    MEMO = "memo"
    REPORT = "report"


_TO_STAFF = frozenset({"A17"})
"""Kinds of letters that go to the council's own staff: they look as its memos do, where it has a style for those."""


def use_of(kind: str) -> StyleUse:
    """For what use a kind of letter chooses its style by itself: a message to the staff is no letter to somebody outside."""
    return StyleUse.MEMO if kind in _TO_STAFF else StyleUse.LETTER


class StyleRole(StrEnum):
    """What a style of a Word file does in a letter."""

    BODY = "body"
    HEADING = "heading"
    SUBHEADING = "subheading"
    NUMBERED = "numbered"
    DECISION = "decision"
    CODED = "coded"
    BULLETS = "bullets"
    QUOTATION = "quotation"
    CAPTION = "caption"
    TABLE = "table"
    TABLE_TEXT = "table_text"
    SUBJECT = "subject"
    ADDRESS = "address"
    REFERENCE = "reference"
    SIGNATURE = "signature"
    ANNEXES = "annexes"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleStyle:
    """The style of the council's own file (by its id there) that does a job; empty: one is made from the body text."""

    role: StyleRole
    style: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """What was taken out of the council's file, as the code of a sentence with its fields."""

    code: str
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilStyle:
    """A house style of the council: the file as it was brought, and the template that was made from it.

    `version` counts up each time it is made anew. Letters that were made keep the Word file that they got.
    """

    id: str
    name: str
    use: StyleUse
    original: FileRef
    template: FileRef
    assignment: tuple[RoleStyle, ...] = ()
    version: int = 1
    removed: tuple[Removal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualStyle:
    """The house style that a use has where a letter names none: one of the council's own, or one that ships."""

    use: StyleUse
    style: str


KLASSIEK = "klassiek"
MODERN = "modern"
SHIPPED = (KLASSIEK, MODERN)
"""The names under which the styles that ship are chosen; no style of a council has one of them as its id."""
