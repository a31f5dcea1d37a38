"""Turns the look of a house style into formats of Qt, each made once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from orapp.services.page_look import TextLook

if TYPE_CHECKING:
    from collections.abc import Iterable

    from orapp.services.page_look import RuleLook

FAMILIES: Final = ["Arial", "Liberation Sans", "Helvetica", "DejaVu Sans", "sans-serif"]
# Letters with the same widths as those of Word, where a machine has not the letters themselves.
STAND_INS: Final = {
    "Arial": "Liberation Sans",
    "Helvetica": "Liberation Sans",
    "Times New Roman": "Liberation Serif",
    "Courier New": "Liberation Mono",
    "Calibri": "Carlito",
    "Cambria": "Caladea",
    "Georgia": "Gelasio",
}
# How high a line of one point is in Word, the white between lines counted in (hhea of the fonts themselves).
LINES: Final = {"Calibri": 1.22, "Cambria": 1.172, "Verdana": 1.215, "Georgia": 1.136, "Courier New": 1.133, "Segoe UI": 1.33}
USUAL_LINE: Final = 1.149
POINTS_PER_INCH: Final = 72
UNITS: Final = 4
"""Units of a document to the point: letters of 10.5 points exist only where a unit is smaller, for Qt rounds their height."""
RULED: Final = QTextFormat.Property.UserProperty.value + 1
HEADING: Final = QTextFormat.Property.UserProperty.value + 2
_ALIGNED: Final = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}
_TABS: Final = {
    "left": QTextOption.TabType.LeftTab,
    "start": QTextOption.TabType.LeftTab,
    "right": QTextOption.TabType.RightTab,
    "end": QTextOption.TabType.RightTab,
    "center": QTextOption.TabType.CenterTab,
}


def families(name: str) -> list[str]:
    """A family with what stands in for it."""
    return [one for one in (name, STAND_INS.get(name, ""), *FAMILIES) if one]


class Formats:
    """The formats of one house style."""

    def __init__(self) -> None:
        self._chars: dict[tuple[TextLook, bool, bool, bool], QTextCharFormat] = {}
        self._blocks: dict[tuple[TextLook, float, float], QTextBlockFormat] = {}
        self._ruled: list[tuple[RuleLook, ...]] = []

    def font(self, look: TextLook) -> QFont:
        """The letters of a style."""
        return self.chars(look).font()

    def chars(self, look: TextLook, *, bold: bool = False, italic: bool = False, number: bool = False) -> QTextCharFormat:
        """How words look in a style; `number` asks for those of its number."""
        key = (look, bold, italic, number)
        known = self._chars.get(key)
        if known is not None:
            return known
        form = QTextCharFormat()
        own = look.number if number else None
        form.setFontFamilies(families(look.family))
        points = own.points if own is not None and own.points else look.points
        form.setProperty(QTextFormat.Property.FontPixelSize.value, max(1, round(points * UNITS)))
        heavy = own.bold if own is not None and own.bold is not None else bold or look.bold
        form.setFontWeight(QFont.Weight.Bold if heavy else QFont.Weight.Normal)
        form.setFontItalic((italic or look.italic) and not number)
        form.setFontHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if colour := (own.colour if own is not None and own.colour else look.colour):
            form.setForeground(QColor(f"#{colour}"))
        self._chars[key] = form
        return form

    def block(self, look: TextLook, *, before: float = -1, after: float = -1) -> QTextBlockFormat:
        """How a paragraph stands; `before` and `after` where they differ from the style."""
        key = (look, before, after)
        known = self._blocks.get(key)
        if known is not None:
            return known
        form = QTextBlockFormat()
        # A line above or below takes its own room.
        above, below = (sum(rule.space + rule.width for rule in look.rules if rule.side == side) for side in ("top", "bottom"))
        form.setTopMargin(UNITS * ((look.before if before < 0 else before) + above))
        form.setBottomMargin(UNITS * ((look.after if after < 0 else after) + below))
        form.setLeftMargin(UNITS * look.left)
        form.setRightMargin(UNITS * look.right)
        form.setTextIndent(UNITS * look.first)
        form.setAlignment(_ALIGNED.get(look.align, Qt.AlignmentFlag.AlignLeft))
        # A place is counted from where the line begins.
        places = [(at - look.left - look.first, kind) for at, kind in look.tabs]
        if look.first < 0:
            places = [(-look.first, "left"), *((at, kind) for at, kind in places if at > -look.first)]
        form.setTabPositions(
            [QTextOption.Tab(UNITS * at, _TABS.get(kind, QTextOption.TabType.LeftTab)) for at, kind in places if at > 0]
        )
        if look.exact:
            form.setLineHeight(UNITS * look.exact, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        else:
            # Word counts the white that a family asks between its lines; Qt does not always know of it.
            asked = LINES.get(look.family, USUAL_LINE) * look.points * UNITS
            height = look.line * max(asked, QFontMetricsF(self.font(look)).lineSpacing())
            form.setLineHeight(height, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        if look.fill:
            form.setBackground(QColor(f"#{look.fill}"))
        if look.rules:
            self._ruled.append(look.rules)
            form.setProperty(RULED, len(self._ruled))
        self._blocks[key] = form
        return form

    def thin(self, height: float = 0.1) -> QTextBlockFormat:
        """A line of this height without words."""
        form = QTextBlockFormat()
        form.setLineHeight(UNITS * height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return form

    def speck(self) -> QTextCharFormat:
        """Letters that take no room."""
        form = QTextCharFormat()
        form.setProperty(QTextFormat.Property.FontPixelSize.value, 1)
        return form

    def paint_rules(self, painter: QPainter, document: QTextDocument, first: QTextBlock, until: float, width: float) -> None:
        """Paints the lines beside paragraphs, from a block to this height."""
        layout = document.documentLayout()
        block = first
        while block.isValid():
            number = block.blockFormat().property(RULED)
            area = layout.blockBoundingRect(block)
            if area.top() > until:
                break
            if number:
                following = block.next()
                joined = following.isValid() and following.blockFormat().property(RULED) == number
                bottom = layout.blockBoundingRect(following).top() if joined else area.bottom()
                form = block.blockFormat()
                room = QRectF(
                    area.left() + min(0.0, form.textIndent()), area.top(), width - form.leftMargin() - form.rightMargin(), 0
                )
                room.setBottom(bottom)
                _paint_sides(painter, room, self._ruled[int(number) - 1])
            block = block.next()


def _paint_sides(painter: QPainter, room: QRectF, rules: Iterable[RuleLook]) -> None:
    for rule in rules:
        space = UNITS * rule.space
        painter.setPen(QPen(QColor(f"#{rule.colour}"), UNITS * rule.width))
        match rule.side:
            case "top":
                painter.drawLine(room.topLeft() - QPointF(0, space), room.topRight() - QPointF(0, space))
            case "bottom":
                painter.drawLine(room.bottomLeft() + QPointF(0, space), room.bottomRight() + QPointF(0, space))
            case "left":
                painter.drawLine(room.topLeft() - QPointF(space, 0), room.bottomLeft() - QPointF(space, 0))
            case "right":
                painter.drawLine(room.topRight() + QPointF(space, 0), room.bottomRight() + QPointF(space, 0))
            case _:
                pass


class Setter:
    """Sets paragraphs from top to bottom at a cursor; `opens` says that the first takes the block where the cursor stands."""

    def __init__(self, cursor: QTextCursor, formats: Formats, *, opens: bool) -> None:
        self.cursor = cursor
        self.formats = formats
        self._opens = opens
        self._begun = False
        self.start = self._mark()

    def _mark(self) -> QTextCursor:
        start = QTextCursor(self.cursor)
        start.setKeepPositionOnInsert(True)
        return start

    @property
    def begun(self) -> bool:
        """Whether a paragraph was set."""
        return self._begun

    def paragraph(self, look: TextLook, *, before: float = -1, after: float = -1) -> None:
        """Begins a paragraph in a style."""
        self.begin(self.formats.block(look, before=before, after=after))

    def begin(self, form: QTextBlockFormat) -> None:
        """Begins a paragraph in this format."""
        if self._opens:
            self.cursor.setBlockFormat(form)
        else:
            self.cursor.insertBlock(form, QTextCharFormat())
        if not self._begun:
            self.start = self._mark()
        self._opens, self._begun = False, True

    def write(self, text: str, look: TextLook, *, bold: bool = False, italic: bool = False, number: bool = False) -> None:
        """Writes words in a style. As in Word a line that ends inside a paragraph begins no other one."""
        form = self.formats.chars(look, bold=bold, italic=italic, number=number)
        self.cursor.insertText(text.replace("\r\n", "\n").replace("\n", "\u2028"), form)
