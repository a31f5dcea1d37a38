"""What was really painted: the ink of each label against the ground on which it stands, in the palette that is in force."""

from __future__ import annotations

from collections import Counter
from functools import cache
from hashlib import sha256

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QWidget

from orapp.ui.kit.look import contrast
from tests.ui.walk_checks import said_of, seen

# The strokes of small letters are mixed with their ground; the boldest pixel of a label falls a hair short of its ink.
LEAST = 4.4
SMALLEST = 8


@cache
def _contrast(first: int, second: int) -> float:
    return contrast(f"#{first & 0xFFFFFF:06x}", f"#{second & 0xFFFFFF:06x}")


def faint(top: QWidget) -> list[str]:
    """Labels and buttons whose words are painted with less contrast than 4.5:1; what is switched off may be fainter."""
    image = top.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = []
    for widget in seen(top):
        if not isinstance(widget, QLabel | QAbstractButton) or isinstance(widget, QMenu) or not widget.isEnabled():
            continue
        if not widget.text().strip() or widget.visibleRegion().isEmpty():
            continue
        corner = widget.mapTo(top, QPoint(0, 0))
        area = image.rect().intersected(widget.visibleRegion().boundingRect().translated(corner))
        if area.width() < SMALLEST or area.height() < max(SMALLEST, widget.height() * 3 // 4):  # a sliver shows no letters
            continue
        best = _best(image.copy(area))
        if best is not None and best < LEAST:
            found.append(f"{said_of(widget)} {best:.2f}")
    return found


@cache
def _known() -> dict[bytes, float | None]:
    """What was found of each picture, by its digest: most of what is seen in a place was painted just so in the one before."""
    return {}


def _best(part: QImage) -> float | None:
    """The contrast of the ink with the commonest colour; None where nothing was painted but the ground."""
    painted, known = part.constBits(), _known()
    digest = sha256(painted).digest()
    if digest not in known:
        colours = Counter(memoryview(painted).cast("B").cast("I"))
        ground = colours.most_common(1)[0][0]
        known[digest] = max((_contrast(colour, ground) for colour in colours if colour != ground), default=None)
    return known[digest]
