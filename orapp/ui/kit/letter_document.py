"""A letter as a document for the screen: the same content that becomes the Word file, on the paper of its house style."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPalette, QTextCursor, QTextDocument, QTextFrameFormat

from orapp.letters.content import Paragraph, Table
from orapp.letters.page_words import place_words, reference_lines
from orapp.services.klassiek_page import KLASSIEK_PAGE
from orapp.ui.kit.letter_blocks import PieceSetter
from orapp.ui.kit.letter_formats import FAMILIES, POINTS_PER_INCH, UNITS, Formats
from orapp.ui.kit.letter_frames import PIECE, FrameSetter, Pieces, draw_text
from orapp.ui.kit.letter_reading import reading_text

if TYPE_CHECKING:
    from orapp.letters.content import Block, LetterContent, Section
    from orapp.services.page_look import PageLook

__all__ = ["FAMILIES", "HEADING", "MARGINS", "PAGE", "POINTS_PER_INCH", "SMALL", "TEXT", "LetterSheet", "is_concept"]

PAGE = QSizeF(595, 842)
MARGINS: Final = (71, 64, 68, 62)
"""White around what is no letter, in points: left, top, right, bottom."""
TEXT, SMALL, HEADING = 11, 8.5, 11.5
SLACK: Final = 6
"""How far the lines beside a paragraph may stand from it, in points."""
FAR: Final = 1_000_000
"""A page beyond the last of any letter."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the letter that is set as one: what stands before the sections, a paragraph of one, or the end.

    `numbers` are those of its paragraphs, `heading` is that of the section, `number` the one before it, on its first piece. A
    table goes with what stands before it.
    """

    key: str
    content: LetterContent | None
    heading: str = ""
    number: int = 0
    blocks: tuple[Block, ...] = ()
    numbers: tuple[str, ...] = ()


class LetterSheet:
    """A letter on its pages. Shown again, only the pieces that changed are set anew: typing moves no more than it must.

    `changed` holds the first and last page that look otherwise since the last showing, (0, FAR) when all may.
    """

    def __init__(self, content: LetterContent, parent: QObject, look: PageLook = KLASSIEK_PAGE) -> None:
        self.look = look
        self.content = content
        self.changed = (0, FAR)
        self._band: tuple[float, float] | None = None
        self.size = QSizeF(round(look.width), round(look.height))
        self._formats = Formats()
        self.document = QTextDocument(parent)
        self._pieces_drawn = Pieces(self.document)
        self._pieces: list[Piece] = []
        self._starts: list[QTextCursor] = []
        self._edges: dict[str, QTextDocument] = {}
        self._values: dict[str, str] = {}
        self._feet: dict[int, QTextDocument] = {}
        self._begin()
        self.show(content)

    @property
    def text(self) -> str:
        """The letter as reading text."""
        return reading_text(self.content)

    def show(self, content: LetterContent) -> None:
        """Sets this letter in the place of the one that stands there."""
        new = _pieces(content)
        old = self._pieces
        self.content = content
        self.changed, self._band = (FAR, -1), None
        first = 0
        while first < min(len(old), len(new)) and old[first] == new[first]:
            first += 1
        if first == len(old) == len(new):
            return
        last = 0
        while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
            last += 1
        if old and (first == len(old) - last or first == len(new) - last):
            # Something comes in between, or goes: the piece before it is set again, so that there is one to write over.
            first -= 1
        edges = first == 0 and self._set_edges(content)
        count, follows = self.document.pageCount(), self._starts[len(old) - last] if old and last else None
        stood = self._top(follows), self._top(self._starts[first]) if old else 0
        self._replace(first, len(old) - last, new[first : len(new) - last])
        self._pieces = new
        self._pieces_drawn.forget_except(self.document) if first == 0 else None
        if edges or count != self.document.pageCount():
            self._feet.clear()
            self.changed = (0, FAR)
            return
        begins = min(stood[1], self._top(self._starts[first]))
        ends = self._top(follows)
        height = UNITS * self.size.height()
        if follows is None or ends != stood[0]:
            ends = FAR * height
        self.changed = (int(begins // height), int(min(FAR, ends // height)))
        self._band = (begins / UNITS, ends / UNITS)

    def band(self, number: int) -> tuple[float, float] | None:
        """From where to where a page changed at the last showing, in points; None when all of it may have."""
        if self._band is None:
            return None
        height = self.size.height()
        top, bottom = (max(0.0, min(height, edge - number * height)) for edge in self._band)
        return None if top == 0 else (max(0.0, top - SLACK), min(height, bottom + SLACK))

    def top_of(self, key: str, paragraph: int = 0) -> QRectF:
        """Where a section, or the paragraph of that number below its heading, stands in the document; empty when not there."""
        place = next((index for index, piece in enumerate(self._pieces) if piece.key == key), None)
        if place is None:
            return QRectF()
        block = self._starts[place].block()
        after = next((at for at in range(place, len(self._pieces)) if self._pieces[at].key != key), len(self._pieces))
        until = self._starts[after].blockNumber() if after < len(self._starts) else self.document.blockCount()
        steps = paragraph + (1 if self._pieces[place].heading else 0)
        while steps and block.blockNumber() + 1 < until:
            block = block.next()
            steps -= 1
        area = self.document.documentLayout().blockBoundingRect(block)
        return QRectF(area.topLeft() / UNITS, area.size() / UNITS)

    def paint_page(self, painter: QPainter, number: int, ink: QColor, band: tuple[float, float] | None = None) -> None:
        """Paints what stands on a page; `ink` is the colour of words that have none of their own.

        With a `band`, from where to where in points, only the text there; else the whole page, its head and foot too.
        """
        look, layout = self.look, self.document.documentLayout()
        width, height = UNITS * self.size.width(), UNITS * self.size.height()
        left = UNITS * look.margins[3]
        self._pieces_drawn.ink = ink
        painter.save()
        painter.scale(1 / UNITS, 1 / UNITS)
        if band is None:
            self._paint_edge(painter, self._edges["first" if number == 0 else "later"], QPointF(left, UNITS * look.head), ink)
            foot = self._foot(number)
            self._paint_edge(painter, foot, QPointF(left, height - UNITS * look.foot - foot.size().height()), ink)
        painter.translate(0, -number * height)
        top, bottom = (0.0, height) if band is None else (UNITS * band[0], UNITS * band[1])
        view = QRectF(0, number * height + top, width, bottom - top)
        painter.setClipRect(view, Qt.ClipOperation.IntersectClip)
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, ink)
        context.palette = palette
        context.clip = view
        layout.draw(painter, context)
        at = max(0, layout.hitTest(view.topLeft(), Qt.HitTestAccuracy.FuzzyHit))
        block = self.document.findBlock(at)
        first = block.previous() if block.previous().isValid() else block
        self._formats.paint_rules(painter, self.document, first, view.bottom(), UNITS * look.text_width)
        painter.restore()

    def _paint_edge(self, painter: QPainter, edge: QTextDocument, at: QPointF, ink: QColor) -> None:
        painter.save()
        painter.translate(at)
        draw_text(painter, edge, ink)
        self._formats.paint_rules(painter, edge, edge.begin(), FAR, edge.textWidth())
        painter.restore()

    # -- set -----------------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        document = self.document
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self._formats.font(self.look.style("Alinea")))
        document.documentLayout().registerHandler(PIECE, self._pieces_drawn)
        document.setPageSize(self.size * UNITS)
        document.setDocumentMargin(0)

    def _set_edges(self, content: LetterContent) -> bool:
        """Makes the heads of the pages where their words changed; whether they did."""
        values = {name: text for name, (text, _) in place_words(content).items()}
        if is_concept(content):
            values["concept"] = QCoreApplication.translate("letter", "CONCEPT – nog niet vastgesteld")
        if values == self._values and self._edges:
            return False
        self._values = values
        look, setter = self.look, self._setter(content)
        for edge in self._edges.values():
            edge.deleteLater()
        self._edges = {
            "first": setter.edge(look.first_head, look.text_width, self.document),
            "later": setter.edge(look.later_head, look.text_width, self.document),
        }
        frame = QTextFrameFormat()
        top, right, bottom, left = (UNITS * margin for margin in look.margins)
        frame.setTopMargin(max(top, UNITS * look.head + _height(self._edges["later"])))
        frame.setRightMargin(right)
        frame.setBottomMargin(bottom)
        frame.setLeftMargin(left)
        self.document.rootFrame().setFrameFormat(frame)
        return True

    def _setter(self, content: LetterContent) -> FrameSetter:
        return FrameSetter(self._formats, self._values, reference_lines(content), content.sender.logo)

    def _foot(self, number: int) -> QTextDocument:
        known = self._feet.get(number)
        if known is None:
            count = self.document.pageCount()
            values = {**self._values, "page": str(number + 1), "pages": str(count)}
            rows = self.look.first_foot if number == 0 else self.look.later_foot
            setter = FrameSetter(self._formats, values, (), b"")
            known = self._feet[number] = setter.edge(rows, self.look.text_width, self.document)
        return known

    def _replace(self, start: int, end: int, pieces: list[Piece]) -> None:
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        if self._starts:
            cursor.setPosition(self._starts[start].position())
            follows = self._starts[end].position() - 1 if end < len(self._starts) else self.document.characterCount() - 1
            cursor.setPosition(follows, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        starts = []
        for number, piece in enumerate(pieces):
            setter = PieceSetter(cursor, self._formats, self.look, self._pieces_drawn, opens=number == 0)
            if piece.content is None:
                setter.section(piece.heading, piece.number, piece.blocks, piece.numbers)
            elif piece.key == "opening":
                frame = self.document.rootFrame().frameFormat()
                lower = self.look.head + (_height(self._edges["first"]) - frame.topMargin()) / UNITS
                setter.opening(self._setter(piece.content), max(0.1, lower))
            else:
                setter.ending(self._setter(piece.content), piece.content)
            starts.append(setter.start)
        self._starts[start:end] = starts
        cursor.endEditBlock()

    def _top(self, start: QTextCursor | None) -> float:
        return 0 if start is None else self.document.documentLayout().blockBoundingRect(start.block()).top()


def _height(edge: QTextDocument) -> float:
    """How high a head is, with the white below its last line."""
    return edge.size().height() + edge.lastBlock().blockFormat().bottomMargin()


def _pieces(content: LetterContent) -> list[Piece]:
    opening = replace(content, sections=(), closing="", signatures=(), copies=(), annexes=())
    end = replace(content, sections=(), title="", subject="", addressee=(), reference_lines=())
    found, number = [Piece("opening", opening)], 0
    for section in content.sections:
        if section.heading:
            number += 1
        found += _section_pieces(section, number if content.numbered and section.heading else 0)
    return [*found, Piece("end", end)]


def _section_pieces(section: Section, number: int) -> list[Piece]:
    """The pieces of a section: where a paragraph is written, the others need not be set again."""
    groups: list[tuple[list[Block], list[str]]] = []
    counter = 0
    for block in section.blocks:
        if isinstance(block, Paragraph) and block.numbered and number:
            counter += 1
        if not groups or not isinstance(block, Table):
            groups.append(([], []))
        groups[-1][0].append(block)
        groups[-1][1].append(f"{number}.{counter}" if number and counter else "")
    return [
        Piece(section.key, None, section.heading if at == 0 else "", number, tuple(blocks), tuple(numbers))
        for at, (blocks, numbers) in enumerate(groups or [([], [])])
    ]


def is_concept(content: LetterContent) -> bool:
    """Whether CONCEPT stands on every page."""
    return content.status.value == "concept"
