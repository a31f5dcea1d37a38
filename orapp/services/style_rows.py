"""What is found in a Word file that a council brings as its house style, and what is made of it: frozen rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from orapp.domain.council_styles import Removal, RoleStyle, StyleRole
from orapp.letters.content import LetterContent
from orapp.services.page_look import PageLook


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStyle:
    """A style of the file: its id there, the name that Word shows, "paragraph" or "table", and how it looks.

    `used` counts the paragraphs or tables that have it; `points` is the size of its letters, `level` 1 to 9 for a heading.
    """

    id: str
    name: str
    kind: str
    family: str = ""
    points: float = 0
    bold: bool = False
    colour: str = ""
    level: int = 0
    numbered: bool = False
    used: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """The page, in millimetres: its size and the white around the text (top, right, bottom, left)."""

    width: float
    height: float
    margins: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeFacts:
    """What stands at the top or the foot of a kind of page ("first", "default", "even")."""

    kind: str
    text: str
    pictures: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleSurvey:
    """What a Word file has and lacks to serve as house style.

    `proposal` gives a style for each role that was recognised, `missing` the roles for which one is made from the body
    text, `removed` what will not come along, `notes` what is worth a look. `places` are those that the file marks itself;
    `program` is what wrote it.
    """

    styles: tuple[FoundStyle, ...]
    proposal: tuple[RoleStyle, ...]
    missing: tuple[StyleRole, ...]
    removed: tuple[Removal, ...]
    page: PageFacts
    headers: tuple[EdgeFacts, ...] = ()
    footers: tuple[EdgeFacts, ...] = ()
    logo: bool = False
    page_numbers: bool = False
    places: tuple[str, ...] = ()
    program: str = ""
    family: str = ""
    points: float = 11
    ink: str = "000000"
    accent: str = "000000"
    notes: tuple[Removal, ...] = ()

    def style(self, style_id: str) -> FoundStyle | None:
        """The style with this id."""
        return next((style for style in self.styles if style.id == style_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeTemplate:
    """A template that letters can be made with, and what was taken out of the file on the way."""

    data: bytes = field(repr=False)
    removed: tuple[Removal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePicture:
    """A page as a picture: rows of `stride` bytes, of which each pixel takes `channels` (3 is RGB, 4 is RGBA)."""

    width: int
    height: int
    stride: int
    channels: int
    pixels: bytes = field(repr=False)


class StyleWorkshop(Protocol):
    """Makes house styles of Word files. Raises Refusal("documents.style.…") with the place for one that cannot serve."""

    def survey(self, data: bytes) -> StyleSurvey: ...

    def make(self, data: bytes, assignment: Mapping[StyleRole, str], name: str, version: str) -> MadeTemplate: ...

    def page(self, template: bytes) -> PageLook: ...

    def write(self, content: LetterContent, template: bytes) -> bytes: ...
