"""How letters in a house style look on paper, as far as a preview must know it: frozen rows, in points (1/72 inch)."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLook:
    """A line beside a paragraph or a cell: its side ("top", "bottom", "left", "right", "insideH", "insideV"), width and colour.

    `space` is the white between the line and the text.
    """

    side: str
    width: float
    colour: str
    space: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLook:
    """The number before a paragraph: its pattern ("%1.%2", "–"), and its letters where they are its own."""

    pattern: str
    points: float = 0
    bold: bool | None = None
    colour: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLook:
    """A style of paragraphs: its letters, the white around it, its lines; `line` is in lines, `exact` in points where it is set.

    `first` is the indent of the first line, below zero where it hangs. `tabs` are places from the text, with their kind.
    """

    family: str = "Arial"
    points: float = 10.5
    bold: bool = False
    italic: bool = False
    colour: str = ""
    before: float = 0
    after: float = 0
    left: float = 0
    right: float = 0
    first: float = 0
    line: float = 1
    exact: float = 0
    align: str = "left"
    tabs: tuple[tuple[float, str], ...] = ()
    rules: tuple[RuleLook, ...] = ()
    fill: str = ""
    close: bool = False
    number: NumberLook | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLook:
    """How tables look: their lines, the head, and the white in a cell (top, right, bottom, left)."""

    rules: tuple[RuleLook, ...] = ()
    head_rules: tuple[RuleLook, ...] = ()
    head_fill: str = ""
    white: tuple[float, float, float, float] = (0, 5.4, 0, 5.4)


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureLook:
    """A picture of the house style itself, such as its logo."""

    width: float
    height: float
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameLine:
    """A paragraph of the house style around the text: what stands in it, in order.

    A part is a text, the name of a place between braces ("{subject}", "{page}"), or a picture.
    """

    look: TextLook
    parts: tuple[str | PictureLook, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """The names of its places."""
        return tuple(part[1:-1] for part in self.parts if isinstance(part, str) and part.startswith("{"))


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameRow:
    """What stands beside each other: cells with their width; a paragraph by itself is one cell of width 0.

    `repeated` comes once for each reference line; `height` is the least it takes; `white` is that in a cell (left, right).
    """

    cells: tuple[tuple[float, tuple[FrameLine, ...]], ...]
    repeated: bool = False
    height: float = 0
    white: tuple[float, float] = (0, 0)


@dataclass(frozen=True, kw_only=True)
class PageLook:
    """The paper of a house style: `margins` are top, right, bottom, left; `head` and `foot` the distance from the edge.

    The frames are what the style sets around the text: at the head and foot of the first page and of later ones, before the
    text of the letter and after it.
    """

    name: str = ""
    width: float = 595.3
    height: float = 841.9
    margins: tuple[float, float, float, float] = (79.4, 68.05, 65.2, 85.05)
    head: float = 34
    foot: float = 31.2
    styles: tuple[tuple[str, TextLook], ...] = ()
    table: TableLook = TableLook()
    first_head: tuple[FrameRow, ...] = ()
    later_head: tuple[FrameRow, ...] = ()
    first_foot: tuple[FrameRow, ...] = ()
    later_foot: tuple[FrameRow, ...] = ()
    opening: tuple[FrameRow, ...] = ()
    ending: tuple[FrameRow, ...] = ()

    @cached_property
    def by_name(self) -> dict[str, TextLook]:
        """The styles by their names."""
        return dict(self.styles)

    def style(self, name: str) -> TextLook:
        """The style of this name, a plain one where there is none."""
        return self.by_name.get(name) or TextLook()

    @property
    def text_width(self) -> float:
        """How wide the text may be."""
        return self.width - self.margins[1] - self.margins[3]
